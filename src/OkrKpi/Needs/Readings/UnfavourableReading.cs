using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class UnfavourableReading(SignalRules rules) : Lagging
{
    public override LaggingRecipe Recipe => new("unfavourableSignal", ("rules", rules));

    internal override bool ChangesWithEventsOnly => true;

    // Without a window of its own: an effect leaves out the latest point only. Leaving out the seven of a run as well takes the low months from the side
    // before, and what lasts is told as worsened: of 9.4 in 100 without any effect, and of 1.5 this way.
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var behaviour = assessment.Behaviour(rules);
        if (behaviour is not { Variation: Variation.Worsening, Target: { } target, LatestSignal: { } signal, Since: { } since })
        {
            return null;
        }

        var kpi = assessment.Kpi;
        return new(
            assessment.WholePeriods[^1].Period,
            () => assessment[since.Period!.Value],
            signal.Gap,
            _ => Explanation.Of(
                "need.unfavourable", new Fact("kpi", kpi.Name), new Fact("since", since.Label))
                .Resting(behaviour.Explain().Because),
            target.Size);
    }
}
