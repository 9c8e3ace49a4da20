namespace OkrKpi;

/// <summary>What a key result does in its objective's score.</summary>
public enum KeyResultRole
{
    /// <summary>Counts by its weight. The default.</summary>
    Contributes = 1,

    /// <summary>
    /// Counts nothing, but must hold: a counter-measure, such as quality beside speed. When it is not reached the objective is not a success (Doerr's paired
    /// key results).
    /// </summary>
    Guardrail = 2,

    /// <summary>The objective's own number: it alone is the score, the others are shown (Lattice).</summary>
    Headline = 3,
}
