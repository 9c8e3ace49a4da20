using System.Globalization;
using NodaTime;

namespace OkrKpi.Signals;

/// <summary>The decision that a process is another one from a date on, so that its limits begin anew there: a new supplier, a new way to count calls.</summary>
/// <remarks>
/// Immutable; equal when all parts are equal. It applies from the first period that begins on or after its date. Re-basing is for a change whose cause is
/// known and that is there to stay; to re-base whatever signals is to see none.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Rebase : IEquatable<Rebase>
{
    private Rebase(LocalDate from, string because, LocalDate? decidedOn)
    {
        From = from;
        Because = because;
        DecidedOn = decidedOn ?? from;
    }

    /// <summary>The first date of the changed process.</summary>
    public LocalDate From { get; }

    /// <summary>What changed, for people.</summary>
    public string Because { get; }

    /// <summary>The day it was decided to re-base; before its close nobody knew of it. Without a stated day it is decided on <see cref="From"/>.</summary>
    public LocalDate DecidedOn { get; }

    /// <summary>Limits that begin anew on a date.</summary>
    /// <param name="from">The first date of the changed process.</param>
    /// <param name="because">What changed.</param>
    /// <param name="decidedOn">When it was decided to re-base; when left out, on <paramref name="from"/>.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    public static Rebase On(LocalDate from, string because, LocalDate? decidedOn = null) => new(
        Require.Date(from),
        Require.Text(because, "reason to re-base"),
        decidedOn is { } day ? Require.Date(day, nameof(decidedOn)) : null);

    /// <inheritdoc/>
    public bool Equals(Rebase? other) =>
        other is not null && From == other.From && DecidedOn == other.DecidedOn && string.Equals(Because, other.Because, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Rebase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, DecidedOn, Because);

    /// <summary>Date and reason, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From.Iso()}: {Because}");
}
