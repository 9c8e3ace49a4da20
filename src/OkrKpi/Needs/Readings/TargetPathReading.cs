using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class TargetPathReading(decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("belowTargetPath", ("tolerance", tolerance), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        return assessment.Kpi.HasWay ? OpenPeriods.First(assessment, null, afterShare, Look) : null;
    }

    private LaggingReason? Look(KpiAssessment assessment, KpiPeriod period, PeriodCourse course, decimal actual, decimal target)
    {
        if (period.WayFrom() is not { } start)
        {
            return null;
        }

        var kpi = assessment.Kpi;
        var isHigherBetter = kpi.Direction == Direction.HigherIsBetter;
        var due = (start * (course.Whole - course.Position)) + (target * course.Position);
        var shortfall = isHigherBetter ? due - (actual * course.Whole) : (actual * course.Whole) - due;
        if (shortfall <= tolerance * Math.Abs(target - start) * course.Whole)
        {
            return null;
        }

        var onTheWay = due / course.Whole;
        return new(period, isHigherBetter ? actual - onTheWay : onTheWay - actual, reason => Explanation.Of(
            "need.belowTargetPath",
            new Fact("kpi", kpi.Name), new Fact("period", period.Period), new Fact("actual", actual, kpi.Unit), new Fact("due", onTheWay, kpi.Unit),
            new Fact("start", start, kpi.Unit),
            new Fact("target", period.Target, kpi.Unit, kpi.Direction), new Fact("share", course.Share), new Fact("gap", reason.Gap, kpi.Unit, kpi.Direction),
            new Fact("tolerance", tolerance)));
    }
}
