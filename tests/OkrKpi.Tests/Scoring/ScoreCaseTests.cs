using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Scores, pace and forecasts case by case: what is exactly on a bound, and which sentence says what acted.</summary>
public sealed class ScoreCaseTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    // Of 92 days 46 are over.
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Fact]
    public void What_is_known_of_a_key_result_chooses_its_sentence()
    {
        Assert.Equal("keyResult.noData", Score(Calls(Goal.AtLeast(10m))).Explain().Key);
        Assert.Equal("keyResult.notStarted", Score(Calls(Goal.FromTo(0m, 10m))).Explain().Key);
        Assert.Equal("keyResult.notScored", Score(Calls(Goal.FindBaseline()).With(At(1, 5m))).Explain().Key);
        Assert.Equal("keyResult.measured", Score(Calls(Goal.FromTo(0m, 10m)).With(At(1, 5m))).Explain().Key);
    }

    [Fact]
    public void Only_what_acts_is_told_below_it()
    {
        var plain = Calls(Goal.FromTo(0m, 10m)).With(At(1, 5m));
        Assert.Equal(["keyResult.remaining", "checkIn.value", "pace.gap", "pace.stale"], Below(plain).Skip(1));
        Assert.Contains("keyResult.cancelled", Below(plain.Cancelled(Mid)));
        Assert.Contains("keyResult.postponed", Below(plain.Postponed(Mid)));
        Assert.DoesNotContain("keyResult.cancelled", Below(plain.Cancelled(Mid.PlusDays(1))));
        Assert.Contains("checkIn.confidence", Below(plain.With(At(2, 5m).With(Confidence.OutOfTen(7m)))));
        Assert.Contains("checkIn.current", Below(Calls(Goal.FromTo(0m, 10m)).Taking(CurrentValue.Sum).With(At(1, 2m), At(2, 3m))));
        Assert.DoesNotContain("checkIn.current", Below(Calls(Goal.FromTo(0m, 10m)).Taking(CurrentValue.Sum)));
        Assert.Contains("checkIn.part", Below(Calls(Goal.AllOf(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.YesNo()))).With(At(1, 1m).Of("a"))));
        Assert.Contains("checkIn.valueFromSample", Below(Calls(Goal.FromTo(0m, 10m)).With(At(1, 5m).FromSample(30m))));
        Assert.Contains("pace.stale", Below(plain));
        Assert.DoesNotContain("pace.stale", Below(plain.With(CheckIn.On(Mid, 5m))));
        Assert.DoesNotContain("checkIn.value", Below(Calls(Goal.FromTo(0m, 10m))));
    }

    [Fact]
    public void Days_left_are_those_after_today_and_before_the_cycle_all_of_it()
    {
        Assert.Equal([92, 91, 45, 1, 0, 0], new[]
        {
            Quarter.Start.PlusDays(-1), Quarter.Start, Quarter.Start.PlusDays(46), Quarter.End.PlusDays(-1), Quarter.End, Quarter.End.PlusDays(1),
        }.Select(day => Calls(Goal.FromTo(0m, 10m)).Score(Quarter, day).DaysLeft));
        var score = Score(Calls(Goal.FromTo(0m, 10m)).With(At(1, 1m)));
        Assert.Equal((9m, 9m / score.DaysLeft, 1m), (score.Remaining, score.RequiredPerDay, score.Completed));
        var falling = Score(Calls(Goal.FromTo(10m, 0m)).With(At(1, 7m)));
        Assert.Equal((7m, 3m), (falling.Remaining, falling.Completed));
    }

    [Theory]
    [InlineData(ScoreAggregation.Mean, "0.6", "0.9")]
    [InlineData(ScoreAggregation.WeightedMean, "0.6", "0.9")]
    [InlineData(ScoreAggregation.Minimum, "0.2", "0.2")]
    [InlineData(ScoreAggregation.AllOrNothing, "0", "0.2")]
    [InlineData(ScoreAggregation.Any, "1", "1.6")]
    public void An_aggregation_takes_the_raw_progress_the_way_it_takes_the_score(ScoreAggregation aggregation, string score, string raw)
    {
        var objective = Engage(Calls(Goal.FromTo(0m, 10m), "a").With(At(1, 2m)), Calls(Goal.FromTo(0m, 10m), "b").With(At(1, 16m)));
        foreach (var each in new[] { objective, Engage([.. objective.KeyResults.Reverse()]) })
        {
            var scored = each.Score(Mid, ScoringProfile.Default.WithAggregation(aggregation));
            Assert.Equal((score, raw), (Text(scored.ComputedScore), Text(scored.Raw)));
            var isMean = aggregation is ScoreAggregation.Mean or ScoreAggregation.WeightedMean;
            Assert.Equal(!isMean, scored.Explain().Whole().Any(told => told.Key == "objective.byAggregation"));
            Assert.Contains(scored.Explain().Whole(), told => told.Key == "objective.byWeight");
        }
    }

    [Fact]
    public void An_objective_says_its_score_what_its_key_results_weigh_and_what_else_acts()
    {
        var objective = Engage(Calls(Goal.FromTo(0m, 10m), "a").With(At(1, 5m)), Calls(Goal.FromTo(0m, 10m), "b").As(KeyResultRole.Guardrail).With(At(1, 5m)));
        var told = objective.Score(Mid).Explain().Keys().ToArray();
        Assert.Equal("objective.score", told[0]);
        Assert.Equal((1, 1), (told.Count(key => key == "objective.weight"), told.Count(key => key == "objective.role")));
        Assert.Contains("objective.guardrail", told);
        Assert.DoesNotContain("objective.guardrail", Engage(Calls(Goal.FromTo(0m, 10m))).Score(Mid).Explain().Keys());
        Assert.Equal("objective.noScore", Engage(Calls(Goal.FindBaseline())).Score(Mid).Explain().Key);
        Assert.EndsWith(": no score", Engage(Calls(Goal.FindBaseline())).Score(Mid).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_is_limited_by_the_least_of_several_broken_guardrails()
    {
        var objective = Engage(
            Calls(Goal.FromTo(0m, 10m), "a").With(At(1, 9m)), Guardrail("b", 5m), Guardrail("c", 3m), Guardrail("d", 10m));
        Assert.Equal(0.3m, objective.Score(Mid, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.LimitsScore)).Score);
        Assert.Equal(0m, objective.Score(Mid, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.ZeroesScore)).Score);
        Assert.Equal(0.9m, objective.Score(Mid, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.WithholdsSuccess)).Score);
        Assert.Equal(Outcome.Missed, objective.Score(Mid).Outcome);

        static KeyResult Guardrail(string id, decimal value) => Calls(Goal.FromTo(0m, 10m), id).As(KeyResultRole.Guardrail).With(At(1, value));
    }

    [Fact]
    public void The_confidence_of_an_objective_is_the_mean_of_what_was_reported_by_weight()
    {
        var objective = Engage(
            Calls(Goal.FromTo(0m, 10m), "a").Weighing(3m).With(At(1, 5m).With(Confidence.OutOfTen(8m))),
            Calls(Goal.FromTo(0m, 10m), "b").With(At(1, 5m).With(Confidence.OutOfTen(4m))),
            Calls(Goal.FromTo(0m, 10m), "c").With(At(1, 5m)),
            Calls(Goal.FromTo(0m, 10m), "d").Weighing(0m).With(At(1, 5m).With(Confidence.OutOfTen(1m))),
            Calls(Goal.FromTo(0m, 10m), "e").With(At(1, 5m).With(Confidence.OutOfTen(1m))).Cancelled(Mid));
        Assert.Equal(0.7m, objective.Score(Mid).Confidence!.Value.Probability);
        Assert.Null(Engage(Calls(Goal.FromTo(0m, 10m)).With(At(1, 5m))).Score(Mid).Confidence);
    }

    [Fact]
    public void The_pace_of_an_objective_goes_by_the_weight_of_key_results_that_move_and_is_stale_with_any_of_them()
    {
        var (slow, fast) = (Calls(Goal.FromTo(0m, 10m), "a").With(CheckIn.On(Mid, 2m)), Calls(Goal.FromTo(0m, 10m), "b").With(CheckIn.On(Mid, 8m)));
        var pace = Engage(slow, fast.Weighing(3m)).Score(Mid).Pace;
        Assert.Equal((0.5m, 0.15m, false), (pace.Expected, pace.Gap, pace.IsStale));
        Assert.Equal(-0.3m, Engage(slow, Calls(Goal.YesNo(), "c").With(CheckIn.On(Mid, 0m))).Score(Mid).Pace.Gap);
        Assert.True(Engage(slow, Calls(Goal.FromTo(0m, 10m), "c").With(At(1, 5m))).Score(Mid).Pace.IsStale);
        Assert.True(Engage(
            Calls(Goal.FromTo(0m, 10m), "c").With(At(1, 5m)), Calls(Goal.FromTo(0m, 10m), "d").With(At(1, 5m))).Score(Mid).Pace.IsStale);
        Assert.False(Engage(slow, Calls(Goal.FromTo(0m, 10m), "c").Weighing(0m).With(At(1, 5m))).Score(Mid).Pace.IsStale);
        Assert.Equal(PaceStatus.NotPaced, Engage(Calls(Goal.FindBaseline())).Score(Mid).Pace.Status);
    }

    [Fact]
    public void A_key_result_with_a_course_of_its_own_is_expected_to_keep_that_and_an_objective_the_mean_of_them()
    {
        var late = Calls(Goal.FromTo(0m, 10m), "late").Paced(PaceCurve.InFull).With(CheckIn.On(Mid, 5m));
        var even = Calls(Goal.FromTo(0m, 10m), "even").With(CheckIn.On(Mid, 5m));
        Assert.Equal(0.75m, Engage(late, even).Score(Mid).Pace.Expected);
        Assert.Equal((1m + (3m * 0.5m)) / 4m, Engage(late, even.Weighing(3m)).Score(Mid).Pace.Expected);
        Assert.Equal(0.5m, Engage(even).Score(Mid).Pace.Expected);
    }

    [Fact]
    public void A_score_set_by_hand_stands_for_all_key_results()
    {
        var objective = Engage(Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Mid, 2m)));
        var half = objective.Overridden(ScoreOverride.Of(0.5m, "judged by the board", Mid)).Score(Mid);
        Assert.Equal((0.5m, 0.5m, 0m), (half.Score, half.Pace.Expected, half.Pace.Gap));
        Assert.Equal(PaceStatus.Achieved, objective.Overridden(ScoreOverride.Of(1m, "judged by the board", Mid)).Score(Mid).Pace.Status);
        Assert.NotEqual(PaceStatus.Achieved, objective.Overridden(ScoreOverride.Of(0.99m, "judged by the board", Mid)).Score(Mid).Pace.Status);
        var forecast = half.Forecast();
        Assert.Equal((ForecastState.Projected, 1m), (forecast.State, forecast.Raw));
    }

    [Fact]
    public void A_forecast_goes_on_as_so_far_once_the_grace_is_over_and_until_the_cycle_is()
    {
        var steady = Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Mid, 4m));
        var forecast = Score(steady).Forecast();
        Assert.Equal((ForecastState.Projected, 0.8m, 8m), (forecast.State, forecast.Raw, forecast.Value));
        Assert.Equal(["forecast.rate", "forecast.reached"], forecast.Explain().Because.Select(each => each.Key));
        var fast = Score(Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Mid, 10m))).Forecast();
        Assert.Equal((2m, Mid), (fast.Raw, fast.ReachedOn));
        Assert.Null(Score(Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Mid, 0m))).Forecast().ReachedOn);
        Assert.Equal(["forecast.rate"], Score(Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Mid, 0m))).Forecast().Explain().Because.Select(each => each.Key));
        Assert.Equal((ForecastState.Final, 0.4m, 4m), State(steady.Score(Quarter, Quarter.End).Forecast()));
        Assert.Equal(ForecastState.Projected, steady.Score(Quarter, Quarter.End.PlusDays(-1)).Forecast().State);
        Assert.Equal(ForecastState.TooEarly, Score(Calls(Goal.FromTo(0m, 10m))).Forecast().State);
        Assert.Equal(ForecastState.NoData, Score(Calls(Goal.AtLeast(10m))).Forecast().State);
        Assert.Equal(ForecastState.NotPaced, Score(Calls(Goal.FromTo(0m, 10m)).Paced(PaceCurve.InFull).With(CheckIn.On(Mid, 4m))).Forecast().State);
        Assert.Equal(
            ForecastState.TooEarly,
            Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(Quarter.Start, 1m)).Score(Quarter, Quarter.Start.PlusDays(1)).Forecast().State);
        var parts = Calls(Goal.AllOf(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.YesNo()))).With(At(1, 1m).Of("a"));
        Assert.Null(parts.Score(Quarter, Quarter.End).Forecast().Value);

        static (ForecastState, decimal?, decimal?) State(Forecast each) => (each.State, each.Raw, each.Value);
    }

    [Fact]
    public void An_objective_is_heading_for_what_its_key_results_are_and_tells_the_best_known_of_them()
    {
        var moving = Calls(Goal.FromTo(0m, 10m), "a").With(CheckIn.On(Mid, 4m));
        var objective = Engage(moving, Calls(Goal.FromTo(0m, 10m), "b").With(CheckIn.On(Mid, 5m)));
        var forecast = objective.Score(Mid).Forecast();
        Assert.Equal((ForecastState.Projected, 0.9m, 2), (forecast.State, forecast.Raw, forecast.Explain().Because.Count));
        Assert.Equal(ForecastState.Projected, Engage(moving, Calls(Goal.YesNo(), "b").With(CheckIn.On(Mid, 0m))).Score(Mid).Forecast().State);
        Assert.Equal("forecast.tooEarly", Engage(Calls(Goal.FromTo(0m, 10m))).Score(Mid).Forecast().Explain().Key);
        Assert.Equal("forecast.none", Engage(Calls(Goal.FindBaseline())).Score(Mid).Forecast().Explain().Key);
        Assert.Equal((ForecastState.Final, 0.45m), (objective.Score(Quarter.End).Forecast().State, objective.Score(Quarter.End).Forecast().Raw));
        Assert.Single(Engage(moving, Calls(Goal.FromTo(0m, 10m), "b").With(CheckIn.On(Mid, 5m)).Cancelled(Mid)).Score(Mid).Forecast().Explain().Because);

        // A guardrail that is heading for half of what it is to hold limits what the objective is heading for, and is told.
        var guarded = Engage(moving, Calls(Goal.FromTo(0m, 10m), "b").As(KeyResultRole.Guardrail).With(CheckIn.On(Mid, 2m)));
        var limited = guarded.Score(Mid, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.LimitsScore)).Forecast();
        Assert.Equal((0.4m, 2), (limited.Raw, limited.Explain().Because.Count));
    }

    [Theory]
    [InlineData("0.4", PaceStatus.OnTrack)]
    [InlineData("0.5", PaceStatus.OnTrack)]
    [InlineData("0.399", PaceStatus.AtRisk)]
    [InlineData("0", PaceStatus.Behind)]
    public void A_pace_is_read_by_how_far_it_is_behind(string progress, PaceStatus status)
    {
        var pace = PaceRule.Default.Of(decimal.Parse(progress, System.Globalization.CultureInfo.InvariantCulture), Quarter, Mid);
        Assert.Equal((status, 0.5m), (pace.Status, pace.Expected));
        Assert.Equal((pace.Gap + 0.5m) / 0.5m, pace.Ratio);
        Assert.Throws<ArgumentNullException>("cycle", () => PaceRule.Default.Of(0.5m, null!, Mid));
        Assert.Equal(PaceStatus.Achieved, PaceRule.Default.Of(1m, Quarter, Mid).Status);
        Assert.Equal((1m, -0.5m, 0.5m, PaceStatus.Missed), Parts(PaceRule.Default.Of(0.5m, Quarter, Quarter.End)));

        static (decimal?, decimal?, decimal?, PaceStatus) Parts(Pace each) => (each.Expected, each.Gap, each.Ratio, each.Status);
    }

    [Fact]
    public void Policies_read_as_what_they_are()
    {
        Assert.DoesNotContain("objectives by", PaceRule.Default.With(PaceCurve.Linear).ToString(), StringComparison.Ordinal);
        Assert.Contains("; objectives by Worst", PaceRule.Default.WithObjectives(StatusCombining.Worst).ToString(), StringComparison.Ordinal);
        Assert.All(
            new object[] { ScoringProfile.Default.Pace, PaceRule.Default.Bands, ScoringProfile.Default }, policy => Assert.NotEmpty(policy.ToString()!));
        Assert.Throws<ArgumentNullException>("reached", () => ConfidenceStatistics.Brier(null!, []));
        Assert.Throws<ArgumentNullException>("notReached", () => ConfidenceStatistics.Brier([], null!));
        Assert.Equal((50m, -50m), (ConfidenceStatistics.Net(3, 0, 1), ConfidenceStatistics.Net(1, 0, 3)));
        Assert.Null(ConfidenceStatistics.Net(0, 0, 0));
    }

    private static string Text(decimal? number) => number!.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static CheckIn At(int day, decimal value) => CheckIn.On(Quarter.Start.PlusDays(day), value);

    private static KeyResult Calls(Goal goal, string id = "calls") => KeyResult.Define(id, "Calls " + id, Unit.Count("call"), goal);

    private static Objective Engage(params KeyResult[] keyResults) => Objective.Define("o", "Engage customers", Quarter).With(keyResults);

    private static KeyResultScore Score(KeyResult keyResult) => keyResult.Score(Quarter, Mid);

    private static IEnumerable<string> Below(KeyResult keyResult) => Score(keyResult).Explain().Because.Select(each => each.Key);
}
