using FsCheck;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>
/// Edits of any portfolio: one followed by its opposite leaves nothing behind, and where the order of calls makes no difference in meaning, it makes none in
/// the document.
/// </summary>
public sealed class EditProperties
{
    private static readonly LocalDate Day = new(2026, 3, 4);

    private static readonly Uri Another = new("https://example.com/quite-another");

    [Property(MaxTest = 150)]
    public void An_edit_and_its_opposite_leave_nothing_behind(DoNotSize<int> seed)
    {
        var portfolio = Portfolios.Of(seed.Item);
        var before = PortfolioJson.Write(portfolio);
        foreach (var (name, edit, opposite) in Edits(portfolio))
        {
            var edited = edit(portfolio);
            Assert.True(PortfolioJson.Write(edited) != before, $"{name} changed nothing.");
            var after = PortfolioJson.Write(opposite(edited));
            Assert.True(after == before, $"{name} and its opposite left something behind.");
        }
    }

    [Property(MaxTest = 60)]
    public void What_is_put_back_unchanged_changes_nothing(DoNotSize<int> seed)
    {
        var portfolio = Portfolios.Of(seed.Item);
        var same = portfolio.With(portfolio.Kpis).With(portfolio.Objectives);
        same = portfolio.Measurements.Aggregate(same, (each, series) => each.With(series));
        same = portfolio.Kpis.Aggregate(same, (each, kpi) => each.Change(kpi.Id, found => found));
        same = portfolio.Objectives.Aggregate(
            same, (each, objective) => each.Change(objective.Id, found => found.With(found.KeyResults).With(found.Initiatives)));
        Assert.Same(portfolio, same);
    }

    [Property(MaxTest = 300)]
    public void What_was_said_of_a_check_in_a_measurement_or_a_decision_can_be_unsaid(DoNotSize<int> seed)
    {
        var portfolio = Portfolios.Of(seed.Item);
        foreach (var each in portfolio.Objectives.SelectMany(objective => objective.KeyResults).SelectMany(keyResult => keyResult.CheckIns))
        {
            Assert.Equal(
                CheckIn.Recorded(each.Date, each.Value, null, null, null, null, null),
                each.WithoutPart().WithoutSample().WithoutConfidence().WithoutStatus().WithoutNote().WithoutAuthor().NotWithdrawn());
            Assert.Equal(each.NotWithdrawn(), each.NotWithdrawn().Withdrawn(Day).NotWithdrawn());
        }

        foreach (var each in portfolio.Measurements.SelectMany(series => series.Measurements))
        {
            Assert.Equal(
                Measurement.Recorded(each.Date, each.At, each.Value, null, null, null, null),
                each.WithoutDenominator().WithoutWeight().WithoutSegment().WithoutKey().KnownAtOnce());
        }

        foreach (var each in portfolio.Kpis.SelectMany(kpi => kpi.Targets.Decisions))
        {
            Assert.Equal(each.AsDecision(), each.AsRedefinition().AsDecision());
            Assert.Equal(each.AsDecision(), each.AsCorrection().AsDecision());
        }
    }

