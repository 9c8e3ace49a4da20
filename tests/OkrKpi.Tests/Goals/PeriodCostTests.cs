using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Goals that go by periods walk through periods and check-ins once, side by side.</summary>
public sealed class PeriodCostTests
{
    private static readonly Cycle Century = Cycle.Between(new LocalDate(1926, 1, 1), new LocalDate(2025, 12, 31));

    [Fact]
    public void Twenty_daily_parts_with_15_000_check_ins_over_a_century_take_a_moment()
    {
        string[] names = [.. Enumerable.Range(0, 20).Select(part => $"part {part}")];
        Goal[] goals =
        [
            Goal.Weighted(names.Select(name => Goal.Part(name, Goal.KeepWithin(Band.Between(0m, 1m)).Every(Cadence.Day)))),
            Goal.Weighted(names.Select(name => Goal.Part(name, Goal.AtLeast(2m).Per(Cadence.Day)))),
        ];
        CheckIn[] checkIns =
        [
            .. Enumerable.Range(0, 15_000).Select(index => CheckIn.On(Century.Start.PlusDays(index * 36_000 / 15_000), index % 3).Of(names[index % 20]))
        ];
        foreach (var goal in goals)
        {
            var keyResult = KeyResult.Define("a", "A", Unit.Count("thing"), goal).With(checkIns);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.NotNull(keyResult.Score(Century, Century.End).Progress.Raw);

            // 730,000 periods, walked through once: it took gigabytes, and 74 seconds, when each went through all check-ins.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
        }
    }
}
