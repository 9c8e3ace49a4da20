using NodaTime;
using OkrKpi.Tests.Lives;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Kpis;

/// <summary>How a running period compares with what was due by now, and only with what was measured for that.</summary>
public class RunningPeriodTests
{
    private static readonly Segment North = Segment.Of("branch", "north");
    private static readonly Segment South = Segment.Of("branch", "south");

    /// <summary>February came early: on 5 March a third of the quarter is due, and January alone counts for it.</summary>
    [Fact]
    public void What_came_before_it_was_due_counts_from_that_day_on()
    {
        var life = Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month).PublishedAfter(10)).Target(300, Day(2026, 1, 1))
            .Measured(Day(2026, 1, 31), 100).Measured(Day(2026, 2, 28), 30);
        Assert.Equal((130m, 100m, 0m), Running(life, Day(2026, 3, 5)));
        Assert.Equal((130m, 100m, 0m), Running(life, Day(2026, 3, 9)));
        Assert.Equal((130m, 200m, -70m), Running(life, Day(2026, 3, 10)));

        // Of January, not due on 9 February, nothing can be told yet.
        Assert.Equal((100m, null, null), Running(life, Day(2026, 2, 9)));
        Assert.Equal((100m, 100m, 0m), Running(life, Day(2026, 2, 10)));
    }

    /// <summary>From 100 to 130 a quarter's level is at 110 after January and at 120 after February.</summary>
    [Fact]
    public void Of_a_level_the_latest_that_was_due_counts()
    {
        var life = Level().Measured(Day(2026, 1, 31), 108).Measured(Day(2026, 2, 28), 125);
        Assert.Equal((125m, 110m, -2m), Running(life, Day(2026, 3, 5)));
        Assert.Equal((125m, 120m, 5m), Running(life, Day(2026, 3, 10)));
        Assert.Equal((125m, null, null), Running(Level().Measured(Day(2026, 2, 28), 125), Day(2026, 3, 5)));
    }

    [Fact]
    public void Of_a_level_of_segments_the_latest_of_each_is_added()
    {
        var life = Level().Measured(
            Measurement.On(Day(2026, 1, 10), 50).For(North), Measurement.On(Day(2026, 1, 31), 60).For(North), Measurement.On(Day(2026, 1, 20), 49).For(South),
            Measurement.On(Day(2026, 2, 28), 80).For(North), Measurement.On(Day(2026, 2, 28), 45).For(South));
        Assert.Equal((125m, 110m, -1m), Running(life, Day(2026, 3, 5)));
        Assert.Equal((125m, 120m, 5m), Running(life, Day(2026, 3, 10)));
    }

    [Fact]
    public void Where_silence_is_zero_what_is_due_is_there()
    {
        var kpi = Every(Cadence.Quarter, Aggregation.Count, Direction.LowerIsBetter).Measured(Cadence.Month).NothingRecordedIsZero();
        var accidents = Life.Of(kpi.PublishedAfter(10)).Target(3, Day(2026, 1, 1));
        Assert.Equal((0m, 1m, 1m), Running(accidents, Day(2026, 3, 5)));
        Assert.Equal((0m, 2m, 2m), Running(accidents, Day(2026, 3, 10)));
        Assert.Equal((1m, 1m, 1m), Running(accidents.Measured(Day(2026, 3, 3), 1), Day(2026, 3, 5)));
        Assert.Equal((1m, 1m, 0m), Running(accidents.Measured(Day(2026, 1, 3), 1), Day(2026, 3, 5)));
        Assert.Equal(new Coverage(1, 1), accidents.Assessed(Day(2026, 3, 5)).Running!.Coverage);

        // Since the target began, on 1 February, only that month is silent.
        var later = Life.Of(accidents.Kpi.Without(accidents.Decisions[0])).Target(3, Day(2026, 2, 1));
        Assert.Equal(new Coverage(2, 1), later.Assessed(Day(2026, 3, 10)).Running!.Coverage);
    }

    [Fact]
    public void A_rate_is_compared_with_its_target_as_it_stands()
    {
        var life = Life.Of(Rate(Cadence.Quarter).Measured(Cadence.Month).PublishedAfter(10)).Target(50, Day(2026, 1, 1))
            .Measured(Day(2026, 1, 31), 40).Measured(Day(2026, 2, 28), 70);
        Assert.Equal((55m, 50m, 5m), Running(life, Day(2026, 3, 5)));
    }

    [Theory]
    [InlineData(115, -5d)]
    [InlineData(116.9, -3.1)]
    [InlineData(117, null)]
    [InlineData(140, null)]
    public void A_level_lags_when_more_than_a_tenth_of_its_way_behind(double february, double? gap)
    {
        var reading = Lagging.BelowTargetPath();
        var up = Level().Where(kpi => kpi.PublishedAfter(0)).Measured(Day(2026, 1, 31), 110).Measured(Day(2026, 2, 28), (decimal)february)
            .Assessed(Day(2026, 3, 5));
        Assert.Equal((decimal?)gap, reading.Check(up)?.Gap);
        var down = Life.Of(Every(Cadence.Quarter, Aggregation.Last, Direction.LowerIsBetter).Measured(Cadence.Month)).Target(130, Day(2025, 10, 1))
            .Target(100, Day(2026, 1, 1)).Measured(Day(2026, 1, 31), 120).Measured(Day(2026, 2, 28), 230 - (decimal)february).Assessed(Day(2026, 3, 5));
        Assert.Equal((decimal?)gap, reading.Check(down)?.Gap);
        if (gap is not null)
        {
            Assert.Equal((120m, 100m), (reading.Check(up)!.Explain().Fact("due"), reading.Check(up)!.Explain().Fact("start")));
            Assert.Equal((110m, 130m), (reading.Check(down)!.Explain().Fact("due"), reading.Check(down)!.Explain().Fact("start")));
        }
    }

    private static (decimal? Actual, decimal? Due, decimal? Gap) Running(Life life, LocalDate on) =>
        life.Assessed(on).Running is { } running ? (running.Actual, running.Due?.Value, running.Gap) : default;

    private static Life Level() => Life.Of(Every(Cadence.Quarter, Aggregation.Last).Measured(Cadence.Month).PublishedAfter(10))
        .Target(100, Day(2025, 10, 1)).Target(130, Day(2026, 1, 1));
}
