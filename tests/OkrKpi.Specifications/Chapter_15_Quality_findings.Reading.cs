using System.Globalization;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

// How findings are chosen, worded and read: which rules are asked, how a reader meets their answers, and in which order.
public partial class Chapter_15_Quality_findings
{
    [Fact]
    public void A_rule_can_be_left_out() =>
        Assert.DoesNotContain(
            Portfolio(MeetingsRaisedTo300(), Engagement(Cycle.Quarter(2026, 3))).Review(Start, ReviewOptions.Default.Without<HasNoKeyResult>()).Findings,
            finding => finding.Code == "no-key-result");

    [Fact]
    public void A_rule_can_be_given_another_severity()
    {
        var options = ReviewOptions.Default.Rating<HasNoKeyResult>(FindingSeverity.Hint);
        var review = Portfolio(MeetingsRaisedTo300(), Engagement(Cycle.Quarter(2026, 3))).Review(Start, options);
        Assert.Equal(FindingSeverity.Hint, Assert.Single(review.Findings, finding => finding.Code == "no-key-result").Severity);
    }

    [Fact]
    public void A_rule_of_ones_own_can_be_added()
    {
        var review = Portfolio(MeetingsRaisedTo300(), Sound()).Review(Start, ReviewOptions.Default.With(new EveryObjectiveIsQuestioned()));
        Assert.Equal("engage-new: why?", Assert.Single(review.Findings, finding => finding.Code == "why").Explanation.Sentence(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_finding_says_what_to_do_in_English_and_in_Vietnamese()
    {
        var findings = Objectives(6, 2026, 3).Review(Day(2026, 8, 15)).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains(';', finding.Explanation.Sentence(CultureInfo.InvariantCulture)));
        Assert.All(findings, finding => Assert.Contains("; hãy", finding.Explanation.Sentence(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_remark_on_several_items_is_told_once_and_does_not_say_that_the_facts_of_the_first_hold_for_the_others()
    {
        Kpi[] kpis = [Measured("bounce", "Bounce rate").OwnedBy("Product"), Measured("cost", "Cost of a lead").OwnedBy("Finance")];
        var group = Assert.Single(OkrKpi.Portfolio.Of(kpis, [], []).Review(Start).FindingGroups, group => group.Code == "kpi-stale");
        Assert.Contains("ask Product for them. The same remark, each with its own facts: Cost of a lead", group.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "Nhận xét tương tự, mỗi mục có số liệu riêng: Cost of a lead", group.Explanation.Sentence(CultureInfo.GetCultureInfo("vi")),
            StringComparison.Ordinal);
        Assert.Contains("ask Finance", group.Explanation.Because[1].Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_sentences_of_one_rule_are_told_apart()
    {
        Kpi[] kpis = [.. Enumerable.Range(1, 3).Select(each => Measured($"kpi-{each}", $"KPI {each}"))];
        var objective = Objective.Define("o", "Raise quality", Cycle.Quarter(2026, 3));
        Assert.Equal(
            ["3 of 3 KPIs name no owner; say who answers for them", "The objective Raise quality names no team; say who answers for it"],
            OkrKpi.Portfolio.Of(kpis, [objective], []).Review(Start).FindingGroups.Where(group => group.Code == "no-owner")
                .Select(group => group.Explanation.Sentence()));
    }

    [Fact]
    public void A_finding_of_ones_own_may_be_about_an_objective_that_is_not_in_the_portfolio()
    {
        var review = Portfolio(MeetingsAQuarter(), Bare()).Review(Start, ReviewOptions.Default.With(new AnotherObjectiveIsNamed()));
        Assert.Equal("elsewhere", Assert.Single(review.Findings, finding => finding.Code == "elsewhere").Subject.ToString());
    }

    [Fact]
    public void A_KPI_whose_need_was_dismissed_is_read_behind_one_that_needs_an_OKR()
    {
        Kpi[] lagging = [Measured("first", "First"), Measured("second", "Second")];
        var portfolio = OkrKpi.Portfolio.Of(
            lagging, [], lagging.Select(kpi => MeasurementSeries.Of(kpi.Id, Enumerable.Range(1, 6).Select(month => Measurement.On(Day(2026, month, 20), 5m)))));
        Assert.Equal(["first", "second"], Order(portfolio));
        Assert.Equal(["second", "first"], Order(portfolio.With(NeedDismissal.Of("first", Start, "we live with it"))));

        static IEnumerable<string> Order(Portfolio portfolio) =>
            portfolio.Findings("no-owner", Start).Select(finding => finding.Subject.ToString());
    }

    private static Kpi Measured(string id, string name) =>
        Kpi.Define(id, name, Unit.Count("thing"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum)
        .WithTarget(10m, Day(2026, 1, 1));

    private sealed class AnotherObjectiveIsNamed : FindingRule
    {
        public override IEnumerable<Finding> Check(ReviewContext context) =>
        [
            Finding.Of(
                "elsewhere", FindingSeverity.Hint, FindingSubject.Of(Objective.Define("elsewhere", "Another", Cycle.Quarter(2026, 3))), "Look there; it is there"),
        ];
    }

    private sealed class EveryObjectiveIsQuestioned : FindingRule
    {
        public override IEnumerable<Finding> Check(Objective objective, ReviewContext context) =>
            [Finding.Of("why", FindingSeverity.Hint, FindingSubject.Of(objective), $"{objective.Id}: why?")];
    }
}
