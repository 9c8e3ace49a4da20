using System.Reflection;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>A method that returns its own type changes what it names and nothing else: no other part of the object is lost on the way.</summary>
public sealed partial class WithTests
{
    private static readonly LocalDate Day = new(2026, 3, 4);

    private static readonly LocalDate Later = new(2026, 5, 6);

    private static readonly Uri Page = new("https://example.com/page");

    // What makes another thing of the same type, so that everything may differ.
    private static readonly Dictionary<string, string> OtherThings = new()
    {
        ["Unit.Per(String)"] = "a ratio of this unit",
        ["Unit.Per(Cadence)"] = "a rate of this unit",
        ["PeriodAxis.To(Cadence)"] = "the axis of longer periods",
        ["PeriodComparison.ToDate(LocalDate, SpanToDate)"] = "a comparison of parts of the periods",
        ["ReportingPeriod.Parent(Cadence)"] = "the longer period",
        ["ReportingPeriod.Plus(Int32)"] = "another period",
        ["KpiAssessment.On(LocalDate)"] = "how the KPI stood on another day",
        ["PeriodAggregate.Add(Measurement, ReportingCalendar)"] = "a sum",
        ["PeriodAggregate.Merge(PeriodAggregate)"] = "a sum",
        ["BulkAggregate.Merge(BulkAggregate)"] = "a sum",
        ["Rollup.To(Cadence)"] = "the table of longer periods",
        ["Rollup.Merge(Rollup)"] = "a sum",
        ["ExactRollup.To(Cadence)"] = "the table of longer periods",
        ["ExactRollup.Merge(ExactRollup)"] = "a sum",
        ["Rollup.Named(IEnumerable<KpiId>, IEnumerable<Segment>)"] = "has as many names as rows: the tests of its measurements read them with all else",
        ["ExactRollup.Named(IEnumerable<KpiId>, IEnumerable<Segment>)"] = "has as many names as rows",
        ["KpiRollup.To(Cadence)"] = "the table of longer periods",
        ["KpiRollup.For(Segment)"] = "the table of one segment",
        ["KpiRollup.ReadAs(Aggregation)"] = "the table with other values",
        ["OrganisationColumns.With(ScoringProfile)"] = "of columns, which no example can hold",
        ["OrganisationColumns.At(ScoringMoment)"] = "of columns",
        ["OrganisationColumns.Weighing(ReadOnlySpan<Decimal>)"] = "takes columns, which no example can hold; its properties are tested with many",
        ["OrganisationColumns.Aligned(ReadOnlySpan<Int32>, ReadOnlySpan<Int32>)"] = "takes columns",
        ["OrganisationColumns.Aligned(ReadOnlySpan<Int32>, ReadOnlySpan<Int32>, ReadOnlySpan<Decimal>)"] = "takes columns",
        ["OrganisationColumns.Organised(ReadOnlySpan<Int32>, ReadOnlySpan<Int32>)"] = "takes columns",
        ["ProcessBehaviour.By(SignalRules)"] = "the same values by other rules, from which everything else follows",
        ["ProcessBehaviour.Judged(Direction, Target)"] = "the same values judged otherwise",
        ["ProcessBehaviour.Rebased(Int32, String)"] = "the same values with other segments",
        ["ProcessBehaviour.Within(Band)"] = "the same values with bounds, which limits are shown within",
        ["ReachGoal.ByDistance()"] = "read in one way or another",
        ["ReachGoal.FromFirstValue()"] = "read in one way or another",
        ["ReachGoal.MetOrNot()"] = "read in one way or another",
    };

    private static readonly MeasurementSeries NothingMeasured = MeasurementSeries.Of("b");

    private static readonly Changes[] All = [.. Goals(), .. Kpis(), .. Okrs(), .. Policies(), .. Periods(), .. Discussions()];

