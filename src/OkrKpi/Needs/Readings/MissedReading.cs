using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedReading(Tolerance tolerance) : Lagging
{
    public override LaggingRecipe Recipe => new("missedBeyond", ("tolerance", tolerance));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment) =>
        Guard.Against.Null(assessment).Judged is { IsMissed: true } judged && tolerance.Of(judged.Due!) is var fine && (fine == 0m || -judged.Gap > fine)
            ? LaggingReason.Missed(assessment, judged)
            : null;

    internal override Explanation? Passing(KpiAssessment assessment) => assessment.Judged is not { IsMissed: true, Due: { } due } judged ? null
        : Explanation.Of(
        "need.passedTolerance", new Fact("period", judged.Period), new Fact("tolerance", tolerance.Of(due), assessment.Kpi.Unit));
}
