using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_8_Quality_findings
{
    private static readonly LocalDate Start = Day(2026, 7, 1);

    [Fact]
    public void An_objective_without_key_results_is_an_error() =>
        Assert.Equal(FindingSeverity.Error, Assert.Single(Of(Engagement(Cycle.Quarter(2026, 3)), "no-key-result", Start)).Severity);

    [Fact]
    public void One_key_result_is_enough() => Assert.Empty(Of(Sound(), "no-key-result", Start));

    [Fact]
    public void An_objective_without_initiatives_is_remarked_and_one_initiative_is_enough()
    {
        Assert.Single(Of(Objective.Define("o", "Bare", Cycle.Quarter(2026, 3)), "no-initiative", Start));
        Assert.Empty(Of(Sound(), "no-initiative", Start));
    }

    [Fact]
    public void An_objective_that_addresses_no_KPI_is_remarked_and_one_KPI_is_enough()
    {
        Assert.Single(Of(Objective.Define("o", "Bare", Cycle.Quarter(2026, 3)), "no-kpi-addressed", Start));
        Assert.Empty(Of(Sound(), "no-kpi-addressed", Start));
    }

    [Fact]
    public void An_objective_without_an_owner_is_remarked() =>
        Assert.Equal("o", Assert.Single(Of(Objective.Define("o", "Bare", Cycle.Quarter(2026, 3)), "no-owner", Start)).Subject);

    [Fact]
    public void A_KPI_without_an_owner_is_remarked()
    {
        var kpi = Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        Assert.Equal("revenue", Assert.Single(Portfolio(kpi).Findings("no-owner", Start)).Subject);
        Assert.Empty(Portfolio(kpi.OwnedBy("Sales")).Findings("no-owner", Start));
    }

    [Fact]
    public void Exactly_7_days_after_the_last_check_in_nothing_is_remarked_and_after_8_it_is()
    {
        var objective = Sound().CheckIn("open-rate", Day(2026, 7, 10), 6m);
        Assert.Empty(Of(objective, "no-check-in-for-a-week", Day(2026, 7, 17)));
        Assert.Single(Of(objective, "no-check-in-for-a-week", Day(2026, 7, 18)));
    }

    [Fact]
    public void Before_the_first_check_in_the_days_count_from_the_start_of_the_cycle()
    {
        Assert.Empty(Of(Sound(), "no-check-in-for-a-week", Day(2026, 7, 8)));
        Assert.Single(Of(Sound(), "no-check-in-for-a-week", Day(2026, 7, 9)));
    }

    [Fact]
    public void A_key_result_that_is_achieved_needs_no_more_check_ins() =>
        Assert.Empty(Of(Sound().CheckIn("open-rate", Day(2026, 7, 10), 15m), "no-check-in-for-a-week", Day(2026, 9, 1)));

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
    public void A_rule_can_be_left_out() =>
        Assert.DoesNotContain(
            Portfolio(MeetingsRaisedTo300(), Engagement(Cycle.Quarter(2026, 3))).Review(Start, ReviewOptions.Default.Without<HasNoKeyResult>()).Findings,
            finding => finding.Code == "no-key-result");

    private static Objective Sound() => Engagement(Cycle.Quarter(2026, 3)).With(OkrKpi.KeyResult.Define("open-rate", "Open rate", Unit.Percent, Goal.FromTo(4m, 15m)));

    private static Finding[] Of(Objective objective, string code, LocalDate asOf) => Portfolio(MeetingsRaisedTo300(), objective).Findings(code, asOf);

    private static Finding[] Restating(KeyResult keyResult) => Of(Engagement(Cycle.Quarter(2026, 3)).With(keyResult), "key-result-restates-kpi-target", Start);
}
