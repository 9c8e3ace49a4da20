using NodaTime;
using static System.FormattableString;

namespace OkrKpi;

/// <summary>All that differs by cadence, in one place: the compiler asks a new cadence for every answer here, and for none elsewhere.</summary>
internal static class Cadences
{
    internal const int MonthsAYear = 12;
    internal const int DaysAWeek = 7;

    private const long SecondsADay = 86_400;

    // Days from Monday 1970-01-05, so that week 0 of Monday weeks starts there.
    private const int FirstMonday = 4;

    // Whatever contains a date of the years 1 to 9998, and all of its children: fiscal years reach into the years 0 and 9999, a retail year ends by 3 December
    // 9999.
    internal const int FirstYear = 0;
    internal const int LastYear = 9_998;
    private const int FirstDay = -719_535;
    private const int LastDay = 2_932_882;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    extension(Cadence cadence)
    {
        /// <summary>Whether a date tells the period: it does not tell the hour.</summary>
        internal bool IsToldByDate => cadence switch
        {
            Cadence.Hour => false,
            Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => true,
        };

        /// <summary>Whether its periods come one after the other, whatever happens; events come when they come.</summary>
        internal bool IsRegular => cadence switch
        {
            Cadence.Event => false,
            Cadence.Hour or Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => true,
        };

        /// <summary>Whether its periods tile dates: regular, and told by a date.</summary>
        internal bool TilesDates => cadence.IsRegular && cadence.IsToldByDate;

        /// <summary>Whether a change shows at least every week.</summary>
        internal bool IsSeenWeekly => cadence switch
        {
            Cadence.Hour or Cadence.Day or Cadence.Week => true,
            Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => false,
        };

        /// <summary>Whether each of its periods is a day, one after the other.</summary>
        internal bool IsOfADay => cadence switch
        {
            Cadence.Day => true,
            Cadence.Hour or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => false,
        };

        /// <summary>Whether a period is over within a day.</summary>
        internal bool IsShort => cadence switch
        {
            Cadence.Hour or Cadence.Day or Cadence.Event => true,
            Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => false,
        };

        /// <summary>Whether a period is so long that one follows how it goes while it runs: longer than a month.</summary>
        internal bool IsLong => cadence switch
        {
            Cadence.Quarter or Cadence.HalfYear or Cadence.Year => true,
            Cadence.Hour or Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Event => false,
        };

        /// <summary>Whether an amount of one spreads over the days of a week, not over the months of a year.</summary>
        internal bool SpreadsOverDays => cadence switch
        {
            Cadence.Week or Cadence.Month => true,
            Cadence.Hour or Cadence.Day or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => false,
        };

        /// <summary>Whether a period can lie in two months or years at once.</summary>
        internal bool CanStraddle => cadence switch
        {
            Cadence.Week => true,
            Cadence.Hour or Cadence.Day or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => false,
        };

        /// <summary>Its place in ascending length; an event is a day.</summary>
        internal int Rank => cadence switch
        {
            Cadence.Hour => 1,
            Cadence.Day or Cadence.Event => 2,
            Cadence.Week => 3,
            Cadence.Month => 4,
            Cadence.Quarter => 5,
            Cadence.HalfYear => 6,
            Cadence.Year => 7,
        };

        /// <summary>How many make a fiscal year, of any calendar; 0 when that differs from year to year.</summary>
        internal int PartsOfYear => cadence switch
        {
            Cadence.Month => MonthsAYear,
            Cadence.Quarter => 4,
            Cadence.HalfYear => 2,
            Cadence.Year => 1,
            Cadence.Hour or Cadence.Day or Cadence.Week or Cadence.Event => 0,
        };

        /// <summary>
        /// How many make a year, roughly, to compare an amount for one period with an amount for another; of events, which have no length, 1.
        /// </summary>
        internal decimal PeriodsAYear => cadence switch
        {
            Cadence.Hour => 8_760m,
            Cadence.Day => 365m,
            Cadence.Week => 52m,
            Cadence.Month => 12m,
            Cadence.Quarter => 4m,
            Cadence.HalfYear => 2m,
            Cadence.Year or Cadence.Event => 1m,
        };

        /// <summary>How many there are in a year at most.</summary>
        internal int MostAYear => cadence switch
        {
            Cadence.Hour => 8_784,
            Cadence.Day or Cadence.Event => 366,
            Cadence.Week => 53,
            Cadence.Month => 12,
            Cadence.Quarter => 4,
            Cadence.HalfYear => 2,
            Cadence.Year => 1,
        };

        /// <summary>How many steps back lead to a year before, to the same day of the week.</summary>
        internal int StepsBackAYear => cadence switch
        {
            Cadence.Hour => 364 * 24,
            Cadence.Day or Cadence.Event => 364,
            Cadence.Week => 52,
            Cadence.Month => 12,
            Cadence.Quarter => 4,
            Cadence.HalfYear => 2,
            Cadence.Year => 1,
        };

        /// <summary>The period in English, as part of the symbol of a rate.</summary>
        internal string Symbol => cadence switch
        {
            Cadence.Hour => "hour",
            Cadence.Day => "day",
            Cadence.Week => "week",
            Cadence.Month => "month",
            Cadence.Quarter => "quarter",
            Cadence.HalfYear => "half year",
            Cadence.Year => "year",
            Cadence.Event => "event",
        };

        /// <summary>The position of the period a date lies in; not of an hour, which a date does not tell.</summary>
        /// <remarks>
        /// The position counts periods: fiscal years from year 0 by the calendar year of their first month, their halves, quarters and retail months from the
        /// first of
        /// year 0, other months from January of year 0, weeks from the week of 1970-01-05, days from 1970-01-01. Of hours it is the second they begin at.
        /// </remarks>
        internal long PositionOf(ReportingCalendar calendar, LocalDate date) => cadence switch
        {
            Cadence.Hour => throw new ArgumentOutOfRangeException(nameof(date), date, "A date does not tell the hour; give an instant."),
            Cadence.Day or Cadence.Event => Period.DaysBetween(Epoch, date),
            Cadence.Week => FloorDivide(Period.DaysBetween(Epoch, date) - FirstMonday - ((int)calendar.FirstDayOfWeek - 1), DaysAWeek),
            Cadence.Year when calendar.RetailYear is { } retail => retail.YearOf(date),
            Cadence.Month or Cadence.Quarter or Cadence.HalfYear when calendar.RetailYear is { } retail => RetailPart(retail, cadence.PartsOfYear, date),
            Cadence.Month => Months(date),
            Cadence.Quarter or Cadence.HalfYear or Cadence.Year =>
                FloorDivide(Months(date) - (calendar.FiscalYearStartMonth - 1), MonthsAYear / cadence.PartsOfYear),
        };

        /// <summary>The first date of the period at a position.</summary>
        internal LocalDate StartAt(ReportingCalendar calendar, long position) => cadence switch
        {
            Cadence.Hour => calendar.LocalDateOf(Instant.FromUnixTimeSeconds(position)),
            Cadence.Day or Cadence.Event => Epoch.PlusDays((int)position),
            Cadence.Week => Epoch.PlusDays((int)(position * DaysAWeek) + FirstMonday + (int)calendar.FirstDayOfWeek - 1),
            Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year when calendar.RetailYear is { } retail =>
                retail.StartOfMonth(
                    (int)FloorDivide(position, cadence.PartsOfYear), Modulo(position, cadence.PartsOfYear) * (MonthsAYear / cadence.PartsOfYear)),
            Cadence.Month => FirstOfMonth(position),
            Cadence.Quarter or Cadence.HalfYear or Cadence.Year =>
                FirstOfMonth((position * (MonthsAYear / cadence.PartsOfYear)) + calendar.FiscalYearStartMonth - 1),
        };

        /// <summary>Whether the period at a position lies where periods can.</summary>
        internal bool HasPosition(long position)
        {
            var (first, last) = cadence switch
            {
                Cadence.Hour => (FirstDay * SecondsADay, LastDay * SecondsADay),
                Cadence.Day or Cadence.Event => (FirstDay, LastDay),
                Cadence.Week => ((FirstDay / DaysAWeek) - 54, (LastDay / DaysAWeek) - 2),
                Cadence.Month => (FirstYear * MonthsAYear, (LastYear * MonthsAYear) + (2 * MonthsAYear) - 2),
                Cadence.Quarter => (FirstYear * 4, (LastYear * 4) + 3),
                Cadence.HalfYear => (FirstYear * 2, (LastYear * 2) + 1),
                Cadence.Year => (FirstYear, (long)LastYear),
            };
            return position >= first && position <= last;
        }

        /// <summary>
        /// The position to ask <see cref="HasPosition"/> for before going some steps. Hours are taken as if the clock were never changed: no calendar has
        /// changes to count beyond its range.
        /// </summary>
        internal long Roughly(long position, int steps) => cadence switch
        {
            Cadence.Hour => position + (steps * 3_600L),
            Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => position + steps,
        };

        /// <summary>The position some steps from another.</summary>
        internal long Step(ReportingCalendar calendar, long position, int steps) => cadence switch
        {
            Cadence.Hour => LocalHours.Plus(calendar.Zone, position, steps),
            Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => position + steps,
        };

        /// <summary>How many steps lead from one position to another.</summary>
        internal int Steps(ReportingCalendar calendar, long from, long to) => cadence switch
        {
            Cadence.Hour => (int)LocalHours.Steps(calendar.Zone, from, to),
            Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year or Cadence.Event => (int)(to - from),
        };

        /// <summary>The fiscal year of the period at a position, as the calendar year its first month belongs to.</summary>
        internal int YearIndexAt(ReportingCalendar calendar, long position) => cadence switch
        {
            Cadence.Quarter or Cadence.HalfYear or Cadence.Year => (int)FloorDivide(position, cadence.PartsOfYear),
            Cadence.Month => (int)FloorDivide(calendar.RetailYear is null ? position - (calendar.FiscalYearStartMonth - 1) : position, MonthsAYear),
            Cadence.Hour or Cadence.Day or Cadence.Week or Cadence.Event => calendar.YearOf(cadence.StartAt(calendar, position)),
        };
    }