    [Fact]
    public void A_method_changes_what_it_names_and_nothing_else()
    {
        string[] faults = [.. All.SelectMany(each => each.Faults)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_method_that_returns_its_own_type_is_tried()
    {
        var tried = All.SelectMany(each => each.Tried).ToHashSet();
        string[] untried = [.. typeof(Kpi).Assembly.GetExportedTypes()
            .SelectMany(Changes.Of)
            .Where(method => !tried.Contains(method) && !OtherThings.ContainsKey(Changes.Name(method)))
            .Select(method => $"{Changes.Name(method)} returns its own type: call it in the examples below and name what it changes, or say under "
                + $"OtherThings what else it makes.")];
        Assert.True(untried.Length == 0, string.Join('\n', untried));
    }

    [Fact]
    public void What_makes_another_thing_is_still_there() =>
        Assert.Empty(OtherThings.Keys.Except(typeof(Kpi).Assembly.GetExportedTypes().SelectMany(Changes.Of).Select(Changes.Name)));

    private static IEnumerable<Changes> Kpis()
    {
        var kpi = Kpi.Define("a", "A", Unit.Count("a"), Direction.LowerIsBetter).Every(Cadence.Week, Aggregation.Sum);
        yield return new Changes<Kpi>(kpi, WholeKpi(), "IsZeroWhenSilent", "Spread", "BusinessDays", "IsWatched")
        {
            { each => each.OwnedBy("other"), "Owner" },
            { each => each.Described("other"), "Description" },
            { each => each.LinkedTo(new Uri("https://example.com/other")), "Link" },
            { each => each.Labelled(new[] { "other" }), "Labels" },
            { each => each.Unlabelled(new[] { "l" }), "Labels" },
            { each => each.WithoutDescription(), "Description" },
            { each => each.WithoutLink(), "Link" },
            { each => each.WithoutOwner(), "Owner" },
            { each => each.Renamed("other"), "Name" },
            { each => each.In(Unit.Percent, new[] { TargetDecision.From(Later, Target.Of(7m), null, null).AsRedefinition() }), "Unit", "Targets" },
            { each => each.Every(
                Cadence.Year, Aggregation.Last, new[] { TargetDecision.From(Later, Target.Of(7m), null, null).AsRedefinition() }), "Cadence", "Targets" },
            { each => each.As(Direction.LowerIsBetter), "Direction" },
            { each => each.Without(WholeKpi().Targets.Decisions[0]), "Targets" },
            { each => each.WithoutGroup(), "Group" },
            { each => each.WithoutLevel(), "Level" },
            { each => each.MeasuredOnceAPeriod(), "MeasuredEvery" },
            { each => each.LagsByTheRule(), "Lagging" },
            { each => each.InGroup("other"), "Group" },
            { each => each.AtLevel(KpiLevel.Company), "Level" },
            { each => each.On(ReportingCalendar.Standard), "Calendar" },
            { each => each.Measured(Cadence.Day), "MeasuredEvery" },
            { each => each.Tolerating(Tolerance.None), "Tolerance" },
            { each => each.PublishedAfter(9), "PublicationDelay" },
            { each => each.Lags(Lagging.Stale(9)), "Lagging" },
            { each => each.WithTarget(5m, Later, null, null), "Targets" },
            { each => each.WithTarget(Target.Above(5m), Later, null, null), "Targets" },
            { each => each.With(TargetDecision.From(Later, Target.Of(7m), null, null)), "Targets" },
            { each => each.With(new[] { TargetDecision.From(Later, Target.Of(7m), null, null) }), "Targets" },
            { each => each.With(TargetPlan.Climb(1m, 4m, Year(), Cadence.Quarter, Day)), "Targets" },
            { each => each.Rebased(Later, "other", null), "Rebases" },
            { each => each.Rebased(new[] { Rebase.On(Later, "other", null) }), "Rebases" },
            { each => each.Without(WholeKpi().Rebases[0]), "Rebases" },
        };
        yield return new Changes<Kpi>(
            kpi, Kpi.Define("b", "B", Unit.Percent, Direction.WithinBand).Every(Cadence.Quarter, Aggregation.Average).WithTarget(Band.AtLeast(3m), Day),
            [.. KpiParts])
        {
            { each => each.WithTarget(Band.AtLeast(5m), Later, null, null), "Targets" },
        };
        yield return new Changes<Kpi>(kpi, kpi, [.. KpiParts])
        {
            { each => each.NothingRecordedIsZero(), "IsZeroWhenSilent" },
        };
        yield return new Changes<Kpi>(
            Kpi.Define("c", "C", Unit.Count("c"), Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Sum),
            Kpi.Define("c", "C", Unit.Count("c"), Direction.HigherIsBetter)
                .Every(Cadence.Day, Aggregation.Sum)
                .OnBusinessDays(BusinessDays.MondayToFriday)
                .NothingRecordedIsZero()
                .SpreadBy(SeasonalProfile.Even),
            [.. KpiParts.Except(["BusinessDays", "IsZeroWhenSilent", "Spread"])])
        {
            { each => each.SpreadBy(SeasonalProfile.OfWeekdays(new[] { 1m, 1m, 1m, 1m, 1m, 2m, 0m })), "Spread" },
            { each => each.OnBusinessDays(BusinessDays.MondayToFriday.Without(new[] { Later })), "BusinessDays" },
            { each => each.OnEveryDay(), "BusinessDays" },
            { each => each.SpreadEvenly(), "Spread" },
            { each => each.NothingRecordedIsMissing(), "IsZeroWhenSilent" },
        };
        yield return new Changes<Measurement>(
            Measurement.On(Day, 1m), Measurement.Recorded(Later, null, 2m, 3m, 4m, Segment.Of("a", "b"), Later).Keyed("key").Restating(Later.PlusDays(1)), "At",
            "IsWithdrawn")
        {
            { each => each.Keyed("other"), "Key" },
            { each => each.Withdrawn(Later.PlusDays(9)), "KnownOn", "IsWithdrawn" },
            { each => each.OutOf(9m), "Denominator" },
            { each => each.Weighing(9m), "Weight" },
            { each => each.For(Segment.Of("c", "d")), "Segment" },
            { each => each.Known(Later.PlusDays(9)), "KnownOn" },
            { each => each.Restating(Later.PlusDays(9)), "KnownOn" },
            { each => each.WithoutDenominator(), "Denominator" },
            { each => each.WithoutWeight(), "Weight" },
            { each => each.WithoutSegment(), "Segment" },
            { each => each.WithoutKey(), "Key" },
            { each => each.KnownAtOnce(), "KnownOn", "Restates" },
        };
        yield return new Changes<MeasurementSeries>(MeasurementSeries.Of("a"), MeasurementSeries.Of("b", Measurement.On(Day, 1m)))
        {
            { each => each.With(Measurement.On(Later, 1m)), "measurements" },
            { each => each.With(new[] { Measurement.On(Later, 1m) }), "measurements" },
            { each => each.With(SameKey.Ignore, new[] { Measurement.On(Later, 1m) }), "measurements" },
        };
        yield return new Changes<TargetDecision>(
            TargetDecision.From(Day, Target.Of(1m)), TargetDecision.Between(Later, Later.PlusDays(9), Target.Of(2m), Later, "b").AsCorrection())
        {
            { each => each.AsDecision(), "Kind" },
            { each => each.AsRedefinition(), "Kind" },
        };
        yield return new Changes<TargetDecision>(
            TargetDecision.From(Day, Target.Of(1m)), TargetDecision.Between(Later, Later.PlusDays(9), Target.Of(2m), Later, "b").AsRedefinition())
        {
            { each => each.AsCorrection(), "Kind" },
        };
        yield return new Changes<TargetHistory>(TargetHistory.Empty, WholeKpi().Targets, "lookup", "ledger")
        {
            { each => each.With(TargetDecision.From(Later, Target.Of(7m), null, null)), "decisions" },
            { each => each.With(new[] { TargetDecision.From(Later, Target.Of(7m), null, null) }), "decisions" },
            { each => each.Without(WholeKpi().Targets.Decisions[0]), "decisions" },
        };
        yield return new Changes<TargetPlan>(
            TargetPlan.Climb(1m, 4m, Year(), Cadence.Quarter, Day), TargetPlan.Spread(4m, Year(), Cadence.Quarter, Later), "deadline")
        {
            { each => each.Because("more"), "decisions" },
        };
        yield return new Changes<TargetPlan>(
            TargetPlan.Climb(1m, 4m, Year(), Cadence.Quarter, Day), TargetPlan.Towards(4m, Later.PlusYears(9), 1m, Later), "IsSpread")
        {
            { each => each.Because("more"), "deadline" },
        };
    }

    private static IEnumerable<Changes> Okrs()
    {
        var assessment = KpiAssessment.Of(WholeKpi(), MeasurementSeries.Of("b", Measurement.On(Day, 1m)), new LocalDate(2026, 8, 1));
        yield return new Changes<CheckIn>(
            CheckIn.On(Day, 1m),
            CheckIn.On(Later, 2m).Of("part").FromSample(3m).With(Confidence.Of(0.4m)).Noting("note").By("author").Stating(StatedStatus.Blocked)
                .Withdrawn(Later))
        {
            { each => each.Of("other"), "Part" },
            { each => each.FromSample(9m), "Sample" },
            { each => each.With(Confidence.Of(0.9m)), "Confidence" },
            { each => each.Noting("other"), "Note" },
            { each => each.Stating(StatedStatus.OnTrack), "Status" },
            { each => each.Withdrawn(Later.PlusDays(9)), "WithdrawnOn" },
            { each => each.By("other"), "Author" },
            { each => each.WithoutPart(), "Part" },
            { each => each.WithoutSample(), "Sample" },
            { each => each.WithoutConfidence(), "Confidence" },
            { each => each.WithoutStatus(), "Status" },
            { each => each.WithoutNote(), "Note" },
            { each => each.WithoutAuthor(), "Author" },
            { each => each.NotWithdrawn(), "WithdrawnOn" },
        };
        yield return new Changes<KeyResult>(KeyResult.Define("a", "A", Unit.Count("a"), Goal.YesNo()), WholeKeyResult("b"))
        {
            { each => each.Weighing(9m), "Weight" },
            { each => each.PinnedAt(0.9m), "PinnedShare" },
            { each => each.As(KeyResultRole.Contributes), "Role" },
            { each => each.Taking(CurrentValue.Max), "CurrentValue" },
            { each => each.Overridden(ScoreOverride.Of(0.9m, "other", Later)), "Override" },
            { each => each.WithoutOverride(), "Override" },
            { each => each.OwnedBy("other"), "Owner" },
            { each => each.Measuring("other"), "Measures" },
            { each => each.Measuring(KpiId.Of("other")), "Measures" },
            { each => each.Paced(PaceCurve.Steps(9)), "Curve" },
            { each => each.Described("other"), "Description" },
            { each => each.LinkedTo(new Uri("https://example.com/other")), "Link" },
            { each => each.Labelled(new[] { "other" }), "Labels" },
            { each => each.Unlabelled(new[] { "l" }), "Labels" },
            { each => each.WithoutDescription(), "Description" },
            { each => each.WithoutLink(), "Link" },
            { each => each.Succeeding(KeyResultId.Of("other")), "Predecessor" },
            { each => each.Started(Day.PlusDays(-9)), "StartedOn" },
            { each => each.Cancelled(Later.PlusDays(9)), "CancelledOn" },
            { each => each.Postponed(Later.PlusDays(9)), "PostponedOn" },
            { each => each.WithValuesOf(assessment), "CheckIns" },
            { each => each.With(CheckIn.On(Later, 1m)), "CheckIns" },
            { each => each.With(new[] { CheckIn.On(Later, 1m) }), "CheckIns" },
            { each => each.With(Goal.AtLeast(9m)), "Goal" },
            { each => each.Renamed("other"), "Name" },
            { each => each.In(Unit.Percent), "Unit" },
            { each => each.Withdrawing(CheckIn.On(Day, 1m), Later), "CheckIns" },
            { each => each.Without(CheckIn.On(Day, 1m)), "CheckIns" },
            { each => each.WithoutOwner(), "Owner" },
            { each => each.WithoutPinnedShare(), "PinnedShare" },
            { each => each.MeasuringNoKpi(), "Measures" },
            { each => each.WithoutCurve(), "Curve" },
            { each => each.WithoutPredecessor(), "Predecessor" },
            { each => each.StartedWithItsCycle(), "StartedOn" },
            { each => each.Resumed(), "CancelledOn", "PostponedOn" },
        };
        yield return new Changes<Initiative>(
            Initiative.Define("a", "A"),
            Initiative.Define("b", "B").OwnedBy("owner").DueBy(Day).Now(InitiativeStatus.InProgress).Described("d").LinkedTo(Page).Labelled("l"))
        {
            { each => each.Described("other"), "Description" },
            { each => each.LinkedTo(new Uri("https://example.com/other")), "Link" },
            { each => each.Labelled(new[] { "other" }), "Labels" },
            { each => each.Unlabelled(new[] { "l" }), "Labels" },
            { each => each.WithoutDescription(), "Description" },
            { each => each.WithoutLink(), "Link" },
            { each => each.OwnedBy("other"), "Owner" },
            { each => each.DueBy(Later), "Due" },
            { each => each.Now(InitiativeStatus.Done), "Status" },
            { each => each.Retitled("other"), "Title" },
            { each => each.WithoutOwner(), "Owner" },
            { each => each.WithoutDue(), "Due" },
        };
        yield return new Changes<Objective>(Objective.Define("a", "A", Cycle.Quarter(2026, 1)), WholeObjective())
        {
            { each => each.OwnedBy("other"), "Owner" },
            { each => each.Described("other"), "Description" },
            { each => each.LinkedTo(new Uri("https://example.com/other")), "Link" },
            { each => each.Labelled(new[] { "other" }), "Labels" },
            { each => each.Unlabelled(new[] { "l" }), "Labels" },
            { each => each.WithoutDescription(), "Description" },
            { each => each.WithoutLink(), "Link" },
            { each => each.SharedBy("other"), "named" },
            { each => each.SharedBy(new[] { "other" }), "named" },
            { each => each.AlignedTo("other", 1m), "Alignments" },
            { each => each.AlignedTo(Alignment.To("other")), "Alignments" },
            { each => each.AlignedTo(new[] { Alignment.To("other") }), "Alignments" },
            { each => each.As(ObjectiveKind.Aspirational), "Kind" },
            { each => each.Addressing(
                Kpi.Define("other", "Other", Unit.Count("a"), Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Sum)), "Addresses" },
            { each => each.Addressing(KpiId.Of("other")), "Addresses" },
            { each => each.Addressing(new[] { KpiId.Of("other") }), "Addresses" },
            { each => each.With(KeyResult.Define("other", "Other", Unit.Count("a"), Goal.YesNo())), "KeyResults" },
            { each => each.With(new[] { KeyResult.Define("other", "Other", Unit.Count("a"), Goal.YesNo()) }), "KeyResults" },
            { each => each.With(Initiative.Define("other", "Other")), "Initiatives" },
            { each => each.With(new[] { Initiative.Define("other", "Other") }), "Initiatives" },
            { each => each.CheckIn("k", Later, 1m, null), "KeyResults" },
            { each => each.CheckIn("k", CheckIn.On(Later, 1m)), "KeyResults" },
            { each => each.Closed(Later.PlusDays(9)), "ClosedOn" },
            { each => each.Succeeding(ObjectiveId.Of("other")), "Predecessor" },
            { each => each.Overridden(ScoreOverride.Of(0.9m, "other", Later)), "Override" },
            { each => each.WithoutOverride(), "Override" },
            { each => each.WeighingByTarget(), "KeyResults" },
            { each => each.Without(KeyResultId.Of("k")), "KeyResults" },
            { each => each.Without(InitiativeId.Of("i")), "Initiatives" },
            { each => each.Without(KpiId.Of("b")), "Addresses" },
            { each => each.Without(ObjectiveId.Of("p")), "Alignments" },
            { each => each.Change("k", (KeyResult keyResult) => keyResult.Weighing(9m)), "KeyResults" },
            { each => each.Change(KeyResultId.Of("k"), keyResult => keyResult.Weighing(9m)), "KeyResults" },
            { each => each.Change("i", (Initiative initiative) => initiative.OwnedBy("other")), "Initiatives" },
            { each => each.Change(InitiativeId.Of("i"), initiative => initiative.OwnedBy("other")), "Initiatives" },
            { each => each.Retitled("other"), "Title" },
            { each => each.In(Cycle.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31))), "Cycle" },
            { each => each.WithoutOwner(), "Owner" },
            { each => each.NotSharedBy("sharer"), "named" },
            { each => each.Reopened(), "ClosedOn" },
            { each => each.WithoutPredecessor(), "Predecessor" },
        };
        yield return new Changes<Alignment>(Alignment.To("a"), Alignment.To("b").ToKeyResult("k").Weighing(3m), "Kind")
        {
            { each => each.ToKeyResult("other"), "KeyResult" },
            { each => each.Supporting(), "Kind" },
            { each => each.ToObjective(), "KeyResult" },
            { each => each.Weighing(9m), "Weight" },
        };
        yield return new Changes<Alignment>(Alignment.To("a"), Alignment.To("b").ToKeyResult("k").Weighing(3m).Supporting())
        {
            { each => each.Contributing(), "Kind" },
        };
        yield return new Changes<Learning>(Learning.Worked("a", "A", Day), Learning.DidNotWork("b", "B", Later).By("author"))
        {
            { each => each.By("other"), "Author" },
            { each => each.WithoutAuthor(), "Author" },
        };
        yield return new Changes<ScoreOverride>(ScoreOverride.Of(0.1m, "a", Day), ScoreOverride.Of(0.2m, "b", Later).EndingOn(Later))
        {
            { each => each.EndingOn(Later.PlusDays(9)), "Until" },
            { each => each.Staying(), "Lifetime", "Until" },
        };
        yield return new Changes<Portfolio>(
            Portfolio.Of([], [], []),
            WholePortfolio().Change("o", (Objective objective) => objective.Without(KpiId.Of("b"))
                .Change("k", (KeyResult keyResult) => keyResult.MeasuringNoKpi())))
        {
            { each => each.Without(KpiId.Of("b")), "Kpis", "kpiById", "Measurements", "seriesOf", "Dismissals" },
        };
        yield return new Changes<Portfolio>(
            Portfolio.Of([], [], []), WholePortfolio().With(Objective.Define("q", "Q", Cycle.Quarter(2026, 2))))
        {
            { each => each.Without(ObjectiveId.Of("q")), "Objectives", "objectiveById" },
        };
        yield return new Changes<Portfolio>(Portfolio.Of([], [], []), WholePortfolio())
        {
            { each => each.Named("other"), "Name" },
            { each => each.In(Organisation.Of(new[] { OrganisationUnit.Team("owner", null), OrganisationUnit.Team("sharer", null) })), "Organisation" },
            { each => each.With(Learning.Worked("o", "other", Day)), "Learnings" },
            { each => each.With(new[] { Learning.Worked("o", "other", Day) }), "Learnings" },
            { each => each.With(NeedDismissal.Of("b", Day, "other", null)), "Dismissals" },
            { each => each.With(WholeKpi().Renamed("other")), "Kpis", "kpiById" },
            { each => each.With(new[] { WholeKpi().Renamed("other") }), "Kpis", "kpiById" },
            { each => each.With(WholeObjective().Retitled("other")), "Objectives", "objectiveById" },
            { each => each.With(new[] { WholeObjective().Retitled("other") }), "Objectives", "objectiveById" },
            { each => each.With(NothingMeasured), "Measurements", "seriesOf" },
            { each => each.Change("b", (Kpi kpi) => kpi.Renamed("other")), "Kpis", "kpiById" },
            { each => each.Change(KpiId.Of("b"), kpi => kpi.Renamed("other")), "Kpis", "kpiById" },
            { each => each.Change("o", (Objective objective) => objective.Retitled("other")), "Objectives", "objectiveById" },
            { each => each.Change(ObjectiveId.Of("o"), objective => objective.Retitled("other")), "Objectives", "objectiveById" },
            { each => each.Measured("b", new[] { Measurement.On(Later, 1m) }), "Measurements", "seriesOf" },
            { each => each.Measured(KpiId.Of("b"), new[] { Measurement.On(Later, 1m) }), "Measurements", "seriesOf" },
            { each => each.Measured("b", SameKey.Ignore, new[] { Measurement.On(Later, 1m) }), "Measurements", "seriesOf" },
            { each => each.Measured(KpiId.Of("b"), SameKey.Ignore, new[] { Measurement.On(Later, 1m) }), "Measurements", "seriesOf" },
            { each => each.WithoutMeasurements(KpiId.Of("b")), "Measurements", "seriesOf" },
            { each => each.Without(each.Learnings[0]), "Learnings" },
            { each => each.Without(each.Dismissals[0]), "Dismissals" },
            { each => each.WithoutName(), "Name" },
            { each => each.WithoutOrganisation(), "Organisation" },
            { each => each.With(new[] { NeedDismissal.Of("b", Day, "other", null) }), "Dismissals" },
        };
    }

