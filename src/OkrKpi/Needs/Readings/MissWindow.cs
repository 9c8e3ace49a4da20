namespace OkrKpi;

/// <summary>The misses among the latest judged periods. A window that reaches back before the first of them holds no misses there.</summary>
internal readonly record struct MissWindow(int Misses, KpiPeriod? Latest, KpiPeriod? Earliest)
{
    internal static MissWindow Of(KpiAssessment assessment, int periods)
    {
        var window = default(MissWindow);
        foreach (var period in assessment.JudgedBackwards().Take(periods))
        {
            if (period.IsMissed)
            {
                window = new(window.Misses + 1, window.Latest ?? period, period);
            }
        }

        return window;
    }
}
