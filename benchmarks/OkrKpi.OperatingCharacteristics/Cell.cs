namespace OkrKpi.OperatingCharacteristics;

/// <summary>One case to simulate: so many periods before and after, their noise, and what the effect adds to each period after.</summary>
public sealed record Cell(int Before, int After, Noise Noise)
{
    private static readonly Func<int, int, double> None = static (_, _) => 0d;

    /// <summary>What is added to a period after, by its index and their number.</summary>
    public Func<int, int, double> Effect { get; init; } = None;

    /// <summary>How much larger the noise after is.</summary>
    public double NoiseAfter { get; init; } = 1d;

    public int LeftOut { get; init; }

    /// <summary>How many of the periods before have no value.</summary>
    public int Missing { get; init; }

    /// <summary>The season that is looked for; below 0 one that is declared, 0 none.</summary>
    public int Season { get; init; } = 12;

    /// <summary>By what a series is chosen, from its values before.</summary>
    public Func<double[], bool>? Chosen { get; init; }

    /// <summary>Of how many series the worst is chosen, and by the mean of how many last periods before.</summary>
    public (int Series, int Periods) Worst { get; init; } = (1, 1);

    /// <summary>By what it is judged, when not by the rule.</summary>
    public Func<BeforeAfter, KpiMovement>? Judge { get; init; }

    public Func<Shares, string> Told { get; init; } = static shares => $"{shares.Moved:0.0} / {shares.Worsened:0.0}";

    /// <summary>What comes of it, in percent of the runs.</summary>
    public Shares Run(int runs, int seed)
    {
        var random = new Random(seed);
        var (moved, worsened, held) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var series = Draw(random);
            var verdict = series.Judge();
            var movement = Judge?.Invoke(series) ?? verdict.Movement;
            moved += movement == KpiMovement.Moved ? 1 : 0;
            worsened += movement == KpiMovement.Worsened ? 1 : 0;
            held += verdict.Plain is { Low: <= 0d, High: >= 0d } ? 1 : 0;
        }

        return new(100d * moved / runs, 100d * worsened / runs, 100d * held / runs);
    }

    private BeforeAfter Draw(Random random)
    {
        var noise = Chosen is null ? WorstOf(random) : ChosenOf(random);
        var gone = new HashSet<int>();
        while (gone.Count < Missing)
        {
            gone.Add(random.Next(Before));
        }

        // Far from 0, as most KPIs, and at a scale of its own.
        var values = noise.Select((value, index) => (Period: index, Value: (decimal)(100d + (10d * (index < Before
            ? value
            : (NoiseAfter * value) + Effect(index - Before, After)))))).ToArray();
        var series = BeforeAfter.At(values[..Before].Where(each => !gone.Contains(each.Period)), values[Before..]).LeavingOut(LeftOut);
        return Season == 0 ? series : Season > 0 ? series.LookingForASeason(Season) : series.WithSeason(-Season);
    }

    private double[] ChosenOf(Random random)
    {
        while (true)
        {
            var noise = Noise(random, Before + After);
            if (Chosen!(noise[..Before]))
            {
                return noise;
            }
        }
    }

    private double[] WorstOf(Random random)
    {
        var (worst, least) = (Noise(random, Before + After), double.MaxValue);
        if (Worst.Series == 1)
        {
            return worst;
        }

        for (var series = 0; series < Worst.Series; series++)
        {
            var noise = series == 0 ? worst : Noise(random, Before + After);
            var mean = noise[(Before - Worst.Periods)..Before].Average();
            (worst, least) = mean < least ? (noise, mean) : (worst, least);
        }

        return worst;
    }
}
