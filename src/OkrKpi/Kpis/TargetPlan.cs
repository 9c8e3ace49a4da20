using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Targets of several periods decided at once: a budget, a yearly target spread over its months, a climb from here to there.</summary>
/// <remarks>
/// Immutable; compared by reference. A plan whose targets grow is no raise of itself; it raises a target only where it asks for more than was known for that same period before.
/// <code>
/// kpi.With(TargetPlan.Spread(1_200, over: year, into: Cadence.Month, decidedOn: new LocalDate(2025, 12, 10)))   // 100 a month
/// kpi.With(TargetPlan.Climb(100, 124, over: year, into: Cadence.Month, decidedOn: new LocalDate(2025, 12, 10))) // 102, 104, ... 124
/// </code>
/// </remarks>
public sealed class TargetPlan
{
    private readonly TargetDecision[] decisions;

    private TargetPlan(TargetDecision[] decisions, bool isSpread)
    {
        this.decisions = decisions;
        IsSpread = isSpread;
    }

    /// <summary>The decisions of the plan, one a period.</summary>
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

    /// <summary>A level that climbs, or falls, in equal steps: from 100 to 124 over a year are 102, 104, ... 124. For KPIs read as a level or a running total.</summary>
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

    /// <summary>The same plan with a reason.</summary>
    /// <param name="reason">The reason, for people.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is blank.</exception>
    public TargetPlan Because(string reason) =>
        new(Array.ConvertAll(decisions, each => TargetDecision.Between(each.EffectiveFrom, each.EffectiveThrough!.Value, each.Target!, each.DecidedOn, reason)), IsSpread);

    /// <summary>How many targets, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{decisions.Length} targets decided at once");

    private static ReportingPeriod[] Parts(ReportingPeriod over, Cadence into)
    {
        if (Require.Defined(into) == Cadence.Hour)
        {
            throw new ArgumentOutOfRangeException(nameof(into), into, "Targets apply from a date on, which cannot tell one hour from another; spread them into days.");
        }

        var parts = ReportingPeriodParts.Of(over, into);
        return parts.Length > 0
            ? parts
            : throw new ArgumentException($"{over} does not consist of whole periods of the cadence {into}; spread a year, half year, quarter or month into a cadence that fits into it.", nameof(over));
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
}
