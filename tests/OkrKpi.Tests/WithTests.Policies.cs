using NodaTime;

namespace OkrKpi.Tests;

// What is tried of policies, of periods, and of what a team discusses.
public sealed partial class WithTests
{
    private static SignalRules WholeSignalRules() => SignalRules.Wheeler
        .With(LimitScaling.Exact).With(RangeAverage.Median).With(CentreLine.Median).With(RangesOverGaps.Spanned).With(PointOnLimit.Beyond)
        .WithPoints(8, 20).WithFrozen(30).WithSeason(12).Named("b");

    private static IEnumerable<Changes> Policies()
    {
        yield return new Changes<ScoringProfile>(ScoringProfile.Default, WholeProfile())
        {
            { each => each.WithAggregation(ScoreAggregation.Any), "Aggregation" },
            { each => each.With(ScoreLimits.None), "Limits" },
            { each => each.WithMissing(MissingKeyResults.CountAsZeroUnlessAllMissing), "Missing" },
            { each => each.WithNotStarted(NotStartedKeyResults.StandAtStart), "NotStarted" },
            { each => each.WithCancelled(InactiveKeyResults.CountAsZero), "Cancelled" },
            { each => each.WithPostponed(InactiveKeyResults.CountAsZero), "Postponed" },
            { each => each.WithGuardrail(BrokenGuardrail.WithholdsSuccess), "Guardrail" },
            { each => each.WithEmpty(EmptyScore.NoScore), "Empty" },
            { each => each.WithDoneFrom(0.7m), "DoneFrom" },
            { each => each.With(DisplayRounding.WholePercent), "Display" },
            { each => each.With(GradeScale.ServiceNow), "Grades" },
            { each => each.With(PaceRule.Default), "Pace" },
            { each => each.With(CombiningRule.Default), "Combining" },
            { each => each.With(SuccessRule.Default), "Success" },
            { each => each.With(ObjectiveKind.Aspirational, GradeScale.Boja), "gradesOfKinds" },
            { each => each.WithOverrideCap(1.5m), "OverrideCap" },
            { each => each.WithStated(StatusCombining.Latest), "Stated" },
            { each => each.Named("other"), "Name" },
        };
        yield return new Changes<SignalRules>(SignalRules.Nhs, WholeSignalRules())
        {
            { each => each.With(new[] { SignalRule.Trend(5) }), "Rules" },
            { each => each.With(LimitScaling.Handbook), "Scaling" },
            { each => each.With(RangeAverage.Mean), "Average" },
            { each => each.With(CentreLine.Mean), "Centre" },
            { each => each.With(RangeScreening.Once), "Screening" },
            { each => each.With(RangesOverGaps.Broken), "Gaps" },
            { each => each.With(PointOnLimit.Within), "OnLimit" },
            { each => each.With(ConstantSeries.NoLimits), "Constant" },
            { each => each.With(RulesAtOnePoint.First), "AtOnePoint" },
            { each => each.WithPoints(3, 4), "MinimumPoints", "SettledPoints" },
            { each => each.WithFrozen(9), "FrozenAfter" },
            { each => each.WithoutFrozen(), "FrozenAfter" },
            { each => each.WithSeason(5), "Season" },
            { each => each.WithoutSeason(), "Season" },
            { each => each.Named("other"), "Name" },
        };
        yield return new Changes<SuccessRule>(SuccessRule.Default, WholeSuccess())
        {
            { each => each.From(ObjectiveKind.Committed, 0.5m, 0.4m), "committed" },
            { each => each.From(ObjectiveKind.Aspirational, 0.5m, 0.4m), "aspirational" },
        };
        yield return new Changes<PaceRule>(PaceRule.Default, WholePace())
        {
            { each => each.With(PaceCurve.Linear), "Curve" },
            { each => each.With(PaceBands.Default), "Bands" },
            { each => each.WithObjectives(StatusCombining.MeanRank), "Objectives" },
            { each => each.WithGrace(0.9m), "Grace" },
            { each => each.StaleAfter(99), "StaleAfterDays" },
            { each => each.With(new NoPace()), "Reading" },
        };
        yield return new Changes<PaceBands>(
            PaceBands.ByGap(PaceStatus.Behind), PaceBands.ByRatio(PaceStatus.AtRisk).From(0.5m, PaceStatus.OnTrack).AssumingBelow(0.1m, 0.2m, 0.3m))
        {
            { each => each.From(0.9m, PaceStatus.Ahead), "bands" },
            { each => each.Above(0.9m, PaceStatus.Ahead), "bands" },
            { each => each.AssumingBelow(0.2m, 0.2m, 0.3m), "Assumed" },
        };
        yield return new Changes<PaceCurve>(PaceCurve.Linear, PaceCurve.BusinessDays([Day]).Counting(ElapsedDays.ExcludingToday), "shares")
        {
            { each => each.Counting(ElapsedDays.FromFirstToLastDay), "Elapsed" },
        };
        yield return new Changes<PaceCurve>(PaceCurve.Linear, PaceCurve.Through((Day, 0.25m)), "working", "Elapsed")
        {
            { each => each.Counting(ElapsedDays.FromFirstToLastDay), "Elapsed" },
        };
        yield return new Changes<GradeScale>(GradeScale.ServiceNow, GradeScale.Boja.RoundedTo(DisplayRounding.WholePercent))
        {
            { each => each.RoundedTo(DisplayRounding.OneDecimal), "Rounding" },
        };
        yield return new Changes<CombiningRule>(
            CombiningRule.Default,
            CombiningRule.Default.WithAlignment(Another(CombiningRule.Default.Alignment)).WithShared(Another(CombiningRule.Default.Shared))
                .WithUnits(Another(CombiningRule.Default.Units)))
        {
            { each => each.WithAlignment(CombiningRule.Default.Alignment), "Alignment" },
            { each => each.WithShared(CombiningRule.Default.Shared), "Shared" },
            { each => each.WithUnits(CombiningRule.Default.Units), "Units" },
        };
        yield return new Changes<EffectRule>(
            EffectRule.Default, EffectRule.Default.AfterLag(2).ComparedWith(EffectBaseline.SamePeriodsAYearBefore).With(EffectReading.PlainDifference(0.5m)))
        {
            { each => each.AfterLag(3), "Lag" },
            { each => each.ComparedWith(EffectBaseline.PeriodsBefore), "Baseline" },
            { each => each.With(EffectReading.PlainDifference(0.6m)), "Reading" },
        };
        yield return new Changes<BeforeAfter>(
            BeforeAfter.Of([1m, 2m], [3m]), BeforeAfter.Planning([4m], 2).As(Direction.LowerIsBetter).LeavingOut(1).WithSeason(12))
        {
            { each => each.As(Direction.HigherIsBetter), "Direction" },
            { each => each.LeavingOut(3), "LeftOut" },
            { each => each.LookingForASeason(4), "SeasonLength", "IsSeasonDeclared" },
            { each => each.WithSeason(4), "SeasonLength" },
        };
        yield return new Changes<OkrNeedRule>(OkrNeedRule.Default, OkrNeedRule.Default.With(Lagging.Missed()).IgnoringRaisesWithin(Tolerance.OfShare(0.1m)))
        {
            { each => each.With(Lagging.Stale(2)), "Lagging" },
            { each => each.IgnoringRaisesWithin(Tolerance.OfShare(0.2m)), "raiseMargin" },
        };
        yield return new Changes<ReviewOptions>(ReviewOptions.Default, WholeOptions())
        {
            { each => each.With(OkrNeedRule.Default), "NeedRule" },
            { each => each.With(ScoringProfile.Default), "Scoring" },
            { each => each.With(EffectRule.Default), "EffectRule" },
            { each => each.With(new HasNoOwner()), "FindingRules" },
            { each => each.Without<HasNoInitiative>(), "FindingRules" },
            { each => each.Rating<HasNoInitiative>(FindingSeverity.Error), "severities" },
            { each => each.Without(new HasNoInitiative()), "FindingRules" },
            { each => each.Rating(new HasNoInitiative(), FindingSeverity.Error), "severities" },
        };
        yield return new Changes<RollupOptions>(
            RollupOptions.Default, RollupOptions.Default.WithKpis(2).WithSegments(3).With(BadRows.Skip).With(RollupDetail.Statistics))
        {
            { each => each.WithKpis(9), "Kpis" },
            { each => each.WithSegments(9), "Segments" },
            { each => each.With(BadRows.Refuse), "BadRows" },
            { each => each.With(RollupDetail.Basic), "Detail" },
        };
    }

