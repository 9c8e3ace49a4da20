using BenchmarkDotNet.Attributes;

namespace OkrKpi.Benchmarks;

/// <summary>
/// 1,000,000 key results under 250,000 objectives eight levels deep, owned by 100,000 teams; every figure is for all of them, so a millisecond is a nanosecond
/// a key result.
/// </summary>
[MemoryDiagnoser]
public class OrganisationBenchmarks
{
    private const int KeyResults = 1_000_000;
    private const int Objectives = 250_000;
    private const int Teams = 100_000;

    private readonly int[] objectiveOf = new int[KeyResults];
    private readonly int[] children = new int[Objectives - 1];
    private readonly int[] parents = new int[Objectives - 1];
    private readonly int[] teamOf = new int[Objectives];
    private readonly int[] teamParents = new int[Teams];
    private readonly decimal[] weights = new decimal[KeyResults];
    private readonly decimal[] starts = new decimal[KeyResults];
    private readonly decimal[] targets = new decimal[KeyResults];
    private readonly decimal?[] currents = new decimal?[KeyResults];
    private readonly int[] bands = new int[KeyResults];

    private double[] startsDouble = [];
    private double[] targetsDouble = [];
    private double[] currentsDouble = [];
    private OrganisationColumns index = OrganisationColumns.Of([], 0);
    private OrganisationScores? scores;
    private ScoreColumns? simulated;
    private NaiveObjective[] naive = [];
    private NaiveTeam[] naiveTeams = [];

    [GlobalSetup]
    public void Setup()
    {
        // A fixed sequence, the same on every machine.
        var state = 12345u;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }

        for (var each = 0; each < KeyResults; each++)
        {
            objectiveOf[each] = each / 4;
            weights[each] = 1 + Next(3);
            starts[each] = Next(1_000);
            var way = (decimal)(1 + Next(5_000)) / 10m;
            targets[each] = starts[each] + (Next(3) == 0 ? -way : way);
            currents[each] = starts[each] + ((targets[each] - starts[each]) * (Next(1_300) - 100) / 1_000m);
        }

        // Five times as many objectives on each of eight levels.
        for (var each = 1; each < Objectives; each++)
        {
            children[each - 1] = each;
            parents[each - 1] = Parent(each);
        }

        for (var each = 0; each < Objectives; each++)
        {
            teamOf[each] = Next(Teams);
        }

        for (var each = 0; each < Teams; each++)
        {
            teamParents[each] = each == 0 ? -1 : (each - 1) / 5;
        }

        startsDouble = Array.ConvertAll(starts, value => (double)value);
        targetsDouble = Array.ConvertAll(targets, value => (double)value);
        currentsDouble = Array.ConvertAll(currents, value => (double)value!.Value);
        index = Prepare();
        scores = index.Score(starts, targets, currents);
        simulated = index.Simulate(startsDouble, targetsDouble, currentsDouble);
        naiveTeams = [.. Enumerable.Range(0, Teams).Select(_ => new NaiveTeam())];
        naive = [.. Enumerable.Range(0, Objectives).Select(_ => new NaiveObjective())];
        for (var each = 0; each < KeyResults; each++)
        {
            naive[objectiveOf[each]].KeyResults.Add(
                new NaiveKeyResult { Start = starts[each], Target = targets[each], Current = currents[each]!.Value, Weight = weights[each] });
        }

        for (var each = 0; each < Objectives; each++)
        {
            naiveTeams[teamOf[each]].Objectives.Add(naive[each]);
            if (each > 0)
            {
                naive[Parent(each)].Children.Add(naive[each]);
            }
        }

        for (var each = 1; each < Teams; each++)
        {
            naiveTeams[teamParents[each]].Parts.Add(naiveTeams[each]);
        }
    }

    [Benchmark(Baseline = true)]
    public decimal NaiveObjects()
    {
        naive[0].Rescore();
        return naiveTeams[0].Rescore().Sum;
    }

    [Benchmark]
    public void Exact() => scores!.Rescore(starts, targets, currents);

    [Benchmark]
    public void Simulated() => simulated!.Rescore(startsDouble, targetsDouble, currentsDouble);

    [Benchmark]
    public void SimulatedWithBands()
    {
        simulated!.Rescore(startsDouble, targetsDouble, currentsDouble);
        ScoreColumns.Grade(simulated.KeyResults, GradeScale.TrafficLight, bands);
        ScoreColumns.Grade(simulated.Objectives, GradeScale.TrafficLight, bands);
        ScoreColumns.Grade(simulated.Units, GradeScale.TrafficLight, bands);
    }

    [Benchmark]
    public OrganisationColumns Prepare() =>
        OrganisationColumns.Of(objectiveOf, Objectives).Weighing(weights).Aligned(children, parents).Organised(teamOf, teamParents);

    private static int Parent(int objective) => (objective - 1) / 5;

    private sealed class NaiveKeyResult
    {
        internal decimal Start { get; init; }

        internal decimal Target { get; init; }

        internal decimal Current { get; init; }

        internal decimal Weight { get; init; }

        internal decimal Score => Math.Clamp((Current - Start) / (Target - Start), 0m, 1m);
    }

    private sealed class NaiveObjective
    {
        internal List<NaiveKeyResult> KeyResults { get; } = [];

        internal List<NaiveObjective> Children { get; } = [];

        internal decimal Own { get; private set; }

        internal decimal Score { get; private set; }

        internal void Rescore()
        {
            foreach (var child in Children)
            {
                child.Rescore();
            }

            var own = KeyResults.Sum(each => each.Weight * each.Score);
            var weight = KeyResults.Sum(each => each.Weight);
            Own = own / weight;
            Score = (own + Children.Sum(child => child.Score)) / (weight + Children.Count);
        }
    }

    private sealed class NaiveTeam
    {
        internal List<NaiveObjective> Objectives { get; } = [];

        internal List<NaiveTeam> Parts { get; } = [];

        internal decimal? Score { get; private set; }

        internal (decimal Sum, int Count) Rescore()
        {
            var (sum, count) = (Objectives.Sum(each => each.Own), Objectives.Count);
            foreach (var part in Parts.Select(each => each.Rescore()))
            {
                (sum, count) = (sum + part.Sum, count + part.Count);
            }

            Score = count == 0 ? null : sum / count;
            return (sum, count);
        }
    }
}
