using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedSoFarReading(Tolerance tolerance, decimal afterShare) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        return kpi.Aggregation.Additivity() != Additivity.Additive
            && kpi.Aggregation != Aggregation.Last
            && assessment.Running is { Gap: { } gap } running
            && RunningPace.Of(running.Period, assessment.AsOf, null, afterShare) is { } pace
            && -gap > tolerance.Of(running.Target!)
            ? new(running, running, gap, _ => Explanation.Of(
                "need.missedSoFar",
                new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", running.Actual, kpi.Unit),
                new Fact("target", running.Target, kpi.Unit), new Fact("share", pace.Share), new Fact("gap", gap, kpi.Unit)))
            : null;
    }
}
