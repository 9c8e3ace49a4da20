using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>
/// The NHS's "Making Data Count" against NHSRplotthedots, <c>tests/vectors/nhs-plot-the-dots.json</c>: every case and every unit test of the file.
/// </summary>
public sealed class NhsVectorTests
{
    private const string Oracle = "nhs-plot-the-dots.json";

    public static TheoryData<string> Names => [.. VectorFile.Cases(Oracle).Select(vector => vector.GetProperty("name").GetString()!)];

    public static TheoryData<int> Assurances => Tests("assurance");

    public static TheoryData<int> Trends => Tests("seven_point_trend");

    public static TheoryData<int> Runs => Tests("seven_one_side");

    public static TheoryData<int> Pairs => Tests("two_in_three");

    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_to_every_printed_digit(string name)
    {
        var vector = Case(name);
        var behaviour = Of(vector);
        var recomputed = vector.GetProperty("full_precision_recomputed");
        JsonElement[] segments = recomputed.ValueKind == JsonValueKind.Array ? [.. recomputed.EnumerateArray()] : [recomputed];
        Assert.Equal(segments.Length, behaviour.Segments.Count);
        for (var index = 0; index < segments.Length; index++)
        {
            var segment = behaviour.Segments[index];
            foreach (var (limit, actual) in new[] { ("lpl", segment.Lower), ("mean", segment.Centre), ("upl", segment.Upper) })
            {
                var expected = segments[index].GetProperty(limit).GetDecimal();
                Assert.InRange(actual!.Value - expected, -1e-13m * Math.Max(1m, Math.Abs(expected)), 1e-13m * Math.Max(1m, Math.Abs(expected)));
                if (vector.TryGetProperty("published", out var published) && published.TryGetProperty(limit, out var printed))
                {
                    Assert.Equal(printed.GetDecimal(), Math.Round(actual.Value, printed.GetDecimal().Scale));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_point_has_its_label(string name)
    {
        var vector = Case(name);
        var labels = vector.GetProperty("point_labels_recomputed").EnumerateArray().Select(each => each.GetString());
        Assert.Equal(labels, Of(vector).Points.Select(Label));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Variation_and_assurance_are_those_of_the_icons(string name)
    {
        var vector = Case(name);
        var behaviour = Of(vector);
        if (!vector.TryGetProperty("published", out var published))
        {
            return;
        }

        if (published.TryGetProperty("variation_type", out var variation))
        {
            Assert.Equal(variation.GetString(), behaviour.Variation switch
            {
                Variation.CommonCause => "common_cause",
                Variation.Improving => "special_cause_improvement",
                Variation.Worsening => "special_cause_concern",
                Variation.High => "special_cause_neutral_high",
                Variation.Low => "special_cause_neutral_low",
                Variation.CannotTell or Variation.Unusual => "none",
            });
        }

        if (published.TryGetProperty("assurance_type", out var assurance))
        {
            Assert.Equal(assurance.GetString(), Icon(behaviour.Assurance));
        }

        if (published.TryGetProperty("common_cause", out var common))
        {
            Assert.Equal(common.GetInt32(), behaviour.Points.Count(point => point.Standing == Variation.CommonCause));
            Assert.Equal(
                published.GetProperty("special_cause_improvement").GetInt32(), behaviour.Points.Count(point => point.Standing == Variation.Improving));
        }
    }

    [Fact]
    public void Of_the_vignette_on_deviations_one_point_is_an_improvement()
    {
        var behaviour = Of(Case("deviations vignette, screen_outliers=True"));
        Assert.Equal([5], behaviour.Points.Where(point => point.Standing == Variation.Improving).Select(point => point.Number));
        Assert.Equal(17, behaviour.Points.Count(point => point.Standing == Variation.CommonCause));
    }

    // Twelve values whose limits are those of the test: centre and mean range follow from them.
    [Theory]
    [MemberData(nameof(Assurances))]
    public void Assurance_as_in_the_unit_tests(int index)
    {
        var test = Test("assurance", index);
        var (lower, upper) = (test.GetProperty("lpl").GetDecimal(), test.GetProperty("upl").GetDecimal());
        var (centre, half) = ((lower + upper) / 2m, (upper - lower) / 4m / 2.66m);
        var behaviour = ProcessBehaviour.Of(Enumerable.Range(0, 12).Select(each => centre + (each % 2 == 0 ? half : -half)));
        Assert.Equal(lower, Math.Round(behaviour.Segments[0].Lower!.Value, 20));
        Assert.Equal(upper, Math.Round(behaviour.Segments[0].Upper!.Value, 20));
        var direction = DirectionOf(test);
        var assurance = direction == Direction.None
            ? behaviour.Judged(direction).Assurance
            : behaviour.Judged(direction, Target.Of(test.GetProperty("target").GetDecimal())).Assurance;
        Assert.Equal(test.GetProperty("expect").GetString(), Icon(assurance));
    }

    [Theory]
    [MemberData(nameof(Trends))]
    public void Trends_as_in_the_unit_tests(int index)
    {
        var test = Test("seven_point_trend", index);
        var values = test.GetProperty("y").EnumerateArray().Select(each => each.GetDecimal());
        Complete(test.GetProperty("flag_at_end"), 0, ProcessBehaviour.Of(values, SignalRules.Nhs.With(SignalRule.Trend(7))));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Runs_as_in_the_unit_tests(int index)
    {
        var test = Test("seven_one_side", index);
        var values = test.GetProperty("relative").EnumerateArray().Select(each => each.GetDecimal());
        Complete(test.GetProperty("flag_at_end"), Baseline.Length, Among(values, SignalRule.Run(7)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_in_three_as_in_the_unit_tests(int index)
    {
        var test = Test("two_in_three", index);
        var near = test.GetProperty("near").EnumerateArray();
        var side = test.GetProperty("relative").EnumerateArray();
        var behaviour = Among(near.Zip(side, static (each, way) => way.GetDecimal() * (each.GetInt32() == 1 ? 14m : 1m)), SignalRule.NearLimit(2, 3));
        Assert.Equal(
            test.GetProperty("labelled").EnumerateArray().Select(each => each.GetInt32() == 1),
            behaviour.Points.Skip(Baseline.Length).Select(point => point.Rules.Count > 0));
    }

    // It varies by 7 about 0: limits at 18.62, and the lines of two sigma at 12.41. So a value is near at 14, and at 1 it is not.
    private static decimal[] Baseline => [.. Enumerable.Range(0, 12).Select(each => each % 2 == 0 ? 3.5m : -3.5m)];

    // Behind a baseline about 0, so that a value's sign is its side.
    private static ProcessBehaviour Among(IEnumerable<decimal> values, SignalRule rule) =>
        ProcessBehaviour.Of(Baseline.Concat(values), SignalRules.Nhs.With(rule).WithFrozen(Baseline.Length));

    private static void Complete(JsonElement flags, int before, ProcessBehaviour behaviour)
    {
        int[] expected = [.. flags.EnumerateArray().Select(each => each.GetInt32())];
        var complete = behaviour.Signals.SelectMany(signal => signal.CompleteAt.Select(point => (point.Number, signal.Side))).ToDictionary();
        for (var index = 0; index < expected.Length; index++)
        {
            var side = expected[index] switch { 0 => (SignalSide?)null, > 0 => SignalSide.High, < 0 => SignalSide.Low };
            Assert.Equal(side, complete.TryGetValue(before + index + 1, out var found) ? found : null);
        }
    }

    private static string Label(BehaviourPoint point) => (point.Rules is [var rule, ..] ? rule.Kind : (SignalKind?)null, point.Value > point.Centre) switch
    {
        (SignalKind.BeyondLimit, true) => "Above UCL",
        (SignalKind.BeyondLimit, false) => "Below LCL",
        (SignalKind.NearLimit, true) => "2 in 3 Above CL",
        (SignalKind.NearLimit, false) => "2 in 3 Below CL",
        (SignalKind.Run, true) => "7 Points Above CL",
        (SignalKind.Run, false) => "7 Points Below CL",
        (SignalKind.Trend, true) => "7 Point Trend (Increasing)",
        (SignalKind.Trend, false) => "7 Point Trend (Decreasing)",
        _ => "Common Cause",
    };

    private static string? Icon(Assurance assurance) => assurance switch
    {
        Assurance.CannotTell => null,
        Assurance.AlwaysReaches => "consistent_pass",
        Assurance.SometimesReaches => "inconsistent",
        Assurance.NeverReaches => "consistent_fail",
    };

    private static ProcessBehaviour Of(JsonElement vector)
    {
        var screening = vector.GetProperty("screen_outliers").GetBoolean() ? RangeScreening.Once : RangeScreening.None;
        var behaviour = ProcessBehaviour
            .Of(vector.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal()), SignalRules.Nhs.With(screening))
            .Judged(DirectionOf(vector), vector.TryGetProperty("target", out var target) ? Target.Of(target.GetDecimal()) : null);
        if (vector.TryGetProperty("rebase", out var rebases))
        {
            var periods = vector.GetProperty("periods").EnumerateArray().Select(each => each.GetString()).ToList();
            foreach (var date in rebases.EnumerateArray())
            {
                behaviour = behaviour.Rebased(periods.IndexOf(date.GetString()) + 1, "change point");
            }
        }

        return behaviour;
    }

    private static Direction DirectionOf(JsonElement vector) => vector.GetProperty("improvement").GetString() switch
    {
        "increase" => Direction.HigherIsBetter,
        "decrease" => Direction.LowerIsBetter,
        _ => Direction.None,
    };

    private static JsonElement Case(string name) => VectorFile.Cases(Oracle).Single(vector => vector.GetProperty("name").GetString() == name);

    private static JsonElement Test(string kind, int index) =>
        VectorFile.Part(Oracle, "rules").GetProperty("unit_tests").GetProperty(kind).EnumerateArray().ElementAt(index);

    private static TheoryData<int> Tests(string kind) =>
        [.. Enumerable.Range(0, VectorFile.Part(Oracle, "rules").GetProperty("unit_tests").GetProperty(kind).GetArrayLength())];
}
