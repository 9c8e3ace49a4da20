using System.Globalization;

namespace OkrKpi;

/// <summary>Progress against the progress expected by now.</summary>
/// <remarks>Equal when all parts are equal. The default value says nothing.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Pace : IEquatable<Pace>
{
    private readonly PaceStatus status;

    internal Pace(decimal? expected, decimal? gap, decimal? ratio, PaceStatus status, bool isStale = false)
    {
        Expected = expected;
        Gap = gap;
        Ratio = ratio;
        this.status = status;
        IsStale = isStale;
    }

    /// <summary>
    /// The progress expected at the close of the date, 0 to 1; <see langword="null"/> when none can be expected, and of a key result whose pace a
    /// <see cref="PaceReading"/> told.
    /// </summary>
    public decimal? Expected { get; }

    /// <summary>Score minus expected: negative when behind. 0.35 at half time is -0.15. <see langword="null"/> when one of them is missing.</summary>
    public decimal? Gap { get; }

    /// <summary>Score over expected: 0.35 at half time is 0.7. <see langword="null"/> when one of them is missing or nothing is expected yet.</summary>
    public decimal? Ratio { get; }

    /// <summary>
    /// Whether nothing was reported for longer than <see cref="PaceRule.StaleAfterDays"/>, so that the status rests on old news. Of an objective: whether this
    /// holds for a key result.
    /// </summary>
    public bool IsStale { get; }

    /// <summary>What the distance means.</summary>
    public PaceStatus Status => status == 0 ? PaceStatus.NotPaced : status;

    internal Pace Stale(bool isStale) => new(Expected, Gap, Ratio, Status, isStale);

    internal Pace Read(PaceStatus read) => new(Expected, Gap, Ratio, read, IsStale);

    /// <summary>Whether two paces are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(Pace left, Pace right) => left.Equals(right);

    /// <summary>Whether two paces differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Pace left, Pace right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Pace other) =>
        Expected == other.Expected && Gap == other.Gap && Ratio == other.Ratio && Status == other.Status && IsStale == other.IsStale;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Pace other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Expected, Gap, Status, IsStale);

    /// <summary>Status and gap, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Gap is { } gap ? string.Create(CultureInfo.InvariantCulture, $"{Status} ({gap:+0.##;-0.##;0})") : Status.ToString();
}
