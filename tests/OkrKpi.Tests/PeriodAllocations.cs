using NodaTime;

namespace OkrKpi.Tests;

public class PeriodAllocations
{
    [Theory]
    [InlineData(Cadence.Day)]
    [InlineData(Cadence.Week)]
    [InlineData(Cadence.Month)]
    [InlineData(Cadence.Quarter)]
    [InlineData(Cadence.Year)]
    public void Stepping_and_comparing_periods_allocates_nothing(Cadence cadence)
    {
        foreach (var calendar in new[] { ReportingCalendar.Fiscal(4).In("America/New_York"), ReportingCalendar.UnitedStatesRetail })
        {
            var period = calendar.PeriodOf(new LocalDate(2026, 7, 15), cadence);
            Step(period);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isOrdered = Step(period);
            Assert.Equal(0L, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(isOrdered);
        }

        static bool Step(ReportingPeriod period) =>
            period.Next > period
                && period.Plus(-3) < period.Previous
                && period.Contains(period.End)
                && period.StepsTo(period.Plus(5)) == 5
                && period.Next.Start > period.Start;
    }

    [Fact]
    public void Finding_the_period_of_an_instant_on_an_axis_allocates_nothing()
    {
        var axis = ReportingCalendar.Standard.In("Europe/Berlin").Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31));
        var instant = Instant.FromUtc(2025, 5, 31, 22, 0);
        Assert.Equal(17, axis.IndexOf(instant));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = axis.IndexOf(instant) + axis.IndexOfUnixTicks(0) + axis.IndexOf(new LocalDate(2024, 1, 31));
        Assert.Equal(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(16, found);
    }
}