    extension(ReportingPeriod period)
    {
        /// <inheritdoc cref="ReportingPeriod.Number"/>
        internal int NumberByCadence => period.Cadence switch
        {
            Cadence.Hour => period.Cadence.Steps(period.Calendar, period.Calendar.StartOf(period.Start).ToUnixTimeSeconds(), period.Position) + 1,
            Cadence.Day or Cadence.Event => Period.DaysBetween(period.Parent(Cadence.Year).Start, period.Start) + 1,
            Cadence.Week => period.WeekOfYear().Week,
            Cadence.Month when period.Calendar.RetailYear is null => Modulo(period.Position - (period.Calendar.FiscalYearStartMonth - 1), MonthsAYear) + 1,
            Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => Modulo(period.Position, period.Cadence.PartsOfYear) + 1,
        };

        /// <inheritdoc cref="ReportingPeriod.SameLastYear"/>
        internal ReportingPeriod? SameLastYearByCadence => period.Cadence switch
        {
            Cadence.Hour => period.SameHourLastYear,
            Cadence.Day or Cadence.Event => period.SameDayLastYear,
            Cadence.Week => period.WeekOfYear() is var (year, week) ? ReportingPeriod.WeekOf(period.Calendar, year - 1, week) : null,
            Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => period.PlusOrNull(-period.Cadence.PartsOfYear),
        };

