using System.Globalization;

namespace OkrKpi.Analytics;

/// <summary>The sentences of a key result's forecast, in English and Vietnamese.</summary>
internal static class KeyResultForecastWords
{
    internal static string Reaching(decimal chance, Kpi kpi, Cycle cycle, CultureInfo culture)
    {
        var share = KpiForecastWords.Percent(chance, culture);
        return Reasoning.IsVietnamese(culture)
            ? $"khả năng đạt đích đến hết {cycle} là {share}, theo dự báo của {kpi.Name}"
            : $"{share} likely to be reached by the end of {cycle}, by the forecast of {kpi.Name}";
    }

    internal static Reasoning Of(KeyResultForecast forecast)
    {
        var (name, kpi, cycle) = (forecast.Score.KeyResult.Name, forecast.Kpi.Assessment.Kpi.Name, forecast.Score.Cycle);
        if (forecast.AtEnd is not { } end)
        {
            return new(
                _ => $"Where {name} is heading cannot be told from {kpi}: nothing of it is expected in the rest of {cycle}.",
                _ => $"Không thể biết {name} đang hướng tới đâu từ {kpi}: không có giá trị dự kiến nào trong phần còn lại của {cycle}.");
        }

        return new(
            culture => $"{name} is heading for {Value(culture)} by the end of {cycle}, as {kpi} is expected to go"
                + (end.Score is { } score ? $": a score of {ForecastWords.Number((double)score, culture)}" : "")
                + (forecast.ProbabilityOfReaching is { } chance
                    ? $"; its target is reached with a probability of {KpiForecastWords.Percent(chance, culture)}." : "."),
            culture => $"{name} đang hướng tới {Value(culture)} vào cuối {cycle}, theo dự báo của {kpi}"
                + (end.Score is { } score ? $": điểm {ForecastWords.Number((double)score, culture)}" : "")
                + (forecast.ProbabilityOfReaching is { } chance
                    ? $"; xác suất đạt đích của kết quả chính là {KpiForecastWords.Percent(chance, culture)}." : "."),
            [.. forecast.Periods.Select(KpiForecastWords.Of), .. forecast.Kpi.Series is { } series ? new[] { series.Explain() } : []]);

        string Value(CultureInfo culture) => KpiForecastWords.Amount(end.Current ?? forecast.Periods[^1].Point, forecast.Periods[^1], culture);
    }
}
