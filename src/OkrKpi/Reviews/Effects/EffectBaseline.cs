namespace OkrKpi;

/// <summary>With which earlier periods a KPI is compared to see whether an objective moved it.</summary>
public enum EffectBaseline
{
    /// <summary>As many periods just before the cycle. The default.</summary>
    PeriodsBefore = 1,

    /// <summary>The same periods one year earlier, for a KPI with seasons. A year is 52 weeks or 364 days, so that weekdays match.</summary>
    SamePeriodsAYearBefore = 2,
}
