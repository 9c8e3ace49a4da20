using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What calendars, periods, axes and comparisons refuse, and that nothing overflows at the ends of time.</summary>
public class PeriodGuards
{
    private static readonly Cadence[] Dates = [Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.HalfYear, Cadence.Year, Cadence.Event];

    private static readonly ReportingCalendar[] Calendars =
    [
        ReportingCalendar.Standard,
        ReportingCalendar.Fiscal(12, FiscalYearNaming.ByStartYear).In("Pacific/Kiritimati").WeeksFrom(IsoDayOfWeek.Sunday),
        ReportingCalendar.UnitedStatesRetail.In("Pacific/Pago_Pago"),
        ReportingCalendar.Retail(RetailYear.EndingNearest(IsoDayOfWeek.Monday, 12, RetailMonths.FourFourFive)),
    ];

    [Fact]
    public void The_last_weeks_of_every_retail_year_have_labels_and_a_year_before()
    {
        foreach (var month in Enumerable.Range(1, 12))
        {
            foreach (var year in Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).SelectMany(day => new[]
            {
                RetailYear.EndingNearest(day, month, RetailMonths.FourFourFive), RetailYear.EndingOnLast(day, month, RetailMonths.FiveFourFour),
            }))
            {
                ReportingPeriod? next = ReportingCalendar.Retail(year).PeriodOf(new LocalDate(9997, 12, 1), Cadence.Week);
                for (var last = next; next is { } week; (last, next) = (week, week.PlusOrNull(1)))
                {
                    Assert.NotEqual(last!.Value.Start == week.Start ? "" : last.Value.Label, week.Label);
                    Assert.True(week.SameLastYear is null || week.SameLastYear.Value.Start < week.Start);
                }
            }
        }
    }

    [Fact]
    public void The_first_and_the_last_periods_of_all_have_their_dates_and_labels()
    {
        foreach (var calendar in Calendars)
        {
            foreach (var cadence in Dates)
            {
                foreach (var date in new[] { new LocalDate(1, 1, 1), new LocalDate(9998, 11, 15) })
                {
                    var period = calendar.PeriodOf(date, cadence);
                    Assert.True(period.Contains(date));
                    Assert.True(period.StartInstant < period.EndInstant);
                    Assert.Equal(period.Label, calendar.Parse(period.Label).Label);
                }
            }
        }
    }

    [Fact]
    public void The_first_and_the_last_years_of_all_have_their_children_and_can_be_compared()
    {
        foreach (var calendar in Calendars)
        {
            foreach (var date in new[] { new LocalDate(1, 1, 1), new LocalDate(9998, 11, 15) })
            {
                var year = calendar.PeriodOf(date, Cadence.Year);
                Assert.Equal(year.Days, year.Children(Cadence.Day).Count);
                Assert.Equal(12, year.Children(Cadence.Month).Count);
                Assert.InRange(year.Children(Cadence.Week).Count, 52, 53);
                Assert.Equal(year, PeriodComparison.WithLastYear(year).Period);
            }
        }
    }

    [Fact]
    public void Steps_beyond_the_years_1_to_9998_are_refused()
    {
        foreach (var calendar in Calendars)
        {
            foreach (var cadence in Dates.Append(Cadence.Hour))
            {
                var period = calendar.PeriodOf(Instant.FromUtc(2026, 7, 15, 12, 0), cadence);
                Assert.Throws<ArgumentOutOfRangeException>("count", () => period.Plus(int.MaxValue));
                Assert.Throws<ArgumentOutOfRangeException>("count", () => period.Plus(int.MinValue));
            }
        }
    }

    [Fact]
    public void Dates_and_instants_outside_the_years_1_to_9998_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("date", () => ReportingCalendar.Standard.PeriodOf(LocalDate.MaxIsoValue, Cadence.Year));
        Assert.Throws<ArgumentOutOfRangeException>("date", () => ReportingCalendar.Standard.PeriodOf(LocalDate.MinIsoValue, Cadence.Day));
        Assert.Throws<ArgumentOutOfRangeException>("instant", () => ReportingCalendar.Standard.PeriodOf(Instant.MaxValue, Cadence.Hour));
        Assert.Throws<ArgumentOutOfRangeException>("instant", () => ReportingCalendar.Standard.DateOf(Instant.MinValue));
    }

    [Fact]
    public void An_axis_has_no_place_for_what_lies_outside()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31));
        Assert.Equal(12, axis.Count);
        foreach (var ticks in new[] { long.MinValue, long.MaxValue, Instant.MinValue.ToUnixTimeTicks(), Instant.MaxValue.ToUnixTimeTicks() })
        {
            Assert.Equal(-1, axis.IndexOfUnixTicks(ticks));
        }

        Assert.Equal(-1, axis.IndexOf(LocalDate.MaxIsoValue));
        Assert.Equal(-1, axis.IndexOf(default(ReportingPeriod)));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => axis[12]);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => axis[-1]);
        Assert.Throws<ArgumentException>(
            "date",
            () => ReportingCalendar.Standard.Axis(Cadence.Hour, new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 1)).IndexOf(new LocalDate(2024, 1, 1)));
    }

    [Fact]
    public void An_axis_is_refused_when_it_ends_before_it_starts_or_has_too_many_periods()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "last", () => ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2024, 2, 1), new LocalDate(2024, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "last", () => ReportingCalendar.Standard.Axis(Cadence.Hour, new LocalDate(1, 1, 1), new LocalDate(9998, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "last", () => ReportingCalendar.Standard.In("Pacific/Apia").Axis(Cadence.Hour, new LocalDate(2011, 12, 30), new LocalDate(2011, 12, 30)));
    }

    [Fact]
    public void Axes_of_other_calendars_or_shorter_periods_do_not_add_up()
    {
        var months = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31));
        Assert.Throws<ArgumentException>(
            "coarser", () => months.IndexesIn(ReportingCalendar.Fiscal(4).Axis(Cadence.Year, new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31))));
        Assert.Throws<ArgumentException>("coarser", () => months.To(Cadence.Quarter).IndexesIn(months));
        Assert.Throws<ArgumentOutOfRangeException>("coarser", () => months.To(Cadence.Day));
    }

    [Fact]
    public void Parents_are_longer_and_children_are_shorter()
    {
        var month = ReportingCalendar.Standard.Parse("2026-07");
        Assert.Throws<ArgumentOutOfRangeException>("coarser", () => month.Parent(Cadence.Week));
        Assert.Throws<ArgumentOutOfRangeException>("finer", () => month.Children(Cadence.Quarter));
        Assert.Equal(month, month.Parent(Cadence.Month));
        Assert.Equal([month], month.Children(Cadence.Month));
    }

    [Fact]
    public void Weeks_of_retail_years_begin_on_the_day_after_the_year_ends()
    {
        var refusal = Assert.Throws<ArgumentException>("day", () => ReportingCalendar.UnitedStatesRetail.WeeksFrom(IsoDayOfWeek.Monday));
        Assert.Contains("Sunday", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ReportingCalendar.UnitedStatesRetail, ReportingCalendar.UnitedStatesRetail.WeeksFrom(IsoDayOfWeek.Sunday));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-")]
    [InlineData("2026-Q")]
    [InlineData("2026-Q0")]
    [InlineData("2026-q3")]
    [InlineData("2026-Q3 ")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2026-M07")]
    [InlineData("2026-02-29")]
    [InlineData("2026-07-15T24")]
    [InlineData("2026-07-15T14A")]
    [InlineData("2026-07-15T")]
    [InlineData("2026-07-15T1")]
    [InlineData("2026-07-15T14T15")]
    [InlineData("FY2026-07-15")]
    [InlineData("9999")]
    [InlineData("-001-W01")]
    [InlineData("٢٠٢٦")]
    [InlineData("2026-07-15-01")]
    public void What_is_no_label_is_not_read(string text)
    {
        Assert.False(ReportingCalendar.Standard.TryParse(text, out var period));
        Assert.Equal(default, period);
    }

    [Fact]
    public void Nothing_is_no_label() => Assert.False(ReportingCalendar.Standard.TryParse(null, out _));

    [Fact]
    public void Hours_are_no_spans_of_dates_to_compare()
    {
        var hour = ReportingCalendar.Standard.Parse("2026-07-15T14");
        Assert.Throws<ArgumentException>("period", () => PeriodComparison.WithPrevious(hour));
        Assert.Throws<ArgumentException>("period", () => PeriodComparison.WithLastYear(hour));
        Assert.Equal("2025-07-15T14", hour.SameLastYear!.Value.Label);
    }

    [Fact]
    public void A_period_that_has_not_begun_is_not_compared_to_date() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "asOf", () => PeriodComparison.WithPrevious(ReportingCalendar.Standard.Parse("2026-07")).ToDate(new LocalDate(2026, 6, 30)));

    [Fact]
    public void At_the_beginning_of_time_there_is_nothing_to_compare_with()
    {
        Assert.Null(PeriodComparison.WithLastYear(ReportingCalendar.Standard.Parse("0000-W01")).Against);
        Assert.Null(ReportingCalendar.Standard.Parse("0001-07-15").SameLastYear);
        Assert.Null(PeriodComparison.WithPrevious(ReportingCalendar.Standard.Parse("0000")).Against);
    }

    [Fact]
    public void Growth_of_the_largest_amounts_does_not_overflow()
    {
        Assert.Equal(GrowthState.ZeroBase, Growth.Of(1_000_000_000_000_000m, 0.000_000_000_000_9m).State);
        Assert.True(Growth.Of(1_000_000_000_000_000m, 0.000_000_000_001m).Rate > 0m);
        Assert.Throws<ArgumentOutOfRangeException>("current", () => Growth.Of(decimal.MaxValue, 1m));
        Assert.Equal(GrowthState.MissingValue, default(Growth).State);
        Assert.Null(default(Growth).Change);
    }

    [Fact]
    public void Every_growth_and_comparison_says_in_words_what_it_is()
    {
        var comparison = PeriodComparison.WithPrevious(ReportingCalendar.Standard.Parse("2026-07"));
        Assert.Equal("2026-07 from 2026-07-01 to 2026-07-31 is compared with 2026-06-01 to 2026-06-30", comparison.ToString());
        Growth[] growths =
        [
            default, Growth.Of(1m, 0m), Growth.Of(1m, -1m, NegativeBase.Undefined), comparison.GrowthAsOf(new LocalDate(2026, 7, 1), 1m, 2m),
            Growth.Of(150m, 100m)
        ];
        Assert.Equal(growths.Length, growths.Select(growth => growth.Explain().ToString("vi")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("150 after 100 is a growth of +50 %", growths[^1].Explain().ToString("en"));
        Assert.Equal("+50 %", growths[^1].ToString());
    }
}
