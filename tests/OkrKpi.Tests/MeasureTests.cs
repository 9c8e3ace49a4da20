using System.Globalization;

namespace OkrKpi.Tests;

/// <summary>Bands, targets and tolerances: exactly on a boundary, and what differs in one thing.</summary>
public sealed class MeasureTests
{
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal Smallest = 0.000_000_000_001m;

    [Theory]
    [InlineData(0.9, false, false, true, -0.1)]
    [InlineData(1, true, true, true, 0)]
    [InlineData(1.5, true, true, true, 0.5)]
    [InlineData(2, true, true, true, 0)]
    [InlineData(2.1, false, true, false, -0.1)]
    public void The_ends_of_a_band_belong_to_it(double amount, bool isBetween, bool isAtLeast1, bool isAtMost2, double margin)
    {
        var value = (decimal)amount;
        Assert.Equal((isBetween, isAtLeast1, isAtMost2), (Band.Between(1m, 2m).Contains(value), Band.AtLeast(1m).Contains(value),
            Band.AtMost(2m).Contains(value)));
        Assert.Equal(((decimal)margin, value - 1m, 2m - value), (Band.Between(1m, 2m).Margin(value), Band.AtLeast(1m).Margin(value),
            Band.AtMost(2m).Margin(value)));
    }

    [Fact]
    public void A_band_holds_another_when_nothing_sticks_out()
    {
        var band = Band.Between(1m, 2m);
        Assert.All(new[] { band, Band.Between(1.1m, 2m), Band.Between(1m, 1.9m) }, other => Assert.True(band.Contains(other)));
        Assert.All(new[] { Band.Between(0.9m, 2m), Band.Between(1m, 2.1m), Band.AtLeast(1m), Band.AtMost(2m) }, other => Assert.False(band.Contains(other)));
        Assert.True(Band.AtLeast(1m).Contains(band));
        Assert.True(Band.AtLeast(1m).Contains(Band.AtLeast(1m)));
        Assert.False(Band.AtLeast(1.1m).Contains(band));
        Assert.True(Band.AtMost(2m).Contains(band));
        Assert.True(Band.AtMost(2m).Contains(Band.AtMost(2m)));
        Assert.False(Band.AtMost(1.9m).Contains(band));
        Assert.False(Band.AtMost(2m).Contains(Band.AtLeast(1m)));
        Assert.Throws<ArgumentNullException>("other", () => band.Contains(null!));
    }

