namespace Cluster.Tenants;

/// <summary>What a review says something of.</summary>
internal enum Aspect
{
    /// <summary>That a KPI needs an OKR, covered or not.</summary>
    Need = 1,

    /// <summary>The status of a KPI.</summary>
    Kpi = 2,

    /// <summary>The pace of an objective.</summary>
    Objective = 3,

    /// <summary>The pace of a key result.</summary>
    KeyResult = 4,
}
