using System.Globalization;

namespace OkrKpi.Signals;

/// <summary>A stretch of a series with limits of its own: from the beginning, a re-base or a redefinition to the next.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BehaviourSegment
{
    internal BehaviourSegment(SegmentSpan span, int points, in ProcessLimits<decimal> limits, bool hasSeasons)
    {
        First = span.First;
        Last = span.Last;
        Because = span.Because;
        Points = points;
        State = limits.State;
        LimitPoints = limits.Points;
        ScreenedRanges = limits.Screened;
        if (limits.HasLimits)
        {
            AverageRange = limits.Range;
            RangeLimit = limits.RangeLimit;
            Centre = hasSeasons ? null : limits.Centre;
            Lower = hasSeasons ? null : limits.Centre - limits.Width;
            Upper = hasSeasons ? null : limits.Centre + limits.Width;
        }
    }

    /// <summary>The number of its first point (see <see cref="BehaviourPoint.Number"/>).</summary>
    public int First { get; }

    /// <summary>The number of its last point.</summary>
    public int Last { get; }

    /// <summary>How many points it has.</summary>
    public int Points { get; }

    /// <summary>Why it begins; <see langword="null"/> for the first one, and where what is measured was redefined.</summary>
    public string? Because { get; }

    /// <summary>How much its limits can be relied on.</summary>
    public LimitState State { get; }

    /// <summary>How many points the limits rest on: all, or those of the frozen baseline.</summary>
    public int LimitPoints { get; }

    /// <summary>The centre; <see langword="null"/> without limits, and for a process with seasons, where each point has its own.</summary>
    public decimal? Centre { get; }

    /// <summary>The lower limit, which may lie below what can be (see <see cref="ProcessBehaviour.Shown"/>); <see langword="null"/> without a centre.</summary>
    public decimal? Lower { get; }

    /// <summary>The upper limit; <see langword="null"/> without a centre.</summary>
    public decimal? Upper { get; }

    /// <summary>The average of the moving ranges, after screening; <see langword="null"/> without limits.</summary>
    public decimal? AverageRange { get; }

    /// <summary>What a moving range reaches by chance; <see langword="null"/> without limits.</summary>
    public decimal? RangeLimit { get; }

    /// <summary>How many ranges were screened out.</summary>
    public int ScreenedRanges { get; }

    /// <summary>Points and limits, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"#{First} to #{Last}: {State}, {Lower:#,0.####} to {Upper:#,0.####} around {Centre:#,0.####}");
}
