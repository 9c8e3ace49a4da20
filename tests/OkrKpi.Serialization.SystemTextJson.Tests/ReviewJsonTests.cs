using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>What dashboards get: the review and the other answers, in the reader's language, as the schema says.</summary>
public sealed class ReviewJsonTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly PortfolioJsonOptions InVietnamese = PortfolioJsonOptions.Default.With(Vietnamese);

    private static readonly JsonSerializerOptions Serializer = new JsonSerializerOptions().AddOkrKpi();

    private static readonly Lazy<Task<JsonSchema>> Validator = new(static () => SchemaTests.ForValidatorAsync(PortfolioJson.ReviewSchema()));

    public static TheoryData<string, string> Companies => new()
    {
        { "company-a.json", "" }, { "company-a.json", "vi-VN" }, { "ipld.json", "" }, { "ipld.json", "vi-VN" }, { "transit.json", "" },
        { "transit.json", "vi-VN" }, { "everything", "" }, { "everything", "vi-VN" },
    };

    [Theory]
    [MemberData(nameof(Companies))]
    public async Task Every_answer_follows_the_schema(string company, string culture)
    {
        var language = PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo(culture));
        var serializer = new JsonSerializerOptions().AddOkrKpi(language);
        var schema = await Validator.Value;
        foreach (var asOf in new LocalDate[] { new(2019, 10, 1), new(2024, 7, 1), new(2026, 8, 15), new(2026, 12, 31) })
        {
            var review = Company(company).Review(asOf);
            Assert.Empty(schema.Validate(PortfolioJson.Write(review, language)));
            Follows("weeklyReview", review.Week());
            Follows("cycleReview", review.LastCycle());
            Follows("explanation", review.Explain());
            foreach (var brief in review.Needs.Select(need => review.BriefOf(need.Kpi.Id)).OfType<Brief>())
            {
                var discussed = brief.With(FocusArea.Define("New customers").Voted(Vote.Of(7m, 8m, 3m)).Trying("Call them")).With(FocusArea.Define("Others"));
                Follows("brief", discussed.Choosing("Others"));
                Follows("rankedFocusArea", discussed.Rank()[0]);
            }
        }

        void Follows<T>(string definition, T? answer)
            where T : class
        {
            if (answer is not null)
            {
                Assert.Empty(schema.Definitions[definition].Validate(JsonSerializer.Serialize(answer, serializer)));
            }
        }
    }

    [Fact]
    public async Task The_schema_refuses_what_is_no_review()
    {
        var schema = await Validator.Value;
        var review = JsonNode.Parse(PortfolioJson.Write(Company("company-a.json").Review(Sample.AsOf)))!.AsObject();
        Assert.Empty(schema.Validate(review.ToJsonString()));
        review["colour"] = "what a later version may add";
        Assert.Empty(schema.Validate(review.ToJsonString()));
        review["kpis"]![0]!["status"] = "splendid";
        Assert.NotEmpty(schema.Validate(review.ToJsonString()));
        Assert.NotEmpty(schema.Validate(PortfolioJson.Write(Company("company-a.json"))));
    }

    [Fact]
    public void Texts_are_in_the_language_asked_for_and_nothing_else_changes()
    {
        var review = Company("company-a.json").Review(Sample.AsOf);
        var (english, vietnamese) = (JsonNode.Parse(PortfolioJson.Write(review))!, JsonNode.Parse(PortfolioJson.Write(review, InVietnamese))!);
        Assert.Equal(review.Explain().Sentence(CultureInfo.InvariantCulture), (string?)english["text"]);
        Assert.Equal(review.Explain().Sentence(Vietnamese), (string?)vietnamese["text"]);
        Assert.Equal(review.Needs[0].Reasons[0].Explain().Sentence(Vietnamese), (string?)vietnamese["needs"]![0]!["reasons"]![0]!["text"]);
        Assert.Equal(review.Findings[0].Explanation.Sentence(Vietnamese), (string?)vietnamese["findings"]![0]!["text"]);
        Assert.All(Texts(english).Zip(Texts(vietnamese)), both => Assert.NotEqual(both.First.Value, both.Second.Value));
        Assert.Equal(WithoutTexts(english), WithoutTexts(vietnamese));
    }

    [Fact]
    public void Any_other_language_reads_english_with_its_own_dates()
    {
        var german = JsonNode.Parse(
            PortfolioJson.Write(Company("company-a.json").Review(Sample.AsOf), PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo("de-DE"))))!;
        Assert.StartsWith("On 15.08.2026: 33 KPIs,", (string?)german["text"], StringComparison.Ordinal);
        Assert.Equal("2026-08-15", (string?)german["asOf"]);
    }

    [Fact]
    public void The_language_of_the_thread_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var review = Company("company-a.json").Review(Sample.AsOf);
        var english = PortfolioJson.Write(review);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Vietnamese;
            Assert.Equal(english, PortfolioJson.Write(review));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_review_goes_into_a_buffer_as_it_goes_into_a_text()
    {
        var review = Company("company-a.json").Review(Sample.AsOf);
        var buffer = new ArrayBufferWriter<byte>();
        PortfolioJson.Write(review, buffer, InVietnamese);
        Assert.Equal(PortfolioJson.Write(review, InVietnamese), Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.Clear();
        PortfolioJson.Write(review, buffer, InVietnamese.With(DocumentLayout.Compact));
        Assert.DoesNotContain((byte)'\n', buffer.WrittenSpan.ToArray());
        Assert.Equal(
            JsonSerializer.Serialize(review, OkrKpiJsonContext.With(InVietnamese).PortfolioReview), JsonNode.Parse(buffer.WrittenSpan)!.ToJsonString());
    }

    [Fact]
    public void A_host_says_the_language_once_with_reflection_or_without()
    {
        var finding = Company("company-a.json").Review(Sample.AsOf).Findings[0];
        var text = finding.Explanation.Sentence(Vietnamese);
        var (reflecting, resolving) = (
            new JsonSerializerOptions().AddOkrKpi(InVietnamese), new JsonSerializerOptions { TypeInfoResolver = OkrKpiJsonContext.With(InVietnamese) });
        Assert.Equal(text, Text(JsonSerializer.Serialize(finding, reflecting)));
        Assert.Equal(text, Text(JsonSerializer.Serialize(finding, OkrKpiJsonContext.With(InVietnamese).Finding)));
        Assert.Equal(text, Text(JsonSerializer.Serialize(finding, resolving)));
        Assert.Equal(finding.Explanation.Sentence(CultureInfo.InvariantCulture), Text(JsonSerializer.Serialize(finding, OkrKpiJsonContext.Default.Finding)));

        static string? Text(string json) => (string?)JsonNode.Parse(json)!["text"];
    }

    [Fact]
    public void A_finding_says_what_it_is_about_by_ids_of_their_own()
    {
        var finding = Company("company-a.json").Review(Sample.AsOf).Findings.First(each => each.Subject.KeyResult is not null);
        var subject = JsonNode.Parse(JsonSerializer.Serialize(finding, OkrKpiJsonContext.Default.Finding))!["subject"]!.AsObject();
        Assert.Equal(["objective", "keyResult"], subject.Select(each => each.Key));
        Assert.Equal(finding.Subject.ToString(), $"{subject["objective"]}/{subject["keyResult"]}");
    }

    [Fact]
    public void A_host_says_the_limits_of_values_inside_its_own_types()
    {
        var small = new JsonSerializerOptions().AddOkrKpi(PortfolioJsonOptions.Default.WithMaximumItems(1).WithMaximumTextLength(3));
        Assert.NotNull(JsonSerializer.Deserialize<MeasurementSeries>("""{"kpi":"abc","values":[{"date":"2026-07-01","value":1}]}""", small));
        Assert.Contains(nameof(PortfolioJsonOptions.WithMaximumTextLength), Refused("""{"kpi":"abcd"}"""), StringComparison.Ordinal);
        Assert.Contains(
            nameof(PortfolioJsonOptions.WithMaximumItems),
            Refused("""{"kpi":"abc","values":[{"date":"2026-07-01","value":1},{"date":"2026-07-02","value":1}]}"""), StringComparison.Ordinal);

        string Refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MeasurementSeries>(json, small)).Message;
    }

    [Fact]
    public void A_score_set_by_hand_stands_before_the_computed_one()
    {
        var score = Sample.Everything()
            .Review(Sample.AsOf).Objectives
            .Single(each => each.Objective.Id.Value == "paced").KeyResults
            .Single(each => each.KeyResult.Id.Value == "headline");
        var json = JsonNode.Parse(JsonSerializer.Serialize(score, Serializer))!;
        Assert.Equal((0.7m, 0m), ((decimal)json["score"]!, (decimal)json["computedScore"]!));
    }

    [Fact]
    public void The_week_and_the_last_cycle_say_what_changed()
    {
        var review = Company("company-a.json").Review(new(2026, 10, 15));
        var week = JsonNode.Parse(JsonSerializer.Serialize(review.Week(), OkrKpiJsonContext.Default.WeeklyReview))!;
        Assert.Equal("2026-10-08", (string?)week["since"]);
        Assert.Equal(review.Week().KeyResults.Count, week["keyResults"]!.AsArray().Count);

        var cycle = JsonNode.Parse(JsonSerializer.Serialize(review.LastCycle()!, OkrKpiJsonContext.Default.CycleReview))!;
        var outcome = review.LastCycle()!.Outcomes[0];
        Assert.Equal(outcome.Objective.Id.Value, (string?)cycle["outcomes"]![0]!["score"]!["id"]);
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(outcome.Quadrant.ToString()), (string?)cycle["outcomes"]![0]!["quadrant"]);
        Assert.Equal(
            outcome.Effects.Select(effect => effect.Kpi.Id.Value), cycle["outcomes"]![0]!["effects"]!.AsArray().Select(effect => (string?)effect!["kpi"]));
    }

    [Fact]
    public void A_brief_says_the_gap_and_the_questions()
    {
        var review = Company("company-a.json").Review(Sample.AsOf);
        var brief = review.Needs.Select(need => review.BriefOf(need.Kpi.Id)).OfType<Brief>().First();
        var json = JsonNode.Parse(JsonSerializer.Serialize(brief, OkrKpiJsonContext.With(InVietnamese).Brief))!;
        Assert.Equal(brief.Gap, (decimal?)json["gap"]);
        Assert.Equal(
            brief.Questions.Select(question => question.Text.Sentence(Vietnamese)),
            json["questions"]!.AsArray().Select(question => (string?)question!["text"]));
    }

    private static Portfolio Company(string name) =>
        name == "everything" ? Sample.Everything() : PortfolioJson.Read(File.ReadAllBytes(Repository.PathOf("samples", "Scorecard", "data", name)));

    private static IEnumerable<(string Path, string Value)> Texts(JsonNode node) => node switch
    {
        JsonObject members =>
            members.SelectMany(member => member is { Key: "text", Value: JsonValue value } ? [(value.GetPath(), (string)value!)] : Texts(member.Value!)),
        JsonArray items => items.SelectMany(item => Texts(item!)),
        _ => [],
    };

    private static string WithoutTexts(JsonNode node)
    {
        foreach (var (path, _) in Texts(node).ToList())
        {
            Assert.EndsWith(".text", path, StringComparison.Ordinal);
        }

        Strip(node);
        return node.ToJsonString();

        static void Strip(JsonNode node)
        {
            if (node is JsonObject members)
            {
                members.Remove("text");
            }

            foreach (var child in node is JsonObject owner ? owner.Select(member => member.Value) : node is JsonArray items ? items : [])
            {
                Strip(child!);
            }
        }
    }
}
