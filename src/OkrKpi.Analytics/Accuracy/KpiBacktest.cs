namespace OkrKpi.Analytics;

/// <summary>How good the forecasts of one KPI were.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class KpiBacktest
{
    internal KpiBacktest(Kpi kpi, BacktestSum[] byHorizon)
    {
        Kpi = kpi;
        ByHorizon = byHorizon;
        var sum = new BacktestSum();
        foreach (var each in byHorizon)
        {
            sum.Add(each);
        }

        Count = sum.Count;
        Mase = sum.Mase;
        NaiveMase = sum.NaiveMase;
        Coverage = sum.Coverage;
        Pinball = sum.Pinball;
        SymmetricMape = sum.SymmetricMape;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>How many forecasts were compared with what came; 0 when there is too little past.</summary>
    public int Count { get; }

    /// <summary>The mean absolute error as a part of the mean change over one season; <see langword="null"/> without any.</summary>
    public double? Mase { get; }

    /// <summary>The same of the seasonal naive forecast.</summary>
    public double? NaiveMase { get; }

    /// <summary>How many of what came lay in the interval, 0 to 1; <see langword="null"/> without any.</summary>
    public double? Coverage { get; }

    /// <summary>The mean pinball loss of both ends of the interval, as a part of the mean change over one season.</summary>
    public double? Pinball { get; }

    /// <summary>The mean error in percent of the mean of actual and forecast, 0 to 200.</summary>
    public double? SymmetricMape { get; }

    internal BacktestSum[] ByHorizon { get; }

    /// <summary>The numbers, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Kpi.Name}: {Count} forecasts, MASE {Mase:0.00} (seasonal naive {NaiveMase:0.00}), held {Coverage:0.0 %}");
}
