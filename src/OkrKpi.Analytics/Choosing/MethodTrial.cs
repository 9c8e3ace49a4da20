namespace OkrKpi.Analytics;

/// <summary>How well a method did on a series' own past.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class MethodTrial
{
    internal MethodTrial(ForecastMethod method, double mae, double? mase)
    {
        Method = method;
        MeanAbsoluteError = mae;
        Mase = mase;
    }

    /// <summary>The method.</summary>
    public ForecastMethod Method { get; }

    /// <summary>By how much it was off on average, over all starting points and periods ahead, in the unit of the values.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>
    /// That, as a part of the mean change of the series over one season: 0.8 is a fifth better. <see langword="null"/> when it never changed.
    /// </summary>
    public double? Mase { get; }

    /// <summary>Method and error, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Method}: {Mase ?? MeanAbsoluteError:0.###}");
}
