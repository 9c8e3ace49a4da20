using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Portfolios made up from a seed, with every kind of unit, target, goal, check-in and measurement.</summary>
internal static class Portfolios
{
    private static readonly string[] Words = ["Doanh thu", "größe", "İstanbul", "a\"b\\c", "e\u0301", "😀", "<&>", "O'Neil", "1,5", "trust", "\u00A0x", "レビュー"];

    internal static Portfolio Of(int seed)
    {
        var random = new Random(seed);
        Kpi[] kpis = [.. Enumerable.Range(0, random.Next(5)).Select(index => Kpi(random, $"kpi {index}"))];
        Objective[] objectives = [.. Enumerable.Range(0, random.Next(4)).Select(index => Objective(random, $"o{index}", kpis))];
        MeasurementSeries[] series =
        [
            .. kpis.Where(_ => random.Next(3) > 0).Select(kpi => MeasurementSeries.Of(kpi.Id, Many(random, 6, () => Measurement(random, kpi))))
        ];
        var portfolio = Portfolio.Of(kpis, objectives, series);
        if (objectives.Length > 0)
        {
            portfolio = portfolio.With(
                Many(random, 3, () => Learning.Of(One(random, objectives).Id, One(random, Enum.GetValues<LearningKind>()), Text(random), Day(random))));
        }

        if (kpis.Length > 0)
        {
            portfolio = portfolio.With(Many(
                random, 3,
                () => NeedDismissal.Of(One(random, kpis).Id, new LocalDate(2026, 1, 1), Text(random), random.Next(2) == 0 ? null : new LocalDate(2026, 5, 1))));
        }

        string[] owners = [.. objectives.SelectMany(objective => objective.Sharers.Append(objective.Owner ?? "nobody")).Distinct()];
        portfolio = Maybe(
            random, portfolio,
            each => each.In(Organisation.Of(owners.Select(owner => OrganisationUnit.Team(owner, "all")).Append(OrganisationUnit.Company("all")))));
        return random.Next(2) == 0 ? portfolio : portfolio.Named(Text(random));
    }

    private static Kpi Kpi(Random random, string id)
    {
        var unit = Unit(random);
        var direction = One(random, Enum.GetValues<Direction>());
        Aggregation[] aggregations = [.. Enum.GetValues<Aggregation>().Where(each => unit.IsSummable || each != Aggregation.Sum)];
        var cadence = One(random, Enum.GetValues<Cadence>());
        var kpi = (
            direction == Direction.None ? OkrKpi.Kpi.Watch(id, Text(random), unit) : OkrKpi.Kpi.Define(id, Text(random), unit, direction)).Every(cadence,
            One(random, aggregations));
        kpi = Maybe(random, kpi, each => each.OwnedBy(Text(random)));
        kpi = Maybe(random, kpi, each => each.Described(Text(random)).LinkedTo(Link(random)).Labelled(Text(random), Text(random)));
        kpi = Maybe(random, kpi, each => each.InGroup(Text(random)));
        kpi = Maybe(random, kpi, each => each.AtLevel(One(random, Enum.GetValues<KpiLevel>())));
        kpi = cadence is > Cadence.Hour and < Cadence.Event ? Maybe(random, kpi, each => each.Measured(cadence - 1)) : kpi;
        kpi = Maybe(random, kpi, each => each.On(Calendar(random)));
        kpi = Maybe(
            random, kpi, each => each.Tolerating(random.Next(2) == 0 ? Tolerance.OfShare(random.Next(100) / 100m) : Tolerance.OfAmount(random.Next(100))));
        kpi = Maybe(random, kpi, each => each.PublishedAfter(random.Next(1, 60)));
        kpi = Maybe(random, kpi, each => each.Lags(Reading(random, 0)));
        kpi = Maybe(random, kpi, each => each.Rebased(Day(random), Text(random)).Rebased(Day(random), Text(random), Day(random)));
        kpi = kpi.Aggregation.Additivity() == Additivity.Additive ? Maybe(random, kpi, each => each.SpreadBy(Spread(random))) : kpi;
        kpi = kpi.Aggregation.Additivity() == Additivity.Additive && cadence != Cadence.Event ? Maybe(random, kpi, each => each.NothingRecordedIsZero()) : kpi;
        kpi = cadence == Cadence.Day ? Maybe(random, kpi, each => each.OnBusinessDays(BusinessDays.MondayToFriday.Without([Day(random), Day(random)]))) : kpi;
        return direction == Direction.None ? kpi : kpi.With(Many(random, 4, () => Decision(random, direction)));
    }

