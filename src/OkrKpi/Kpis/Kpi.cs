using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// A lasting metric a business steers by: what it measures, which way is better, how often, who answers for it, and what its targets were and are.
/// </summary>
/// <remarks>
/// Immutable, so safe for any number of threads; every method that adds something returns a new KPI. Compared by reference: two KPIs with one id are two
/// states of one metric, told apart by the
/// caller.
/// <code>
/// var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
///     .Every(Cadence.Quarter, Aggregation.Sum)
///     .OwnedBy("Customer Success")
///     .WithTarget(100, from: new LocalDate(2026, 1, 1))
///     .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed partial class Kpi
{
    internal Kpi(KpiId id, string name, Unit unit, Direction direction, Cadence cadence, Aggregation aggregation)
    {
        Id = id;
        Name = name;
        Unit = unit;
        Direction = direction;
        Cadence = cadence;
        Aggregation = aggregation;
        Targets = TargetHistory.Empty;
        Calendar = ReportingCalendar.Standard;
        Tolerance = Tolerance.Default;
    }

    /// <summary>The name by which the KPI is known in a portfolio.</summary>
    public KpiId Id { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>The unit of its values and targets.</summary>
    public Unit Unit { get; private set; }

    /// <summary>Which way it gets better.</summary>
    public Direction Direction { get; private set; }

    /// <summary>The period its values and targets are stated for.</summary>
    public Cadence Cadence { get; private set; }

    /// <summary>How the measurements of a period become its value.</summary>
    public Aggregation Aggregation { get; private set; }

    /// <summary>Who answers for it; <see langword="null"/> when nobody is named, which a review reports.</summary>
    public string? Owner { get; private set; }

    /// <summary>The group it is listed under, such as <c>Sales</c>; <see langword="null"/> without one.</summary>
    public string? Group { get; private set; }

    /// <summary>At which level it is set; <see langword="null"/> when not said.</summary>
    public KpiLevel? Level { get; private set; }

    /// <summary>
    /// How often a measurement is expected, when more often than <see cref="Cadence"/>; <see langword="null"/> when one a period is expected.
    /// </summary>
    public Cadence? MeasuredEvery { get; private set; }

    /// <summary>The decisions about its targets.</summary>
    public TargetHistory Targets { get; private set; }

    /// <summary>The calendar its periods belong to; <see cref="ReportingCalendar.Standard"/> unless said otherwise.</summary>
    public ReportingCalendar Calendar { get; private set; }

    /// <summary>By how much a missed target still counts as near; <see cref="Tolerance.Default"/> unless said otherwise.</summary>
    public Tolerance Tolerance { get; private set; }

    /// <summary>Says what a KPI measures; <see cref="KpiDraft.Every"/> completes it.</summary>
    /// <param name="id">The name by which the KPI is known in a portfolio.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="unit">The unit of its values and targets.</param>
    /// <param name="direction">Which way it gets better.</param>
    /// <returns>The draft.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined, or <see cref="Direction.None"/>, which only a KPI of
    /// <see cref="Watch(string, string, Unit)"/> has.</exception>
    public static KpiDraft Define(string id, string name, Unit unit, Direction direction) => Define(KpiId.Given(id), name, unit, direction);

    /// <inheritdoc cref="Define(string, string, Unit, Direction)"/>
    public static KpiDraft Define(KpiId id, string name, Unit unit, Direction direction) =>
        new(Guard.Against.Null(id), Require.Text(name, "name of a KPI"), Guard.Against.Null(unit), Judging(direction));

    /// <summary>
    /// Says what a KPI shows that is only watched: it has no good direction and so no target, and nobody is asked for an OKR; <see cref="KpiDraft.Every"/>
    /// completes it.
    /// </summary>
    /// <param name="id">The name by which the KPI is known in a portfolio.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="unit">The unit of its values.</param>
    /// <returns>The draft.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="name"/> is blank.</exception>
    public static KpiDraft Watch(string id, string name, Unit unit) => Watch(KpiId.Given(id), name, unit);

    /// <inheritdoc cref="Watch(string, string, Unit)"/>
    public static KpiDraft Watch(KpiId id, string name, Unit unit) =>
        new(Guard.Against.Null(id), Require.Text(name, "name of a KPI"), Guard.Against.Null(unit), Direction.None);

    /// <summary>Names who answers for the KPI.</summary>
    /// <param name="owner">A person or team.</param>
    /// <returns>The KPI with the owner.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is blank.</exception>
    public Kpi OwnedBy(string owner) => Changed(kpi => kpi.Owner = Require.Text(owner, "owner of a KPI"));

    /// <summary>Lists the KPI under a group.</summary>
    /// <param name="group">The group, such as <c>Marketing</c>.</param>
    /// <returns>The KPI in the group.</returns>
    /// <exception cref="ArgumentException"><paramref name="group"/> is blank.</exception>
    public Kpi InGroup(string group) => Changed(kpi => kpi.Group = Require.Text(group, "group of a KPI"));

    /// <summary>Says at which level the KPI is set.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The KPI at the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is undefined.</exception>
    public Kpi AtLevel(KpiLevel level) => Changed(kpi => kpi.Level = Require.Defined(level));

    /// <summary>Says which calendar the KPI's periods belong to.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The KPI on the calendar.</returns>
    public Kpi On(ReportingCalendar calendar) => Changed(kpi => kpi.Calendar = Guard.Against.Null(calendar));

    /// <summary>Says how often a measurement is expected, so that coverage can tell a full period from one with holes.</summary>
    /// <param name="cadence">A shorter period than <see cref="Cadence"/>: a quarterly sum measured weekly.</param>
    /// <returns>The KPI with the expectation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, an event, or not shorter than the KPI's own.</exception>
    public Kpi Measured(Cadence cadence)
    {
        Require.Defined(cadence);
        var changed = Changed(kpi => kpi.MeasuredEvery = cadence);
        return KpiParts.OfMeasuring(changed) is { } fault ? throw new ArgumentOutOfRangeException(nameof(cadence), cadence, fault) : changed;
    }

    /// <summary>Says by how much a missed target still counts as near.</summary>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>The KPI with the tolerance.</returns>
    public Kpi Tolerating(Tolerance tolerance) => Changed(kpi => kpi.Tolerance = Guard.Against.Null(tolerance));

    /// <summary>Adds a target: a number to reach from a date on, until the next target begins.</summary>
    /// <param name="value">The number, for one period of the KPI's cadence.</param>
    /// <param name="from">The first date it applies to.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason, for people.</param>
    /// <returns>The KPI with the target.</returns>
    /// <exception cref="ArgumentException">The KPI's direction is a band; use the overload with a <see cref="Band"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Kpi WithTarget(decimal value, LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        With(TargetDecision.From(from, Target.Of(value), decidedOn, because));

    /// <summary>Adds a target: a band to stay inside from a date on, until the next target begins.</summary>
    /// <param name="band">The band, ends included.</param>
    /// <param name="from">The first date it applies to.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason, for people.</param>
    /// <returns>The KPI with the target.</returns>
    /// <exception cref="ArgumentException">The KPI's direction is not <see cref="Direction.WithinBand"/>.</exception>
    public Kpi WithTarget(Band band, LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        With(TargetDecision.From(from, Target.Within(band), decidedOn, because));

    /// <summary>Adds a target from a date on, until the next target begins: <c>Target.Below(60)</c> where 60 is one too many.</summary>
    /// <param name="target">The target, for one period of the KPI's cadence.</param>
    /// <param name="from">The first date it applies to.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason, for people.</param>
    /// <returns>The KPI with the target.</returns>
    /// <exception cref="ArgumentException">The target does not fit the KPI's direction, or <paramref name="because"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    public Kpi WithTarget(Target target, LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        With(TargetDecision.From(from, target, decidedOn, because));

    /// <summary>Adds a decision about the KPI's target.</summary>
    /// <remarks>Of two decisions of one day that begin on one date the one added later holds, so that a slip is put right on the day it is made.</remarks>
    /// <param name="decision">The decision.</param>
    /// <returns>The KPI with the decision.</returns>
    /// <exception cref="ArgumentException">The target does not fit the KPI's direction.</exception>
    public Kpi With(TargetDecision decision) => With([Guard.Against.Null(decision)]);

    /// <summary>Adds decisions on the target, all or none.</summary>
    /// <param name="decisions">The decisions, in any order; of two of one day that begin on one date the later one of the list holds.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">A number is set for a KPI that is good within a band, or a band for another, or the KPI is only watched.</exception>
    public Kpi With(params IEnumerable<TargetDecision> decisions)
    {
        var added = Require.Copy(decisions);
        if (KpiParts.OfTargets(this, added) is { } fault)
        {
            throw new ArgumentException(fault, nameof(decisions));
        }

        return Changed(kpi => kpi.Targets = Targets.With(added));
    }

    /// <summary>Adds the targets of several periods decided at once.</summary>
    /// <param name="plan">The plan, for periods of the KPI's cadence.</param>
    /// <returns>The KPI with the targets.</returns>
    /// <exception cref="ArgumentException">A target does not fit the KPI's direction, or a total is spread over periods of a KPI that does not add up over
    /// time.</exception>
    public Kpi With(TargetPlan plan)
    {
        Guard.Against.Null(plan);
        if (plan.IsSpread && Aggregation.Additivity() != Additivity.Additive)
        {
            throw new ArgumentException(
                $"'{Name}' is read as {Aggregation}, which does not add up over time, so a total cannot be spread over its periods; use "
                + $"{nameof(TargetPlan)}.{nameof(TargetPlan.Climb)} or give each period its target.",
                nameof(plan));
        }

        return With(plan.DecisionsFor(this));
    }

    /// <summary>
    /// The target of a period as it was known on a date: "the target for Q3 as we knew it on 1 June". For a period of another cadence it is derived, and only
    /// for a KPI that adds up over time:
    /// the quarter's target of a monthly KPI adds up three months, the quarter's target of a yearly KPI is a quarter of the year's.
    /// </summary>
    /// <param name="period">The period, of the KPI's calendar.</param>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The target, which says whether it is derived; without one when none was known for the whole period, or when it cannot be derived.</returns>
    public PeriodTarget TargetOver(ReportingPeriod period, LocalDate knownOn)
    {
        if (period.Cadence == Cadence)
        {
            return new(period, Targets.For(period, knownOn)?.Target, isDerived: false);
        }

        return new(period, Aggregation.Additivity() == Additivity.Additive ? Derived(period, knownOn) : null, isDerived: true);
    }

    /// <summary>
    /// What each decision did to the target known before for the same period: raised it, lowered it, set the first one, or only put a record right.
    /// What was decided on one day belongs together and is one decision, however many periods it names.
    /// </summary>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The revisions, in the order they were decided; none for an hourly KPI, whose periods a date cannot tell.</returns>
    public IReadOnlyList<TargetRevision> TargetRevisions(LocalDate knownOn) => TargetRevision.Of(this, knownOn);

    /// <summary>The period of the KPI's cadence and calendar a date lies in.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The KPI is hourly, which a date cannot tell.</exception>
    public ReportingPeriod PeriodOf(LocalDate date) => Calendar.PeriodOf(date, Cadence);

    private static Direction Judging(Direction direction) => Require.Defined(direction) == Direction.None
        ? throw new ArgumentOutOfRangeException(
            nameof(direction), direction, $"A KPI that is judged has a direction; one that is only watched is made by {nameof(Kpi)}.{nameof(Watch)}.")
        : direction;

    private Kpi Changed(Action<Kpi> change)
    {
        var copy = (Kpi)MemberwiseClone();
        change(copy);
        return copy;
    }

    /// <summary>What measurements come to in the KPI's unit: percentages are measured in hundredths, so 30 of 1,000 is 3 %.</summary>
    internal decimal? Read(PeriodAggregate total, Aggregation aggregation) => total.Read(aggregation) is not { } value ? null
        : aggregation == Aggregation.RatioOfSums && Unit.Kind == UnitKind.Percent ? Held.Actual(Held.Actual(value) * 100m)
        : Held.Actual(value);

    private Target? Derived(ReportingPeriod period, LocalDate knownOn)
    {
        if (!Cadence.TilesDates || !period.Cadence.TilesDates)
        {
            return null;
        }

        var isLonger = period.Cadence > Cadence;
        var longer = isLonger ? period : ReportingPeriod.Containing(Calendar, Cadence, period.Start);
        ReportingPeriod[] parts = ReportingPeriodParts.Of(longer, isLonger ? Cadence : period.Cadence);
        if (parts.Length == 0)
        {
            return null;
        }

        if (!isLonger)
        {
            return Targets.For(longer, knownOn)?.Target is { Value: { } whole } target ? target.At(whole / parts.Length) : null;
        }

        // One strict part makes the sum strict: who may not reach one of them may not reach all.
        Target? like = null;
        var sum = 0m;
        foreach (var part in parts)
        {
            if (Targets.For(part, knownOn)?.Target is not { Value: { } value } target)
            {
                return null;
            }

            like = like is { IsStrict: true } ? like : target;
            sum += value;
        }

        return like!.At(sum);
    }

    /// <summary>Id and name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Id})";
}
