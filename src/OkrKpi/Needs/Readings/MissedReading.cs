using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedReading(Tolerance tolerance) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment) =>
        Guard.Against.Null(assessment).Latest is { IsMissed: true } latest && tolerance.Of(latest.Target!) is var fine && (fine == 0m || -latest.Gap > fine)
            ? LaggingReason.Missed(assessment, latest)
            : null;
}
