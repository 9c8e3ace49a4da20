using System.Text;
using System.Text.Json;
using NodaTime;
using OkrKpi.Serialization.SystemTextJson;

namespace OkrKpi.Tests;

/// <summary>What a user should be able to write: every call site of the design compiles and runs, word for word as far as it goes.</summary>
public sealed class CallSiteTests
{
    private static readonly LocalDate AsOf = new(2026, 7, 20);

    private static readonly Kpi Meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
        .Every(Cadence.Quarter, Aggregation.Sum)
        .OwnedBy("Customer Success")
        .WithTarget(100, from: new LocalDate(2026, 1, 1))
        .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");

    private static readonly MeasurementSeries Measurements = MeasurementSeries.Of(
        "meetings", Measurement.On(new(2026, 2, 1), 92), Measurement.On(new(2026, 5, 1), 120));

    private static readonly Objective Engage = Objective.Define(
        "engage-new", "Raise engagement with customers of the last three months", Cycle.Quarter(2026, 3))
        .OwnedBy("Customer Success")
        .Addressing(Meetings)
        .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
        .With(KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5, 1)).Weighing(2))
        .With(Initiative.Define("faq", "FAQ section and answer store"))
        .CheckIn("open-rate", new LocalDate(2026, 7, 10), 6, Confidence.OutOfTen(6));

    [Fact]
    public void Score_one_key_result_knowing_nothing_else()
    {
        Assert.Equal(0.5m, Goal.FromTo(10, 25).Progress(17.5m).Score);
        Assert.Equal(0.5m, Goal.FromTo(100, 20).Progress(60).Score);
        Assert.Equal(-3m / 11m, Goal.FromTo(4, 15).Progress(1).Raw);
        Assert.Equal(0m, Goal.FromTo(4, 15).Progress(1).Score);
        Assert.Null(Goal.AtLeast(8).WithMinimumSample(100).Progress(8.2m, sample: 60).Score);
    }

    [Fact]
    public void A_KPI_its_targets_and_the_question_the_product_exists_for()
    {
        OkrNeed need = OkrNeed.Of(Meetings, Measurements, asOf: new LocalDate(2026, 6, 20));
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Equal(2, need.Reasons.Count);
        Assert.Equal(("2026-Q1", 92m, -8m), need.Reasons[0] is LaggingReason lagging
            ? (lagging.Period.Label, lagging.Evidence.Actual, lagging.Gap) : default);
        Assert.Equal(("2026-Q3", 100m, 300m, new LocalDate(2026, 6, 15)), need.Reasons[1] is TargetRaisedReason raised
            ? (raised.Period.Label, raised.Before.Value, raised.Now.Value, raised.Decision.DecidedOn) : default);
        Assert.Contains("300", need.Explain().ToString("vi"), StringComparison.Ordinal);
        var rule = OkrNeedRule.Default.With(Lagging.AnyOf(
            Lagging.MissesInARow(2),
            Lagging.BehindPace(tolerance: 0.10m, afterShare: 0.25m)));
        Assert.NotNull(rule.Apply(KpiAssessment.Of(Meetings, Measurements, AsOf)));
    }

    [Fact]
    public void An_objective_that_answers_it()
    {
        ObjectiveScore score = Engage.Score(AsOf);
        Assert.NotNull(score.Explain());
        Assert.InRange(score.Coverage, 0m, 1m);
        Assert.Equal((2m / 33m, 2m / 33m), (score.Score!.Value, score.Raw!.Value));
        Assert.Equal(score.Score, score.ComputedScore);
        Assert.NotEqual(PaceStatus.NotPaced, score.Pace.Status);
        Assert.NotNull(Engage.Score(AsOf, ScoringProfile.VivaGoals));
    }

    [Fact]
    public void Everything_of_an_organisation_on_one_date()
    {
        Portfolio portfolio = Portfolio.Of([Meetings], [Engage], [Measurements]);
        PortfolioReview review = portfolio.Review(AsOf);
        Assert.Single(review.Needs);
        Assert.Single(review.Kpis);
        Assert.Single(review.Objectives);
        Assert.NotNull(review.Findings);
        Assert.Contains(portfolio.Review(AsOf, ReviewOptions.Default.With(new EveryObjectiveNamesARisk())).Findings, finding => finding.Code == "no-risk");
    }

    [Fact]
    public void Measurements_as_columns()
    {
        var (first, last) = (new LocalDate(2026, 4, 1), new LocalDate(2027, 3, 31));
        PeriodAxis months = ReportingCalendar.Fiscal(startMonth: 4).In("Asia/Ho_Chi_Minh").Axis(Cadence.Month, first, last);
        int[] kpiIndexes = [0, 0];
        Instant[] instants = [Instant.FromUtc(2026, 4, 2, 0, 0), Instant.FromUtc(2026, 5, 2, 0, 0)];
        double[] values = [1, 2];
        Rollup byMonth = Rollup.Of(kpiIndexes, instants, values, months);
        Rollup byQuarter = byMonth.To(Cadence.Quarter);
        Assert.Equal((1d, 3d), ((double)byMonth[0, 0].Sum, (double)byQuarter[0, 0].Sum));
    }

    [Fact]
    public async Task Json()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""{"version":1,"kpis":[],"objectives":[]}"""));
        Portfolio portfolio = await PortfolioJson.ReadAsync(stream);
        var options = new JsonSerializerOptions().AddOkrKpi();
        Assert.Contains("\"version\":1", JsonSerializer.Serialize(portfolio, options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_KPI_says_about_itself_what_the_rule_must_know()
    {
        var ae = Kpi.Define("ae", "Seen within four hours", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.RatioOfSums)
            .PublishedAfter(days: 10)
            .WithTarget(95, from: new LocalDate(2026, 1, 1))
            .Lags(Lagging.MissesInARow(2));
        var visits = Kpi.Watch("visits", "Visits of the page", Unit.Count("visit")).Every(Cadence.Day, Aggregation.Sum);
        var accidents = Kpi.Define("accidents", "Accidents", Unit.Count("accident"), Direction.LowerIsBetter)
            .Every(Cadence.Month, Aggregation.Sum).NothingRecordedIsZero().WithTarget(Target.Below(2), from: new LocalDate(2026, 1, 1));
        var share = Kpi.Define("share", "Renewable share", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Year, Aggregation.Last);
        var renewable = share.With(TargetPlan.Towards(30, by: new LocalDate(2030, 12, 31), from: 18, on: new LocalDate(2020, 12, 31)));
        Assert.Equal(4, Portfolio.Of([ae, visits, accidents, renewable], [], []).Review(AsOf).Kpis.Count);
    }

    [Fact]
    public void Changing_and_asking()
    {
        var (today, portfolio) = (AsOf, Portfolio.Of([Meetings], [Engage], [Measurements]));
        portfolio = portfolio.With(Meetings.Renamed("Meetings held"))
            .Change("engage-new", objective => objective.Change("faq", initiative => initiative.Now(InitiativeStatus.Done)))
            .Measured("meetings", Measurement.On(today, 4));
        OkrNeed need = portfolio.NeedOf("meetings", AsOf);
        var monthly = Kpi.Define("monthly", "Monthly", Unit.Count("meeting"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var assessment = KpiAssessment.Of(monthly, MeasurementSeries.Of("monthly", Measurement.On(new(2026, 6, 1), 4)), AsOf);
        KpiPeriod june = assessment[ReportingPeriod.Month(2026, 6)];
        Assert.Equal((4m, "Meetings held"), (june.Actual, need.Kpi.Name));
    }

    [Fact]
    public void Looking_back()
    {
        PortfolioReview review = Portfolio.Of([Meetings], [Engage], [Measurements]).Review(new(2026, 12, 31));
        KpiEffect effect = review.LastCycle()!["engage-new"].Effects[0];
        Assert.Equal("meetings", effect.Kpi.Id.Value);
        Assert.Contains(
            "near is 'engage-new'", Assert.Throws<ArgumentException>(() => review.LastCycle()!["engage"]).Message, StringComparison.Ordinal);
    }

    private sealed class EveryObjectiveNamesARisk : FindingRule
    {
        public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
        {
            if (!objective.Title.Contains("risk", StringComparison.OrdinalIgnoreCase))
            {
                yield return Finding.Of("no-risk", FindingSeverity.Hint, FindingSubject.Of(objective), "It names no risk.");
            }
        }
    }
}
