using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class StaleReading(int periods) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (assessment.Latest is not { Actual: null, Target: not null } latest || assessment.Running?.Actual is not null)
        {
            return null;
        }

        // A KPI that was never measured has no earlier period to look at, only earlier targets.
        var since = latest;
        for (var back = 1; back < periods; back++)
        {
            if (back < assessment.CompleteCount)
            {
                since = assessment.Complete(back);
            }

            if (since.Actual is not null || kpi.Targets.For(latest.Period.Plus(-back), assessment.AsOf)?.Target is null)
            {
                return null;
            }
        }

        return new(latest, since, null, _ => Explanation.Of(
            "need.stale",
            new Fact("kpi", kpi.Name), new Fact("periods", periods), new Fact("period", latest.Period), new Fact("target", latest.Target, kpi.Unit)));
    }
}
