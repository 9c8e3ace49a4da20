using System.Globalization;
using NodaTime;

namespace OkrKpi.Periods;

/// <summary>Which dates of a period are compared with which earlier dates, so that like is compared with like.</summary>
/// <remarks>Immutable. Equal when period and both spans are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PeriodComparison : IEquatable<PeriodComparison>
{
    private PeriodComparison(ReportingPeriod period, DateInterval span, DateInterval? against)
    {
        Period = period;
        Span = span;
        Against = against;
    }

    /// <summary>The period that is compared.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The dates of the period that are compared, both ends included: all of it, but for a running period to date or a week left out.</summary>
    public DateInterval Span { get; }

    /// <summary>
    /// The earlier dates they are compared with, both ends included; <see langword="null"/> when there are none, as for week 53 after a year of 52.
    /// </summary>
    public DateInterval? Against { get; }

    /// <summary>Whether both spans have as many days. August and July have, July and June have not.</summary>
    public bool HasEqualDays => Against?.Length == Span.Length;

    /// <summary>With the period before: July with June.</summary>
    /// <param name="period">The period, of days or longer.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is an hour.</exception>
    public static PeriodComparison WithPrevious(ReportingPeriod period) => Of(OfDates(period), period.PlusOrNull(-1)?.Dates);

    /// <summary>With the same period a year before: July 2026 with July 2025, a retail quarter with the same quarter.</summary>
    /// <param name="period">The period, of days or longer.</param>
    /// <param name="extraWeek">What becomes of a 53rd week, where years are counted in weeks or weeks are compared.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is an hour.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="extraWeek"/> is undefined.</exception>
    public static PeriodComparison WithLastYear(ReportingPeriod period, ExtraWeek extraWeek = ExtraWeek.Restate)
    {
        OfDates(period);
        Require.Defined(extraWeek);
        return period.Calendar.RetailYear is null && !period.Cadence.CanStraddle
            ? Of(period, period.SameLastYear?.Dates)
            : extraWeek == ExtraWeek.Drop
                ? Of(period, period.SameLastYear?.Dates).WithEqualDays()
                : ByWeeks(period, extraWeek);
    }

    /// <summary>With the same dates some days before: July 2017 and 7 days with 24 June to 24 July.</summary>
    /// <param name="period">The period, of days or longer.</param>
    /// <param name="days">How many days before, at least 1; 364 keeps the days of the week.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is an hour.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not 1 to 100,000, or leads before the year 1.</exception>
    public static PeriodComparison WithDaysBefore(ReportingPeriod period, int days)
    {
        OfDates(period);
        Require.Between(days, 1, 100_000, "a comparison looks back at least one day");
        var start = Require.PeriodOf(period.Start.PlusDays(-days), nameof(days));
        return Of(period, new(start, period.End.PlusDays(-days)));
    }

    /// <summary>The same comparison of a running period, to date: both spans are cut to what has passed at the close of a day.</summary>
    /// <param name="asOf">The day. From the end of the period on nothing is cut.</param>
    /// <param name="span">How much of the earlier period that is.</param>
    /// <returns>The comparison. The earlier span is never longer than the earlier period: 30 March is compared with all of February.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is before the period, or <paramref name="span"/> is undefined.</exception>
    public PeriodComparison ToDate(LocalDate asOf, SpanToDate span = SpanToDate.SameNumberOfDays)
    {
        Require.Defined(span);
        if (asOf < Span.Start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf, $"{Period} has not begun, so there is nothing to compare to date; give a day from its start on.");
        }

        if (asOf >= Span.End)
        {
            return this;
        }

        var dates = new DateInterval(Span.Start, asOf);
        if (Against is not { } against)
        {
            return new(Period, dates, null);
        }

        // Months apart, where both begin on the same day of a month; otherwise the calendar has no same date to offer.
        var isByMonths = span == SpanToDate.SameDates && Period.Calendar.RetailYear is null && Span.Start.Day == against.Start.Day;
        var end = isByMonths
            ? asOf.PlusMonths(NodaTime.Period.Between(Span.Start, against.Start, PeriodUnits.Months).Months)
            : against.Start.PlusDays(dates.Length - 1);
        return new(Period, dates, new(against.Start, LocalDate.Min(end, against.End)));
    }

    /// <summary>The growth between the values of the two spans.</summary>
    /// <param name="asOf">The day at whose close the current value is known.</param>
    /// <param name="current">The value of <see cref="Span"/>; <see langword="null"/> when it is missing.</param>
    /// <param name="earlier">The value of <see cref="Against"/>; <see langword="null"/> when it is missing.</param>
    /// <param name="negative">How growth from a negative value is told.</param>
    /// <returns>The growth. While <see cref="Span"/> still runs it is withheld, because a part would be compared with a whole: compare
    /// <see cref="ToDate"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or <paramref name="negative"/> is undefined.</exception>
    public Growth GrowthAsOf(LocalDate asOf, decimal? current, decimal? earlier, NegativeBase negative = NegativeBase.ByMagnitude) =>
        asOf < Span.End ? Growth.Withheld(current, earlier)
        : Growth.Of(current, Against is null ? null : earlier, negative);

    /// <summary>What is compared with what.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Against is { } against
        ? Explanation.Of(
            "comparison.with",
            [new("period", Period), new("start", Span.Start), new("end", Span.End), new("earlierStart", against.Start), new("earlierEnd", against.End)])
        : Explanation.Of("comparison.none", [new("period", Period)]);

    /// <inheritdoc/>
    public bool Equals(PeriodComparison? other) => other is not null && Period == other.Period && Span.Equals(other.Span) && Equals(Against, other.Against);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PeriodComparison);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Span, Against);

    /// <summary>Both spans, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);

    private static ReportingPeriod OfDates(ReportingPeriod period) => period.Cadence.IsToldByDate
        ? period
        : throw new ArgumentException(
            $"The hour {period} is no span of dates to compare; compare days, or take the hour of another day from its calendar.", nameof(period));

    // By the numbers of the weeks in their years. A day is compared as its week is, with the same day of the week.
    private static PeriodComparison ByWeeks(ReportingPeriod period, ExtraWeek extraWeek)
    {
        var calendar = period.Calendar;
        var (first, last) = (ReportingPeriod.Containing(calendar, Cadence.Week, period.Start), ReportingPeriod.Containing(calendar, Cadence.Week, period.End));
        var (year, week) = first.WeekOfYear();
        if (ReportingPeriod.WeekOf(calendar, year - 1, 1) is not { } earlierFirst || ReportingPeriod.WeekOf(calendar, year, 1) is not { } yearFirst)
        {
            return Of(period, null);
        }

        var weeksBefore = earlierFirst.StepsTo(yearFirst);
        var moved = extraWeek == ExtraWeek.Restate && weeksBefore > 52 ? 1 : 0;
        var from = week + moved;
        var weeks = Math.Min(first.StepsTo(last) + 1, weeksBefore - from + 1);
        if (weeks < 1)
        {
            return Of(period, null);
        }

        if (period.Days < 7)
        {
            var sameDay = earlierFirst.Plus(from - 1).Start.PlusDays(NodaTime.Period.DaysBetween(first.Start, period.Start));
            return Of(period, new(sameDay, sameDay));
        }

        var against = new DateInterval(earlierFirst.Plus(from - 1).Start, earlierFirst.Plus(from + weeks - 2).End);
        var comparison = Of(period, against);
        return extraWeek == ExtraWeek.AlignByWeek ? comparison : comparison.WithEqualDays();
    }

    private static PeriodComparison Of(ReportingPeriod period, DateInterval? against) => new(period, period.Dates, against);

    private PeriodComparison WithEqualDays()
    {
        if (Against is not { } against)
        {
            return this;
        }

        var more = Math.Min(Span.Length, against.Length) - 1;
        return new(Period, new(Span.Start, Span.Start.PlusDays(more)), new(against.Start, against.Start.PlusDays(more)));
    }
}
