using NodaTime;

namespace OkrKpi;

/// <summary>The span an objective is worked on: any length, usually one, three or six months.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads. Both dates are included. Equal when name and dates are equal. A cycle is not a reporting period: three months
/// from any date are a cycle too.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Cycle : IEquatable<Cycle>
{
    private const int MostDays = 36_525;

    private string? name;

    private Cycle(string? name, LocalDate start, LocalDate end)
    {
        this.name = name;
        Start = start;
        End = end;
    }

    /// <summary>What people call the cycle, such as <c>2026-Q3</c>.</summary>
    public string Name => name ?? $"{Start.Iso()} to {End.Iso()}";

    /// <summary>The first date.</summary>
    public LocalDate Start { get; }

    /// <summary>The last date, included.</summary>
    public LocalDate End { get; }

    /// <summary>The number of dates in the cycle, at least 1.</summary>
    public int Days => Period.DaysBetween(Start, End) + 1;

    /// <summary>The whole weeks of the cycle, each with one planned check-in: 13 for a quarter.</summary>
    public int Weeks => Days / 7;

    /// <summary>The length when it is a whole number of months, such as 3 for a quarter; otherwise <see langword="null"/>.</summary>
    public int? Months
    {
        get
        {
            var months = Period.Between(Start, End.PlusDays(1), PeriodUnits.Months).Months;
            return months > 0 && Start.PlusMonths(months) == End.PlusDays(1) ? months : null;
        }
    }

    /// <summary>One calendar month: <c>Cycle.Month(2026, 7)</c>.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The cycle, named as <c>2026-07</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is not 1 to 12, or the year is not 2 to 9997.</exception>
    public static Cycle Month(int year, int month)
    {
        Require.Between(month, 1, 12, "a year has months 1 to 12");
        return Of(ReportingCalendar.Standard.PeriodOf(new LocalDate(Year(year), month, 1), Cadence.Month));
    }

    /// <summary>One calendar quarter: <c>Cycle.Quarter(2026, 3)</c> is July to September.</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <returns>The cycle, named as <c>2026-Q3</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarter"/> is not 1 to 4, or the year is not 2 to 9997.</exception>
    public static Cycle Quarter(int year, int quarter)
    {
        Require.Between(quarter, 1, 4, "a year has quarters 1 to 4");
        return Of(ReportingCalendar.Standard.PeriodOf(new LocalDate(Year(year), (quarter * 3) - 2, 1), Cadence.Quarter));
    }

    /// <summary>Half a calendar year: <c>Cycle.HalfYear(2026, 2)</c> is July to December.</summary>
    /// <param name="year">The year.</param>
    /// <param name="half">The half, 1 or 2.</param>
    /// <returns>The cycle, named as <c>2026-H2</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="half"/> is not 1 or 2, or the year is not 2 to 9997.</exception>
    public static Cycle HalfYear(int year, int half)
    {
        Require.Between(half, 1, 2, "a year has halves 1 and 2");
        return Of(ReportingCalendar.Standard.PeriodOf(new LocalDate(Year(year), (half * 6) - 5, 1), Cadence.HalfYear));
    }

    /// <summary>A number of months from any date; the day is clipped to the length of the month: three months from 30 November end on 27 February.</summary>
    /// <param name="start">The first date.</param>
    /// <param name="months">How many months, at least 1.</param>
    /// <returns>The cycle, named by its dates.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1 or above 1,200, or a date lies outside the years 2 to
    /// 9997.</exception>
    public static Cycle OfMonths(LocalDate start, int months)
    {
        Require.Between(months, 1, 1_200, "a cycle has at least one month and at most a hundred years");

        // No further than a year beyond the last date, where the platform's calendar still has dates to refuse.
        var yearsLeft = Require.LastYear + 2 - Require.Date(start).Year;
        var end = start.PlusMonths(Math.Min(months, yearsLeft * 12)).PlusDays(-1);
        return Between(start, Require.Date(end, nameof(months)));
    }

    /// <summary>Any span of dates.</summary>
    /// <param name="start">The first date.</param>
    /// <param name="end">The last date, included.</param>
    /// <returns>The cycle, named by its dates.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>, the cycle has more than a hundred years (36,525
    /// days), or a date lies outside the years 2 to 9997.</exception>
    public static Cycle Between(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(end), end, $"A cycle cannot end on {end.Iso()}, before it starts on {start.Iso()}; give the first date first.");
        }

        Require.Date(start);
        return Period.DaysBetween(start, Require.Date(end)) < MostDays
            ? new(null, start, end)
            : throw new ArgumentOutOfRangeException(
                nameof(end), end,
                $"A cycle from {start.Iso()} to {end.Iso()} is no time box: it has at most a hundred years, {MostDays} days; carry the objective over "
                + $"instead.");
    }

    /// <summary>The cycle that spans a reporting period, so also a fiscal quarter.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The cycle, named by the period's label.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date of the period lies outside the years 2 to 9997.</exception>
    public static Cycle Of(ReportingPeriod period) => new(period.Label, Require.Date(period.Start, nameof(period)), Require.Date(period.End, nameof(period)));

    /// <summary>The same cycle under another name.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The cycle.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public Cycle Named(string name) => Changed(copy => copy.name = Require.Text(name, "name of a cycle"));

    /// <summary>Whether a date lies in the cycle, both ends included.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(LocalDate date) => date >= Start && date <= End;

    /// <summary>Whether the cycle has a date in common with another.</summary>
    /// <param name="other">The other cycle.</param>
    /// <returns><see langword="true"/> when they share at least one date; the last of one may be the first of the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public bool Overlaps(Cycle other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start <= other.End && other.Start <= End;
    }

    /// <summary>Which part of the cycle has passed at the close of a day, in whole days: 0 before it, 1 from its last date on.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The share from 0 to 1.</returns>
    public decimal ElapsedShare(LocalDate asOf) =>
        asOf < Start ? 0m
        : asOf >= End ? 1m
        : (Period.DaysBetween(Start, asOf) + 1m) / Days;

    /// <inheritdoc/>
    public bool Equals(Cycle? other) =>
        other is not null && Start == other.Start && End == other.End && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cycle);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End);

    /// <summary>The <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static int Year(int year) => (int)Require.Between(year, Require.FirstYear, Require.LastYear, "a year lies between 2 and 9997", nameof(year));

    /// <summary>Whether it has the same days, whatever the names.</summary>
    internal bool Spans(Cycle other) => Start == other.Start && End == other.End;

    private Cycle Changed(Action<Cycle> change)
    {
        var copy = (Cycle)MemberwiseClone();
        change(copy);
        return copy;
    }
}
