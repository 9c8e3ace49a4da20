using System.Globalization;
using NodaTime;
using OkrKpi.Scoring;

namespace OkrKpi.Analytics.Tests;

/// <summary>The pace of a key result by the forecast of the KPI it measures.</summary>
public class ForecastPaceTests
{
    private static readonly LocalDate AsOf = new(2026, 8, 10);
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Fact]
    public void A_key_result_is_on_track_at_risk_or_behind_as_its_KPI_is_likely_to_reach_its_target()
    {
        List<PaceStatus> seen = [];
        for (var target = 4_640m; target <= 5_000m; target += 5m)
        {
            var score = Score(Goal.FromTo(4_000, target));
            var told = Math.Round(score.Forecast(Assessment).ProbabilityOfReaching!.Value, 2);
            Assert.Equal(told >= 0.7m ? PaceStatus.OnTrack : told >= 0.4m ? PaceStatus.AtRisk : PaceStatus.Behind, score.Pace.Status);
            Assert.Equal((null, null), (score.Pace.Expected, score.Pace.Gap));
            seen.Add(score.Pace.Status);
        }

        Assert.Equal([PaceStatus.OnTrack, PaceStatus.AtRisk, PaceStatus.Behind], seen.Distinct());
        var strict = ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(Known, onTrack: 0.999m, atRisk: 0.998m)));
        Assert.Equal(PaceStatus.Behind, Score(Goal.FromTo(4_000, 4_780), strict).Pace.Status);
    }

    [Fact]
    public void It_says_how_likely_and_by_what_in_both_languages()
    {
        var reason = Score(Goal.FromTo(4_000, 4_780)).PaceReason!;
        Assert.Matches(@"^\d\d % likely to be reached by the end of 2026-Q3, by the forecast of All subscribers$", reason.Explain().Sentence());
        Assert.Matches(
            @"^khả năng đạt đích đến hết 2026-Q3 là \d\d %, theo dự báo của All subscribers$", reason.Explain().Sentence(CultureInfo.GetCultureInfo("vi")));
        Assert.Equal("a forecast: on track from 0.7, at risk from 0.4", ByForecast.Pace.Reading!.ToString());
    }

    [Fact]
    public void Where_sales_come_late_in_every_quarter_an_ordinary_one_is_on_track_though_a_straight_line_calls_it_behind()
    {
        // Of each quarter's customers a tenth comes in its first month, a tenth in its second, the rest in its third.
        var kpi = Kpi.Define("sales", "New customers this quarter", Unit.Count("customer"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
        var rows = Enumerable.Range(0, 44).Select(month => Measurement.On(
            new LocalDate(2023, 1, 28).PlusMonths(month), (month % 3) switch { 0 => 10m, 1 => 20m, _ => 100m } + (month % 2)));
        var portfolio = Portfolio.Of([kpi], [], [MeasurementSeries.Of("sales", rows)]);
        var asOf = new LocalDate(2026, 9, 5);
        var keyResult = KeyResult.Define("kr", "Customers", Unit.Count("customer"), Goal.FromTo(0, 95))
            .WithValuesOf(KpiAssessment.Of(kpi, portfolio.MeasurementsOf(kpi.Id), asOf));
        Assert.Equal(PaceStatus.Behind, keyResult.Score(Quarter, asOf).Pace.Status);
        Assert.Equal(
            PaceStatus.OnTrack,
            keyResult.Score(Quarter, asOf, ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(portfolio)))).Pace.Status);
    }

    [Fact]
    public void A_key_result_of_which_the_forecast_cannot_tell_goes_by_the_progress_expected()
    {
        var measuring = Measuring(Goal.FromTo(4_000, 4_780));
        var yearly = Portfolio.Of([Subscribers.Every(Cadence.Year, Aggregation.Last)], [], [Rows]);
        foreach (var (keyResult, portfolio) in new[]
        {
            (KeyResult.Define("kr", "Other", Unit.Count("person"), Goal.FromTo(4_000, 4_780)).With(CheckIn.On(AsOf, 4_300m)), Known),
            (measuring, Portfolio.Of([], [], [])),
            (measuring, Portfolio.Of([Subscribers], [], [])),
            (measuring, yearly),
            (KeyResult.Define("kr", "Other", Unit.Percent, Goal.FromTo(0, 50)).Measuring("subscribers").With(CheckIn.On(AsOf, 20m)), Known),
            (measuring.Taking(CurrentValue.Sum), Known),
            (Measuring(Goal.KeepWithin(Band.Between(4_000, 5_000))), Known),
            (KeyResult.Define("kr", "Done", Unit.Count("person"), Goal.YesNo()).Measuring("subscribers").With(CheckIn.On(AsOf, 0m)), Known),
        })
        {
            var profile = ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(portfolio)));
            var score = keyResult.Score(Quarter, AsOf, profile);
            Assert.Null(score.PaceReason);
            Assert.Equal(keyResult.Score(Quarter, AsOf).Pace, score.Pace);
        }
    }

    [Fact]
    public void What_is_too_early_achieved_over_or_set_by_hand_stays_what_it_is_and_stale_stays_stale()
    {
        var keyResult = Measuring(Goal.FromTo(4_000, 4_780));
        Assert.Equal(PaceStatus.TooEarly, keyResult.Score(Quarter, new LocalDate(2026, 7, 5), ByForecast).Pace.Status);
        Assert.Equal(PaceStatus.Achieved, Score(Goal.FromTo(4_000, 4_500)).Pace.Status);
        Assert.Equal(PaceStatus.Missed, keyResult.Score(Quarter, Quarter.End, ByForecast).Pace.Status);
        var byHand = keyResult.Overridden(ScoreOverride.Of(0.1m, "by hand", AsOf));
        Assert.Equal(byHand.Score(Quarter, AsOf).Pace, byHand.Score(Quarter, AsOf, ByForecast).Pace);
        var silent = keyResult.Score(Quarter, AsOf.PlusDays(10), ByForecast);
        Assert.NotNull(silent.PaceReason);
        Assert.True(silent.Pace.IsStale);
    }

    [Fact]
    public void A_review_goes_by_it_and_scores_stay_as_they_were()
    {
        var objective = Objective.Define("o", "Grow", Quarter).Addressing(Subscribers.Id).With(Measuring(Goal.FromTo(4_400, 4_900)));
        var portfolio = Known.With(objective);
        var profile = ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(portfolio)));
        var (plain, review) = (portfolio.Review(AsOf), portfolio.Review(AsOf, ReviewOptions.Default.With(profile)));
        Assert.Equal(PaceStatus.OnTrack, plain.Objectives[0].Pace.Status);
        Assert.Equal((PaceStatus.Behind, PaceStatus.Behind), (review.Objectives[0].Pace.Status, review.Objectives[0].KeyResults[0].Pace.Status));
        Assert.Equal(plain.Objectives[0].Score, review.Objectives[0].Score);
        Assert.Equal(plain.Objectives[0].Forecast().Score, review.Objectives[0].Forecast().Score);
        Assert.Contains("by the forecast of All subscribers", Assert.Single(review.Week().AtRisk).Explain().Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_each_date_it_knows_what_the_portfolio_knew()
    {
        var keyResult = Measuring(Goal.FromTo(4_000, 4_780));
        var fall = Known.With(Rows.With(Measurement.On(AsOf.PlusDays(10), 3_000m)));
        var profile = ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(fall)));
        Assert.Equal(
            keyResult.Score(Quarter, AsOf, ByForecast).PaceReason!.ToString(), keyResult.Score(Quarter, AsOf, profile).PaceReason!.ToString());
        Assert.Equal(PaceStatus.Behind, keyResult.Score(Quarter, AsOf.PlusDays(20), profile).Pace.Status);
    }

    [Fact]
    public void Bounds_that_are_no_probabilities_or_change_places_are_refused()
    {
        Assert.Equal("onTrack", Refused(1m, 0.4m));
        Assert.Equal("onTrack", Refused(0m, 0.4m));
        Assert.Equal("atRisk", Refused(0.7m, 0m));
        Assert.Equal("atRisk", Refused(0.7m, 0.7m));
        Assert.Equal("atRisk", Refused(0.4m, 0.7m));
        Assert.Throws<ArgumentNullException>(() => PaceReading.ByForecast(null!));
        Assert.Throws<ArgumentNullException>(() => PaceReading.ByForecast(Known).Check(null!));

        static string? Refused(decimal onTrack, decimal atRisk) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => PaceReading.ByForecast(Known, onTrack, atRisk)).ParamName;
    }

    private static KeyResult Measuring(Goal goal) => KeyResult.Define("kr", "Subscribers", Unit.Count("person"), goal).WithValuesOf(Assessment);

    private static KeyResultScore Score(Goal goal, ScoringProfile? profile = null) => Measuring(goal).Score(Quarter, AsOf, profile ?? ByForecast);

    // About 100 more each month: 4,600 in July 2026, 4,800 expected in September.
    private static readonly MeasurementSeries Rows = MeasurementSeries.Of("subscribers", Enumerable.Range(0, 43).Select(month => Measurement.On(
        new LocalDate(2023, 1, 28).PlusMonths(month), 400m + (100m * month) + ((month * 7 % 11 * 8) - 40m))));

    private static readonly Kpi Subscribers =
        Kpi.Define("subscribers", "All subscribers", Unit.Count("person"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);

    private static readonly KpiAssessment Assessment = KpiAssessment.Of(Subscribers, Rows, AsOf);
    private static readonly Portfolio Known = Portfolio.Of([Subscribers], [], [Rows]);
    private static readonly ScoringProfile ByForecast = ScoringProfile.Default.With(PaceRule.Default.With(PaceReading.ByForecast(Known)));
}
