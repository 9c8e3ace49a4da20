using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>
/// Individuals charts against R's qcc and the NIST handbook, <c>tests/vectors/xmr-qcc.json</c>: every case, all its limits, ranges and rules. Of the cases
/// "before-after" the means and their difference are those of two segments; the tests of Welch, Student and Mann and Whitney are no process behaviour.
/// </summary>
public sealed class XmrVectorTests
{
    private const string Oracle = "xmr-qcc.json";

    private static readonly Dictionary<string, SignalRule> RulesByName = new()
    {
        ["western.r1"] = SignalRules.WesternElectric.Rules[0],
        ["western.r2"] = SignalRules.WesternElectric.Rules[1],
        ["western.r3"] = SignalRules.WesternElectric.Rules[2],
        ["western.r4"] = SignalRules.WesternElectric.Rules[3],
        ["nelson.n1"] = SignalRules.Nelson.Rules[0],
        ["nelson.n2"] = SignalRules.Nelson.Rules[1],
        ["nelson.n3"] = SignalRules.Nelson.Rules[2],
        ["nelson.n4"] = SignalRules.Nelson.Rules[3],
        ["nelson.n5"] = SignalRules.Nelson.Rules[4],
        ["nelson.n6"] = SignalRules.Nelson.Rules[5],
        ["nelson.n7"] = SignalRules.Nelson.Rules[6],
        ["nelson.n8"] = SignalRules.Nelson.Rules[7],
        ["runs.run6"] = SignalRule.Run(6),
        ["runs.run7"] = SignalRule.Run(7),
        ["runs.run8"] = SignalRule.Run(8),
        ["runs.run9"] = SignalRule.Run(9),
        ["wheeler.beyondLimits"] = SignalRules.Wheeler.Rules[0],
        ["wheeler.threeOfFourBeyondOneAndHalfSigma"] = SignalRules.Wheeler.Rules[1],
        ["wheeler.runOfEight"] = SignalRules.Wheeler.Rules[2],
    };

    public static TheoryData<string> Charts => Vectors.Ids(Oracle, "individuals-chart");

    public static TheoryData<string> Comparisons => Vectors.Ids(Oracle, "before-after");

    [Fact]
    public void Every_kind_of_case_is_run() => Assert.Equal(["before-after", "individuals-chart"], Vectors.Kinds(Oracle));

    [Theory]
    [MemberData(nameof(Charts))]
    public void Centre_ranges_and_limits_by_each_convention(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var segment = Of(vector, SignalRules.Wheeler).Segments.Single();
        Same(vector, "centre", segment.Centre);
        Same(vector, "averageMovingRange", segment.AverageRange);
        Same(vector, "movingRangeUpperLimit.d4Rounded3267", segment.RangeLimit);
        Limits("e2Wheeler266", SignalRules.Wheeler);
        Limits("d2Rounded1128", SignalRules.Nelson);
        Limits("d2Exact", SignalRules.Nelson.With(LimitScaling.Exact));
        Limits("medianMovingRange", SignalRules.Nelson.With(LimitScaling.Exact).With(RangeAverage.Median));
        Same(vector, "movingRangeUpperLimit.exact", Of(vector, SignalRules.Nelson.With(LimitScaling.Exact)).Segments[0].RangeLimit);
        Same(vector, "medianMovingRange", Of(vector, SignalRules.Nelson.With(RangeAverage.Median)).Segments[0].AverageRange);
        Same(vector, "sigmaHat.d2Rounded", (Of(vector, SignalRules.Nelson).Segments[0] is var nist ? nist.Upper - nist.Centre : null) / 3m);

        void Limits(string name, SignalRules rules)
        {
            var limits = Of(vector, rules).Segments.Single();
            Same(vector, $"limits.{name}.lower", limits.Lower);
            Same(vector, $"limits.{name}.upper", limits.Upper);
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Each_moving_range_and_those_beyond_their_limit(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var behaviour = Of(vector, SignalRules.Wheeler);
        var ranges = vector.GetProperty("movingRanges").EnumerateArray().Select(each => each.GetDecimal()).ToArray();
        Assert.All(ranges, (range, index) => Assert.Equal(range, behaviour.Points[index + 1].MovingRange!.Value, 12));
        Assert.Equal(
            Numbers(vector.GetProperty("movingRangeSignals")), behaviour.Points.Where(point => point.IsRangeBeyondLimit).Select(point => point.Number));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Each_rule_sees_its_pattern_complete_at_the_same_points(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var isSensitive = vector.GetProperty("sensitiveToConstant").GetBoolean();
        foreach (var set in vector.GetProperty("rules").EnumerateObject())
        {
            foreach (var rule in set.Value.EnumerateObject())
            {
                // Whatever constant limits are made with, unless the file says that it matters.
                foreach (var scaling in isSensitive ? [LimitScaling.Handbook] : Enum.GetValues<LimitScaling>())
                {
                    var signals = Of(vector, SignalRules.Wheeler.With(scaling).With(RulesByName[$"{set.Name}.{rule.Name}"])).Signals;
                    Assert.Equal(Numbers(rule.Value), signals.SelectMany(signal => signal.CompleteAt).Select(point => point.Number).Order());
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Runs_about_the_median(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var chart = RunChart.Of(Values(vector, "values"));
        Same(vector, "runChart.median", chart.Median);
        Assert.Equal(Number(vector, "runChart.usefulPoints"), chart.UsefulPoints);
        Assert.Equal(Number(vector, "runChart.numberOfRuns"), chart.Runs);
        Assert.Equal(Number(vector, "runChart.longestRun"), chart.LongestRun);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void The_means_before_and_after_are_those_of_two_segments(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var before = Values(vector, "before").ToList();
        var segments = ProcessBehaviour.Of(before.Concat(Values(vector, "after"))).Rebased(before.Count + 1, "an OKR began").Segments;
        Same(vector, "meanBefore", segments[0].Centre);
        Same(vector, "meanAfter", segments[1].Centre);
        Same(vector, "difference", segments[1].Centre - segments[0].Centre);
    }

    private static ProcessBehaviour Of(JsonElement vector, SignalRules rules) =>
        ProcessBehaviour.Of(Values(vector, "values"), rules.WithFrozen((int)Number(vector, "baselineCount")));

    private static IEnumerable<decimal> Values(JsonElement vector, string name) =>
        vector.GetProperty(name).EnumerateArray().Select(value => value.GetDecimal());

    private static IEnumerable<int> Numbers(JsonElement list) => list.EnumerateArray().Select(each => each.GetInt32());

    private static decimal Number(JsonElement vector, string path) =>
        path.Split('.').Aggregate(vector, static (part, name) => part.GetProperty(name)).GetDecimal();

    // The file prints 15 digits of what was worked out in doubles.
    private static void Same(JsonElement vector, string path, decimal? actual)
    {
        var expected = Number(vector, path);
        Assert.InRange(actual!.Value - expected, -1e-13m * Size(), 1e-13m * Size());

        decimal Size() => Math.Max(Math.Abs(expected), 1m);
    }
}
