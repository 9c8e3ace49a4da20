using System.Globalization;

namespace OkrKpi;

/// <summary>How far a key result is: the raw number of any sign, and the score clamped to 0..1 beside it.</summary>
/// <remarks>Equal when state, raw number and what was reported are equal. The default value is <see cref="ProgressState.NoData"/>.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Progress : IEquatable<Progress>
{
    private readonly decimal raw;

    private Progress(ProgressState state, decimal raw)
    {
        State = state;
        this.raw = raw;
    }

    private Progress(decimal raw, int reported, int checks, bool isStale)
        : this(ProgressState.Measured, raw)
    {
        Reported = reported;
        Checks = checks;
        IsStale = isStale;
    }

    /// <summary>Nothing reported and no known start.</summary>
    public static Progress NoData => default;

    /// <summary>Nothing reported, standing at the known start.</summary>
    public static Progress NotStarted => new(ProgressState.NotStarted, 0m);

    /// <summary>Fewer answers than needed.</summary>
    public static Progress TooFewAnswers => new(ProgressState.TooFewAnswers, 0m);

    /// <summary>Not meant to have a score.</summary>
    public static Progress NotScored => new(ProgressState.NotScored, 0m);

    /// <summary>What is known.</summary>
    public ProgressState State { get; }

    /// <summary>
    /// The progress as it is: negative when it got worse than at the start, above 1 beyond the target. <see langword="null"/> when nothing can be said.
    /// </summary>
    public decimal? Raw => State is ProgressState.Measured or ProgressState.NotStarted ? raw : null;

    /// <summary>The progress clamped to 0..1, as it enters an objective's score. <see langword="null"/> when nothing can be said.</summary>
    public decimal? Score => Raw is { } value ? Math.Clamp(value, 0m, 1m) : null;

    /// <summary>Whether the target is reached: measured, 1 or more, and not stale.</summary>
    public bool IsAchieved => State == ProgressState.Measured && raw >= 1m && !IsStale;

    /// <summary>How many periods of a goal to keep have passed, each of which asks for a check-in; 0 for other goals.</summary>
    public int Checks { get; }

    /// <summary>How many of the <see cref="Checks"/> were reported.</summary>
    public int Reported { get; }

    /// <summary>The share of the checks that was reported: 1 of 8 is 0.125. 1 for a measured goal that asks for none, 0 when nothing is measured.</summary>
    public decimal Coverage => State != ProgressState.Measured ? 0m : Checks == 0 ? 1m : (decimal)Reported / Checks;

    /// <summary>Whether it rests on old news: a rate that nobody has reported for two of its periods.</summary>
    public bool IsStale { get; }

    /// <summary>Whether it got worse than at the start.</summary>
    public bool IsRegression => State == ProgressState.Measured && raw < 0m;

    /// <summary>Whether two progresses are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(Progress left, Progress right) => left.Equals(right);

    /// <summary>Whether two progresses differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Progress left, Progress right) => !left.Equals(right);

    /// <summary>A measured progress.</summary>
    /// <param name="raw">The raw number.</param>
    /// <returns>The progress.</returns>
    public static Progress Of(decimal raw) => new(ProgressState.Measured, raw);

    /// <summary>The same progress, resting on so many checks.</summary>
    internal Progress Checked(int reported, int checks) => State == ProgressState.Measured ? new(raw, reported, checks, IsStale) : this;

    /// <summary>The same progress, resting on old news.</summary>
    internal Progress Stale() => State == ProgressState.Measured ? new(raw, Reported, Checks, true) : this;

    /// <inheritdoc/>
    public bool Equals(Progress other) =>
        State == other.State && raw == other.raw && Reported == other.Reported && Checks == other.Checks && IsStale == other.IsStale;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Progress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, raw);

    /// <summary>The raw number, or the state without one; culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => State == ProgressState.Measured ? raw.ToString(CultureInfo.InvariantCulture) : State.ToString();
}
