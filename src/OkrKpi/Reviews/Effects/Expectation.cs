namespace OkrKpi.Effects;

/// <summary>What the periods before lead one to expect: their mean, of the same season each where there is one, and around it a line.</summary>
/// <remarks>Means are exact; what remains is statistics.</remarks>
internal sealed class Expectation
{
    // What remains of values that repeat themselves is rounding, beside what they differ by.
    private const double Rounding = 1e-24;

    // 0.8 to this power is nothing beside 1.
    private const int Furthest = 192;

    private readonly int[] times;
    private readonly int[] laterTimes;

    // Deviations of each period before from its own expectation and in time; of each period after likewise.
    private readonly double[] apart;
    private readonly double[] centred;
    private readonly double[] later;
    private readonly double[] ahead;
    private readonly double[] weights;
    private readonly double difference;

    internal Expectation(ReadOnlySpan<(int Period, decimal Value)> before, ReadOnlySpan<(int Period, decimal Value)> after, int season)
    {
        Season = season;
        Count = before.Length;
        (times, apart, centred, weights) = (new int[Count], new double[Count], new double[Count], new double[Count]);
        (laterTimes, later, ahead) = (new int[after.Length], new double[after.Length], new double[after.Length]);
        var (expected, apartAfter) = (0m, 0m);
        var origin = before[0].Period;
        var (squares, squaresOfAll) = (0d, 0d);
        var slots = Math.Max(season, 1);
        Span<decimal> sums = slots <= 64 ? stackalloc decimal[slots] : new decimal[slots];
        Span<double> sumsOfTimes = slots <= 64 ? stackalloc double[slots] : new double[slots];
        Span<int> counts = slots <= 64 ? stackalloc int[slots] : new int[slots];
        Span<int> laterCounts = slots <= 64 ? stackalloc int[slots] : new int[slots];
        for (var index = 0; index < Count; index++)
        {
            times[index] = before[index].Period - origin;
            var slot = Slot(times[index], season);
            sums[slot] += before[index].Value;
            sumsOfTimes[slot] += times[index];
            counts[slot]++;
        }

        for (var slot = 0; slot < slots; slot++)
        {
            if (counts[slot] > 0)
            {
                Groups++;
                sums[slot] /= counts[slot];
                sumsOfTimes[slot] /= counts[slot];
            }
        }

        for (var index = 0; index < Count; index++)
        {
            var slot = Slot(times[index], season);
            apart[index] = (double)(before[index].Value - sums[slot]);
            centred[index] = times[index] - sumsOfTimes[slot];
            Spread += centred[index] * centred[index];
            Slope += centred[index] * apart[index];
            squares += apart[index] * apart[index];
            var all = (double)(before[index].Value - before[0].Value);
            squaresOfAll += all * all;
        }

        for (var index = 0; index < after.Length; index++)
        {
            laterTimes[index] = after[index].Period - origin;
            var slot = Slot(laterTimes[index], season);
            laterCounts[slot]++;
            expected += sums[slot];
            apartAfter += after[index].Value - sums[slot];
            later[index] = (double)(after[index].Value - sums[slot]);
            ahead[index] = laterTimes[index] - sumsOfTimes[slot];
            Ahead += ahead[index] / after.Length;
        }

        for (var index = 0; index < Count; index++)
        {
            var slot = Slot(times[index], season);
            weights[index] = (double)laterCounts[slot] / after.Length / counts[slot];
        }

        Slope = Spread > 0d ? Slope / Spread : 0d;
        Centre = expected / after.Length;
        difference = (double)(apartAfter / after.Length);
        Varies = squares > Rounding * squaresOfAll;
    }

    /// <summary>The length of the season; 0 without one.</summary>
    internal int Season { get; }

    /// <summary>How many periods lie before.</summary>
    internal int Count { get; }

    /// <summary>How many seasons occur before; 1 without any.</summary>
    internal int Groups { get; }

    /// <summary>The mean of what is expected after.</summary>
    internal decimal Centre { get; }

    /// <summary>Whether anything before was not as expected.</summary>
    internal bool Varies { get; }

    /// <summary>How far the periods after lie ahead of those before, on average.</summary>
    internal double Ahead { get; }

    /// <summary>The sum of the squared distances in time.</summary>
    internal double Spread { get; }

    /// <summary>How much the periods before rise from one to the next, by least squares.</summary>
    internal double Slope { get; }

    /// <summary>Whether each period after has its season before.</summary>
    internal static bool KnowsSeasons(
        ReadOnlySpan<(int Period, decimal Value)> before, ReadOnlySpan<(int Period, decimal Value)> after, int season)
    {
        foreach (var (period, _) in after)
        {
            var isKnown = false;
            foreach (var (earlier, _) in before)
            {
                isKnown |= (period - earlier) % season == 0;
            }

            if (!isKnown)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sum of the squared residuals around a line.</summary>
    internal double Squares(double slope)
    {
        var sum = 0d;
        for (var index = 0; index < Count; index++)
        {
            var residual = apart[index] - (slope * centred[index]);
            sum += residual * residual;
        }

        return sum;
    }

    /// <summary>The sum of the products of the residuals of neighbours.</summary>
    internal double NeighbourProducts(double slope)
    {
        var sum = 0d;
        for (var index = 1; index < Count; index++)
        {
            if (times[index] - times[index - 1] == 1)
            {
                sum += (apart[index] - (slope * centred[index])) * (apart[index - 1] - (slope * centred[index - 1]));
            }
        }

        return sum;
    }

    /// <summary>The mean difference after from a line, plain, and with each period held within a cap.</summary>
    internal (double Plain, double Capped) Differences(double slope, double cap)
    {
        var sum = 0d;
        for (var index = 0; index < later.Length; index++)
        {
            sum += Math.Clamp(later[index] - (slope * ahead[index]), -cap, cap);
        }

        return (difference - (slope * Ahead), sum / later.Length);
    }

    /// <summary>How many periods after are further from the level than a cap.</summary>
    internal int Beyond(double cap) => later.Count(each => Math.Abs(each) > cap);

    /// <summary>The variance of the mean difference where one period has the variance 1 and neighbours resemble each other.</summary>
    internal double WeightOfMeans(double autocorrelation, bool isLine)
    {
        Span<double> powers = stackalloc double[Furthest];
        powers[0] = 1d;
        for (var distance = 1; distance < Furthest; distance++)
        {
            powers[distance] = powers[distance - 1] * autocorrelation;
        }

        var sum = 0d;
        var lean = isLine ? Ahead / Spread : 0d;
        for (var index = 0; index < Count; index++)
        {
            var weight = weights[index] + (lean * centred[index]);
            sum += weight * weight;
            for (var other = index - 1; other >= 0 && times[index] - times[other] < Furthest; other--)
            {
                sum += 2d * weight * (weights[other] + (lean * centred[other])) * powers[times[index] - times[other]];
            }
        }

        var share = 1d / later.Length;
        for (var index = 0; index < later.Length; index++)
        {
            sum += share * share;
            for (var other = index - 1; other >= 0 && laterTimes[index] - laterTimes[other] < Furthest; other--)
            {
                sum += 2d * share * share * powers[laterTimes[index] - laterTimes[other]];
            }
        }

        return sum;
    }

    private static int Slot(int time, int season) => season == 0 ? 0 : time % season;
}
