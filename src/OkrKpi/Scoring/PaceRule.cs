using System.Globalization;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Scoring;

/// <summary>
/// How pace is judged: what is expected by when, what a distance means, how long it is too early, and after how many days of silence a key result is stale.
/// </summary>
/// <remarks>Immutable, so safe for any number of threads; equal when all parts are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PaceRule : IEquatable<PaceRule>
{
    private PaceRule(PaceCurve curve, PaceBands bands, decimal grace, int staleAfterDays, StatusCombining? objectives)
    {
        Curve = curve;
        Bands = bands;
        Grace = grace;
        StaleAfterDays = staleAfterDays;
        Objectives = objectives;
    }

    /// <summary>
    /// Linear; on track up to 10 points behind, at risk up to 25; too early in the first tenth; stale after 14 days; an objective is judged by its own
    /// progress.
    /// </summary>
    public static PaceRule Default { get; } = new(PaceCurve.Linear, PaceBands.Default, 0.1m, 14, null);

    /// <summary>Which progress is expected; a key result may have a curve of its own.</summary>
    public PaceCurve Curve { get; private set; }

    /// <summary>What a distance from it means.</summary>
    public PaceBands Bands { get; private set; }

    /// <summary>The first share of a cycle in which it is too early to judge, 0 to 1.</summary>
    public decimal Grace { get; private set; }

    /// <summary>After how many days without a check-in a key result is stale: two weekly check-ins missed by default.</summary>
    public int StaleAfterDays { get; private set; }

    /// <summary>
    /// How the statuses of key results become that of their objective; <see langword="null"/> when the objective is judged by its own progress, or is as its
    /// worst key result where <see cref="Reading"/> has told the pace of one.
    /// </summary>
    public StatusCombining? Objectives { get; private set; }

    /// <summary>What the pace of key results goes by where it can tell; <see langword="null"/> when the progress expected decides alone.</summary>
    public PaceReading? Reading { get; private set; }

    /// <summary>The same rule with another curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The rule.</returns>
    public PaceRule With(PaceCurve curve) => Changed(copy => copy.Curve = Guard.Against.Null(curve));

    /// <summary>The same rule with other bands.</summary>
    /// <param name="bands">The bands.</param>
    /// <returns>The rule.</returns>
    public PaceRule With(PaceBands bands) => Changed(copy => copy.Bands = Guard.Against.Null(bands));

    /// <summary>The same rule, with the pace of key results told by a reading where it can tell, by the curve and the bands elsewhere.</summary>
    /// <param name="reading">The reading. A document does not keep it: it is code.</param>
    /// <returns>The rule.</returns>
    public PaceRule With(PaceReading reading) => Changed(copy => copy.Reading = Guard.Against.Null(reading));

    /// <summary>The same rule, with the status of an objective taken from those of its key results.</summary>
    /// <param name="objectives">How.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="objectives"/> is undefined.</exception>
    public PaceRule WithObjectives(StatusCombining objectives) => Changed(copy => copy.Objectives = Require.Defined(objectives));

    /// <summary>The same rule with another time of grace.</summary>
    /// <param name="share">The first share of a cycle in which it is too early to judge, 0 to 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not 0 to 1.</exception>
    public PaceRule WithGrace(decimal share) => Changed(copy => copy.Grace = Require.Between(share, 0m, 1m, "a time of grace is a share of the cycle"));

    /// <summary>The same rule with another limit of silence.</summary>
    /// <param name="days">After how many days without a check-in a key result is stale; at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1.</exception>
    public PaceRule StaleAfter(int days) =>
        Changed(copy => copy.StaleAfterDays = Require.AtLeast(days, 1, "a key result is stale after whole days of silence"));

    /// <summary>The pace of a progress on a date, by the curve and the bands.</summary>
    /// <param name="progress">The progress: 0.4 at half time is 10 points behind and so on track.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date; its close counts.</param>
    /// <returns>The pace.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> lies outside ±10^15.</exception>
    public Pace Of(decimal progress, Cycle cycle, LocalDate asOf)
    {
        Guard.Against.Null(cycle);
        return Judge(Require.Amount(progress), Curve.Expected(cycle, asOf), true, progress >= 1m, cycle, asOf);
    }

    /// <inheritdoc/>
    public bool Equals(PaceRule? other) =>
        other is not null
            && Curve.Equals(other.Curve)
            && Bands.Equals(other.Bands)
            && Grace == other.Grace
            && StaleAfterDays == other.StaleAfterDays
            && Objectives == other.Objectives
            && Equals(Reading, other.Reading);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaceRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Curve, Bands, Grace, StaleAfterDays, Objectives, Reading);

    /// <summary>The parts by name, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Curve}; {Bands}; grace {Grace}; stale after {StaleAfterDays} days{(Objectives is null ? "" : $"; objectives by {Objectives}")}")
            + (Reading is null ? "" : $"; key results by {Reading}");

    /// <param name="score">The progress; without one there is nothing to judge.</param>
    /// <param name="expected">The progress expected by now; without one there is nothing to judge before the end.</param>
    /// <param name="isStarted">Whether anything was reported.</param>
    /// <param name="isAchieved">Whether it is reached for good.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date.</param>
    internal Pace Judge(decimal? score, decimal? expected, bool isStarted, bool isAchieved, Cycle cycle, LocalDate asOf)
    {
        if (isAchieved)
        {
            return new(expected, null, null, PaceStatus.Achieved);
        }

        if (asOf >= cycle.End)
        {
            return score is null ? default : new(1m, score - 1m, score, PaceStatus.Missed);
        }

        if (expected is not { } due || asOf < cycle.Start || score is not { } reached)
        {
            return default;
        }

        return new(
            due,
            reached - due,
            due < Require.SmallestRange ? null : reached / due,
            cycle.ElapsedShare(asOf) < Grace || !isStarted ? PaceStatus.TooEarly : Bands.Status(reached, due));
    }

    /// <summary>
    /// The pace of what only its value tells: on track while it is met, otherwise behind after the time of grace; achieved or missed in the end.
    /// </summary>
    /// <param name="score">The score; without one there is nothing to judge.</param>
    /// <param name="isMet">Whether the value is where it is to be.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date.</param>
    internal Pace JudgeValue(decimal? score, bool isMet, Cycle cycle, LocalDate asOf)
    {
        if (score is not { } reached || asOf < cycle.Start)
        {
            return default;
        }

        if (asOf >= cycle.End)
        {
            return isMet ? new(null, null, null, PaceStatus.Achieved) : new(1m, reached - 1m, reached, PaceStatus.Missed);
        }

        return new(null, null, null, isMet ? PaceStatus.OnTrack : cycle.ElapsedShare(asOf) < Grace ? PaceStatus.TooEarly : PaceStatus.Behind);
    }

    /// <summary>What the reading says of a key result whose pace the curve has judged; what is too early, over or set by hand stays as it is.</summary>
    internal PaceReason? Read(KeyResultScore score) =>
        Reading is not null && score.Override is null
            && score.Pace.Status is PaceStatus.Ahead or PaceStatus.OnTrack or PaceStatus.AtRisk or PaceStatus.Behind
                ? Reading.Check(score) : null;

    /// <summary>Whether nothing was reported for longer than allowed while it should have been.</summary>
    internal bool IsStale(LocalDate? lastCheckIn, Cycle cycle, LocalDate asOf) =>
        cycle.Contains(asOf) && Period.DaysBetween(lastCheckIn is { } last && last > cycle.Start ? last : cycle.Start, asOf) > StaleAfterDays;

    private PaceRule Changed(Action<PaceRule> change)
    {
        var copy = (PaceRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
