using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class StaleReading(int periods) : Lagging
{
    public override LaggingRecipe Recipe => new("stale", ("periods", periods));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (assessment.Running?.Actual is not null)
        {
            return null;
        }

        // Of the latest periods that are due, so many have a target and no value.
        KpiPeriod? latest = null, since = null;
        var silent = 0;
        foreach (var period in assessment.AwaitedBackwards().SkipWhile(static each => !each.IsDue).TakeWhile(static each => each.Target is not null))
        {
            latest ??= period;
            since = period;
            if (++silent == periods)
            {
                break;
            }
        }

        return silent < periods
            ? null
            : new(latest!, () => since!, null, _ => Explanation.Of(
                "need.stale",
                new Fact("kpi", kpi.Name), new Fact("periods", periods), new Fact("period", latest!.Period),
                    new Fact("target", latest.Target, kpi.Unit, kpi.Direction)));
    }
}
