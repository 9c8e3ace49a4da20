using NodaTime;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace OkrKpi.Tests;

/// <summary>What holds for every objective, tree and profile, drawn at random.</summary>
public sealed class OneWayProperties
{
    [Fact]
    public void The_weighted_part_of_every_explanation_adds_up_under_every_preset_cap_and_pin()
    {
        var scored = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var portfolio = Portfolios.Of(seed);
            var random = new Random(seed);
            foreach (var profile in ScoringProfile.Presets.Append(Profiles.Drawn(random)))
            {
                foreach (var score in portfolio.Score(DateOf(random, portfolio), profile).Objectives)
                {
                    AddsUp(score.Own, $"{score.Objective} of seed {seed} by {profile.Name}");
                    var shares = score.Items.Sum(item => item.Share);
                    if (score.Own.Override is null && score.Weighted is { } weighted)
                    {
                        Near(1m, shares, $"shares of {score.Objective} of seed {seed} by {profile.Name}");
                        Near(weighted, score.Items.Sum(item => item.Share * (item.Score ?? 0m)), $"{score.Objective} of seed {seed} by {profile.Name}");
                        scored++;
                    }
                }
            }
        }

        Assert.InRange(scored, 1_000, int.MaxValue);
    }

    [Fact]
    public void Weights_that_are_all_multiplied_change_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var company = Company.Drawn(10, seed);
            var factor = random.Next(2, 200);
            var scaled = company.Objectives.Select(objective => objective.Alignments.Aggregate(
                objective.KeyResults.Aggregate(
                    Objective.Define(objective.Id, objective.Title, objective.Cycle).OwnedBy(objective.Owner!),
                    (each, keyResult) => each.With(keyResult.Weighing(keyResult.Weight * factor))),
                (each, link) => each.AlignedTo(link.Weight is { } weight ? link.Weighing(weight * factor) : link)));
            var profile = Profiles.Drawn(random);
            var date = new LocalDate(2026, 8, 15);
            var (before, after) = (Portfolio.Of([], company.Objectives, []).Score(date, profile), Portfolio.Of([], scaled, []).Score(date, profile));
            foreach (var score in before.Objectives)
            {
                Near(score.Score, after.Of(score.Objective.Id).Score, $"{score.Objective} of seed {seed} by {profile} and {profile.Combining}");
            }
        }
    }

    [Fact]
    public void After_the_end_no_check_in_changes_anything()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            foreach (var objective in Portfolios.Of(seed).Objectives.Where(each => each.Cycle.End < new LocalDate(9990, 1, 1)))
            {
                var later = objective.ClosingDate.PlusDays(random.Next(1, 60));
                var asOf = later.PlusDays(random.Next(0, 60));
                var more = objective.KeyResults.Where(each => each.Goal.PartNames.Count == 0 && each.Goal is not OrdinalGoal)
                    .Aggregate(objective, (each, keyResult) => each.CheckIn(keyResult.Id.Value, later, random.Next(1_000)));
                var profile = Profiles.Drawn(random);
                var (before, after) = (objective.Score(asOf, profile), more.Score(asOf, profile));
                Assert.Equal((seed, before.Score, before.Raw, before.Coverage), (seed, after.Score, after.Raw, after.Coverage));
                Assert.Equal((seed, before.Outcome, before.Pace, before.IsGuardrailBroken), (seed, after.Outcome, after.Pace, after.IsGuardrailBroken));
                Assert.Equal(
                    before.KeyResults.Select(each => (each.Score, each.Current, each.Pace)),
                    after.KeyResults.Select(each => (each.Score, each.Current, each.Pace)));
            }
        }
    }

    [Fact]
    public void The_pace_of_what_is_over_never_contradicts_the_outcome()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            foreach (var objective in Portfolios.Of(seed).Objectives)
            {
                var score = objective.Score(objective.ClosingDate, Profiles.Drawn(new Random(seed)));
                Assert.True(
                    (score.Outcome, score.Pace.Status) is (Outcome.Success, PaceStatus.Achieved) or (
                        Outcome.Near or Outcome.Missed, PaceStatus.Missed) or (null, PaceStatus.NotPaced),
                    $"{objective} of seed {seed}: {score.Outcome}, {score.Pace.Status}");
            }
        }
    }

    private static void AddsUp(ObjectiveScore score, string what)
    {
        var sum = score.KeyResults.Zip(score.Parts).Sum(each => (each.First.Counts ?? 0m) * each.Second);
        Near(score.Weighted ?? 0m, sum, what);
        Near(score.Weighted is null ? 0m : 1m, score.Parts.Sum(), $"parts of {what}");
        if (score.Profile.Aggregation is ScoreAggregation.Mean or ScoreAggregation.WeightedMean && !score.IsGuardrailBroken && score.Weighted is not null)
        {
            Near(score.ComputedScore, score.Weighted, $"score of {what}");
        }

        Assert.Equal(score.Weighted is null ? 0m : 100m, score.Shares.Sum());
    }

    private static LocalDate DateOf(Random random, Portfolio portfolio) => portfolio.Objectives.Count == 0 ? new(2026, 8, 15)
        : LocalDate.Min(portfolio.Objectives[random.Next(portfolio.Objectives.Count)].Cycle.Start.PlusDays(random.Next(150)), new(9997, 12, 31));

    private static void Near(decimal? expected, decimal? actual, string what) => Assert.True(
        expected is null ? actual is null : actual is not null && Math.Abs(expected.Value - actual.Value) <= 1e-12m * Math.Max(1m, Math.Abs(expected.Value)),
        $"{what}: {expected} expected, {actual} given");
}