    private static IEnumerable<Changes> Goals()
    {
        yield return new Changes<KeepWithinGoal>(
            Goal.KeepWithin(Band.AtLeast(3m)),
            Goal.KeepWithin(Band.Between(3m, 5m)).Read(KeepReading.ShareUpToLatest).Every(Cadence.Month).Strictly().WithTolerance(1m)
                .AtRiskOutside(Band.Between(1m, 9m)))
        {
            { each => each.Read(KeepReading.ShareOfElapsed), "Reading" },
            { each => each.Every(Cadence.Day), "Cadence" },
            { each => each.WithTolerance(2m), "Tolerance" },
            { each => each.AtRiskOutside(Band.Between(2m, 8m)), "RiskBand" },
        };
        yield return new Changes<KeepWithinGoal>(
            Goal.KeepWithin(Band.AtLeast(3m)), Goal.KeepWithin(Band.AtLeast(4m)), "Reading", "Cadence", "Boundary", "Tolerance", "RiskBand")
        {
            { each => each.Strictly(), "Boundary" },
        };
        yield return new Changes<MilestonesGoal>(Goal.Milestones("a", "b"), Goal.Milestones("c", "d"), "GivesPartialCredit")
        {
            { each => each.WithPartialCredit(), "GivesPartialCredit" },
        };
        yield return new Changes<CheckpointsGoal>(
            Goal.Checkpoints(Checkpoint.At(1m, 0m), Checkpoint.At(9m, 1m)), Goal.Checkpoints(Checkpoint.At(2m, 0m), Checkpoint.At(8m, 1m)),
            "IsNothingBelowFirst")
        {
            { each => each.WithNothingBelowFirst(), "IsNothingBelowFirst" },
        };
        yield return new Changes<GoalPart>(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.Count(2m)).Weighing(3m))
        {
            { each => each.Weighing(9m), "Weight" },
        };
        yield return new Changes<RateGoal>(Goal.AtLeast(1m).Per(Cadence.Week), Goal.AtLeast(2m).Per(Cadence.Month).MeanOfLast(3))
        {
            { each => each.MeanOfLast(9), "Periods" },
        };
    }

    private static IEnumerable<string> KpiParts => typeof(Kpi).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name);
}
