using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissedSoFarReading(Tolerance tolerance, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("missedSoFar", ("tolerance", tolerance.Share), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        return kpi.Aggregation.Additivity() != Additivity.Additive
            && kpi.Aggregation != Aggregation.Last
            && assessment.Running is { Actual: { } actual, Target: { } target } running
            && target.Gap(actual, kpi.Direction) is < 0m and var gap
            && running.Course() is { } course
            && course.HasReached(afterShare)
            && -gap > tolerance.Of(target)
            ? new(running, gap, _ => Explanation.Of(
                "need.missedSoFar",
                new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit),
                new Fact("target", target, kpi.Unit, kpi.Direction), new Fact("share", course.Share), new Fact("gap", gap, kpi.Unit, kpi.Direction)))
            : null;
    }
}
