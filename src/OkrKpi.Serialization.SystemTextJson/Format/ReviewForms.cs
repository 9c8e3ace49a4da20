using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What the library says about a portfolio, for dashboards: written only.</summary>
internal static class ReviewForms
{
    internal static readonly JsonForm<Explanation> Explanation = new WrittenForm<Explanation>("explanation", "Why something is as it is: a sentence, its numbers, and what it rests on.")
        .Member("key", Text, static each => each.Key, "The key of the sentence, the same in all languages.")
        .Member("text", Text, static each => each.Sentence(CultureInfo.InvariantCulture), "The sentence in English.")
        .List("facts", new WrittenForm<Fact>("fact", "A number, date or name the sentence speaks of.")
            .Member("name", Text, static fact => fact.Name, "Its name in the sentence.")
            .Optional("value", new FactForm(), static fact => fact.Value, "Its value.")
            .Optional("unit", MeasureForms.Unit, static fact => fact.Unit, "What the value is a number of.")
            .Done(), static each => each.Facts, "The numbers, dates and names.")
        .List("because", new LaterForm<Explanation>(static () => Explanation!), static each => each.Because, "What it rests on.")
        .Done();

    internal static readonly JsonForm<Finding> Finding = new WrittenForm<Finding>("finding", "A remark about the quality of an OKR or KPI.")
        .Member("code", Text, static finding => finding.Code, "The code of the rule, which stays the same.")
        .Member("severity", EnumForm<FindingSeverity>.Instance, static finding => finding.Severity, "How much it matters.")
        .Member("subject", Text, static finding => finding.Subject, "The id of what it is about.")
        .Member("text", Text, static finding => finding.Explanation.Sentence(CultureInfo.InvariantCulture), "The remark in English.")
        .Done();

    internal static readonly JsonForm<KpiAssessment> Assessment = new WrittenForm<KpiAssessment>("kpiAssessment", "How a KPI stands: its latest complete period against its target.")
        .Member("id", KpiForms.Id, static each => each.Kpi.Id, "The id of the KPI.")
        .Member("status", EnumForm<KpiStatus>.Instance, static each => each.Status, "How it stands.")
        .Optional("period", Text, static each => each.Latest?.Period.Label, "The latest complete period.")
        .Optional("actual", Number, static each => each.Latest?.Actual, "Its value.")
        .Optional("target", MeasureForms.Target, static each => each.Latest?.Target, "Its target, a number or a band.")
        .Optional("gap", Number, static each => each.Latest?.Gap, "How far the value is from the target; below 0 the target is missed.")
        .Optional("attainment", Number, static each => each.Latest?.Attainment, "The share of the target that is reached.")
        .Member("trend", EnumForm<Trend>.Instance, static each => each.Trend, "Better or worse than the period before.")
        .Done();

    internal static readonly JsonForm<OkrNeed> Need = new WrittenForm<OkrNeed>("okrNeed", "Whether a KPI needs an OKR, and why.")
        .Member("kpi", KpiForms.Id, static need => need.Kpi.Id, "The id of the KPI.")
        .Member("state", EnumForm<OkrNeedState>.Instance, static need => need.State, "Whether it needs an OKR.")
        .List("reasons", Reason(), static need => need.Reasons, "Why.")
        .List("coveredBy", OkrForms.ObjectiveId, static need => need.CoveredBy.Select(objective => objective.Id), "The ids of the open objectives that address it.")
        .Done();

    internal static readonly JsonForm<KeyResultScore> KeyResultScore = new WrittenForm<KeyResultScore>("keyResultScore", "How a key result stands.")
        .Member("id", OkrForms.KeyResultId, static score => score.KeyResult.Id, "The id of the key result.")
        .Member("state", EnumForm<ProgressState>.Instance, static score => score.Progress.State, "Whether there is something to score.")
        .Optional("score", Number, static score => score.Progress.Score, "The score, 0 to 1.")
        .Optional("raw", Number, static score => score.Progress.Raw, "The progress before it is held between 0 and 1.")
        .Member("pace", EnumForm<PaceStatus>.Instance, static score => score.Pace.Status, "Ahead of or behind the time that has passed.")
        .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
        .Done();

