using NodaTime;

namespace OkrKpi;

/// <summary>What was decided on one day did to the target that was known before for the same period.</summary>
/// <remarks>
/// Immutable; compared by reference. Where nothing was known for a period, its target is compared with that of the period before it and with that of the same
/// period a year before:
/// it is raised only when it is more ambitious than both, so that targets that follow a season are no raises.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetRevision
{
    private TargetRevision(Kpi kpi, TargetLedger.Entry entry)
    {
        Kpi = kpi;
        Decision = entry.Decision;
        Period = entry.Period;
        Before = entry.Before;
        After = entry.After;
        Change = entry.Change;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The decision that set the target told; of a plan the one for its period.</summary>
    public TargetDecision Decision { get; }

    /// <summary>The first period that was raised; when none was, the first whose target it changed, and the first it applies to when it changed none.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>
    /// The target known for the period at the close of the day before; where nothing was known, the more ambitious of that of the period before and that of the
    /// same period a year before.
    /// <see langword="null"/> without one.
    /// </summary>
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

    internal static IReadOnlyList<TargetRevision> Of(Kpi kpi, LocalDate knownOn) => !kpi.Cadence.IsToldByDate
        ? []
        : [.. kpi.Targets.LedgerOf(kpi).Entries.TakeWhile(entry => entry.Decision.DecidedOn <= knownOn).Select(entry => new TargetRevision(kpi, entry))];
}
