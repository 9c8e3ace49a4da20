using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>How far a key result is.</summary>
public static class KeyResultScoring
{
    /// <param name="keyResult">The key result.</param>
    extension(KeyResult keyResult)
    {
        /// <summary>Scores it on a date with the default profile.</summary>
        /// <param name="cycle">The cycle it is worked on in.</param>
        /// <param name="asOf">The date; its close counts.</param>
        /// <returns>The score, with its progress, pace and confidence.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public KeyResultScore Score(Cycle cycle, LocalDate asOf) => keyResult.Score(cycle, asOf, ScoringProfile.Default);

        /// <summary>Scores it on a date; after the end of the cycle as it stood on the last day.</summary>
        /// <param name="cycle">The cycle it is worked on in.</param>
        /// <param name="asOf">The date; its close counts.</param>
        /// <param name="profile">The policies to score by.</param>
        /// <returns>The score.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public KeyResultScore Score(Cycle cycle, LocalDate asOf, ScoringProfile profile) =>
            new(Guard.Against.Null(keyResult), Guard.Against.Null(cycle), Require.Date(asOf), Guard.Against.Null(profile), cycle.End);
    }
}
