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
}
