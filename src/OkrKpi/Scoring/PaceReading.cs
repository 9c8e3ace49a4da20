using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>
/// A reading of the pace of a key result that goes by something else than the progress expected by now: a forecast, or what its team says.
/// </summary>
/// <remarks>
/// A reading holds no state. It is asked once the curve has judged a key result that runs: not in the time of grace, not before anything was reported, not of
/// what is achieved, given up or over, and not while a score set by hand is in force. Write your own by deriving and returning the reason through
/// <c>Because</c>.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class PaceReading
{
    /// <summary>Looks at a key result.</summary>
    /// <param name="score">How it stands; its <see cref="KeyResultScore.Pace"/> is still the one by the progress expected.</param>
    /// <returns>Its pace, with the reason; <see langword="null"/> when the reading cannot tell, so that the progress expected decides.</returns>
    public abstract PaceReason? Check(KeyResultScore score);

    /// <summary>The name of the type, unless it has a better one.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => GetType().Name;

    /// <summary>Makes the reason of a reading, in words of its own in each language.</summary>
    /// <param name="status">Ahead, on track, at risk or behind.</param>
    /// <param name="text">
    /// What was seen, in the language of a culture: <c>culture => $"70 % likely to be reached"</c>; the invariant one reads English.
    /// </param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The text in English is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of what runs.</exception>
    protected static PaceReason Because(PaceStatus status, Func<CultureInfo, string> text)
    {
        Require.Text(Guard.Against.Null(text)(CultureInfo.InvariantCulture), "text of a reason");
        return status is PaceStatus.Ahead or PaceStatus.OnTrack or PaceStatus.AtRisk or PaceStatus.Behind
            ? new(status, new(text))
            : throw new ArgumentOutOfRangeException(
                nameof(status), status, $"{status} is no pace of what still runs; say ahead, on track, at risk or behind, or give no reason.");
    }
}
