using Ardalis.GuardClauses;
using OkrKpi.Scoring;

namespace OkrKpi.Analytics;

/// <summary>A reading of pace that looks ahead: <c>PaceRule.Default.With(PaceReading.ByForecast(portfolio))</c>.</summary>
public static class ForecastPace
{
    extension(PaceReading)
    {
        /// <summary>
        /// How likely the target of a key result is reached in its cycle, by the forecast of the KPI it measures: with the defaults 70 % is on track, 69 % and
        /// 40 % at risk, 39 % behind; it counts as it is told, in whole percent. The bounds are choices, those at which a confidence counts as high and as low.
        /// </summary>
        /// <remarks>
        /// It cannot tell of a key result that measures no KPI of the portfolio or has another unit, whose goal is neither to come from one value to another
        /// nor at least or at most a value, which does not stand at its latest value, or whose KPI has no forecast with an interval; there the progress
        /// expected decides. It knows on each date what the portfolio knew; give the portfolio again when measurements were added.
        /// </remarks>
        /// <param name="portfolio">The KPIs with their measurements.</param>
        /// <param name="onTrack">From which probability on it is on track.</param>
        /// <param name="atRisk">From which probability on it is at risk, below that behind.</param>
        /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
        /// <returns>The reading. A document does not keep it.</returns>
        /// <exception cref="ArgumentOutOfRangeException">
        /// A probability is not above 0 and below 1, or <paramref name="atRisk"/> is not below <paramref name="onTrack"/>.
        /// </exception>
        public static PaceReading ByForecast(Portfolio portfolio, decimal onTrack = 0.7m, decimal atRisk = 0.4m, ForecastOptions? options = null)
        {
            Guard.Against.Null(portfolio);
            Demand.Probability(onTrack);
            return Demand.Probability(atRisk) < onTrack
                ? new ForecastPaceReading(portfolio, onTrack, atRisk, options)
                : throw new ArgumentOutOfRangeException(
                    nameof(atRisk), atRisk, FormattableString.Invariant($"{atRisk} is not below {onTrack}, from which on a key result is on track; give less."));
        }
    }
}
