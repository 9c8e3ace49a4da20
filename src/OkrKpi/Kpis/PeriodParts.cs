namespace OkrKpi;

/// <summary>The measuring periods of a period: those that end in it, what each weighs, and what was measured in each.</summary>
/// <remarks>
/// A measuring period that straddles two periods belongs to the one it ends in. Without a spread each weighs the same, so that two of three months are due two
/// thirds of a quarter;
/// who plans months of four and of five weeks by their days says so with a spread of equal weekdays.
/// </remarks>
internal sealed class PeriodParts
{
    private readonly ReportingPeriod[] periods;
    private readonly decimal[] weights;

    private PeriodParts(ReportingPeriod[] periods, decimal[] weights, MeasurementGroups? rows)
    {
        this.periods = periods;
        this.weights = weights;
        Rows = rows;
        First = Array.ConvertAll(periods, part => DayNumber.Of(part.Start));
        Last = Array.ConvertAll(periods, part => DayNumber.Of(part.End));
    }

    internal int Count => periods.Length;

    /// <summary>The first day of each.</summary>
    internal int[] First { get; }

    /// <summary>The last day of each.</summary>
    internal int[] Last { get; }

    /// <summary>What was measured, by part; <see langword="null"/> when nothing was.</summary>
    internal MeasurementGroups? Rows { get; }

    /// <summary>What each weighs.</summary>
    internal decimal[] Weights(SeasonalProfile? profile) => profile is null ? weights : Weigh(periods, profile);

    internal static PeriodParts Of(Kpi kpi, ReportingPeriod period, ReadOnlySpan<Measurement> measured, ReadOnlySpan<int> knownFrom)
    {
        var every = kpi.MeasuredEvery!.Value;
        List<ReportingPeriod> ending = [];
        var end = period.End;
        for (ReportingPeriod? next = ReportingPeriod.Containing(
            kpi.Calendar, every, period.Start); next is { } part && part.End <= end; next = part.PlusOrNull(1))
        {
            ending.Add(part);
        }

        ReportingPeriod[] parts = [.. ending];
        return new(parts, Weigh(parts, kpi.Spread), measured.IsEmpty ? null : RowsOf(kpi, parts, measured, knownFrom));
    }

    private static MeasurementGroups RowsOf(Kpi kpi, ReportingPeriod[] parts, ReadOnlySpan<Measurement> measured, ReadOnlySpan<int> knownFrom)
    {
        var places = new int[measured.Length];
        var counts = new int[parts.Length + 1];
        for (var index = 0; index < measured.Length; index++)
        {
            // What lies behind the last part that ends in the period belongs to none of them.
            var part = (int)(
                ReportingPeriod.Containing(kpi.Calendar, kpi.MeasuredEvery!.Value, measured[index].DateIn(kpi.Calendar)).Position - parts[0].Position);
            places[index] = part < parts.Length ? part : -1;
            if (places[index] >= 0)
            {
                counts[part + 1]++;
            }
        }

        for (var part = 0; part < parts.Length; part++)
        {
            counts[part + 1] += counts[part];
        }

        var next = counts.AsSpan(0, parts.Length).ToArray();
        var items = new Measurement[counts[^1]];
        var known = new int[counts[^1]];
        for (var index = 0; index < measured.Length; index++)
        {
            if (places[index] >= 0)
            {
                var place = next[places[index]]++;
                items[place] = measured[index];
                known[place] = knownFrom[index];
            }
        }

        return new(kpi, items, known, counts);
    }

    private static decimal[] Weigh(ReportingPeriod[] parts, SeasonalProfile? profile)
    {
        var weights = Array.ConvertAll(parts, part => profile?.Weight(part.Start, part.End) ?? 1m);

        // Where the spread gives nothing to any of them, nothing is to be told from it.
        return Array.Exists(weights, weight => weight > 0m) ? weights : Array.ConvertAll(parts, static _ => 1m);
    }
}
