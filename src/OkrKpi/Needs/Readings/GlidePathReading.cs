using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class GlidePathReading(decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (kpi.Aggregation != Aggregation.Last
            || assessment.Running is not { Actual: { } actual, Target.Value: { } target } running
            || assessment.Latest?.Actual is not { } opening
            || RunningPace.Of(running.Period, assessment.AsOf, null, afterShare) is not { } pace)
        {
            return null;
        }

        // Who begins beyond the target is only asked to keep it.
        var isHigherBetter = kpi.Direction == Direction.HigherIsBetter;
        var start = isHigherBetter ? Math.Min(opening, target) : Math.Max(opening, target);
        var due = (start * (pace.Whole - pace.Due)) + (target * pace.Due);
        var shortfall = isHigherBetter ? due - (actual * pace.Whole) : (actual * pace.Whole) - due;
        if (shortfall <= tolerance * Math.Abs(target - start) * pace.Due)
        {
            return null;
        }

        var onTheWay = due / pace.Whole;
        return new(running, running, isHigherBetter ? actual - onTheWay : onTheWay - actual, reason => Explanation.Of(
            "need.belowGlidePath",
            new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("due", onTheWay, kpi.Unit), new Fact("opening", opening, kpi.Unit),
            new Fact("target", running.Target, kpi.Unit), new Fact("share", pace.Share), new Fact("gap", reason.Gap, kpi.Unit), new Fact("tolerance", tolerance)));
    }
}
