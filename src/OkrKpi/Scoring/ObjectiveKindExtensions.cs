namespace OkrKpi;

/// <summary>What the kinds of objectives promise.</summary>
public static class ObjectiveKindExtensions
{
    /// <summary>
    /// What a score means: a committed objective is a success at 1.0 and a miss below (Doerr); an aspirational one is a success at 0.7, near from 0.6 (Google
    /// re:Work).
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="score">The score.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public static Outcome OutcomeOf(this ObjectiveKind kind, decimal score) => SuccessRule.Default.OutcomeOf(kind, score);
}
