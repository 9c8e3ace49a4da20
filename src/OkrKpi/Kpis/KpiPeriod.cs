using NodaTime;

namespace OkrKpi;

/// <summary>A KPI in one period, as known on the date of its assessment: what was reached, what was to be reached, and how the two compare.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiPeriod
{
    private readonly PeriodSituation situation;

    internal KpiPeriod(PeriodTable table, long number, ReportingPeriod period, MeasurementGroups.Known? known)
    {
        IsComplete = period.IsCompleteAsOf(table.AsOf);
        DueOn = DueOnOf(period, table.Kpi.PublicationDelay);
        Decision = table.Kpi.Targets.For(period, table.AsOf);
        LacksSegment = known is not null && table.Kpi.Aggregation.Additivity() == Additivity.SemiAdditive && table.Kpi.Cadence.IsRegular
            && table.AwaitsSegment(number, DueOn <= table.AsOf, known);
        situation = new(table, number, period, known, LacksSegment ? null : known is not null ? known.Value : IsSilentOn(table, period) ? 0m : null);
        IsRedefined = table.Index.Redefinitions.Length > 0 && table.IsRedefined(period.Start, period.End);
        BeganInside = table.IsFirst(number) && IsBegunLate;
        IsJudged = IsComplete && Actual is not null && !IsRedefined && !BeganInside && (IsDue || IsAllIn);
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi => situation.Kpi;

    /// <summary>The period.</summary>
    public ReportingPeriod Period => situation.Period;

    /// <summary>Whether the period was over at the close of the date of the assessment.</summary>
    public bool IsComplete { get; }

    /// <summary>
    /// The first day on which its figures are to be known, its close included: its last date, or later by <see cref="Kpi.PublicationDelay"/>. Of June,
    /// published after 10 days, 10 July.
    /// </summary>
    public LocalDate DueOn { get; }

    /// <summary>
    /// Whether it is judged against its target: it is over, it has a value, and its figures are due, or already all there. Not judged is a period in which unit
    /// or meaning was redefined,
    /// and the first period of all when the first of its measuring periods has no measurement.
    /// </summary>
    public bool IsJudged { get; }

    /// <summary>
    /// The value of the period, so far when it is running; <see langword="null"/> without measurements or with an undefined ratio, and of a level while a
    /// segment is not reported. 0 where nothing was recorded
    /// and that means zero. What goes beyond ±10^18 is told as that.
    /// </summary>
    public decimal? Actual => situation.Actual;

    /// <summary>The decision that set the target; <see langword="null"/> when none was known.</summary>
    public TargetDecision? Decision { get; }

    /// <summary>The target for the whole period; <see langword="null"/> without one.</summary>
    public Target? Target => Decision?.Target;

    /// <summary>
    /// What it is judged by. Of a complete period the target, or the part of it that was due for the measuring periods that are there: 200 of 300 for two of
    /// three months, and of a level the point its way from the target before has reached by then, or all from the band before to its own. Of a running one
    /// what was due by now, where something is due before the end: of an amount that adds up, and of a level of a quarter or longer with a target before.
    /// <see langword="null"/> without a target, or while nothing was due.
    /// </summary>
    public Target? Due => Target is not { } target ? null
        : IsComplete ? (Coverage.IsFull ? target : DueOf(target, Course()) ?? target)
        : HasCourse ? DueOf(target, Course())
        : target;

    /// <summary>
    /// How many of the expected measuring periods have a measurement. Expected are those that are over and to be known, and those that are there before; where
    /// nothing recorded means zero, all of these are there.
    /// </summary>
    public Coverage Coverage
    {
        get
        {
            if (!Kpi.HasParts)
            {
                return new(1, Actual is not null || LacksSegment || situation.Known is not null ? 1 : 0);
            }

            var (expected, present) = (0, 0);
            for (var part = 0; part < situation.Parts.Count && situation.Parts.Last[part] <= situation.Day; part++)
            {
                var isPresent = situation.HasPart(part);
                expected += isPresent || situation.IsPartDue(part) ? 1 : 0;
                present += isPresent ? 1 : 0;
            }

            return new(expected, present);
        }
    }

    /// <summary>What the measurements add up to.</summary>
    public PeriodAggregate Aggregate => situation.Known?.Total ?? PeriodAggregate.Empty;

    /// <summary>
    /// How far the actual is on the good side of what is <see cref="Due"/>, in the KPI's unit: -8 for 92 of 100. Of a running period only what was measured for
    /// what was due counts. <see langword="null"/> without actual or target.
    /// </summary>
    public decimal? Gap => Due is { } due && (IsComplete || !HasCourse ? Actual : Course()?.Actual) is { } actual ? due.Gap(actual, Kpi.Direction) : null;

    /// <summary>
    /// How much of the target is attained, 1 on the target (see <see cref="Target.Attainment(decimal, Direction)"/>); of a complete period of what was due.
    /// <see langword="null"/> where that means nothing.
    /// </summary>
    public decimal? Attainment => Actual is { } actual ? (IsComplete ? Due : Target)?.Attainment(actual, Kpi.Direction) : null;

    /// <summary>How the period stands. One that is running, or not judged although it has a value, is <see cref="KpiStatus.Partial"/>.</summary>
    public KpiStatus Status =>
        Kpi.IsWatched ? KpiStatus.Watched
        : Target is null ? KpiStatus.NoTarget
        : Actual is null ? KpiStatus.NoData
        : !IsJudged ? KpiStatus.Partial
        : Gap is not { } gap ? KpiStatus.NoData
        : IsReached ? KpiStatus.Met
        : -gap <= Kpi.Tolerance.Of(Due!) ? KpiStatus.Near
        : KpiStatus.Behind;

    /// <summary>Whether the period is judged and its target was missed, by however little.</summary>
    public bool IsMissed => IsJudged && Due is not null && Actual is not null && !IsReached;

    /// <summary>Whether its figures are to be known on the date.</summary>
    internal bool IsDue => DueOn <= situation.Table.AsOf;

    /// <summary>Whether a level has a segment that is not reported yet.</summary>
    internal bool LacksSegment { get; }

    /// <summary>Whether unit or meaning changed inside it.</summary>
    internal bool IsRedefined { get; }

    /// <summary>Whether it is the first period of all and began before the first measurement did.</summary>
    internal bool BeganInside { get; }

    /// <summary>
    /// Whether it is over and its figures are still to come. Where what is measured was redefined, or the KPI began, nothing more comes once something is
    /// there.
    /// </summary>
    internal bool IsAwaited => IsComplete && !IsJudged && !(situation.Known is not null && IsRedefined) && !BeganInside;

    /// <summary>Whether its value is that of the whole period, and not of some of its measuring periods: only then two amounts compare.</summary>
    internal bool IsWhole => IsJudged && (Kpi.Aggregation.Additivity() != Additivity.Additive || IsAllIn);

    /// <summary>
    /// How far it has come, by its own spread or by another; <see langword="null"/> when nothing was due and measured, or when the period cannot be judged at
    /// all.
    /// </summary>
    internal PeriodCourse? Course(SeasonalProfile? profile = null) => IsRedefined || BeganInside ? null : PeriodCourse.Of(situation, profile);

    /// <summary>
    /// Where the straight line from the target of the period before leads after a part of this one; <see langword="null"/> without such a target, and for what
    /// is no level.
    /// </summary>
    internal decimal? OnTheWay(PeriodCourse course) =>
        WayFrom() is { } start && Target?.Value is { } target ? ((start * (course.Whole - course.Position)) + (target * course.Position)) / course.Whole : null;

    /// <summary>Where the way to the target begins: at the target of the period before, or at its own when that asks for less.</summary>
    internal decimal? WayFrom()
    {
        if (
            Kpi.Aggregation != Aggregation.Last || !Kpi.Cadence.IsRegular || Target?.Value is not { } target
                || situation.Table.TargetBefore(situation.Number, Period)?.Value is not { } before)
        {
            return null;
        }

        // Who begins beyond the target is only asked to keep it.
        return Kpi.Direction == Direction.HigherIsBetter ? Math.Min(before, target) : Math.Max(before, target);
    }

    private string Key => Status switch
    {
        KpiStatus.Watched => Actual is null ? "kpi.watchedNoData" : "kpi.watched",
        KpiStatus.NoTarget => "kpi.noTarget",
        KpiStatus.NoData => LacksSegment ? "kpi.lacksSegment" : "kpi.noData",
        KpiStatus.Partial when IsRedefined => "kpi.redefined",
        KpiStatus.Partial when BeganInside => "kpi.beganInside",
        KpiStatus.Partial when IsComplete => "kpi.notDue",
        KpiStatus.Partial => HasCourse && Gap is not null ? "kpi.runningDue" : "kpi.running",
        KpiStatus.Met => Coverage.IsFull ? "kpi.met" : "kpi.metPart",
        KpiStatus.Near or KpiStatus.Behind => Coverage.IsFull ? "kpi.missed" : "kpi.missedPart",
    };

    private bool IsReached => Actual is { } actual && Due is { } due && due.IsMetBy(actual, Kpi.Direction);

    private bool HasCourse => Target?.Value is not null && (Kpi.Aggregation.Additivity() == Additivity.Additive || (Kpi.HasWay && WayFrom() is not null));

    // Whether nothing recorded is zero already: of a complete period once it is due, of a running one from the first day that is to be known.
    private bool IsSilentOn(PeriodTable table, ReportingPeriod period) => table.Kpi.IsZeroWhenSilent && DayNumber.Of(period.End) >= table.SilentFrom
        && (IsComplete ? DueOn <= table.AsOf : table.Day - table.Kpi.PublicationDelay >= Math.Max(DayNumber.Of(period.Start), table.SilentFrom));

    private bool IsBegunLate => Kpi.HasParts ? !situation.HasPart(0)
        : situation.Known is null && Kpi.IsZeroWhenSilent && situation.SilentFrom > DayNumber.Of(Period.Start);

    // Without measuring periods one measurement is the period's; where silence counts, more may come until the period is due.
    private bool IsAllIn
    {
        get
        {
            if (!Kpi.HasParts)
            {
                return IsDue || (situation.Known is not null && !Kpi.IsZeroWhenSilent);
            }

            for (var part = 0; part < situation.Parts.Count; part++)
            {
                if (!situation.HasPart(part))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private static LocalDate LastDay => new(9_999, 12, 31);

    /// <summary>The first day on which the figures of a period are to be known.</summary>
    internal static LocalDate DueOnOf(ReportingPeriod period, int delay)
    {
        var end = period.End;
        return delay == 0 ? end : DayNumber.Date(Math.Min(DayNumber.Of(end) + delay, DayNumber.Of(LastDay)));
    }

    private Target? DueOf(Target target, PeriodCourse? course) => course is not { } come ? null
        : Kpi.Aggregation.Additivity() == Additivity.Additive ? target.Part(come.Due, come.Whole)
        : OnTheWay(come) is { } due ? target.At(due)
        : BandOnTheWay(target, come) is { } band ? Target.Within(band)
        : target;

    // A level may go from band to band at once or bit by bit, so after a part of the period it may be anywhere from that of the period before to its own.
    private Band? BandOnTheWay(Target target, PeriodCourse come) =>
        come.Position < come.Whole
            && Kpi.Aggregation == Aggregation.Last
            && Kpi.Cadence.IsRegular
            && target.Band is { } band
            && situation.Table.TargetBefore(situation.Number, Period)?.Band is { } before
            ? before.Spanning(band)
            : null;

    /// <summary>Why the period stands as it does.</summary>
    /// <returns>A sentence with period, actual, target, gap and status.</returns>
    public Explanation Explain()
    {
        var facts = new[]
        {
            new Fact("kpi", Kpi.Name), new Fact("period", Period), new Fact("actual", Actual ?? situation.Known?.Value, Kpi.Unit),
            new Fact("target", Target, Kpi.Unit, Kpi.Direction), new Fact("due", Due, Kpi.Unit),
            new Fact("gap", Gap, Kpi.Unit, Kpi.Direction), new Fact("status", Status), new Fact("measurements", (decimal)Aggregate.Count),
                new Fact("dueOn", DueOn),
            new Fact("present", (decimal)Coverage.Present), new Fact("expected", (decimal)Coverage.Expected),
            new Fact("counted", IsComplete ? Actual : Course()?.Actual, Kpi.Unit),
        };
        var sentence = Explanation.Of(Key, facts);
        if (Decision is not null)
        {
            sentence = sentence.Resting(Explanation.Of(
                Decision.Because is null ? "kpi.targetDecided" : "kpi.targetDecidedBecause",
                new Fact("target", Target, Kpi.Unit, Kpi.Direction), new Fact("from", Decision.EffectiveFrom), new Fact("decidedOn", Decision.DecidedOn),
                new Fact("because", Decision.Because)));
        }

        return Aggregate.IsEmpty
            ? sentence
            : sentence.Resting(Explanation.Of(
                "kpi.aggregated",
                new Fact("measurements", (decimal)Aggregate.Count), new Fact("aggregation", Kpi.Aggregation), new Fact("present", (decimal)Coverage.Present),
                new Fact("expected", (decimal)Coverage.Expected)));
    }

    /// <summary>Period, actual and target, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
