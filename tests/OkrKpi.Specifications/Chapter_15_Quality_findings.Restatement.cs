using NodaTime.Text;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

// A key result that only restates the target of a KPI.
public partial class Chapter_15_Quality_findings
{
    [Fact]
    public void Another_target_of_the_same_metric_is_a_warning() => Assert.Equal(
        FindingSeverity.Warning,
        Assert.Single(Restating(OkrKpi.KeyResult.Define("m", "Meetings", Unit.Count("meeting"), Goal.FromTo(100m, 299m)).Measuring(Meetings))).Severity);

    [Fact]
    public void A_similar_result_of_another_period_exactly_10_percent_off_is_a_warning_and_just_more_is_none()
    {
        var monthly = Unit.Count("meeting").Per(Cadence.Month);
        Assert.Single(Restating(OkrKpi.KeyResult.Define("m", "Meetings booked", monthly, Goal.FromTo(30m, 90m))));
        Assert.Empty(Restating(OkrKpi.KeyResult.Define("m", "Meetings booked", monthly, Goal.FromTo(30m, 89.9m))));
    }

    [Fact]
    public void The_name_of_the_KPI_with_another_target_is_a_warning_and_what_goes_the_other_way_is_none()
    {
        Assert.Equal(
            FindingSeverity.Warning,
            Assert.Single(Restating(OkrKpi.KeyResult.Define("m", "Number of customer meeting", Unit.Count("meeting"), Goal.FromTo(100m, 250m)))).Severity);
        Assert.Empty(Restating(OkrKpi.KeyResult.Define("m", "Meetings cancelled", Unit.Count("meeting"), Goal.FromTo(400m, 300m))));
    }

    [Fact]
    public void Among_many_addressed_KPIs_the_one_that_is_restated_is_found()
    {
        var others = Enumerable.Range(0, 40).Select(each => OkrKpi.Kpi.Define($"other-{each}", $"Visits of page {each}", Unit.Count("visit"),
            Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)).ToArray();
        var meetings = MeetingsRaisedTo300();
        var objective = Bare().With(OkrKpi.KeyResult.Define("k", "Number of customer meetings", Unit.Count("meeting"), Goal.FromTo(100m, 300m)));
        string[] Found(params Kpi[] kpis) =>
            [.. OkrKpi.Portfolio.Of(kpis, [objective.Addressing([.. kpis.Select(kpi => kpi.Id)])], [])
                .Findings("key-result-restates-kpi-target", Start)
                .Select(finding => finding.ToString())];
        Assert.Equal(Assert.Single(Found(meetings)), Assert.Single(Found([.. others, meetings])));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-12-31", 400)]
    [InlineData("2026-06-29", "2026-09-27", 300)]
    [InlineData("2026-06-01", "2026-07-31", 200)]
    public void The_target_of_a_month_is_restated_by_its_amount_over_the_cycle_whatever_the_length(string start, string end, int whole)
    {
        var cycle = Cycle.Between(LocalDatePattern.Iso.Parse(start).Value, LocalDatePattern.Iso.Parse(end).Value);
        Assert.Equal((FindingSeverity.Warning, "finding.restatesAtOtherPeriod"), Told(whole));
        Assert.Equal((FindingSeverity.Warning, "finding.sameMetric"), Told(100m));

        (FindingSeverity, string) Told(decimal wanted)
        {
            var monthly = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1));
            var keyResult = OkrKpi.KeyResult.Define("k", "Things", Unit.Count("thing"), Goal.FromTo(10m, wanted)).Measuring(monthly.Id);
            var finding = Assert.Single(Portfolio(monthly, Objective.Define("o", "Raise things", cycle).With(keyResult))
                .Findings("key-result-restates-kpi-target", Start));
            return (finding.Severity, finding.Explanation.Key);
        }
    }

    [Fact]
    public void The_quarterly_target_of_a_cycle_of_13_weeks_is_an_error()
    {
        var weeks = Cycle.Between(Day(2026, 6, 29), Day(2026, 9, 27));
        var keyResult = OkrKpi.KeyResult.Define("m", "Meetings", Unit.Count("meeting"), Goal.FromTo(100m, 300m)).Measuring(Meetings);
        Assert.Equal(
            FindingSeverity.Error, Assert.Single(Of(Engagement(weeks).With(keyResult), "key-result-restates-kpi-target", Start)).Severity);
    }

    [Fact]
    public void A_target_that_is_not_close_is_not_told_as_zero()
    {
        var finding = Assert.Single(
            Restating(OkrKpi.KeyResult.Define("m", "Meetings", Unit.Count("meeting"), Goal.FromTo(100m, 200m)).Measuring(Meetings)));
        Assert.Null(finding.Explanation.Facts.Single(fact => fact.Name == "target").Value);
    }

    private static Finding[] Restating(KeyResult keyResult) => Of(Engagement(Cycle.Quarter(2026, 3)).With(keyResult), "key-result-restates-kpi-target", Start);
}
