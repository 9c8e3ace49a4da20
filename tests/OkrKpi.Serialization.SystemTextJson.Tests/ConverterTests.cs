using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Every domain type inside a user's own types, through the serializer.</summary>
public sealed class ConverterTests
{
    private static readonly Dictionary<string, ConverterCase> All = Cases().ToDictionary(each => each.Name);

    private static readonly string[] Others = ["true", "5", "\"?\"", "[1]", "{\"?\":1}"];

    public static TheoryData<string> Names => [.. All.Keys];

    public static TheoryData<string> Objects => [.. All.Values.Where(each => JsonNode.Parse(each.Written) is JsonObject).Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_it_was_written(string name) => Assert.Equal(All[name].Written, All[name].WriteAgain(All[name].Written));

    [Theory]
    [MemberData(nameof(Names))]
    public void Stands_in_a_type_of_the_user_with_either_naming_policy(string name)
    {
        Assert.Equal($"{{\"value\":{All[name].Written},\"list\":[{All[name].Written}]}}", All[name].InHolder(JsonNamingPolicy.CamelCase));
        Assert.Equal($"{{\"VALUE\":{All[name].Written},\"LIST\":[{All[name].Written}]}}", All[name].InHolder(JsonNamingPolicy.SnakeCaseUpper));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_indented_as_everything_else(string name) =>
        Assert.Equal(
            JsonNode.Parse(All[name].Indented())!.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            All[name].Indented());

    [Theory]
    [MemberData(nameof(Names))]
    public void Works_without_reflection(string name) => Assert.Equal(All[name].Written, All[name].WithoutReflection());

    [Theory]
    [MemberData(nameof(Names))]
    public void Null_is_null_or_refused(string name) => All[name].Null();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_a_key_of_a_dictionary_or_says_that_it_is_none(string name) => All[name].Key();

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_kind_of_value_is_refused(string name)
    {
        foreach (var other in Others)
        {
            var isSame = JsonNode.Parse(other)!.GetValueKind() == JsonNode.Parse(All[name].Written)!.GetValueKind()
                && name is "String" or nameof(KpiId) or nameof(ObjectiveId) or nameof(KeyResultId) or nameof(InitiativeId);
            if (!isSame && !(name == nameof(Target) && other == "5"))
            {
                Refused(name, other);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_unknown_member_is_refused(string name)
    {
        var rest = All[name].Written[1..];
        Refused(name, "{\"colour\":1," + rest);
        Refused(name, "{\"colour\":{\"id\":[1,{\"name\":2}],\"kind\":\"x\"}," + rest);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_member_given_twice_is_refused(string name)
    {
        foreach (var (member, value) in (JsonObject)JsonNode.Parse(All[name].Written)!)
        {
            Refused(name, All[name].Written[..^1] + $",\"{member}\":{value!.ToJsonString()}}}");
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_missing_member_is_optional_or_refused(string name)
    {
        var whole = (JsonObject)JsonNode.Parse(All[name].Written)!;
        foreach (var member in whole.Select(each => each.Key).ToArray())
        {
            var less = (JsonObject)whole.DeepClone();
            less.Remove(member);
            ReadOrRefused(name, less.ToJsonString());
        }

        if (name is not (nameof(ReportingCalendar) or nameof(BusinessDays) or nameof(PaceRule) or nameof(ScoreLimits) or nameof(ReviewOptions)))
        {
            Refused(name, "{}");
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_null_or_misfit_in_a_member_is_refused(string name)
    {
        var whole = (JsonObject)JsonNode.Parse(All[name].Written)!;
        foreach (var (member, value) in whole.ToArray())
        {
            foreach (var other in Others.Where(other => JsonNode.Parse(other)!.GetValueKind() != value!.GetValueKind()).Concat(["null", "1e30", "\"\""]))
            {
                var changed = (JsonObject)whole.DeepClone();
                changed[member] = JsonNode.Parse(other);
                if (!(member == "$schema" && other == "\"\""))
                {
                    Refused(name, changed.ToJsonString());
                }
            }
        }
    }

    [Fact]
    public void Stands_in_a_source_generated_context_of_the_user()
    {
        var holder = new Holder<Kpi> { Value = Sample.Everything().Kpis[0], List = [] };
        var expected = JsonSerializer.Serialize(holder, new JsonSerializerOptions().AddOkrKpi());
        foreach (var options in new[]
        {
            new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(OkrKpiJsonContext.Default, HolderContext.Default) },
            new JsonSerializerOptions { TypeInfoResolver = HolderContext.Default }.AddOkrKpi(),
        })
        {
            Assert.Equal(expected, JsonSerializer.Serialize(holder, options));
            Assert.Equal(expected, JsonSerializer.Serialize(JsonSerializer.Deserialize<Holder<Kpi>>(expected, options), options));
        }
    }

    [Fact]
    public void Null_and_a_value_stand_for_a_nullable_struct()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        Assert.Equal(
            """{"Sure":null,"Day":"2026-07-01","Trend":"improving"}""",
            JsonSerializer.Serialize(new Nullables(null, new LocalDate(2026, 7, 1), Trend.Improving), options));
        var read = JsonSerializer.Deserialize<Nullables>("""{"Sure":0.50,"Day":null,"Trend":null}""", options)!;
        Assert.Equal(new Nullables(Confidence.Of(0.5m), null, null), read);
        var alone = new JsonSerializerOptions { TypeInfoResolver = OkrKpiJsonContext.Default };
        Assert.Equal("0.5", JsonSerializer.Serialize<Confidence?>(Confidence.Of(0.5m), alone));
        Assert.Equal("null", JsonSerializer.Serialize<LocalDate?>(null, alone));
    }

    [Fact]
    public void The_serializer_adds_where_the_value_stands()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder<Kpi>>(
            "{\"List\":[],\n\"Value\":{\"id\":\"a\",\"name\":\"A\",\n\"unit\":{\"kind\":\"furlong\"}}}", options));
        Assert.Equal("$.Value", exception.Path);
        Assert.Equal(2, exception.LineNumber);
        Assert.StartsWith("unit.kind of Kpi: 'furlong' is not known; allowed are count,", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_of_the_domain_is_a_json_exception() =>
        Assert.IsType<ArgumentOutOfRangeException>(
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Confidence>("1.5", new JsonSerializerOptions().AddOkrKpi())).InnerException);

    [Fact]
    public void A_converter_of_the_user_goes_first()
    {
        var options = new JsonSerializerOptions { Converters = { new Shout() } }.AddOkrKpi();
        Assert.Equal("\"!\"", JsonSerializer.Serialize(Trend.Improving, options));
    }

    [Fact]
    public async Task A_value_in_pieces_of_a_stream_is_read()
    {
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 }.AddOkrKpi();
        using var stream = new MemoryStream(PortfolioJson.WriteUtf8(Sample.Everything()));
        var portfolio = await JsonSerializer.DeserializeAsync<Portfolio>(stream, options);
        Assert.Equal(PortfolioJson.Write(Sample.Everything()), PortfolioJson.Write(portfolio!));
    }

    [Fact]
    public void Answers_are_written_and_never_read()
    {
        var review = Sample.Everything().Review(Sample.AsOf);
        var options = new JsonSerializerOptions().AddOkrKpi();
        object[] answers =
        [
            review, review.Needs[0], review.Kpis[0], review.Kpis[0].Periods[0], review.Objectives[0], review.Objectives[0].KeyResults[0],
            review.Scores.Objectives[0], review.Scores.Units[0], review.Findings[0], review
                .Explain(), review
                .Week(),
            review.EndOf(Cycle.Quarter(2026, 2)), review
                .BriefOf(KpiId.Of("meetings"))!, review
                .BriefOf(KpiId.Of("meetings"))!
                .With(FocusArea.Define("a").Voted(Vote.Of(1m, 2m, 3m)))
                .Rank()[0],
        ];
        foreach (var answer in answers)
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(answer, answer.GetType(), options));
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize("{}", answer.GetType(), options));
        }
    }

    [Fact]
    public void An_explanation_tells_its_sentence_and_what_it_rests_on()
    {
        var explanation = Sample.Everything().Review(Sample.AsOf).Explain();
        var node = JsonNode.Parse(JsonSerializer.Serialize(explanation, OkrKpiJsonContext.Default.Explanation))!;
        Assert.Equal("review", (string?)node["key"]);
        Assert.Equal(explanation.Sentence(CultureInfo.InvariantCulture), (string?)node["text"]);
        Assert.Equal("asOf", (string?)node["facts"]![0]!["name"]);
        Assert.Equal("2026-08-15", (string?)node["facts"]![0]!["value"]);
        Assert.NotEmpty(explanation.Because);
        Assert.Equal(explanation.Because.Select(each => each.Key), node["because"]!.AsArray().Select(each => (string?)each!["key"]));
    }

    [Fact]
    public void A_goal_of_another_kind_than_asked_for_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CountGoal>("""{"kind":"yesNo"}""", new JsonSerializerOptions().AddOkrKpi()));

    private static void Refused(string name, string json) => Assert.Throws<JsonException>(() => All[name].WriteAgain(json));

    private static void ReadOrRefused(string name, string json)
    {
        try
        {
            All[name].WriteAgain(json);
        }
        catch (JsonException)
        {
        }
    }

    private static IEnumerable<ConverterCase> Cases()
    {
        var portfolio = Sample.Everything();
        var kpi = portfolio.Kpis.Single(each => each.Id.Value == "meetings");
        var objective = portfolio.Objectives[0];
        var survey = objective.KeyResults[1];
        var day = new LocalDate(2026, 7, 1);
        return
        [
            new ConverterCase<LocalDate>(day), new ConverterCase<Instant>(Instant.FromUtc(2026, 1, 5, 9, 0, 7)),
            new ConverterCase<Confidence>(Confidence.Of(0.65m)),
            new ConverterCase<Aggregation>(Aggregation.RatioOfSums), new ConverterCase<Cadence>(Cadence.HalfYear),
            new ConverterCase<Direction>(Direction.LowerIsBetter), new ConverterCase<KpiLevel>(KpiLevel.Team),
            new ConverterCase<ObjectiveKind>(ObjectiveKind.Committed), new ConverterCase<InitiativeStatus>(InitiativeStatus.InProgress),
            new ConverterCase<OkrNeedState>(OkrNeedState.CannotTell), new ConverterCase<KpiStatus>(KpiStatus.NoData),
            new ConverterCase<PaceStatus>(PaceStatus.NotPaced), new ConverterCase<ProgressState>(ProgressState.TooFewAnswers),
            new ConverterCase<FindingSeverity>(FindingSeverity.Warning), new ConverterCase<Trend>(Trend.Worsening),
            new ConverterCase<ReachReading>(ReachReading.DistanceFromTarget), new ConverterCase<TargetDecisionKind>(TargetDecisionKind.Correction),
            new ConverterCase<FiscalYearNaming>(FiscalYearNaming.ByStartYear),
            new ConverterCase<KpiId>(kpi.Id), new ConverterCase<ObjectiveId>(objective.Id), new ConverterCase<KeyResultId>(survey.Id),
            new ConverterCase<InitiativeId>(objective.Initiatives[0].Id),
            new ConverterCase<Unit>(Unit.Money("VND").Per("customer")), new ConverterCase<Band>(Band.Between(70m, 85.50m)),
            new ConverterCase<Target>(Target.Within(Band.AtLeast(3m))),
            new ConverterCase<RaiseStanding>(RaiseStanding.FarAhead), new ConverterCase<OkrKpi.Scoring.Course>(OkrKpi.Scoring.Course.Growth),
            new ConverterCase<TargetDecision>(kpi.Targets.Decisions[^1]), new ConverterCase<TargetHistory>(kpi.Targets),
            new ConverterCase<ReportingCalendar>(kpi.Calendar), new ConverterCase<Kpi>(kpi),
            new ConverterCase<Segment>(Segment.Of("region", "North")), new ConverterCase<Measurement>(Measurement.On(day, 1.50m).Weighing(3m).Known(day)),
            new ConverterCase<MeasurementSeries>(portfolio.Measurements[0]),
            new ConverterCase<Goal>(Goal.AtLeast(7m).WithMinimumSample(100m)), new ConverterCase<FromToGoal>(Goal.FromTo(4m, 15m)),
            new ConverterCase<ReachGoal>(Goal.AtLeast(8m).ByDistance()), new ConverterCase<CountGoal>(Goal.Count(3m)),
            new ConverterCase<KeepWithinGoal>(Goal.KeepWithin(Band.AtMost(2m))), new ConverterCase<MilestonesGoal>(Goal.Milestones("a", "b")),
            new ConverterCase<AllOfGoal>(Goal.AllOf(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.Count(2m)))),
            new ConverterCase<MinimumSampleGoal>(Goal.AtLeast(7m).WithMinimumSample(100m)), new ConverterCase<Milestone>(Milestone.Of("build", 2.5m)),
            new ConverterCase<GoalPart>(Goal.Part("a", Goal.YesNo())),
            new ConverterCase<YesNoGoal>(Goal.YesNo()), new ConverterCase<Cycle>(Cycle.Quarter(2026, 3)), new ConverterCase<CheckIn>(survey.CheckIns[0]),
            new ConverterCase<Initiative>(objective.Initiatives[0]),
            new ConverterCase<KeyResult>(survey), new ConverterCase<Objective>(objective), new ConverterCase<Portfolio>(portfolio),
            new ConverterCase<WeightedGoal>(Goal.Weighted(Goal.Part("a", Goal.YesNo()).Weighing(2m), Goal.Part("b", Goal.Count(2m)))),
            new ConverterCase<CheckpointsGoal>(Goal.Checkpoints(Checkpoint.At(10m, 0m), Checkpoint.At(20m, 1m))),
            new ConverterCase<ZonesGoal>(Goal.Zones(1m, 2m, 3m, 4m)), new ConverterCase<OrdinalGoal>(Goal.Ordinal("draft", "shipped", "praised")),
            new ConverterCase<BaselineGoal>(Goal.FindBaseline()), new ConverterCase<RateGoal>(Goal.FromTo(1m, 5m).Per(Cadence.Week)),
            new ConverterCase<Checkpoint>(Checkpoint.At(10m, 0.25m)), new ConverterCase<ScoreOverride>(ScoreOverride.Of(0.7m, "agreed", day).EndingOn(day)),
            new ConverterCase<PaceCurve>(PaceCurve.Through((day, 0.25m))),
            new ConverterCase<Alignment>(portfolio.Objectives[2].Alignments[0]), new ConverterCase<Learning>(portfolio.Learnings[0]),
            new ConverterCase<NeedDismissal>(portfolio.Dismissals[0]), new ConverterCase<Tolerance>(Tolerance.OfShare(0.1m)),
            new ConverterCase<SeasonalProfile>(SeasonalProfile.OfWeekdays(1m, 1m, 1m, 1m, 1m, 2m, 0m)),
            new ConverterCase<BusinessDays>(BusinessDays.MondayToFriday.Without([day])), new ConverterCase<MissBudget>(MissBudget.Of(1, 12)),
            new ConverterCase<OrganisationUnit>(OrganisationUnit.Team("Field", "Sales")), new ConverterCase<Organisation>(portfolio.Organisation!),
            new ConverterCase<RetailYear>(ReportingCalendar.UnitedStatesRetail.RetailYear!),
            new ConverterCase<KeyResultRole>(KeyResultRole.Guardrail), new ConverterCase<CurrentValue>(CurrentValue.Mean),
            new ConverterCase<Boundary>(Boundary.Exclusive), new ConverterCase<KeepReading>(KeepReading.ShareUpToLatest), new ConverterCase<Zone>(Zone.Stretch),
            new ConverterCase<AlignmentKind>(AlignmentKind.Supports), new ConverterCase<ElapsedDays>(ElapsedDays.ExcludingToday),
            new ConverterCase<PaceShape>(PaceShape.BusinessDays), new ConverterCase<FirstWeek>(FirstWeek.FullWeek),
            new ConverterCase<LearningKind>(LearningKind.DidNotWork),
            new ConverterCase<ScoringProfile>(ScoringProfile.VivaGoals.Named("ours").WithDoneFrom(0.9m)),
            new ConverterCase<PaceRule>(ScoringProfile.VivaGoals.Pace), new ConverterCase<CombiningRule>(CombiningRule.Default),
            new ConverterCase<PaceBands>(PaceBands.ByRatio(PaceStatus.Behind).Above(0.75m, PaceStatus.OnTrack).AssumingBelow(0.01m, 1.5m, 1m)),
            new ConverterCase<PaceBand>(PaceBands.Default.Bands[0]),
            new ConverterCase<ScoreLimits>(ScoreLimits.Between(0m, 1.2m)), new ConverterCase<SuccessRule>(SuccessRule.Default),
            new ConverterCase<DisplayRounding>(DisplayRounding.OneDecimal), new ConverterCase<GradeScale>(GradeScale.Doerr),
            new ConverterCase<GradeBand>(GradeScale.Boja.Bands[1]),
            new ConverterCase<AlignmentCombining>(AlignmentCombining.OwnKeyResultsFirst), new ConverterCase<BrokenGuardrail>(BrokenGuardrail.LimitsScore),
            new ConverterCase<EmptyScore>(EmptyScore.Zero),
            new ConverterCase<InactiveKeyResults>(InactiveKeyResults.CountAsZero), new ConverterCase<MissingKeyResults>(MissingKeyResults.LeftOut),
            new ConverterCase<NotStartedKeyResults>(NotStartedKeyResults.AreMissing),
            new ConverterCase<PaceMeasure>(PaceMeasure.Ratio), new ConverterCase<RoundingMode>(RoundingMode.Truncate),
            new ConverterCase<ScoreAggregation>(ScoreAggregation.Mean), new ConverterCase<SharedObjectives>(SharedObjectives.FullInEach),
            new ConverterCase<StatedStatus>(StatedStatus.Blocked), new ConverterCase<StatusCombining>(StatusCombining.Latest),
            new ConverterCase<UnitCombining>(UnitCombining.MeanOfUnits),
            new ConverterCase<OverrideLifetime>(OverrideLifetime.UntilDate), new ConverterCase<RetailMonths>(RetailMonths.FiveFourFour),
            new ConverterCase<RetailYearEnd>(RetailYearEnd.LastOfMonth),
            new ConverterCase<ReportingPeriod>(kpi.Calendar.PeriodOf(day, Cadence.Quarter)),
            new ConverterCase<EffectRule>(
                EffectRule.Default.AfterLag(2).ComparedWith(EffectBaseline.SamePeriodsAYearBefore).With(EffectReading.PlainDifference(0.1m))),
            new ConverterCase<EffectReading>(EffectReading.BeyondNoise),
            new ConverterCase<OkrNeedRule>(OkrNeedRule.Default.With(Lagging.Missed()).IgnoringRaisesWithin(Tolerance.OfShare(0.05m))),
            new ConverterCase<ReviewOptions>(
                ReviewOptions.Default.With(ScoringProfile.VivaGoals).Without<HasNoOwner>().Rating<HasNoInitiative>(FindingSeverity.Error)),
            new ConverterCase<SameKey>(SameKey.Ignore),
        ];
    }

    private sealed record Nullables(Confidence? Sure, LocalDate? Day, Trend? Trend);

    private sealed class Shout : System.Text.Json.Serialization.JsonConverter<Trend>
    {
        public override Trend Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Trend.Improving;

        public override void Write(Utf8JsonWriter writer, Trend value, JsonSerializerOptions options) => writer.WriteStringValue("!");
    }
}
