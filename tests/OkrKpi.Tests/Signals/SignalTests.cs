namespace OkrKpi.Tests;

/// <summary>Signals case by case: what is exactly on a line, what two sets of rules have in common, and which words are chosen.</summary>
public sealed class SignalTests
{
    private static readonly decimal?[] Steady = [10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m, 10m, 12m];

    private static readonly SignalRules Plain = SignalRules.Wheeler.WithPoints(2, 8);

    public static TheoryData<string, SignalRules> OtherRules => new()
    {
        { "scaling", Plain.With(Other(Plain.Scaling, LimitScaling.Exact, LimitScaling.Wheeler)) },
        { "average", Plain.With(Other(Plain.Average, RangeAverage.Median, RangeAverage.Mean)) },
        { "centre", Plain.With(Other(Plain.Centre, CentreLine.Median, CentreLine.Mean)) },
        { "screening", Plain.With(Other(Plain.Screening, RangeScreening.Once, RangeScreening.None)) },
        { "gaps", Plain.With(Other(Plain.Gaps, RangesOverGaps.Spanned, RangesOverGaps.Broken)) },
        { "on a limit", Plain.With(Other(Plain.OnLimit, PointOnLimit.Beyond, PointOnLimit.Within)) },
        { "constant", Plain.With(Other(Plain.Constant, ConstantSeries.LimitsOnCentre, ConstantSeries.NoLimits)) },
        { "at one point", Plain.With(Other(Plain.AtOnePoint, RulesAtOnePoint.All, RulesAtOnePoint.First)) },
        { "fewest points", Plain.WithPoints(3, 8) },
        { "settled", Plain.WithPoints(2, 9) },
        { "frozen", Plain.WithFrozen(9) },
        { "season", Plain.WithSeason(4) },
        { "rules", Plain.With(SignalRule.BeyondLimit) },
    };

    [Theory]
    [MemberData(nameof(OtherRules))]
    public void Rules_that_differ_in_one_policy_are_others(string policy, SignalRules other)
    {
        Assert.False(Plain.Equals(other), policy);
        Assert.False(other.Equals(Plain), policy);
        Assert.False(Plain.Equals((object?)null) || Plain.Equals((SignalRules?)null) || Plain.Equals("Wheeler"));
    }

    [Fact]
    public void Rules_are_equal_by_their_policies_whatever_they_are_called()
    {
        Assert.Equal(Plain, SignalRules.Wheeler.WithPoints(2, 8).Named("ours"));
        Assert.Equal(Plain.GetHashCode(), SignalRules.Wheeler.WithPoints(2, 8).Named("ours").GetHashCode());
        Assert.Equal(Plain, Plain.WithFrozen(9).WithoutFrozen().WithSeason(4).WithoutSeason());
    }

