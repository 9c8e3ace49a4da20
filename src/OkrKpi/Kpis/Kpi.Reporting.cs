using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <content>When the figures of a KPI are to be known, what silence means, and how it is read.</content>
public sealed partial class Kpi
{
    // Nobody publishes a figure later than ten years on.
    private const int LongestDelay = 3_650;

    /// <summary>Whether it is only watched: shown, but neither judged nor among the needs. Such a KPI has <see cref="Direction.None"/> and no target.</summary>
    public bool IsWatched => Direction == Direction.None;

    /// <summary>How many days after its last date the figures of a period are to be known; 0 unless said otherwise.</summary>
    public int PublicationDelay { get; private set; }

    /// <summary>Whether nothing recorded means zero, as with accidents; otherwise what is not recorded is missing.</summary>
    public bool IsZeroWhenSilent { get; private set; }

    /// <summary>
    /// How its amount spreads over a period; <see langword="null"/> when evenly: over its measuring periods, each the same, or without these over its days. Of
    /// a quarter measured monthly a third is due after January,
    /// of one measured whenever something happens 31/90. Where months are of four and of five weeks, <c>SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 1, 1)</c>
    /// spreads by the days.
    /// </summary>
    public SeasonalProfile? Spread { get; private set; }

    /// <summary>The days a daily KPI has a value on; <see langword="null"/> when on every day.</summary>
    public BusinessDays? BusinessDays { get; private set; }

    /// <summary>Its own reading of "lags", which goes before that of the rule; <see langword="null"/> when the rule's is read.</summary>
    public Lagging? Lagging { get; private set; }

    /// <summary>Says when the figures of a period are to be known: with 10 days those of June on 10 July. Until then nobody waits for them.</summary>
    /// <param name="days">The days after the last date of a period, 0 to 3,650.</param>
    /// <returns>The KPI with the delay.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not 0 to 3,650.</exception>
    public Kpi PublishedAfter(int days)
    {
        Require.Between(days, 0, LongestDelay, "figures are published some days after the end of a period");
        return Changed(kpi => kpi.PublicationDelay = days);
    }

    /// <summary>
    /// Says that nothing recorded means zero, from the first target or measurement on, up to what is due: no accident recorded in June is a June with 0
    /// accidents.
    /// </summary>
    /// <returns>The KPI.</returns>
    /// <exception cref="InvalidOperationException">The KPI does not add up over time, or has a value only when something happens.</exception>
    public Kpi NothingRecordedIsZero()
    {
        var changed = Changed(kpi => kpi.IsZeroWhenSilent = true);
        return KpiParts.OfSilence(changed) is { } fault ? throw new InvalidOperationException(fault) : changed;
    }

    /// <summary>Says how the amount of a period spreads over it, so that what is due by now follows the season or the week.</summary>
    /// <param name="profile">The profile, declared or learned from the past.</param>
    /// <returns>The KPI with the spread.</returns>
    /// <exception cref="ArgumentException">The KPI does not add up over time.</exception>
    public Kpi SpreadBy(SeasonalProfile profile)
    {
        Guard.Against.Null(profile);
        var changed = Changed(kpi => kpi.Spread = profile);
        return KpiParts.OfSpread(changed) is { } fault ? throw new ArgumentException(fault, nameof(profile)) : changed;
    }

    /// <summary>
    /// Says that a daily KPI has values on business days only: other days are no periods of it, and what is recorded on one counts with the business day
    /// before.
    /// </summary>
    /// <param name="days">The business days.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">The KPI is not daily.</exception>
    public Kpi OnBusinessDays(BusinessDays days)
    {
        Guard.Against.Null(days);
        var changed = Changed(kpi => kpi.BusinessDays = days);
        return KpiParts.OfBusinessDays(changed) is { } fault ? throw new ArgumentException(fault, nameof(days)) : changed;
    }

    /// <summary>Gives the KPI a reading of "lags" of its own; the rule of a review is for those without one.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The KPI with the reading.</returns>
    public Kpi Lags(Lagging reading) => Changed(kpi => kpi.Lagging = Guard.Against.Null(reading));

    /// <summary>
    /// The periods that a span of dates begins and ends in; of a daily KPI on business days its first and last one, in this order only if it has any.
    /// </summary>
    internal (ReportingPeriod First, ReportingPeriod Last) EndsOf(LocalDate start, LocalDate end) => BusinessDays is { } days
        ? (Own(days, days.NumberOf(start.PlusDays(-1)) + 1), Own(days, days.NumberOf(end)))
        : (PeriodOf(start), PeriodOf(end));

    /// <summary>How many of its own periods lead from one period to another: of a daily KPI on business days only those are counted.</summary>
    internal int StepsBetween(ReportingPeriod from, ReportingPeriod to) =>
        BusinessDays is { } days ? (int)(days.NumberOf(to.Start) - days.NumberOf(from.Start)) : from.StepsTo(to);

    /// <summary>The period so many of its own periods from another; <see langword="null"/> when it is out of range. Not for hours.</summary>
    internal ReportingPeriod? PlusOrNull(ReportingPeriod from, int steps)
    {
        if (BusinessDays is not { } days)
        {
            return from.PlusOrNull(steps);
        }

        var number = days.NumberOf(from.Start) + steps;
        return number >= days.NumberOf(Require.FirstDate) && number <= days.NumberOf(Require.LastDate)
            ? Own(days, number)
            : null;
    }

    /// <summary>Whether its periods have measuring periods that a date can tell.</summary>
    internal bool HasParts => MeasuredEvery?.IsToldByDate == true;

    /// <summary>Whether it says that it has a season: its months do not weigh the same.</summary>
    internal bool HasDeclaredSeason => Spread is { IsOfWeekdays: false } spread && spread.Weights.Distinct().Count() > 1;

    /// <summary>The same KPI read in its measuring periods; itself when it has no finer ones that a date can tell.</summary>
    internal Kpi InMeasuringPeriods() =>
        HasParts ? Changed(static kpi => (kpi.Cadence, kpi.MeasuredEvery) = (kpi.MeasuredEvery!.Value, null)) : this;

    /// <summary>
    /// Whether it is a level whose way to the target is followed while a period runs: read as the last value of a quarter or a longer period.
    /// </summary>
    internal bool HasWay => Aggregation == Aggregation.Last && Cadence.IsLong;

    private ReportingPeriod Own(BusinessDays days, long number) => ReportingPeriod.Containing(Calendar, Cadence, days.DateAt(number));
}
