using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_16_Alignment_and_organisation
{
    private static readonly Cycle ThisQuarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate August = Day(2026, 8, 15);

    [Fact]
    public void An_objective_counts_its_key_results_and_what_is_aligned_to_it_as_equal_items() =>
        Assert.Equal(0.5m, Scores(At("company", 0.2m), At("sales", 0.8m).AlignedTo("company"))["company"].Score);

    [Fact]
    public void What_is_aligned_counts_by_the_weight_of_its_link() =>
        Assert.Equal(
            0.6m, Scores(Bare("company"), At("one", 1m).AlignedTo("company", weight: 6), At("two", 0m).AlignedTo("company", weight: 4))["company"].Score);

    [Fact]
    public void Support_is_shown_and_never_scored()
    {
        var company = Scores(At("company", 0.2m), At("sales", 0.8m).AlignedTo(Alignment.To("company").Supporting()))["company"];
        Assert.Equal(0.2m, company.Score);
        Assert.Equal((AlignmentKind.Supports, 0m), (company.Items[^1].Link!.Kind, company.Items[^1].Share));
    }

    [Fact]
    public void Two_objectives_may_support_each_other() => Assert.Equal(
        0.2m, Scores(At("one", 0.2m).AlignedTo(Alignment.To("two").Supporting()), At("two", 0.8m).AlignedTo(Alignment.To("one").Supporting()))["one"].Score);

    [Fact]
    public void A_key_result_nobody_checked_in_is_read_from_what_is_aligned_to_it() =>
        Assert.Equal(0.55m, Scores(WithOpenKeyResult(), At("sales", 0.8m).AlignedTo(Alignment.To("company").ToKeyResult("open")))["company"].Score);

    [Fact]
    public void Once_it_has_a_value_the_value_wins() =>
        Assert.Equal(0.2m, Scores(
            WithOpenKeyResult().CheckIn("open", Day(2026, 8, 10), 10m),
            At("sales", 0.8m).AlignedTo(Alignment.To("company").ToKeyResult("open")))["company"].Score);

    [Fact]
    public void What_contributes_to_two_objectives_is_split_between_them_and_so_counts_once_above_them()
    {
        var scores = Scores(
            Bare("company"),
            Bare("north").AlignedTo("company"), At("one", 0m).AlignedTo("north"),
            Bare("south").AlignedTo("company"), At("two", 0m).AlignedTo("south"),
            At("shared", 0.9m).AlignedTo("north").AlignedTo("south"));
        Near(0.3m, scores["company"].Score);
    }

    [Fact]
    public void Or_it_counts_in_full_in_each_when_the_rule_says_so()
    {
        Objective[] objectives = [Bare("north"), At("one", 0m).AlignedTo("north"), Bare("south"), At("shared", 0.9m).AlignedTo("north").AlignedTo("south")];
        Near(0.45m, Scores(CombiningRule.Default.WithShared(SharedObjectives.FullInEach), objectives)["north"].Score);
    }

    [Fact]
    public void The_shares_of_all_items_add_up_to_1()
    {
        var company = Scores(At("company", 0.2m), At("one", 0.8m).AlignedTo("company"), At("two", 0.8m).AlignedTo("company", weight: 0.5m))["company"];
        Near(1m, company.Items.Sum(item => item.Share));
    }

    [Fact]
    public void An_alignment_that_leads_back_is_refused_with_the_way()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Scores(At("a", 0m).AlignedTo("b"), At("b", 0m).AlignedTo("c"), At("c", 0m).AlignedTo("a")));
        Assert.Contains("a -> b -> c -> a", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alignment_to_an_unknown_objective_is_refused() =>
        Assert.Contains("'unknown'", Assert.Throws<ArgumentException>(() => Scores(At("a", 0m).AlignedTo("unknown"))).Message, StringComparison.Ordinal);

    [Fact]
    public void One_link_between_two_objectives_is_enough() => Assert.Throws<ArgumentException>(() => At("a", 0m).AlignedTo("b").AlignedTo("b"));

    [Fact]
    public void What_has_no_score_is_left_out_and_the_coverage_tells()
    {
        var company = Scores(At("company", 0.2m), Engaged("silent", Goal.AtLeast(5m)).AlignedTo("company"))["company"];
        Assert.Equal((0.2m, 0.5m), (company.Score, company.Coverage));
    }

    [Fact]
    public void A_closed_objective_keeps_the_score_it_was_closed_with() =>
        Assert.Equal(
            0.4m,
            Scores(Bare("company"), At("sales", 0.4m).Closed(Day(2026, 8, 12)).CheckIn("kr", Day(2026, 8, 14), 90m).AlignedTo("company"))["company"].Score);

    [Fact]
    public void An_objective_whose_cycle_has_not_begun_is_left_out()
    {
        var next = Objective.Define("next", "Next", Cycle.Quarter(2026, 4)).With(KeyResult("kr", Goal.FromTo(0m, 100m))).AlignedTo("company");
        Assert.Equal(0.2m, Scores(At("company", 0.2m), next)["company"].Score);
    }

    [Fact]
    public void All_that_is_aligned_at_any_depth_can_be_read()
    {
        var scores = Scores(
            At("o", 0m), At("a", 0.1m).AlignedTo("o"), At("b", 0.2m).AlignedTo("o"), At("c", 0.3m).AlignedTo("a"), At("d", 0.4m).AlignedTo("a"));
        Assert.Equal(["a", "b", "c", "d"], scores.AlignedTo("o").Select(each => each.Objective.Id.Value));
    }

    [Fact]
    public void A_unit_is_the_mean_of_its_objectives_and_of_those_of_the_units_below()
    {
        var scores = Company(At("c", 0.6m).OwnedBy("Company A"), At("s", 0.4m).OwnedBy("Sales"), At("n", 0.2m).OwnedBy("North"), At("p", 0.0m).OwnedBy("An"));
        Assert.Equal((0.3m, 0.2m, 0.1m, 0m), (scores.Unit("Company A").Score, scores.Unit("Sales").Score, scores.Unit("North").Score, scores.Unit("An").Score));
    }

    [Fact]
    public void An_objective_that_two_teams_share_counts_once_in_their_department()
    {
        var scores = Company(At("shared", 0.9m).OwnedBy("North").SharedBy("South"), At("n", 0m).OwnedBy("North"), At("s", 0m).OwnedBy("South"));
        Assert.Equal((0.45m, 0.45m, 0.3m), (scores.Unit("North").Score, scores.Unit("South").Score, scores.Unit("Sales").Score));
        Assert.Equal(3, scores.Unit("Company A").ObjectiveCount);
    }

    [Fact]
    public void An_objective_that_a_department_shares_with_its_own_team_counts_once() =>
        Assert.Equal(1, Company(At("shared", 0.9m).OwnedBy("Sales").SharedBy("North")).Unit("Sales").ObjectiveCount);

    [Fact]
    public void What_is_aligned_counts_in_a_unit_by_its_own_key_results_only() =>
        Assert.Equal(0.5m, Company(At("c", 0.2m).OwnedBy("Company A"), At("s", 0.8m).OwnedBy("Sales").AlignedTo("c")).Unit("Company A").Score);

    [Fact]
    public void Or_a_unit_is_the_mean_of_its_parts_when_the_rule_says_so()
    {
        Objective[] objectives = [At("n1", 1m).OwnedBy("North"), At("n2", 1m).OwnedBy("North"), At("s", 0m).OwnedBy("South")];
        var scores = Portfolio.Of([], objectives, [])
            .In(CompanyA)
            .Score(August, ScoringProfile.Default.With(CombiningRule.Default.WithUnits(UnitCombining.MeanOfUnits)));
        Assert.Equal(0.5m, scores.Unit("Company A").Score);
    }

    [Fact]
    public void Without_an_organisation_every_owner_is_a_team() =>
        Assert.Equal(["Sales", "Support"], Scores(At("s", 0m).OwnedBy("Sales"), At("u", 0m).OwnedBy("Support")).Units.Select(each => each.Unit.Name));

    [Fact]
    public void An_owner_that_is_not_in_the_organisation_is_refused() =>
        Assert.Contains("'Legal'", Assert.Throws<ArgumentException>(() => Company(At("l", 0m).OwnedBy("Legal"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Units_that_belong_to_themselves_are_refused_with_the_way() => Assert.Contains(
        "A -> B -> A",
        Assert.Throws<ArgumentException>(() => Organisation.Of(OrganisationUnit.Team("A", under: "B"), OrganisationUnit.Team("B", under: "A"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_score_of_an_objective_says_what_it_rests_on()
    {
        var text = Scores(At("company", 0.2m), At("sales", 0.8m).AlignedTo("company"))["company"]
            .Explain()
            .ToString();
        Assert.Contains("sales counts 50 % with 0.8", text, StringComparison.Ordinal);
    }

    private static Organisation CompanyA { get; } = Organisation.Of(
        OrganisationUnit.Person("An", under: "North"),
        OrganisationUnit.Team("North", under: "Sales"),
        OrganisationUnit.Team("South", under: "Sales"),
        OrganisationUnit.Department("Sales", under: "Company A"),
        OrganisationUnit.Company("Company A"));

    private static PortfolioScores Company(params Objective[] objectives) => OkrKpi.Portfolio.Of([], objectives, []).In(CompanyA).Score(August);

    private static PortfolioScores Scores(params Objective[] objectives) => OkrKpi.Portfolio.Of([], objectives, []).Score(August);

    private static PortfolioScores Scores(CombiningRule rule, params Objective[] objectives) =>
        OkrKpi.Portfolio.Of([], objectives, []).Score(August, ScoringProfile.Default.With(rule));

    private static Objective Bare(string id) => Objective.Define(id, id, ThisQuarter);

    private static Objective Engaged(string id, Goal goal) => Bare(id).With(KeyResult("kr", goal));

    private static Objective At(string id, decimal score) => Engaged(id, Goal.FromTo(0m, 100m)).CheckIn("kr", Day(2026, 8, 10), score * 100m);

    private static Objective WithOpenKeyResult() =>
        Engaged("company", Goal.FromTo(0m, 100m)).CheckIn("kr", Day(2026, 8, 10), 30m).With(KeyResult("open", Goal.FromTo(0m, 100m)));

    private static void Near(decimal expected, decimal? actual) => Assert.InRange(actual!.Value, expected - 0.000_000_000_001m, expected + 0.000_000_000_001m);
}