    private static IEnumerable<Changes> Periods()
    {
        yield return new Changes<ReportingCalendar>(ReportingCalendar.Standard, WholeCalendar())
        {
            { each => each.In("Europe/Paris"), "Zone" },
            { each => each.NumberingWeeks(FirstWeek.FullWeek), "FirstWeek" },
        };
        yield return new Changes<ReportingCalendar>(
            ReportingCalendar.Standard,
            ReportingCalendar.Fiscal(4, FiscalYearNaming.ByStartYear)
                .In("Asia/Ho_Chi_Minh")
                .WeeksFrom(IsoDayOfWeek.Sunday)
                .NumberingWeeks(FirstWeek.WithJanuaryFirst),
            "RetailYear")
        {
            { each => each.WeeksFrom(IsoDayOfWeek.Saturday), "FirstDayOfWeek" },
        };
        yield return new Changes<RetailYear>(
            RetailYear.EndingNearest(IsoDayOfWeek.Saturday, 1, RetailMonths.FourFiveFour),
            RetailYear.EndingOnLast(IsoDayOfWeek.Sunday, 8, RetailMonths.FiveFourFour).WithExtraWeekIn(2))
        {
            { each => each.WithExtraWeekIn(3), "ExtraWeekQuarter" },
        };
        yield return new Changes<BusinessDays>(BusinessDays.MondayToFriday, BusinessDays.MondayToFriday.Without([Day]))
        {
            { each => each.Without(new[] { Later }), "holidays", "missing" },
        };
        yield return new Changes<Cycle>(Cycle.Quarter(2026, 1), Cycle.Between(Day, Later).Named("Spring"))
        {
            { each => each.Named("other"), "name" },
        };
    }

