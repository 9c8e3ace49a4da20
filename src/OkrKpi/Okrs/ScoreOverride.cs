using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>A score that somebody set by hand, with the reason. The computed score stays beside it.</summary>
/// <remarks>Immutable; equal when all parts are equal. It stays until a value is checked in on a later date, unless said otherwise.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ScoreOverride : IEquatable<ScoreOverride>
{
    /// <summary>More than any team says: a thousand times what was to be reached.</summary>
    internal const decimal Largest = 1_000m;

    private ScoreOverride(decimal score, string reason, LocalDate on, OverrideLifetime lifetime, LocalDate? until)
    {
        Score = score;
        Reason = reason;
        On = on;
        Lifetime = lifetime;
        Until = until;
    }

    /// <summary>The score, 0 or more; above 1 it counts as far as the scoring profile lets it.</summary>
    public decimal Score { get; }

    /// <summary>Why the computed score does not tell the truth.</summary>
    public string Reason { get; }

    /// <summary>The first date it is in force.</summary>
    public LocalDate On { get; }

    /// <summary>How long it stays.</summary>
    public OverrideLifetime Lifetime { get; private set; }

    /// <summary>The last date it is in force; <see langword="null"/> unless it ends on a date.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>A score set by hand, until the next check-in.</summary>
    /// <param name="score">The score: 1 is all of it, and a profile says how far more counts; 0 to 1,000.</param>
    /// <param name="reason">Why.</param>
    /// <param name="on">The first date it is in force.</param>
    /// <returns>The override.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is not 0 to 1,000, or the date lies outside the years 2 to 9997.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is blank.</exception>
    public static ScoreOverride Of(decimal score, string reason, LocalDate on) =>
        new(
            Require.Between(score, 0m, Largest, "a score set by hand is 0 or more"), Require.Text(reason, "reason of a score set by hand"), Require.Date(on),
            OverrideLifetime.UntilNextCheckIn, null);

    /// <summary>The same override up to and including a date, whatever is checked in.</summary>
    /// <param name="last">The last date.</param>
    /// <returns>The override.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before the first date.</exception>
    public ScoreOverride EndingOn(LocalDate last) => last >= On
        ? Changed(copy => (copy.Lifetime, copy.Until) = (OverrideLifetime.UntilDate, last))
        : throw new ArgumentOutOfRangeException(nameof(last), last, $"The score is set on {On.Iso()}, so it cannot end on {last.Iso()}; give a later date.");

    /// <summary>The same override until somebody takes it back.</summary>
    /// <returns>The override.</returns>
    public ScoreOverride Staying() => Changed(copy => (copy.Lifetime, copy.Until) = (OverrideLifetime.UntilWithdrawn, null));

    /// <inheritdoc/>
    public bool Equals(ScoreOverride? other) =>
        other is not null && Score == other.Score && string.Equals(Reason, other.Reason, StringComparison.Ordinal) && On == other.On
        && Lifetime == other.Lifetime && Until == other.Until;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreOverride);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Reason, On, Lifetime, Until);

    /// <summary>Score, date and reason, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score} set on {On.Iso()}: {Reason}");

    /// <summary>Whether it is in force on a date, or was on the last day that is read: what ended with it stays so.</summary>
    internal bool IsInForce(LocalDate asOf, LocalDate readOn, LocalDate? lastValue) => IsInForce(asOf, lastValue) || IsInForce(readOn, lastValue);

    private bool IsInForce(LocalDate asOf, LocalDate? lastValue) => On <= asOf && Lifetime switch
    {
        OverrideLifetime.UntilNextCheckIn => !(lastValue > On),
        OverrideLifetime.UntilDate => asOf <= Until,
        OverrideLifetime.UntilWithdrawn => true,
    };

    internal Explanation Explain(decimal? computed) =>
        Explanation.Of(
            Lifetime == OverrideLifetime.UntilDate ? "override.until" : "override.score",
            new Fact("score", Score), new Fact("on", On), new Fact("until", Until), new Fact("reason", Reason), new Fact("computed", computed),
            new Fact("lifetime", Lifetime));

    private ScoreOverride Changed(Action<ScoreOverride> change)
    {
        var copy = (ScoreOverride)MemberwiseClone();
        change(copy);
        return copy;
    }
}
