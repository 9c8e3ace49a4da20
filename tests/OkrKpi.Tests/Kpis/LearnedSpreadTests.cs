using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Kpis;

/// <summary>How amounts have spread over the months of whole years, or the weekdays of whole weeks.</summary>
public class LearnedSpreadTests
{
    private static readonly Kpi Shop = Meetings(Cadence.Quarter).Measured(Cadence.Month);
    private static readonly Kpi Till = Meetings(Cadence.Month).Measured(Cadence.Day);

    [Fact]
    public void Two_whole_years_tell_how_the_months_share_a_year()
    {
        // 100 a month, and 200 in December: 1,300 a year.
        var learned = Learn(Shop, Day(2025, 12, 31), Months(2024, 24, month => month == 12 ? 200 : 100));
        Assert.Equal((2, 2, false), (learned.LearnedFrom, learned.Needed, learned.IsOfWeeks));
        Assert.Equal([.. Enumerable.Repeat(0.076_923m, 11), 0.153_846m], learned.Profile!.Weights);
        Assert.Equal("the spread of Something measured over the months is learned from 2 whole years", learned.ToString());
    }

    [Fact]
    public void A_year_is_whole_with_the_last_day_of_its_twelfth_month()
    {
        var rows = Months(2024, 24, _ => 100);
        Assert.Equal(1, Learn(Shop, Day(2025, 12, 30), rows).LearnedFrom);
        Assert.Null(Learn(Shop, Day(2025, 12, 30), rows).Profile);
        Assert.Equal(2, Learn(Shop, Day(2025, 12, 31), rows).LearnedFrom);
        Assert.NotNull(Learn(Shop, Day(2025, 12, 31), rows).Profile);
        Assert.Equal(2, Learn(Shop, Day(2026, 11, 30), rows).LearnedFrom);
        Assert.Equal(3, Learn(Shop, Day(2026, 12, 31), rows).LearnedFrom);
        Assert.Equal(
            "how Something measured spreads over the months cannot be learned yet: it takes 2 whole years with amounts, and there is 1",
            Learn(Shop, Day(2025, 12, 30), rows).ToString());
    }

    /// <summary>Of 30 months the latest 24 are two years; what happened before them says nothing.</summary>
    [Fact]
    public void The_years_are_the_latest_ones_and_end_with_the_latest_whole_month()
    {
        var learned = Learn(Shop, Day(2026, 7, 15), [.. Months(2024, 6, _ => 9_000), .. Months(2024, 7, 24, month => month == 3 ? 300 : 100)]);
        Assert.Equal(2, learned.LearnedFrom);
        Assert.Equal((0.214_286m, 0.071_429m), (learned.Profile!.Weights[2], learned.Profile.Weights[0]));
        Assert.Equal(0.071_429m, learned.Profile.Weights[5]);
    }

    [Fact]
    public void What_is_published_later_ends_the_years_earlier()
    {
        var late = Shop.PublishedAfter(10);
        var rows = Months(2024, 24, month => month == 12 ? 200 : 100);
        Assert.Equal(1, Learn(late, Day(2026, 1, 9), rows).LearnedFrom);
        Assert.Equal(2, Learn(late, Day(2026, 1, 10), rows).LearnedFrom);

        // What is measured after the years is no part of them.
        Assert.Equal(Learn(Shop, Day(2025, 12, 31), rows).Profile, Learn(Shop, Day(2026, 1, 20), [.. rows, Measurement.On(Day(2026, 1, 20), 5_000)]).Profile);
    }

    [Fact]
    public void A_month_in_which_measuring_began_is_whole_when_months_are_measured_and_not_when_days_are()
    {
        var daily = Meetings(Cadence.Quarter).Measured(Cadence.Day);
        Measurement[] from = [Measurement.On(Day(2024, 1, 15), 100), .. Months(2024, 2, 23, _ => 100)];
        Assert.Equal(2, Learn(Shop, Day(2025, 12, 31), from).LearnedFrom);
        Assert.Equal(1, Learn(daily, Day(2025, 12, 31), from).LearnedFrom);
        Assert.Equal(2, Learn(daily, Day(2026, 1, 31), from).LearnedFrom);
        Assert.Equal(2, Learn(daily, Day(2025, 12, 31), [Measurement.On(Day(2024, 1, 1), 100), .. from]).LearnedFrom);
        Assert.Equal(2, Learn(Meetings(Cadence.Quarter), Day(2025, 12, 31), from).LearnedFrom);
    }

    [Fact]
    public void Of_a_count_each_row_is_one_whatever_its_value()
    {
        var count = Every(Cadence.Year, Aggregation.Count);
        var learned = Learn(
            count, Day(2025, 12, 31), [.. Months(2024, 24, _ => 7_000), Measurement.On(Day(2025, 5, 5), 1), Measurement.On(Day(2024, 5, 6), 1)]);
        Assert.Equal((0.153_846m, 0.076_923m), (learned.Profile!.Weights[4], learned.Profile.Weights[0]));
    }

    [Fact]
    public void A_month_that_lost_more_than_it_gained_weighs_nothing()
    {
        var learned = Learn(Shop, Day(2025, 12, 31), Months(2024, 24, month => month == 2 ? -500 : 100));
        Assert.Equal((0m, 0.090_909m), (learned.Profile!.Weights[1], learned.Profile.Weights[0]));
    }

