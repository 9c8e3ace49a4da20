using Ardalis.GuardClauses;
using OkrKpi.Scoring;

namespace OkrKpi.Analytics;

internal sealed class ForecastPaceReading(Portfolio portfolio, decimal onTrack, decimal atRisk, ForecastOptions? options) : PaceReading
{
    public override PaceReason? Check(KeyResultScore score)
    {
        var keyResult = Guard.Against.Null(score).KeyResult;
        if (!KeyResultForecast.HasProbability(keyResult) || keyResult.Measures is not { } id
            || !portfolio.TryKpi(id, out var kpi) || !kpi.Unit.Equals(keyResult.Unit)
            || score.Forecast(KpiAssessment.Of(kpi, portfolio.MeasurementsOf(id), score.AsOf), options).ProbabilityOfReaching is not { } chance)
        {
            return null;
        }

        // As it is told: 69.6 % reads 70 %.
        var told = Math.Round(chance, 2);
        return Because(
            told >= onTrack ? PaceStatus.OnTrack : told >= atRisk ? PaceStatus.AtRisk : PaceStatus.Behind,
            culture => KeyResultForecastWords.Reaching(chance, kpi, score.Cycle, culture));
    }

    public override string ToString() => FormattableString.Invariant($"a forecast: on track from {onTrack}, at risk from {atRisk}");
}
