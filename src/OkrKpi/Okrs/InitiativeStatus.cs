namespace OkrKpi;

/// <summary>How far an initiative is.</summary>
public enum InitiativeStatus
{
    /// <summary>Not begun.</summary>
    Planned = 1,

    /// <summary>Being worked on.</summary>
    InProgress = 2,

    /// <summary>Finished.</summary>
    Done = 3,

    /// <summary>Given up.</summary>
    Dropped = 4,
}
