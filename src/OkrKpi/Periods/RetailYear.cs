using NodaTime;

namespace OkrKpi.Periods;

/// <summary>A year of 52 or 53 whole weeks, cut into quarters of 13 weeks and months of 4 or 5: the 4-4-5 family.</summary>
/// <remarks>
/// Immutable. Equal when all settings are equal. A year of 53 weeks has one quarter of 14, whose last month takes the extra week.
/// <para>Retailers in the United States count 4-5-4 and end on the Saturday nearest to 31 January, which made 2006, 2012, 2017 and 2023 long (National Retail
/// Federation).</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RetailYear : IEquatable<RetailYear>
{
    private const int DaysAWeek = 7;
    private const int WeeksAQuarter = 13;
    private const int Quarters = 4;

    private RetailYear(RetailMonths months, RetailYearEnd end, IsoDayOfWeek lastDay, int endMonth, int extraWeekQuarter)
    {
        Months = months;
        End = end;
        LastDay = lastDay;
        EndMonth = endMonth;
        ExtraWeekQuarter = extraWeekQuarter;
    }

    /// <summary>How many weeks the months of a quarter have.</summary>
    public RetailMonths Months { get; }

    /// <summary>Whether the year ends on the last such weekday of the month, or on the nearest to its end.</summary>
    public RetailYearEnd End { get; }

    /// <summary>The weekday the year ends on; weeks begin on the day after.</summary>
    public IsoDayOfWeek LastDay { get; }

    /// <summary>The month at whose end the year ends, 1 for January to 12.</summary>
    public int EndMonth { get; }

    /// <summary>The quarter that has 14 weeks in a year of 53, 1 to 4.</summary>
    public int ExtraWeekQuarter { get; private set; }

    internal IsoDayOfWeek FirstDay => LastDay == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : LastDay + 1;

    // A retail year is counted by the calendar year its first nominal month lies in, as fiscal years of whole months are.
    private int YearsToEnd => EndMonth == 12 ? 0 : 1;

    /// <summary>Years that end on the last such weekday of a month: the last Saturday of September.</summary>
    /// <param name="lastDay">The weekday.</param>
    /// <param name="month">The month, 1 for January to 12.</param>
    /// <param name="months">The weeks of the months of a quarter.</param>
    /// <returns>The rule, with the extra week of a long year in its fourth quarter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is no day of the week, no month from 1 to 12 or undefined.</exception>
    public static RetailYear EndingOnLast(IsoDayOfWeek lastDay, int month, RetailMonths months) => Checked(months, RetailYearEnd.LastOfMonth, lastDay, month);

    /// <summary>Years that end on the weekday nearest to the end of a month: the Saturday nearest to 31 January.</summary>
    /// <param name="lastDay">The weekday.</param>
    /// <param name="month">The month, 1 for January to 12.</param>
    /// <param name="months">The weeks of the months of a quarter.</param>
    /// <returns>The rule, with the extra week of a long year in its fourth quarter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is no day of the week, no month from 1 to 12 or undefined.</exception>
    public static RetailYear EndingNearest(IsoDayOfWeek lastDay, int month, RetailMonths months) =>
        Checked(months, RetailYearEnd.NearestToMonthEnd, lastDay, month);

    /// <summary>The same rule with the extra week of a long year in another quarter.</summary>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarter"/> is not 1 to 4.</exception>
    public RetailYear WithExtraWeekIn(int quarter)
    {
        Require.Between(quarter, 1, Quarters, "a year has quarters 1 to 4");
        return Changed(copy => copy.ExtraWeekQuarter = quarter);
    }

    /// <inheritdoc/>
    public bool Equals(RetailYear? other) =>
        other is not null && Months == other.Months && End == other.End && LastDay == other.LastDay
        && EndMonth == other.EndMonth && ExtraWeekQuarter == other.ExtraWeekQuarter;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RetailYear);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Months, End, LastDay, EndMonth, ExtraWeekQuarter);

    /// <summary>The settings in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
        $"{Months} ending on the {(End == RetailYearEnd.LastOfMonth ? "last" : "nearest")} {LastDay} of month {EndMonth}, extra week in quarter "
        + $"{ExtraWeekQuarter}");

    internal LocalDate StartOf(int year) => EndOf(year - 1) is var end && end == LocalDate.MaxIsoValue ? end : end.PlusDays(1);

    internal int WeeksIn(int year) => Period.DaysBetween(StartOf(year), StartOf(year + 1)) / DaysAWeek;

    /// <summary>The first date of a month of the year, 0 to 11.</summary>
    internal LocalDate StartOfMonth(int year, int month) => month == 0 ? StartOf(year) : StartOf(year).PlusWeeks(WeeksBefore(month, WeeksIn(year)));

    internal int YearOf(LocalDate date)
    {
        var year = date.Year - YearsToEnd + (date.Month > EndMonth ? 1 : 0);
        return date > EndOf(year) ? year + 1
            : date < StartOf(year) ? year - 1
            : year;
    }

    /// <summary>The month of the year a date lies in, 0 to 11.</summary>
    internal int MonthOf(int year, LocalDate date)
    {
        var week = Period.DaysBetween(StartOf(year), date) / DaysAWeek;
        var weeks = WeeksIn(year);
        var month = 11;
        while (WeeksBefore(month, weeks) > week)
        {
            month--;
        }

        return month;
    }

    private static RetailYear Checked(RetailMonths months, RetailYearEnd end, IsoDayOfWeek lastDay, int month)
    {
        Require.Between((int)lastDay, 1, DaysAWeek, "a year ends on a day from 1, Monday, to 7, Sunday", nameof(lastDay));
        Require.Between(month, 1, 12, "a year ends in a month from 1, January, to 12, December");
        return new(Require.Defined(months), end, lastDay, month, Quarters);
    }

    // A year that would end in the year 10000 ends with the calendar.
    private LocalDate EndOf(int year)
    {
        var anchor = year + YearsToEnd;
        if (anchor > LocalDate.MaxIsoValue.Year)
        {
            return LocalDate.MaxIsoValue;
        }

        var monthEnd = new LocalDate(anchor, EndMonth, CalendarSystem.Iso.GetDaysInMonth(anchor, EndMonth));
        var daysBack = ((int)monthEnd.DayOfWeek - (int)LastDay + DaysAWeek) % DaysAWeek;
        var days = End == RetailYearEnd.NearestToMonthEnd && daysBack > 3 ? DaysAWeek - daysBack : -daysBack;
        return days > Period.DaysBetween(monthEnd, LocalDate.MaxIsoValue) ? LocalDate.MaxIsoValue : monthEnd.PlusDays(days);
    }

    private int WeeksBefore(int month, int weeksInYear)
    {
        var quarter = month / 3;
        var (first, second) = Months switch
        {
            RetailMonths.FourFourFive => (4, 4),
            RetailMonths.FourFiveFour => (4, 5),
            RetailMonths.FiveFourFour => (5, 4),
        };
        var inQuarter = (month % 3) switch
        {
            0 => 0,
            1 => first,
            _ => first + second,
        };
        var extra = weeksInYear > Quarters * WeeksAQuarter && quarter >= ExtraWeekQuarter ? 1 : 0;
        return (quarter * WeeksAQuarter) + inQuarter + extra;
    }

    private RetailYear Changed(Action<RetailYear> change)
    {
        var copy = (RetailYear)MemberwiseClone();
        change(copy);
        return copy;
    }
}
