using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Every public type of the domain has a form, or a reason to have none.</summary>
public sealed class CompletenessTests
{
    private static readonly Dictionary<string, Type[]> Formless = new()
    {
        ["a setting that is code: nobody keeps it with the data"] =
        [
            typeof(Prioritization), typeof(FindingRule), typeof(RollupOptions),
            typeof(SweetSpot), typeof(PaceReading),
        ],
        ["part of an answer, written within it and never alone"] =
        [
            typeof(BriefQuestion), typeof(FocusArea), typeof(SegmentGap), typeof(Vote), typeof(Fact), typeof(Coverage), typeof(LaggingReason),
            typeof(NeedReason),
            typeof(TargetRaisedReason), typeof(TargetRaise), typeof(ObjectiveOutcome), typeof(KpiWindow), typeof(KeyResultWeek),
            typeof(EffectVerdict), typeof(EffectComparison),
            typeof(BehaviourPoint), typeof(BehaviourSegment), typeof(Signal), typeof(PaceReason),
        ],
        ["an answer that a program asks for in code; its sentences are written by Explanation"] =
        [
            typeof(AlignedItem), typeof(PortfolioScores), typeof(ScoreSpread), typeof(ScoreStatistics), typeof(PeriodTarget), typeof(TargetRevision),
            typeof(TargetStep), typeof(NeedRanking), typeof(NeedSpan), typeof(NeedTimeline), typeof(RankedNeed),
            typeof(PeriodComparison), typeof(PeriodShare), typeof(CombinedScore), typeof(ScorePart),
            typeof(RollupPeriod), typeof(KpiRollup), typeof(BeforeAfter), typeof(WelchComparison), typeof(RunChart), typeof(FindingGroup),
        ],
        ["a step on the way to something that has a form"] =
        [
            typeof(KpiDraft), typeof(TargetPlan), typeof(ReviewContext), typeof(LaggingRecipe), typeof(LearnedSpread),
        ],
        ["columns, and what they add up to"] =
        [
            typeof(OrganisationColumns), typeof(OrganisationScores), typeof(ScoreColumns), typeof(PeriodAggregate), typeof(BulkAggregate),
            typeof(Rollup), typeof(ExactRollup), typeof(MeasurementRow), typeof(PeriodAxis),
            typeof(BehaviourColumns),
        ],
    };

    private static readonly Type[] Types =
    [
        .. typeof(Kpi).Assembly.GetExportedTypes()
            .Where(type => !(type.IsAbstract && type.IsSealed) && !type.Name.StartsWith('<') && !typeof(JsonConverter).IsAssignableFrom(type))
    ];

    [Fact]
    public void A_type_without_a_form_is_refused_and_never_written_in_part()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        Assert.All(Formless.Values.SelectMany(types => types), type => Assert.Contains(
            "has no form in JSON", Assert.Throws<NotSupportedException>(() => options.GetConverter(type)).Message, StringComparison.Ordinal));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { By = RollupOptions.Default }, options));
        Assert.Equal("[1,[2]]", JsonSerializer.Serialize(new object[] { 1, new[] { Target.Of(2m) } }, options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new[] { RollupOptions.Default }, options));
        options = new JsonSerializerOptions().AddOkrKpi();
        options.Converters.Add(new ByName());
        Assert.Equal("{\"By\":\"mine\"}", JsonSerializer.Serialize(new { By = RollupOptions.Default }, options));
    }

    [Fact]
    public void A_period_a_rule_and_small_answers_stand_in_types_of_the_user()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        Assert.Equal(
            """{"At":{"label":"2026-06"},"How":{"state":"measured","raw":0.5,"score":0.5}}""",
            JsonSerializer.Serialize(new { At = ReportingPeriod.Month(2026, 6), How = Progress.Of(0.5m) }, options));
    }

    [Fact]
    public void Every_type_of_the_domain_has_a_form_or_a_reason_to_have_none()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        var known = Formless.Values.SelectMany(types => types).ToArray();
        Assert.Equal(known.Distinct(), known);
        string[] faults =
        [
            .. Types.Where(type => !Has(type) && !known.Contains(type) && !type.IsSubclassOf(typeof(FindingRule)))
                .Select(type => $"{type.Name} has no form: declare one and add it to OkrKpiJsonConverters, or say here why it needs none."),
            .. known.Where(Has).Select(type => $"{type.Name} has a form; take it off the list of those that have none."),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));

        bool Has(Type type) => options.Converters.Any(converter => converter is not JsonConverterFactory && converter.CanConvert(type));
    }

    private sealed class ByName : JsonConverter<RollupOptions>
    {
        public override RollupOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RollupOptions.Default;

        public override void Write(Utf8JsonWriter writer, RollupOptions value, JsonSerializerOptions options) => writer.WriteStringValue("mine");
    }
}