    private static SeasonalProfile Spread(Random random) => random.Next(2) == 0
        ? SeasonalProfile.OfMonths(Enumerable.Range(0, 12).Select(_ => random.Next(1, 100) / 10m))
        : SeasonalProfile.OfWeekdays(Enumerable.Range(0, 7).Select(_ => random.Next(1, 100) / 10m));

    private static SignalRules Signalling(Random random)
    {
        var rules = One(random, [SignalRules.Nhs, SignalRules.Wheeler, SignalRules.WesternElectric, SignalRules.Nelson]);
        rules = Maybe(random, rules, each => each.With(One(random, Enum.GetValues<LimitScaling>())).With(One(random, Enum.GetValues<RangeAverage>())));
        rules = Maybe(random, rules, each => each.With(One(random, Enum.GetValues<CentreLine>())).With(One(random, Enum.GetValues<RangeScreening>())));
        rules = Maybe(random, rules, each => each.With(One(random, Enum.GetValues<RangesOverGaps>())).With(One(random, Enum.GetValues<PointOnLimit>())));
        rules = Maybe(random, rules, each => each.With(One(random, Enum.GetValues<ConstantSeries>())).With(One(random, Enum.GetValues<RulesAtOnePoint>())));
        rules = Maybe(random, rules, each => each.WithPoints(random.Next(2, 9), random.Next(9, 30)).WithFrozen(random.Next(2, 30)));
        rules = Maybe(random, rules, each => each.WithSeason(random.Next(2, 60)).Named(Text(random)));
        return Maybe(random, rules, each => each.With(
            SignalRule.NearLimit(1, random.Next(1, 4)), SignalRule.Trend(random.Next(3, 9)), SignalRule.Beyond(random.Next(1, 30) / 10m, 2, 4)));
    }

    private static Lagging Reading(Random random, int depth) => random.Next(depth > 2 ? 13 : 16) switch
    {
        0 => Lagging.MissedBeyond(random.Next(2) == 0 ? Tolerance.OfShare(0.1m) : Tolerance.OfAmount(3m)),
        1 => Lagging.MissesOutOf(random.Next(1, 3), random.Next(3, 6)),
        2 => Lagging.BehindPace(0.2m, 0.4m),
        3 => Lagging.BehindPace(Spread(random), 0.2m, 0.4m),
        4 => Lagging.BelowGlidePath(0.2m, 0.4m),
        5 => Lagging.BelowTargetPath(0.2m, 0.4m),
        6 => Lagging.RestMustExceed(0.6m, 0.4m),
        7 => Lagging.MissedSoFar(0.2m, 0.4m),
        8 => Lagging.ProjectedToMiss(Spread(random), 0.2m, 0.4m),
        9 => Lagging.Burning(random.Next(2) == 0 ? MissBudget.Of(1, 12) : MissBudget.OfShare(0.1m), 12, 3, 2m),
        10 => Lagging.BehindPlan(0.2m),
        11 => random.Next(2) == 0 ? Lagging.Stale(3) : Lagging.OffTrackForDeadline(4, Course.Growth, 0.1m),
        12 => random.Next(2) == 0 ? Lagging.CannotReachItsTarget(Signalling(random)) : Lagging.UnfavourableSignal(Signalling(random)),
        13 => Lagging.Hysteresis(Reading(random, depth + 1), Reading(random, depth + 1)),
        14 => Lagging.AnyOf(Reading(random, depth + 1), Reading(random, depth + 1)),
        _ => Lagging.AllOf(Reading(random, depth + 1)),
    };

    private static Unit Unit(Random random)
    {
        Unit[] divisible =
        [
            OkrKpi.Unit.Count(Text(random)), OkrKpi.Unit.Money("VND"), OkrKpi.Unit.Percent, OkrKpi.Unit.Seconds, OkrKpi.Unit.Minutes, OkrKpi.Unit.Hours,
            OkrKpi.Unit.Days, OkrKpi.Unit.Weeks, OkrKpi.Unit.Months
        ];
        return random.Next(8) switch
        {
            0 => OkrKpi.Unit.RatingOutOf(random.Next(1, 100) / 2m),
            1 => OkrKpi.Unit.Index(Text(random)),
            2 => One(random, divisible).Per(Text(random)),
            3 => One(random, divisible).Per(One(random, Enum.GetValues<Cadence>().Where(each => each != Cadence.Event).ToArray())),
            _ => One(random, divisible),
        };
    }

