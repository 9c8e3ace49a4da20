using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class CannotReachReading(SignalRules rules) : Lagging
{
    public override LaggingRecipe Recipe => new("cannotReachItsTarget", ("rules", rules));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var behaviour = assessment.Behaviour(rules);
        if (behaviour.Assurance != Assurance.NeverReaches)
        {
            return null;
        }

        // What the process gives at best.
        var (kpi, latest, target) = (assessment.Kpi, behaviour.Points[^1], behaviour.Target!);
        var gap = Math.Max(target.Gap(latest.Lower!.Value, kpi.Direction), target.Gap(latest.Upper!.Value, kpi.Direction));
        return new(
            assessment.WholePeriods[^1].Period, gap,
            _ => Explanation.Of("need.cannotReach", new Fact("kpi", kpi.Name), new Fact("period", latest.Label)).Resting(behaviour.ExplainAssurance()),
            target.Size);
    }
}
