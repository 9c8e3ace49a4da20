using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>Where the mean grade of stretch goals should end. It reads a set of grades, never one of them.</summary>
/// <remarks>Immutable; equal when both ends are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SweetSpot : IEquatable<SweetSpot>
{
    private SweetSpot(decimal from, decimal to)
    {
        From = from;
        To = to;
    }

    /// <summary>0.6 to 0.7 (Google re:Work, Grade OKRs).</summary>
    public static SweetSpot Google { get; } = new(0.6m, 0.7m);

    /// <summary>0.7 to 0.9 (Microsoft Viva Goals, aspirational).</summary>
    public static SweetSpot VivaGoals { get; } = new(0.7m, 0.9m);

    /// <summary>The least mean in the sweet spot, included.</summary>
    public decimal From { get; }

    /// <summary>The largest mean in the sweet spot, included.</summary>
    public decimal To { get; }

    /// <summary>A sweet spot of one's own.</summary>
    /// <param name="from">The least mean, included.</param>
    /// <param name="to">The largest mean, included.</param>
    /// <returns>The sweet spot.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end is not 0 to 1, or <paramref name="to"/> is below <paramref name="from"/>.</exception>
    public static SweetSpot Between(decimal from, decimal to) =>
        new(Require.Between(from, 0m, 1m, "a grade lies between 0 and 1"), Require.Between(to, from, 1m, "the sweet spot ends where it begins or above"));

    /// <summary>Reads the grades of a set of goals.</summary>
    /// <param name="grades">The grades; scores between 0 and 1.</param>
    /// <returns>The reading of their mean; <see langword="null"/> without grades.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A grade lies outside ±10^15.</exception>
    public SweetSpotReading? Read(params IEnumerable<decimal> grades)
    {
        Guard.Against.Null(grades);
        var (sum, count) = (0m, 0);
        foreach (var grade in grades)
        {
            sum += Require.Amount(grade, nameof(grades));
            count++;
        }

        // Compared without a division, so that a mean of exactly 0.6 or 0.7 is in the sweet spot.
        return count == 0 ? null
            : sum < From * count ? SweetSpotReading.Low
            : sum > To * count ? SweetSpotReading.TooEasy
            : SweetSpotReading.InSweetSpot;
    }

    /// <inheritdoc/>
    public bool Equals(SweetSpot? other) => other is not null && From == other.From && To == other.To;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SweetSpot);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, To);

    /// <summary>Both ends, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} to {To}");
}
