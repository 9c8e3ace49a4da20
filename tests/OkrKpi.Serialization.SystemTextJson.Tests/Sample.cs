using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>A portfolio that uses every unit, goal, target, check-in and measurement the format knows.</summary>
internal static class Sample
{
    internal static readonly LocalDate AsOf = new(2026, 8, 15);

    private static readonly LocalDate Day = new(2026, 7, 1);

    internal static Portfolio Everything()
    {
        Unit[] units =
        [
            Unit.Count("meeting"), Unit.Money("USD"), Unit.Percent, Unit.Seconds, Unit.Minutes, Unit.Hours, Unit.Days, Unit.Weeks, Unit.Months,
            Unit.RatingOutOf(10m), Unit.Index("NPS"), Unit.Money("VND").Per("customer"), Unit.Percent.Per(Cadence.Month),
        ];
        Kpi[] plain =
        [
            .. units.Select((unit, index) => Kpi.Define($"unit-{index}", $"Unit {unit}", unit, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last))
        ];

        var meetings = Kpi.Define("meetings", "Cuộc gặp khách hàng \"A\" <&>", Unit.Count("cuộc gặp"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .OwnedBy("Nguyễn Văn Đức").InGroup("Sales").AtLevel(KpiLevel.Company).Measured(Cadence.Week)
            .On(ReportingCalendar.Fiscal(4, FiscalYearNaming.ByStartYear).In("Asia/Ho_Chi_Minh").WeeksFrom(IsoDayOfWeek.Sunday))
            .WithTarget(100m, new(2026, 1, 1), new(2025, 12, 1), "annual plan")
            .With(TargetDecision.Between(Day, new(2026, 9, 30), Target.Of(120.50m), Day))
            .With(TargetDecision.From(new(2026, 10, 1), Target.Of(90m), Day).AsCorrection())
            .With(TargetDecision.From(new(2026, 10, 1), Target.Of(95m), Day).AsRedefinition())
            .With(TargetDecision.Withdrawn(new(2027, 1, 1), because: "no longer sold"))
            .PublishedAfter(5).SpreadBy(SeasonalProfile.OfMonths(1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 2.5m)).NothingRecordedIsZero();
        var footfall = Kpi.Define("footfall", "Footfall", Unit.Count("visitor"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .Tolerating(Tolerance.OfAmount(50m))
            .On(ReportingCalendar.Retail(RetailYear.EndingNearest(
                IsoDayOfWeek.Saturday, 1, RetailMonths.FourFiveFour).WithExtraWeekIn(2)).NumberingWeeks(FirstWeek.FullWeek))
                .SpreadBy(SeasonalProfile.OfWeekdays(1m, 1m, 1m, 1m, 1m, 2m, 0m));
        var margin = Kpi.Define("margin", "Margin", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last).Tolerating(Tolerance.None)
            .Lags(Lagging.AnyOf(Lagging.MissesOutOf(2, 3), Lagging.Hysteresis(Lagging.BelowTargetPath(), Lagging.MissedBeyond(Tolerance.OfAmount(0.5m)))))
            .Rebased(new(2026, 3, 1), "another supplier", decidedOn: new(2026, 4, 2)).Rebased(new(2026, 5, 1), "another price");
        var stock = Kpi.Define("stock", "Stock", Unit.Days, Direction.WithinBand)
            .Every(Cadence.Day, Aggregation.Average)
            .OnBusinessDays(BusinessDays.MondayToFriday.Without([new(2026, 9, 2)]))
            .WithTarget(Band.Between(70m, 85m), Day).WithTarget(Band.AtLeast(60m), Day).WithTarget(Band.AtMost(99.5m), Day);
        var conversion = Kpi.Define("conversion", "Conversion", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.RatioOfSums);
        var rating = Kpi.Define("rating", "Rating", Unit.RatingOutOf(5m), Direction.HigherIsBetter).Every(Cadence.Year, Aggregation.WeightedAverage);
        var visits = Kpi.Watch("visits", "Visits", Unit.Count("visit")).Every(Cadence.Week, Aggregation.Sum);
        var calls = Kpi.Define("calls", "Calls", Unit.Count("call"), Direction.LowerIsBetter).Every(Cadence.Hour, Aggregation.Count);

        Goal[] goals =
        [
            Goal.FromTo(4m, 15m), Goal
                .AtLeast(8m), Goal
                .Count(8m), Goal
                .AtMost(5m), Goal
                .Count(3m), Goal
                .KeepWithin(Band.Between(1m, 2m)), Goal
                .YesNo(),
            Goal.AtLeast(8m)
                .ByDistance(), Goal
                .AtMost(8m)
                .FromFirstValue(), Goal
                .MoreThan(8m), Goal
                .LessThan(8m), Goal
                .Milestones("a", "b")
                .WithPartialCredit(),
            Goal.KeepWithin(Band.Between(1m, 2m))
                .Read(KeepReading.ShareOfReported)
                .Every(Cadence.Day)
                .Strictly()
                .WithTolerance(0.5m)
                .AtRiskOutside(Band.Between(0m, 3m)),
            Goal.Weighted(Goal.Part("a", Goal.YesNo()).Weighing(2m), Goal.Part("b", Goal.Count(2m))), Goal
                .Checkpoints(Checkpoint.At(10m, 0m), Checkpoint.At(12m, 0.5m), Checkpoint.At(20m, 1m))
                .WithNothingBelowFirst(),
            Goal.Zones(1m, 2m, 3m, 4m), Goal
                .Ordinal("draft", "shipped", "praised"), Goal
                .FindBaseline(), Goal
                .FromTo(1m, 5m)
                .Per(Cadence.Week)
                .MeanOfLast(4), Goal
                .AtLeast(3m)
                .Per(Cadence.Month),
            Goal.AtLeast(7m).WithMinimumSample(100m), Goal.AllOf(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.FromTo(0m, 1m).WithMinimumSample(5m))),
        ];
        var objective = Objective.Define("grow", "Grow", Cycle.Quarter(2026, 3))
            .OwnedBy("Lan")
            .As(ObjectiveKind.Committed)
            .Closed(new(2026, 9, 30))
            .Addressing(meetings)
            .Addressing(stock)
            .With(KeyResult.Define("steps", "Steps", Unit.Percent, Goal.Milestones(Milestone.Of("design"), Milestone.Of("build", 2.5m)))
                .With(CheckIn.On(Day, 1m).Of("design")).With(CheckIn.WithoutValue(Day).Noting("still building").Withdrawn(AsOf)))
            .With(KeyResult.Define("survey", "Survey", Unit.RatingOutOf(10m), Goal.AtLeast(8m).WithMinimumSample(50m)).Weighing(2m).OwnedBy("Mai")
                .Measuring("rating").Cancelled(AsOf)
                .With(CheckIn.On(Day, 6m).FromSample(60m).With(Confidence.Of(0.6m)).Noting("first wave").By("Mai")))
            .With(Initiative.Define("crm", "CRM").OwnedBy("Minh").Now(InitiativeStatus.InProgress).DueBy(new(2026, 8, 31)))
            .With(Initiative.Define("site", "Site"));
        var other = goals.Select((goal, index) => (goal, index)).Aggregate(
            Objective.Define("goals", "Goals", Cycle.Between(Day, AsOf).Named("sprint")),
            (each, next) => each.With(KeyResult.Define($"goal-{next.index}", "Goal", Unit.Count("thing"), next.goal)));

        PaceCurve[] curves =
        [
            PaceCurve.Linear.Counting(ElapsedDays.ExcludingToday), PaceCurve
                .Steps(4), PaceCurve
                .Seasonal(1m, 2.5m), PaceCurve
                .Through((Day, 0.25m), (AsOf, 0.50m)), PaceCurve
                .Milestones((Day, 0.25m)),
            PaceCurve.BusinessDays(new LocalDate(2026, 9, 2)), PaceCurve.BusinessDays().Counting(ElapsedDays.FromFirstToLastDay),
        ];
        var paced = curves.Select((curve, index) => KeyResult.Define($"curve-{index}", "Curve", Unit.Percent, Goal.FromTo(0m, 1m)).Paced(curve))
            .Aggregate(
                Objective.Define("paced", "Paced", Cycle.Quarter(2026, 3))
                    .OwnedBy("Lan")
                    .Overridden(ScoreOverride.Of(0.5m, "agreed", Day))
                    .SharedBy("Sales")
                    .Succeeding(ObjectiveId.Of("earlier")),
                (each, next) => each.With(next))
            .AlignedTo(Alignment.To("grow").ToKeyResult("survey").Supporting().Weighing(0.5m)).AlignedTo("goals")
            .With(KeyResult.Define(
                "headline", "Headline", Unit.Percent,
                Goal.FromTo(0m, 1m)).As(KeyResultRole.Headline).Taking(CurrentValue.Max).PinnedAt(0.25m).Postponed(AsOf)
                    .Overridden(ScoreOverride.Of(0.7m, "agreed", Day).EndingOn(AsOf)))
            .With(KeyResult.Define("stays", "Stays", Unit.Percent, Goal.FromTo(0m, 1m)).Overridden(ScoreOverride.Of(0.7m, "agreed", Day).Staying()))
            .With(KeyResult.Define("by-hand", "By hand", Unit.Percent, Goal.FromTo(0m, 1m)).Overridden(ScoreOverride.Of(0.7m, "agreed", Day)));

        return Portfolio.Of(
            [footfall, margin, meetings, stock, conversion, rating, visits, calls, .. plain],
            [objective, other, paced],
            [
                MeasurementSeries.Of(
                    "meetings",
                    Measurement.On(Day, 92m).For(Segment.Of("region", "Miền Bắc")), Measurement.On(Day, 1.50m).Known(AsOf),
                    Measurement.On(Day, 90m).Restating(AsOf), Measurement.On(AsOf, -0.000001m)),
                MeasurementSeries.Of(
                    "conversion", Measurement.On(Day, 3m).OutOf(8m), Measurement.On(Day, 4m).OutOf(8m).Keyed("row 7"),
                    Measurement.On(Day, 4m).OutOf(8m).Keyed("row 7").Withdrawn(AsOf)),
                MeasurementSeries.Of("rating", Measurement.On(Day, 4.5m).Weighing(12m)),
                MeasurementSeries.Of(
                    "calls", Measurement.AtInstant(Instant.FromUtc(2026, 1, 5, 9, 0), 1m),
                    Measurement.AtInstant(Instant.FromUtc(2026, 1, 5, 9, 0).PlusNanoseconds(1), 1m)),
                MeasurementSeries.Of("stock"),
            ])
            .With(Learning.Worked("grow", "Calls before ten", AsOf).By("Mai")).With(Learning.DidNotWork("grow", "Letters", AsOf))
            .With(NeedDismissal.Of("stock", Day, "moving house", AsOf)).With(NeedDismissal.Of("rating", Day, "known"))
            .In(Organisation.Of(
                OrganisationUnit.Company("A"), OrganisationUnit.Department("Sales", "A"), OrganisationUnit.Team("Field", "Sales"),
                OrganisationUnit.Person("Lan", "Field")))
            .Named("Company A");
    }
}