    [Fact]
    public void Years_without_any_amount_have_no_spread_and_say_so()
    {
        var learned = Learn(Shop, Day(2025, 12, 31), Months(2024, 24, _ => 0));
        Assert.Equal((2, null), (learned.LearnedFrom, learned.Profile));
        Assert.Equal(
            "how Something measured spreads over the months cannot be learned: its 2 whole years hold no amount above 0", learned.ToString());
        Assert.Equal(
            "how Something measured spreads over the days of the week cannot be learned: its 8 whole weeks hold no amount above 0",
            Learn(Till, Day(2026, 3, 1), Days(56, _ => -1)).ToString());
    }

    [Fact]
    public void Before_anything_is_measured_nothing_is_learned()
    {
        var none = Learn(Shop, Day(2026, 1, 1), []);
        Assert.Equal((0, 2, null), (none.LearnedFrom, none.Needed, none.Profile));
        Assert.Equal((0, 8, null), (Learn(Till, Day(2026, 1, 1), []).LearnedFrom, Learn(Till, Day(2026, 1, 1), []).Needed, none.Profile));

        // What is not known yet, and what is published later than it is asked.
        Assert.Equal(0, Learn(Shop, Day(2023, 12, 31), Months(2024, 24, _ => 100)).LearnedFrom);
        Assert.Equal(0, Learn(Shop.PublishedAfter(60), Day(2024, 2, 10), Months(2024, 1, _ => 100)).LearnedFrom);
        Assert.Equal(0, Learn(Till.PublishedAfter(60), Day(2026, 1, 9), Days(5, _ => 100)).LearnedFrom);
    }

    [Fact]
    public void Eight_whole_weeks_tell_how_the_weekdays_share_a_week()
    {
        // Ten a day and twenty on Saturdays, none on Sundays; the first day is a Monday.
        Func<IsoDayOfWeek, decimal> sales = day => day switch { IsoDayOfWeek.Saturday => 20, IsoDayOfWeek.Sunday => 0, _ => 10 };
        var learned = Learn(Till, Day(2026, 3, 1), Days(56, sales));
        Assert.Equal((8, 8, true), (learned.LearnedFrom, learned.Needed, learned.IsOfWeeks));
        Assert.Equal([0.142_857m, 0.142_857m, 0.142_857m, 0.142_857m, 0.142_857m, 0.285_714m, 0m], learned.Profile!.Weights);
        Assert.True(learned.Profile.IsOfWeekdays);
        Assert.Equal("the spread of Something measured over the days of the week is learned from 8 whole weeks", learned.ToString());
        Assert.Equal(learned.Profile, Learn(Meetings(Cadence.Week), Day(2026, 3, 1), Days(56, sales)).Profile);
    }

    [Fact]
    public void Weeks_are_counted_back_from_the_day_that_is_asked()
    {
        Assert.Equal((7, null), (Learn(Till, Day(2026, 2, 28), Days(56, _ => 10)).LearnedFrom, Learn(Till, Day(2026, 2, 28), Days(56, _ => 10)).Profile));
        Assert.Equal(
            "how Something measured spreads over the days of the week cannot be learned yet: it takes 8 whole weeks with amounts, and there are 7",
            Learn(Till, Day(2026, 2, 28), Days(56, _ => 10)).ToString());

        // With two days more the first two days, a Monday and a Tuesday, are of no whole week any more, and what comes after the day is of none yet.
        Measurement[] rows = [Measurement.On(Day(2026, 1, 5), 5_000), Measurement.On(Day(2026, 1, 6), 5_000), .. Days(60, _ => 10).Skip(2)];
        var learned = Learn(Till.PublishedAfter(2), Day(2026, 3, 5), [.. rows, Measurement.On(Day(2026, 3, 5), 5_000)]);
        Assert.Equal(8, learned.LearnedFrom);
        Assert.Equal(Enumerable.Repeat(0.142_857m, 7), learned.Profile!.Weights);
    }

    [Fact]
    public void What_was_restated_counts_as_it_is_known_on_the_day()
    {
        Assert.Equal(0.405_405m, January(Day(2025, 12, 31)));
        Assert.Equal(0.083_333m, January(Day(2026, 1, 1)));

        static decimal January(LocalDate restatedOn) => Learn(
            Shop, Day(2025, 12, 31), [.. Months(2024, 24, _ => 100), Measurement.On(Day(2024, 1, 1), 1_400).Restating(restatedOn)]).Profile!.Weights[0];
    }

    [Theory]
    [InlineData(Cadence.Day, Aggregation.Sum)]
    [InlineData(Cadence.Month, Aggregation.Average)]
    public void Only_amounts_that_add_up_over_a_week_or_longer_spread_over_it(Cadence cadence, Aggregation aggregation) =>
        Assert.Contains(
            "only amounts that add up over a week or longer spread over it",
            Assert.Throws<InvalidOperationException>(() => Learn(Every(cadence, aggregation), Day(2026, 1, 1), [])).Message, StringComparison.Ordinal);

    private static LearnedSpread Learn(Kpi kpi, LocalDate asOf, IEnumerable<Measurement> rows) =>
        KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, rows), asOf).LearnedSpread();

    private static IEnumerable<Measurement> Months(int year, int count, Func<int, decimal> value) => Months(year, 1, count, value);

    // One row on the first day of each month.
    private static IEnumerable<Measurement> Months(int year, int month, int count, Func<int, decimal> value) =>
        Enumerable.Range(0, count).Select(Day(year, month, 1).PlusMonths).Select(day => Measurement.On(day, value(day.Month)));

    // One row a day from Monday, 5 January 2026.
    private static IEnumerable<Measurement> Days(int count, Func<IsoDayOfWeek, decimal> value) =>
        Enumerable.Range(0, count).Select(Day(2026, 1, 5).PlusDays).Select(day => Measurement.On(day, value(day.DayOfWeek)));
}
