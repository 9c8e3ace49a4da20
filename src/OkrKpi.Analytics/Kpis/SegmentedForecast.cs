using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Analytics;

/// <summary>Which segments will bring it: the forecast of each region, product or person, and their total.</summary>
/// <remarks>
/// Immutable; compared by reference. Where values add up, the total is the sum of the segments in every period, and its interval comes from how far off that
/// sum was, or the KPI's own forecast where a segment has too little past. Averages, rates and ratios do not add up: there the total is the KPI's own forecast,
/// and a segment begins with its first value.
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

    /// <summary>
    /// The segments, by name, what has none last; empty when nothing can be told. Of what does not add up those without a value in a period that is over are
    /// left out.
    /// </summary>
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
                .Select(each => (each.Key, each.Part, Values: history.Along(each.Part, season)))
                .Where(each => each.Values.Length > 0)
                .Select(each =>
                {
                    var bounded = NaturalBounds.Of(kpi.Unit, each.Values, options ?? ForecastOptions.Default);
                    var series = SeriesForecast.Of(each.Values, line[^1].Ahead, season, bounded);
                    var told = KpiForecast.Told(assessment, line, series.Outlooks, each.Values[^1], running, each.Part);
                    return new SegmentForecast(each.Key, series, told, periods);
                }),
        ];
        return new(
            segments.Length == 0 || kpi.Aggregation.Additivity() == Additivity.NonAdditive
                ? whole : Summed(whole, segments, line, periods, options ?? ForecastOptions.Default),
            segments);
    }

    // The sum of what the segments are expected to be, as far off as that sum was when each was forecast in the past.
    private static KpiForecast Summed(
        KpiForecast whole, SegmentForecast[] segments, (ReportingPeriod Period, int Ahead)[] line, int periods, ForecastOptions options)
    {
        var series = whole.Series!;
        var outlooks = series.Outlooks;
        if (Array.TrueForAll(segments, static each => each.Series.Ground == ForecastGround.OwnPast))
        {
            var first = segments[0].Series.Errors;
            var errors = first.Select((row, origin) => row.Select((_, ahead) => segments.Sum(each => each.Series.Errors[origin][ahead])).ToArray()).ToArray();
            var bounded = NaturalBounds.Of(whole.Assessment.Kpi.Unit, whole.History!.Values, options);
            outlooks = SeriesForecast.Outlooked(new double[line[^1].Ahead], errors, bounded);
        }

        var own = whole.Periods;
        return new(
            whole.Assessment, ForecastGround.SumOfSegments, whole.History, null,
            [
                .. line.Select((each, index) =>
                {
                    var (period, ahead) = (each.Period, each.Ahead - 1);
                    var sum = segments.Sum(segment => segment.Periods[index].Point);

                    // What has passed of the running period makes it as much surer as it did for the KPI itself.
                    var surer = series.Outlooks[ahead].Scale > 0d ? own[index].Outlook.Scale / series.Outlooks[ahead].Scale : 1d;

                    // A bound that was given holds for each segment, and their sum may lie beyond it.
                    var outlook = own[index].Outlook with
                    {
                        Middle = (double)sum,
                        Spread = outlooks[ahead].Spread,
                        Scale = outlooks[ahead].Scale * surer,
                        High = outlooks[ahead].High is { } high ? Math.Max(high, (double)sum) : null,
                    };
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
