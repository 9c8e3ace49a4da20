using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Scoring profiles in JSON: a preset by its name, any other policy by policy.</summary>
public sealed class ProfileJsonTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    private static readonly ScoringProfile Whole = ScoringProfile.Default
        .Named("Ours")
        .With(SuccessRule.Default.From(ObjectiveKind.Committed, 0.9m, 0.8m))
        .WithOverrideCap(1.1m)
        .With(ObjectiveKind.Aspirational, GradeScale.VivaAspirational)
        .WithAggregation(ScoreAggregation.Mean)
            .With(ScoreLimits.Between(-0.5m, 1.2m))
            .WithMissing(MissingKeyResults.CountAsZero)
            .WithNotStarted(NotStartedKeyResults.AreMissing)
        .WithCancelled(InactiveKeyResults.CountAsZero)
            .WithPostponed(InactiveKeyResults.CountAsZero)
            .WithGuardrail(BrokenGuardrail.LimitsScore)
            .WithEmpty(EmptyScore.Zero)
        .WithDoneFrom(0.95m).With(DisplayRounding.To(3, RoundingMode.HalfEven)).With(GradeScale.Boja.RoundedTo(DisplayRounding.OneDecimal))
        .With(PaceRule.Default.With(PaceCurve.Steps(3)).WithGrace(0.2m).StaleAfter(30).WithObjectives(StatusCombining.Majority)
            .With(PaceBands.ByRatio(PaceStatus.Behind).Above(0.5m, PaceStatus.AtRisk).From(0.9m, PaceStatus.OnTrack).AssumingBelow(0.01m, 1.5m, 1m)))
        .With(
            CombiningRule.Default.WithAlignment(AlignmentCombining.OwnKeyResultsFirst).WithShared(SharedObjectives.FullInEach)
                .WithUnits(UnitCombining.MeanOfUnits))
        .WithStated(StatusCombining.Latest);

    [Fact]
    public void A_preset_is_written_by_its_name_and_read_as_itself() => Assert.All(ScoringProfile.Presets.Prepend(ScoringProfile.Default), preset =>
    {
        Assert.Equal(preset.Name, JsonNode.Parse(JsonSerializer.Serialize(preset, Options))!.GetValue<string>());
        Assert.Same(preset, JsonSerializer.Deserialize<ScoringProfile>(JsonSerializer.Serialize(preset, Options), Options));
    });

    [Fact]
    public void Every_preset_under_another_name_is_read_as_it_was_policy_by_policy() => Assert.All(ScoringProfile.Presets.Append(Whole), preset =>
    {
        var json = JsonSerializer.Serialize(preset.Named("ours"), Options);
        Assert.StartsWith("{", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<ScoringProfile>(json, Options)!;
        Assert.Equal(("ours", preset), (read.Name, read));
        Assert.Equal(json, JsonSerializer.Serialize(read, Options));
    });

    [Fact]
    public void A_preset_changed_under_its_own_name_is_written_by_value() =>
        Assert.IsType<JsonObject>(JsonNode.Parse(JsonSerializer.Serialize(ScoringProfile.Perdoo.WithDoneFrom(0.9m), Options)));

    [Fact]
    public void What_is_left_out_is_as_by_default() =>
        Assert.Equal(ScoringProfile.Default, JsonSerializer.Deserialize<ScoringProfile>("""{"name":"plain","pace":{}}""", Options));

    [Theory]
    [InlineData("\"Perdu\"", "Perdoo")]
    [InlineData("{}", "name")]
    [InlineData("""{"name":"x","limits":{"cap":1}}""", "floor")]
    [InlineData("""{"name":"x","doneFrom":2}""", "doneFrom")]
    [InlineData("""{"name":"x","pace":{"grace":2}}""", "grace")]
    [
        InlineData(
            """{"name":"x","pace":{"bands":{"by":"gap","lowest":"behind","higher":[{"limit":0,"status":"onTrack"},{"limit":-1,"status":"ahead"}]}}}""",
            "above the limit")
    ]
    [InlineData("""{"name":"x","grades":{"lowest":"red","higher":[{"name":"a","from":0.5},{"name":"b","from":0.4}]}}""", "lowest to the highest")]
    [InlineData("""{"name":"x","colour":"red"}""", "colour")]
    public void What_is_no_profile_is_refused_with_the_reason(string json, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ScoringProfile>(json, Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_policy_has_its_member()
    {
        // The example differs from the default in every policy, so each of them is written.
        var written = (JsonObject)JsonNode.Parse(JsonSerializer.Serialize(Whole, Options))!;
        Assert.Empty(Properties<ScoringProfile>().Except(written.Select(member => member.Key)));
        Assert.Equal(["reading"], Properties<PaceRule>().Except(((JsonObject)written["pace"]!).Select(member => member.Key)));
        Assert.Empty(Properties<CombiningRule>().Except(((JsonObject)written["combining"]!).Select(member => member.Key)));
        Assert.All(
            typeof(ScoringProfile).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => Assert.NotEqual(property.GetValue(ScoringProfile.Default), property.GetValue(Whole)));
    }

    [Fact]
    public void A_reading_of_pace_is_code_and_is_refused()
    {
        var profile = ScoringProfile.Default.With(PaceRule.Default.With(new Own()));
        Assert.StartsWith(
            "The reading of pace 'Own' is code and has no form in JSON: store the profile without it, and add it with With.",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(profile, Options)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(ReviewOptions.Default.With(profile), Options));
    }

    [Fact]
    public void What_pace_goes_by_is_written_in_the_language_of_the_review()
    {
        var (start, now) = (new LocalDate(2026, 7, 1), new LocalDate(2026, 8, 15));
        var objective = Objective.Define("o", "O", Cycle.Quarter(2026, 3))
            .With(KeyResult.Define("a", "A", Unit.Percent, Goal.FromTo(0m, 100m)).With(CheckIn.On(now, 40m)))
            .With(KeyResult.Define("b", "B", Unit.Percent, Goal.FromTo(0m, 100m)));
        var score = objective.Score(now, ScoringProfile.Default.With(PaceRule.Default.With(new Own())));
        string Reason(string? culture) => (string)JsonNode.Parse(JsonSerializer.Serialize(
            score, new JsonSerializerOptions().AddOkrKpi(culture is null ? PortfolioJsonOptions.Default
                : PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo(culture)))))!["keyResults"]![0]!["paceReason"]!;
        Assert.Equal(("so says the plan", "theo kế hoạch"), (Reason(null), Reason("vi")));
        Assert.DoesNotContain("paceReason", JsonSerializer.Serialize(objective.Score(start), Options), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Properties<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private sealed class Own : PaceReading
    {
        public override PaceReason? Check(KeyResultScore score) =>
            Because(PaceStatus.OnTrack, culture => culture.TwoLetterISOLanguageName == "vi" ? "theo kế hoạch" : "so says the plan");
    }
}
