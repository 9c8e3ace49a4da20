namespace Cluster.Tenants;

/// <summary>What became of an entry that was sent.</summary>
internal enum Outcome
{
    Added = 1,

    /// <summary>It was added before, by the same request.</summary>
    Repeated = 2,

    /// <summary>Its key has added something else before.</summary>
    KeyTaken = 3,

    /// <summary>What it is about is not there.</summary>
    NotFound = 4,

    /// <summary>The library finds no sense in it.</summary>
    Refused = 5,
}
