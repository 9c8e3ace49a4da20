using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(OrganisationColumnsProperties)])]
public class OrganisationColumnsProperties
{
    public static Arbitrary<Columns> Drawn() => Arb.From(
        from size in Gen.Choose(1, 60)
        from seed in Gen.Choose(0, int.MaxValue)
        select Columns.Drawn(size, seed));

    [Property]
    public void Columns_score_as_the_portfolio_does_by_any_profile(Columns columns, int seed)
    {
        var random = new Random(seed);
        var profile = random.Next(4) == 0 ? ScoringProfile.Presets[random.Next(ScoringProfile.Presets.Count)] : Profiles.Drawn(random);
        var (moment, asOf) = random.Next(3) == 0 ? (ScoringMoment.Closing, new LocalDate(2026, 9, 30)) : (ScoringMoment.Running, new LocalDate(2026, 8, 15));
        var scores = columns.Index.With(profile).At(moment).Score(columns.Starts, columns.Targets, columns.Currents);
        var portfolio = columns.Portfolio().Score(asOf, profile);
        for (var each = 0; each < columns.ObjectiveOf.Length; each++)
        {
            Near(
                portfolio[$"o{columns.ObjectiveOf[each]}"].Own.KeyResults.Single(score => score.KeyResult.Id == KeyResultId.Of($"kr{each}")).Score,
                scores.KeyResults[each]);
        }

        for (var each = 0; each < columns.Objectives; each++)
        {
            Near(portfolio[$"o{each}"].Score, scores.Objectives[each]);
            Near(portfolio[$"o{each}"].Own.Score, scores.Own[each]);
        }

        for (var each = 0; each < columns.UnitParents.Length; each++)
        {
            Near(portfolio.Unit($"u{each}").Score, scores.Units[each]);
        }
    }

    [Property]
    public void Doubles_give_the_scores_to_12_digits_and_the_same_bands_for_every_item(Columns columns, int seed)
    {
        var random = new Random(seed);
        var index = random.Next(2) == 0 ? columns.Index : columns.Index.With(Profiles.Drawn(random));
        var exact = index.Score(columns.Starts, columns.Targets, columns.Currents);
        var simulated = index.Simulate(
            Doubles(columns.Starts), Doubles(columns.Targets), [.. columns.Currents.Select(value => value is { } number ? (double)number : double.NaN)]);
        foreach (var scale in new[] { GradeScale.TrafficLight, GradeScale.Doerr, GradeScale.ServiceNow, GradeScale.Boja })
        {
            SameBands(exact.KeyResults, simulated.KeyResults, scale);
            SameBands(exact.Own, simulated.Own, scale);
            SameBands(exact.Objectives, simulated.Objectives, scale);
            SameBands(exact.Units, simulated.Units, scale);
        }
    }

    [Property]
    public void Scoring_again_in_place_gives_the_same_and_allocates_nothing(Columns columns)
    {
        var scores = columns.Index.Score(columns.Starts, columns.Targets, columns.Currents);
        decimal?[] first = [.. scores.Objectives, .. scores.Units];
        var (starts, targets, currents) = (Doubles(columns.Starts), Doubles(columns.Targets), new double[columns.Currents.Length]);
        var simulated = columns.Index.Simulate(starts, targets, currents);
        simulated.Rescore(starts, targets, currents);
        var before = GC.GetAllocatedBytesForCurrentThread();
        scores.Rescore(columns.Starts, columns.Targets, columns.Currents);
        simulated.Rescore(starts, targets, currents);
        Assert.Equal(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, [.. scores.Objectives, .. scores.Units]);
    }

