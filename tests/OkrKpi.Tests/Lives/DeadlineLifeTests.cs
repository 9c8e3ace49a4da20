using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A KPI measured once a year with a deadline years ahead, and KPIs that are measured by the hour or when something happens.</summary>
public class DeadlineLifeTests
{
    [Fact]
    public void A_share_on_its_way_to_2030_needs_no_OKR_on_any_day_of_ten_years()
    {
        var life = Renewable(1.2m);
        life.Between(Day(2021, 12, 31), Day(2031, 6, 30)).IsAlways("not needed");
        life.Asking(Lagging.OffTrackForDeadline(3)).Between(Day(2021, 12, 31), Day(2031, 6, 30)).IsAlways("not needed");
    }

    [Fact]
    public void A_share_that_grows_at_half_the_pace_is_off_track_from_the_second_year_on_until_the_deadline()
    {
        // 18.6, 19.2, ... 24 in 2030: the trend is seen from the second value on, and in 2030 the target itself is missed.
        Renewable(0.6m).Asking(Lagging.OffTrackForDeadline(3)).Between(Day(2021, 12, 31), Day(2030, 12, 30)).Is("""
            2021-12-31 not needed
            2022-12-31 needed: lagging
            """);
    }

    [Fact]
    public void One_that_catches_up_is_on_track_again()
    {
        // 18.6 and 19.2 in two years, then 2 a year: 21.2, 23.2. The trend of the last three years reaches 30 again.
        decimal[] values = [18.6m, 19.2m, 21.2m, 23.2m];
        Renewable(0).Measured(values.Select((value, year) => Measurement.On(Day(2021 + year, 12, 31), value)))
            .Asking(Lagging.OffTrackForDeadline(3)).Between(Day(2021, 12, 31), Day(2025, 6, 30)).Is("""
                2021-12-31 not needed
                2022-12-31 needed: lagging
                2023-12-31 not needed
                """);
    }

    [Fact]
    public void An_hourly_KPI_on_plan_needs_no_OKR()
    {
        var start = NodaTime.Instant.FromUtc(2026, 6, 1, 0, 30);
        var life = Life.Of(Meetings(Cadence.Hour))
            .Target(5, Day(2026, 6, 1))
            .Measured(Enumerable.Range(0, 24 * 10).Select(hour => Measurement.AtInstant(start + NodaTime.Duration.FromHours(hour), 5)));
        life.Between(Day(2026, 6, 1), Day(2026, 6, 10)).IsAlways("not needed");
    }

    [Fact]
    public void A_KPI_that_has_a_value_when_something_happens_is_judged_by_the_last_time_it_happened() =>
        Life.Of(Every(Cadence.Event, Aggregation.Average, Direction.LowerIsBetter)).Target(3, Day(2026, 1, 1))
            .Measured([Measurement.On(Day(2026, 2, 3), 2), Measurement.On(Day(2026, 4, 10), 5), Measurement.On(Day(2026, 9, 1), 3)])
            .Between(Day(2026, 2, 3), Day(2026, 12, 31)).Is("""
                2026-02-03 not needed
                2026-04-10 needed: lagging
                2026-09-01 not needed
                """);

    // From 18 % at the end of 2020 to 30 % at the end of 2030; measured from 2021 on.
    private static Life Renewable(decimal aYear)
    {
        var life = Life.Of(
            Rate(Cadence.Year, aggregation: Aggregation.Last).With(TargetPlan.Towards(30, by: Day(2030, 12, 31), from: 18, on: Day(2020, 12, 31))));
        return aYear == 0
            ? life
            : life.MeasuredEach(Cadence.Year, Day(2021, 1, 1), Day(2031, 12, 31), year => Math.Min(30, 18 + (aYear * (year.Start.Year - 2020))));
    }
}
