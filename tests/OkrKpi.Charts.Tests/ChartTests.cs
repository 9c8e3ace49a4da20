using System.Collections;
using System.Globalization;
using System.Xml.Linq;

namespace OkrKpi.Charts.Tests;

public class ChartTests
{
    [Fact]
    public void A_picture_says_how_the_kpi_stands_since_when_and_whether_that_is_unusual()
    {
        Assert.StartsWith(
            "281 in 2026-09; target 300; below target since 2026-05. 2026-09 is unusual (improving): ", Chart.Of(Given.Customers()).Description,
            StringComparison.Ordinal);
        Assert.Contains("2026-08 is not unusual: chance gives ", Chart.Of(Given.Utilisation()).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_by_now_is_said_of_a_running_period() =>
        Assert.Contains("2026-Q3 so far: ", Chart.Of(Given.Meetings()).Description, StringComparison.Ordinal);

    [Fact]
    public void A_raise_is_written_with_its_day_and_reason_and_each_target_with_its_value()
    {
        string[] labels = [.. Svg.Labels(Svg.Of(Chart.Of(Given.Customers()))).Select(each => each.Text)];
        Assert.Contains("target raised 240 → 300, decided 2026-06-12: new market in the south", labels);
        Assert.All(new[] { "200", "240", "300", "281" }, value => Assert.Contains(value, labels));
    }

    [Fact]
    public void One_decision_is_one_note_also_where_it_climbs()
    {
        var climbing = Enumerable.Range(0, 6).Aggregate(
            Kpi.Define("k", "Visits", Unit.Count("visit"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
                .WithTarget(10, from: Given.Day(2025, 10, 1)),
            (kpi, month) => kpi.WithTarget(20 + month, from: Given.Day(2026, 1 + month, 1), decidedOn: Given.Day(2025, 12, 1), because: "the plan"));
        var svg = Chart.Of(Given.Monthly(climbing, Given.Day(2025, 10, 1), [9, 11, 12, 20, 22, 21, 25], Given.Day(2026, 4, 30))).ToSvg();
        Assert.Equal(2, svg.Split("the plan").Length);
    }

    [Fact]
    public void Missed_met_running_awaited_and_missing_have_shapes_of_their_own()
    {
        var shapes = Enum.GetValues<ColumnKind>().Where(kind => kind != ColumnKind.Future)
            .Select(kind => (kind, new KpiColumn(ReportingPeriod.Month(2026, 1), kind, null, null, null, null, null).Mark)).ToDictionary();
        Assert.Equal(5, shapes.Values.Distinct().Count());
        Assert.Equal(shapes[ColumnKind.NotJudged], shapes[ColumnKind.Awaited]);
    }

    [Fact]
    public void A_gap_in_the_figures_is_a_gap_in_the_line() =>
        Assert.Equal(2, Svg.Of(Chart.Of(Given.Customers())).Descendants(Svg.Space + "path").Count(path => path.Kinds().Contains("a")));

    [Fact]
    public void A_forecast_is_a_fan_of_the_ranges_given()
    {
        var period = ReportingPeriod.Month(2026, 8);
        var chart = Chart.Of(Given.Response()).WithForecast(ForecastRange.Of(period, 3, 5), ForecastRange.Of(period, 3.5m, 4.5m, 4));
        Assert.Equal(2, Svg.Of(chart).Descendants(Svg.Space + "path").Count(path => path.Kinds().Contains("f")));
        Assert.Throws<ArgumentException>(() => Chart.Of(Given.Response()).WithForecast(ForecastRange.Of(ReportingPeriod.Quarter(2026, 3), 1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastRange.Of(period, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastRange.Of(period, 3, 5, 6));
    }

    [Fact]
    public void A_figure_has_a_caption_and_its_numbers_as_a_table()
    {
        var chart = Chart.Of(Given.Customers());
        var html = chart.WithoutStyle().ToHtml();
        var figure = XElement.Parse(html);
        Assert.Equal("figure", figure.Name.LocalName);
        Assert.Contains("below target since 2026-05", figure.Element("figcaption")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, figure.Descendants(Svg.Space + "svg").Count());
        Assert.Equal(chart.Assessment.Periods.Count, figure.Descendants("tbody").Single().Elements("tr").Count());
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
        Assert.Contains("<style>", chart.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_writer_the_same_is_written()
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        var chart = Chart.Of(Given.Customers());
        chart.WriteTo(written);
        Assert.Equal(chart.ToSvg(), written.ToString());
    }

    [Fact]
    public void A_change_leaves_the_chart_as_it_was()
    {
        var chart = Chart.Of(Given.Customers());
        var before = chart.ToSvg();
        Assert.NotEqual(before, chart.In(Pictures.Vietnamese).ToSvg());
        Assert.NotEqual(before, chart.Last(5).ToSvg());
        Assert.NotEqual(before, chart.Sized(400, 300).ToSvg());
        Assert.NotEqual(before, chart.WithoutHeading().ToSvg());
        Assert.NotEqual(before, chart.WithoutStyle().ToSvg());
        Assert.Equal(before, chart.ToSvg());
    }

    [Fact]
    public void Sizes_and_counts_out_of_bounds_are_refused_with_what_is_allowed()
    {
        var chart = Chart.Of(Given.Customers());
        Assert.Contains("640", Assert.Throws<ArgumentOutOfRangeException>(() => chart.Sized(5, 100)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => chart.Sized(100, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => chart.Last(0));
        Assert.Throws<ArgumentException>(() => Chart.Of(Array.Empty<NeedTimeline>()));
        Assert.Throws<ArgumentNullException>(() => Chart.Of((KpiAssessment)null!));
        Assert.Throws<ArgumentNullException>(() => chart.In(null!));
        Assert.Throws<ArgumentNullException>(() => chart.WriteTo(null!));
        Assert.Throws<ArgumentNullException>(() => ScorecardPage.Of(null!));
    }

    // As Microsoft.DotNet.Interactive.Formatting does it, by names alone.
    [Fact]
    public void Notebook_kernels_find_how_to_show_it()
    {
        var chart = Chart.Of(Given.Customers());
        var attribute = chart.GetType().GetCustomAttributes(inherit: true).Single(each => each.GetType().Name == "TypeFormatterSourceAttribute");
        var type = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var formatters = (IEnumerable)type.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(type), null)!;
        var shown = new Dictionary<string, string>();
        foreach (var formatter in formatters)
        {
            using var written = new StringWriter(CultureInfo.InvariantCulture);
            Assert.True((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [chart, written])!);
            shown.Add((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, written.ToString());
            Assert.False((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, ["no chart", written])!);
        }

        Assert.Equal(chart.ToHtml(), shown["text/html"]);
        Assert.Equal(chart.ToSvg(), shown["image/svg+xml"]);
    }

    [Fact]
    public void The_package_needs_nothing_but_OkrKpi() => Assert.DoesNotContain(
        typeof(Chart).Assembly.GetReferencedAssemblies(),
        each => !(each.Name!.StartsWith("System.", StringComparison.Ordinal) || each.Name is "OkrKpi" or "NodaTime" or "Ardalis.GuardClauses"));
}
