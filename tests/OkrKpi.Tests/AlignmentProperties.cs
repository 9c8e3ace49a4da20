using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(AlignmentProperties)])]
public class AlignmentProperties
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate AsOf = new(2026, 8, 15);

    public static Arbitrary<Company> Companies() => Arb.From(
        from size in Gen.Choose(1, 40)
        from seed in Gen.Choose(0, int.MaxValue)
        select Company.Drawn(size, seed));

    [Property]
    public void The_order_of_objectives_does_not_matter(Company company)
    {
        Objective[] shuffled = [.. company.Objectives];
        new Random(company.Seed).Shuffle(shuffled);
        var (one, other) = (Portfolio(company.Objectives).Score(AsOf), Portfolio(shuffled).Score(AsOf));
        foreach (var score in one.Objectives)
        {
            Near(score.Score, other.Of(score.Objective.Id).Score);
            Near(score.Coverage, other.Of(score.Objective.Id).Coverage);
        }

        Assert.All(one.Units, unit => Near(unit.Score, other.Unit(unit.Unit.Name).Score));
    }

    [Property]
    public void The_weights_of_the_key_results_below_an_objective_add_up_to_1(Company company)
    {
        foreach (var rule in Rules())
        {
            var scores = Portfolio(company.Objectives).Score(AsOf, ScoringProfile.Default.With(rule));
            foreach (var score in scores.Objectives.Where(score => score.Score is not null))
            {
                var leaves = Leaves(score);
                Near(1m, leaves.Values.Sum(leaf => leaf.Weight));
                Near(score.Score, leaves.Values.Sum(leaf => leaf.Weight * leaf.Score));
            }
        }
    }

    [Property]
    public void A_rolled_up_score_lies_between_the_worst_and_the_best_key_result_below(Company company)
    {
        foreach (var score in Portfolio(company.Objectives).Score(AsOf).Objectives.Where(score => score.Score is not null))
        {
            var leaves = Leaves(score).Values.Where(leaf => leaf.Weight > 0m).Select(leaf => leaf.Score).ToArray();
            Assert.InRange(score.Score!.Value, leaves.Min() - 1e-12m, leaves.Max() + 1e-12m);
        }
    }

    [Property]
    public void A_unit_counts_every_objective_below_it_once(Company company)
    {
        var scores = Portfolio(company.Objectives).In(company.Organisation).Score(AsOf);
        foreach (var unit in scores.Units)
        {
            var below = company.Below(unit.Unit.Name);
            var owned = scores.Objectives.Where(score => below.Contains(score.Objective.Owner!) || score.Objective.Sharers.Any(below.Contains)).ToArray();
            Assert.Equal(owned.Length, unit.ObjectiveCount);
            var scored = owned.Where(score => score.Own.Score is not null).Select(score => score.Own.Score!.Value).ToArray();
            Near(scored.Length == 0 ? null : scored.Average(), unit.Score);
        }
    }

    [Property]
    public void What_is_aligned_twice_as_deep_changes_nothing_but_the_depth(Company company)
    {
        // An objective without key results between a child and its only parent passes the child's score on.
        var child = company.Objectives.LastOrDefault(objective => objective.Alignments.Count == 1);
        if (child is not null)
        {
            var parent = child.Alignments[0];
            var between = Objective.Define("between", "Between", Quarter).AlignedTo(parent);
            var direct = Portfolio(company.Objectives).Score(AsOf).Of(parent.Objective).Score;
            var longer = Portfolio(
                company.Objectives.Select(objective => objective == child ? Company.Unaligned(child).AlignedTo("between") : objective).Append(between))
                .Score(AsOf)
                .Of(parent.Objective).Score;
            Near(direct, longer);
        }
    }

    [Fact]
    public void A_chain_of_100_000_objectives_and_units_is_scored()
    {
        const int Levels = 100_000;
        var bottom = Objective.Define($"o{Levels}", "O", Quarter)
            .With(KeyResult.Define("kr", "KR", Unit.Percent, Goal.FromTo(0m, 100m)))
            .CheckIn("kr", new LocalDate(2026, 8, 1), 40m);
        var objectives = Enumerable.Range(0, Levels).Select(level => Objective.Define($"o{level}", "O", Quarter)).Append(bottom)
            .Select((objective, level) => (level == 0 ? objective : objective.AlignedTo($"o{level - 1}")).OwnedBy($"u{level}"));
        var units = Enumerable.Range(0, Levels + 1).Select(level => OrganisationUnit.Team($"u{level}", level == 0 ? null : $"u{level - 1}"));
        var scores = OkrKpi.Portfolio.Of([], objectives, []).In(Organisation.Of(units)).Score(AsOf);
        Assert.Equal(0.4m, scores["o0"].Score);
        Assert.Equal(0.4m, scores.Unit("u0").Score);
        Assert.Equal(Levels, scores.AlignedTo("o0").Count);
        Assert.NotEmpty(scores["o0"].Explain().ToString());
    }

    [Fact]
    public void A_circle_of_100_000_objectives_is_refused()
    {
        const int Levels = 100_000;
        var objectives = Enumerable.Range(0, Levels).Select(level => Objective.Define($"o{level}", "O", Quarter).AlignedTo($"o{(level + 1) % Levels}"));
        Assert.Contains("o0 -> o1 -> o2", Assert.Throws<ArgumentException>(() => OkrKpi.Portfolio.Of([], objectives, [])).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<CombiningRule> Rules() =>
        from alignment in Enum.GetValues<AlignmentCombining>()
        from shared in Enum.GetValues<SharedObjectives>()
        select CombiningRule.Default.WithAlignment(alignment).WithShared(shared);

    private static Portfolio Portfolio(IEnumerable<Objective> objectives) => OkrKpi.Portfolio.Of([], objectives, []);

    // The shares multiplied along every way down to a key result, added up by key result.
    private static Dictionary<KeyResultScore, (decimal Weight, decimal Score)> Leaves(AlignedScore top)
    {
        var leaves = new Dictionary<KeyResultScore, (decimal Weight, decimal Score)>();
        var pending = new Stack<(AlignedScore Score, decimal Share)>([(top, 1m)]);
        while (pending.TryPop(out var next))
        {
            foreach (var item in next.Score.Items.Where(item => item.Share > 0m))
            {
                if (item.KeyResult is { } keyResult)
                {
                    leaves[keyResult] = (leaves.GetValueOrDefault(keyResult).Weight + (next.Share * item.Share), item.Score!.Value);
                }
                else
                {
                    pending.Push((item.Aligned!, next.Share * item.Share));
                }
            }
        }

        return leaves;
    }

    private static void Near(decimal? expected, decimal? actual) =>
        Assert.True(
            expected is null ? actual is null : actual is not null && Math.Abs(expected.Value - actual.Value) <= 1e-12m,
            $"{expected} expected, {actual} given");
}

/// <summary>
/// A company drawn at random: objectives that contribute to, support and share, key results with and without values, and units four levels deep.
/// </summary>
public sealed record Company(IReadOnlyList<Objective> Objectives, Organisation Organisation, int Seed)
{
    internal static Company Drawn(int size, int seed)
    {
        var random = new Random(seed);
        var units = Enumerable.Range(0, 12).Select(unit => OrganisationUnit.Team($"u{unit}", unit == 0 ? null : $"u{random.Next(unit)}")).ToArray();
        var objectives = new List<Objective>();
        for (var number = 0; number < size; number++)
        {
            var objective = Objective.Define($"o{number}", $"O{number}", Cycle.Quarter(2026, 3)).OwnedBy($"u{random.Next(units.Length)}");
            for (var shared = random.Next(4); shared > 2; shared--)
            {
                objective = objective.SharedBy($"u{random.Next(units.Length)}");
            }

            for (var index = random.Next(4); index > 0; index--)
            {
                var keyResult = KeyResult.Define($"kr{index}", $"KR{index}", Unit.Percent, random.Next(5) == 0 ? Goal.AtLeast(50m) : Goal.FromTo(0m, 100m))
                    .Weighing(random.Next(1, 4));
                objective = objective.With(random.Next(4) == 0 ? keyResult : keyResult.With(CheckIn.On(new LocalDate(2026, 8, 1), random.Next(-20, 130))));
            }

            foreach (var parent in Enumerable.Range(0, number).OrderBy(_ => random.Next()).Take(random.Next(3)))
            {
                var link = Alignment.To($"o{parent}").Weighing(random.Next(1, 4));
                link = random.Next(5) == 0 ? link.Supporting() : link;
                objective = objective.AlignedTo(
                    objectives[parent].KeyResults is [var keyResult, ..] && random.Next(3) == 0 ? link.ToKeyResult(keyResult.Id.Value) : link);
            }

            objectives.Add(objective);
        }

        return new(objectives, Organisation.Of(units), seed);
    }

    internal HashSet<string> Below(string unit)
    {
        var below = new HashSet<string>([unit], StringComparer.Ordinal);
        var before = 0;
        while (before < below.Count)
        {
            before = below.Count;
            below.UnionWith(Organisation.Units.Where(each => each.Under is not null && below.Contains(each.Under)).Select(each => each.Name).ToArray());
        }

        return below;
    }

    internal static Objective Unaligned(Objective objective) => objective.KeyResults.Aggregate(
        Objective.Define(objective.Id, objective.Title, objective.Cycle).OwnedBy(objective.Owner!), (bare, keyResult) => bare.With(keyResult));
}
