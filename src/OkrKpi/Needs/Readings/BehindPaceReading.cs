using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class BehindPaceReading(SeasonalProfile? profile, decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (kpi.Aggregation.Additivity() != Additivity.Additive
            || assessment.Running is not { Actual: { } actual, Target.Value: { } target } running
            || RunningPace.Of(running.Period, assessment.AsOf, profile, afterShare) is not { } pace)
        {
            return null;
        }

        // Compared before dividing, so that exactly on the tolerance is on it: 60 of 100 after 20 of 30 days.
        var due = target * pace.Due;
        var shortfall = kpi.Direction == Direction.HigherIsBetter ? due - (actual * pace.Whole) : (actual * pace.Whole) - due;
        if (shortfall <= tolerance * Math.Abs(due))
        {
            return null;
        }

        var proRated = due / pace.Whole;
        return new(running, running, kpi.Direction == Direction.HigherIsBetter ? actual - proRated : proRated - actual, reason => Explanation.Of(
            "need.behindPace",
            new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("proRated", proRated, kpi.Unit),
            new Fact("target", running.Target, kpi.Unit), new Fact("share", pace.Share), new Fact("gap", reason.Gap, kpi.Unit), new Fact("tolerance", tolerance)));
    }
}
