using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>Grades for scores, in bands without gaps: every number falls into exactly one.</summary>
/// <remarks>
/// Bands are half-open: a score where a band begins belongs to it. The lowest is open downwards, the highest upwards. A scale may round scores before it grades
/// them, as books
/// that grade in tenths do. Immutable; equal when bands and rounding are equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class GradeScale : IEquatable<GradeScale>
{
    private readonly GradeBand[] bands;

    private GradeScale(GradeBand[] bands) => this.bands = bands;

    /// <summary>
    /// Doerr, Measure What Matters: of one-decimal grades, below 0.4 red, 0.4 to 0.6 yellow, from 0.7 green. So 0.65 is green and 0.64 yellow.
    /// </summary>
    public static GradeScale Doerr { get; } = Of(
        "red", GradeBand.Starting(0.4m, "yellow"), GradeBand.Starting(0.7m, "green")).RoundedTo(DisplayRounding.OneDecimal);

    /// <summary>The same colours without rounding: below 0.4 red, below 0.7 yellow, from 0.7 green. So 0.65 is yellow.</summary>
    public static GradeScale TrafficLight { get; } = Of("red", GradeBand.Starting(0.4m, "yellow"), GradeBand.Starting(0.7m, "green"));

    /// <summary>Atlassian Goals, on one-decimal scores: OffTrack below 0.4, AtRisk from 0.4, OnTrack from 0.7.</summary>
    public static GradeScale Atlassian { get; } = Of(
        "OffTrack", GradeBand.Starting(0.4m, "AtRisk"), GradeBand.Starting(0.7m, "OnTrack")).RoundedTo(DisplayRounding.OneDecimal);

    /// <summary>
    /// OKR by BOJA: OffTrack below 20 %, AtRisk from 20 %, OnTrack from 60 %, Done at 100 %. Time plays no part. Printed as whole numbers; here without gaps.
    /// </summary>
    public static GradeScale Boja { get; } = Of(
        "OffTrack", GradeBand.Starting(0.2m, "AtRisk"), GradeBand.Starting(0.6m, "OnTrack"), GradeBand.Starting(1m, "Done"));

    /// <summary>Microsoft Viva Goals for committed objectives: red below 0.4, orange from 0.4, green from 0.7.</summary>
    public static GradeScale VivaCommitted { get; } = Of("red", GradeBand.Starting(0.4m, "orange"), GradeBand.Starting(0.7m, "green"));

    /// <summary>
    /// Microsoft Viva Goals for aspirational objectives: as for committed ones, but 1.0 is orange, not ambitious enough; 0.7 to 0.9 is recommended.
    /// </summary>
    public static GradeScale VivaAspirational { get; } = Of(
        "red", GradeBand.Starting(0.4m, "orange"), GradeBand.Starting(0.7m, "green"), GradeBand.Starting(1m, "orange"));

    /// <summary>ServiceNow: Red below 75 %, Yellow from 75 %, Green from 90 %.</summary>
    public static GradeScale ServiceNow { get; } = Of("Red", GradeBand.Starting(0.75m, "Yellow"), GradeBand.Starting(0.9m, "Green"));

    /// <summary>Qulture.Rocks: red below 33.33 %, yellow from 33.33 %, green from 66.66 %.</summary>
    public static GradeScale Qulture { get; } = Of("red", GradeBand.Starting(0.3333m, "yellow"), GradeBand.Starting(0.6666m, "green"));

    /// <summary>
    /// Koan's reading of confidence on a scale of ten: AtRisk up to 3, HasIssues from 4, OnTrack from 8. It grades marks out of ten, rounded to whole ones.
    /// </summary>
    public static GradeScale KoanConfidence { get; } = Of(
        "AtRisk", GradeBand.Starting(4m, "HasIssues"), GradeBand.Starting(8m, "OnTrack")).RoundedTo(DisplayRounding.To(0, RoundingMode.HalfUp));

    /// <summary>The bands, from the lowest to the highest.</summary>
    public IReadOnlyList<GradeBand> Bands => bands;

    /// <summary>How scores are rounded before they are graded; <see langword="null"/> when they are not.</summary>
    public DisplayRounding? Rounding { get; private set; }

    /// <summary>A scale: <c>GradeScale.Of("red", GradeBand.Starting(0.4m, "yellow"), GradeBand.Starting(0.7m, "green"))</c>.</summary>
    /// <param name="lowest">The name of the lowest band, which takes everything below the first of the others.</param>
    /// <param name="higher">The other bands, from the lowest to the highest.</param>
    /// <returns>The scale. Each band ends where the next begins, so there is no gap.</returns>
    /// <exception cref="ArgumentException">A band does not begin above the one before it, or a name is blank.</exception>
    public static GradeScale Of(string lowest, params IEnumerable<GradeBand> higher)
    {
        GradeBand[] given = [new(lowest, null, null), .. Require.Copy(higher)];
        for (var index = 1; index < given.Length; index++)
        {
            if (given[index].From is not { } from || from <= given[index - 1].From)
            {
                throw new ArgumentException(
                    $"The band '{given[index]}' does not begin above '{given[index - 1]}'; list the bands from the lowest to the highest.", nameof(higher));
            }
        }

        return new([.. given.Select((band, index) => new GradeBand(band.Name, band.From, index + 1 < given.Length ? given[index + 1].From : null))]);
    }

    /// <summary>The same scale, which rounds scores before it grades them.</summary>
    /// <param name="rounding">The rounding.</param>
    /// <returns>The scale.</returns>
    public GradeScale RoundedTo(DisplayRounding rounding) => Changed(copy => copy.Rounding = Guard.Against.Null(rounding));

    /// <summary>The band a score falls into.</summary>
    /// <param name="score">The score.</param>
    /// <returns>The band.</returns>
    public GradeBand BandOf(decimal score)
    {
        var graded = Rounding is null ? Residue.Without(score) : Rounding.Round(score);
        var index = bands.Length - 1;
        while (graded < bands[index].From)
        {
            index--;
        }

        return bands[index];
    }

    /// <inheritdoc/>
    public bool Equals(GradeScale? other) => other is not null && bands.AsSpan().SequenceEqual(other.bands) && Equals(Rounding, other.Rounding);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradeScale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(bands.Length, bands[^1], Rounding);

    /// <summary>The bands, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", bands.Select(band => band.ToString()))}");

    private GradeScale Changed(Action<GradeScale> change)
    {
        var copy = (GradeScale)MemberwiseClone();
        change(copy);
        return copy;
    }
}
