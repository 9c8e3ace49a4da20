using System.Globalization;

namespace OkrKpi.Analytics;

/// <summary>The sentences of a forecast, in English and Vietnamese.</summary>
internal static class ForecastWords
{
    internal static Reasoning Of(SeriesForecast forecast) => forecast.Ground == ForecastGround.OwnPast ? Chosen(forecast) : TooShort(forecast);

    // What rounds to 0 from below is 0 all the same, and not "-0".
    internal static string Number(double value, CultureInfo culture) => (Math.Round(value, 2) + 0d).ToString("0.##", culture);

    private static Reasoning Chosen(SeriesForecast forecast)
    {
        List<Reasoning> because =
        [
            .. forecast.Trials.Select(trial => new Reasoning(
                culture => $"{trial.Method.NameIn(culture)}: {Mase(trial, culture)}", culture => $"{trial.Method.NameIn(culture)}: {Mase(trial, culture)}")),
            new(
                culture => $"The interval comes from how far off it was from those {forecast.Origins} starting points.",
                culture => $"Khoảng dự báo dựa trên sai số của nó từ {forecast.Origins} điểm xuất phát đó."),
        ];
        if (forecast.IsBound)
        {
            because.Add(new(
                _ => "A value that would lie beyond its natural bound was put on it.",
                _ => "Giá trị vượt quá giới hạn tự nhiên được đặt đúng tại giới hạn."));
        }

        var isCombined = forecast.Trials.Any(static each => each.Method is CombinedMethod);
        return new(
            culture => $"Forecast by {forecast.Method.NameIn(culture)}: of {forecast.Trials.Count} methods tried from {forecast.Origins} starting points in the "
                + (isCombined ? "past, a combination is taken unless a single method was off by a fifth less" : "past, it was the least off")
                + " (error as a part of the mean change over one season, 1 = no better than the season before):",
            culture => $"Dự báo theo {forecast.Method.NameIn(culture)}: trong {forecast.Trials.Count} phương pháp được thử từ {forecast.Origins} điểm xuất phát "
                + (isCombined
                    ? "trong quá khứ, phương pháp kết hợp được chọn trừ khi một phương pháp đơn lẻ có sai số ít hơn một phần năm"
                    : "trong quá khứ, nó sai ít nhất")
                + " (sai số so với mức thay đổi trung bình qua một mùa, 1 = không hơn mùa trước):",
            because);
    }

    private static Reasoning TooShort(SeriesForecast forecast)
    {
        var interval = forecast.Values < 2
            ? new Reasoning(_ => "One value does not say how far off it may be.", _ => "Một giá trị không cho biết sai số có thể là bao nhiêu.")
            : new(_ => "The interval comes from its steps so far.", _ => "Khoảng dự báo dựa trên các bước thay đổi cho đến nay.");
        return new(
            culture => forecast.Values == 1
                ? $"Forecast by {forecast.Method.NameIn(culture)}: 1 value is too little to try methods on."
                : $"Forecast by {forecast.Method.NameIn(culture)}: {forecast.Values} values are too few to try methods on.",
            culture => $"Dự báo theo {forecast.Method.NameIn(culture)}: {forecast.Values} giá trị là quá ít để thử các phương pháp.",
            interval);
    }

    private static string Mase(MethodTrial trial, CultureInfo culture) => Number(trial.Mase ?? trial.MeanAbsoluteError, culture);
}
