using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>How far an objective is, on a date and in the end.</summary>
public static class ObjectiveScoring
{
    /// <param name="objective">The objective.</param>
    extension(Objective objective)
    {
        /// <summary>Scores it on a date with the default profile.</summary>
        /// <param name="asOf">The date; its close counts.</param>
        /// <returns>The score, with coverage, pace, confidence and the scores of its key results.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public ObjectiveScore Score(LocalDate asOf) => objective.Score(asOf, ScoringProfile.Default);

        /// <summary>
        /// Scores it on a date. After its end, or once it was closed, it stays as it was: what is checked in for later days changes nothing; a score set by
        /// hand always counts.
        /// </summary>
        /// <param name="asOf">The date; its close counts.</param>
        /// <param name="profile">The policies to score by.</param>
        /// <returns>The score.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public ObjectiveScore Score(LocalDate asOf, ScoringProfile profile) =>
            new(Guard.Against.Null(objective), Require.Date(asOf), Guard.Against.Null(profile));

        /// <summary>
        /// The score it is remembered by: the one on its <see cref="Objective.ClosingDate"/>, with the default profile. Later check-ins change nothing.
        /// </summary>
        /// <returns>The score.</returns>
        public ObjectiveScore ScoreAtClose() => objective.ScoreAtClose(ScoringProfile.Default);

        /// <summary>
        /// The score it is remembered by: the one on its <see cref="Objective.ClosingDate"/>, with what was set by hand since. Later check-ins change nothing.
        /// </summary>
        /// <param name="profile">The policies to score by; <see cref="ScoringProfile.Missing"/> says what counts as 0 then.</param>
        /// <returns>The score.</returns>
        public ObjectiveScore ScoreAtClose(ScoringProfile profile) => objective.Score(LastWord(Guard.Against.Null(objective)), profile);
    }

    // A score may still be set by hand when all is over.
    private static LocalDate LastWord(Objective objective)
    {
        var last = objective.ClosingDate;
        foreach (var given in objective.KeyResults.Select(each => each.Override).Append(objective.Override))
        {
            last = given?.On > last ? given.On : last;
        }

        return last;
    }
}
