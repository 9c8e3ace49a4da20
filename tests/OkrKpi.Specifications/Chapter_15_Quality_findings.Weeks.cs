using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

// How the weeks of a cycle go: check-ins, confidence, and its end.
public partial class Chapter_15_Quality_findings
{
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
    public void A_cycle_that_ended_14_days_ago_without_a_value_is_remarked_until_the_objective_is_graded_or_closed()
    {
        var end = Day(2026, 9, 30);
        Assert.Single(Of(Sound(), "cycle-over-not-graded", end.PlusDays(14)));
        Assert.Empty(Of(Sound(), "cycle-over-not-graded", end.PlusDays(13)));
        Assert.Empty(Of(Sound(), "cycle-over-not-graded", end.PlusDays(367)));
        Assert.Empty(Of(Sound().CheckIn("open-rate", end, 6m), "cycle-over-not-graded", end.PlusDays(14)));
        Assert.Empty(Of(Sound().Closed(end), "cycle-over-not-graded", end.PlusDays(14)));
    }

    [Fact]
    public void A_check_in_on_the_first_and_last_day_lies_in_the_cycle_and_one_outside_is_remarked()
    {
        Assert.Empty(Of(Sound().CheckIn("open-rate", Start, 4m), "date-outside-cycle", Start));
        Assert.Single(Of(Sound().CheckIn("open-rate", Start.PlusDays(-1), 4m), "date-outside-cycle", Start));
        Assert.Empty(Of(Sound().CheckIn("open-rate", Start.PlusDays(92), 4m), "date-outside-cycle", Start));
    }

    [Fact]
    public void At_risk_without_an_action_noted_is_remarked_and_a_note_is_enough_L2()
    {
        // Half of the days have passed on 15 August: 0.4 is 10 points behind and on track, less is at risk.
        var halfTime = Day(2026, 8, 15);
        Assert.Empty(Of(CheckedIn(4m), "at-risk-without-action", halfTime));
        Assert.Single(Of(CheckedIn(3.9m), "at-risk-without-action", halfTime));
        Assert.Empty(Of(CheckedIn(3.9m, "two more people answer"), "at-risk-without-action", halfTime));

        static Objective CheckedIn(decimal value, string? note = null)
        {
            var checkIn = OkrKpi.CheckIn.On(Day(2026, 8, 14), value);
            return Bare().With(KeyResult("k", Goal.FromTo(0m, 10m))).CheckIn("k", note is null ? checkIn : checkIn.Noting(note));
        }
    }

    [Fact]
    public void Confidence_falling_three_weeks_running_is_remarked_and_two_weeks_are_not()
    {
        Assert.Single(Of(Confident(8, 7, 6, 5), "confidence-falling", Day(2026, 8, 1)));
        Assert.Empty(Of(Confident(8, 8, 7, 6), "confidence-falling", Day(2026, 8, 1)));
        Assert.Empty(Of(Confident(7, 6, 5), "confidence-falling", Day(2026, 8, 1)));
        Assert.Empty(Of(Confident(8, 7, null, 6, 5), "confidence-falling", Day(2026, 8, 8)));

        static Objective Confident(params int?[] weeks)
        {
            var objective = Sound();
            for (var week = 0; week < weeks.Length; week++)
            {
                objective = weeks[week] is { } mark ? objective.CheckIn("open-rate", Start.PlusDays((7 * week) + 2), 5m, Confidence.OutOfTen(mark)) : objective;
            }

            return objective;
        }
    }

    [Fact]
    public void Confidence_of_7_while_behind_contradicts_and_6_point_9_does_not()
    {
        Assert.Single(Of(AtHalfTime(0m, 7m), "confidence-contradicts-progress", Day(2026, 8, 15)));
        Assert.Empty(Of(AtHalfTime(0m, 6.9m), "confidence-contradicts-progress", Day(2026, 8, 15)));
    }

