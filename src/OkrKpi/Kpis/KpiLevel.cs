namespace OkrKpi;

/// <summary>At which level of the organisation a KPI is set and monitored.</summary>
public enum KpiLevel
{
    /// <summary>The whole company.</summary>
    Company = 1,

    /// <summary>A department.</summary>
    Department = 2,

    /// <summary>A team.</summary>
    Team = 3,

    /// <summary>One person.</summary>
    Individual = 4,
}
