using NodaTime;

namespace OkrKpi.Tests;

public class Allocations
{
    [Fact]
    public void Scoring_a_goal_allocates_nothing()
    {
        var goal = Goal.FromTo(10m, 25m);
        Assert.Equal(0.5m, goal.Progress(17.5m).Raw);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var progress = goal.Progress(17.5m);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0L, allocated);
        Assert.Equal(ProgressState.Measured, progress.State);
    }

    [Fact]
    public void A_review_allocates_no_more_for_each_KPI_when_there_are_more_of_them()
    {
        var (few, many) = (Company(50), Company(500));
        Assert.Equal(50, few.Review(AsOf).Needs.Count);
        Assert.Equal(500, many.Review(AsOf).Needs.Count);
        Assert.InRange(Allocated(many) / 500, 1, 2 * Allocated(few) / 50);
        Assert.InRange(Allocated(many) / 500, 1, 13_200);
    }

    private static readonly LocalDate AsOf = new(2026, 8, 15);

    private static long Allocated(Portfolio portfolio)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(portfolio.Review(AsOf));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Portfolio Company(int size)
    {
        var start = new LocalDate(2023, 8, 1);
        Kpi[] kpis =
        [
            .. Enumerable.Range(0, size)
                .Select(each => Kpi.Define(
                    $"kpi-{each}", "Leads", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).WithTarget(100m, start))
        ];
        return Portfolio.Of(
            kpis,
            kpis.Select(kpi => Objective.Define(
                $"for-{kpi.Id}", "Improve",
                Cycle.Quarter(2026, 3)).Addressing(kpi).With(KeyResult.Define("rate", "Open rate", Unit.Count("mail"), Goal.FromTo(4m, 15m)))),
            kpis.Select(kpi => MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 36)
                .Select(month => Measurement.On(start.PlusMonths(month), 95m + (month % 13))))));
    }
}