    [Fact]
    public void A_band_has_its_lower_end_first_and_may_be_a_single_number()
    {
        Assert.True(Band.Between(1m, 1m).Contains(1m));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => Band.Between(1.1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => Band.Between(-Largest - 1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Band.Between(0m, Largest + 1m));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => Band.AtLeast(Largest + 1m));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Band.AtMost(-Largest - 1m));
        Assert.Equal((-Largest, Largest), (Band.Between(-Largest, Largest).Low, Band.Between(-Largest, Largest).High));
    }

    [Fact]
    public void A_band_around_a_target_goes_by_its_size()
    {
        Assert.Equal(Band.Between(225m, 275m), Band.Around(250m, 0.1m));
        Assert.Equal(Band.Between(-275m, -225m), Band.Around(-250m, 0.1m));
        Assert.Equal(Band.Between(0m, 500m), Band.Around(250m, 1m));
        Assert.Equal(Band.Between(250m, 250m), Band.Around(250m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => Band.Around(250m, 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => Band.Around(250m, -0.01m));
    }

    [Fact]
    public void Bands_are_equal_by_both_ends_and_read_as_they_are()
    {
        Assert.Equal(Band.Between(1m, 2m), Band.Between(1.0m, 2m));
        Assert.Equal(Band.Between(1m, 2m).GetHashCode(), Band.Between(1m, 2m).GetHashCode());
        Assert.All(new object?[] { Band.Between(0m, 2m), Band.Between(1m, 3m), Band.AtLeast(1m), Band.AtMost(2m), "1 to 2", null },
            other => Assert.False(Band.Between(1m, 2m).Equals(other)));
        Assert.Equal(["1,000 to 2,000.5", "at least 1", "at most 2"],
            new[] { Band.Between(1_000m, 2_000.5m), Band.AtLeast(1m), Band.AtMost(2m) }.Select(band => band.ToString()));
    }

    [Fact]
    public void To_a_part_of_a_period_belongs_its_share_of_the_target()
    {
        Assert.Equal(Target.Of(60m), Target.Of(90m).Part(2m, 3m));
        Assert.Equal(Target.Of(90m), Target.Of(90m).Part(3m, 3m));
        Assert.Equal(Target.Below(60m), Target.Below(90m).Part(2m, 3m));
        Assert.Equal(Target.Within(Band.Between(20m, 60m)), Target.Within(Band.Between(30m, 90m)).Part(2m, 3m));
        Assert.Equal(Target.Within(Band.AtMost(60m)), Target.Within(Band.AtMost(90m)).Part(2m, 3m));
    }

    [Fact]
    public void On_the_way_from_one_band_to_another_all_between_them_is_allowed()
    {
        Assert.Equal(Band.Between(1m, 5m), Band.Between(1m, 3m).Spanning(Band.Between(2m, 5m)));
        Assert.Equal(Band.Between(1m, 5m), Band.Between(2m, 5m).Spanning(Band.Between(1m, 3m)));
        Assert.Equal(Band.AtLeast(1m), Band.AtLeast(3m).Spanning(Band.Between(1m, 5m)));
        Assert.Equal(Band.AtMost(5m), Band.AtMost(3m).Spanning(Band.Between(1m, 5m)));
        Assert.Null(Band.AtLeast(3m).Spanning(Band.AtMost(5m)));
    }

    [Fact]
    public void A_target_that_does_not_fit_its_direction_is_told_what_would()
    {
        Assert.StartsWith("What is only watched has no target", Refused(Target.Of(80m), Direction.None), StringComparison.Ordinal);
        Assert.StartsWith("The band 70 to 85 needs the direction WithinBand, not LowerIsBetter.",
            Refused(Target.Within(Band.Between(70m, 85m)), Direction.LowerIsBetter), StringComparison.Ordinal);
        Assert.StartsWith("The number 80 cannot be judged within a band", Refused(Target.Of(80m), Direction.WithinBand), StringComparison.Ordinal);
        Assert.StartsWith("The strict target < 80 contradicts HigherIsBetter", Refused(Target.Below(80m), Direction.HigherIsBetter), StringComparison.Ordinal);

        Assert.Throws<ArgumentNullException>("unit", () => Target.Of(80m).Format(null!, CultureInfo.InvariantCulture));

        static string Refused(Target target, Direction direction) =>
            Assert.Throws<ArgumentException>(nameof(direction), () => target.Gap(80m, direction)).Message;
    }

    [Theory]
    [InlineData(92, -8, 8)]
    [InlineData(100, 0, 0)]
    [InlineData(103, 3, -3)]
    public void A_gap_is_positive_on_the_good_side_and_on_the_line_is_met(int actual, int higher, int lower)
    {
        var target = Target.Of(100m);
        Assert.Equal((higher, lower), (target.Gap(actual, Direction.HigherIsBetter), target.Gap(actual, Direction.LowerIsBetter)));
        Assert.Equal((higher >= 0, lower >= 0), (target.IsMetBy(actual, Direction.HigherIsBetter), target.IsMetBy(actual, Direction.LowerIsBetter)));
    }

    [Fact]
    public void A_band_is_met_on_its_ends_and_goes_with_its_direction_alone()
    {
        var band = Target.Within(Band.Between(70m, 85m));
        Assert.Equal([-1m, 0m, 5m, 0m, -5m], new[] { 69m, 70m, 80m, 85m, 90m }.Select(actual => band.Gap(actual, Direction.WithinBand)));
        Assert.Equal([false, true, true, true, false], new[] { 69m, 70m, 80m, 85m, 90m }.Select(actual => band.IsMetBy(actual, Direction.WithinBand)));
        Assert.Throws<ArgumentException>("direction", () => band.Gap(80m, Direction.HigherIsBetter));
        Assert.Throws<ArgumentException>("direction", () => Target.Of(80m).Gap(80m, Direction.WithinBand));
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => Target.Of(80m).Gap(80m, (Direction)77));
        Assert.True(band.Fits(Direction.WithinBand));
        Assert.False(band.Fits(Direction.LowerIsBetter));
        Assert.True(Target.Of(80m).Fits(Direction.LowerIsBetter));
        Assert.False(Target.Of(80m).Fits(Direction.WithinBand));
    }

    [Fact]
    public void Attainment_is_1_on_the_target_and_read_by_distance_or_ratio_where_lower_is_better()
    {
        var five = Target.Of(5m);
        Assert.Equal(0.8m, five.Attainment(4m, Direction.HigherIsBetter));
        Assert.Equal(0.8m, five.Attainment(4m, Direction.HigherIsBetter, AttainmentReading.Ratio));
        Assert.Equal(1.2m, five.Attainment(4m, Direction.LowerIsBetter));
        Assert.Equal(1.25m, five.Attainment(4m, Direction.LowerIsBetter, AttainmentReading.Ratio));
        Assert.Equal(2m, five.Attainment(0m, Direction.LowerIsBetter));
        Assert.Null(five.Attainment(0m, Direction.LowerIsBetter, AttainmentReading.Ratio));
        Assert.Null(five.Attainment(Smallest / 2m, Direction.LowerIsBetter, AttainmentReading.Ratio));
        Assert.Equal(5m / Smallest, five.Attainment(Smallest, Direction.LowerIsBetter, AttainmentReading.Ratio));
        Assert.Throws<ArgumentOutOfRangeException>("reading", () => five.Attainment(4m, Direction.LowerIsBetter, (AttainmentReading)77));
    }

    [Fact]
    public void Of_a_band_or_a_target_not_above_0_there_is_no_attainment()
    {
        Assert.Null(Target.Within(Band.AtLeast(5m)).Attainment(5m, Direction.WithinBand));
        Assert.Null(Target.Of(0m).Attainment(5m, Direction.HigherIsBetter));
        Assert.Null(Target.Of(-5m).Attainment(-5m, Direction.HigherIsBetter));
        Assert.Null(Target.Of(Smallest / 2m).Attainment(Smallest, Direction.HigherIsBetter));
        Assert.Equal(2m, Target.Of(Smallest).Attainment(2m * Smallest, Direction.HigherIsBetter));
    }

    [Theory]
    [InlineData(100, 100, TargetChange.Unchanged, TargetChange.Unchanged)]
    [InlineData(100, 101, TargetChange.Raised, TargetChange.Lowered)]
    [InlineData(100, 99, TargetChange.Lowered, TargetChange.Raised)]
    public void A_number_is_raised_towards_the_better_side(int before, int now, TargetChange higher, TargetChange lower)
    {
        Assert.Equal(higher, Target.Of(now).ComparedWith(Target.Of(before), Direction.HigherIsBetter));
        Assert.Equal(lower, Target.Of(now).ComparedWith(Target.Of(before), Direction.LowerIsBetter));
        Assert.Equal(Math.Abs(now - before), Target.Of(now).RaisedBy(Target.Of(before)));
    }

    [Fact]
    public void A_band_is_raised_when_it_lies_in_the_old_one()
    {
        var before = Target.Within(Band.Between(10m, 20m));
        Assert.Equal(
            [TargetChange.Unchanged, TargetChange.Raised, TargetChange.Lowered, TargetChange.Shifted, TargetChange.Shifted],
            new[] { Band.Between(10m, 20m), Band.Between(11m, 20m), Band.Between(10m, 21m), Band.Between(11m, 21m),
                Band.Between(9m, 19m) }.Select(band => Target.Within(band).ComparedWith(before, Direction.WithinBand)));
        Assert.Throws<ArgumentNullException>("earlier", () => before.ComparedWith(null!, Direction.WithinBand));
        Assert.Throws<ArgumentException>("direction", () => before.ComparedWith(Target.Of(10m), Direction.WithinBand));
        Assert.Throws<ArgumentException>("direction", () => Target.Of(10m).ComparedWith(before, Direction.WithinBand));
    }

    [Fact]
    public void A_band_is_raised_by_what_its_ends_moved_in_and_without_bound_where_one_was_closed()
    {
        var before = Target.Within(Band.Between(10m, 20m));
        Assert.Equal(3m, Target.Within(Band.Between(13m, 19m)).RaisedBy(before));
        Assert.Equal(4m, Target.Within(Band.Between(11m, 16m)).RaisedBy(before));
        Assert.True(Target.Within(Band.Between(11m, 20m)).RaisedBy(Target.Within(Band.AtMost(20m))) > Largest);
        Assert.True(Target.Within(Band.Between(10m, 19m)).RaisedBy(Target.Within(Band.AtLeast(10m))) > Largest);
        Assert.Equal(1m, Target.Within(Band.AtLeast(11m)).RaisedBy(Target.Within(Band.AtLeast(10m))));
        Assert.Equal(1m, Target.Within(Band.AtMost(19m)).RaisedBy(Target.Within(Band.AtMost(20m))));
    }

    [Fact]
    public void The_size_of_a_target_is_its_distance_from_0_and_of_a_band_that_of_its_larger_end() => Assert.Equal(
        [5m, 5m, 20m, 30m, 10m, 20m],
        new[] { Target.Of(5m), Target.Of(-5m), Target.Within(Band.Between(10m, 20m)), Target.Within(Band.Between(-30m, 20m)),
            Target.Within(Band.AtLeast(-10m)), Target.Within(Band.AtMost(20m)) }.Select(target => target.Size));

    [Fact]
    public void Targets_are_equal_by_number_or_band_and_read_as_they_are()
    {
        Assert.Equal(Target.Of(5m), Target.Of(5.0m));
        Assert.Equal(Target.Of(5m).GetHashCode(), Target.Of(5m).GetHashCode());
        Assert.Equal(Target.Within(Band.AtLeast(5m)), Target.Within(Band.AtLeast(5m)));
        Assert.All(new object?[] { Target.Of(6m), Target.Within(Band.AtLeast(5m)), "5", null }, other => Assert.False(Target.Of(5m).Equals(other)));
        Assert.False(Target.Within(Band.AtLeast(5m)).Equals(Target.Within(Band.AtLeast(6m))));
        Assert.Equal(["1,000.5", "at least 5"], new[] { Target.Of(1_000.5m), Target.Within(Band.AtLeast(5m)) }.Select(target => target.ToString()));
        Assert.Equal(
            ["5 %", "5 % – 6 %", "≥ 5 %", "≤ 6 %"],
            new[] { Target.Of(5m), Target.Within(Band.Between(5m, 6m)), Target.Within(Band.AtLeast(5m)),
                Target.Within(Band.AtMost(6m)) }.Select(target => target.Format(Unit.Percent, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_tolerance_is_a_share_of_the_target_or_an_amount()
    {
        Tolerance[] tolerances = [Tolerance.Default, Tolerance.OfShare(0.07m), Tolerance.None, Tolerance.OfAmount(2m), Tolerance.OfShare(0m)];
        Assert.Equal([5m, 7m, 0m, 2m, 0m], tolerances.Select(tolerance => tolerance.Of(Target.Of(-100m))));
        Assert.Equal([0m, 1m], new[] { 0m, 1m }.Select(share => Tolerance.OfShare(share).Share));
        Assert.Equal([0m, Largest], new[] { 0m, Largest }.Select(amount => Tolerance.OfAmount(amount).Amount));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Tolerance.OfShare(1.01m));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Tolerance.OfShare(-0.01m));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Tolerance.OfAmount(-0.01m));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Tolerance.OfAmount(Largest + 1m));
        Assert.Throws<ArgumentNullException>("target", () => Tolerance.None.Of(null!));
    }

    [Fact]
    public void Tolerances_are_equal_by_share_and_amount_and_read_as_they_are()
    {
        Assert.Equal(Tolerance.Default, Tolerance.OfShare(0.05m));
        Assert.Equal(Tolerance.Default.GetHashCode(), Tolerance.OfShare(0.05m).GetHashCode());
        Assert.All(new object?[] { Tolerance.OfShare(0.06m), Tolerance.OfAmount(0.05m), Tolerance.None, "5%", null },
            other => Assert.False(Tolerance.Default.Equals(other)));
        Assert.Equal(Tolerance.None, Tolerance.OfAmount(0m));
        Assert.Equal(["5%", "0", "1,000.5"],
            new[] { Tolerance.Default, Tolerance.None, Tolerance.OfAmount(1_000.5m) }.Select(tolerance => tolerance.ToString()));
    }

    [Fact]
    public void Sums_and_counts_add_up_over_time_and_segments_first_and_last_over_segments_and_the_rest_over_nothing()
    {
        Assert.Equal([Aggregation.Sum, Aggregation.Count], Enum.GetValues<Aggregation>().Where(each => each.Additivity() == Additivity.Additive));
        Assert.Equal([Aggregation.Last, Aggregation.First], Enum.GetValues<Aggregation>().Where(each => each.Additivity() == Additivity.SemiAdditive));
        Assert.Throws<ArgumentOutOfRangeException>("aggregation", () => ((Aggregation)77).Additivity());
    }
}
