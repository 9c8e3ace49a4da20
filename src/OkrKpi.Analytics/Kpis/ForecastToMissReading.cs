using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

internal sealed class ForecastToMissReading(decimal probability, ForecastOptions? options) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        if (Guard.Against.Null(assessment).Running is not { Target: { } target } running
            || assessment.Forecast(1, options).Running is not { ProbabilityOfMeeting: { } chance } expected
            || 1m - chance < probability)
        {
            return null;
        }

        // Where a miss is likely enough although the value expected would do, there is no gap to tell.
        var gap = Math.Max(target.Gap(expected.Point, assessment.Kpi.Direction), -1_000_000_000_000_000m);
        return Because(
            assessment, running, gap < 0m ? gap : null,
            culture => (Reasoning.IsVietnamese(culture) ? "Nhiều khả năng không đạt mục tiêu KPI: " : "Will probably miss its target: ")
                + expected.Explain().Sentence(culture));
    }

    public override string ToString() => FormattableString.Invariant($"forecast to miss with {probability} or more");
}
