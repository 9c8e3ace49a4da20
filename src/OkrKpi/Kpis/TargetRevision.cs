namespace OkrKpi;

/// <summary>What a decision did to the target that was known before for the same period.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class TargetRevision
{
    internal TargetRevision(Kpi kpi, TargetDecision decision, ReportingPeriod period, Target? before, Target? after, TargetChange change)
    {
        Kpi = kpi;
        Decision = decision;
        Period = period;
        Before = before;
        After = after;
        Change = change;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The decision.</summary>
    public TargetDecision Decision { get; }

    /// <summary>The first period whose target it changed, from the one that was running when it was decided; the first it applies to when it changed none.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The target known for the period at the close of the day before; <see langword="null"/> without one.</summary>
    public Target? Before { get; }

    /// <summary>The target known for the period at the close of the day of the decision; <see langword="null"/> without one.</summary>
    public Target? After { get; }

    /// <summary>What became of it.</summary>
    public TargetChange Change { get; }

    /// <summary>The revision in words.</summary>
    /// <returns>A sentence.</returns>
    public Explanation Explain() => Explanation.Of(
        Decision.Because is null ? "target.revision" : "target.revisionBecause",
        new Fact("kpi", Kpi.Name), new Fact("period", Period), new Fact("before", Before, Kpi.Unit), new Fact("after", After, Kpi.Unit),
        new Fact("change", Change), new Fact("decidedOn", Decision.DecidedOn), new Fact("because", Decision.Because));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
