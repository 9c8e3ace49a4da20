using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Every preset judges pace as its product documents it, in the product's own words; where a product publishes no bands, the default stands.</summary>
public sealed class PresetPaceTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    // Of 101 days the 51st is half of the way from the first to the last, and of 100 the 50th with its own day.
    private static readonly Cycle[] Cycles = [Cycle.Between(Start, Start.PlusDays(99)), Cycle.Between(Start, Start.PlusDays(100))];

    private static readonly Dictionary<string, ScoringProfile> Origins = new()
    {
        ["Microsoft Viva Goals"] = ScoringProfile.VivaGoals,
        ["Engagedly"] = ScoringProfile.Engagedly,
        ["OKR by BOJA"] = ScoringProfile.Boja,
        ["Oboard"] = ScoringProfile.Oboard,
        ["Perdoo"] = ScoringProfile.Perdoo,
        ["ServiceNow Strategic Planning / Goal Framework"] = ScoringProfile.ServiceNow,
        ["UpRaise"] = ScoringProfile.UpRaise,
        ["BurningOKR/BurningOKR"] = ScoringProfile.BurningOkr,
        ["lopes-andre/okrs-tracker"] = ScoringProfile.LopesAndreTracker,
    };

    private static readonly ScoringProfile[] WithoutBands =
    [
        ScoringProfile.GoogleReWork, ScoringProfile.Doerr, ScoringProfile.Perdoo, ScoringProfile.ProfitCo, ScoringProfile.TeamCulture, ScoringProfile.Gtmhub,
        ScoringProfile.PuzzleOkr, ScoringProfile.OsloOkrTracker, ScoringProfile.OpenOkr, ScoringProfile.Operately,
    ];

    // products.md 2.3, row by row: progress, expected progress, and the word of the product.
    public static TheoryData<string, decimal, decimal, PaceStatus> Rows => new()
    {
        { "Microsoft Viva Goals", 0.52m, 0.47m, PaceStatus.OnTrack },
        { "Microsoft Viva Goals", 0.50m, 0.50m, PaceStatus.OnTrack },
        { "Microsoft Viva Goals", 0.47m, 0.52m, PaceStatus.Behind },
        { "Microsoft Viva Goals", 0.45m, 0.50m, PaceStatus.Behind },
        { "Microsoft Viva Goals", 0.25m, 0.50m, PaceStatus.Behind },
        { "Microsoft Viva Goals", 0.24m, 0.50m, PaceStatus.AtRisk },
        { "Engagedly", 0.44m, 0.60m, PaceStatus.OnTrack },
        { "Engagedly", 0.43m, 0.60m, PaceStatus.Behind },
        { "Engagedly", 0.27m, 0.60m, PaceStatus.Behind },
        { "Engagedly", 0.26m, 0.60m, PaceStatus.AtRisk },
        { "UpRaise", 0.38m, 0.40m, PaceStatus.OnTrack },
        { "UpRaise", 0.37m, 0.40m, PaceStatus.Behind },
        { "UpRaise", 0.31m, 0.40m, PaceStatus.Behind },
        { "UpRaise", 0.29m, 0.40m, PaceStatus.AtRisk },
        { "Oboard", 0.28m, 0.40m, PaceStatus.OnTrack },
        { "Oboard", 0.27m, 0.40m, PaceStatus.Behind },
        { "Oboard", 0.16m, 0.40m, PaceStatus.Behind },
        { "Oboard", 0.15m, 0.40m, PaceStatus.AtRisk },
        { "ServiceNow Strategic Planning / Goal Framework", 0.90m, 0.40m, PaceStatus.OnTrack },
        { "ServiceNow Strategic Planning / Goal Framework", 0.89m, 0.40m, PaceStatus.AtRisk },
        { "ServiceNow Strategic Planning / Goal Framework", 0.75m, 0.40m, PaceStatus.AtRisk },
        { "ServiceNow Strategic Planning / Goal Framework", 0.74m, 0.40m, PaceStatus.Behind },
        { "OKR by BOJA", 1.00m, 0.40m, PaceStatus.Achieved },
        { "OKR by BOJA", 0.99m, 0.40m, PaceStatus.OnTrack },
        { "OKR by BOJA", 0.60m, 0.40m, PaceStatus.OnTrack },
        { "OKR by BOJA", 0.59m, 0.40m, PaceStatus.AtRisk },
        { "OKR by BOJA", 0.20m, 0.40m, PaceStatus.AtRisk },
        { "OKR by BOJA", 0.19m, 0.40m, PaceStatus.Behind },
        { "BurningOKR/BurningOKR", 0.30m, 0.50m, PaceStatus.OnTrack },
        { "BurningOKR/BurningOKR", 0.29m, 0.50m, PaceStatus.AtRisk },
        { "BurningOKR/BurningOKR", 0.10m, 0.50m, PaceStatus.AtRisk },
        { "BurningOKR/BurningOKR", 0.09m, 0.50m, PaceStatus.Behind },
        { "lopes-andre/okrs-tracker", 0.55m, 0.50m, PaceStatus.Ahead },
        { "lopes-andre/okrs-tracker", 0.45m, 0.50m, PaceStatus.OnTrack },
        { "lopes-andre/okrs-tracker", 0.44m, 0.50m, PaceStatus.AtRisk },
        { "lopes-andre/okrs-tracker", 0.37m, 0.50m, PaceStatus.Behind },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void On_both_sides_of_every_limit_a_status_is_the_one_documented(string origin, decimal progress, decimal expected, PaceStatus status) =>
        Assert.Equal(status, Status(Origins[origin], progress, expected));

    [Fact]
    public void Each_preset_gives_the_documented_status_on_its_own_published_examples()
    {
        var told = new List<string>();
        foreach (var (origin, profile) in Origins)
        {
            foreach (var (vector, status) in Examples(origin, profile))
            {
                Assert.True(status == Word(vector), $"{origin} {vector.Input}: {status}, documented is {vector.Expected}");
                told.Add(origin);
            }
        }

        Assert.Equal(
            "BurningOKR/BurningOKR 2, Engagedly 2, Microsoft Viva Goals 3, OKR by BOJA 4, Oboard 1, Perdoo 1, ServiceNow Strategic Planning / Goal "
            + "Framework 2, UpRaise 2, lopes-andre/okrs-tracker 5",
            string.Join(", ", told.Order(StringComparer.Ordinal).CountBy(origin => origin).Select(each => $"{each.Key} {each.Value}")));
    }

    [Fact]
    public void While_hardly_anything_is_expected_the_okrs_tracker_assumes_a_ratio()
    {
        var bands = ScoringProfile.LopesAndreTracker.Pace.Bands;
        foreach (var vector in ((IEnumerable<object[]>)ListedVector.Ids(ListedVector.Peers, "pace_ratio")).Select(id => ListedVector.Case(
            ListedVector.Peers, "pace_ratio", (string)id[0])))
        {
            Assert.Equal(
                vector.Expected.GetProperty("pace_ratio").GetDecimal(), bands.Measure(vector.Number("progress_ratio"), vector.Number("expected_ratio")));
        }
    }

    [Fact]
    public void Presets_without_published_bands_carry_the_default_and_all_others_their_own()
    {
        Assert.All(ScoringProfile.Presets, preset => Assert.Equal(WithoutBands.Contains(preset), preset.Pace.Bands.Equals(PaceBands.Default)));
        Assert.Equal(ScoringProfile.Presets.Count, WithoutBands.Length + Origins.Values.Except(WithoutBands).Count());
    }

    [Fact]
    public void Where_a_product_publishes_none_the_documentation_says_so()
    {
        var source = File.ReadAllText(Repository.PathOf("src", "OkrKpi", "Scoring", "ScoringProfile.Products.cs"));
        Assert.All(ScoringProfile.Presets, preset =>
        {
            var property = typeof(ScoringProfile)
                .GetProperties()
                .Single(each => each.PropertyType == typeof(ScoringProfile) && ReferenceEquals(each.GetValue(null), preset)).Name;
            var end = source.IndexOf($"ScoringProfile {property} {{", StringComparison.Ordinal);
            var summary = string.Join(
                ' ', source[source.LastIndexOf("<summary>", end, StringComparison.Ordinal)..end].Split('\n').Select(line => line.Trim().TrimStart('/').Trim()));
            Assert.Contains(WithoutBands.Contains(preset) ? "publishes no " : "Pace: ", summary, StringComparison.Ordinal);
            Assert.Matches("Source|Google|Doerr", summary);
        });
    }

    [Fact]
    public void Perdoo_counts_key_results_only_and_takes_the_weakest_status()
    {
        var (first, middle) = (Cycles[0].Start, Start.PlusDays(49));
        var objective = Objective.Define("o", "O", Cycles[0])
            .With(Way("good"), Way("bad")).CheckIn("good", first, 60m).CheckIn("bad", first, 10m);
        var child = Objective.Define("c", "C", Cycles[0]).AlignedTo("o").With(Way("done")).CheckIn("done", first, 100m);
        var scores = Portfolio.Of([], [objective, child], []).Score(middle, ScoringProfile.Perdoo);
        Assert.Equal(0.35m, scores.Of(objective.Id)!.Score);
        Assert.Equal(PaceStatus.Behind, objective.Score(middle, ScoringProfile.Perdoo).Pace.Status);
    }

    [Fact]
    public void Where_time_plays_no_part_nothing_is_projected()
    {
        var score = Way("a").With(CheckIn.On(Start, 40m)).Score(Cycles[0], Start.PlusDays(9), ScoringProfile.Boja);
        Assert.Equal((PaceStatus.AtRisk, ForecastState.NotPaced), (score.Pace.Status, score.Forecast().State));
        Assert.Equal((0m, 1m, 1m), (
            PaceCurve.InFull.Expected(Cycles[0], Start.PlusDays(-1)), PaceCurve.InFull.Expected(Cycles[0], Start),
            PaceCurve.InFull.Expected(Cycles[0], Cycles[0].End)));
        Assert.Null(PaceCurve.InFull.Projected(40m, Cycles[0], Start));
    }

    [Fact]
    public void A_preset_is_found_by_its_name()
    {
        Assert.All(ScoringProfile.Presets.Prepend(ScoringProfile.Default), preset => Assert.Same(preset, ScoringProfile.Preset(preset.Name)));
        Assert.Contains("Perdoo", Assert.Throws<ArgumentException>("name", () => ScoringProfile.Preset("perdoo")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => ScoringProfile.Preset(" "));
    }

    private static KeyResult Way(string id) => KeyResult.Define(id, id, Unit.Percent, Goal.FromTo(0m, 100m));

    private static IEnumerable<(ListedVector Vector, PaceStatus Status)> Examples(string origin, ScoringProfile profile)
    {
        foreach (var vector in Of(ListedVector.Products, "status-from-gap").Concat(Of(ListedVector.Products, "status-from-ratio")))
        {
            yield return (vector, Status(profile, vector.Number("actualPercent") / 100m, vector.Number("expectedPercent") / 100m));
        }

        foreach (var vector in Of(ListedVector.Products, "status-from-achievement"))
        {
            yield return (
                vector, Status(profile, Goal.FromTo(vector.Number("start"), vector.Number("target")).Progress(vector.Number("current")).Raw!.Value, 0.4m));
        }

        foreach (var vector in Of(ListedVector.Products, "status-from-progress-bands"))
        {
            yield return (vector, Status(profile, vector.Number("progressPercent") / 100m, 0.4m));
        }

        foreach (var vector in Of(ListedVector.Products, "status-rollup-worst").Concat(Of(ListedVector.Products, "status-rollup-mean-rank")))
        {
            yield return (
                vector, profile.Pace.Objectives!.Value.Of(vector.Input.GetProperty("statuses").EnumerateArray().Select(each => Word(each.GetString()!))));
        }

        foreach (var vector in Of(ListedVector.Peers, "status_pace"))
        {
            yield return (vector, vector.OptionalNumber("pace_ratio") is { } ratio
                ? profile.Pace.Bands.Status(ratio, 1m)
                : Status(profile, vector.Number("progress_ratio"), vector.Number("elapsed_ratio")));
        }

        IEnumerable<ListedVector> Of(string file, string kind) =>
            ((IEnumerable<object[]>)ListedVector.Ids(file, kind))
                .Select(id => ListedVector.Case(file, kind, (string)id[0]))
                .Where(vector => vector.Origin == origin);
    }

    // By the whole rule, on a day on which the progress is expected; where time plays no part on any day.
    private static PaceStatus Status(ScoringProfile profile, decimal progress, decimal expected)
    {
        foreach (var cycle in Cycles)
        {
            for (var day = 0; day < cycle.Days - 1; day++)
            {
                if (profile.Pace.Curve.Shape == PaceShape.InFull || profile.Pace.Curve.Expected(cycle, Start.PlusDays(day)) == expected)
                {
                    return profile.Pace.Of(progress, cycle, Start.PlusDays(day)).Status;
                }
            }
        }

        throw new InvalidOperationException($"No day expects {expected}.");
    }

    private static PaceStatus Word(ListedVector vector) => Word(vector.Expected.GetProperty("status").GetString()!);

    private static PaceStatus Word(string word) => word.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "ONTRACK" or "GREEN" => PaceStatus.OnTrack,
        "BEHIND" or "LAGGING" => PaceStatus.Behind,
        "ATRISK" or "YELLOW" or "INDANGER" => PaceStatus.AtRisk,
        "OFFTRACK" or "RED" => PaceStatus.Behind,
        "AHEAD" => PaceStatus.Ahead,
        "DONE" => PaceStatus.Achieved,
        _ => throw new InvalidOperationException($"'{word}' is a word nobody has read yet."),
    };
}
