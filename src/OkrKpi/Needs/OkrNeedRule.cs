using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The rule: a KPI that lags behind its target, or whose target is raised, needs an OKR.</summary>
/// <remarks>Immutable. Monotone: a better actual never creates a need, a higher target never removes one. Independent of the order of inputs.</remarks>
public sealed class OkrNeedRule
{
    private OkrNeedRule(Lagging lagging) => Lagging = lagging;

    /// <summary>The rule with <see cref="OkrKpi.Lagging.Default"/>.</summary>
    public static OkrNeedRule Default { get; } = new(Lagging.Default);

    /// <summary>How "lags" is read.</summary>
    public Lagging Lagging { get; }

    /// <summary>The same rule with another reading of "lags".</summary>
    /// <param name="lagging">The reading.</param>
    /// <returns>The rule.</returns>
    public OkrNeedRule With(Lagging lagging) => new(Guard.Against.Null(lagging));

    /// <summary>Applies the rule to a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="objectives">The objectives that may cover it; those that do not address it are ignored.</param>
    /// <returns>The answer.</returns>
    public OkrNeed Apply(KpiAssessment assessment, params IEnumerable<Objective> objectives)
    {
        Guard.Against.Null(assessment);
        var reasons = new List<NeedReason>();
        if (Lagging.Check(assessment) is { } lagging)
        {
            reasons.Add(lagging);
        }

        if (Raised(assessment.Kpi, assessment.AsOf) is { } raised)
        {
            reasons.Add(raised);
        }

        Objective[] addressing = [.. Require.Copy(objectives).Where(objective => objective.IsAddressing(assessment.Kpi.Id)).OrderBy(objective => objective.Id)];
        return new(
            assessment,
            [.. reasons],
            [.. addressing.Where(objective => objective.IsOpenAsOf(assessment.AsOf))],
            [.. addressing.Where(objective => objective.IsPlannedAsOf(assessment.AsOf))]);
    }

    // A decision raises a target when, for the first period it applies to that was not over when it was decided, it asks for more than was known
    // for that same period before. The raise is open while that period is not complete and the target has not been taken back.
    private static TargetRaisedReason? Raised(Kpi kpi, LocalDate asOf)
    {
        if (kpi.Cadence == Cadence.Hour)
        {
            return null;
        }

        foreach (var decision in kpi.Targets.Decisions)
        {
            if (decision.DecidedOn > asOf || decision.Kind != TargetDecisionKind.Decision)
            {
                continue;
            }

            var period = kpi.PeriodOf(LocalDate.Max(decision.EffectiveFrom, decision.DecidedOn));
            if (period.IsCompleteAsOf(asOf)
                || kpi.Targets.For(period, decision.DecidedOn.PlusDays(-1))?.Target is not { } before
                || kpi.Targets.For(period, decision.DecidedOn)?.Target is not { } decided
                || kpi.Targets.For(period, asOf)?.Target is not { } now)
            {
                continue;
            }

            if (decided.ComparedWith(before, kpi.Direction) == TargetChange.Raised && now.ComparedWith(before, kpi.Direction) == TargetChange.Raised)
            {
                return new(kpi, period, before, now, decision);
            }
        }

        return null;
    }
}
