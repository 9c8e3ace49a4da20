using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedReading(Tolerance tolerance) : Lagging
{
    public override LaggingReason? Check(KpiAssessment assessment) =>
        Guard.Against.Null(assessment).Latest is { IsMissed: true } latest && -latest.Gap > tolerance.Of(latest.Target!)
            ? Reason(assessment, latest)
            : null;

    internal static LaggingReason Reason(KpiAssessment assessment, KpiPeriod evidence) =>
        new(evidence, assessment.MissedSince() ?? evidence, evidence.Gap, static reason => Sentence(reason));

    internal static Explanation Sentence(LaggingReason reason) => Explanation.Of(
        reason.Since == reason.Evidence ? "need.missed" : "need.missedSince",
        new Fact("kpi", reason.Evidence.Kpi.Name), new Fact("period", reason.Evidence.Period), new Fact("actual", reason.Evidence.Actual, reason.Evidence.Kpi.Unit),
        new Fact("target", reason.Evidence.Target, reason.Evidence.Kpi.Unit), new Fact("gap", reason.Evidence.Gap, reason.Evidence.Kpi.Unit), new Fact("since", reason.Since.Period));
}
