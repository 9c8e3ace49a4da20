using NodaTime;

namespace OkrKpi;

/// <summary>What one segment contributes to the gap of a KPI.</summary>
/// <remarks>
/// Immutable; compared by reference. The contributions of all segments add up to the gap; of one that is not reported it is unknown, and what it is short of
/// belongs to none of the others.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SegmentGap
{
    private SegmentGap(Kpi kpi, Segment? segment, decimal? actual, decimal? contribution, decimal gap)
    {
        Kpi = kpi;
        Segment = segment;
        Actual = actual;
        Contribution = contribution;
        ShareOfGap = gap == 0m || contribution is not { } part ? null : Held.Quotient(part, gap);
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The segment; <see langword="null"/> for what was measured without one.</summary>
    public Segment? Segment { get; }

    /// <summary>
    /// The segment's own value in the period of the evidence; <see langword="null"/> when it reported in the period before and not in this one.
    /// </summary>
    public decimal? Actual { get; }

    /// <summary>
    /// Its part of the gap in the KPI's unit, negative when it falls short. Where values add up, it is the segment's value less its share of what was due, by
    /// its share of the
    /// period before: with 60 of 100 last quarter it owes 180 of 300. Of a ratio or average, it is how far the segment's own value is off, times its share of
    /// the denominator or weight.
    /// <see langword="null"/> when the segment is not reported.
    /// </summary>
    public decimal? Contribution { get; }

    /// <summary>The contribution as a share of the gap: 0.7 causes 70 % of it, negative works against it; <see langword="null"/> without a gap.</summary>
    public decimal? ShareOfGap { get; }

    /// <summary>The contribution in words.</summary>
    /// <returns>One sentence.</returns>
    public Explanation Explain() => Explanation.Of(
        (Segment is null, Actual is null) switch
        {
            (true, false) => "brief.segmentNone",
            (true, true) => "brief.segmentNoneUnknown",
            (false, false) => "brief.segment",
            (false, true) => "brief.segmentUnknown",
        },
        new Fact("dimension", Segment?.Dimension), new Fact("segment", Segment?.Name), new Fact("actual", Actual, Kpi.Unit),
        new Fact("contribution", Contribution, Kpi.Unit), new Fact("share", ShareOfGap));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The contributions, the largest shortfall first; none when the measurements have no segments or shares cannot be told.</summary>
    internal static SegmentGap[] Of(Kpi kpi, MeasurementSeries measurements, LocalDate asOf, KpiPeriod evidence, decimal gap)
    {
        if (
            kpi.Direction == Direction.WithinBand || kpi.Aggregation is Aggregation.Min or Aggregation.Max
                || !measurements.Measurements.Any(measurement => measurement.Segment is not null))
        {
            return [];
        }

        var sign = kpi.Direction == Direction.HigherIsBetter ? 1m : -1m;
        var due = evidence.Actual!.Value - (sign * gap);
        (Segment? Segment, KpiPeriod? Now, KpiPeriod? Before)[] parts = [.. measurements.Measurements.GroupBy(measurement => measurement.Segment)
            .Select(group => (group.Key, KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, group), asOf)))
            .Select(part => (part.Key, part.Item2.Find(evidence.Period), part.Item2.FindBefore(evidence.Period)))];
        var weigh = Weighing(kpi);
        var isAdding = weigh is null;
        weigh ??= period => period?.Actual ?? 0m;
        var weights = Array.ConvertAll(parts, part => weigh(isAdding ? part.Before : part.Now));
        var all = weights.Sum();
        if (all <= 0m || Array.Exists(weights, weight => weight < 0m))
        {
            return [];
        }

        var gaps = parts.Select((part, index) =>
        {
            var share = weights[index] / all;

            // Missing is not zero: who reported before and does not now is unknown.
            if (part.Now?.Actual is not { } actual)
            {
                return new SegmentGap(kpi, part.Segment, null, null, gap);
            }

            var contribution = isAdding ? actual - (share * due) : share * (actual - due);
            return new SegmentGap(kpi, part.Segment, actual, sign * contribution, gap);
        });
        return [.. gaps.Where((each, index) => each.Actual is null ? parts[index].Before?.Actual is not null : each.Contribution != 0m || each.Actual != 0m)
            .OrderBy(each => each.Contribution is null).ThenBy(each => each.Contribution).ThenBy(each => each.Segment?.Dimension, StringComparer.Ordinal)
                .ThenBy(each => each.Segment?.Name, StringComparer.Ordinal)];
    }

    // What a segment of a ratio or average counts by; null where values add up.
    private static Func<KpiPeriod?, decimal>? Weighing(Kpi kpi) => kpi.Aggregation switch
    {
        Aggregation.RatioOfSums => period => period?.Aggregate.Denominator ?? 0m,
        Aggregation.WeightedAverage => period => period?.Aggregate.Weight ?? 0m,
        Aggregation.Average => period => period?.Aggregate.Count ?? 0m,
        Aggregation.Sum or Aggregation.Count or Aggregation.Last or Aggregation.First or Aggregation.Min or Aggregation.Max => null,
    };
}
