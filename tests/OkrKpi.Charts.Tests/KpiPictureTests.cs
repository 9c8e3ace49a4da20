using NodaTime;

namespace OkrKpi.Charts.Tests;

/// <summary>What the picture and the table of a KPI tell is what the assessment says.</summary>
public class KpiPictureTests
{
    private static Kpi Visits => Kpi.Define("visits", "Visits", Unit.Count("visit"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);

    private static Kpi Uptime => Kpi.Define("uptime", "Uptime", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average);

    [Fact]
    public void The_sparkline_of_what_adds_up_ends_with_the_last_complete_period()
    {
        var kpi = Visits.WithTarget(100, from: Given.Day(2026, 1, 1));
        var complete = Chart.Sparkline(Given.Monthly(kpi, Given.Day(2026, 1, 1), [100, 104, 102, 108], Given.Day(2026, 4, 30)));
        var running = Chart.Sparkline(Given.Monthly(kpi, Given.Day(2026, 1, 1), [100, 104, 102, 108, 3], Given.Day(2026, 5, 1)));
        Assert.Equal(Drawn(complete), Drawn(running));
        Assert.Equal(Drawn(complete), Drawn(Chart.Of(Given.Monthly(kpi, Given.Day(2026, 1, 1), [100, 104, 102, 108, 3], Given.Day(2026, 5, 1)))
            .Sized(120, 28)));
    }

    [Fact]
    public void The_sparkline_of_what_does_not_add_up_shows_the_running_period()
    {
        var kpi = Uptime.WithTarget(95, from: Given.Day(2026, 1, 1));
        var running = Chart.Sparkline(Given.Monthly(kpi, Given.Day(2026, 1, 1), [96, 97, 98, 60], Given.Day(2026, 4, 10)));
        Assert.Contains(Svg.Of(running).Descendants(Svg.Space + "circle"), each => each.Kinds().Contains("w"));
    }

    [Fact]
    public void Amounts_are_written_with_the_decimals_of_their_unit()
    {
        var price = Kpi.Define("price", "Average price", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average)
            .WithTarget(143.29m, from: Given.Day(2026, 1, 1));
        Assert.StartsWith(
            "143.26\u00A0USD in 2026-01, below target 143.29\u00A0USD.",
            Chart.Of(Given.Monthly(price, Given.Day(2026, 1, 1), [143.26m], Given.Day(2026, 1, 31))).Description, StringComparison.Ordinal);
        Assert.Contains(
            "975,973.40\u00A0USD",
            Chart.Of(Given.Monthly(price, Given.Day(2026, 1, 1), [975_973.40m], Given.Day(2026, 1, 31))).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99.985, 99.99, 99.996)]
    [InlineData(1_012.1, 1_012.5, 1_013)]
    [InlineData(0.000011, 0.000012, 0.000014)]
    public void No_two_ticks_of_an_axis_read_the_same(double first, double second, double third)
    {
        var kpi = Kpi.Define("index", "Index", Unit.Index("points"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average);
        var months = Enumerable.Range(0, 12).Select(month => (decimal?)(decimal)(month % 3 == 0 ? first : month % 3 == 1 ? second : third)).ToArray();
        var assessment = Given.Monthly(kpi, Given.Day(2026, 1, 1), months, Given.Day(2026, 12, 31));
        var objective = Objective.Define("o", "Objective", Cycle.Quarter(2026, 3))
            .With(KeyResult.Define("k", "Key result", Unit.Index("points"), Goal.FromTo((decimal)first, (decimal)third)))
            .CheckIn("k", Given.Day(2026, 7, 20), (decimal)second);
        foreach (var chart in new[] { Chart.Of(assessment), Chart.Of(assessment.Behaviour()), Chart.Of(objective.Score(Given.Today).KeyResults[0]) })
        {
            string[] ticks = [.. Svg.Of(chart).Descendants(Svg.Space + "text").Where(each => each.Kinds() is ["n", "e"]).Select(each => each.Value)];
            Assert.True(ticks.Length > 1);
            Assert.Equal(ticks.Distinct(), ticks);
        }
    }

    [Fact]
    public void A_period_in_which_a_KPI_began_is_not_judged_and_no_one_waits_for_it()
    {
        var kpi = Visits.Every(Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month).WithTarget(30, from: Given.Day(2025, 1, 1));
        var assessment = Given.Monthly(kpi, Given.Day(2025, 2, 1), [10, 10, 10, 12, 11, 12, 12, 12], Given.Day(2025, 9, 30));
        AssertNotJudged(Chart.Of(assessment), "2025-Q1");
    }

    [Fact]
    public void A_period_in_which_a_KPI_was_redefined_is_not_judged_and_no_one_waits_for_it()
    {
        var kpi = Uptime.WithTarget(95, from: Given.Day(2026, 1, 1))
            .With(TargetDecision.From(Given.Day(2026, 3, 10), Target.Of(95), Given.Day(2026, 3, 10), "measured from outside").AsRedefinition());
        var assessment = Given.Monthly(kpi, Given.Day(2026, 1, 1), [96, 97, 98, 96, 97], Given.Day(2026, 5, 31));
        AssertNotJudged(Chart.Of(assessment), "2026-03");
    }

    [Fact]
    public void Until_the_first_period_is_judged_the_sentence_and_the_chip_say_so()
    {
        var kpi = Visits.Every(Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month).WithTarget(30, from: Given.Day(2025, 1, 1));
        var series = MeasurementSeries.Of("visits", Measurement.On(Given.Day(2025, 2, 1), 10), Measurement.On(Given.Day(2025, 3, 1), 10));
        var assessment = KpiAssessment.Of(kpi, series, Given.Day(2025, 3, 31));
        Assert.StartsWith("20 in 2025-Q1, not judged; target 30.", Chart.Of(assessment).Description, StringComparison.Ordinal);
        var page = ScorecardPage.Of(Portfolio.Of([kpi], [], [series]).Review(Given.Day(2025, 3, 31))).ToHtml();
        Assert.Contains("<span>not judged</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_period_whose_figures_are_not_all_there_is_awaited()
    {
        var kpi = Visits.Every(Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month).PublishedAfter(days: 10)
            .WithTarget(30, from: Given.Day(2025, 1, 1));
        var assessment = Given.Monthly(kpi, Given.Day(2025, 1, 1), [10, 10, 10, 12, 11], Given.Day(2025, 7, 2));
        var chart = Chart.Of(assessment);
        Assert.Equal("not all reported yet", Row(chart, "2025-Q2")[^1]);
        Assert.Contains("not all reported yet", Labels(chart));
        Assert.DoesNotContain("not judged", Labels(chart));
    }

    [Fact]
    public void A_redefinition_is_noted_also_where_the_number_of_the_target_stays()
    {
        var kpi = Uptime.WithTarget(95, from: Given.Day(2026, 1, 1))
            .With(TargetDecision.From(Given.Day(2026, 3, 1), Target.Of(95), because: "measured from outside").AsRedefinition());
        var chart = Chart.Of(Given.Monthly(kpi, Given.Day(2026, 1, 1), [96, 97, 98, 96, 97], Given.Day(2026, 5, 31)));
        Assert.Single(Labels(chart), each => each.StartsWith("redefined: 95: ", StringComparison.Ordinal)
            && each.Contains("measured from outside", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_part_was_due_the_table_and_the_picture_show_how_much()
    {
        var kpi = Visits.Every(Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month).WithTarget(30, from: Given.Day(2025, 1, 1));
        var whole = Given.Monthly(kpi, Given.Day(2025, 1, 1), [10, 10, 10, 11, 10, 11], Given.Day(2025, 6, 30));
        Assert.DoesNotContain("Due", Chart.Of(whole).Table().Head);
        Assert.DoesNotContain(Svg.Of(Chart.Of(whole)).Descendants(Svg.Space + "path"), each => each.Kinds().Contains("d"));
        var part = Chart.Of(Given.Monthly(kpi, Given.Day(2025, 1, 1), [10, 10, 10, null, 10, 11], Given.Day(2025, 6, 30)));
        Assert.Equal(["Period", "Actual", "Target", "Due", "Gap", "Status"], part.Table().Head);
        Assert.Equal(["2025-Q1", "30", "30", "30", "0", "met"], Row(part, "2025-Q1"));
        Assert.Equal(["2025-Q2", "21", "30", "20", "1", "met"], Row(part, "2025-Q2"));
        Assert.Contains("due for what is reported", Labels(part));
        // The tick and its line in the legend.
        Assert.Equal(2, Svg.Of(part).Descendants(Svg.Space + "path").Count(each => each.Kinds().Contains("d")));
        Assert.Empty(Svg.Faults(Svg.Of(part)));
    }

    [Fact]
    public void Periods_to_come_of_a_KPI_on_business_days_are_business_days()
    {
        var holiday = Given.Day(2026, 9, 2);
        var kpi = Uptime.Every(Cadence.Day, Aggregation.Average).OnBusinessDays(BusinessDays.MondayToFriday.Without([holiday]))
            .WithTarget(95, from: Given.Day(2026, 8, 3));
        var assessment = KpiAssessment.Of(
            kpi, MeasurementSeries.Of("uptime", [.. Enumerable.Range(0, 26).Select(day => Measurement.On(Given.Day(2026, 8, 3).PlusDays(day), 96 + (day % 3)))]),
            Given.Day(2026, 8, 28));
        LocalDate[] future = [.. KpiColumn.Of(assessment, 12, []).Where(each => each.Kind == ColumnKind.Future).Select(each => each.Period.Start)];
        Assert.Equal([Given.Day(2026, 8, 31), Given.Day(2026, 9, 1), Given.Day(2026, 9, 3), Given.Day(2026, 9, 4)], future.Take(4));
    }

    [Fact]
    public void The_dates_below_a_process_are_those_of_its_points()
    {
        var kpi = Kpi.Define("lead", "Lead time", Unit.Days, Direction.LowerIsBetter).Every(Cadence.Event, Aggregation.Average);
        LocalDate[] releases = [.. Enumerable.Range(0, 24).Select(each => Given.Day(2025, 1, each % 2 == 0 ? 3 : 17).PlusMonths(each / 2))];
        AssertAxis(kpi, releases);
        var daily = Uptime.Every(Cadence.Day, Aggregation.Average).OnBusinessDays(BusinessDays.MondayToFriday);
        AssertAxis(daily, [.. Enumerable.Range(0, 40).Select(day => Given.Day(2026, 6, 1).PlusDays(day)).Where(BusinessDays.MondayToFriday.Contains)]);
    }

    [Fact]
    public void A_range_of_a_period_that_is_not_drawn_stretches_no_axis()
    {
        var chart = Chart.Of(Given.Response()).Last(6);
        Assert.Equal(chart.ToSvg(), chart.WithForecast(ForecastRange.Of(ReportingPeriod.Month(2025, 2), 0, 900)).ToSvg());
    }

    [Fact]
    public void Signal_or_noise_and_whether_the_target_is_reached_stand_as_marks_with_words_where_they_can_be_told()
    {
        var chart = Chart.Of(Given.Customers());
        Assert.Contains("variation: improving", Texts(chart));
        Assert.Contains("target 300: never reaches it", Texts(chart));
        Assert.EndsWith(" Variation: improving; target 300: never reaches it.", chart.Description, StringComparison.Ordinal);
        Assert.Contains("biến động: đang cải thiện", Texts(chart.Sized(344, 320).In(Pictures.Vietnamese)));

        // Four months are too few to tell.
        var few = Chart.Of(
            Given.Monthly(Visits.WithTarget(100, from: Given.Day(2026, 1, 1)), Given.Day(2026, 1, 1), [100, 104, 102, 108], Given.Day(2026, 4, 30)));
        Assert.DoesNotContain(Texts(few), static each => each.StartsWith("variation", StringComparison.Ordinal));
        Assert.DoesNotContain("Variation", few.Description, StringComparison.Ordinal);
        var watched = Chart.Of(Given.Monthly(
            Visits, Given.Day(2025, 1, 1), [.. Enumerable.Range(0, 15).Select(static each => (decimal?)(100 + (each % 3)))], Given.Day(2026, 3, 31)));
        Assert.EndsWith(" Variation: noise.", watched.Description, StringComparison.Ordinal);

        static IEnumerable<string> Texts(Chart chart) => Svg.Of(chart).Descendants(Svg.Space + "text").Select(static each => each.Value);
    }

    [Fact]
    public void On_a_narrow_picture_the_marks_take_lines_of_their_own_and_nothing_from_the_values()
    {
        static double HeightOf(Chart chart) =>
            double.Parse(Svg.Of(chart).Attribute("viewBox")!.Value.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
        var chart = Chart.Of(Given.Customers());
        Assert.Equal((340, 340), (HeightOf(chart), HeightOf(chart.WithoutStates())));
        Assert.Equal(38, HeightOf(chart.Sized(344, 320)) - HeightOf(chart.WithoutStates().Sized(344, 320)));
    }

    [Fact]
    public void A_forecast_is_told_in_the_sentence_and_in_the_table()
    {
        var period = ReportingPeriod.Month(2026, 8);
        var chart = Chart.Of(Given.Response()).WithForecast(
            ForecastRange.Of(period.Next, 2.5m, 5.5m), ForecastRange.Of(period, 3, 5), ForecastRange.Of(period, 3.5m, 4.5m, 4),
            ForecastRange.Of(ReportingPeriod.Month(2020, 1), 1, 2));
        Assert.Contains("Forecast for 2026-09: 2.5\u00A0h to 5.5\u00A0h.", chart.Description, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["2026-08", "4\u00A0h (3.5\u00A0h to 4.5\u00A0h)", "4\u00A0h", "–", "forecast"], ["2026-08", "3\u00A0h to 5\u00A0h", "4\u00A0h", "–", "forecast"],
                ["2026-09", "2.5\u00A0h to 5.5\u00A0h", "4\u00A0h", "–", "forecast"],
            ],
            chart.Table().Rows.TakeLast(3));
        Assert.Equal(Chart.Of(Given.Response()).Table().Rows.Count + 3, chart.Table().Rows.Count);
    }

    private static void AssertNotJudged(KpiChart chart, string period)
    {
        Assert.Equal("not judged", Row(chart, period)[^1]);
        Assert.Contains("not judged", Labels(chart));
        Assert.DoesNotContain("not all reported yet", Labels(chart));
        Assert.Equal("không đánh giá", Row(chart.In(Pictures.Vietnamese), period)[^1]);
    }

    private static void AssertAxis(Kpi kpi, LocalDate[] days)
    {
        var series = MeasurementSeries.Of(kpi.Id, [.. days.Select((day, each) => Measurement.On(day, 90 + (each % 4)))]);
        var chart = Chart.Of(KpiAssessment.Of(kpi, series, days[^1]).Behaviour());
        string[] below = [.. Labels(chart).Where(each => each.Length == 2 && int.TryParse(each, out var day) && day <= 31)];
        Assert.NotEmpty(below);
        Assert.Subset(days.Select(day => day.Day.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(), below.ToHashSet());
        string[] months = [.. Labels(chart).Where(each => each.Length == 7 && each[4] == '-')];
        Assert.NotEmpty(months);
        Assert.Subset(days.Select(day => day.ToString("uuuu'-'MM", System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(), months.ToHashSet());
        Assert.Empty(Svg.Faults(Svg.Of(chart)));
    }

    private static string[] Labels(Chart chart) => [.. Svg.Labels(Svg.Of(chart)).Select(each => each.Text)];

    private static string[] Row(Chart chart, string period) => chart.Table().Rows.Single(each => each[0] == period);

    private static string[] Drawn(Chart chart) =>
        [.. Svg.Of(chart).Elements().Where(each => each.Name.LocalName is not ("title" or "desc" or "style")).Select(each => each.ToString())];
}
