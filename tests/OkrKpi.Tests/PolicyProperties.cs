using FsCheck.Xunit;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Amounts)])]
public class PolicyProperties
{
    private const decimal Tolerance = 1e-12m;

    public static TheoryData<ScoreAggregation> Aggregations => [.. Enum.GetValues<ScoreAggregation>()];

    [Property]
    public void Every_aggregation_lies_between_the_worst_and_the_best(Results results)
    {
        var scores = results.All.Select(each => Math.Clamp(each.Value / 1_000m, 0m, 1m)).ToArray();
        foreach (var aggregation in Enum.GetValues<ScoreAggregation>())
        {
            var value = Combined(aggregation, results.All).Score!.Value;
            Assert.InRange(value, aggregation == ScoreAggregation.AllOrNothing ? 0m : scores.Min() - Tolerance, scores.Max() + Tolerance);
        }

        Assert.Equal(scores.Min(), Combined(ScoreAggregation.Minimum, results.All).Score);
        Assert.Equal(scores.Max(), Combined(ScoreAggregation.Any, results.All).Score);
        Assert.Equal(scores.Min() == 1m ? 1m : 0m, Combined(ScoreAggregation.AllOrNothing, results.All).Score);
    }

    [Property]
    public void No_aggregation_depends_on_the_order_or_on_a_common_factor_of_the_weights(Results results)
    {
        Result[] shuffled = [.. results.All];
        new Random(results.Seed).Shuffle(shuffled);
        foreach (var aggregation in Enum.GetValues<ScoreAggregation>())
        {
            var expected = Combined(aggregation, results.All).Score!.Value;
            Assert.InRange(Combined(aggregation, shuffled).Score!.Value, expected - Tolerance, expected + Tolerance);
            Assert.InRange(
                Combined(aggregation, [.. results.All.Select(each => each with { Weight = each.Weight * 7 })]).Score!.Value, expected - Tolerance,
                expected + Tolerance);
        }
    }

    [Property]
    public void A_better_part_never_makes_the_whole_worse(Results results, byte better)
    {
        Result[] improved = [results.All[0] with { Value = results.All[0].Value + better }, .. results.All.Skip(1)];
        foreach (var profile in Profiles())
        {
            Assert.True(profile.Combine(Parts(results.All)).Score <= profile.Combine(Parts(improved)).Score + Tolerance);
        }
    }

    [Property]
    public void Equal_parts_give_their_own_score(Results results)
    {
        var value = Math.Clamp(results.All[0].Value / 1_000m, 0m, 1m);
        foreach (var aggregation in Enum.GetValues<ScoreAggregation>().Where(each => each != ScoreAggregation.AllOrNothing))
        {
            var combined = Combined(aggregation, [.. results.All.Select(each => each with { Value = results.All[0].Value })]).Score!.Value;
            Assert.InRange(combined, value - Tolerance, value + Tolerance);
        }
    }

    [Property]
    public void Counting_what_is_missing_as_zero_never_gives_more_than_leaving_it_out(Results results)
    {
        ScorePart[] parts = [.. Parts(results.All), ScorePart.Of(Progress.NoData, 2m), ScorePart.Of(Progress.TooFewAnswers)];
        foreach (var profile in Profiles().Where(profile => profile.Limits.Floor == 0m))
        {
            var leftOut = profile.WithMissing(MissingKeyResults.LeftOut).Combine(parts).Score;
            Assert.True(profile.WithMissing(MissingKeyResults.CountAsZero).Combine(parts).Score <= leftOut + Tolerance);
            Assert.Equal(leftOut, profile.WithMissing(MissingKeyResults.LeftOutUntilClosing).Combine(parts).Score);
            Assert.Equal(
                profile.WithMissing(MissingKeyResults.CountAsZero).Combine(parts),
                profile.WithMissing(MissingKeyResults.LeftOutUntilClosing).Combine(ScoringMoment.Closing, parts));
        }
    }

    [Property]
    public void Every_preset_answers_whatever_comes_within_its_limits(Results results)
    {
        foreach (var preset in ScoringProfile.Presets)
        {
            var score = preset.Combine(Parts(results.All).Append(ScorePart.Of(Progress.NotStarted)).Append(ScorePart.Of(Progress.NotScored)));
            Assert.False(score.Score < preset.Limits.Floor);
            Assert.False(score.Score > preset.Limits.Cap);
            Assert.InRange(score.Coverage, 0m, 1m);
            Assert.NotNull(preset.Grades.BandOf(preset.Display.Round(score.Score!.Value)));
        }
    }

    [Property]
    public void Every_number_falls_into_exactly_one_band(Results results, ushort score)
    {
        decimal[] cuts = [.. results.All.Select(each => each.Value).Distinct().Order()];
        var scale = GradeScale.Of("lowest", cuts.Select((cut, index) => GradeBand.Starting(cut, $"band {index}")));
        foreach (var number in cuts.Append(score).Append(-score).Append(score / 7m))
        {
            var band = scale.BandOf(number);
            Assert.Equal(band, Assert.Single(scale.Bands, each => !(number < each.From) && !(number >= each.Below)));
        }
    }

    [Property]
    public void Displayed_shares_total_a_hundred_and_each_is_off_by_less_than_its_last_decimal(Results results, byte digits)
    {
        decimal[] weights = [.. results.All.Select(each => (decimal)each.Weight)];
        var shares = WeightShares.Percentages(weights, digits % 5);
        Assert.Equal(100m, shares.Sum());
        var step = (decimal)Math.Pow(10, -(digits % 5));
        Assert.All(shares.Zip(WeightShares.Of(weights)), pair => Assert.True(Math.Abs(pair.First - (pair.Second * 100m)) < step));
    }

    [Property]
    public void A_rounded_score_is_off_by_at_most_half_of_its_last_decimal_or_cut_off(Way way)
    {
        var score = way.One / 997m;
        foreach (var mode in Enum.GetValues<RoundingMode>())
        {
            var distance = Math.Abs(DisplayRounding.To(2, mode).Round(score) - score);
            Assert.True(mode == RoundingMode.Truncate ? distance < 0.01m : distance <= 0.005m);
        }
    }

    [Theory]
    [MemberData(nameof(Aggregations))]
    public void Nothing_is_no_score_and_weightless_parts_are_nothing(ScoreAggregation aggregation)
    {
        var profile = ScoringProfile.Default.WithAggregation(aggregation);
        Assert.Null(profile.Combine().Score);
        Assert.Null(profile.Combine(ScorePart.Of(0.5m, 0m)).Score);
        Assert.Equal(0m, profile.WithEmpty(EmptyScore.Zero).Combine().Score);
    }

    private static IEnumerable<ScoringProfile> Profiles() =>
        Enum.GetValues<ScoreAggregation>().Select(ScoringProfile.Default.WithAggregation).Concat(ScoringProfile.Presets);

    private static IEnumerable<ScorePart> Parts(IEnumerable<Result> results) => results.Select(each => ScorePart.Of(each.Value / 1_000m, each.Weight));

    private static CombinedScore Combined(ScoreAggregation aggregation, IReadOnlyList<Result> results) =>
        ScoringProfile.Default.WithAggregation(aggregation).Combine(Parts(results));
}
