namespace OkrKpi.Analytics;

/// <summary>How good forecasts so many periods ahead were.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class HorizonBacktest
{
    internal HorizonBacktest(int ahead, BacktestSum sum)
    {
        Ahead = ahead;
        Count = sum.Count;
        Coverage = sum.Coverage;
        Mase = sum.Mase;
        NaiveMase = sum.NaiveMase;
    }

    /// <summary>How many periods ahead, from 1.</summary>
    public int Ahead { get; }

    /// <summary>How many forecasts were compared with what came.</summary>
    public int Count { get; }

    /// <summary>How many of what came lay in the interval, 0 to 1; to be compared with the probability it was told for. <see langword="null"/> without any.</summary>
    public double? Coverage { get; }

    /// <summary>The mean absolute error as a part of the mean change over one season; <see langword="null"/> without any.</summary>
    public double? Mase { get; }

    /// <summary>The same of the seasonal naive forecast.</summary>
    public double? NaiveMase { get; }

    /// <summary>The numbers, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Ahead} ahead: {Count} forecasts, MASE {Mase:0.00} (seasonal naive {NaiveMase:0.00}), held {Coverage:0.0 %}");
}
