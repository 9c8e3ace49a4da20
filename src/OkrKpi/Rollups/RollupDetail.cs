namespace OkrKpi.Rollups;

/// <summary>What a <see cref="Rollup"/> of doubles keeps of its rows. An <see cref="ExactRollup"/> always keeps everything.</summary>
public enum RollupDetail
{
    /// <summary>Count, sum, smallest, largest, first and last value, and weights where given. The default.</summary>
    Basic = 1,

    /// <summary>
    /// Also what the sums lose to rounding, so that sum and mean are right to the last digits, and the spread behind <see cref="BulkAggregate.Variance"/>.
    /// Takes about twice as long.
    /// </summary>
    Statistics = 2,
}
