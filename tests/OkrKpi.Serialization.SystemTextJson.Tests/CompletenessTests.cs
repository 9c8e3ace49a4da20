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
            typeof(Prioritization), typeof(OkrNeedRule), typeof(EffectBaseline), typeof(EffectReading), typeof(EffectRule), typeof(FindingRule),
            typeof(ReviewOptions), typeof(RollupOptions), typeof(BadRows), typeof(RollupDetail), typeof(GapPolicy), typeof(ScoringMoment), typeof(SweetSpot), typeof(AttainmentReading),
            typeof(ExtraWeek), typeof(NegativeBase), typeof(SpanToDate), typeof(StraddlingWeek), typeof(Rebaseline),
        ],
        ["part of an answer, written within it and never alone"] =
        [
            typeof(BriefQuestion), typeof(FocusArea), typeof(SegmentGap), typeof(Vote), typeof(Fact), typeof(Coverage), typeof(LaggingReason), typeof(NeedReason),
            typeof(TargetRaisedReason), typeof(TargetRaise), typeof(ObjectiveOutcome), typeof(KpiWindow), typeof(KeyResultWeek), typeof(Pace), typeof(Progress),
        ],
        ["an answer that a program asks for in code; its sentences are written by Explanation"] =
        [
            typeof(AlignedItem), typeof(AlignedScore), typeof(PortfolioScores), typeof(UnitScore), typeof(PeriodTarget), typeof(TargetRevision),
            typeof(TargetStep), typeof(NeedRanking), typeof(NeedSpan), typeof(NeedTimeline), typeof(RankedNeed), typeof(Growth), typeof(GrowthState),
            typeof(PeriodComparison), typeof(PeriodShare), typeof(Forecast), typeof(ForecastState), typeof(SweetSpotReading), typeof(CombinedScore), typeof(ScorePart),
            typeof(RollupPeriod), typeof(KpiRollup),
        ],
        ["a step on the way to something that has a form"] =
        [
            typeof(KpiDraft), typeof(TargetPlan), typeof(ReviewContext), typeof(LaggingRecipe), typeof(LearnedSpread),
        ],
        ["columns, and what they add up to"] =
        [
            typeof(OrganisationIndex), typeof(OrganisationScores), typeof(SimulatedScores), typeof(PeriodAggregate), typeof(BulkAggregate),
            typeof(Rollup), typeof(ExactRollup), typeof(MeasurementRow), typeof(PeriodAxis),
        ],
        ["told by its label, with the calendar it belongs to beside it"] =
        [
            typeof(ReportingPeriod),
        ],
    };

    private static readonly Type[] Types = [.. typeof(Kpi).Assembly.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed))];

    [Fact]
    public void Every_type_of_the_domain_has_a_form_or_a_reason_to_have_none()
    {
        var options = new JsonSerializerOptions().AddOkrKpi();
        var known = Formless.Values.SelectMany(types => types).ToArray();
        Assert.Equal(known.Distinct(), known);
        string[] faults =
        [
            .. Types.Where(type => !Has(type) && !known.Contains(type) && !type.IsSubclassOf(typeof(FindingRule))).Select(type => $"{type.Name} has no form: declare one and add it to OkrKpiJsonConverters, or say here why it needs none."),
            .. known.Where(Has).Select(type => $"{type.Name} has a form; take it off the list of those that have none."),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));

        bool Has(Type type) => options.Converters.Any(converter => converter is not JsonConverterFactory && converter.CanConvert(type));
    }
}
