using NodaTime;

namespace OkrKpi;

/// <summary>A KPI in one period, as known on the date of its assessment: what was reached, what was to be reached, and how the two compare.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class KpiPeriod
{
    private readonly PeriodTable table;

    internal KpiPeriod(PeriodTable table, Kpi kpi, ReportingPeriod period, bool isComplete, decimal? actual, TargetDecision? decision, PeriodAggregate aggregate)
    {
        this.table = table;
        Kpi = kpi;
        Period = period;
        IsComplete = isComplete;
        Actual = actual;
        Decision = decision;
        Aggregate = aggregate;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Whether the period was over at the close of the date of the assessment.</summary>
    public bool IsComplete { get; }

    /// <summary>The first day on which its figures are to be known: its last date, or later by the KPI's publication delay.</summary>
    public LocalDate DueOn => Period.End.PlusDays(Kpi.PublicationDelay);

    /// <summary>Whether it is judged: it is over, has a value, and that value is the period's.</summary>
    public bool IsJudged => IsComplete && Actual is not null;

    /// <summary>The value of the period, so far when it is running; <see langword="null"/> without measurements or with an undefined ratio. What goes beyond ±10^18 is told as that.</summary>
    public decimal? Actual { get; }

    /// <summary>The decision that set the target; <see langword="null"/> when none was known.</summary>
    public TargetDecision? Decision { get; }

    /// <summary>The target for the whole period; <see langword="null"/> without one.</summary>
    public Target? Target => Decision?.Target;

    /// <summary>How many of the expected measuring periods have a measurement.</summary>
    public Coverage Coverage => table.CoverageOf(Period);

    /// <summary>What the measurements add up to.</summary>
    public PeriodAggregate Aggregate { get; }

    /// <summary>How far the actual is on the good side of the target, in the KPI's unit: -8 for 92 of 100. <see langword="null"/> without actual or target.</summary>
    public decimal? Gap => Actual is { } actual ? Target?.Gap(actual, Kpi.Direction) : null;

    /// <summary>How much of the target is attained, 1 on the target (see <see cref="Target.Attainment(decimal, Direction)"/>); <see langword="null"/> where that means nothing.</summary>
    public decimal? Attainment => Actual is { } actual ? Target?.Attainment(actual, Kpi.Direction) : null;

    /// <summary>How the period stands. A running period is <see cref="KpiStatus.Partial"/>.</summary>
    public KpiStatus Status =>
        Kpi.IsWatched ? KpiStatus.Watched :
        Target is null ? KpiStatus.NoTarget
        : Gap is not { } gap ? KpiStatus.NoData
        : !IsComplete ? KpiStatus.Partial
        : IsReached ? KpiStatus.Met
        : -gap <= Kpi.Tolerance.Of(Target) ? KpiStatus.Near
        : KpiStatus.Behind;

    /// <summary>Whether the period is complete and its target was missed, by however little.</summary>
    public bool IsMissed => IsComplete && Actual is not null && Target is not null && !IsReached;

    /// <summary>Why the period stands as it does.</summary>
    /// <returns>A sentence with period, actual, target, gap and status.</returns>
    public Explanation Explain()
    {
        var facts = new[]
        {
            new Fact("kpi", Kpi.Name), new Fact("period", Period), new Fact("actual", Actual, Kpi.Unit), new Fact("target", Target, Kpi.Unit),
            new Fact("gap", Gap, Kpi.Unit), new Fact("status", Status), new Fact("measurements", (decimal)Aggregate.Count),
        };
        var sentence = Explanation.Of(Status switch
        {
            KpiStatus.NoTarget => "kpi.noTarget",
            KpiStatus.NoData => "kpi.noData",
            KpiStatus.Partial => "kpi.running",
            KpiStatus.Met => "kpi.met",
            _ => "kpi.missed",
        }, facts);
        if (Decision is not null)
        {
            sentence = sentence.Resting(Explanation.Of(
                Decision.Because is null ? "kpi.targetDecided" : "kpi.targetDecidedBecause",
                new Fact("target", Target, Kpi.Unit), new Fact("from", Decision.EffectiveFrom), new Fact("decidedOn", Decision.DecidedOn), new Fact("because", Decision.Because)));
        }

        return Aggregate.IsEmpty
            ? sentence
            : sentence.Resting(Explanation.Of(
                "kpi.aggregated",
                new Fact("measurements", (decimal)Aggregate.Count), new Fact("aggregation", Kpi.Aggregation), new Fact("present", (decimal)Coverage.Present), new Fact("expected", (decimal)Coverage.Expected)));
    }

    /// <summary>Period, actual and target, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    private bool IsReached => Actual is { } actual && Target is { } target && target.IsMetBy(actual, Kpi.Direction);
}