    [Fact]
    public void Numbers_that_cannot_be_scored_give_no_score_or_a_message()
    {
        var index = OrganisationColumns.Of([0, 0, 0, 0, 0], 1);
        var simulated = index.Simulate(
            [0d, 5d, double.NegativeInfinity, 0d, double.MinValue], [1d, 5d, 1d, double.NaN, double.MaxValue], [double.PositiveInfinity, 5d, 1d, 1d, 0d]);
        Assert.All(simulated.KeyResults.ToArray(), score => Assert.True(double.IsNaN(score)));
        Assert.Null(index.Score(new decimal[5], new decimal[5], new decimal?[5]).Objectives[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Score(Filled(decimal.MinValue), Filled(decimal.MaxValue), [1m, 1m, 1m, 1m, 1m]));
        Assert.Throws<ArgumentException>(() => index.Score(new decimal[4], new decimal[5], new decimal?[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrganisationColumns.Of([1], 1));
        Assert.Contains(
            "0 -> 1 -> 0", Assert.Throws<ArgumentException>(() => OrganisationColumns.Of([], 2).Aligned([0, 1], [1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "0 -> 1 -> 0", Assert.Throws<ArgumentException>(() => OrganisationColumns.Of([], 0).Organised([], [1, 0])).Message, StringComparison.Ordinal);

        static decimal[] Filled(decimal value) => [value, value, value, value, value];
    }

    private static void SameBands(ReadOnlySpan<decimal?> exact, ReadOnlySpan<double> simulated, GradeScale scale)
    {
        var bands = new int[simulated.Length];
        ScoreColumns.Grade(simulated, scale, bands);
        for (var each = 0; each < bands.Length; each++)
        {
            if (exact[each] is { } score)
            {
                Assert.InRange(simulated[each], (double)score - 1e-12, (double)score + 1e-12);
                Assert.Equal(scale.BandOf(score), scale.Bands[bands[each]]);
            }
            else
            {
                Assert.Equal(-1, bands[each]);
            }
        }
    }

    private static double[] Doubles(IEnumerable<decimal> values) => [.. values.Select(value => (double)value)];

    private static void Near(decimal? expected, decimal? actual) =>
        Assert.True(
            expected is null ? actual is null : actual is not null && Math.Abs(expected.Value - actual.Value) <= 1e-20m,
            $"{expected} expected, {actual} given");
}

/// <summary>Columns of an organisation drawn at random, and the same as a portfolio.</summary>
public sealed record Columns(
    int Objectives, int[] ObjectiveOf, decimal[] Weights, int[] Children, int[] Parents, decimal[] LinkWeights, int[] UnitOf, int[] UnitParents,
    decimal[] Starts, decimal[] Targets, decimal?[] Currents)
{
    internal bool IsStated { get; } = LinkWeights.Length % 2 == 0;

    internal OrganisationColumns Index { get; } = Linked(
        OrganisationColumns.Of(ObjectiveOf, Objectives).Weighing(Weights), Children, Parents, LinkWeights).Organised(UnitOf, UnitParents);

    private static OrganisationColumns Linked(OrganisationColumns index, int[] children, int[] parents, decimal[] weights) =>
        weights.Length % 2 == 0 ? index.Aligned(children, parents, weights) : index.Aligned(children, parents);

    internal static Columns Drawn(int size, int seed)
    {
        var random = new Random(seed);
        var objectives = Math.Max(size / 3, 1);
        var objectiveOf = Enumerable.Range(0, size).Select(_ => random.Next(objectives)).ToArray();
        var isGrouped = random.Next(2) == 0;
        if (isGrouped)
        {
            Array.Sort(objectiveOf);
        }

        // A hidden order, so that parents do not simply come before their children.
        var rank = Enumerable.Range(0, objectives).ToArray();
        random.Shuffle(rank);
        var links = Enumerable.Range(0, objectives * 2).Select(_ => (Child: random.Next(objectives), Parent: random.Next(objectives)))
            .Where(link => rank[link.Child] > rank[link.Parent]).Distinct().ToArray();
        var units = random.Next(1, 6);
        var starts = Enumerable.Range(0, size).Select(_ => random.Next(-50, 50) / 10m).ToArray();
        var targets = starts.Select(start => start + (random.Next(2) == 0 ? random.Next(1, 100) : -random.Next(1, 100)) / 10m).ToArray();
        var currents = starts.Zip(targets, (start, target) => random.Next(6) switch
        {
            0 => (decimal?)null,
            1 => start + ((target - start) * random.Next(-2, 13) / 10m),
            2 => start + ((target - start) * random.Next(0, 41) / 40m),
            _ => random.Next(-100, 100) / 10m,
        }).ToArray();
        return new(
            objectives, objectiveOf, [.. objectiveOf.Select(_ => (decimal)random.Next(0, 4))],
            [.. links.Select(link => link.Child)], [.. links.Select(link => link.Parent)], [.. links.Select(_ => (decimal)random.Next(0, 4))],
            [.. Enumerable.Range(0, objectives).Select(_ => random.Next(units))],
            [.. Enumerable.Range(0, units).Select(unit => unit == 0 ? -1 : random.Next(unit))],
            starts, targets, currents);
    }

    internal Portfolio Portfolio()
    {
        var objectives = Enumerable.Range(0, Objectives)
            .Select(each => Objective.Define($"o{each}", $"O{each}", Cycle.Quarter(2026, 3)).OwnedBy($"u{UnitOf[each]}"))
            .ToArray();
        for (var each = 0; each < ObjectiveOf.Length; each++)
        {
            var keyResult = KeyResult.Define($"kr{each}", $"KR{each}", Unit.Percent, Goal.FromTo(Starts[each], Targets[each])).Weighing(Weights[each]);
            objectives[ObjectiveOf[each]] = objectives[ObjectiveOf[each]].With(
                Currents[each] is { } current ? keyResult.With(CheckIn.On(new LocalDate(2026, 8, 1), current)) : keyResult);
        }

        for (var link = 0; link < Children.Length; link++)
        {
            objectives[Children[link]] = objectives[Children[link]].AlignedTo($"o{Parents[link]}", IsStated ? LinkWeights[link] : null);
        }

        var units = UnitParents.Select((parent, unit) => OrganisationUnit.Team($"u{unit}", parent < 0 ? null : $"u{parent}"));
        return OkrKpi.Portfolio.Of([], objectives, []).In(Organisation.Of(units));
    }
}
