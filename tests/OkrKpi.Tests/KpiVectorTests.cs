using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// KPIs, targets and budgets against what products document and peers test; every case of a kind in the files is run, except by the rules of
/// <see cref="KpiVectors.Exclusions"/>.
/// </summary>
public partial class KpiVectorTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    public static TheoryData<string, int> Peers => KpiVectors.Of(
        KpiVectors.Peers,
        "kpi_achievement", "kpi_band", "kpi_data_sufficiency", "kpi_gap", "kpi_meets_target", "kpi_on_track", "kpi_partition", "kpi_portfolio_health",
        "kpi_recovery_displayed_health",
        "kpi_recovery_trigger", "kpi_state", "kpi_trend", "kpi_variance", "kpi_formula_churn", "kpi_formula_gross_revenue_retention",
        "kpi_formula_net_revenue_retention", "growth_rate");

    public static TheoryData<string, int> Products => KpiVectors.Of(
        KpiVectors.Products,
        "kpi-status", "kpi-gap", "kpi-semi-additive", "kpi-forecast-status", "target-distribution", "target-breakdown-cumulative",
        "target-breakdown-noncumulative", "target-actual-to-date",
        "projection-run-rate", "period-comparison-partial", "percent-change", "like-for-like-factor", "gap-policy");

    public static TheoryData<string, int> Budgets => KpiVectors.Of(
        KpiVectors.Products,
        "burn-rate", "burn-rate-factor", "error-budget", "error-budget-events", "error-budget-occurrences", "error-budget-ratio-timeslices",
        "error-budget-time", "error-budget-timeslices", "sli", "sli-timeslices");

    public static TheoryData<string, int> Hand => KpiVectors.Of(KpiVectors.Hand, "period-achievement-cumulative", "period-achievement-window", "kpi-formula");

    [Fact]
    public void Every_rule_that_leaves_cases_out_says_why()
    {
        KpiVector[] all = [.. KpiVectors.All(KpiVectors.Peers), .. KpiVectors.All(KpiVectors.Products)];
        Assert.Contains(all, each => Array.Exists(KpiVectors.Exclusions, rule => rule.Applies(each)));
        Assert.All(KpiVectors.Exclusions, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Reason)));
    }

    [Theory]
    [MemberData(nameof(Peers))]
    public void What_peers_test(string kind, int index)
    {
        var vector = KpiVectors.Case(KpiVectors.Peers, index);
        switch (kind)
        {
            case "kpi_achievement":
                var attained = Target.Of(vector.Number("target")).Attainment(vector.Number("current"), vector.Direction, AttainmentReading.Ratio);
                vector.Equal("achievement_percent", attained * 100m);
                vector.Equal("bar_fill_percent", Math.Min(attained!.Value, 1m) * 100m);
                break;
            case "kpi_band":
                Assert.Equal(vector.Expected.GetProperty("band").GetString(), Band(vector));
                break;
            case "kpi_data_sufficiency":
                var ratio = Define(Direction.HigherIsBetter, Aggregation.RatioOfSums, Unit.Index("ratio"));
                var spent = Measurement.On(First, 1m)
                    .OutOf(vector.Input.EnumerateObject().Single(each => each.Value.ValueKind == JsonValueKind.Number).Value.GetDecimal());
                Assert.Equal(vector.Expected.GetProperty("sufficient").GetBoolean(), Assess(ratio, spent).Latest!.Actual is not null);
                break;
            case "kpi_gap":
                vector.Equal("gap", -Target.Of(vector.Number("target")).Gap(vector.Number("current"), vector.Direction));
                break;
            case "kpi_meets_target":
                Assert.Equal(vector.Expected.GetProperty("meets_target").GetBoolean(), StatusOf(vector.Input) == KpiStatus.Met);
                break;
            case "kpi_on_track":
                var tolerating = Tolerance.OfShare(1m - vector.Number("threshold_ratio"));
                Assert.Equal(
                    vector.Expected.GetProperty("on_track").GetBoolean(),
                    Status(vector.Direction, vector.Number("target"), vector.Number("current"), tolerating) != KpiStatus.Behind);
                break;
            case "kpi_partition":
                var kpis = vector.Input.GetProperty("kpis")
                    .EnumerateArray()
                    .ToLookup(each => StatusOf(each) == KpiStatus.Met, each => each.GetProperty("name").GetString());
                Assert.Equal(Names(vector.Expected.GetProperty("on_target")), kpis[true]);
                Assert.Equal(Names(vector.Expected.GetProperty("off_target")), kpis[false]);
                break;
            case "kpi_portfolio_health":
                JsonElement[] all = [.. vector.Input.GetProperty("kpis").EnumerateArray()];
                vector.Equal("percent_on_target", all.Count(each => StatusOf(each) == KpiStatus.Met) * 100m / all.Length);
                break;
            case "kpi_recovery_trigger":
                var misses = (int)vector.Number("consecutive_unhealthy_periods");
                var months = Enumerable.Range(0, 12).Select(month => Measurement.On(First.PlusMonths(month), month >= 12 - misses ? 99m : 100m));
                Assert.Equal(
                    vector.Expected.GetProperty("propose_okr").GetBoolean(),
                    Lagging.MissesInARow(2).Check(Assess(Define(Direction.HigherIsBetter).WithTarget(100m, First), [.. months])) is not null);
                break;
            case "kpi_state":
                var health = vector.Optional("achievement_percent") is { } percent
                    ? Status(Direction.HigherIsBetter, 90m, percent, Tolerance.OfAmount(20m))
                    : KpiStatus.NoData;
                var state = vector.Expected.GetProperty("state").GetString();
                Assert.Equal(
                    health, state switch { "healthy" => KpiStatus.Met, "watch" => KpiStatus.Near, "no_data" => KpiStatus.NoData, _ => KpiStatus.Behind });
                break;
            case "kpi_trend":
                var trend = TwoMonths(vector);
                Assert.Equal(vector.Expected.GetProperty("improved").GetBoolean(), trend.Trend == Trend.Improving);
                vector.Equal("change", trend.Latest!.Actual - trend.Periods[0].Actual);
                vector.Equal("change_percent", trend.Growth() * 100m);
                break;
            case "kpi_variance":
                vector.Equal("variance", vector.Number("current") - vector.Number("target"));
                vector.Equal(
                    "variance_percent", (Target.Of(vector.Number("target")).Attainment(vector.Number("current"), Direction.HigherIsBetter) - 1m) * 100m);
                break;
            case "kpi_formula_churn":
                vector.Equal("customer_churn_percent", Percent(vector.Number("customers_lost"), vector.Number("customers_start")));
                vector.Equal("revenue_churn_percent", Percent(vector.Number("mrr_churned"), vector.Number("mrr_start")));
                vector.Equal("net_revenue_churn_percent", Percent(vector.Number("mrr_churned") - vector.Number("expansion"), vector.Number("mrr_start")));
                break;
            case "growth_rate":
                vector.Equal("growth_percent", TwoMonths(vector).Growth() * 100m);
                break;
            default:
                vector.Equal("rate_percent", Percent(
                    vector.Number("starting") + (vector.Optional("expansion") ?? 0m) - vector.Number("contraction") - vector.Number("churn"),
                    vector.Number("starting")));
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void What_products_document(string kind, int index)
    {
        var vector = KpiVectors.Case(KpiVectors.Products, index);
        switch (kind)
        {
            case "kpi-status":
                Assert.Equal(vector.Expected.GetProperty("status").GetString(), Light(vector), ignoreCase: true);
                break;
            case "kpi-gap":
                var need = OkrNeed.Of(
                    Define(vector.Direction).WithTarget(vector.Number("target"), First),
                    MeasurementSeries.Of("kpi", Measurement.On(First, vector.Number("score"))), First.PlusDays(30));
                vector.Equal("gap", -(need.Lagging?.Gap ?? need.Assessment.Latest!.Gap));
                vector.Equal("gapPercentOfTarget", -100m * (need.GapShare ?? (need.Assessment.Latest!.Gap / vector.Number("target"))));
                break;
            case "kpi-semi-additive":
                SemiAdditive(vector);
                break;
            case "kpi-forecast-status":
                var rate = Define(vector.Direction, Aggregation.Average).WithTarget(vector.Number("target"), First);
                var running = KpiAssessment.Of(
                    rate, MeasurementSeries.Of("kpi", Measurement.On(First, vector.Number("forecastAtReviewDate"))), First.PlusDays(20));
                vector.Equal("gap", running.Running!.Gap);
                Assert.Equal(vector.Expected.GetProperty("status").GetString(), Lagging.ProjectedToMiss().Check(running) is null ? "OnTrack" : "OffTrack");
                break;
            case "target-distribution":
                Distribution(vector);
                break;
            case "target-breakdown-cumulative":
                Cumulative(vector, "planned", "actual", "achievementPercent", "periodStatus", "targetStatus");
                break;
            case "target-breakdown-noncumulative":
                Window(vector, "periodAchievementPercent", "periodStatus", "windowPercent", "targetStatus");
                break;
            case "target-actual-to-date":
                ToDate(vector);
                break;
            case "projection-run-rate":
                Projection(vector);
                break;
            case "period-comparison-partial":
                var monthly = Define(Direction.HigherIsBetter);
                Measurement[] two =
                [
                    Measurement.On(First, vector.Number("previousComplete")), Measurement.On(First.PlusMonths(1), vector.Number("currentPartial"))
                ];
                var compared = KpiAssessment.Of(
                    monthly, MeasurementSeries.Of("kpi", two), vector.IsTrue("partial") ? First.PlusMonths(1) : First.PlusMonths(2).PlusDays(-1));
                Assert.Equal(vector.IsTrue("partial") ? vector.Number("currentPartial") : null, compared.Running?.Actual);
                vector.Equal("reportedChangePercent", compared.Growth() * 100m);
                break;
            case "percent-change":
                vector.Equal("changePercent", TwoMonths(vector).Growth() * 100m);
                break;
            case "like-for-like-factor":
                var month = Enumerable.Range(1, 12)
                    .Select(each => ReportingCalendar.Standard.PeriodOf(new LocalDate(2024, each, 1), Cadence.Month))
                    .First(each => each.Days == vector.Number("daysInMonth"));
                vector.Equal("factor", month.ElapsedShare(month.Start.PlusDays((int)vector.Number("daysWithData") - 1)));
                break;
            default:
                GapPolicy(vector);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Budgets))]
    public void What_reliability_tools_document(string kind, int index)
    {
        var vector = KpiVectors.Case(KpiVectors.Products, index);
        switch (kind)
        {
            case "burn-rate":
                vector.Equal("burnRate", MissBudget.OfShare(1m - vector.Number("target")).Burn(1m - vector.Number("sli"), 1m));
                break;
            case "burn-rate-factor":
                vector.Equal(
                    "factor", MissBudget.FactorFor(vector.Number("budgetPercent") / 100m, vector.Number("periodDays") * 24m, vector.Number("longWindowHours")));
                break;
            case "error-budget":
                var budget = MissBudget.OfShare(1m - vector.Number("target"));
                vector.Equal("initial", budget.Share);
                vector.Equal("consumed", 1m - vector.Number("sli"));
                vector.Equal("remaining", budget.Remaining(1m - vector.Number("sli"), 1m));
                break;
            case "error-budget-events":
                var events = MissBudget.OfShare(1m - vector.Number("target"));
                vector.Equal("allowedFailures", events.Allowed(vector.Number("totalEvents")));
                vector.Equal("remaining", events.Remaining(vector.Number("failures"), vector.Number("totalEvents")));
                vector.Equal("overBudgetPercent", (events.Burn(vector.Number("failures"), vector.Number("totalEvents")) - 1m) * 100m);
                break;
            case "error-budget-occurrences":
                vector.Equal("failuresToExhaust", OfTarget(vector).Allowed(vector.Number("totalRequests")) * vector.Number("attackFailureRatePercent") / 100m);
                break;
            case "error-budget-ratio-timeslices":
                // While all goes well a little of the budget is used; what is left lasts as long as the attack leaves it.
                var (whole, usual, attack) = (
                    vector.Number("windowMinutes"), 1m - (vector.Number("normalPercent") / 100m), 1m - (vector.Number("attackPercent") / 100m));
                vector.Equal("minutesToExhaustApprox", OfTarget(vector).Remaining(whole * usual, whole) / (attack - usual));
                break;
            case "error-budget-time":
                vector.Equal("budgetSeconds", OfTarget(vector).Allowed(vector.Number("windowMinutes") * 60m));
                break;
            case "error-budget-timeslices":
                vector.Equal("badMinutesToExhaust", OfTarget(vector).Allowed(vector.Number("windowMinutes")));
                break;
            case "sli":
                vector.Equal("sli", Percent(vector.Number("good"), vector.Number("total")) / 100m);
                break;
            default:
                // A slice nobody observed is no bad one.
                var slices = vector.Number("windowDays") * 24m * 60m / vector.Number("sliceMinutes");
                var bad = vector.Number("observedSlices") - vector.Number("goodSlices");
                vector.Equal("totalSlices", slices);
                vector.Equal("badSlices", bad);
                vector.Equal("sli", vector.Text("missingPolicy") == "good" ? Percent(slices - bad, slices) / 100m : Percent(
                    vector.Number("goodSlices"), vector.Number("observedSlices")) / 100m);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Hand))]
    public void What_was_computed_by_hand(string kind, int index)
    {
        var vector = KpiVectors.Case(KpiVectors.Hand, index);
        switch (kind)
        {
            case "period-achievement-cumulative":
                Cumulative(vector, "plannedCumulative", "actualCumulative", "achievementPercent", "status", "overall");
                break;
            case "period-achievement-window":
                Window(vector, "periodPercent", "periodStatus", "windowPercent", "overall");
                break;
            default:
                decimal numerator = 1m, denominator = 1m;
                foreach (Match factor in Factor().Matches(vector.Text("formula")!))
                {
                    _ = factor.Groups[1].Value == "/"
                        ? denominator *= vector.Number(factor.Groups[2].Value)
                        : numerator *= vector.Number(factor.Groups[2].Value);
                }

                vector.Equal("value", Percent(numerator, denominator) / 100m);
                break;
        }
    }

    private static MissBudget OfTarget(KpiVector vector) => MissBudget.OfShare(1m - (vector.Number("targetPercent") / 100m));

    private static Kpi Define(Direction direction, Aggregation aggregation = Aggregation.Sum, Unit? unit = null, Cadence cadence = Cadence.Month) =>
        Kpi.Define("kpi", "Something", unit ?? Unit.Count("thing"), direction).Every(cadence, aggregation);

    private static KpiAssessment Assess(Kpi kpi, params Measurement[] measurements) =>
        KpiAssessment.Of(kpi, MeasurementSeries.Of("kpi", measurements), kpi.PeriodOf(measurements.Max(each => each.Date!.Value)).End);

    private static KpiAssessment TwoMonths(KpiVector vector) =>
        Assess(Define(vector.Direction), [
            .. vector.Optional("previous") is { } before ? new[] { Measurement.On(First, before) } : [],
            Measurement.On(First.PlusMonths(1), vector.Number("current"))
        ]);

    private static KpiStatus Status(Direction direction, decimal target, decimal current, Tolerance tolerance) =>
        Assess(Define(direction).WithTarget(target, First).Tolerating(tolerance), Measurement.On(First, current)).Status;

    private static KpiStatus StatusOf(JsonElement each)
    {
        var kpi = Define(each.TryGetProperty(
            "lower_is_better", out var lower) && lower.ValueKind == JsonValueKind.True ? Direction.LowerIsBetter : Direction.HigherIsBetter);
        kpi = each.TryGetProperty("target", out var target) && target.ValueKind == JsonValueKind.Number ? kpi.WithTarget(target.GetDecimal(), First) : kpi;
        Measurement[] measured = each.TryGetProperty("current", out var current) && current.ValueKind == JsonValueKind.Number
            ? [Measurement.On(First, current.GetDecimal())]
            : [];
        return KpiAssessment.Of(kpi, MeasurementSeries.Of("kpi", measured), First.PlusDays(30)).Status;
    }

    private static decimal? Percent(decimal numerator, decimal denominator) =>
        Assess(Define(Direction.HigherIsBetter, Aggregation.RatioOfSums, Unit.Percent), Measurement.On(First, numerator).OutOf(denominator)).Latest!.Actual;

    private static IEnumerable<string?> Names(JsonElement names) => names.EnumerateArray().Select(name => name.GetString());

    // The peer calls near what lies within the tolerance on either side.
    private static string Band(KpiVector vector)
    {
        var tolerance = vector.Optional("near_band_percent") is { } percent ? Tolerance.OfShare(percent / 100m)
            : AbsoluteTolerance().Match(vector.Text("metric") ?? "") is { Success: true } match ? Tolerance
                .OfAmount(decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : Tolerance.Default;
        var period = Assess(
            Define(vector.Direction).WithTarget(vector.Number("target"), First).Tolerating(tolerance), Measurement.On(First, vector.Number("current"))).Latest!;
        return period.Status == KpiStatus.Behind ? "below" : period.Gap > tolerance.Of(period.Target!) ? "above" : "near";
    }

    private static string Light(KpiVector vector)
    {
        var current = vector.Number("current");
        if (vector.Optional("onTrackFromPercent") is { } onTrack)
        {
            var attained = Target.Of(vector.Number("target")).Attainment(current, vector.Direction, AttainmentReading.Ratio) * 100m;
            return attained >= onTrack ? "OnTrack" : attained >= vector.Number("atRiskFromPercent") ? "AtRisk" : "OffTrack";
        }

        var target = vector.Optional("mid") ?? vector.Number("target");
        var limit = vector.Optional(vector.Direction == Direction.HigherIsBetter ? "low" : "high") ?? target;
        return Status(vector.Direction, target, current, Tolerance.OfAmount(Math.Abs(target - limit))) switch
        {
            KpiStatus.Met => "Green",
            KpiStatus.Near => "Yellow",
            _ => "Red",
        };
    }

    private static void SemiAdditive(KpiVector vector)
    {
        var aggregation = Enum.Parse<Aggregation>(vector.Text("timeAggregation")!, ignoreCase: true);
        Measurement[] measured = vector.Has("values")
            ? [.. vector.Numbers("values").Select((value, day) => Measurement.On(First.PlusDays(day), value))]
            : [.. vector.Input.GetProperty("rows").EnumerateArray().Select(row => Measurement
                .On(LocalDatePattern.Iso.Parse(row.GetProperty("date").GetString()!).Value, row.GetProperty("value").GetDecimal())
                .For(Segment.Of("entity", row.GetProperty("entity").GetString()!)))];
        vector.Equal("value", Assess(Define(Direction.HigherIsBetter, aggregation), measured).Latest!.Actual);
        vector.Equal("naiveSum", Assess(Define(Direction.HigherIsBetter), measured).Latest!.Actual);
    }

    private static void Distribution(KpiVector vector)
    {
        var (over, into) = (int)vector.Number("periods") switch
        {
            2 => (Cadence.Year, Cadence.HalfYear),
            3 => (Cadence.Quarter, Cadence.Month),
            4 => (Cadence.Year, Cadence.Quarter),
            6 => (Cadence.HalfYear, Cadence.Month),
            _ => (Cadence.Year, Cadence.Month),
        };
        var (start, end, whole) = (vector.Number("start"), vector.Number("finalTarget"), ReportingCalendar.Standard.PeriodOf(First, over));
        var plan = vector.Text("mode") == "equal-cumulative"
            ? TargetPlan.Climb(start, end, whole, into, First)
            : TargetPlan.Spread(end - start, whole, into, First);
        vector.Equal("planned", plan.Decisions.Select(decision => decision.Target!.Value));
    }

    // A running total against the plan of its running total; each period judges what was reached by its end.
    private static void Cumulative(KpiVector vector, string planned, string actual, string percents, string statuses, string overall)
    {
        var (plan, reached, start) = (vector.Numbers(planned), vector.Numbers(actual), vector.Optional("start") ?? 0m);
        var attained = reached.Select((value, index) => Goal.FromTo(start, plan[index]).Progress(value).Raw).ToArray();
        vector.Equal(percents, attained.Select(each => each * 100m));
        if (start == 0m)
        {
            string[] lights = [.. reached.Select((value, index) => Light(vector, Quarters(plan, reached, Aggregation.Last, index + 1)))];
            Assert.Equal(Names(vector.Expected.GetProperty(statuses)), lights, StringComparer.OrdinalIgnoreCase);
            Assert.Equal(vector.Expected.GetProperty(overall).GetString(), lights[^1], ignoreCase: true);
        }
    }

    private static void Window(KpiVector vector, string percents, string statuses, string windows, string overall)
    {
        var (plan, reached) = (vector.Numbers("planned"), vector.Numbers("actual"));
        KpiAssessment[] quarters = [.. reached.Select((_, index) => Quarters(plan, reached, Aggregation.Sum, index + 1))];
        vector.Equal(percents, quarters.Select(each => each.Latest!.Attainment * 100m));
        Assert.Equal(Names(vector.Expected.GetProperty(statuses)), quarters.Select(each => Light(vector, each)), StringComparer.OrdinalIgnoreCase);
        vector.Equal(windows, quarters.Select(each => (decimal?)(
            1m + (Lagging.BehindPlan(0m).Check(each)?.GapShare ?? (reached[..each.Periods.Count].Sum() / plan[..each.Periods.Count].Sum()) - 1m)) * 100m));
        string[] lights = [.. quarters.Select(each => OfBands(vector, tolerance => Lagging.BehindPlan(tolerance).Check(each) is null))];
        Assert.Equal(vector.Expected.GetProperty(overall).GetString(), lights[^1], ignoreCase: true);
        if (vector.Expects("windowStatus"))
        {
            Assert.Equal(Names(vector.Expected.GetProperty("windowStatus")), lights, StringComparer.OrdinalIgnoreCase);
        }
    }

    private static KpiAssessment Quarters(decimal[] plan, decimal[] reached, Aggregation aggregation, int count)
    {
        var kpi = Define(Direction.HigherIsBetter, aggregation, cadence: Cadence.Quarter)
            .With(TargetPlan.Of(
                First, plan.Select((value, index) => (ReportingCalendar.Standard.PeriodOf(First.PlusMonths(3 * index), Cadence.Quarter), Target.Of(value)))));
        return Assess(kpi, [.. reached.Take(count).Select((value, index) => Measurement.On(First.PlusMonths(3 * index), value))]);
    }

    private static string Light(KpiVector vector, KpiAssessment assessment) =>
        OfBands(vector, tolerance => Lagging.MissedBeyond(Tolerance.OfShare(tolerance)).Check(assessment) is null);

    private static string OfBands(KpiVector vector, Func<decimal, bool> isWithin) =>
        isWithin(1m - ((vector.Optional("greenFrom") ?? vector.Number("green")) / 100m)) ? "Green"
        : isWithin(1m - ((vector.Optional("yellowFrom") ?? vector.Number("yellow")) / 100m)) ? "Yellow"
        : "Red";

    private static void ToDate(KpiVector vector)
    {
        var actuals = vector.Numbers("actuals");
        var aggregation = vector.Text("mode") == "cumulative" ? Aggregation.Last : Aggregation.Sum;
        vector.Equal("actualToDate", Assess(
            Define(Direction.HigherIsBetter, aggregation, cadence: Cadence.Year),
            [.. actuals.Select((value, month) => Measurement.On(First.PlusMonths(month), value))]).Latest!.Actual);
    }

    private static void Projection(KpiVector vector)
    {
        var asOf = LocalDatePattern.Iso.Parse(vector.Text("asOf")!).Value;
        var cadence = Enum.Parse<Cadence>(vector.Text("period")!, ignoreCase: true);
        var kpi = Define(Direction.HigherIsBetter, cadence: cadence);
        var last = vector.Text("elapsedConvention") == "inclusive-of-asOf" ? asOf : asOf.PlusDays(-1);
        var assessment = KpiAssessment.Of(kpi, MeasurementSeries.Of("kpi", Measurement.On(last, vector.Number("currentToDate"))), last);
        var previous = vector.Number("previousPeriodValue");
        vector.Equal("change", (assessment.Running!.Actual - previous) / previous);
        vector.Equal("projectedChange", (assessment.Projected() - previous) / previous);
    }

    private static void GapPolicy(KpiVector vector)
    {
        var cadence = Enum.Parse<Cadence>(vector.Text("grain")!, ignoreCase: true);
        var kpi = Define(Direction.HigherIsBetter, Enum.Parse<Aggregation>(vector.Text("aggregation")!, ignoreCase: true), cadence: cadence);
        (LocalDate Month, decimal? Value)[] months = [.. vector.Input.GetProperty("monthly").EnumerateObject().Select(each =>
            (LocalDatePattern.Iso.Parse(each.Name + "-01").Value, each.Value.ValueKind == JsonValueKind.Null ? (decimal?)null : each.Value.GetDecimal()))];
        var measured = months.Where(month => month.Value is not null).Select(month => Measurement.On(month.Month, month.Value!.Value));
        var assessment = KpiAssessment.Of(kpi, MeasurementSeries.Of("kpi", measured), kpi.PeriodOf(months[^1].Month).End);
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            vector.Equal(
                expected.Name, assessment.Periods.Single(period => period.Period.Label.Replace("-", "", StringComparison.Ordinal) == expected.Name).Actual);
        }
    }

    [GeneratedRegex("([*/]?)([A-Za-z]+)")]
    private static partial Regex Factor();

    [GeneratedRegex("absolute tolerance ([0-9.]+)")]
    private static partial Regex AbsoluteTolerance();
}
