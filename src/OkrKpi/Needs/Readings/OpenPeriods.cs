namespace OkrKpi;

/// <summary>The periods that are not judged yet but whose course can be followed: those that are over and not due, and the running one.</summary>
internal static class OpenPeriods
{
    /// <summary>Looks at the course of one open period.</summary>
    internal delegate LaggingReason? Look(KpiAssessment assessment, KpiPeriod period, PeriodCourse course, decimal actual, decimal target);

    /// <summary>The first reason seen, of the oldest open period; a period is only looked at from a share of it on.</summary>
    internal static LaggingReason? First(KpiAssessment assessment, SeasonalProfile? profile, decimal afterShare, Look look)
    {
        if (assessment.Kpi.PublicationDelay == 0)
        {
            return assessment.Running is { } running ? At(assessment, running, profile, afterShare, look) : null;
        }

        foreach (var period in assessment.Open())
        {
            if (At(assessment, period, profile, afterShare, look) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static LaggingReason? At(KpiAssessment assessment, KpiPeriod period, SeasonalProfile? profile, decimal afterShare, Look look) =>
        period.Target?.Value is { } target && period.Course(profile) is { Actual: { } actual } course && course.HasReached(afterShare)
            ? look(assessment, period, course, actual, target)
            : null;
}