    [Fact]
    public void Rules_have_a_largest_number_and_patterns_a_length()
    {
        SignalRule[] thirty = [.. Enumerable.Range(2, 30).Select(SignalRule.Run)];
        Assert.Equal(30, Plain.With(thirty).Rules.Count);
        Assert.Throws<ArgumentException>("rules", () => Plain.With([.. thirty, SignalRule.BeyondLimit]));
        Assert.Throws<ArgumentException>("rules", () => Plain.With(SignalRule.Run(8), SignalRule.Run(8)));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => SignalRule.Run(1));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => SignalRule.Beyond(2m, 3, 2));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Plain.WithPoints(1, 8));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Plain.WithPoints(4, 3));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Plain.WithFrozen(1));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Plain.WithSeason(1));
    }

    /// <summary>
    /// The means of the two seasons are 11.5 and 22; of a season of four points they vary by 3/4 of the process around points in it, 5/4 beyond.
    /// </summary>
    [Fact]
    public void A_season_has_its_own_centre_and_later_points_wider_limits_than_those_it_was_learned_from()
    {
        decimal?[] values = [10m, 20m, 12m, 22m, 11m, 21m, 13m, 25m, 11m, 22m];
        var points = ProcessBehaviour.Of(values, Plain.WithSeason(2).WithFrozen(8)).Points;
        Assert.Equal([11.5m, 22m, 11.5m, 22m], new[] { points[6], points[7], points[8], points[9] }.Select(point => decimal.Round(point.Centre!.Value, 12)));
        Assert.Equal(2.66m * 8.5m / 7m, Width(7), 2);
        Assert.Equal((decimal)Math.Sqrt(5d / 3d), Width(8) / Width(7), 10);
        Assert.Equal(Width(6), Width(7), 10);

        decimal Width(int index) => points[index].Upper!.Value - points[index].Centre!.Value;
    }

    [Theory]
    [InlineData(20, Direction.LowerIsBetter, "assurance.always")]
    [InlineData(20, Direction.HigherIsBetter, "assurance.neverAbove")]
    [InlineData(2, Direction.LowerIsBetter, "assurance.neverBelow")]
    [InlineData(2, Direction.HigherIsBetter, "assurance.always")]
    [InlineData(11, Direction.HigherIsBetter, "assurance.sometimes")]
    public void What_a_process_assures_is_told_with_the_side_on_which_the_target_lies(int target, Direction direction, string key) =>
        Assert.Contains(key, Keys(ProcessBehaviour.Of(Steady).Judged(direction, Target.Of(target))));

    [Theory]
    [InlineData(20, 30, "assurance.neverAbove")]
    [InlineData(1, 2, "assurance.neverBelow")]
    [InlineData(1, 30, "assurance.always")]
    [InlineData(1, 11, "assurance.sometimes")]
    public void And_of_a_band_as_well(int low, int high, string key) =>
        Assert.Contains(key, Keys(ProcessBehaviour.Of(Steady).Judged(Direction.WithinBand, Target.Within(Band.Between(low, high)))));

    [Fact]
    public void A_target_exactly_on_a_limit_is_reached_sometimes()
    {
        var plain = ProcessBehaviour.Of(Steady);
        var (lower, upper) = (plain.Points[^1].Lower!.Value, plain.Points[^1].Upper!.Value);
        Assert.All(
            new[] { lower, upper }.SelectMany(limit => new[] { Direction.HigherIsBetter, Direction.LowerIsBetter }.Select(direction => (limit, direction))),
            each => Assert.Equal(Assurance.SometimesReaches, plain.Judged(each.direction).AssuranceOf(Target.Of(each.limit))));
        Assert.Throws<ArgumentException>("target", () => plain.Judged(Direction.WithinBand, Target.Of(3m)));
        Assert.Throws<ArgumentNullException>("target", () => plain.AssuranceOf(null!));
    }

    [Fact]
    public void A_limit_is_shown_within_what_values_can_be()
    {
        var within = ProcessBehaviour.Of(Steady).Within(Band.Between(0m, 15m));
        Assert.Equal([0m, 0m, 7m, 15m, 15m], new[] { -3m, 0m, 7m, 15m, 17m }.Select(within.Shown));
        Assert.Equal([-3m, 17m], new[] { -3m, 17m }.Select(ProcessBehaviour.Of(Steady).Shown));
    }

    [Fact]
    public void What_a_unit_cannot_be_bounds_its_limits_unless_it_was()
    {
        Assert.Equal(Band.Between(0m, 100m), BoundsOf(Unit.Percent, 50m));
        Assert.Equal(Band.AtLeast(0m), BoundsOf(Unit.Percent, 101m));
        Assert.Equal(Band.AtMost(100m), BoundsOf(Unit.Percent, -1m));
        Assert.Equal(Band.Between(0m, 100m), BoundsOf(Unit.Percent, 100m));
        Assert.Equal(Band.Between(0m, 5m), BoundsOf(Unit.RatingOutOf(5m), 4m));
        Assert.Equal(Band.AtLeast(0m), BoundsOf(Unit.Count("call"), 0m));
        Assert.Null(BoundsOf(Unit.Count("call"), -1m));
        Assert.Equal(Band.AtLeast(0m), BoundsOf(Unit.Count("call").Per("day"), 3m));
        Assert.Null(BoundsOf(Unit.Money("USD").Per("customer"), 3m));
        Assert.Null(BoundsOf(Unit.Money("USD"), 3m));

        static Band? BoundsOf(Unit unit, decimal value)
        {
            var kpi = Kpi.Define("k", "K", unit, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
            var measured = MeasurementSeries.Of(kpi.Id, Measurement.On(new(2026, 5, 31), value));
            return KpiAssessment.Of(kpi, measured, new(2026, 6, 10)).Behaviour().NaturalBounds;
        }
    }

    [Fact]
    public void A_rebase_begins_a_segment_and_is_told_with_its_reason_in_whatever_order_they_are_given()
    {
        var behaviour = ProcessBehaviour.Of(Steady).Rebased(15, "two shifts").Rebased(8, "a new machine");
        Assert.Equal([1, 8, 15], behaviour.Segments.Select(segment => segment.First));
        Assert.Contains("limits.rebased", Keys(behaviour));
        Assert.DoesNotContain("limits.rebased", Keys(ProcessBehaviour.Of(Steady)));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => behaviour.Rebased(0, "x"));
        Assert.ThrowsAny<ArgumentException>(() => behaviour.Rebased(1, " "));
    }

    [Fact]
    public void One_point_beyond_a_limit_is_told_of_that_point_and_more_as_a_number_of_them()
    {
        var rules = Plain.With(SignalRule.BeyondLimit).WithFrozen(20);
        Assert.Contains("signal.aboveLimit", Keys(ProcessBehaviour.Of([.. Steady, 99m], rules)));
        Assert.Contains("signal.aboveLimits", Keys(ProcessBehaviour.Of([.. Steady, 99m, 98m], rules)));
        Assert.Contains("signal.belowLimit", Keys(ProcessBehaviour.Of([.. Steady, -99m], rules)));
        Assert.Contains("signal.belowLimits", Keys(ProcessBehaviour.Of([.. Steady, -99m, -98m], rules)));
    }

    [Fact]
    public void The_latest_signal_is_one_of_the_latest_point_and_noise_has_none()
    {
        Assert.Null(ProcessBehaviour.Of(Array.Empty<decimal>()).LatestSignal);
        Assert.Null(ProcessBehaviour.Of(Steady).LatestSignal);
        Assert.Null(ProcessBehaviour.Of([.. Steady, 99m, 11m], Plain.WithFrozen(20)).LatestSignal);
        var latest = ProcessBehaviour.Of([.. Steady, 99m, 11m, -99m], Plain.WithFrozen(20)).LatestSignal!;
        Assert.Equal((23, SignalRule.BeyondLimit, SignalSide.Low), (latest.Last.Number, latest.Rule, latest.Side));
    }

    [Fact]
    public void Columns_say_what_one_process_after_another_says()
    {
        double[] rows = [.. Steady.Select(value => (double)value!), 5d, .. Enumerable.Repeat(double.NaN, 39)];
        var columns = BehaviourColumns.Of(rows, 20, Plain);
        Assert.Equal([Variation.CommonCause, Variation.CannotTell, Variation.CannotTell], columns.Variations(Direction.HigherIsBetter));
        var upper = columns.Uppers[0];
        Assert.Equal([Assurance.NeverReaches, Assurance.CannotTell, Assurance.CannotTell], columns.Assurances(Direction.HigherIsBetter, [upper + 1d, 5d, 5d]));
        Assert.Equal(Assurance.SometimesReaches, columns.Assurances(Direction.HigherIsBetter, [upper, 5d, 5d])[0]);
        Assert.Equal(Assurance.SometimesReaches, columns.Assurances(Direction.LowerIsBetter, [columns.Lowers[0], 5d, 5d])[0]);
        Assert.Equal(Assurance.AlwaysReaches, columns.Assurances(Direction.LowerIsBetter, [upper + 1d, 5d, 5d])[0]);
        Assert.Equal(Assurance.CannotTell, columns.Assurances(Direction.LowerIsBetter, [double.NaN, 5d, 5d])[0]);
    }

    [Fact]
    public void Columns_refuse_what_makes_no_rows()
    {
        var columns = BehaviourColumns.Of([1d, 2d, 3d, 4d], 2, Plain);
        Assert.Equal((2, 2), (columns.Count, columns.Periods));
        Assert.Throws<ArgumentException>("values", () => BehaviourColumns.Of([1d, 2d, 3d], 2, Plain));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => BehaviourColumns.Of([], 0, Plain));
        Assert.Throws<ArgumentNullException>("rules", () => BehaviourColumns.Of([1d], 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("values", () => BehaviourColumns.Of([1.1e15], 1, Plain));
        Assert.Equal(1, BehaviourColumns.Of([-1e15], 1, Plain).Count);
        Assert.Null(columns.RuleAt(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("series", () => columns.RuleAt(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => columns.RuleAt(0, 2));
        Assert.Throws<ArgumentException>("targets", () => columns.Assurances(Direction.HigherIsBetter, [1d]));
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => columns.Assurances(Direction.WithinBand, [1d, 1d]));
    }

    [Fact]
    public void A_run_chart_counts_runs_about_the_median_of_its_values()
    {
        var runs = RunChart.Of(9m, 1m, 8m, 2m, 3m, 7m);
        Assert.Equal((5m, 6, 5, 2), (runs.Median, runs.UsefulPoints, runs.Runs, runs.LongestRun));
        Assert.Equal((3m, 4), (RunChart.Of(5m, 1m, 3m, 2m, 4m).Median, RunChart.Of(5m, 1m, 3m, 2m, 4m).UsefulPoints));
        Assert.Throws<ArgumentException>("values", () => RunChart.Of());
        Assert.Throws<ArgumentOutOfRangeException>("values", () => RunChart.Of(1m, 1e16m));
    }

    [Fact]
    public void A_range_exactly_on_its_limit_is_not_beyond_it()
    {
        // The mean of the ranges is 20 / 7, and 3.27 times that is less than 14.
        var behaviour = ProcessBehaviour.Of([0m, 1m, 2m, 3m, 4m, 5m, 6m, 20m], Plain);
        Assert.Equal([8], behaviour.Points.Where(point => point.IsRangeBeyondLimit).Select(point => point.Number));
        Assert.All(behaviour.Points, point => Assert.Equal(point.MovingRange > behaviour.Segments[0].RangeLimit, point.IsRangeBeyondLimit));
        Assert.DoesNotContain(ProcessBehaviour.Of([5m, 5m, 5m], Plain.With(ConstantSeries.LimitsOnCentre)).Points, point => point.IsRangeBeyondLimit);
    }

    private static T Other<T>(T now, T one, T other)
        where T : struct, Enum => now.Equals(one) ? other : one;

    private static IEnumerable<string> Keys(ProcessBehaviour behaviour) => behaviour.Explain().Keys();
}
