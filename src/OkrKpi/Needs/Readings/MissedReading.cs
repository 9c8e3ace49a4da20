using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedReading(Tolerance tolerance) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment) =>
        Guard.Against.Null(assessment).Latest is { IsMissed: true } latest && -latest.Gap > tolerance.Of(latest.Target!)
            ? LaggingReason.Missed(assessment, latest)
            : null;
}
