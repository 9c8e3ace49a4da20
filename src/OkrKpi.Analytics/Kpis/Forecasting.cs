namespace OkrKpi.Analytics;

/// <summary>Forecasts where a KPI's assessment is.</summary>
public static class Forecasting
{
    extension(KpiAssessment assessment)
    {
        /// <summary>
        /// What the KPI is expected to be: the end of the running period, of whose amounts the part that has passed is known, and the next ones.
        /// <c>kpi.Assess(...).Forecast(3)</c> tells this month and the two after it.
        /// </summary>
        /// <param name="periods">How many, the running one among them, 1 to 1,000; periods that are over and not reported come before them.</param>
        /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
        /// <returns>The forecast, with its reasons.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not within 1 to 1,000, or one lies after the year 9998.</exception>
        public KpiForecast Forecast(int periods, ForecastOptions? options = null) => KpiForecast.Of(assessment, periods, options);
    }
}