    internal static readonly JsonForm<ObjectiveScore> ObjectiveScore = new WrittenForm<ObjectiveScore>("objectiveScore", "How an objective stands.")
        .Member("id", OkrForms.ObjectiveId, static score => score.Objective.Id, "The id of the objective.")
        .Optional("score", Number, static score => score.Value, "The score, 0 to 1.")
        .Optional("raw", Number, static score => score.Raw, "The progress before it is held between 0 and 1.")
        .Member("coverage", Number, static score => score.Coverage, "The share of weight that people have checked in.")
        .Member("pace", EnumForm<PaceStatus>.Instance, static score => score.Pace.Status, "Ahead of or behind the time that has passed.")
        .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
        .List("keyResults", KeyResultScore, static score => score.KeyResults, "Its key results.")
        .Done();

    internal static readonly JsonForm<PortfolioReview> Review = new WrittenForm<PortfolioReview>("portfolioReview", "Everything the library says about a portfolio on a date.")
        .Member("asOf", Date, static review => review.AsOf, "The date.")
        .List("needs", Need, static review => review.Needs, "Which KPIs need an OKR, the most urgent first.")
        .List("kpis", Assessment, static review => review.Kpis, "How each KPI stands.")
        .List("objectives", ObjectiveScore, static review => review.Objectives, "How each objective stands.")
        .List("findings", Finding, static review => review.Findings, "Remarks on the quality of the OKRs, the gravest first.")
        .Done();

    private static WrittenForm<NeedReason> Reason() => new WrittenForm<NeedReason>("needReason", "Why a KPI needs an OKR.")
        .Member("kind", Text, static reason => reason is LaggingReason ? "lagging" : "targetRaised", "Lagging, or target raised.")
        .Member("period", Text, static reason => reason.Period.Label, "The period it is about.")
        .Member("text", Text, static reason => reason.Explain().Sentence(CultureInfo.InvariantCulture), "The reason in English.")
        .Optional("since", Text, static reason => (reason as LaggingReason)?.Since.Period.Label, "Lagging: the first of the periods missed in a row.")
        .Optional("actual", Number, static reason => (reason as LaggingReason)?.Evidence.Actual, "Lagging: the value.")
        .Optional("target", MeasureForms.Target, static reason => (reason as LaggingReason)?.Evidence.Target, "Lagging: the target.")
        .Optional("gap", Number, static reason => (reason as LaggingReason)?.Gap, "Lagging: how far the value is from the target.")
        .Optional("before", MeasureForms.Target, static reason => (reason as TargetRaisedReason)?.Before, "Target raised: the target before.")
        .Optional("now", MeasureForms.Target, static reason => (reason as TargetRaisedReason)?.Now, "Target raised: the target now.")
        .Optional("decidedOn", Date, static reason => (reason as TargetRaisedReason)?.Decision.DecidedOn, "Target raised: the day of the decision.")
        .Done();

    /// <summary>The value of a fact: a number, a date, a target, a name.</summary>
    private sealed class FactForm : JsonForm<object>
    {
        internal override object Read(ref JsonSource json) => throw new NotSupportedException();

        internal override void Write(Utf8JsonWriter json, object value)
        {
            switch (value)
            {
                case decimal number:
                    Number.Write(json, number);
                    break;
                case LocalDate date:
                    Date.Write(json, date);
                    break;
                case Target target:
                    MeasureForms.Target.Write(json, target);
                    break;
                case Enum word:
                    json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));
                    break;
                case IFormattable other:
                    json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    json.WriteStringValue(value.ToString());
                    break;
            }
        }

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = new JsonArray("number", "string", "object") };
    }
}
