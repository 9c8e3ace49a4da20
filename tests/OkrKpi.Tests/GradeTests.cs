namespace OkrKpi.Tests;

public class GradeTests
{
    // 0.4 but for the last of 28 digits.
    private const decimal JustBelow = 0.3999999999999999999999999999m;

    [Fact]
    public void What_division_leaves_over_is_no_lower_grade() => Assert.Equal("yellow", GradeScale.TrafficLight.BandOf(JustBelow).Name);

    [Fact]
    public void What_falls_short_of_a_limit_stays_short() => Assert.Equal("red", GradeScale.TrafficLight.BandOf(0.399999999999m).Name);

    [Fact]
    public void What_division_leaves_over_is_not_cut_off() => Assert.Equal(40m, DisplayRounding.To(2, RoundingMode.Truncate).Percent(JustBelow));

    [Fact]
    public void What_division_leaves_over_costs_no_success() =>
        Assert.Equal(
            (Outcome.Success, Outcome.Success), (ObjectiveKind.Committed.OutcomeOf(JustBelow + 0.6m), ObjectiveKind.Aspirational.OutcomeOf(JustBelow + 0.3m)));
}
