using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class ProjectedReading(SeasonalProfile? profile, decimal tolerance, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("projectedToMiss", ("spread", profile), ("tolerance", tolerance), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (assessment.Running is not { Target.Value: { } target } running
            || running.Course(profile) is not { Actual: { } actual } course
            || !course.HasReached(afterShare)
            || assessment.ProjectedBy(course) is not (> 0m and var passed)
            || assessment.Projected(actual, course) is not { } scaled)
        {
            return null;
        }

        // The projection is kept times the part that has passed, so that exactly on the target is on it.
        var shortfall = kpi.Direction == Direction.HigherIsBetter ? (target * passed) - scaled : scaled - (target * passed);
        if (shortfall <= tolerance * Math.Abs(target) * passed)
        {
            return null;
        }

        var projected = Held.Quotient(scaled, passed);
        return new(running, running.Target.Gap(projected, kpi.Direction), reason => Explanation.Of(
            "need.projectedToMiss",
            new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("projected", projected, kpi.Unit),
            new Fact("target", running.Target, kpi.Unit, kpi.Direction), new Fact("share", course.Share),
                new Fact("gap", reason.Gap, kpi.Unit, kpi.Direction)));
    }
}
