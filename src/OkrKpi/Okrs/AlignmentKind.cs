namespace OkrKpi;

/// <summary>What an alignment does to the score of the objective it points to.</summary>
public enum AlignmentKind
{
    /// <summary>The score flows into it, by weight. The default.</summary>
    Contributes = 1,

    /// <summary>It is shown beside it and never enters its score.</summary>
    Supports = 2,
}
