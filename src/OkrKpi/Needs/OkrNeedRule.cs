using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>The rule: a KPI that lags behind its target, or whose target is raised, needs an OKR.</summary>
/// <remarks>Immutable. Monotone: a better actual never creates a need, a higher target never removes one. Independent of the order of inputs.</remarks>
public sealed class OkrNeedRule
{
    private Tolerance raiseMargin;

    private OkrNeedRule(Lagging lagging, Tolerance raiseMargin)
    {
        Lagging = lagging;
        this.raiseMargin = raiseMargin;
    }

    /// <summary>The rule with <see cref="OkrKpi.Lagging.Default"/>; every raise counts.</summary>
    public static OkrNeedRule Default { get; } = new(Lagging.Default, Tolerance.None);

    /// <summary>How "lags" is read.</summary>
    public Lagging Lagging { get; private set; }

    /// <summary>The same rule with another reading of "lags".</summary>
    /// <param name="lagging">The reading.</param>
    /// <returns>The rule.</returns>
    public OkrNeedRule With(Lagging lagging) => Changed(copy => copy.Lagging = Guard.Against.Null(lagging));

    /// <summary>The same rule for raises that matter: a target raised by no more than a margin of the old one needs no OKR.</summary>
    /// <param name="margin">The margin; exactly that much is still no reason. 100 to 105 with 5 % is none, 100 to 106 is one.</param>
    /// <returns>The rule.</returns>
    public OkrNeedRule IgnoringRaisesWithin(Tolerance margin) => Changed(copy => copy.raiseMargin = Guard.Against.Null(margin));

    /// <summary>Applies the rule to a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="objectives">The objectives that may cover it; those that do not address it are ignored.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An objective is <see langword="null"/>.</exception>
    public OkrNeed Apply(KpiAssessment assessment, params IEnumerable<Objective> objectives) => Apply(assessment, objectives, []);

    /// <summary>Applies the rule to a KPI whose need may have been dismissed.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="objectives">The objectives that may cover it; those that do not address it are ignored.</param>
    /// <param name="dismissals">What was dismissed; that of other KPIs is ignored.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An objective or dismissal is <see langword="null"/>.</exception>
    public OkrNeed Apply(KpiAssessment assessment, IEnumerable<Objective> objectives, IEnumerable<NeedDismissal> dismissals)
    {
        Guard.Against.Null(assessment);
        var silencing = Require.Copy(dismissals);
        NeedReason?[] reasons = [Lagging.Check(assessment), Raised(assessment)];
        Objective[] addressing = [.. Require.Copy(objectives).Where(objective => objective.IsAddressing(assessment.Kpi.Id)).OrderBy(objective => objective.Id)];
        return new(
            assessment,
            [.. reasons.OfType<NeedReason>()],
            [.. addressing.Where(objective => objective.IsOpenAsOf(assessment.AsOf))],
            [.. addressing.Where(objective => objective.IsPlannedAsOf(assessment.AsOf))],
            [.. silencing.Where(dismissal => dismissal.Kpi.Equals(assessment.Kpi.Id) && dismissal.IsInForceOn(assessment.AsOf)).OrderByDescending(dismissal => dismissal.On)]);
    }

    // A raise is open while the first period it changed is not complete and the target has not been taken back.
    private TargetRaisedReason? Raised(KpiAssessment assessment)
    {
        var (kpi, asOf) = (assessment.Kpi, assessment.AsOf);
        if (kpi.Cadence == Cadence.Hour)
        {
            return null;
        }

        foreach (var decision in kpi.Targets.Decisions)
        {
            if (decision.DecidedOn > asOf || decision.Kind != TargetDecisionKind.Decision || decision.EffectiveThrough < asOf)
            {
                continue;
            }

            if (kpi.Targets.Revision(kpi, decision) is { Change: TargetChange.Raised, Before: { } before } revision
                && !revision.Period.IsCompleteAsOf(asOf)
                && kpi.Targets.For(revision.Period, asOf)?.Target is { } now
                && now.ComparedWith(before, kpi.Direction) == TargetChange.Raised
                && now.RaisedBy(before) > raiseMargin.Of(before))
            {
                return new(assessment, revision.Period, before, now, decision);
            }
        }

        return null;
    }

    private OkrNeedRule Changed(Action<OkrNeedRule> change)
    {
        var copy = (OkrNeedRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