        /// <inheritdoc cref="ReportingPeriod.Label"/>
        internal string LabelByCadence => period.Cadence switch
        {
            Cadence.Year => period.YearLabel,
            Cadence.HalfYear => Invariant($"{period.YearLabel}-H{period.Number}"),
            Cadence.Quarter => Invariant($"{period.YearLabel}-Q{period.Number}"),
            Cadence.Month when period.Calendar.RetailYear is not null => Invariant($"{period.YearLabel}-M{period.Number:00}"),
            Cadence.Month => Invariant($"{period.Start.Year:0000}-{period.Start.Month:00}"),
            Cadence.Week => WeekLabel(period),
            Cadence.Hour => HourLabel(period),
            Cadence.Day or Cadence.Event => period.Start.Iso(),
        };

        private string YearLabel => PeriodLabel.Year(period.Calendar, period.FiscalYear);
    }

    private static int Modulo(long dividend, int divisor) => (int)(dividend - (FloorDivide(dividend, divisor) * divisor));

    private static string WeekLabel(ReportingPeriod period)
    {
        var (year, week) = period.WeekOfYear();
        return Invariant($"{(period.Calendar.RetailYear is null ? Invariant($"{year:0000}") : PeriodLabel.Year(period.Calendar, year))}-W{week:00}");
    }

    private static string HourLabel(ReportingPeriod period)
    {
        var (shown, showing) = LocalHours.Name(period.Calendar.Zone, period.Position);
        return Invariant($"{shown.Date.Iso()}T{shown.Hour:00}{showing}");
    }

    private static int Months(LocalDate date) => (date.Year * MonthsAYear) + date.Month - 1;

    private static LocalDate FirstOfMonth(long months) => new((int)FloorDivide(months, MonthsAYear), Modulo(months, MonthsAYear) + 1, 1);

    private static long RetailPart(RetailYear retail, int partsOfYear, LocalDate date)
    {
        var year = retail.YearOf(date);
        return ((long)year * partsOfYear) + (retail.MonthOf(year, date) / (MonthsAYear / partsOfYear));
    }

    private static long FloorDivide(long dividend, long divisor)
    {
        var quotient = dividend / divisor;
        return dividend % divisor < 0 ? quotient - 1 : quotient;
    }
}
