using NodaTime;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace OkrKpi.Tests;

/// <summary>What is aligned is scored by the policies an objective is scored by when alone.</summary>
public sealed class AlignedPolicies
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Running = new(2026, 8, 15);
    private static readonly LocalDate Closing = new(2026, 9, 30);

    /// <summary>Every preset, and each of them with every policy for what is missing, has not started, is empty or is combined.</summary>
    private static readonly ScoringProfile[] Profiles =
    [
        .. ScoringProfile.Presets,
        .. from missing in Enum.GetValues<MissingKeyResults>()
           from notStarted in Enum.GetValues<NotStartedKeyResults>()
           from empty in Enum.GetValues<EmptyScore>()
           from aggregation in Enum.GetValues<ScoreAggregation>()
           from guardrail in Enum.GetValues<BrokenGuardrail>()
           select ScoringProfile.Default.WithMissing(missing).WithNotStarted(notStarted).WithEmpty(empty).WithAggregation(aggregation).WithGuardrail(guardrail),
    ];

    [Fact]
    public void An_aligned_parent_without_children_scores_as_alone_under_every_preset()
    {
        var scored = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            foreach (var objective in Portfolios.Of(seed).Objectives)
            {
                var parent = Unaligned(objective);
                var asOf = LocalDate.Min(parent.Cycle.Start.PlusDays(seed % 150), new(9997, 12, 31));

                // A child that is linked only does not count, but goes the way of those that do.
                var linked = Objective.Define("linked", "Linked only", parent.Cycle)
                    .With(KeyResult("kr").With(CheckIn.On(parent.Cycle.Start, 50m)))
                    .AlignedTo(Alignment.To(parent.Id).Weighing(0m));
                foreach (var profile in seed % 6 == 0 ? Profiles : [.. ScoringProfile.Presets])
                {
                    var alone = parent.Score(asOf, profile);
                    var childless = Portfolio.Of([], [parent], []).Score(asOf, profile).Of(parent.Id);
                    var beside = Portfolio.Of([], [parent, linked], []).Score(asOf, profile).Of(parent.Id);
                    Assert.Equal((seed, alone.Score, alone.Coverage), (seed, childless.Score, childless.Coverage));
                    Near(alone.Score, beside.Score, $"{objective} of seed {seed} by {profile}");
                    Near(alone.Coverage, beside.Coverage, $"{objective} of seed {seed} by {profile}");
                    scored += alone.Score > 0m ? 1 : 0;
                }
            }
        }

        Assert.InRange(scored, 1_000, int.MaxValue);
    }

    [Theory]
    [InlineData(MissingKeyResults.LeftOut, 0.6, 0.6)]
    [InlineData(MissingKeyResults.LeftOutUntilClosing, 0.6, 0.3)]
    [InlineData(MissingKeyResults.CountAsZero, 0.3, 0.3)]
    [InlineData(MissingKeyResults.CountAsZeroUnlessAllMissing, 0.3, 0.3)]
    public void What_is_missing_beside_what_is_aligned_counts_by_the_profile(MissingKeyResults missing, decimal running, decimal closing)
    {
        var profile = ScoringProfile.Default.WithMissing(missing);
        Objective[] silentParent = [Bare("parent").With(Silent), At("child", 60m)];
        Objective[] silentChild = [At("parent", 60m, null), Bare("child").With(Silent).AlignedTo("parent")];
        Assert.Equal((running, closing), (Score(silentParent, Running, profile), Score(silentParent, Closing, profile)));
        Assert.Equal(running, Score(silentChild, Running, profile));

        // At closing the silent child is a 0 by itself.
        Assert.Equal(missing == MissingKeyResults.LeftOut ? 0.6m : 0.3m, Score(silentChild, Closing, profile));
    }

    [Fact]
    public void There_is_no_score_when_nothing_is_known_about_any_of_them() => Assert.Null(
        Score([Bare("parent").With(Silent), Bare("child").With(Silent).AlignedTo("parent")], Running,
            ScoringProfile.Default.WithMissing(MissingKeyResults.CountAsZeroUnlessAllMissing)));

    [Fact]
    public void What_has_not_started_is_missing_beside_what_is_aligned_too_when_the_profile_says_so()
    {
        Objective[] objectives = [Bare("parent").With(KeyResult("open")).With(KeyResult("kr").With(CheckIn.On(Quarter.Start, 50m))), At("child", 100m)];
        Assert.Equal(0.5m, Score(objectives, Running, ScoringProfile.Default));
        Assert.Equal(0.75m, Score(objectives, Running, ScoringProfile.Default.WithNotStarted(NotStartedKeyResults.AreMissing)));
    }

    [Fact]
    public void Nothing_of_its_own_is_no_zero_beside_what_is_aligned()
    {
        var zero = ScoringProfile.Default.WithEmpty(EmptyScore.Zero);
        Assert.Equal(0.8m, Score([Bare("parent"), At("child", 80m)], Running, zero));
        Assert.Equal(
            0.8m, Score([Bare("parent"), At("child", 80m)], Running, zero.With(CombiningRule.Default.WithAlignment(AlignmentCombining.OwnKeyResultsFirst))));
        Assert.Equal(0m, Score([Bare("parent").With(Silent), Bare("child").AlignedTo(Alignment.To("parent").Weighing(0m))], Running, zero));
    }

    [Fact]
    public void The_smallest_is_the_smallest_of_all() =>
        Assert.Equal(0m, Score([At("parent", 100m, null), At("child", 0m)], Running, ScoringProfile.Default.WithAggregation(ScoreAggregation.Minimum)));

    private static KeyResult Silent { get; } = OkrKpi.KeyResult.Define("silent", "Silent", Unit.Percent, Goal.AtLeast(50m));

    private static decimal? Score(Objective[] objectives, LocalDate asOf, ScoringProfile profile) =>
        Portfolio.Of([], objectives, []).Score(asOf, profile)["parent"].Score;

    private static Objective Bare(string id) => Objective.Define(id, id, Quarter);

    private static KeyResult KeyResult(string id) => OkrKpi.KeyResult.Define(id, id, Unit.Percent, Goal.FromTo(0m, 100m));

    private static Objective At(string id, decimal percent, string? parent = "parent")
    {
        var objective = Bare(id).With(KeyResult("kr").With(CheckIn.On(Quarter.Start, percent)));
        return parent is null ? objective : objective.AlignedTo(parent);
    }

    private static Objective Unaligned(Objective objective)
    {
        var bare = Objective.Define(objective.Id, objective.Title, objective.Cycle).As(objective.Kind)
            .With(objective.KeyResults.Where(each => each.Measures is null));
        bare = objective.Override is { } given ? bare.Overridden(given) : bare;
        return objective.ClosedOn is { } on ? bare.Closed(on) : bare;
    }

    private static void Near(decimal? expected, decimal? actual, string what) =>
        Assert.True(
            expected is null ? actual is null : actual is not null && Math.Abs(expected.Value - actual.Value) <= 1e-20m,
            $"{what}: {expected} expected, {actual} given");
}
