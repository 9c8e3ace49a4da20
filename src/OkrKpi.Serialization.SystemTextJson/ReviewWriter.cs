using System.Globalization;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Writes what a review says, for machines.</summary>
internal static class ReviewWriter
{
    internal static void Write(Utf8JsonWriter json, PortfolioReview review)
    {
        json.WriteStartObject();
        PortfolioWriter.Date(json, "asOf", review.AsOf);
        List(json, "needs", review.Needs, Write);
        List(json, "kpis", review.Kpis, Write);
        List(json, "objectives", review.Objectives, Write);
        List(json, "findings", review.Findings, Write);
        json.WriteEndObject();
    }

    // A machine reads an empty list more easily than a missing one.
    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, OkrNeed need)
    {
        json.WriteStartObject();
        json.WriteString("kpi", need.Kpi.Id.Value);
        PortfolioWriter.Name<OkrNeedState>(json, "state", need.State);
        List(json, "reasons", need.Reasons, Write);
        List(json, "coveredBy", need.CoveredBy, static (json, objective) => json.WriteStringValue(objective.Id.Value));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NeedReason reason)
    {
        json.WriteStartObject();
        json.WriteString("kind", reason is LaggingReason ? "lagging" : "targetRaised");
        json.WriteString("period", reason.Period.Label);
        json.WriteString("text", reason.Explain().Sentence(CultureInfo.InvariantCulture));
        if (reason is LaggingReason lagging)
        {
            json.WriteString("since", lagging.Since.Period.Label);
            PortfolioWriter.Number(json, "actual", lagging.Evidence.Actual);
            Write(json, "target", lagging.Evidence.Target);
            PortfolioWriter.Number(json, "gap", lagging.Gap);
        }
        else if (reason is TargetRaisedReason raised)
        {
            Write(json, "before", raised.Before);
            Write(json, "now", raised.Now);
            PortfolioWriter.Date(json, "decidedOn", raised.Decision.DecidedOn);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KpiAssessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("id", assessment.Kpi.Id.Value);
        PortfolioWriter.Name<KpiStatus>(json, "status", assessment.Status);
        if (assessment.Latest is { } latest)
        {
            json.WriteString("period", latest.Period.Label);
            PortfolioWriter.Number(json, "actual", latest.Actual);
            Write(json, "target", latest.Target);
            PortfolioWriter.Number(json, "gap", latest.Gap);
            PortfolioWriter.Number(json, "attainment", latest.Attainment);
        }

        PortfolioWriter.Name<Trend>(json, "trend", assessment.Trend);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Target? target)
    {
        PortfolioWriter.Number(json, name, target?.Value);
        if (target?.Band is { } band)
        {
            json.WritePropertyName(name);
            PortfolioWriter.Write(json, band);
        }
    }

    private static void Write(Utf8JsonWriter json, ObjectiveScore score)
    {
        json.WriteStartObject();
        json.WriteString("id", score.Objective.Id.Value);
        PortfolioWriter.Number(json, "score", score.Value);
        PortfolioWriter.Number(json, "raw", score.Raw);
        json.WriteNumber("coverage", score.Coverage);
        PortfolioWriter.Name<PaceStatus>(json, "pace", score.Pace.Status);
        PortfolioWriter.Number(json, "confidence", score.Confidence?.Probability);
        List(json, "keyResults", score.KeyResults, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KeyResultScore score)
    {
        json.WriteStartObject();
        json.WriteString("id", score.KeyResult.Id.Value);
        PortfolioWriter.Name<ProgressState>(json, "state", score.Progress.State);
        PortfolioWriter.Number(json, "score", score.Progress.Score);
        PortfolioWriter.Number(json, "raw", score.Progress.Raw);
        PortfolioWriter.Name<PaceStatus>(json, "pace", score.Pace.Status);
        PortfolioWriter.Number(json, "confidence", score.Confidence?.Probability);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        PortfolioWriter.Name<FindingSeverity>(json, "severity", finding.Severity);
        json.WriteString("subject", finding.Subject);
        json.WriteString("text", finding.Explanation.Sentence(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
