using NodaTime;

namespace OkrKpi.Tests;

// Examples of which every part is set to something else than its default.
public sealed partial class WithTests
{
    private static ReportingPeriod Year() => ReportingCalendar.Standard.PeriodOf(Day, Cadence.Year);

    private static ReportingCalendar WholeCalendar() =>
        ReportingCalendar.Retail(RetailYear.EndingNearest(IsoDayOfWeek.Saturday, 1, RetailMonths.FourFiveFour), FiscalYearNaming.ByStartYear)
            .In("Asia/Ho_Chi_Minh").NumberingWeeks(FirstWeek.WithJanuaryFirst);

    private static Kpi WholeKpi() =>
        Kpi.Define("b", "B", Unit.Count("b"), Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.Last)
            .OwnedBy("owner")
                .InGroup("group")
                .Described("d")
                .LinkedTo(Page)
                .Labelled("l")
                .AtLevel(KpiLevel.Team)
                .On(ReportingCalendar.Fiscal(4))
                .Measured(Cadence.Month)
                .Tolerating(Tolerance.OfShare(0.3m))
                .PublishedAfter(7)
                .Lags(Lagging.Missed())
                .Rebased(Day, "r")
                .WithTarget(3m, Day);

    private static KeyResult WholeKeyResult(string id) =>
        KeyResult.Define(id, "B", Unit.Count("b"), Goal.AtLeast(3m)).Weighing(2m).PinnedAt(0.5m).As(KeyResultRole.Guardrail).Taking(CurrentValue.Sum)
            .Overridden(ScoreOverride.Of(0.2m, "b", Day))
                .OwnedBy("owner")
                .Measuring("b")
                .Paced(PaceCurve.Steps(3))
                .Cancelled(Day)
                .Postponed(Later)
                .With(CheckIn.On(Day, 1m))
            .Described("d").LinkedTo(Page).Labelled("l").Succeeding(KeyResultId.Of("earlier")).Started(Day.PlusDays(-1));

    private static Objective WholeObjective() =>
        Objective.Define("o", "B", Cycle.Quarter(2026, 2))
            .As(ObjectiveKind.Committed)
            .OwnedBy("owner")
            .SharedBy("sharer")
            .AlignedTo("p")
            .Addressing(KpiId.Of("b"))
            .With(WholeKeyResult("k"))
                .With(Initiative.Define("i", "I"))
                .Closed(Later)
                .Succeeding(ObjectiveId.Of("earlier"))
                .Overridden(ScoreOverride.Of(0.2m, "b", Day))
            .Described("d").LinkedTo(Page).Labelled("l");

    private static Portfolio WholePortfolio() =>
        Portfolio.Of([WholeKpi()], [WholeObjective(), Objective.Define("p", "P", Cycle.Quarter(2026, 2))], [MeasurementSeries.Of("b", Measurement.On(Day, 1m))])
            .Named("name").In(Organisation.Of([OrganisationUnit.Company("all"), OrganisationUnit.Team("owner", "all"), OrganisationUnit.Team("sharer", "all")]))
            .With(Learning.Worked("o", "a", Day)).With(NeedDismissal.Of("b", Day, "because"));

    private static PaceRule WholePace() =>
        PaceRule.Default.With(PaceCurve.Steps(3)).With(PaceBands.ByRatio(0.9m, 0.5m)).WithObjectives(StatusCombining.Majority).WithGrace(0.2m).StaleAfter(30)
            .With(new NoPace());

    private static ScoringProfile WholeProfile() => ScoringProfile.Default.Named("whole")
        .WithAggregation(ScoreAggregation.Mean)
            .With(ScoreLimits.FloorZero)
            .WithMissing(MissingKeyResults.CountAsZero)
            .WithNotStarted(NotStartedKeyResults.AreMissing)
        .WithCancelled(InactiveKeyResults.CountAsTheyStood).WithPostponed(InactiveKeyResults.CountAsTheyStood)
        .WithGuardrail(BrokenGuardrail.LimitsScore).WithEmpty(EmptyScore.Zero).WithDoneFrom(0.9m)
        .With(DisplayRounding.OneDecimal)
            .With(GradeScale.Boja)
            .With(WholePace())
            .With(CombiningRule.Default.WithUnits(Another(CombiningRule.Default.Units)))
            .WithStated(StatusCombining.Majority)
        .With(WholeSuccess()).With(ObjectiveKind.Committed, GradeScale.Qulture).WithOverrideCap(1.1m);

    private static SuccessRule WholeSuccess() => SuccessRule.Default.From(ObjectiveKind.Committed, 0.9m, 0.8m).From(ObjectiveKind.Aspirational, 0.8m, 0.7m);

    private static ReviewOptions WholeOptions() => ReviewOptions.Default
        .With(OkrNeedRule.Default.With(Lagging.Missed()))
            .With(WholeProfile())
            .With(EffectRule.Default.AfterLag(2))
            .Without<HasNoOwner>()
            .Rating<HasNoKeyResult>(FindingSeverity.Hint);

    private static TEnum Another<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().First(each => !each.Equals(value));

    private sealed class NoPace : PaceReading
    {
        public override PaceReason? Check(KeyResultScore score) => null;
    }
}
