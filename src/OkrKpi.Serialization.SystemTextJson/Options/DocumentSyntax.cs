namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Which JSON is accepted.</summary>
public enum DocumentSyntax
{
    /// <summary>JSON as RFC 8259 has it.</summary>
    Strict = 1,

    /// <summary>
    /// Also comments (<c>//</c> and <c>/* */</c>) and a comma after the last member or item, for documents that people write. Comments are not kept.
    /// </summary>
    CommentsAndTrailingCommas = 2,
}
