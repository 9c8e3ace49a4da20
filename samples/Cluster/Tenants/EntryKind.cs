namespace Cluster.Tenants;

/// <summary>What an entry adds.</summary>
internal enum EntryKind
{
    /// <summary>The first entry: the whole portfolio as it was when the organisation came, as a document of the library.</summary>
    Founding = 1,

    /// <summary>A check-in of a key result, as a line of the library.</summary>
    CheckIn = 2,

    /// <summary>A measured value of a KPI, as a line of the library.</summary>
    Measurement = 3,
}
