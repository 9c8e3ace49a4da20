using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>How the process behind a KPI behaves.</summary>
public static class KpiBehaviour
{
    /// <param name="assessment">How the KPI stands.</param>
    extension(KpiAssessment assessment)
    {
        /// <summary>
        /// Signal or noise, by the default rules (<see cref="SignalRules.Nhs"/>): the limits within which the KPI varies by chance, which of its periods are
        /// signals, and whether it can reach its target as it is.
        /// </summary>
        /// <returns>The behaviour.</returns>
        public ProcessBehaviour Behaviour() => assessment.Behaviour(SignalRules.Default);

        /// <summary>Signal or noise, by other rules.</summary>
        /// <param name="rules">The rules.</param>
        /// <returns>
        /// The behaviour of the judged periods with a whole value, at most of the latest 1,000. Limits begin anew with the KPI's <see cref="Kpi.Rebases"/>
        /// that were known, and where what is measured was redefined.
        /// </returns>
        public ProcessBehaviour Behaviour(SignalRules rules)
        {
            Guard.Against.Null(assessment);
            Guard.Against.Null(rules);
            var kpi = assessment.Kpi;
            var periods = assessment.WholePeriods;
            var points = Array.ConvertAll(
                periods, each => new SeriesPoint(each.Place + 1, each.Period.Actual!.Value, each.Period.Period));
            return ProcessBehaviour.From(new(
                points, StartsOf(assessment, points), rules, kpi.Direction, periods.Length == 0 ? null : periods[^1].Period.Target,
                NaturalOf(kpi.Unit, points), kpi));
        }
    }

    private static SegmentStart[] StartsOf(KpiAssessment assessment, SeriesPoint[] points)
    {
        List<SegmentStart> starts = [];
        var known = assessment.Kpi.Rebases.Where(each => each.DecidedOn <= assessment.AsOf).ToArray();
        var next = 0;
        for (var index = 0; index < points.Length; index++)
        {
            var period = points[index].Period!.Value;
            if (index > 0 && assessment.IsRedefined(points[index - 1].Period!.Value.Start, period.End))
            {
                starts.Add(new(points[index].Number, null));
            }

            for (; next < known.Length && known[next].From <= period.Start; next++)
            {
                starts.Add(new(points[index].Number, known[next].Because));
            }
        }

        return [.. starts];
    }

    // What a unit cannot be, unless it was.
    private static Band? NaturalOf(Unit unit, SeriesPoint[] points)
    {
        var (low, high) = unit.Kind switch
        {
            UnitKind.Count or UnitKind.Duration => (0m, (decimal?)null),
            UnitKind.Percent => (0m, 100m),
            UnitKind.Rating => (0m, unit.Maximum),
            UnitKind.Ratio or UnitKind.Rate => (unit.Of!.Kind == UnitKind.Money ? null : 0m, (decimal?)null),
            UnitKind.Money or UnitKind.Index => ((decimal?)null, (decimal?)null),
        };
        low = Array.Exists(points, point => point.Value < low) ? null : low;
        high = Array.Exists(points, point => point.Value > high) ? null : high;
        return (low, high) switch
        {
            ({ } least, { } most) => Band.Between(least, most),
            ({ } least, null) => Band.AtLeast(least),
            (null, { } most) => Band.AtMost(most),
            (null, null) => null,
        };
    }
}
