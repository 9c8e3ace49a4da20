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
        Assert.Equal(0.5m, Half().CheckIn("leads", Day(2026, 10, 5), 10m).ScoreAtClose().Value);

    [Fact]
    public void An_objective_closed_early_is_remembered_by_its_score_of_that_day() =>
        Assert.Equal(0.5m, Half().CheckIn("leads", Day(2026, 9, 10), 10m).Closed(Day(2026, 9, 1)).ScoreAtClose().Value);

    [Fact]
    public void What_nobody_reported_counts_as_0_at_the_close() => Assert.Equal(0.25m, HalfAndUnknown().ScoreAtClose().Value);

    [Fact]
    public void Or_it_is_left_out_when_the_profile_says_so() =>
        Assert.Equal(0.5m, HalfAndUnknown().ScoreAtClose(ScoringProfile.Default.WithMissing(MissingKeyResults.LeftOut)).Value);

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
    public void And_its_progress_begins_at_0() => Assert.Equal(0m, Half().CarriedOver("grow-q4", NextQuarter).Score(Day(2026, 10, 15)).Value);

    [Fact]
    public void Or_it_starts_over_from_0_to_10_with_nothing_reported()
    {
        var next = Half().CarriedOver("grow-q4", NextQuarter, Rebaseline.AtOldStart);
        Assert.Equal(Goal.FromTo(0m, 10m), next.KeyResults[0].Goal);
        Assert.Empty(next.KeyResults[0].CheckIns);
    }

    [Fact]
    public void Or_it_goes_on_at_0_5() => Assert.Equal(0.5m, Half().CarriedOver("grow-q4", NextQuarter, Rebaseline.KeepProgress).Score(Day(2026, 10, 15)).Value);

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
        var steps = Engagement(ThisQuarter).With(KeyResult("steps", Goal.Milestones("draft", "test", "launch"))).CheckIn("steps", CheckIn.On(August, 1m).Of("draft"));
        Assert.Equal(Goal.Milestones("test", "launch"), CarriedGoal(steps, Rebaseline.AtValueReached));
    }

    [Fact]
    public void What_is_met_or_not_is_carried_over_as_it_was() =>
        Assert.Equal(Goal.AtLeast(8m), CarriedGoal(Engagement(ThisQuarter).With(KeyResult("rating", Goal.AtLeast(8m))).CheckIn("rating", August, 7m), Rebaseline.AtValueReached));

    [Fact]
    public void What_was_achieved_or_cancelled_stays_behind()
    {
        var objective = Half()
            .With(KeyResult("done", Goal.FromTo(0m, 10m))).CheckIn("done", August, 10m)
            .With(KeyResult("given-up", Goal.FromTo(0m, 10m)).Cancelled(August));
        Assert.Equal([KeyResultId.Of("leads")], objective.CarriedOver("grow-q4", NextQuarter).KeyResults.Select(each => each.Id));
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
