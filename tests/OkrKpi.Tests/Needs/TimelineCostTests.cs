using OkrKpi.Tests.Lives;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Needs;

/// <summary>With a reading of ours a timeline asks on the few days on which something happens.</summary>
public class TimelineCostTests
{
    [Theory]
    [MemberData(nameof(ReadingTests.All), MemberType = typeof(ReadingTests))]
    public void Two_years_of_months_cost_at_most_a_fifth_of_asking_every_day(Lagging reading)
    {
        var life = Life.Of(Meetings(Cadence.Month).PublishedAfter(10)).Target(100, Day(2024, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), 100, knownAfter: 10)
            .Asking(reading);
        var (from, through) = (Day(2025, 1, 1), Day(2026, 12, 31));

        // A month has three such days: its first, its last, and the one on which the figures come and are due. Twice what every tenth day costs is allowed.
        var asked = Allocated(() => Assert.All(Enumerable.Range(0, 73), part => life.On(from.PlusDays(part * 10))));
        Assert.InRange(Allocated(() => life.Timeline(from, through)), 1, 2 * asked);
    }

    private static long Allocated(Action ask)
    {
        ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ask();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
