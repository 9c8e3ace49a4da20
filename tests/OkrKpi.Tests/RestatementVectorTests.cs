using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Key results beside the KPI they are for: which of them only restates the KPI's target.</summary>
public class RestatementVectorTests
{
    public static TheoryData<string> Restatements => Vectors.Ids("scoring-hand.json", "anti-pattern");

    [Theory]
    [MemberData(nameof(Restatements))]
    public void Only_the_same_metric_with_the_same_target_is_an_error(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var input = vector.GetProperty("input");
        var raised = new LocalDate(2026, 7, 1);
        var (metric, cadence) = Metric(input.GetProperty("kpi").GetProperty("name").GetString()!);
        var kpi = Kpi.Define("kpi", metric, Unit.Count(metric), Direction.HigherIsBetter).Every(cadence ?? Cadence.Quarter, Aggregation.Sum)
            .WithTarget(input.GetProperty("kpi").GetProperty("oldTarget").GetDecimal(), from: new LocalDate(2025, 1, 1))
            .WithTarget(input.GetProperty("kpi").GetProperty("newTarget").GetDecimal(), from: raised);
        var objective = Objective.Define("objective", "Raise engagement", Cycle.Quarter(2026, 3)).Addressing(kpi);
        var index = 0;
        foreach (var keyResult in input.GetProperty("keyResults").EnumerateArray())
        {
            objective = objective.With(KeyResultOf($"kr-{index++}", keyResult, kpi));
        }

        var errors = Portfolio.Of([kpi], [objective], []).Review(raised).Findings
            .Where(finding => finding.Code == "key-result-restates-kpi-target" && finding.Severity == FindingSeverity.Error)
                .Select(finding => finding.Subject.ToString())
                .ToArray();

        Assert.Equal(
            vector.GetProperty("expected").GetProperty("restates").EnumerateArray().Select(each => each.GetBoolean()),
            Enumerable.Range(0, index).Select(each => errors.Contains($"objective/kr-{each}")));
    }

    private static KeyResult KeyResultOf(string id, JsonElement given, Kpi kpi)
    {
        var (metric, cadence) = Metric(given.GetProperty("metric").GetString()!);
        var to = given.GetProperty("to").GetDecimal();
        var unit = Unit.Count(metric);
        var keyResult = KeyResult.Define(
            id,
            metric,
            cadence is { } every && every != kpi.Cadence ? unit.Per(every) : unit,
            given.GetProperty("from").ValueKind == JsonValueKind.Number ? Goal.FromTo(given.GetProperty("from").GetDecimal(), to) : Goal.AtLeast(to));
        return metric == kpi.Name ? keyResult.Measuring(kpi.Id) : keyResult;
    }

    // "meetings per week" is the metric "meetings", a week at a time.
    private static (string Name, Cadence? Cadence) Metric(string text)
    {
        var parts = text.Split(" per ");
        return parts is [var name, var period] && Enum.TryParse<Cadence>(period, ignoreCase: true, out var cadence) ? (name, cadence) : (text, null);
    }
}
