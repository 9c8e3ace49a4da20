using System.Globalization;

namespace OkrKpi.Analytics;

/// <summary>Verdicts on an effect, and their sentences in English and Vietnamese.</summary>
internal static class CauseWords
{
    private const double ByChance = 0.05;

    // The interval that leaves out 0 exactly when there is a verdict.
    private const decimal Sure = 0.95m;

    internal static ForecastInterval Interval(SerialContrast effect, decimal probability)
    {
        var margin = effect.Margin((double)Demand.Probability(probability));
        return new(probability, Numbers.Amount(effect.Estimate - margin), Numbers.Amount(effect.Estimate + margin));
    }

    internal static KpiMovement Verdict(SerialContrast effect, Direction direction, bool canTell) => (canTell, direction) switch
    {
        (false, _) or (_, Direction.WithinBand or Direction.None) => KpiMovement.CannotTell,
        (true, Direction.HigherIsBetter or Direction.LowerIsBetter) when effect.P >= ByChance => KpiMovement.NoSign,
        (true, Direction.HigherIsBetter) => effect.Estimate > 0d ? KpiMovement.Moved : KpiMovement.Worsened,
        (true, Direction.LowerIsBetter) => effect.Estimate < 0d ? KpiMovement.Moved : KpiMovement.Worsened,
    };

    internal static Reasoning Of(KpiMovement verdict, SerialContrast effect, Unit unit, Reasoning assumed)
    {
        var interval = Interval(effect, Sure);
        return new(
            culture => $"{(verdict switch
            {
                KpiMovement.Moved => "It moved",
                KpiMovement.Worsened => "It worsened",
                KpiMovement.NoSign => "No sign of an effect",
                KpiMovement.TooEarly => "Too early to tell",
                KpiMovement.CannotTell => "It cannot be told whether it moved",
            })}: {Amount(effect.Estimate, effect, unit, culture)} (95 %: {Amount((double)interval.Low, effect, unit, culture)} – "
                + $"{Amount((double)interval.High, effect, unit, culture)}).",
            culture => $"{(verdict switch
            {
                KpiMovement.Moved => "Đã cải thiện",
                KpiMovement.Worsened => "Đã xấu đi",
                KpiMovement.NoSign => "Không có dấu hiệu tác động",
                KpiMovement.TooEarly => "Còn quá sớm để kết luận",
                KpiMovement.CannotTell => "Không thể kết luận có thay đổi hay không",
            })}: {Amount(effect.Estimate, effect, unit, culture)} (95 %: {Amount((double)interval.Low, effect, unit, culture)} – "
                + $"{Amount((double)interval.High, effect, unit, culture)}).",
            assumed);
    }

    // Two digits of how far off it may be are as much as an estimate is worth; a difference of two percentages is told in points.
    private static string Amount(double value, SerialContrast effect, Unit unit, CultureInfo culture)
    {
        var margin = effect.Margin((double)Sure);
        var most = unit.Kind is UnitKind.Money or UnitKind.Percent ? 2 : 4;
        var rounded = Math.Round(Numbers.Amount(value), margin > 0d ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(margin)), 0, most) : most);
        var text = unit.Kind != UnitKind.Percent ? unit.Format(rounded, culture)
            : rounded.ToString("#,0.##", culture) + (Reasoning.IsVietnamese(culture) ? " điểm phần trăm" : " points");
        return rounded > 0m ? "+" + text : text;
    }
}
