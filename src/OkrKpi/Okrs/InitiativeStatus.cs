namespace OkrKpi;

/// <summary>How far an initiative is.</summary>
public enum InitiativeStatus
{
    /// <summary>Not begun.</summary>
    Planned = 1,

    /// <summary>Being worked on.</summary>
    InProgress,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up.</summary>
    Dropped,
}
