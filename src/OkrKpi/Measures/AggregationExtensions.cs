namespace OkrKpi;

/// <summary>What an <see cref="Aggregation"/> allows.</summary>
public static class AggregationExtensions
{
    /// <summary>Over what values made by this aggregation may be added up.</summary>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>Additive for sum and count, semi-additive for first and last, non-additive for the rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    public static Additivity Additivity(this Aggregation aggregation) => Require.Defined(aggregation) switch
    {
        Aggregation.Sum or Aggregation.Count => OkrKpi.Additivity.Additive,
        Aggregation.First or Aggregation.Last => OkrKpi.Additivity.SemiAdditive,
        Aggregation.Average or Aggregation.WeightedAverage or Aggregation.RatioOfSums or Aggregation.Min or Aggregation.Max => OkrKpi.Additivity.NonAdditive,
    };
}
