namespace OkrKpi;

/// <content>Periods of calendar years by their numbers; those of other calendars are told by <see cref="ReportingCalendar.Parse"/> and
/// <see cref="ReportingCalendar.PeriodOf(NodaTime.LocalDate, Cadence)"/>.</content>
public readonly partial struct ReportingPeriod
{
    /// <summary>A calendar year: <c>ReportingPeriod.Year(2026)</c>.</summary>
    /// <param name="year">The year, 2 to 9997.</param>
    /// <returns>The period of <see cref="ReportingCalendar.Standard"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not 2 to 9997.</exception>
    public static ReportingPeriod Year(int year) => InYear(year, 1, 1, Cadence.Year, nameof(year));

    /// <summary>A calendar quarter: <c>ReportingPeriod.Quarter(2026, 3)</c> is July to September.</summary>
    /// <param name="year">The year, 2 to 9997.</param>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <returns>The period of <see cref="ReportingCalendar.Standard"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not 2 to 9997, or <paramref name="quarter"/> not 1 to 4.</exception>
    public static ReportingPeriod Quarter(int year, int quarter) => InYear(year, quarter, 4, Cadence.Quarter, nameof(quarter));

    /// <summary>A calendar month: <c>ReportingPeriod.Month(2026, 6)</c>.</summary>
    /// <param name="year">The year, 2 to 9997.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The period of <see cref="ReportingCalendar.Standard"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not 2 to 9997, or <paramref name="month"/> not 1 to 12.</exception>
    public static ReportingPeriod Month(int year, int month) => InYear(year, month, 12, Cadence.Month, nameof(month));

    private static ReportingPeriod InYear(int year, int number, int most, Cadence cadence, string name)
    {
        Require.Between(year, Require.FirstYear, Require.LastYear, "a year", nameof(year));
        Require.Between(number, 1, most, $"a {cadence} of a year", name);
        return ReportingCalendar.Standard.PeriodOf(new NodaTime.LocalDate(year, ((number - 1) * 12 / most) + 1, 1), cadence);
    }
}