    [Property(MaxTest = 60)]
    public void Where_the_result_is_the_same_the_order_of_calls_does_not_matter(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        Func<Objective, Objective>[] ofObjective =
        [
            each =>
                each.OwnedBy("a"), each =>
                    each.SharedBy("a", "b"), each => each.As(ObjectiveKind.Committed), each => each.AlignedTo("other"), each => each.Closed(Day),
            each =>
                each.Addressing(KpiId.Of("k")), each =>
                    each.With(KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(0m, 1m))), each =>
                        each.With(Initiative.Define("k", "K")), each => each.Retitled("T"),
        ];
        Func<Kpi, Kpi>[] ofKpi =
        [
            each =>
                each.OwnedBy("a"), each =>
                    each.InGroup("g"), each =>
                        each.AtLevel(KpiLevel.Team), each => each.Measured(Cadence.Week), each => each.PublishedAfter(3), each => each.NothingRecordedIsZero(),
            each =>
                each.WithTarget(3m, Day), each =>
                    each.WithTarget(4m, Day.PlusDays(40), Day.PlusDays(1)), each =>
                        each.On(ReportingCalendar.Fiscal(4)), each => each.Renamed("N"), each => each.Lags(Lagging.Missed()),
        ];
        Func<KeyResult, KeyResult>[] ofKeyResult =
        [
            each =>
                each.Weighing(2m), each =>
                    each.OwnedBy("a"), each =>
                        each.With(CheckIn.On(Day, 1m)), each =>
                            each.With(CheckIn.On(Day.PlusDays(1), 2m)), each => each.Measuring("k"), each => each.PinnedAt(0.5m),
            each => each.Cancelled(Day), each => each.Taking(CurrentValue.Sum), each => each.As(KeyResultRole.Guardrail), each => each.Renamed("N"),
        ];
        var kpi = Kpi.Define("k", "K", Unit.Count("k"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var other = Objective.Define("other", "Other", Cycle.Quarter(2026, 1));
        var one = Text(ofKpi, ofObjective, ofKeyResult);
        random.Shuffle(ofKpi);
        random.Shuffle(ofObjective);
        random.Shuffle(ofKeyResult);
        Assert.Equal(one, Text(ofKpi, ofObjective, ofKeyResult));

        string Text(Func<Kpi, Kpi>[] kpis, Func<Objective, Objective>[] objectives, Func<KeyResult, KeyResult>[] keyResults) =>
            PortfolioJson.Write(Portfolio.Of(
            [kpis.Aggregate(kpi, (each, change) => change(each))],
            [
                other,
                objectives.Aggregate(Objective.Define("o", "O", Cycle.Quarter(2026, 1)), (each, change) => change(each))
                    .Change("k", (KeyResult keyResult) => keyResults.Aggregate(keyResult, (each, change) => change(each))),
            ],
            []));
    }

    private static IEnumerable<(string Name, Func<Portfolio, Portfolio> Edit, Func<Portfolio, Portfolio> Opposite)> Edits(Portfolio before)
    {
        yield return ("Named", each => each.Named("quite another"), each => before.Name is { } name ? each.Named(name) : each.WithoutName());
        yield return (
            "With a KPI", each => each.With(Kpi.Define("new", "New", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Last)),
            each => each.Without(KpiId.Of("new")));
        yield return (
            "With an objective", each => each.With(Objective.Define("new", "New", Cycle.Quarter(2026, 1))), each => each.Without(ObjectiveId.Of("new")));
        foreach (var kpi in before.Kpis)
        {
            var id = kpi.Id;
            var edits = new List<(string, Func<Kpi, Kpi>, Func<Kpi, Kpi>)>
            {
                ("Renamed", each => each.Renamed("quite another"), each => each.Renamed(kpi.Name)),
                ("OwnedBy", each => each.OwnedBy("quite another"), each => kpi.Owner is { } owner ? each.OwnedBy(owner) : each.WithoutOwner()),
                ("InGroup", each => each.InGroup("quite another"), each => kpi.Group is { } group ? each.InGroup(group) : each.WithoutGroup()),
                ("Tolerating", each => each.Tolerating(Tolerance.OfShare(0.123m)), each => each.Tolerating(kpi.Tolerance)),
                ("PublishedAfter", each => each.PublishedAfter(99), each => each.PublishedAfter(kpi.PublicationDelay)),
                ("Lags", each => each.Lags(Lagging.Stale(77)), each => kpi.Lagging is { } reading ? each.Lags(reading) : each.LagsByTheRule()),
                ("On", each => each.On(ReportingCalendar.Fiscal(5).In("Europe/Paris")), each => each.On(kpi.Calendar)),
                (
                    "Described", each => each.Described("quite another"),
                    each => kpi.Description is { } text ? each.Described(text) : each.WithoutDescription()),
                ("LinkedTo", each => each.LinkedTo(Another), each => kpi.Link is { } link ? each.LinkedTo(link) : each.WithoutLink()),
                ("Labelled", each => each.Labelled("quite", "another"), each => each.Unlabelled("another", "quite")),
                (
                    "AtLevel", each => each.AtLevel(kpi.Level == KpiLevel.Team ? KpiLevel.Company : KpiLevel.Team),
                    each => kpi.Level is { } level ? each.AtLevel(level) : each.WithoutLevel()),
                ("With a decision", each => each.With(Decision(kpi)), each => each.Without(Decision(kpi))),
            };
            foreach (var (name, edit, opposite) in edits.Where(edit => !(kpi.IsWatched && edit.Item1 == "With a decision")))
            {
                yield return ($"Kpi {name}", each => each.Change(id, edit), each => each.Change(id, opposite));
            }

            if (kpi.Aggregation is Aggregation.Sum or Aggregation.Last)
            {
                var series = before.Measurements.FirstOrDefault(each => each.Kpi == id);
                yield return (
                    "Measured",
                    each => each.Measured(id, Measurement.AtInstant(Instant.FromUtc(2026, 3, 4, 5, 6), 7m)),
                    each => series is null ? each.WithoutMeasurements(id) : each.With(series));
            }
        }

        foreach (var objective in before.Objectives)
        {
            var id = objective.Id;
            var edits = new List<(string, Func<Objective, Objective>, Func<Objective, Objective>)>
            {
                ("Retitled", each => each.Retitled("quite another"), each => each.Retitled(objective.Title)),
                (
                    "In", each => each.Reopened().In(Cycle.Between(Day, Day.PlusDays(17))),
                    each => each.In(objective.Cycle) is var back && objective.ClosedOn is { } day ? back.Closed(day) : each.In(objective.Cycle)),
                (
                    "Closed or reopened", each => each.ClosedOn is null ? each.Closed(each.Cycle.End) : each.Reopened(),
                    each => objective.ClosedOn is { } day ? each.Closed(day) : each.Reopened()),
                (
                    "Overridden", each => each.Overridden(ScoreOverride.Of(0.123m, "quite another", Day)),
                    each => objective.Override is { } score ? each.Overridden(score) : each.WithoutOverride()),
                (
                    "Succeeding", each => each.Succeeding(ObjectiveId.Of("much earlier")),
                    each => objective.Predecessor is { } predecessor ? each.Succeeding(predecessor) : each.WithoutPredecessor()),
                (
                    "With a key result", each => each.With(KeyResult.Define("new", "New", Unit.Percent, Goal.YesNo())),
                    each => each.Without(KeyResultId.Of("new"))),
                ("With an initiative", each => each.With(Initiative.Define("new", "New")), each => each.Without(InitiativeId.Of("new"))),
                (
                    "Described", each => each.Described("quite another"),
                    each => objective.Description is { } text ? each.Described(text) : each.WithoutDescription()),
                ("LinkedTo", each => each.LinkedTo(Another), each => objective.Link is { } link ? each.LinkedTo(link) : each.WithoutLink()),
                ("Labelled", each => each.Labelled("quite", "another"), each => each.Unlabelled("another", "quite")),
            };
            if (before.Organisation is null)
            {
                edits.Add(("SharedBy", each => each.SharedBy("quite another"), each => each.NotSharedBy("quite another")));
                edits.Add((
                    "OwnedBy", each => each.OwnedBy(objective.Sharers.Count > 0 ? objective.Sharers[0] : "another"),
                    each => objective.Owner is { } owner ? each.OwnedBy(owner) : each.WithoutOwner()));
            }

            foreach (var initiative in objective.Initiatives)
            {
                edits.Add(Of(
                    initiative, "Described, linked and labelled", each => each.Described("quite another").LinkedTo(Another).Labelled("quite", "another"),
                    each =>
                    {
                        var back = each.Unlabelled("quite", "another");
                        back = initiative.Description is { } text ? back.Described(text) : back.WithoutDescription();
                        return initiative.Link is { } link ? back.LinkedTo(link) : back.WithoutLink();
                    }));
                edits.Add(Of(
                    initiative, "Now", each => each.Now(each.Status == InitiativeStatus.Done ? InitiativeStatus.Planned : InitiativeStatus.Done),
                    each => each.Now(initiative.Status)));
                edits.Add(Of(
                    initiative, "DueBy", each => each.DueBy(new(2031, 1, 1)), each => initiative.Due is { } day ? each.DueBy(day) : each.WithoutDue()));
            }

            foreach (var keyResult in objective.KeyResults)
            {
                edits.Add(Of(keyResult, "Renamed", each => each.Renamed("quite another"), each => each.Renamed(keyResult.Name)));
                edits.Add(Of(keyResult, "Weighing", each => each.Weighing(123m), each => each.Weighing(keyResult.Weight)));
                edits.Add(Of(keyResult, "In", each => each.In(Unit.Money("CHF")), each => each.In(keyResult.Unit)));
                edits.Add(Of(
                    keyResult, "OwnedBy", each => each.OwnedBy("quite another"),
                    each => keyResult.Owner is { } owner ? each.OwnedBy(owner) : each.WithoutOwner()));
                edits.Add(Of(
                    keyResult, "Paced", each => each.Paced(PaceCurve.Steps(77)),
                    each => keyResult.Curve is { } curve ? each.Paced(curve) : each.WithoutCurve()));
                edits.Add(Of(
                    keyResult, "Described", each => each.Described("quite another"),
                    each => keyResult.Description is { } text ? each.Described(text) : each.WithoutDescription()));
                edits.Add(Of(
                    keyResult, "LinkedTo", each => each.LinkedTo(Another), each => keyResult.Link is { } link ? each.LinkedTo(link) : each.WithoutLink()));
                edits.Add(Of(keyResult, "Labelled", each => each.Labelled("quite", "another"), each => each.Unlabelled("another", "quite")));
                edits.Add(Of(
                    keyResult, "Succeeding", each => each.Succeeding(KeyResultId.Of("quite-another")),
                    each => keyResult.Predecessor is { } earlier ? each.Succeeding(earlier) : each.WithoutPredecessor()));
                edits.Add(Of(
                    keyResult, "Started", each => each.Started(new(1999, 1, 1)),
                    each => keyResult.StartedOn is { } day ? each.Started(day) : each.StartedWithItsCycle()));
                edits.Add(Of(keyResult, "Cancelled and postponed", each => each.Cancelled(new(2031, 1, 1)).Postponed(new(2031, 1, 2)), each =>
                {
                    var back = each.Resumed();
                    back = keyResult.CancelledOn is { } cancelled ? back.Cancelled(cancelled) : back;
                    return keyResult.PostponedOn is { } postponed ? back.Postponed(postponed) : back;
                }));
                if (keyResult.CheckIns is [var first, ..] && keyResult.CheckIns.Count(each => each.Date == first.Date) == 1)
                {
                    // What was said of one check-in and taken back again; of one day the last one counts, so their order has a meaning.
                    edits.Add(Of(
                        keyResult, "With a check-in that says more", each => each.Without(first).With(first.Noting("quite another")),
                        each => each.Without(first.Noting("quite another"))
                            .With(first.Note is { } note ? first.Noting(note) : first.Noting("quite another").WithoutNote())));
                }

                edits.Add(Of(
                    keyResult, "With a check-in", each => each.With(CheckIn.WithoutValue(Day).Noting("quite another")),
                    each => each.Without(CheckIn.WithoutValue(Day).Noting("quite another"))));
            }

            foreach (var (name, edit, opposite) in edits)
            {
                yield return ($"Objective {name}", each => each.Change(id, edit), each => each.Change(id, opposite));
            }
        }
    }

    private static (string, Func<Objective, Objective>, Func<Objective, Objective>) Of(
        KeyResult keyResult, string name, Func<KeyResult, KeyResult> edit, Func<KeyResult, KeyResult> opposite) =>
        ($"KeyResult {name}", each => each.Change(keyResult.Id, edit), each => each.Change(keyResult.Id, opposite));

    private static (string, Func<Objective, Objective>, Func<Objective, Objective>) Of(
        Initiative initiative, string name, Func<Initiative, Initiative> edit, Func<Initiative, Initiative> opposite) =>
        ($"Initiative {name}", each => each.Change(initiative.Id, edit), each => each.Change(initiative.Id, opposite));

    private static TargetDecision Decision(Kpi kpi) =>
        TargetDecision.From(
            new(2031, 1, 1), kpi.Direction == Direction.WithinBand ? Target.Within(Band.Between(1m, 2m)) : Target.Of(77m), new(2030, 1, 1), "quite another");
}
