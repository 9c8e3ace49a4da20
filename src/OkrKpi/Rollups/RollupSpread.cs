namespace OkrKpi;

/// <summary>What a cell keeps beside it for exact sums and for the variance.</summary>
internal struct RollupSpread
{
    /// <summary>What rounding took from the sum (Neumaier): the sum proper is the cell's and this together.</summary>
    internal double Compensation;

    /// <summary>The sum of the squared deviations from the mean.</summary>
    internal double SquaredDeviations;
}
