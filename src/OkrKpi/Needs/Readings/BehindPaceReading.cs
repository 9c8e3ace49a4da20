using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class BehindPaceReading(SeasonalProfile? profile, decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("behindPace", ("spread", profile), ("tolerance", tolerance), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        return assessment.Kpi.Aggregation.Additivity() == Additivity.Additive ? OpenPeriods.First(assessment, profile, afterShare, Look) : null;
    }

    private LaggingReason? Look(KpiAssessment assessment, KpiPeriod period, PeriodCourse course, decimal actual, decimal target)
    {
        // Compared before dividing, so that exactly on the tolerance is on it: 60 of 100 after 20 of 30 days.
        var kpi = assessment.Kpi;
        var due = target * course.Due;
        var shortfall = kpi.Direction == Direction.HigherIsBetter ? due - (actual * course.Whole) : (actual * course.Whole) - due;
        if (shortfall <= tolerance * Math.Abs(due))
        {
            return null;
        }

        var proRated = due / course.Whole;
        return new(period, kpi.Direction == Direction.HigherIsBetter ? actual - proRated : proRated - actual, reason => Explanation.Of(
            "need.behindPace",
            new Fact("kpi", kpi.Name), new Fact("period", period.Period), new Fact("actual", actual, kpi.Unit), new Fact("proRated", proRated, kpi.Unit),
            new Fact("target", period.Target, kpi.Unit, kpi.Direction), new Fact("share", course.Share), new Fact("gap", reason.Gap, kpi.Unit, kpi.Direction),
            new Fact("tolerance", tolerance)), Math.Abs(proRated));
    }
}