    [Fact]
    public void Confidence_of_less_than_4_while_on_track_contradicts_and_4_does_not()
    {
        Assert.Single(Of(AtHalfTime(5m, 3.9m), "confidence-contradicts-progress", Day(2026, 8, 15)));
        Assert.Empty(Of(AtHalfTime(5m, 4m), "confidence-contradicts-progress", Day(2026, 8, 15)));
    }

    [Fact]
    public void Half_done_within_two_weeks_is_a_sandbagged_start_and_later_or_less_is_not()
    {
        Assert.Single(Of(Early(5m, 13), "sandbagged-start", Day(2026, 8, 1)));
        Assert.Empty(Of(Early(4.99m, 13), "sandbagged-start", Day(2026, 8, 1)));
        Assert.Empty(Of(Early(5m, 14), "sandbagged-start", Day(2026, 8, 1)));
        Assert.Empty(Of(Early(5m, 13), "sandbagged-start", Day(2026, 7, 13)));

        static Objective Early(decimal value, int days) => Bare().With(KeyResult("k", Goal.FromTo(0m, 10m))).CheckIn("k", Start.PlusDays(days), value);
    }

    [Fact]
    public void Of_several_check_ins_within_two_weeks_the_latest_tells_a_sandbagged_start()
    {
        var rising = Bare().With(KeyResult("k", Goal.FromTo(4m, 15m))).CheckIn("k", Start.PlusDays(3), 4.5m).CheckIn("k", Start.PlusDays(12), 11m);
        Assert.Empty(Of(rising, "sandbagged-start", Start.PlusDays(11)));
        Assert.Contains("scored 0.64 on 2026-07-13", Assert.Single(Of(rising, "sandbagged-start", Start.PlusDays(12))).ToString(), StringComparison.Ordinal);
        Assert.Single(Of(rising.CheckIn("k", Start.PlusDays(20), 5m), "sandbagged-start", Start.PlusDays(20)));
        Assert.Empty(Of(rising.CheckIn("k", Start.PlusDays(13), 5m), "sandbagged-start", Start.PlusDays(20)));
        var added = Bare().With(KeyResult("k", Goal.FromTo(0m, 10m)).Taking(CurrentValue.Sum)).CheckIn("k", Start.PlusDays(3), 3m);
        Assert.Empty(Of(added, "sandbagged-start", Start.PlusDays(12)));
        Assert.Single(Of(added.CheckIn("k", Start.PlusDays(12), 3m), "sandbagged-start", Start.PlusDays(12)));
    }

    [Fact]
    public void A_team_that_reaches_nearly_everything_twice_in_a_row_is_asked_to_dare_more()
    {
        Assert.Equal("Sales", Assert.Single(Ended(95m, 100m).Findings("only-easy-goals", Start)).Subject.ToString());
        Assert.Empty(Ended(95m, 94.9m).Findings("only-easy-goals", Start));
        Assert.Empty(Ended(94.9m, 95m).Findings("only-easy-goals", Start));
        Assert.Empty(Ended(95m, 100m).Findings("only-easy-goals", Start.PlusDays(-2)));
        Assert.Empty(Ended(95m, 100m, ObjectiveKind.Committed).Findings("only-easy-goals", Start));

        static Portfolio Ended(decimal first, decimal second, ObjectiveKind kind = ObjectiveKind.Aspirational) =>
            Portfolio(MeetingsAQuarter(), Of(1, first, kind), Of(2, second, kind));

        static Objective Of(int quarter, decimal reached, ObjectiveKind kind) =>
            Objective.Define($"q{quarter}", "Raise quality", Cycle.Quarter(2026, quarter)).OwnedBy("Sales").As(kind)
            .With(KeyResult("k", Goal.FromTo(0m, 100m))).CheckIn("k", Day(2026, quarter * 3, 20), reached);
    }

    private static Objective AtHalfTime(decimal value, decimal confidence) =>
        Bare().With(KeyResult("k", Goal.FromTo(0m, 10m))).CheckIn("k", Day(2026, 8, 14), value, Confidence.OutOfTen(confidence));
}
