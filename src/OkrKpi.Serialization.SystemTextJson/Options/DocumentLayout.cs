namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How a document is laid out.</summary>
public enum DocumentLayout
{
    /// <summary>A member a line, indented by two spaces, lines ending with a line feed: for people and version control.</summary>
    Indented = 1,

    /// <summary>No white space: for storage and transport.</summary>
    Compact = 2,
}
