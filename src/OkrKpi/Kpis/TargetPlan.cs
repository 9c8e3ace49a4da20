using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Targets of several periods decided at once: a budget, a yearly target spread over its months, a climb from here to there.</summary>
/// <remarks>
/// Immutable; compared by reference. A plan whose targets grow is no raise of itself; it raises a target only where it asks for more than was known for that
/// same period before.
/// <code>
/// kpi.With(TargetPlan.Spread(1_200, over: year, into: Cadence.Month, decidedOn: new LocalDate(2025, 12, 10)))   // 100 a month
/// kpi.With(TargetPlan.Climb(100, 124, over: year, into: Cadence.Month, decidedOn: new LocalDate(2025, 12, 10))) // 102, 104, ... 124
/// kpi.With(TargetPlan.Towards(30, by: new LocalDate(2030, 12, 31), from: 18, on: new LocalDate(2020, 12, 31)))  // of a yearly KPI 19.2, 20.4, ... 30
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetPlan
{
    private readonly TargetDecision[] decisions;
    private readonly Deadline? deadline;

    private TargetPlan(TargetDecision[] decisions, bool isSpread, Deadline? deadline = null)
    {
        this.decisions = decisions;
        this.deadline = deadline;
        IsSpread = isSpread;
    }

    /// <summary>
    /// The decisions of the plan, one a period; none of a plan towards a deadline, whose periods are those of the KPI (see <see cref="DecisionsFor"/>).
    /// </summary>
    public IReadOnlyList<TargetDecision> Decisions => decisions;

    internal bool IsSpread { get; }

    /// <summary>A target for each of some periods.</summary>
    /// <param name="decidedOn">When they were decided.</param>
    /// <param name="targets">The periods, of the KPI's cadence, and their targets.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A period is given twice, or a target is null.</exception>
    public static TargetPlan Of(LocalDate decidedOn, params IEnumerable<(ReportingPeriod Period, Target Target)> targets)
    {
        (ReportingPeriod Period, Target Target)[] all = [.. Guard.Against.Null(targets)];
        Require.Unique(all, each => each.Period, "period of a plan", nameof(targets));
        return new([.. all.Select(each => TargetDecision.Between(each.Period.Start, each.Period.End, each.Target, decidedOn))], isSpread: false);
    }

    /// <summary>A total spread evenly over the periods of a longer one: 1,200 a year are 100 each month. Only for KPIs that add up over time.</summary>
    /// <param name="total">What the periods add up to.</param>
    /// <param name="over">The longer period, such as the year.</param>
    /// <param name="into">The KPI's cadence.</param>
    /// <param name="decidedOn">When it was decided.</param>
    /// <returns>The plan; its targets add up to <paramref name="total"/> exactly.</returns>
    /// <exception cref="ArgumentException">The longer period does not consist of whole periods of the cadence.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside ±10^15, or the cadence is undefined or hourly.</exception>
    public static TargetPlan Spread(decimal total, ReportingPeriod over, Cadence into, LocalDate decidedOn)
    {
        var periods = Parts(over, into);
        return Planned(periods, index => total * (index + 1) / periods.Length, Require.Amount(total), decidedOn);
    }

    /// <summary>A total spread over the periods of a longer one by the shares of its months. Only for KPIs that add up over time.</summary>
    /// <param name="total">What the periods add up to.</param>
    /// <param name="over">The longer period, such as the year.</param>
    /// <param name="into">The KPI's cadence.</param>
    /// <param name="profile">How the year spreads over its months.</param>
    /// <param name="decidedOn">When it was decided.</param>
    /// <returns>The plan; its targets add up to <paramref name="total"/> exactly.</returns>
    /// <exception cref="ArgumentException">The longer period does not consist of whole periods of the cadence.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside ±10^15, or the cadence is undefined or hourly.</exception>
    public static TargetPlan Spread(decimal total, ReportingPeriod over, Cadence into, SeasonalProfile profile, LocalDate decidedOn)
    {
        Guard.Against.Null(profile);
        var periods = Parts(over, into);
        return Planned(periods, index => Share(total, profile.Due(over, periods[index].End)), Require.Amount(total), decidedOn);
    }

    /// <summary>
    /// A level that climbs, or falls, in equal steps: from 100 to 124 over a year are 102, 104, ... 124. For KPIs read as a level or a running total.
    /// </summary>
    /// <param name="start">The level before the first period.</param>
    /// <param name="end">The level of the last period.</param>
    /// <param name="over">The longer period, such as the year.</param>
    /// <param name="into">The KPI's cadence.</param>
    /// <param name="decidedOn">When it was decided.</param>
    /// <returns>The plan; its last target is <paramref name="end"/> exactly.</returns>
    /// <exception cref="ArgumentException">The longer period does not consist of whole periods of the cadence.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside ±10^15, or the cadence is undefined or hourly.</exception>
    public static TargetPlan Climb(decimal start, decimal end, ReportingPeriod over, Cadence into, LocalDate decidedOn)
    {
        Require.Amount(start);
        Require.Amount(end);
        var periods = Parts(over, into);
        return new(
            [.. periods.Select((period, index) => Decide(period, start + ((end - start) * (index + 1) / periods.Length), decidedOn))],
            isSpread: false);
    }

    /// <summary>
    /// A number to reach by a deadline, on a straight line from a start: from 18 % at the end of 2020 to 30 % by the end of 2030 a KPI measured once a year is
    /// to be at 19.2 %, 20.4 %, ... 30 %.
    /// </summary>
    /// <param name="target">The number to reach; it stays the target after the deadline.</param>
    /// <param name="by">The deadline, in the last period of the plan.</param>
    /// <param name="from">The number at the start.</param>
    /// <param name="on">The date of the start; the first target is that of the first whole period from then on.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="on"/>.</param>
    /// <returns>The plan, for a KPI of any cadence that a date can tell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside ±10^15, <paramref name="by"/> is not after <paramref name="on"/>, or a date lies
    /// outside the years 2 to 9997.</exception>
    public static TargetPlan Towards(decimal target, LocalDate by, decimal from, LocalDate on, LocalDate? decidedOn = null) =>
        Towards(target, by, from, on, Course.Line, decidedOn);

    /// <summary>
    /// A number to reach by a deadline, on a straight line or by steady growth from a start: from 100 to 121 in two years by growth is 110 after the first.
    /// </summary>
    /// <param name="target">The number to reach; it stays the target after the deadline.</param>
    /// <param name="by">The deadline, in the last period of the plan.</param>
    /// <param name="from">The number at the start.</param>
    /// <param name="on">The date of the start; the first target is that of the first whole period from then on.</param>
    /// <param name="course">How it gets there.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="on"/>.</param>
    /// <returns>The plan, for a KPI of any cadence that a date can tell.</returns>
    /// <exception cref="ArgumentException">It is to grow, and a number is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number lies outside ±10^15, <paramref name="by"/> is not after <paramref name="on"/>, a date lies outside the years 2 to 9997, or
    /// <paramref name="course"/> is undefined.
    /// </exception>
    public static TargetPlan Towards(decimal target, LocalDate by, decimal from, LocalDate on, Course course, LocalDate? decidedOn = null)
    {
        Require.Amount(target);
        Require.Amount(from);
        Require.Date(on);
        Require.Date(by);
        if (by <= on)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, $"A plan ends after it begins: {by.Iso()} is not after {on.Iso()}.");
        }

        if (Require.Defined(course) == Course.Growth && (from < Require.SmallestRange || target < Require.SmallestRange))
        {
            throw new ArgumentException($"Only numbers above 0 grow by a share; from {from} to {target} take a straight line.", nameof(course));
        }

        return new([], isSpread: false, new(target, by, from, on, course, Require.Date(decidedOn ?? on, nameof(decidedOn)), null));
    }

    /// <summary>
    /// The decisions of the plan for a KPI; of a plan towards a deadline one a whole period of the KPI from the start on, the last of which stands on.
    /// </summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The decisions, in order.</returns>
    /// <exception cref="ArgumentException">The plan leads to a deadline and the KPI is hourly, or has more than 10,000 periods or none until then.</exception>
    public IReadOnlyList<TargetDecision> DecisionsFor(Kpi kpi) => deadline is null ? decisions : deadline.DecisionsFor(Guard.Against.Null(kpi));

    /// <summary>The same plan with a reason.</summary>
    /// <param name="reason">The reason, for people.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is blank.</exception>
    public TargetPlan Because(string reason) =>
        new(
            Array.ConvertAll(decisions, each => TargetDecision.Between(each.EffectiveFrom, each.EffectiveThrough!.Value, each.Target!, each.DecidedOn, reason)),
            IsSpread,
            deadline is null ? null : deadline with { Reason = Require.Text(reason, "reason for a target") });

    /// <summary>How many targets or which deadline, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        deadline is not null ? deadline.ToString() : FormattableString.Invariant($"{decisions.Length} targets decided at once");

    private static ReportingPeriod[] Parts(ReportingPeriod over, Cadence into)
    {
        if (!Require.Defined(into).IsToldByDate)
        {
            throw new ArgumentOutOfRangeException(
                nameof(into), into, "Targets apply from a date on, which cannot tell one hour from another; spread them into days.");
        }

        var parts = ReportingPeriodParts.Of(over, into);
        return parts.Length > 0
            ? parts
            : throw new ArgumentException(
                $"{over} does not consist of whole periods of the cadence {into}; spread a year, half year, quarter or month into a cadence that fits into it.",
                nameof(over));
    }

    // Each period gets what is due by its end less what was due before, so that nothing is lost to rounding.
    private static TargetPlan Planned(ReportingPeriod[] periods, Func<int, decimal> dueBy, decimal total, LocalDate decidedOn)
    {
        var decisions = new TargetDecision[periods.Length];
        var before = 0m;
        for (var index = 0; index < periods.Length; index++)
        {
            var due = index == periods.Length - 1 ? total : dueBy(index);
            decisions[index] = Decide(periods[index], due - before, decidedOn);
            before = due;
        }

        return new(decisions, isSpread: true);
    }

    private static decimal Share(decimal total, (decimal Due, decimal Whole) share) => total * (share.Due / share.Whole);

    private static TargetDecision Decide(ReportingPeriod period, decimal value, LocalDate decidedOn) =>
        TargetDecision.Between(period.Start, period.End, Target.Of(value), decidedOn);

    /// <summary>Where a plan leads to and from where.</summary>
    private sealed record Deadline(decimal Target, LocalDate By, decimal From, LocalDate On, Course Course, LocalDate DecidedOn, string? Reason)
    {
        private const int MostPeriods = 10_000;

        public override string ToString() => FormattableString.Invariant($"from {From:#,0.####} on {On.Iso()} to {Target:#,0.####} by {By.Iso()}");

        internal TargetDecision[] DecisionsFor(Kpi kpi)
        {
            if (!kpi.Cadence.IsToldByDate)
            {
                throw new ArgumentException($"'{kpi.Name}' is hourly, and targets apply from a date on, which cannot tell one hour from another.", nameof(kpi));
            }

            // What is so on the first day of a longer period was so at the end of the one before.
            var (start, last) = (kpi.PeriodOf(On), kpi.PeriodOf(By));
            start = start.Start == On && start.End > On ? start.Previous : start;
            var count = kpi.StepsBetween(start, last);
            if (count is < 1 or > MostPeriods)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"'{kpi.Name}' has {count} whole periods from {On.Iso()} to {By.Iso()}; a plan has 1 to {MostPeriods} targets."), nameof(kpi));
            }

            // Counted in periods, so that even steps are even however many days a period has.
            var begun = start.ElapsedShare(On);
            var way = count + last.ElapsedShare(By) - begun;
            var decisions = new TargetDecision[count];
            for (var index = 1; index < count; index++)
            {
                // A business day's also holds on the days that count with it.
                var (period, next) = (kpi.PlusOrNull(start, index)!.Value, kpi.PlusOrNull(start, index + 1)!.Value);
                decisions[index - 1] = TargetDecision.Between(
                    period.Start, next.Start.PlusDays(-1), OkrKpi.Target.Of(After((index + 1 - begun) / way)), DecidedOn, Reason);
            }

            decisions[^1] = TargetDecision.From(last.Start, OkrKpi.Target.Of(Target), DecidedOn, Reason);
            return decisions;
        }

        private decimal After(decimal share) => Math.Min(share, 1m) is var part && Course == Course.Growth
            ? From * Exponent.Power(Target / From, part)
            : From + ((Target - From) * part);
    }
}
