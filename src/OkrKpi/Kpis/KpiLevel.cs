namespace OkrKpi;

/// <summary>At which level of the organisation a KPI is set and monitored.</summary>
public enum KpiLevel
{
    /// <summary>The whole company.</summary>
    Company = 1,

    /// <summary>A department.</summary>
    Department,

    /// <summary>A team.</summary>
    Team,

    /// <summary>One person.</summary>
    Individual,
}
