using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Putting an edited thing back in its place, adding one, taking one out and changing one inside another.</summary>
public sealed class EditTests
{
    private static readonly LocalDate Today = new(2026, 8, 3);

    private static readonly Kpi Meetings = Kpi.Define("meetings", "Meetings", Unit.Count("meeting"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum).WithTarget(5m, new LocalDate(2026, 1, 1));

    private static readonly Objective Engage = Objective.Define("engage-new", "Engage", Cycle.Quarter(2026, 3)).OwnedBy("Success").Addressing(Meetings)
        .With(KeyResult.Define("open-rate", "Open rate", Unit.Percent, Goal.FromTo(4m, 15m)).With(CheckIn.On(new(2026, 7, 10), 6m)))
        .With(KeyResult.Define("reply", "Reply", Unit.Hours, Goal.FromTo(5m, 1m)))
        .With(Initiative.Define("faq", "FAQ"));

    private static readonly Portfolio Company = Portfolio.Of([Meetings], [Engage], [MeasurementSeries.Of("meetings", Measurement.On(new(2026, 7, 1), 3m))]);

    [Fact]
    public void The_call_site_of_the_design_is_what_it_says()
    {
        var portfolio = Company.With(Meetings.Renamed("Meetings held"))
            .Change("engage-new", objective => objective.Change("faq", initiative => initiative.Now(InitiativeStatus.Done)))
            .Measured("meetings", Measurement.On(Today, 4m));
        Assert.Equal("Meetings held", portfolio.Kpi("meetings").Name);
        Assert.Equal(InitiativeStatus.Done, portfolio.Objective("engage-new").Initiative("faq").Status);
        Assert.Equal([3m, 4m], portfolio.MeasurementsOf(Meetings.Id).Measurements.Select(each => each.Value));
        Assert.Equal("Meetings", Company.Kpi("meetings").Name);
    }

    [Fact]
    public void What_is_put_back_stands_where_it_stood_and_what_is_new_at_the_end()
    {
        var edited = Engage.With(Engage.KeyResult("open-rate").Weighing(3m)).With(KeyResult.Define("third", "Third", Unit.Percent, Goal.YesNo()));
        Assert.Equal(["open-rate", "reply", "third"], edited.KeyResults.Select(each => each.Id.Value));
        Assert.Equal(3m, edited.KeyResult("open-rate").Weight);
        Assert.Single(edited.KeyResult("open-rate").CheckIns);
        Assert.Same(Engage.KeyResult("reply"), edited.KeyResult("reply"));
    }

    [Fact]
    public void An_unchanged_item_put_back_changes_nothing()
    {
        Assert.Same(Engage, Engage.With(Engage.KeyResult("reply")).With(Engage.Initiative("faq")).With((IEnumerable<KeyResult>)Engage.KeyResults));
        Assert.Same(Company, Company.With(Meetings).With(Engage).With(Company.Measurements[0]).Change("meetings", (Kpi kpi) => kpi));
    }

    [Fact]
    public void Two_of_one_id_given_at_once_are_refused() =>
        Assert.Contains(
            "'reply' is given twice", Assert.Throws<ArgumentException>(() => Engage.With(Engage.KeyResults[1], Engage.KeyResults[1].Weighing(2m))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_change_that_gives_another_or_nothing_is_refused()
    {
        Assert.Contains(
            "an id stays", Assert.Throws<ArgumentException>(() => Engage.Change("reply", (KeyResult _) => Engage.KeyResults[0])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "gave nothing", Assert.Throws<ArgumentException>(() => Company.Change("engage-new", (Objective _) => null!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_cannot_be_changed_or_taken_out_and_the_near_ones_are_told()
    {
        Assert.Contains(
            "near is 'reply'", Assert.Throws<ArgumentException>(() => Engage.Change("replay", (KeyResult each) => each)).Message, StringComparison.Ordinal);
        Assert.Contains("near is 'reply'", Assert.Throws<ArgumentException>(() => Engage.Without(KeyResultId.Of("replay"))).Message, StringComparison.Ordinal);
        Assert.Contains("near is 'meetings'", Assert.Throws<ArgumentException>(() => Company.Without(KpiId.Of("meeting"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "near is 'meetings'", Assert.Throws<ArgumentException>(() => Company.Measured("meeting", Measurement.On(Today, 1m))).Message,
            StringComparison.Ordinal);
        Assert.Contains("near is 'meetings'", Assert.Throws<ArgumentException>(() => Engage.Without(KpiId.Of("meeting"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_KPI_that_is_still_addressed_stays_and_one_that_is_not_goes_with_its_measurements()
    {
        Assert.Contains("refers to the KPI 'meetings'", Assert.Throws<ArgumentException>(() => Company.Without(Meetings.Id)).Message, StringComparison.Ordinal);
        var without = Company.With(NeedDismissal.Of("meetings", Today, "moving"))
            .Change("engage-new", (Objective each) => each.Without(Meetings.Id))
            .Without(Meetings.Id);
        Assert.Empty(without.Kpis);
        Assert.Empty(without.Measurements);
        Assert.Empty(without.Dismissals);
        Assert.False(without.TryKpi("meetings", out _));
    }

    [Fact]
    public void Everything_else_survives_an_edit()
    {
        var earlier = Objective.Define("engage-old", "Engage", Cycle.Quarter(2026, 2));
        var portfolio = Company.With(earlier)
            .Change("engage-new", (Objective each) => each.Succeeding(earlier.Id).Overridden(ScoreOverride.Of(0.5m, "agreed", Today)))
            .With(Learning.Worked("engage-old", "Calls", Today)).Named("A");
        var edited = portfolio.Change(
            "engage-new", (Objective each) => each.Retitled("Engage more").Change("reply", (KeyResult keyResult) => keyResult.OwnedBy("Lan")));
        Assert.Equal(["engage-old", "engage-new"], edited.LineageOf(Engage.Id).Select(each => each.Id.Value));
        Assert.Single(edited.LearningsOf(Engage.Id));
        Assert.Equal(0.5m, edited.Score(Today).Objectives.Single(each => each.Objective.Id == Engage.Id).Score);
        Assert.Equal("A", edited.Name);
    }

    [Fact]
    public void An_edit_is_checked_as_the_portfolio_is()
    {
        var other = Objective.Define("other", "Other", Cycle.Quarter(2026, 3)).AlignedTo("engage-new");
        var portfolio = Company.With(other);
        var circle = Assert.Throws<ArgumentException>(() => portfolio.Change("engage-new", (Objective each) => each.AlignedTo("other")));
        Assert.Contains("cannot contribute to themselves", circle.Message, StringComparison.Ordinal);
        Assert.Equal("change", circle.ParamName);
        Assert.Contains("is aligned to 'engage-new'", Assert.Throws<ArgumentException>(() => portfolio.Without(Engage.Id)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "has no denominator",
            Assert.Throws<ArgumentException>(
                () => portfolio.Change("meetings", (Kpi each) => each.Every(Cadence.Month, Aggregation.RatioOfSums, Restated(5m)))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has a denominator", Assert.Throws<ArgumentException>(() => portfolio.Measured("meetings", Measurement.On(Today, 1m).OutOf(3m))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_unit_or_cadence_restates_the_targets_and_is_no_raise()
    {
        Assert.Contains(
            "has targets every Month as Sum; say what they are every Quarter as Sum",
            Assert.Throws<ArgumentException>(() => Meetings.Every(Cadence.Quarter, Aggregation.Sum)).Message, StringComparison.Ordinal);
        Assert.Contains("has targets in meeting", Assert.Throws<ArgumentException>(() => Meetings.In(Unit.Hours)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "AsRedefinition", Assert.Throws<ArgumentException>(() => Meetings.In(Unit.Hours, TargetDecision.From(Today, Target.Of(20m)))).Message,
            StringComparison.Ordinal);
        Assert.Equal(Unit.Count("call"), Meetings.In(Unit.Count("call")).Unit);
        var hours = Meetings.In(Unit.Hours, Restated(20m));
        Assert.Equal(20m, hours.Targets.On(new(2026, 9, 1), new(2026, 9, 1))!.Target!.Value);
        Assert.DoesNotContain(hours.TargetRevisions(new(2026, 9, 1)), revision => revision.Change == TargetChange.Raised);
    }

    [Fact]
    public void What_was_said_of_a_KPI_is_not_contradicted_by_a_later_change()
    {
        var weekly = Meetings.Measured(Cadence.Week).NothingRecordedIsZero();
        Assert.Contains(
            "expected more often", Assert.Throws<ArgumentException>(() => weekly.Every(Cadence.Day, Aggregation.Sum, Restated(1m))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "nothing recorded is no zero", Assert.Throws<ArgumentException>(() => weekly.Every(Cadence.Month, Aggregation.Last, Restated(1m))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot be added up", Assert.Throws<ArgumentException>(() => Meetings.In(Unit.Percent, Restated(1m))).Message, StringComparison.Ordinal);
        Assert.Contains("its target is a band", Assert.Throws<ArgumentException>(() => Meetings.As(Direction.WithinBand)).Message, StringComparison.Ordinal);
        Assert.Contains("only watched", Assert.Throws<ArgumentException>(() => Meetings.As(Direction.None)).Message, StringComparison.Ordinal);
        Assert.Equal(Direction.None, Meetings.Without(Meetings.Targets.Decisions[0]).As(Direction.None).Direction);
    }

    [Fact]
    public void A_goal_is_changed_while_the_check_ins_stay_and_fit()
    {
        var keyResult = Engage.KeyResult("open-rate");
        Assert.Single(keyResult.With(Goal.AtLeast(20m)).CheckIns);
        Assert.Contains("has the parts", Assert.Throws<ArgumentException>(() => keyResult.With(Goal.Milestones("a", "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_shares_an_objective_does_not_hang_on_when_it_is_said_who_owns_it()
    {
        var one = Objective.Define("o", "O", Cycle.Quarter(2026, 3)).OwnedBy("a").SharedBy("a", "b");
        var other = Objective.Define("o", "O", Cycle.Quarter(2026, 3)).SharedBy("a", "b").OwnedBy("a");
        Assert.Equal(["b"], one.Sharers);
        Assert.Equal(one.Sharers, other.Sharers);
        Assert.Equal(["a", "b"], one.OwnedBy("c").Sharers);
        Assert.Equal(["a"], one.OwnedBy("c").NotSharedBy("b").Sharers);
        Assert.Contains("is not shared by 'x'", Assert.Throws<ArgumentException>(() => one.NotSharedBy("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_text_is_refused_under_the_name_the_caller_gave()
    {
        var blank = Assert.Throws<ArgumentException>(() => Kpi.Define("", "A", Unit.Percent, Direction.HigherIsBetter));
        Assert.Equal("id", blank.ParamName);
        Assert.Contains("The id of a KPI is blank", blank.Message, StringComparison.Ordinal);
        Assert.Contains(
            "The name of a KPI is blank", Assert.Throws<ArgumentException>(() => Kpi.Define("a", " ", Unit.Percent, Direction.HigherIsBetter)).Message,
            StringComparison.Ordinal);
    }

    private static TargetDecision Restated(decimal value) => TargetDecision.From(new(2026, 8, 1), Target.Of(value)).AsRedefinition();
}
