namespace OkrKpi.Analytics;

/// <summary>A reading of "the KPI lags" that looks ahead.</summary>
public static class ForecastLagging
{
    extension(Lagging)
    {
        /// <summary>
        /// The running period will probably miss its target by the forecast of this package: at 0.5 when a miss is at least as likely as not, at 0.9 when it is
        /// all but certain. Silent while no interval can be told.
        /// </summary>
        /// <param name="probability">How likely a miss has to be, above 0 and below 1.</param>
        /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
        /// <returns>The reading. A document does not keep it (it has no recipe).</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
        public static Lagging ForecastToMiss(decimal probability = 0.5m, ForecastOptions? options = null) =>
            new ForecastToMissReading(Demand.Probability(probability), options);
    }
}