    private static ReportingCalendar Calendar(Random random) => (random.Next(3) == 0
        ? ReportingCalendar.Retail(
            random.Next(2) == 0
                ? RetailYear.EndingNearest((IsoDayOfWeek)random.Next(1, 8), random.Next(1, 13), One(random, Enum.GetValues<RetailMonths>()))
                : RetailYear.EndingOnLast((IsoDayOfWeek)random.Next(1, 8), random.Next(1, 13), One(random, Enum.GetValues<RetailMonths>()))
                    .WithExtraWeekIn(random.Next(1, 5)),
            One(random, Enum.GetValues<FiscalYearNaming>()))
        : ReportingCalendar.Fiscal(random.Next(1, 13), One(random, Enum.GetValues<FiscalYearNaming>())).WeeksFrom((IsoDayOfWeek)random.Next(1, 8)))
            .NumberingWeeks(One(random, Enum.GetValues<FirstWeek>())).In(One(random, ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"]));

    private static TargetDecision Decision(Random random, Direction direction)
    {
        var (from, decidedOn, because) = (Day(random), random.Next(2) == 0 ? Day(random) : (LocalDate?)null, random.Next(2) == 0 ? Text(random) : null);
        var target = (direction, random.Next(3)) switch
        {
            (Direction.WithinBand, _) => Target.Within(Band(random)),
            (Direction.HigherIsBetter, 0) => Target.Above(Number(random)),
            (Direction.LowerIsBetter, 0) => Target.Below(Number(random)),
            _ => Target.Of(Number(random)),
        };
        var decision = random.Next(4) switch
        {
            0 => TargetDecision.Withdrawn(from, decidedOn, because),
            1 => TargetDecision.Between(from, from.PlusDays(random.Next(90)), target, decidedOn, because),
            _ => TargetDecision.From(from, target, decidedOn, because),
        };
        return random.Next(6) switch
        {
            0 => decision.AsCorrection(),
            1 => decision.AsRedefinition(),
            _ => decision,
        };
    }

    private static Band Band(Random random)
    {
        var low = Number(random);
        return random.Next(3) switch
        {
            0 => OkrKpi.Band.AtLeast(low),
            1 => OkrKpi.Band.AtMost(low),
            _ => OkrKpi.Band.Between(Math.Min(low, 5m), Math.Max(low, 5m)),
        };
    }

    private static Measurement Measurement(Random random, Kpi kpi)
    {
        var measurement = kpi.Cadence == Cadence.Hour || random.Next(2) == 0
            ? OkrKpi.Measurement.AtInstant(Moment(random), Number(random))
            : OkrKpi.Measurement.On(Day(random), Number(random));
        measurement = kpi.Aggregation switch
        {
            Aggregation.RatioOfSums => measurement.OutOf(random.Next(1, 500)),
            Aggregation.WeightedAverage => measurement.Weighing(random.Next(500) / 4m),
            _ => measurement,
        };
        measurement = kpi.Unit.IsSummable && kpi.Aggregation == Aggregation.Sum
            ? Maybe(random, measurement, each => each.For(Segment.Of(Text(random), Text(random))))
            : measurement;
        measurement = Maybe(
            random, measurement, each => each.Keyed(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {random.NextInt64()}")));
        return random.Next(6) switch
        {
            0 => measurement.Known(Day(random)),
            1 => measurement.Restating(Day(random)),
            2 => measurement.Withdrawn(Day(random)),
            _ => measurement,
        };
    }

    private static Objective Objective(Random random, string id, Kpi[] kpis)
    {
        var start = Day(random);
        var cycle = Cycle.Between(start, LocalDate.Min(start.PlusDays(random.Next(120)), new(9997, 12, 31)));
        var objective = OkrKpi.Objective
            .Define(id, Text(random), random.Next(2) == 0 ? cycle : cycle.Named(Text(random)))
            .As(One(random, Enum.GetValues<ObjectiveKind>()));
        objective = Maybe(random, objective, each => each.OwnedBy(Text(random)));
        objective = Maybe(random, objective, each => each.Closed(each.Cycle.Start.PlusDays(random.Next(each.Cycle.Days))));
        objective = Maybe(random, objective, each => each.SharedBy(Text(random), Text(random)));
        objective = Maybe(random, objective, each => each.Overridden(ScoreOverride.Of(random.Next(131) / 100m, Text(random), Day(random))));
        objective = Maybe(random, objective, each => each.Succeeding(ObjectiveId.Of("earlier")));
        objective = Maybe(random, objective, each => each.Described(Text(random)).LinkedTo(Link(random)).Labelled(Text(random), Text(random)));
        objective = id == "o0"
            ? objective
            : Maybe(random, objective, each => each.AlignedTo(
                Maybe(random, Maybe(random, Alignment.To("o0"), link => link.Weighing(random.Next(9) / 4m)), link => link.Supporting())));
        objective = objective.Addressing(kpis.Where(_ => random.Next(2) == 0).Select(kpi => kpi.Id));
        objective = objective.With(Enumerable.Range(0, random.Next(4)).Select(index => KeyResult(random, $"k{index}", kpis)));
        return objective.With(Enumerable.Range(0, random.Next(3)).Select(index =>
        {
            var initiative = Initiative.Define($"i{index}", Text(random)).Now(One(random, Enum.GetValues<InitiativeStatus>()));
            initiative = Maybe(random, initiative, each => each.OwnedBy(Text(random)));
            initiative = Maybe(random, initiative, each => each.Described(Text(random)).LinkedTo(Link(random)).Labelled(Text(random)));
            return Maybe(random, initiative, each => each.DueBy(Day(random)));
        }));
    }

    private static KeyResult KeyResult(Random random, string id, Kpi[] kpis)
    {
        var goal = Goal(random, 2);
        var keyResult = OkrKpi.KeyResult.Define(id, Text(random), Unit(random), goal);
        keyResult = Maybe(random, keyResult, each => each.Weighing(random.Next(40) / 8m));
        keyResult = Maybe(random, keyResult, each => each.OwnedBy(Text(random)));
        keyResult = Maybe(random, keyResult, each => each.Cancelled(Day(random)));
        keyResult = Maybe(
            random, keyResult,
            each => each.As(One(random, [KeyResultRole.Contributes, KeyResultRole.Guardrail])).Taking(One(random, Enum.GetValues<CurrentValue>())));
        keyResult = Maybe(random, keyResult, each => each.PinnedAt(random.Next(1, 10) / 40m));
        keyResult = Maybe(random, keyResult, each => each.Postponed(Day(random)));
        keyResult = Maybe(random, keyResult, each => each.Succeeding(KeyResultId.Of(Text(random))).Started(Day(random)));
        keyResult = Maybe(random, keyResult, each => each.Described(Text(random)).LinkedTo(Link(random)).Labelled(Text(random), Text(random)));
        keyResult = Maybe(random, keyResult, each => each.Paced(Curve(random)));
        keyResult = Maybe(
            random, keyResult,
            each => each.Overridden(Maybe(random, ScoreOverride.Of(random.Next(101) / 100m, Text(random), Day(random)), score => score.Staying())));
        keyResult = kpis.Length == 0 ? keyResult : Maybe(random, keyResult, each => each.Measuring(One(random, kpis).Id));
        string[] parts = goal switch
        {
            MilestonesGoal milestones => [.. milestones.Steps.Select(step => step.Name)],
            AllOfGoal all => [.. all.Parts.Select(part => part.Name)],
            WeightedGoal all => [.. all.Parts.Select(part => part.Name)],
            _ => [],
        };
        return keyResult.With(Many(random, 5, () =>
        {
            var checkIn = random.Next(4) == 0
                ? CheckIn.WithoutValue(Day(random))
                : goal is OrdinalGoal
                ? CheckIn.InZone(Day(random), One(random, Enum.GetValues<Zone>()))
                : CheckIn.On(Day(random), Number(random));
            checkIn = parts.Length > 0 ? checkIn.Of(One(random, parts)) : checkIn;
            checkIn = Maybe(random, checkIn, each => each.FromSample(random.Next(200)));
            checkIn = Maybe(random, checkIn, each => each.With(Confidence.Of(random.Next(101) / 100m)));
            checkIn = Maybe(random, checkIn, each => each.Stating(One(random, Enum.GetValues<StatedStatus>())));
            checkIn = Maybe(random, checkIn, each => each.Noting(Text(random)));
            checkIn = random.Next(4) == 0 ? checkIn.Withdrawn(Day(random)) : checkIn;
            return Maybe(random, checkIn, each => each.By(Text(random)));
        }));
    }

    private static Uri Link(Random random) => new($"{One(random, ["http", "https"])}://example.com/a/{random.Next(99)}?q=%C3%A9&v={random.Next(9)}#part");

    private static PaceCurve Curve(Random random)
    {
        var start = new LocalDate(2026, 1, 1);
        var curve = random.Next(7) switch
        {
            0 => PaceCurve.Steps(random.Next(1, 9)),
            1 => PaceCurve.Seasonal(random.Next(9) / 4m, 1m),
            2 => PaceCurve.Through((start, 0.25m), (start.PlusDays(random.Next(1, 90)), 0.75m)),
            3 => PaceCurve.Milestones((start, 0.25m)),
            4 => PaceCurve.BusinessDays(Day(random), Day(random)),
            5 => PaceCurve.InFull,
            _ => PaceCurve.Linear,
        };
        return Maybe(random, curve, each => each.Counting(One(random, Enum.GetValues<ElapsedDays>())));
    }

    private static Goal Goal(Random random, int depth) => random.Next(depth == 0 ? 9 : 16) switch
    {
        0 => OkrKpi.Goal.FromTo(random.Next(50), random.Next(60, 100) + (random.Next(10) / 10m)),
        1 => Maybe(random, OkrKpi.Goal.AtLeast(Number(random)), goal => goal.MetOrNot()),
        2 => OkrKpi.Goal.Count(random.Next(10, 50)).Per(Cadence.Week),
        3 => OkrKpi.Goal.AtMost(Number(random)),
        4 => OkrKpi.Goal.Count(random.Next(1, 9)),
        5 => OkrKpi.Goal.YesNo(),
        6 => Maybe(random, OkrKpi.Goal.AtLeast(random.Next(1, 50)), goal => goal.ByDistance()),
        7 => random.Next(2) == 0 ? OkrKpi.Goal.MoreThan(Number(random)) : OkrKpi.Goal.LessThan(Number(random)),
        8 => OkrKpi.Goal.Zones(random.Next(5), 6m, 7m, 8m),
        9 =>
            Maybe(
                random,
                OkrKpi.Goal.Milestones(
                    Enumerable.Range(0, random.Next(1, 4)).Select(index => Milestone.Of($"m{index} {Text(random)}", random.Next(1, 9) / 4m))),
                goal => goal.WithPartialCredit()),
        10 =>
            Maybe(
                random, Maybe(random, OkrKpi.Goal.KeepWithin(Band(random)), goal => goal.Strictly()),
                goal => goal.Read(One(random, Enum.GetValues<KeepReading>())).Every(Cadence.Day)),
        11 => OkrKpi.Goal.Weighted(OkrKpi.Goal.Part("a", Goal(random, 0)).Weighing(random.Next(1, 9) / 4m), OkrKpi.Goal.Part("b", Goal(random, 0))),
        12 =>
            Maybe(
                random, OkrKpi.Goal.Checkpoints(Checkpoint.At(1m, 0m), Checkpoint.At(random.Next(2, 9), 0.5m), Checkpoint.At(10m, 1m)),
                goal => goal.WithNothingBelowFirst()),
        13 => random.Next(2) == 0 ? OkrKpi.Goal.Ordinal(Text(random), Text(random), Text(random)) : OkrKpi.Goal.FindBaseline(),
        14 => Maybe(random, OkrKpi.Goal.AtLeast(random.Next(1, 50)).Per(Cadence.Week), goal => goal.MeanOfLast(random.Next(2, 9))),
        _ => random.Next(2) == 0
            ? OkrKpi.Goal.AllOf(OkrKpi.Goal.Part("a", Goal(random, 0)), OkrKpi.Goal.Part("b", Goal(random, 0)))
            : OkrKpi.Goal.AtLeast(Number(random)).WithMinimumSample(random.Next(1, 500)),
    };

    private static decimal Number(Random random) => random.Next(8) switch
    {
        0 => 0m,
        1 => 1.50m,
        2 => -0.0000000000000000000000000001m,
        3 => 999_999_999_999_999.9999999999999m,
        4 => -1_000_000_000_000_000m,
        5 => new decimal(random.Next(), random.Next(), random.Next(1 << 10), random.Next(2) == 0, 28),
        _ => new decimal(random.Next(-100_000, 100_000)) / 100m,
    };

    private static LocalDate Day(Random random) => random.Next(50) switch
    {
        0 => new(2, 1, 1),
        1 => new(9997, 12, 31),
        2 => new(2024, 2, 29),
        _ => new LocalDate(2026, 1, 1).PlusDays(random.Next(-800, 800)),
    };

    private static Instant Moment(Random random)
    {
        var moment = Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromSeconds(random.Next(-9_000_000, 9_000_000)));
        return random.Next(3) == 0 ? moment.PlusNanoseconds(random.Next(1, 1_000_000_000)) : moment;
    }

    private static string Text(Random random) => $"{One(random, Words)} {random.Next(100)}";

    private static T One<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static T Maybe<T>(Random random, T value, Func<T, T> change) => random.Next(2) == 0 ? value : change(value);

    private static List<T> Many<T>(Random random, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];
}
