using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_21_One_way_to_score
{
    private static readonly Cycle ThisQuarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Begin = ThisQuarter.Start;
    private static readonly LocalDate Mid = Day(2026, 8, 15);
    private static readonly LocalDate End = ThisQuarter.End;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void What_is_aligned_counts_as_much_as_a_key_result_on_average_whatever_their_weights(int weight) =>
        Near(1m / 3m, Scores(
            Mid, Bare("company").With(At("a", 0m).Weighing(weight)).With(At("b", 0m).Weighing(weight)), Done("sales").AlignedTo("company"))["company"].Score);

    [Fact]
    public void Key_results_that_are_linked_only_do_not_enter_the_average() =>
        Assert.Equal(
            0.5m,
            Scores(Mid, Bare("company").With(At("a", 0m).Weighing(50m)).With(At("b", 0m).Weighing(0m)), Done("sales").AlignedTo("company"))["company"].Score);

    [Fact]
    public void A_pinned_share_is_a_share_of_the_whole_also_beside_what_is_aligned()
    {
        var company = Scores(Mid, Bare("company").With(At("a", 1m).PinnedAt(0.5m)), At("one", 0m, "company"), At("two", 0m, "company"))["company"];
        Assert.Equal(0.5m, company.Score);
        Assert.Equal([0.5m, 0.25m, 0.25m], company.Items.Select(item => item.Share));
    }

    [Fact]
    public void Pinned_shares_that_take_the_whole_leave_no_sibling_that_is_not_pinned()
    {
        var whole = Bare("company").With(At("a", 1m).PinnedAt(0.4m)).With(At("b", 1m).PinnedAt(0.6m));
        Assert.Contains("leave nothing for 'c'", Assert.Throws<ArgumentException>(() => whole.With(At("c", 1m))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Bare("company").With(At("c", 1m)).With(At("a", 1m).PinnedAt(1m)));
        Assert.Contains(
            "leave nothing", Assert.Throws<ArgumentException>(() => Scores(Mid, whole, Done("sales").AlignedTo("company"))).Message, StringComparison.Ordinal);
        Assert.Equal(3, whole.With(At("linked", 1m).Weighing(0m)).KeyResults.Count);
        Assert.Equal(1m, Scores(Mid, whole, Done("sales").AlignedTo(Alignment.To("company").Supporting()))["company"].Score);
    }

    [Fact]
    public void The_weakest_is_the_weakest_of_all_and_all_or_nothing_is_of_all()
    {
        Objective[] objectives = [Bare("company").With(At("a", 1m)), At("sales", 0.5m, "company")];
        decimal? By(ScoreAggregation aggregation) =>
            OkrKpi.Portfolio.Of([], objectives, []).Score(Mid, ScoringProfile.Default.WithAggregation(aggregation))["company"].Score;
        Assert.Equal((0.5m, 0m, 1m), (By(ScoreAggregation.Minimum), By(ScoreAggregation.AllOrNothing), By(ScoreAggregation.Any)));
    }

    [Fact]
    public void A_plain_mean_is_plain_also_over_links_with_weights() => Assert.Equal(
        0.5m,
        OkrKpi.Portfolio.Of([], [Bare("company").With(At("a", 0m).Weighing(9m)), Done("sales").AlignedTo("company", 3m)], [])
            .Score(Mid, ScoringProfile.Default.WithAggregation(ScoreAggregation.Mean))["company"].Score);

    [Fact]
    public void A_score_set_by_hand_wins_over_what_is_aligned_to_a_key_result_nobody_checked_in()
    {
        var company = Bare("company").With(KeyResult("a", Goal.FromTo(0m, 10m)).Overridden(Set(0.3m)));
        Assert.Equal(0.3m, Scores(Mid, company, Done("sales").AlignedTo(Alignment.To("company").ToKeyResult("a")))["company"].Score);
    }

    [Fact]
    public void A_score_set_by_hand_is_the_score_for_pace_week_and_findings()
    {
        var score = Bare("o").With(At("a", 0.1m).Overridden(Set(0.8m))).Score(Mid);
        Assert.NotEqual(PaceStatus.Behind, score.KeyResults[0].Pace.Status);
        Assert.NotEqual(PaceStatus.Behind, score.Pace.Status);
        var review = OkrKpi.Portfolio.Of([], [Bare("o").With(At("a", 0.1m).Overridden(Set(0.8m)))], []).Review(Mid);
        Assert.DoesNotContain(review.Findings, finding => finding.Code == "at-risk-without-action");
        Assert.Empty(review.Week().AtRisk);
        Assert.Contains(OkrKpi.Portfolio.Of([], [Bare("o").With(At("a", 0.1m))], []).Review(Mid).Findings, finding => finding.Code == "at-risk-without-action");
    }

    [Fact]
    public void A_score_set_by_hand_is_the_score_for_the_forecast()
    {
        var half = Bare("o").With(At("a", 0.1m).Overridden(Set(0.25m))).Score(Mid);
        Near(0.25m / half.Pace.Expected!.Value, half.KeyResults[0].Forecast().Raw);
        Near(0.25m / half.Pace.Expected!.Value, half.Forecast().Raw);
        Near(0.25m / half.Pace.Expected!.Value, Bare("o").With(At("a", 0.1m)).Overridden(Set(0.25m)).Score(Mid).Forecast().Raw);
    }

    [Fact]
    public void A_score_set_by_hand_is_the_score_for_a_guardrail()
    {
        var guard = KeyResult("g", Goal.AtMost(5m)).As(KeyResultRole.Guardrail).With(CheckIn.On(Begin, 9m));
        Assert.True(Bare("o").With(At("a", 1m)).With(guard).Score(End).IsGuardrailBroken);
        Assert.False(Bare("o").With(At("a", 1m)).With(guard.Overridden(Set(1m))).Score(End).IsGuardrailBroken);
    }

    [Fact]
    public void A_score_set_by_hand_may_exceed_1_up_to_the_limit_of_the_profile()
    {
        var objective = Bare("o").With(At("a", 0.1m).Overridden(Set(1.5m)));
        Assert.Equal(1m, objective.Score(Mid).Score);
        Assert.Equal(1.2m, objective.Score(Mid, ScoringProfile.TeamCulture).Score);
        Assert.Equal(1.5m, objective.Score(Mid, ScoringProfile.ProfitCo).Score);
        Assert.Equal(1.1m, objective.Score(Mid, ScoringProfile.Default.WithOverrideCap(1.1m)).Score);
        Assert.Equal(1.2m, Bare("o").Overridden(Set(1.5m)).Score(Mid, ScoringProfile.TeamCulture).Score);
    }

    [Fact]
    public void What_is_over_stays_as_it_was_when_something_is_checked_in_for_a_later_day()
    {
        var ended = Bare("o").With(At("a", 0.7m)).CheckIn("a", End.PlusDays(3), 10m);
        Assert.Equal((0.7m, 0.7m), (ended.Score(End.PlusDays(10)).Score, ended.ScoreAtClose().Score));
        var closed = Bare("o").With(At("a", 0.4m)).Closed(Mid).CheckIn("a", Mid.PlusDays(1), 9m);
        var review = OkrKpi.Portfolio.Of([], [closed], []).Review(Mid.PlusDays(5));
        Assert.Equal((0.4m, 0.4m, 0.4m), (review.Objectives[0].Score, review.Scores["o"].Score, closed.ScoreAtClose().Score));
        Assert.Equal(0.7m, ended.KeyResults[0].Score(ThisQuarter, End.PlusDays(10)).Score);
    }

    [Fact]
    public void What_is_dated_on_the_last_day_counts_however_late_it_is_entered() =>
        Assert.Equal(0.9m, Bare("o").With(At("a", 0.4m)).CheckIn("a", End.PlusDays(2), 1m).CheckIn("a", End, 9m).Score(End.PlusDays(5)).Score);

    [Fact]
    public void A_score_set_by_hand_counts_also_when_all_is_over()
    {
        var late = ScoreOverride.Of(0.9m, "counted again", End.PlusDays(4));
        var objective = Bare("o").With(At("a", 0.4m)).Overridden(late);
        Assert.Equal((0.4m, 0.9m, 0.9m), (objective.Score(End).Score, objective.Score(End.PlusDays(4)).Score, objective.ScoreAtClose().Score));
        Assert.Equal(0.9m, Bare("o").With(At("a", 0.4m).Overridden(late)).Score(End.PlusDays(9)).Score);
        var ending = Bare("o").With(At("a", 0.4m)).Overridden(ScoreOverride.Of(0.9m, "agreed", Mid).EndingOn(End.PlusDays(1)));
        Assert.Equal(0.9m, ending.Score(End.PlusDays(30)).Score);
    }

    [Fact]
    public void An_objective_is_closed_on_a_day_of_its_cycle()
    {
        Assert.Contains(
            "2026-07-01 to 2026-09-30", Assert.Throws<ArgumentOutOfRangeException>(() => Bare("o").Closed(Day(2020, 1, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bare("o").Closed(End.PlusDays(1)));
        Assert.Equal(End, Bare("o").Closed(End).ClosedOn);
    }

    [Fact]
    public void The_pace_says_how_it_ended_and_does_not_contradict_the_outcome()
    {
        var aspirational = Bare("o").With(At("a", 0.75m));
        Assert.Equal((Outcome.Success, PaceStatus.Achieved), (aspirational.Score(End).Outcome, aspirational.Score(End).Pace.Status));
        Assert.Equal(PaceStatus.Missed, aspirational.As(ObjectiveKind.Committed).Score(End).Pace.Status);
        Assert.Equal(PaceStatus.Missed, Bare("o").With(At("a", 0.5m)).Closed(Mid).Score(Mid.PlusDays(3)).Pace.Status);
        var company = Scores(End, Bare("company").With(At("a", 1m)), At("sales", 0.5m, "company"))["company"];
        Assert.Equal((0.75m, Outcome.Success, PaceStatus.Achieved), (company.Score, company.Outcome, company.Pace.Status));
    }

    [Fact]
    public void From_which_score_on_is_a_success_belongs_to_the_profile()
    {
        var lenient = ScoringProfile.Default.With(SuccessRule.Default.From(ObjectiveKind.Committed, success: 0.9m, near: 0.8m));
        var objective = Bare("o").As(ObjectiveKind.Committed).With(At("a", 0.9m));
        Assert.Equal((Outcome.Missed, Outcome.Success), (objective.Score(End).Outcome, objective.Score(End, lenient).Outcome));
        Assert.Equal(Outcome.Near, Bare("o").As(ObjectiveKind.Committed).With(At("a", 0.8m)).Score(End, lenient).Outcome);
    }

    [Fact]
    public void A_kind_of_objective_can_have_grades_of_its_own()
    {
        var profile = ScoringProfile.VivaGoals.With(ObjectiveKind.Aspirational, GradeScale.VivaAspirational);
        Assert.Equal("orange", Bare("o").With(At("a", 1m)).Score(End, profile).Grade?.Name);
        Assert.Equal("green", Bare("o").As(ObjectiveKind.Committed).With(At("a", 1m)).Score(End, profile).Grade?.Name);
    }

    [Fact]
    public void A_guardrail_of_which_nothing_is_known_yet_is_not_broken()
    {
        var yesNo = Bare("o").With(At("a", 1m)).With(KeyResult("g", Goal.YesNo()).As(KeyResultRole.Guardrail));
        Assert.False(yesNo.Score(Begin.PlusDays(4)).IsGuardrailBroken);
        Assert.True(yesNo.Score(End).IsGuardrailBroken);
        var kept = KeyResult("g", Goal.KeepWithin(Band.AtMost(5m)).Read(KeepReading.ShareOfReported))
            .As(KeyResultRole.Guardrail)
            .With(CheckIn.On(Begin.PlusDays(2), 4m));
        Assert.False(Bare("o").With(At("a", 1m)).With(kept).Score(Begin.PlusDays(20)).IsGuardrailBroken);
    }

    [Fact]
    public void The_forecast_follows_weights_pins_headline_guardrails_and_aggregation()
    {
        KeyResult[] two = [At("a", 0.5m), At("b", 0m)];
        var expected = Bare("o").With(two).Score(Mid).Pace.Expected!.Value;
        var ahead = Math.Min(0.5m / expected, 1m);
        Near(ahead / 2m, Forecast(two));
        Near(ahead * 0.8m, Forecast(At("a", 0.5m).PinnedAt(0.8m), At("b", 0m)));
        Near(ahead, Forecast(At("a", 0.5m).As(KeyResultRole.Headline), At("b", 0m)));
        Near(ahead, Forecast(At("a", 0.5m), At("b", 0m).As(KeyResultRole.Guardrail)));
        Near(ahead, Forecast(At("a", 0.5m), At("b", 0m).Postponed(Begin)));
        Assert.Equal(0m, Bare("o").With(two).Score(Mid, ScoringProfile.Default.WithAggregation(ScoreAggregation.Minimum)).Forecast().Raw);
        Assert.Equal(0m, Bare("o").With(At("a", 0.5m)).With(At("b", 0m).As(KeyResultRole.Guardrail)).Score(
            Mid, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.LimitsScore)).Forecast().Raw);
        Near(ahead / 2m, Scores(Mid, Bare("company").With(At("a", 0m)), At("sales", 0.5m, "company"))["company"].Forecast().Raw);

        static decimal? Forecast(params KeyResult[] keyResults) => Bare("o").With(keyResults).Score(Mid).Forecast().Raw;
    }

    [Fact]
    public void Units_and_the_company_count_the_objectives_of_the_running_cycles()
    {
        var portfolio = OkrKpi.Portfolio.Of([], [Last("old", 1m).OwnedBy("Sales"), Bare("new").With(At("a", 0.5m)).OwnedBy("Sales")], []);
        var scores = portfolio.Score(Mid);
        Assert.Equal((0.5m, 0.5m, 1), (scores.Score, scores.Unit("Sales").Score, scores.Unit("Sales").ObjectiveCount));
        Assert.Equal(2, scores.Objectives.Count);
    }

    [Fact]
    public void Or_those_of_one_cycle_when_asked_for_it_as_they_ended()
    {
        var old = Last("old", 0.8m).OwnedBy("Sales").CheckIn("k", Mid, 10m);
        var scores = OkrKpi.Portfolio.Of([], [old, Bare("new").With(At("a", 0.5m)).OwnedBy("Sales")], []).Score(Mid, Cycle.Quarter(2026, 2));
        Assert.Equal((0.8m, 0.8m), (scores.Score, scores.Unit("Sales").Score));
        Assert.Equal(["old"], scores.Counting.Select(each => each.Objective.Id.Value));
    }

    [Fact]
    public void The_review_never_says_that_nobody_can_tell_what_the_children_tell()
    {
        var review = OkrKpi.Portfolio.Of([], [Bare("company"), At("sales", 0.8m, "company")], []).Review(Mid);
        Assert.Equal(0.8m, review.Scores["company"].Score);
        Assert.DoesNotContain(review.Findings, finding => finding.Code == "no-key-result");
        Assert.Contains("company stands at 0.8", review.Explain().ToString("en"), StringComparison.Ordinal);
        var ended = OkrKpi.Portfolio.Of([], [Bare("company"), At("sales", 0.8m, "company")], []).Review(End).LastCycle()!;
        Assert.Equal((0.8m, true), (ended["company"].Aligned.Score, ended["company"].Aligned.IsSuccess));
    }

    [Fact]
    public void A_score_of_a_tree_has_outcome_grade_forecast_and_confidence()
    {
        var sales = Bare("sales").With(KeyResult("k", Goal.FromTo(0m, 10m))).CheckIn("k", Begin, 8m, Confidence.OutOfTen(6m)).AlignedTo("company");
        var company = Scores(Mid, Bare("company"), sales)["company"];
        Assert.Equal(
            ("green", Outcome.Success, Confidence.OutOfTen(6m), ForecastState.Projected),
            (company.Grade?.Name, company.Outcome, company.Confidence, company.Forecast().State));
    }

    [Fact]
    public void The_explanation_says_what_the_weighted_part_is_and_what_else_acted()
    {
        var weakest = Bare("o").With(At("a", 1m))
            .With(At("b", 0.5m))
            .Score(Mid, ScoringProfile.Default.WithAggregation(ScoreAggregation.Minimum))
            .Explain()
            .ToString("en");
        Assert.Contains("comes to 0.75", weakest, StringComparison.Ordinal);
        Assert.Contains("weakest makes it 0.5", weakest, StringComparison.Ordinal);
        var above = Bare("o").With(At("a", 1.5m)).With(At("b", 0.5m)).Score(Mid, ScoringProfile.TeamCulture).Explain().ToString("en");
        Assert.Contains("50 % of the score, counting 1.2", above, StringComparison.Ordinal);
        Assert.Contains("comes to 0.85", above, StringComparison.Ordinal);
    }

    [Fact]
    public void The_statistics_of_a_cycle_count_objectives_and_key_results_by_zone_confidence_and_pace()
    {
        var words = KeyResult("words", Goal.Ordinal("some", "most", "all")).With(CheckIn.InZone(Begin, Zone.Target));
        Objective[] objectives =
        [
            Bare("one").With(At("a", 0.2m), At("b", 1m), words).OwnedBy("North"),
            Bare("two").With(KeyResult("c", Goal.FromTo(0m, 10m)).With(CheckIn.On(Begin, 4m).With(Confidence.OutOfTen(7m)))).OwnedBy("South"),
            Last("old", 1m).OwnedBy("North"),
        ];
        var scores = OkrKpi.Portfolio.Of([], objectives, [])
            .In(Organisation.Of(OrganisationUnit.Company("A"), OrganisationUnit.Team("North", under: "A"), OrganisationUnit.Team("South", under: "A")))
                .Score(Mid);
        var all = scores.Unit("A").Statistics();
        Assert.Equal((2, 4), (all.ObjectiveCount, all.KeyResultCount));
        Assert.Equal((1, 1, 1, 1), (
            all.KeyResultScores.In(Zone.Fail), all.KeyResultScores.In(Zone.Commit), all.KeyResultScores.In(Zone.Target), all.KeyResultScores.In(Zone.Stretch)));
        Assert.Equal((1, 3, Confidence.OutOfTen(7m)), (all.ConfidenceMarks[7], all.WithoutConfidence, all.Confidence));
        Assert.Equal(2, Enum.GetValues<PaceStatus>().Sum(all.ObjectivesAt));
        Assert.Equal(4, Enum.GetValues<PaceStatus>().Sum(all.KeyResultsAt));
        Assert.Equal((1, 3), (scores.Unit("North").Statistics().ObjectiveCount, scores.Unit("North").Statistics().KeyResultCount));
        Assert.Equal(2, scores.Statistics().ObjectiveCount);
    }

    private static ScoreOverride Set(decimal score) => ScoreOverride.Of(score, "agreed", Day(2026, 8, 1)).Staying();

    private static Objective Bare(string id) => Objective.Define(id, id, ThisQuarter);

    private static KeyResult At(string id, decimal score) => KeyResult(id, Goal.FromTo(0m, 10m)).With(CheckIn.On(Begin, score * 10m));

    private static Objective At(string id, decimal score, string parent) => Bare(id).With(At("kr", score)).AlignedTo(parent);

    private static Objective Done(string id) => Bare(id).With(At("kr", 1m));

    private static Objective Last(string id, decimal score) =>
        Objective.Define(id, id, Cycle.Quarter(2026, 2)).With(KeyResult("k", Goal.FromTo(0m, 10m)).With(CheckIn.On(Day(2026, 5, 1), score * 10m)));

    private static PortfolioScores Scores(LocalDate asOf, params Objective[] objectives) => OkrKpi.Portfolio.Of([], objectives, []).Score(asOf);

    private static void Near(decimal expected, decimal? actual) => Assert.InRange(actual!.Value, expected - 0.000_000_000_001m, expected + 0.000_000_000_001m);
}