    private static IEnumerable<Changes> Discussions()
    {
        yield return new Changes<Vote>(Vote.Of(1m, 2m, 3m), Vote.Rice(4m, 5m, 6m, 7m).By("a"))
        {
            { each => each.By("other"), "Voter" },
        };
        yield return new Changes<FocusArea>(FocusArea.Define("a"), FocusArea.Define("b").Voted(Vote.Of(1m, 2m, 3m)).Trying("a tactic"))
        {
            { each => each.Voted(Vote.Of(9m, 9m, 9m)), "votes" },
            { each => each.Trying("another"), "tactics" },
        };
        var missed = MeasurementSeries.Of(
            "b", Measurement.On(new LocalDate(2026, 1, 15), 1m).For(Segment.Of("region", "North")),
            Measurement.On(new LocalDate(2025, 12, 15), 12m).For(Segment.Of("region", "North")));
        var kpi = Kpi.Define("b", "B", Unit.Count("b"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(10m, new LocalDate(2025, 1, 1));
        var brief = Brief.Of(OkrNeed.Of(kpi, missed, new LocalDate(2026, 2, 10)), missed);
        var bare = Brief.Of(OkrNeed.Of(kpi.WithTarget(20m, new LocalDate(2026, 6, 1), Day), MeasurementSeries.Of("b"), Day), MeasurementSeries.Of("b"));
        yield return new Changes<Brief>(bare, brief.Answering("group", "new ones").With(FocusArea.Define("a")).With(FocusArea.Define("b")).Choosing("a"))
        {
            { each => each.Asking("own", "A question?"), "questions" },
            { each => each.Offering("channel", "by mail"), "questions" },
            { each => each.Answering("channel", "by mail"), "questions" },
            { each => each.With(FocusArea.Define("other")), "focusAreas" },
            { each => each.Choosing("b"), "Chosen" },
        };
    }
}
