using NodaTime;
using NodaTime.Text;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public partial class Chapter_15_Quality_findings
{
    [Fact]
    public void A_finding_names_the_KPI_the_objective_the_key_result_the_initiative_or_the_team_it_is_about_by_its_id()
    {
        var kpi = MeetingsAQuarter();
        var initiative = Initiative.Define("calls", "Call them");
        var keyResult = Percent("open-rate", "Open rate", Goal.FromTo(4m, 15m));
        var objective = Objective.Define("meetings", "Raise engagement", Cycle.Quarter(2026, 3)).With(keyResult).With(initiative);
        Assert.Equal(kpi.Id, FindingSubject.Of(kpi).Kpi);
        Assert.Equal(keyResult.Id, FindingSubject.Of(objective, keyResult).KeyResult);
        Assert.Equal(initiative.Id, FindingSubject.Of(objective, initiative).Initiative);
        Assert.Equal("Sales", FindingSubject.OfTeam("Sales").Team);
        Assert.Equal(
            ["meetings", "meetings", "meetings/open-rate", "meetings/calls", "Sales"],
            new[] { FindingSubject.Of(kpi), FindingSubject.Of(objective), FindingSubject.Of(objective, keyResult), FindingSubject.Of(objective, initiative),
                FindingSubject.OfTeam("Sales") }.Select(subject => subject.ToString()));

        // A KPI and an objective may have the same id and are still told apart.
        Assert.NotEqual(FindingSubject.Of(kpi), FindingSubject.Of(objective));
        Assert.Equal(FindingSubject.Of(objective), FindingSubject.Of(objective));
    }

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
        Assert.Equal("o", Assert.Single(Of(Objective.Define("o", "Bare", Cycle.Quarter(2026, 3)), "no-owner", Start)).Subject.ToString());

    [Fact]
    public void A_KPI_without_an_owner_is_remarked()
    {
        var kpi = Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        Assert.Equal("revenue", Assert.Single(Portfolio(kpi).Findings("no-owner", Start)).Subject.ToString());
        Assert.Empty(Portfolio(kpi.OwnedBy("Sales")).Findings("no-owner", Start));
    }

    [Fact]
    public void A_KPI_that_needs_an_OKR_and_has_none_is_remarked_and_a_planned_objective_is_enough_R20()
    {
        var raised = Day(2026, 6, 20);
        Assert.Equal("meetings", Assert.Single(Portfolio(MeetingsRaisedTo300()).Findings("kpi-needs-okr", raised)).Subject.ToString());
        Assert.Empty(Of(Sound(), "kpi-needs-okr", raised));
    }

    [Fact]
    public void An_objective_for_a_KPI_that_needs_no_OKR_is_not_wrong_but_said()
    {
        var lagging = OkrKpi.Portfolio.Of([MeetingsAQuarter()], [Sound()], [Held(Measurement.On(Day(2026, 6, 30), 99m))]);
        var met = OkrKpi.Portfolio.Of([MeetingsAQuarter()], [Sound()], [Held(Measurement.On(Day(2026, 6, 30), 100m))]);
        Assert.Empty(lagging.Findings("kpi-needs-no-okr", Start));
        Assert.Equal(FindingSeverity.Hint, Assert.Single(met.Findings("kpi-needs-no-okr", Start)).Severity);
    }

    [Fact]
    public void A_key_result_that_goes_the_other_way_than_its_KPI_is_an_error()
    {
        Assert.Equal(FindingSeverity.Error, Assert.Single(Of(With(Goal.FromTo(100m, 90m), "Meetings", Meetings), "direction-contradicts-kpi", Start)).Severity);
        Assert.Empty(Of(With(Goal.FromTo(100m, 110m), "Meetings", Meetings), "direction-contradicts-kpi", Start));
        Assert.Single(Of(With(Goal.AtMost(90m), "Meetings", Meetings), "direction-contradicts-kpi", Start));
    }

    [Fact]
    public void The_same_result_twice_is_remarked_whatever_the_order_of_its_words()
    {
        var objective = Sound().With(Percent("again", "RATE, open", Goal.FromTo(5m, 20m)));
        Assert.Equal("engage-new/again", Assert.Single(Of(objective, "same-result-twice", Start)).Subject.ToString());
        Assert.Empty(Of(Sound().With(OkrKpi.KeyResult.Define("again", "Rate, open", Unit.Count("message"), Goal.FromTo(5m, 20m))), "same-result-twice", Start));
        Assert.Empty(Of(Sound().With(Percent("again", "Open rate of emails", Goal.FromTo(5m, 20m))), "same-result-twice", Start));
    }

    [Fact]
    public void The_same_result_in_cycles_that_do_not_overlap_is_not_remarked()
    {
        var next = Objective.Define("next", "Raise engagement again", Cycle.Quarter(2026, 4)).With(Percent("open-rate", "Open rate", Goal.FromTo(15m, 20m)));
        Assert.Empty(Portfolio(MeetingsRaisedTo300(), Sound(), next).Findings("same-result-twice", Start));
    }

    [Fact]
    public void The_same_result_twice_in_the_next_cycle_is_remarked_also_when_it_runs_in_this_one()
    {
        var next = Objective.Define("next", "Raise engagement again", Cycle.Quarter(2026, 4)).OwnedBy("Customer Success")
            .With(Percent("first", "Open rate", Goal.FromTo(15m, 20m)))
            .With(Percent("second", "Rate, open", Goal.FromTo(15m, 20m)));
        Assert.Equal(["next/second"], Twice(next));
        Assert.Equal(["next/second"], Twice(Sound(), next));
        Assert.Equal(["next/second"], Twice(next, Sound()));

        static IEnumerable<string> Twice(params Objective[] objectives) =>
            Portfolio(MeetingsRaisedTo300(), objectives).Findings("same-result-twice", Start).Select(finding => finding.Subject.ToString());
    }

    [Fact]
    public void A_result_that_was_put_off_or_cancelled_repeats_none_and_is_not_one_too_many()
    {
        var again = Percent("again", "RATE, open", Goal.FromTo(5m, 20m));
        Assert.Single(Of(Sound().With(again.Postponed(Start.PlusDays(1))), "same-result-twice", Start));
        Assert.Empty(Of(Sound().With(again.Postponed(Start)), "same-result-twice", Start));
        Assert.Empty(Of(Sound().With(again.Cancelled(Start)), "same-result-twice", Start));
        var six = Enumerable.Range(1, 5).Aggregate(Sound(), (objective, each) => objective.With(KeyResult($"k{each}", Goal.FromTo(0m, each))));
        Assert.Empty(Of(six.Change("k5", keyResult => keyResult.Postponed(Start)), "too-many-key-results", Start));
        Assert.Empty(Of(six.Change("k5", keyResult => keyResult.Cancelled(Start)), "too-many-key-results", Start));
    }

    [Fact]
    public void Five_key_results_are_enough_and_six_are_too_many()
    {
        var five = Enumerable.Range(1, 4).Aggregate(Sound(), (objective, each) => objective.With(KeyResult($"k{each}", Goal.FromTo(0m, each))));
        Assert.Empty(Of(five, "too-many-key-results", Start));
        var six = five.With(KeyResult("k5", Goal.FromTo(0m, 5m)));
        Assert.Single(Of(six, "too-many-key-results", Start));
    }

    [Fact]
    public void Five_objectives_of_a_team_at_the_same_time_are_enough_and_six_are_too_many()
    {
        Assert.Empty(Objectives(5, 2026, 3).Findings("too-many-objectives", Start));
        Assert.Equal("Sales", Assert.Single(Objectives(6, 2026, 3).Findings("too-many-objectives", Start)).Subject.ToString());
        Assert.Single(Objectives(6, 2026, 4).Findings("too-many-objectives", Start));
    }

    [Theory]
    [InlineData("Raise engagement by 20%", true)]
    [InlineData("Raise engagement by 20 %", true)]
    [InlineData("Win 1,000 new users.", true)]
    [InlineData("Earn $2m with new products", true)]
    [InlineData("Become 10x faster", true)]
    [InlineData("Raise engagement with new customers", false)]
    [InlineData("Be ready for Q3 of 2027", false)]
    [InlineData("Delight B2B customers", false)]
    [InlineData("Be certified for ISO 27001", false)]
    [InlineData("Make Web 3.0 and 5G pay", false)]
    [InlineData("Be among the top 10 employers", false)]
    [InlineData("Work with 3rd party tools", false)]
    [InlineData("Prepare for the next 18 months", false)]
    [InlineData("Finish Phase 2", false)]
    [InlineData("Open three new stores", true)]
    [InlineData("Mở ba cửa hàng ở miền Trung", true)]
    public void A_number_belongs_into_a_key_result_not_into_the_objective_R30(string title, bool isRemarked) =>
        Assert.Equal(isRemarked, Of(Titled(title), "objective-carries-number", Start).Length == 1);

    [Theory]
    [InlineData("Hold more customer meetings", false)]
    [InlineData("More customer meetings held", true)]
    [InlineData("Do better", true)]
    [InlineData("Tăng trưởng công ty", true)]
    [InlineData("Tăng mức độ tương tác với khách hàng mới", false)]
    [InlineData("Raise engagement with new customers", false)]
    public void An_objective_names_the_area_to_improve_not_only_the_KPI_O2(string title, bool isRemarked) =>
        Assert.Equal(isRemarked, Of(Titled(title), "objective-names-no-area", Start).Length == 1);

    [Theory]
    [InlineData("Define the onboarding process", true)]
    [InlineData("Launch 3 features", true)]
    [InlineData("Launched the referral programme", true)]
    [InlineData("Improve onboarding by creating a guide", true)]
    [InlineData("Gọi 200 khách hàng", true)]
    [InlineData("Tuyển 5 kỹ sư", true)]
    [InlineData("Design awards won", false)]
    [InlineData("Train passengers carried", false)]
    [InlineData("Improve onboarding", false)]
    public void Work_is_told_from_results_by_the_part_that_words_have_in_the_sentence(string name, bool isRemarked) =>
        Assert.Equal(isRemarked, Of(With(Goal.Count(3m), name), "key-result-looks-like-initiative", Start).Length == 1);

    [Fact]
    public void What_holds_of_nearly_every_objective_is_told_once_of_the_whole()
    {
        Objective[] bare = [.. Enumerable.Range(1, 3).Select(each => Objective.Define($"o{each}", "Raise quality", Cycle.Quarter(2026, 3)))];
        var whole = Assert.Single(OkrKpi.Portfolio.Of([], bare, []).Findings("no-initiative", Start));
        Assert.Equal(FindingSubject.Whole, whole.Subject);
        Assert.Equal(3, whole.Explanation.Because.Count);
        Assert.Equal(2, OkrKpi.Portfolio.Of([], bare[..2], []).Findings("no-initiative", Start).Length);
    }

    [Fact]
    public void An_objective_whose_key_results_all_have_owners_needs_none_of_its_own() =>
        Assert.DoesNotContain(
            Of(Bare().With(KeyResult("k", Goal.FromTo(0m, 1m)).OwnedBy("Ann")), "no-owner", Start), finding => finding.Subject.Objective is not null);

    [Fact]
    public void A_KPI_that_has_never_had_a_target_is_remarked_and_one_that_is_only_watched_is_not()
    {
        var kpi = Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        Assert.Single(Portfolio(kpi).Findings("kpi-without-target", Start));
        Assert.Empty(Portfolio(kpi.WithTarget(1m, Day(2027, 1, 1), Day(2026, 1, 1))).Findings("kpi-without-target", Start));
        Assert.Empty(Portfolio(Kpi.Watch("visitors", "Visitors", Unit.Count("visitor")).Every(Cadence.Month, Aggregation.Sum))
            .Findings("kpi-without-target", Start));
    }

    [Fact]
    public void The_same_measurement_twice_is_remarked_unless_single_events_are_measured()
    {
        Assert.Single(Months(1, 2, 3, 3).Findings("same-measurement-twice", Start));
        Assert.Single(Months(3, 1, 2, 3).Findings("same-measurement-twice", Start));
        Assert.Empty(Months(1, 2, 3).Findings("same-measurement-twice", Start));
        Assert.Empty(Months(1, 1, 2, 2, 3, 3).Findings("same-measurement-twice", Start));

        static Portfolio Months(params int[] months) => OkrKpi.Portfolio.Of(
            [MeetingsAQuarter()], [], [Held([.. months.Select(month => Measurement.On(Day(2026, month, 1), 40m))])]);
    }

    [Fact]
    public void The_same_measurement_twice_is_remarked_from_the_day_it_is_known_until_it_is_restated_or_withdrawn()
    {
        var (september, mended) = (Day(2026, 9, 30), Day(2026, 10, 5));
        Assert.Empty(Twice().Findings("same-measurement-twice", Start));
        Assert.Single(Twice().Findings("same-measurement-twice", september));
        Assert.Single(Twice(Measurement.On(september, 40m).Restating(mended)).Findings("same-measurement-twice", mended.PlusDays(-1)));
        Assert.Empty(Twice(Measurement.On(september, 40m).Restating(mended)).Findings("same-measurement-twice", mended));
        Assert.Empty(Twice(Measurement.On(september, 40m).Withdrawn(mended)).Findings("same-measurement-twice", mended));
        Assert.Single(Twice(Measurement.On(september, 40m).Restating(mended), Measurement.On(september, 40m).Known(mended.PlusDays(1)))
            .Findings("same-measurement-twice", mended.PlusDays(1)));

        Portfolio Twice(params Measurement[] later) => OkrKpi.Portfolio.Of(
            [MeetingsAQuarter()], [],
            [Held([Measurement.On(Day(2026, 1, 5), 10m), Measurement.On(september, 40m), Measurement.On(september, 40m), .. later])]);
    }

    [Fact]
    public void The_same_result_of_two_teams_is_no_repetition() =>
        Assert.Empty(Portfolio(MeetingsRaisedTo300(), Sound().OwnedBy("Sales"), Objective.Define("other", "Raise engagement", Cycle.Quarter(2026, 3))
            .OwnedBy("Support").With(Percent("open-rate", "Open rate", Goal.FromTo(4m, 15m)))).Findings("same-result-twice", Start));

    [Fact]
    public void A_share_of_things_done_starts_at_nothing()
    {
        Assert.Empty(Of(Bare().With(Percent("k", "Staff trained", Goal.AtLeast(90m))), "unknown-baseline", Start));
        Assert.Single(Of(Bare().With(Percent("k", "Customers who reply", Goal.AtLeast(90m))), "unknown-baseline", Start));
    }

    [Fact]
    public void A_KPI_of_events_is_not_said_to_be_seen_too_seldom()
    {
        var releases = Kpi.Define("on-time", "Lead time", Unit.Days, Direction.LowerIsBetter).Every(Cadence.Event, Aggregation.Average).OwnedBy("Team");
        Assert.Empty(Portfolio(releases, With(Goal.FromTo(20m, 10m), "Lead time", releases.Id)).Findings("key-result-not-observable-weekly", Start));
    }

    [Fact]
    public void A_result_that_is_only_done_or_not_done_is_not_measurable_R41()
    {
        Assert.Single(Of(With(Goal.YesNo(), "FAQ section is live"), "key-result-not-measurable", Start));
        Assert.Empty(Of(With(Goal.FromTo(0m, 1m), "FAQ section is live"), "key-result-not-measurable", Start));
    }

    [Fact]
    public void A_result_that_can_be_seen_once_a_month_is_remarked_and_once_a_week_is_not_R41()
    {
        var monthly = Monthly(Direction.HigherIsBetter);
        var objective = With(Goal.FromTo(1m, 2m), "Things", monthly.Id);
        Assert.Single(Portfolio(monthly, objective).Findings("key-result-not-observable-weekly", Start));
        Assert.Empty(Portfolio(monthly.Measured(Cadence.Week), objective).Findings("key-result-not-observable-weekly", Start));
        Assert.Empty(Of(Rate(Cadence.Week), "key-result-not-observable-weekly", Start));
        Assert.Single(Of(Rate(Cadence.Month), "key-result-not-observable-weekly", Start));

        static Objective Rate(Cadence every) => Bare().With(OkrKpi.KeyResult.Define("m", "Follow-ups", Unit.Count("meeting").Per(every), Goal.FromTo(7m, 21m)));
    }

    [Fact]
    public void A_result_that_begins_with_a_word_of_work_looks_like_an_initiative_unless_it_measures_a_change()
    {
        Assert.Single(Of(With(Goal.Count(3m), "Implement the top 3 ideas"), "key-result-looks-like-initiative", Start));
        Assert.Single(Of(With(Goal.YesNo(), "Xây dựng mục câu hỏi thường gặp"), "key-result-looks-like-initiative", Start));
        Assert.Empty(Of(With(Goal.Count(3m), "Ideas implemented"), "key-result-looks-like-initiative", Start));
        Assert.Empty(Of(With(Goal.FromTo(1m, 3m), "Implement the top 3 ideas"), "key-result-looks-like-initiative", Start));
    }

    [Fact]
    public void An_unknown_start_is_allowed_and_said_R33()
    {
        Assert.Equal(FindingSeverity.Hint, Assert.Single(Of(With(Goal.AtLeast(20m), "Click-through rate"), "unknown-baseline", Start)).Severity);
        Assert.Single(Of(With(Goal.AtLeast(8m).WithMinimumSample(100m), "Rating"), "unknown-baseline", Start));
        Assert.Empty(Of(With(Goal.Count(15_000m), "Views"), "unknown-baseline", Start));
        Assert.Empty(Of(With(Goal.FromTo(12m, 20m), "Click-through rate"), "unknown-baseline", Start));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-31", false)]
    [InlineData("2026-07-01", "2026-09-30", false)]
    [InlineData("2026-07-01", "2026-12-31", false)]
    [InlineData("2026-06-29", "2026-09-27", false)]
    [InlineData("2026-07-01", "2026-08-31", true)]
    [InlineData("2026-07-01", "2027-06-30", false)]
    [InlineData("2026-07-01", "2026-10-31", false)]
    [InlineData("2026-07-01", "2026-11-30", true)]
    [InlineData("2026-07-01", "2026-09-29", false)]
    [InlineData("2026-07-01", "2026-09-28", true)]
    public void A_cycle_is_one_three_four_six_or_twelve_months_or_their_whole_weeks_R31(string start, string end, bool isRemarked)
    {
        var cycle = Cycle.Between(LocalDatePattern.Iso.Parse(start).Value, LocalDatePattern.Iso.Parse(end).Value);
        Assert.Equal(isRemarked, Of(Objective.Define("o", "Bare", cycle), "unusual-cycle-length", Start).Length == 1);
    }

    [Fact]
    public void An_initiative_due_on_the_last_day_lies_in_the_cycle_and_one_due_later_is_remarked()
    {
        Assert.Empty(Of(Bare().With(Initiative.Define("i", "Write").DueBy(Day(2026, 9, 30))), "date-outside-cycle", Start));
        Assert.Equal(
            "engage-new/i",
            Assert.Single(Of(Bare().With(Initiative.Define("i", "Write").DueBy(Day(2026, 10, 1))), "date-outside-cycle", Start)).Subject.ToString());
        Assert.Empty(Of(Bare().With(Initiative.Define("i", "Write").DueBy(Day(2026, 10, 1)).Now(InitiativeStatus.Dropped)), "date-outside-cycle", Start));
    }

    private static Objective Bare() => Engagement(Cycle.Quarter(2026, 3));

    private static Objective Titled(string title) => Objective.Define("o", title, Cycle.Quarter(2026, 3)).Addressing(Meetings);

    private static Objective With(Goal goal, string name, KpiId? measures = null)
    {
        var keyResult = OkrKpi.KeyResult.Define("k", name, Unit.Count("meeting"), goal);
        return Objective.Define("o", "Raise engagement", Cycle.Quarter(2026, 3)).With(measures is null ? keyResult : keyResult.Measuring(measures));
    }

    private static KeyResult Percent(string id, string name, Goal goal) => OkrKpi.KeyResult.Define(id, name, Unit.Percent, goal);

    private static Portfolio Objectives(int count, int year, int quarter) =>
        Portfolio(
            MeetingsAQuarter(),
            Enumerable.Range(1, count).Select(each => Objective.Define($"o{each}", $"Raise quality {each}", Cycle.Quarter(year, quarter)).OwnedBy("Sales")));

    private static Objective Sound() =>
        Engagement(Cycle.Quarter(2026, 3)).With(OkrKpi.KeyResult.Define("open-rate", "Open rate", Unit.Percent, Goal.FromTo(4m, 15m)));

    private static Finding[] Of(Objective objective, string code, LocalDate asOf) => Portfolio(MeetingsRaisedTo300(), objective).Findings(code, asOf);
}
