using System.Text.Json;

namespace OkrKpi.Tests.Effects;

/// <summary>Worked cases of the rule, and R's Welch test.</summary>
public sealed class EffectVectorTests
{
    private const string Verdicts = "effect-verdict.json";
    private const string Comparisons = "effects-r.json";
    private const double Tolerance = 1e-9;

    public static TheoryData<string> VerdictIds => Vectors.Ids(Verdicts, "effect-verdict");

    public static TheoryData<string> WelchIds => Vectors.Ids(Comparisons, "welch-before-after");

    [Theory]
    [MemberData(nameof(VerdictIds))]
    public void The_verdict_and_every_number_are_those_of_the_rule(string id)
    {
        var vector = Vectors.Case(Verdicts, id);
        var (verdict, expected) = (Series(vector.GetProperty("input")).Judge(), vector.GetProperty("expected"));
        Assert.All(expected.EnumerateObject(), property => Check(verdict, property));
    }

    [Theory]
    [MemberData(nameof(WelchIds))]
    public void Welch_s_comparison_is_that_of_R(string id)
    {
        var vector = Vectors.Case(Comparisons, id);
        var input = vector.GetProperty("input");
        var welch = BeforeAfter.Of(Values(input, "before"), Values(input, "after")).Welch()!;
        Assert.All(vector.GetProperty("expected").EnumerateObject(), property => Close(property.Value.GetDouble(), property.Name switch
        {
            "difference" => welch.Difference,
            "t" => welch.T,
            "df" => welch.DegreesOfFreedom,
            "low95" => welch.Low95,
            "high95" => welch.High95,
            "p" => welch.P,
            _ => throw new InvalidOperationException($"What is {property.Name}?"),
        }));
    }

    private static BeforeAfter Series(JsonElement input)
    {
        var season = input.GetProperty("seasonLength").GetInt32();
        var series = BeforeAfter.Of(Values(input, "before"), Values(input, "after")).LeavingOut(input.GetProperty("leftOut").GetInt32())
            .As(input.GetProperty("higherIsBetter").GetBoolean() ? Direction.HigherIsBetter : Direction.LowerIsBetter);
        return season == 0 ? series : input.GetProperty("seasonDeclared").GetBoolean() ? series.WithSeason(season) : series.LookingForASeason(season);
    }

    private static IEnumerable<decimal> Values(JsonElement input, string name) => input.GetProperty(name).EnumerateArray().Select(each => each.GetDecimal());

    private static void Check(EffectVerdict verdict, JsonProperty expected)
    {
        object? actual = expected.Name switch
        {
            "periodsBefore" => verdict.PeriodsBefore,
            "periodsAfter" => verdict.PeriodsAfter,
            "verdict" => verdict.Movement switch
            {
                KpiMovement.Moved => "moved",
                KpiMovement.Worsened => "worsened",
                KpiMovement.NoSign => "no sign",
                KpiMovement.CannotTell => "cannot tell",
                _ => "too early",
            },
            "season" => verdict.Season,
            "seasonF" => verdict.SeasonF,
            "centre" => (double?)verdict.Centre,
            "sigma" => verdict.Plain!.Sigma,
            "degreesOfFreedom" => verdict.Plain!.DegreesOfFreedom,
            "autocorrelation" => verdict.Plain!.Autocorrelation,
            "difference" => verdict.Plain!.Difference,
            "cappedDifference" => verdict.Plain!.CappedDifference,
            "standardError" => verdict.Plain!.StandardError,
            "margin" => verdict.Plain!.Margin,
            "low" => verdict.Plain!.Low,
            "high" => verdict.Plain!.High,
            "slope" => verdict.Line!.Slope,
            "slopeT" => verdict.SlopeT,
            "trendSeen" => verdict.IsTrendSeen,
            "beyondTrendDifference" => verdict.Line!.Difference,
            "beyondTrendCapped" => verdict.Line!.CappedDifference,
            "beyondTrendMargin" => verdict.Line!.Margin,
            "beyondTrendSigma" => verdict.Line!.Sigma,
            "beyondTrendAutocorrelation" => verdict.Line!.Autocorrelation,
            "smallestGain" => (double?)verdict.SmallestGain,
            "smallestLoss" => (double?)verdict.SmallestLoss,
            "reason" => verdict.Ground switch
            {
                EffectGround.BeyondNoise => "beyond the margin",
                EffectGround.WithinNoise or EffectGround.RestsOnExtremes => "within the margin",
                EffectGround.ContinuesItsTrend => "continues its earlier trend",
                EffectGround.NoVariation => "no variation before",
                _ => verdict.Ground.ToString(),
            },
            _ => throw new InvalidOperationException($"What is {expected.Name}?"),
        };
        switch (expected.Value.ValueKind)
        {
            case JsonValueKind.String:
                Assert.Equal(expected.Value.GetString(), actual);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.Equal(expected.Value.GetBoolean(), actual);
                break;
            case JsonValueKind.Null:
                Assert.Null(actual);
                break;
            default:
                Close(expected.Value.GetDouble(), Convert.ToDouble(actual, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    // The files have 12 digits.
    private static void Close(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0d, Tolerance * Math.Max(1d, Math.Abs(expected)));
}
