namespace OkrKpi;

/// <summary>What a cell keeps beside it when the rows have weights or denominators.</summary>
internal struct RollupWeights
{
    internal double WeightedSum;
    internal double Weight;
}
