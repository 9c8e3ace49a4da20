using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class ProjectedReading(SeasonalProfile? profile, decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (assessment.Running is not { Actual: { } actual, Target.Value: { } target } running
            || RunningPace.Of(running.Period, assessment.AsOf, profile, afterShare) is not { } pace
            || pace.Due == 0m
            || assessment.Projected(actual, pace) is not { } scaled)
        {
            return null;
        }

        // The projection is kept times the part that has passed, so that exactly on the target is on it.
        var shortfall = kpi.Direction == Direction.HigherIsBetter ? (target * pace.Due) - scaled : scaled - (target * pace.Due);
        if (shortfall <= tolerance * Math.Abs(target) * pace.Due)
        {
            return null;
        }

        var projected = Held.Quotient(scaled, pace.Due);
        return new(running, running, running.Target.Gap(projected, kpi.Direction), reason => Explanation.Of(
            "need.projectedToMiss",
            new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("projected", projected, kpi.Unit),
            new Fact("target", running.Target, kpi.Unit), new Fact("share", pace.Share), new Fact("gap", reason.Gap, kpi.Unit)));
    }
}
