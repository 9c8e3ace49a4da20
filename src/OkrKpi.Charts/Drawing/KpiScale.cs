namespace OkrKpi.Charts;

/// <summary>The scale of a KPI: over what was reached, the targets, what is due by now, and the forecast.</summary>
internal static class KpiScale
{
    internal static Scale Of(Kpi kpi, KpiColumn[] columns, IReadOnlyList<ForecastRange> forecast, int steps)
    {
        List<decimal> amounts = new(columns.Length * 2);
        void Take(decimal? amount)
        {
            if (amount is { } given)
            {
                amounts.Add(given);
            }
        }

        foreach (var each in columns)
        {
            Take(each.Actual);
            Take(each.Target?.Value);
            Take(each.Target?.Band?.Low);
            Take(each.Target?.Band?.High);
            Take(each.PartDue);
        }

        foreach (var each in forecast)
        {
            Take(each.Low);
            Take(each.High);
        }

        var (least, most) = amounts.Count == 0 ? (0m, 1m) : (amounts.Min(), amounts.Max());
        return Scale.Of(
            least, most, steps, kpi.Unit.Kind == UnitKind.Count && kpi.Aggregation is not (Aggregation.Average or Aggregation.WeightedAverage),
            kpi.Unit.Kind == UnitKind.Percent && most <= 100m ? 100m : kpi.Unit.Maximum);
    }
}
