using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Analytics;

/// <summary>Which segments will bring it: the forecast of each region, product or person, and their total.</summary>
/// <remarks>
/// Immutable; compared by reference. Where values add up, the total is the sum of the segments in every period, and its interval comes from how far off that sum
/// was. Averages, rates and ratios do not add up: there the total is the KPI's own forecast.
/// </remarks>
public sealed class SegmentedForecast
{
    private readonly SegmentForecast[] segments;

    private SegmentedForecast(KpiForecast total, SegmentForecast[] segments)
    {
        Total = total;
        this.segments = segments;
    }

    /// <summary>The KPI as a whole.</summary>
    public KpiForecast Total { get; }

    /// <summary>The segments, by name, what has none last; empty when nothing can be told.</summary>
    public IReadOnlyList<SegmentForecast> Segments => segments;

    /// <summary>Forecasts a KPI by the segments of a dimension.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements.</param>
    /// <param name="asOf">The date; its close counts.</param>
    /// <param name="dimension">The dimension, such as <c>region</c>.</param>
    /// <param name="periods">How many periods, the running one among them, 1 to 1,000.</param>
    /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
    /// <returns>The forecasts.</returns>
    /// <exception cref="ArgumentException">The measurements are of another KPI or cannot be aggregated as it says, or <paramref name="dimension"/> is
    /// blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997, or <paramref name="periods"/> is not within 1 to
    /// 1,000.</exception>
    public static SegmentedForecast Of(
        Kpi kpi, MeasurementSeries measurements, LocalDate asOf, string dimension, int periods, ForecastOptions? options = null)
    {
        Guard.Against.Null(kpi);
        Guard.Against.Null(measurements);
        Guard.Against.NullOrWhiteSpace(dimension);
        var assessment = KpiAssessment.Of(kpi, measurements, asOf);
        var whole = KpiForecast.Of(assessment, periods, options);
        if (whole.Series is null || KpiForecast.Line(assessment, whole.History!, periods) is not { } line)
        {
            return new(whole, []);
        }

        var (season, history) = (whole.Series.Season, whole.History!);
        var running = RunningPeriod.Of(assessment);
        SegmentForecast[] segments =
        [
            .. measurements.Measurements
                .GroupBy(each => each.Segment?.Dimension == dimension ? each.Segment : null)
                .OrderBy(group => group.Key is null).ThenBy(group => group.Key?.Name, StringComparer.Ordinal)
                .Select(group => (group.Key, Part: KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, group), asOf)))
                .Where(each => each.Part.Periods.Count > 0)
                .Select(each =>
                {
                    var values = history.Along(each.Part, season);
                    var bounded = NaturalBounds.Of(kpi.Unit, values, options ?? ForecastOptions.Default);
                    var series = SeriesForecast.Of(values, line.Length, season, bounded);
                    return new SegmentForecast(each.Key, series, KpiForecast.Told(assessment, line, series.Outlooks, values[^1], running, each.Part), periods);
                }),
        ];
        return new(kpi.Aggregation.Additivity() == Additivity.NonAdditive ? whole : Summed(whole, segments, line, periods), segments);
    }

    // The sum of what the segments are expected to be, as far off as that sum was when each was forecast in the past.
    private static KpiForecast Summed(KpiForecast whole, SegmentForecast[] segments, ReportingPeriod[] line, int periods)
    {
        var series = whole.Series!;
        var outlooks = series.Outlooks;
        if (Array.TrueForAll(segments, static each => each.Series.Ground == ForecastGround.OwnPast))
        {
            var first = segments[0].Series.Errors;
            var errors = first.Select((row, origin) => row.Select((_, ahead) => segments.Sum(each => each.Series.Errors[origin][ahead])).ToArray()).ToArray();
            var bounded = NaturalBounds.Of(whole.Assessment.Kpi.Unit, whole.History!.Values, ForecastOptions.Default);
            outlooks = SeriesForecast.Outlooked(new double[line.Length], errors, bounded);
        }

        var own = whole.Periods;
        return new(
            whole.Assessment, whole.Ground, whole.History, series,
            [
                .. line.Select((period, index) =>
                {
                    var sum = segments.Sum(each => each.Periods[index].Point);

                    // What has passed of the running period makes it as much surer as it did for the KPI itself.
                    var surer = series.Outlooks[index].Scale > 0d ? own[index].Outlook.Scale / series.Outlooks[index].Scale : 1d;
                    var outlook = outlooks[index] with { Middle = (double)sum, Scale = outlooks[index].Scale * surer, Low = own[index].Outlook.Low };
                    return new ForecastPeriod(whole.Assessment.Kpi, period, outlook, sum, own[index].Known, own[index].Target);
                }),
            ],
            periods);
    }

    /// <summary>The total and its segments in the first period, and what each rests on.</summary>
    /// <returns>A tree of sentences.</returns>
    public Reasoning Explain() => new(
        culture => Total.Explain().Sentence(culture),
        culture => Total.Explain().Sentence(culture),
        segments.Select(segment => new Reasoning(
            culture => $"{segment.Segment?.Name ?? "without a segment"}: {segment.Next[0].Explain().Sentence(culture)}",
            culture => $"{segment.Segment?.Name ?? "không thuộc phân khúc nào"}: {segment.Next[0].Explain().Sentence(culture)}",
            segment.Series.Explain())));

    /// <summary>The total, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Total.ToString();
}
