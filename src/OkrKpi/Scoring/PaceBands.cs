using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>What a distance from the expected progress means: bands without gaps or overlaps, read from the worst to the best.</summary>
/// <remarks>
/// Immutable; equal when all limits are equal. A limit belongs to the better side unless it is set with <see cref="Above"/>.
/// <code>
/// PaceBands.ByGap(onTrack: -0.10m, atRisk: -0.25m)                                  // the default
/// PaceBands.ByGap(onTrack: 0m, atRisk: -0.25m)                                      // Viva Goals
/// PaceBands.ByRatio(onTrack: 0.90m, atRisk: 0.75m).From(1.10m, PaceStatus.Ahead)    // okrs-tracker
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PaceBands : IEquatable<PaceBands>
{
    private PaceBand[] bands;

    private PaceBands(PaceMeasure measured, PaceStatus lowest)
    {
        Measured = measured;
        Lowest = lowest;
        bands = [];
    }

    /// <summary>Which number is banded.</summary>
    public PaceMeasure Measured { get; }

    /// <summary>What anything below the first limit is.</summary>
    public PaceStatus Lowest { get; }

    /// <summary>The bands above it, from the worst to the best.</summary>
    public IReadOnlyList<PaceBand> Bands => bands;

    /// <summary>Below which expected progress a ratio is assumed, with any progress and without; <see langword="null"/> when none is.</summary>
    public (decimal Below, decimal Started, decimal NotStarted)? Assumed { get; private set; }

    /// <summary>On track up to 10 points behind, at risk up to 25, then behind.</summary>
    public static PaceBands Default { get; } = ByGap(-0.10m, -0.25m);

    /// <summary>Bands by the gap, progress minus expected: with -0.10 and -0.25 exactly 10 points behind is on track and exactly 25 at risk.</summary>
    /// <param name="onTrack">The least gap that is on track.</param>
    /// <param name="atRisk">The least gap that is at risk; anything less is behind.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range, or <paramref name="onTrack"/> is not above <paramref name="atRisk"/>.</exception>
    public static PaceBands ByGap(decimal onTrack, decimal atRisk) =>
        ByGap(PaceStatus.Behind).From(atRisk, PaceStatus.AtRisk).From(onTrack, PaceStatus.OnTrack);

    /// <summary>Bands by the gap, to be given limit by limit from the worst to the best.</summary>
    /// <param name="below">What anything below the first limit is.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is undefined.</exception>
    public static PaceBands ByGap(PaceStatus below) => new(PaceMeasure.Gap, Require.Defined(below));

    /// <summary>Bands by the ratio, progress over expected: with 0.9 and 0.75 a progress of 0.45 at half time is on track.</summary>
    /// <param name="onTrack">The least ratio that is on track.</param>
    /// <param name="atRisk">The least ratio that is at risk; anything less is behind.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range, or <paramref name="onTrack"/> is not above <paramref name="atRisk"/>.</exception>
    public static PaceBands ByRatio(decimal onTrack, decimal atRisk) =>
        ByRatio(PaceStatus.Behind).From(atRisk, PaceStatus.AtRisk).From(onTrack, PaceStatus.OnTrack);

    /// <summary>Bands by the ratio, to be given limit by limit from the worst to the best.</summary>
    /// <param name="below">What anything below the first limit is.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is undefined.</exception>
    public static PaceBands ByRatio(PaceStatus below) => new(PaceMeasure.Ratio, Require.Defined(below));

    /// <summary>Adds the next better band, the limit itself included.</summary>
    /// <param name="limit">The least gap or ratio of the band, above the limits so far.</param>
    /// <param name="status">What it means.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above the limits so far or outside ±1,000, or <paramref name="status"/> is
    /// undefined.</exception>
    public PaceBands From(decimal limit, PaceStatus status) => Adding(limit, Boundary.Inclusive, status);

    /// <summary>Adds the next better band, the limit itself not included: exactly on it is still the band below.</summary>
    /// <param name="limit">The gap or ratio that the band lies above; not below the limits so far.</param>
    /// <param name="status">What it means.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below the limits so far or outside ±1,000, or <paramref name="status"/> is
    /// undefined.</exception>
    public PaceBands Above(decimal limit, PaceStatus status) => Adding(limit, Boundary.Exclusive, status);

    /// <summary>
    /// Says which ratio to assume while hardly anything is expected, where dividing would say nothing: below 0.01 expected, 1.5 with any progress and 1 without
    /// (okrs-tracker).
    /// </summary>
    /// <param name="expected">Below which expected progress.</param>
    /// <param name="started">The ratio with any progress.</param>
    /// <param name="notStarted">The ratio without.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public PaceBands AssumingBelow(decimal expected, decimal started, decimal notStarted) => Changed(copy => copy.Assumed = (
        Require.Between(expected, 0m, 1m, "an expected progress is a share of the way"),
        Require.Between(started, 0m, 1_000m, "a ratio of progress to expected progress"),
        Require.Between(notStarted, 0m, 1_000m, "a ratio of progress to expected progress")));

    /// <summary>The number that is banded: the gap or the ratio.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="expected">The expected progress.</param>
    /// <returns>Progress minus expected, or progress over expected; <see langword="null"/> for the ratio when nothing is expected.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> lies outside ±10^15, or <paramref name="expected"/> is negative or above
    /// 10^15.</exception>
    public decimal? Measure(decimal progress, decimal expected)
    {
        Require.Amount(progress);
        Require.Between(expected, 0m, Require.LargestAmount, "an expected progress is 0 or more");
        return Measured == PaceMeasure.Gap ? progress - expected
            : Assumed is { } assumed && expected < assumed.Below ? (progress > 0m ? assumed.Started : assumed.NotStarted)
            : expected < Require.SmallestRange ? null
            : progress / expected;
    }

    /// <summary>What a progress means when another was expected. When nothing is expected, any progress is the best band, none is as expected.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="expected">The expected progress.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> lies outside ±10^15, or <paramref name="expected"/> is negative or above
    /// 10^15.</exception>
    public PaceStatus Status(decimal progress, decimal expected)
    {
        var measure = Measure(progress, expected) ?? (progress == 0m ? 1m : Math.Sign(progress) * Require.LargestAmount);
        var status = Lowest;
        foreach (var band in bands)
        {
            if (band.Boundary == Boundary.Inclusive ? measure < band.Limit : measure <= band.Limit)
            {
                break;
            }

            status = band.Status;
        }

        return status;
    }

    /// <inheritdoc/>
    public bool Equals(PaceBands? other) =>
        other is not null && Measured == other.Measured && Lowest == other.Lowest && Assumed == other.Assumed && bands.AsSpan().SequenceEqual(other.bands);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaceBands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Measured, Lowest, bands.Length, Assumed);

    /// <summary>The bands, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"by {(Measured == PaceMeasure.Ratio ? "ratio" : "gap")}: {Lowest}{string.Concat(bands.Select(band => $", {band}"))}";

    private PaceBands Adding(decimal limit, Boundary boundary, PaceStatus status)
    {
        Require.Between(limit, -1_000m, 1_000m, "a limit is a gap or ratio of progress");
        Require.Defined(status);
        if (bands.Length > 0 && (
            boundary == Boundary.Inclusive || bands[^1].Boundary == Boundary.Exclusive ? limit <= bands[^1].Limit : limit < bands[^1].Limit))
        {
            throw new ArgumentOutOfRangeException(
                nameof(limit), limit,
                string.Create(CultureInfo.InvariantCulture, $"{limit} is not above the limit before it, {bands[^1].Limit}; give the bands from the worst "
                    + $"to the best."));
        }

        return Changed(copy => copy.bands = [.. bands, new PaceBand(limit, boundary, status)]);
    }

    private PaceBands Changed(Action<PaceBands> change)
    {
        var copy = (PaceBands)MemberwiseClone();
        change(copy);
        return copy;
    }
}
