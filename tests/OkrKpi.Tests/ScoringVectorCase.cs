using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>Reads one case, and compares numbers the way its origin shows them.</summary>
public sealed partial class ScoringVectorCase
{
    private readonly int number;

    internal ScoringVectorCase(string file, int number, JsonElement root)
    {
        File = file;
        this.number = number;
        Kind = root.GetProperty("kind").GetString()!;
        Input = root.GetProperty("input");
        Expected = root.GetProperty("expected");
        Origin = Named(root, "product") ?? Named(root, "peer") ?? Named(root, "id") ?? "";
        Note = Named(root, "note") ?? "";
    }

    internal string File { get; }

    internal string Kind { get; }

    internal JsonElement Input { get; }

    internal JsonElement Expected { get; }

    internal string Origin { get; }

    internal string Note { get; }

    /// <summary>The profile of the product the case is from.</summary>
    internal ScoringProfile Profile => Origin switch
    {
        "Google re:Work" => ScoringProfile.GoogleReWork,
        "Measure What Matters (Doerr)" => ScoringProfile.Doerr,
        "Microsoft Viva Goals" => ScoringProfile.VivaGoals,
        "Perdoo" => ScoringProfile.Perdoo,
        _ when Is("ServiceNow") => ScoringProfile.ServiceNow,
        "Profit.co" => ScoringProfile.ProfitCo,
        "UpRaise" => ScoringProfile.UpRaise,
        "Oboard" => ScoringProfile.Oboard,
        "Engagedly" => ScoringProfile.Engagedly,
        "OKR by BOJA" => ScoringProfile.Boja,
        "TeamCulture" => ScoringProfile.TeamCulture,
        "Gtmhub (Quantive)" => ScoringProfile.Gtmhub,
        "puzzle/okr" => ScoringProfile.PuzzleOkr,
        "oslokommune/okr-tracker" => ScoringProfile.OsloOkrTracker,
        _ when Is("open-okr") => ScoringProfile.OpenOkr,
        _ when Is("BurningOKR") => ScoringProfile.BurningOkr,
        _ when Is("operately") => ScoringProfile.Operately,
        _ when Is("lopes-andre") => ScoringProfile.LopesAndreTracker,

        // The other trackers have no preset; what they publish is said in the library's policies.
        _ when Is("beliefsystems") =>
            ScoringProfile.Default.WithMissing(MissingKeyResults.CountAsZeroUnlessAllMissing)
                .WithNotStarted(NotStartedKeyResults.AreMissing)
                .With(ScoreLimits.FloorZero)
                .With(DisplayRounding.To(4, RoundingMode.HalfUp)),
        _ when Is("MOONSHOT") => ScoringProfile.Default.WithEmpty(EmptyScore.Zero).With(DisplayRounding.To(2, RoundingMode.Truncate)),
        _ when Is("Nexora") || Is("Karzix") => ScoringProfile.Default.WithEmpty(EmptyScore.Zero).With(DisplayRounding.To(2, RoundingMode.Truncate)),
        _ when Is("frappe") =>
            ScoringProfile.Default.WithEmpty(EmptyScore.Zero).WithMissing(MissingKeyResults.CountAsZero).With(DisplayRounding.To(5, RoundingMode.HalfUp)),
        "Planview OKRs" => ScoringProfile.Default.With(DisplayRounding.To(2, RoundingMode.HalfDown)),
        _ when File == ScoringVectors.Hand => ScoringProfile.Default,
        _ => ScoringProfile.Default.WithEmpty(EmptyScore.Zero).WithMissing(MissingKeyResults.CountAsZero),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{number} {Origin}");

    internal bool Is(string origin) => Origin.Contains(origin, StringComparison.OrdinalIgnoreCase);

    internal decimal Number(string name) => Input.GetProperty(name).GetDecimal();

    internal decimal? Optional(params string[] names) => OptionalOf(Input, names);

    internal string? Text(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal bool Has(string name) => Input.TryGetProperty(name, out _);

    internal bool IsTrue(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    internal LocalDate Date(string name) => DateOf(Input.GetProperty(name).GetString()!);

    internal static LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).Value;

    internal static decimal? OptionalOf(JsonElement element, params string[] names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number)
            {
                return value.GetDecimal();
            }
        }

        return null;
    }

    internal static decimal?[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Null ? (decimal?)null : each.GetDecimal())];

    internal decimal[] List(string name) => [.. Numbers(Input.GetProperty(name)).Select(each => each!.Value)];

    /// <summary>
    /// Compares a score with what the case expects under one of the usual names, in percent or as a ratio; does nothing when it expects none of them.
    /// </summary>
    internal void AssertScore(decimal? actual)
    {
        foreach (var name in new[] { "progressPercent", "progress_percent", "parentProgressPercent", "achievementPercent", "percent", "bar_fill_percent" })
        {
            if (Expected.TryGetProperty(name, out var percent))
            {
                AssertNumber(percent, actual * 100m, actual is { } score ? Profile.Display.Percent(score) : null);
            }
        }

        foreach (var name in new[] { "progress_ratio", "progressRatio", "score", "value" })
        {
            if (Expected.TryGetProperty(name, out var ratio))
            {
                AssertNumber(ratio, actual, actual is { } score ? Profile.Display.Round(score) : null);
            }
        }
    }

    /// <summary>Equal exactly, to the decimals that the case shows, within the tolerance it states, or as its product rounds for display.</summary>
    internal void AssertNumber(JsonElement expected, decimal? actual, decimal? shown = null)
    {
        if (expected.ValueKind == JsonValueKind.Null || actual is null)
        {
            Assert.True(
                expected.ValueKind == JsonValueKind.Null && actual is null,
                $"expected {expected}, but was {actual?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
            return;
        }

        var wanted = expected.GetDecimal();
        var digits = Math.Min((int)wanted.Scale, 15);
        var isShown = shown == wanted || (digits > 0 && Math.Round(actual.Value, digits, MidpointRounding.AwayFromZero) == wanted);
        Assert.True(
            isShown || Math.Abs(wanted - actual.Value) <= Tolerance,
            string.Create(CultureInfo.InvariantCulture, $"expected {wanted}, but was {actual} (shown as {shown})"));
    }

    private static string? Named(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private decimal Tolerance => StatedTolerance().Match(Note) is { Success: true } match
        ? decimal.Parse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture)
        : 0.000_000_001m;

    [GeneratedRegex("tolerance ([0-9][0-9.e-]*[0-9]|[0-9])")]
    private static partial Regex StatedTolerance();
}
