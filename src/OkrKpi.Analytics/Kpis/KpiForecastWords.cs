using System.Globalization;

namespace OkrKpi.Analytics;

/// <summary>The sentences of a KPI's forecast, in English and Vietnamese.</summary>
internal static class KpiForecastWords
{
    private const decimal Usual = 0.8m;

    private static Reasoning Summed { get; } = new(
        _ => "It is the sum of its segments, each forecast by its own past.",
        _ => "Đây là tổng các phân khúc, mỗi phân khúc được dự báo theo quá khứ của nó.");

    internal static Reasoning Of(ForecastPeriod period) => new(culture => English(period, culture), culture => Vietnamese(period, culture));

    internal static Reasoning Of(KpiForecast forecast)
    {
        var name = forecast.Assessment.Kpi.Name;
        if (forecast.Next.Count == 0)
        {
            return forecast.Ground == ForecastGround.NoPeriods
                ? new(
                    _ => $"{name} has a value whenever something happens, so no next period is told.",
                    _ => $"{name} chỉ có giá trị khi có sự kiện nên không có kỳ tiếp theo để dự báo.")
                : new(
                    _ => $"{name} has no value yet, or none for so long that nothing is told.",
                    _ => $"{name} chưa có giá trị, hoặc đã quá lâu không có giá trị, nên không dự báo được.");
        }

        var first = forecast.Next[0];
        List<Reasoning> because = [.. forecast.Next.Skip(1).Select(Of), forecast.Series?.Explain() ?? Summed];
        var (gaps, parts) = (forecast.History!.Gaps, forecast.History.Parts);
        if (gaps > 0)
        {
            because.Add(new(
                _ => gaps == 1
                    ? "1 period of the past has no value and was filled in from those around it."
                    : $"{gaps} periods of the past have no value and were filled in from those around them.",
                _ => $"{gaps} kỳ trong quá khứ không có giá trị và được điền từ các kỳ lân cận."));
        }

        if (parts > 0)
        {
            because.Add(new(
                _ => parts == 1
                    ? "1 period of the past lacks measurements and was scaled up by the part that is there."
                    : $"{parts} periods of the past lack measurements and were scaled up by the parts that are there.",
                _ => $"{parts} kỳ trong quá khứ thiếu số đo và được quy đổi theo phần đã có."));
        }

        if (forecast.History.IsCut)
        {
            because.Add(new(
                _ => "Periods before what is measured was redefined were left out.",
                _ => "Các kỳ trước khi định nghĩa lại chỉ số không được dùng."));
        }

        return new(culture => $"{name}: {English(first, culture)}", culture => $"{name}: {Vietnamese(first, culture)}", because);
    }

    private static string English(ForecastPeriod period, CultureInfo culture)
    {
        var text = $"{period.Period} is expected to end at {Amount(period.Point, period, culture)}";
        text += period.Interval(Usual) is { } interval
            ? $" (80 of 100: {Amount(interval.Low, period, culture)} to {Amount(interval.High, period, culture)})" : "";
        text += period.Known is { } known ? $", {Amount(known, period, culture)} so far" : "";
        return text + (period.ProbabilityOfMeeting is { } chance
            ? $"; the target of {period.Target!.Format(period.Kpi.Unit, culture)} is met with a probability of {Percent(chance, culture)}." : ".");
    }

    private static string Vietnamese(ForecastPeriod period, CultureInfo culture)
    {
        var text = $"{period.Period} dự kiến kết thúc ở {Amount(period.Point, period, culture)}";
        text += period.Interval(Usual) is { } interval
            ? $" (80 trên 100: {Amount(interval.Low, period, culture)} đến {Amount(interval.High, period, culture)})" : "";
        text += period.Known is { } known ? $", đến nay {Amount(known, period, culture)}" : "";
        return text + (period.ProbabilityOfMeeting is { } chance
            ? $"; xác suất đạt mục tiêu KPI {period.Target!.Format(period.Kpi.Unit, culture)} là {Percent(chance, culture)}." : ".");
    }

    // Nothing that is only expected is certain.
    internal static string Percent(decimal share, CultureInfo culture) => share switch
    {
        < 0.005m => "< 1 %",
        > 0.995m => "> 99 %",
        _ => Math.Round(share * 100m).ToString("0", culture) + " %",
    };

    // Four digits of what is only expected are as much as it is worth; whole things stay whole, but an average of few has parts.
    internal static string Amount(decimal value, ForecastPeriod period, CultureInfo culture)
    {
        var size = Math.Abs(value);
        var isWhole = period.Kpi.Unit.Kind == UnitKind.Count
            && (size >= 10m || period.Kpi.Aggregation is not (Aggregation.Average or Aggregation.WeightedAverage));
        var decimals = isWhole || size >= 1_000m ? 0
            : period.Kpi.Unit.Kind is UnitKind.Money or UnitKind.Percent ? 2
            : size >= 100m ? 1
            : size >= 1m ? 2 : 4;
        return period.Kpi.Unit.Format(Math.Round(value, decimals), culture);
    }
}
