namespace OkrKpi;

/// <summary>The misses among the latest complete periods. A window that reaches back before the first period holds no misses there.</summary>
internal readonly record struct MissWindow(int Misses, KpiPeriod? Latest, KpiPeriod? Earliest)
{
    internal static MissWindow Of(KpiAssessment assessment, int periods)
    {
        var window = default(MissWindow);
        for (var back = 0; back < Math.Min(periods, assessment.CompleteCount); back++)
        {
            if (assessment.Complete(back) is { IsMissed: true } missed)
            {
                window = new(window.Misses + 1, window.Latest ?? missed, missed);
            }
        }

        return window;
    }
}
