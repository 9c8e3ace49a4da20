using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class GlidePathReading(decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("belowGlidePath", ("tolerance", tolerance), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (kpi.Aggregation != Aggregation.Last
            || assessment.Running is not { Target.Value: { } target } running
            || assessment.OpeningOf(running) is not { } opening
            || running.Course() is not { Actual: { } actual } course
            || !course.HasReached(afterShare))
        {
            return null;
        }

        // Who begins beyond the target is only asked to keep it.
        var isHigherBetter = kpi.Direction == Direction.HigherIsBetter;
        var start = isHigherBetter ? Math.Min(opening, target) : Math.Max(opening, target);
        var due = (start * (course.Whole - course.Position)) + (target * course.Position);
        var shortfall = isHigherBetter ? due - (actual * course.Whole) : (actual * course.Whole) - due;
        if (shortfall <= tolerance * Math.Abs(target - start) * course.Position)
        {
            return null;
        }

        var onTheWay = due / course.Whole;
        return new(running, isHigherBetter ? actual - onTheWay : onTheWay - actual, reason => Explanation.Of(
            "need.belowGlidePath",
            new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("due", onTheWay, kpi.Unit),
            new Fact("opening", opening, kpi.Unit),
            new Fact("target", running.Target, kpi.Unit, kpi.Direction), new Fact("share", course.Share), new Fact("gap", reason.Gap, kpi.Unit, kpi.Direction),
            new Fact("tolerance", tolerance)));
    }
}
