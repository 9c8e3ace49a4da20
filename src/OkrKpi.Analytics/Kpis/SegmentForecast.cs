namespace OkrKpi.Analytics;

/// <summary>What one segment of a KPI is expected to be.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class SegmentForecast
{
    private readonly ForecastPeriod[] next;

    internal SegmentForecast(Segment? segment, SeriesForecast series, ForecastPeriod[] periods, int counted)
    {
        Segment = segment;
        Series = series;
        Periods = periods;
        next = periods[^counted..];
    }

    /// <summary>The segment; <see langword="null"/> for what was measured without one of the dimension.</summary>
    public Segment? Segment { get; }

    /// <summary>The method, what was tried, and how well each did.</summary>
    public SeriesForecast Series { get; }

    /// <summary>The running period and the next ones, as many as were asked for.</summary>
    public IReadOnlyList<ForecastPeriod> Next => next;

    internal ForecastPeriod[] Periods { get; }

    /// <summary>Segment and first value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Segment?.Name ?? "the rest"}: {next[0]}");
}
