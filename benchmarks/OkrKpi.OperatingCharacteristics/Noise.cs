namespace OkrKpi.OperatingCharacteristics;

/// <summary>Noise of mean 0 and standard deviation 1, of as many successive periods as asked for.</summary>
public delegate double[] Noise(Random random, int periods);

/// <summary>The kinds of noise, and what is added to it.</summary>
public static class Noises
{
    public static readonly Noise Normal = Each(Gauss);

    public static readonly Noise Uniform = Each(static random => Math.Sqrt(12d) * (random.NextDouble() - 0.5));

    public static readonly Noise Outliers = Each(static random =>
        Gauss(random) / Math.Sqrt((Square(Gauss(random)) + Square(Gauss(random)) + Square(Gauss(random))) / 3d) / Math.Sqrt(3d));

    public static Noise Lognormal(double sigma) => Each(random =>
        (Math.Exp(sigma * Gauss(random)) - Math.Exp(sigma * sigma / 2d)) / Math.Sqrt((Math.Exp(sigma * sigma) - 1d) * Math.Exp(sigma * sigma)));

    public static Noise Poisson(double mean) => Each(random =>
    {
        var (count, product, limit) = (-1, 1d, Math.Exp(-mean));
        do
        {
            count++;
            product *= random.NextDouble();
        }
        while (product > limit);
        return (count - mean) / Math.Sqrt(mean);
    });

    /// <summary>Neighbours that resemble each other; the first one as any other.</summary>
    public static Noise Lasting(double autocorrelation, Noise? shocks = null) => (random, periods) =>
    {
        // Shocks that are no normal ones need some time until their sum is as any other.
        const int Before = 60;
        var noise = (shocks ?? Normal)(random, periods + Before);
        for (var index = 1; index < noise.Length; index++)
        {
            noise[index] = (autocorrelation * noise[index - 1]) + (Math.Sqrt(1d - (autocorrelation * autocorrelation)) * noise[index]);
        }

        return noise[Before..];
    };

    public static readonly Noise RandomWalk = static (random, periods) =>
    {
        var noise = Normal(random, periods);
        for (var index = 1; index < periods; index++)
        {
            noise[index] += noise[index - 1];
        }

        return noise;
    };

    public static Noise Mirrored(this Noise noise) => (random, periods) => Array.ConvertAll(noise(random, periods), static value => -value);

    public static Noise Rising(this Noise noise, double slope) => (random, periods) =>
        [.. noise(random, periods).Select((value, index) => value + (slope * index))];

    public static Noise Seasonal(this Noise noise, int length = 12, double amplitude = 1.5) => (random, periods) =>
    {
        var phase = random.NextDouble() * length;
        return [.. noise(random, periods).Select((value, index) => value + (amplitude * Math.Sin(2d * Math.PI * (index + phase) / length)))];
    };

    private static Noise Each(Func<Random, double> next) => (random, periods) =>
    {
        var noise = new double[periods];
        for (var index = 0; index < periods; index++)
        {
            noise[index] = next(random);
        }

        return noise;
    };

    private static double Gauss(Random random) => Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());

    private static double Square(double value) => value * value;
}
