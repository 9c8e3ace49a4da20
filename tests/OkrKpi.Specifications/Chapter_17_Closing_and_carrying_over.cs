using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_17_Closing_and_carrying_over
{
    private static readonly Cycle ThisQuarter = Cycle.Quarter(2026, 3);
    private static readonly Cycle NextQuarter = Cycle.Quarter(2026, 4);
    private static readonly LocalDate August = Day(2026, 8, 20);

    [Fact]
    public void An_objective_is_remembered_by_its_score_at_the_end_of_its_cycle() =>
        Assert.Equal(0.5m, Half().CheckIn("leads", Day(2026, 10, 5), 10m).ScoreAtClose().Score);

    [Fact]
    public void An_objective_closed_early_is_remembered_by_its_score_of_that_day() =>
        Assert.Equal(0.5m, Half().CheckIn("leads", Day(2026, 9, 10), 10m).Closed(Day(2026, 9, 1)).ScoreAtClose().Score);

    [Fact]
    public void What_nobody_reported_counts_as_0_at_the_close() => Assert.Equal(0.25m, HalfAndUnknown().ScoreAtClose().Score);

    [Fact]
    public void Or_it_is_left_out_when_the_profile_says_so() =>
        Assert.Equal(0.5m, HalfAndUnknown().ScoreAtClose(ScoringProfile.Default.WithMissing(MissingKeyResults.LeftOut)).Score);

    [Fact]
    public void The_successor_names_its_predecessor() => Assert.Equal(ObjectiveId.Of("grow"), Half().CarriedOver("grow-q4", NextQuarter).Predecessor);

    [Fact]
    public void The_chain_of_cycles_can_be_read_oldest_first()
    {
        var first = Half();
        var second = first.CarriedOver("grow-q4", NextQuarter);
        var third = second.CarriedOver("grow-q1", Cycle.Quarter(2027, 1));
        Assert.Equal([first, second, third], OkrKpi.Portfolio.Of([], [third, first, second], []).LineageOf(third.Id));
    }

    [Fact]
    public void A_chain_that_leads_back_to_itself_is_refused_with_the_way()
    {
        var one = Objective.Define("one", "One", ThisQuarter).Succeeding(ObjectiveId.Of("two"));
        var two = Objective.Define("two", "Two", ThisQuarter).Succeeding(ObjectiveId.Of("one"));
        Assert.Contains("one -> two -> one", Assert.Throws<ArgumentException>(() => OkrKpi.Portfolio.Of([], [one, two], [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_5_of_10_reached_the_next_cycle_goes_from_5_to_10() => Assert.Equal(Goal.FromTo(5m, 10m), CarriedGoal(Half(), Rebaseline.AtValueReached));

    [Fact]
    public void And_its_progress_begins_at_0() => Assert.Equal(0m, Half().CarriedOver("grow-q4", NextQuarter).Score(Day(2026, 10, 15)).Score);

    [Fact]
    public void Or_it_starts_over_from_0_to_10_with_nothing_reported()
    {
        var next = Half().CarriedOver("grow-q4", NextQuarter, Rebaseline.AtOldStart);
        Assert.Equal(Goal.FromTo(0m, 10m), next.KeyResults[0].Goal);
        Assert.Empty(next.KeyResults[0].CheckIns);
    }

    [Fact]
    public void Or_it_goes_on_at_0_5() =>
        Assert.Equal(0.5m, Half().CarriedOver("grow-q4", NextQuarter, Rebaseline.KeepProgress).Score(Day(2026, 10, 15)).Score);

    [Fact]
    public void A_value_that_fell_below_the_start_is_where_the_next_cycle_starts() =>
        Assert.Equal(Goal.FromTo(-2m, 10m), CarriedGoal(Half().CheckIn("leads", Day(2026, 9, 1), -2m), Rebaseline.AtValueReached));

    [Fact]
    public void Of_a_count_the_rest_is_carried_over()
    {
        var ideas = Engagement(ThisQuarter).With(KeyResult("ideas", Goal.Count(3m))).CheckIn("ideas", August, 1m);
        Assert.Equal(Goal.FromTo(1m, 3m), CarriedGoal(ideas, Rebaseline.AtValueReached));
    }

    [Fact]
    public void Of_milestones_those_not_done_are_carried_over()
    {
        var steps = Engagement(ThisQuarter)
            .With(KeyResult("steps", Goal.Milestones("draft", "test", "launch")))
            .CheckIn("steps", CheckIn.On(August, 1m).Of("draft"));
        Assert.Equal(Goal.Milestones("test", "launch"), CarriedGoal(steps, Rebaseline.AtValueReached));
    }

    [Fact]
    public void What_is_met_or_not_is_carried_over_as_it_was() => Assert.Equal(
        Goal.AtLeast(8m).MetOrNot(),
        CarriedGoal(Engagement(ThisQuarter).With(KeyResult("rating", Goal.AtLeast(8m).MetOrNot())).CheckIn("rating", August, 7m), Rebaseline.AtValueReached));

    [Fact]
    public void At_least_8_with_7_seen_goes_from_7_to_8() => Assert.Equal(
        Goal.FromTo(7m, 8m),
        CarriedGoal(Engagement(ThisQuarter).With(KeyResult("rating", Goal.AtLeast(8m))).CheckIn("rating", August, 7m), Rebaseline.AtValueReached));

    [Fact]
    public void A_sum_of_14_of_at_least_20_leaves_6()
    {
        var sales = Engagement(ThisQuarter)
            .With(KeyResult("sales", Goal.AtLeast(20m)).Taking(CurrentValue.Sum))
            .CheckIn("sales", August, 10m)
            .CheckIn("sales", August, 4m);
        var next = sales.CarriedOver("next", NextQuarter);
        Assert.Equal(6m, next.KeyResults[0].Score(NextQuarter, Day(2026, 10, 1)).Remaining);
        Assert.Equal(1m, next.CheckIn("sales", Day(2026, 10, 5), 6m).Score(Day(2026, 10, 5)).Score);
    }

    [Fact]
    public void Of_zones_the_steps_ahead_are_carried_over() => Assert.Equal(
        Goal.Checkpoints(Checkpoint.At(5m, 0m), Checkpoint.At(7m, 0.4m), Checkpoint.At(10m, 1m)),
        CarriedGoal(Engagement(ThisQuarter).With(KeyResult("leads", Goal.Zones(0m, 10m))).CheckIn("leads", August, 5m), Rebaseline.AtValueReached));

    [Fact]
    public void What_was_achieved_or_cancelled_stays_behind()
    {
        var objective = Half()
            .With(KeyResult("done", Goal.FromTo(0m, 10m))).CheckIn("done", August, 10m)
            .With(KeyResult("given-up", Goal.FromTo(0m, 10m)).Cancelled(August));
        Assert.Equal([KeyResultId.Of("leads")], objective.CarriedOver("grow-q4", NextQuarter).KeyResults.Select(each => each.Id));
    }

    [Fact]
    public void A_score_of_1_set_by_hand_stays_behind_and_one_of_less_goes_along()
    {
        var byHand = ScoreOverride.Of(1m, "the customer signed", August).Staying();
        var objective = Engagement(ThisQuarter)
            .With(KeyResult("signed", Goal.FromTo(0m, 10m)).With(CheckIn.On(August, 4m)).Overridden(byHand))
            .With(KeyResult(
                "doubted", Goal.FromTo(0m, 10m)).With(CheckIn.On(August, 10m)).Overridden(ScoreOverride.Of(0.4m, "half of them left again", August).Staying()));
        var carried = Assert.Single(objective.CarriedOver("next", NextQuarter).KeyResults);
        Assert.Equal((KeyResultId.Of("doubted"), Goal.FromTo(0m, 10m), null), (carried.Id, carried.Goal, carried.Override));
    }

    [Fact]
    public void Guardrails_come_along_whole_kept_or_not()
    {
        var objective = Half()
            .With(KeyResult("complaints", Goal.AtMost(5m)).As(KeyResultRole.Guardrail)).CheckIn("complaints", August, 4m)
            .With(KeyResult("returns", Goal.AtMost(5m)).As(KeyResultRole.Guardrail)).CheckIn("returns", August, 9m);
        Assert.Equal(
            [Goal.FromTo(5m, 10m), Goal.AtMost(5m), Goal.AtMost(5m)], objective.CarriedOver("grow-q4", NextQuarter).KeyResults.Select(each => each.Goal));
    }

    [Fact]
    public void Chosen_key_results_can_be_carried_over_achieved_and_cancelled_ones_too()
    {
        var objective = Half()
            .With(KeyResult("done", Goal.FromTo(0m, 10m))).CheckIn("done", August, 10m)
            .With(KeyResult("given-up", Goal.FromTo(0m, 10m)).Cancelled(August));
        var next = objective.CarriedOver("grow-q4", NextQuarter, [KeyResultId.Of("done"), KeyResultId.Of("given-up")]);
        Assert.Equal(["done", "given-up"], next.KeyResults.Select(each => each.Id.Value));
        Assert.All(next.KeyResults, each => Assert.Equal((Goal.FromTo(0m, 10m), null), (each.Goal, each.CancelledOn)));
        Assert.Empty(objective.CarriedOver("grow-q4", NextQuarter, []).KeyResults);
        Assert.Contains(
            "leads", Assert.Throws<ArgumentException>("keyResults", () => objective.CarriedOver("grow-q4", NextQuarter, [KeyResultId.Of("other")])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_result_names_the_one_it_carries_on_and_its_chain_can_be_read_oldest_first()
    {
        var first = Half();
        var second = first.CarriedOver("grow-q4", NextQuarter).With(KeyResult("new", Goal.Count(3m)));
        var third = second.CarriedOver("grow-q1", Cycle.Quarter(2027, 1));
        var leads = KeyResultId.Of("leads");
        Assert.Equal(leads, second.KeyResults[0].Predecessor);
        var portfolio = OkrKpi.Portfolio.Of([], [third, first, second], []);
        Assert.Equal([first.KeyResults[0], second.KeyResults[0], third.KeyResults[0]], portfolio.LineageOf(third.Id, leads));
        Assert.Equal([second.KeyResults[1], third.KeyResults[1]], portfolio.LineageOf(third.Id, KeyResultId.Of("new")));
        Assert.Empty(portfolio.LineageOf(third.Id, KeyResultId.Of("other")));
    }

    [Fact]
    public void Progress_that_is_kept_goes_on_whatever_the_goal_and_however_check_ins_are_read()
    {
        var objective = Engagement(ThisQuarter)
            .With(KeyResult("sum", Goal.AtLeast(20m)).Taking(CurrentValue.Sum)).CheckIn("sum", August, 10m).CheckIn("sum", August, 4m)
            .With(KeyResult("seen", Goal.AtLeast(20m))).CheckIn("seen", August, 10m).CheckIn("seen", August.PlusDays(1), 15m);
        var next = objective.CarriedOver("next", NextQuarter, Rebaseline.KeepProgress);
        Assert.Equal([0.7m, 0.5m], next.Score(Day(2026, 10, 1)).KeyResults.Select(each => each.Score));
        Assert.Equal(1m, next.CheckIn("sum", Day(2026, 10, 5), 6m).Score(Day(2026, 10, 5)).KeyResults[0].Score);
    }

    [Fact]
    public void Finished_initiatives_stay_behind_and_open_ones_go_along()
    {
        var objective = Half().With(Initiative.Define("open", "Open")).With(Initiative.Define("done", "Done").Now(InitiativeStatus.Done));
        Assert.Equal([InitiativeId.Of("open")], objective.CarriedOver("grow-q4", NextQuarter).Initiatives.Select(each => each.Id));
    }

    [Fact]
    public void The_aim_its_team_and_its_KPIs_go_along()
    {
        var objective = Engagement(ThisQuarter).As(ObjectiveKind.Committed).SharedBy("Sales");
        var next = objective.CarriedOver("next", NextQuarter);
        Assert.Equal((objective.Title, objective.Owner, ObjectiveKind.Committed), (next.Title, next.Owner, next.Kind));
        Assert.Equal(objective.Addresses, next.Addresses);
        Assert.Equal(objective.Sharers, next.Sharers);
    }

    [Fact]
    public void Whom_it_contributes_to_is_decided_anew() => Assert.Empty(Half().AlignedTo("company").CarriedOver("grow-q4", NextQuarter).Alignments);

    [Fact]
    public void Nothing_is_carried_over_to_an_earlier_cycle() =>
        Assert.Equal("cycle", Assert.Throws<ArgumentException>(() => Half().CarriedOver("again", Cycle.Quarter(2026, 2))).ParamName);

    private static Objective Half() =>
        Objective.Define("grow", "Grow", ThisQuarter).With(KeyResult("leads", Goal.FromTo(0m, 10m))).CheckIn("leads", August, 5m);

    private static Objective HalfAndUnknown() => Half().With(KeyResult("rating", Goal.AtLeast(8m)));

    private static Goal CarriedGoal(Objective objective, Rebaseline rebaseline) => objective.CarriedOver("next", NextQuarter, rebaseline).KeyResults[0].Goal;
}
