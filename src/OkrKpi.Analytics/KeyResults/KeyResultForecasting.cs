namespace OkrKpi.Analytics;

/// <summary>Forecasts of key results that measure a KPI.</summary>
public static class KeyResultForecasting
{
    extension(KeyResultScore score)
    {
        /// <summary>
        /// Where a key result is heading by the forecast of the KPI it measures: what is expected of each period that ends in the rest of the cycle is taken
        /// for checked in. <see cref="KeyResultScore.Forecast()"/> beside it goes by its own rate so far.
        /// </summary>
        /// <param name="assessment">The KPI, on the date of the score.</param>
        /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
        /// <returns>The forecast, with its reasons.</returns>
        /// <exception cref="ArgumentException">
        /// The assessment is of another date, or the key result measures another KPI, has another unit, or a goal of parts or in words.
        /// </exception>
        public KeyResultForecast Forecast(KpiAssessment assessment, ForecastOptions? options = null) => KeyResultForecast.Of(score, assessment, options);
    }
}
