namespace OkrKpi.Analytics;

/// <summary>Random numbers that are the same ones every time (SplitMix64 of Steele, Lea and Flood).</summary>
internal sealed class Draws(ulong seed = 20_260_701)
{
    private ulong state = seed;

    /// <summary>Above 0 and below 1.</summary>
    internal double Uniform()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (((mixed ^ (mixed >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992d;
        }
    }

    internal double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0d, 1d, Uniform());
}
