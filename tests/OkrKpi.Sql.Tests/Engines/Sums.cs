namespace OkrKpi.Sql.Tests;

/// <summary>All of a table together.</summary>
public static class Sums
{
    public static double Sum(this Rollup rollup) =>
        Enumerable.Range(0, rollup.Kpis).Sum(kpi => Enumerable.Range(0, rollup.Axis.Count).Sum(period => rollup[kpi, period].Sum));
}
