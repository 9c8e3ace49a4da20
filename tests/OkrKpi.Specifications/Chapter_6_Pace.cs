using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_6_Pace
{
    private static readonly Cycle HundredDays = Cycle.Between(Day(2026, 1, 1), Day(2026, 4, 10));
    private static readonly LocalDate HalfTime = Day(2026, 2, 19);

    [Fact]
    public void Half_of_the_days_expect_half_of_the_way() => Assert.Equal(0.5m, At(40m, HalfTime).Expected);

    [Fact]
    public void Exactly_10_points_behind_is_on_track() => Assert.Equal(PaceStatus.OnTrack, At(40m, HalfTime).Status);

    [Fact]
    public void Just_more_than_10_points_behind_is_at_risk() => Assert.Equal(PaceStatus.AtRisk, At(39.9m, HalfTime).Status);

    [Fact]
    public void Exactly_25_points_behind_is_at_risk() => Assert.Equal(PaceStatus.AtRisk, At(25m, HalfTime).Status);

    [Fact]
    public void Just_more_than_25_points_behind_is_behind() => Assert.Equal(PaceStatus.Behind, At(24.9m, HalfTime).Status);

    [Fact]
    public void In_the_first_tenth_of_the_cycle_it_is_too_early_to_say() => Assert.Equal(PaceStatus.TooEarly, At(0m, Day(2026, 1, 9)).Status);

    [Fact]
    public void From_exactly_a_tenth_of_the_cycle_pace_is_judged() => Assert.Equal(PaceStatus.OnTrack, At(0m, Day(2026, 1, 10)).Status);

    [Fact]
    public void Reached_is_achieved_at_any_time() => Assert.Equal(PaceStatus.Achieved, At(100m, Day(2026, 1, 2)).Status);

    [Fact]
    public void Not_reached_at_the_end_of_the_cycle_is_missed() => Assert.Equal(PaceStatus.Missed, At(99.9m, Day(2026, 4, 10)).Status);

    [Fact]
    public void What_is_met_or_not_has_no_pace() => Assert.Equal(
        PaceStatus.NotPaced,
        KeyResult("a", Goal.AtLeast(12m)).With(CheckIn.On(Day(2026, 1, 1), 5m)).Score(HundredDays, HalfTime).Pace.Status);

    [Fact]
    public void Without_a_check_in_it_is_too_early_to_say() =>
        Assert.Equal(PaceStatus.TooEarly, KeyResult("a", Goal.FromTo(0m, 100m)).Score(HundredDays, HalfTime).Pace.Status);

    private static Pace At(decimal value, LocalDate asOf) =>
        KeyResult("a", Goal.FromTo(0m, 100m)).With(CheckIn.On(Day(2026, 1, 1), value)).Score(HundredDays, asOf).Pace;
}
