using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// What an objective hopes to change of a KPI is less than its cycle can show: whatever comes of it, nobody will be able to tell. Code
/// <c>effect-too-small-to-see</c>, a hint.
/// </summary>
/// <remarks>
/// Bad: three months against a KPI whose noise hides changes below 5.5, to bring it from 98.8 to 100. Good: 110, a longer cycle, weekly figures, or a key
/// result that measures the work itself. Hoped for is the way from where the KPI stands on average to its target at the end of the cycle; who is there already
/// is passed over. It is said while the plan can still change, until a third of the cycle is over, which is a choice; <see cref="KpiEffect.SmallestGain"/>
/// tells
/// it on every day.
/// </remarks>
public sealed class EffectCannotBeSeen : FindingRule
{
    // The part of the cycle in which it is said.
    private const int PartOfCycle = 3;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (context.AsOf >= objective.Cycle.Start.PlusDays(objective.Cycle.Days / PartOfCycle))
        {
            yield break;
        }

        foreach (var id in objective.Addresses)
        {
            if (
                context.EffectOf(id, objective.Cycle) is { Movement: KpiMovement.TooEarly, Verdict: not null, Hoped: > 0m } effect
                    && !(effect.SmallestGain <= effect.Hoped))
            {
                yield return Finding.Of(
                    "effect-too-small-to-see", FindingSeverity.Hint, objective,
                    effect.SmallestGain is null ? "finding.effectNeverSeen" : "finding.effectTooSmall", effect.SmallestFacts());
            }
        }
    }
}
