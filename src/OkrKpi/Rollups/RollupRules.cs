namespace OkrKpi;

/// <summary>What all rollups ask before they begin, and what they refuse.</summary>
internal static class RollupRules
{
    // An index beyond this and beyond the number of rows is taken for garbage, lest it ask for gigabytes.
    private const int PlausibleCount = 65_536;

    internal static void SameLength(int kpis, int instants, int values, int weights, int segments)
    {
        Same(instants, nameof(instants));
        Same(values, nameof(values));
        Same(weights == 0 ? kpis : weights, nameof(weights));
        Same(segments == 0 ? kpis : segments, nameof(segments));

        void Same(int length, string column)
        {
            if (length != kpis)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The column has {length} rows, but that of the KPIs has {kpis}; every row needs its part in every column."),
                    column);
            }
        }
    }

    /// <summary>How many there are when nobody said: one more than the highest index, at least 1. Negative ones are left to be found as bad rows.</summary>
    internal static int CountOf(ReadOnlySpan<int> indexes, string column, string remedy) =>
        Plausible(RollupKernel.Highest(indexes), indexes.Length, column, remedy);

    internal static int CountOf(ReadOnlySpan<MeasurementRow> rows)
    {
        var highest = -1;
        foreach (ref readonly var row in rows)
        {
            highest = Math.Max(highest, row.Kpi);
        }

        return Plausible(highest, rows.Length, nameof(rows), nameof(RollupOptions.WithKpis));
    }

    internal static int At(int kpi, int segment, int period, int kpis, int segments, PeriodAxis axis)
    {
        Require.Between(kpi, 0, kpis - 1, "a KPI is named by its position in the caller's list");
        Require.Between(segment, 0, segments - 1, "a segment is named by its position in the caller's list");
        Require.Between(period, 0, axis.Count - 1, "a period is named by its position on the axis");
        return (((kpi * segments) + segment) * axis.Count) + period;
    }

    /// <summary>The place of a cell that somebody gives.</summary>
    internal static int CellAt(int kpi, int segment, int period, int kpis, int segments, PeriodAxis axis, string name)
    {
        Check(kpi, kpis, "KPI");
        Check(segment, segments, "segment");
        Check(period, axis.Count, "period");
        return (((kpi * segments) + segment) * axis.Count) + period;

        void Check(int position, int count, string what)
        {
            if (!RollupKernel.IsBelow(position, count))
            {
                throw new ArgumentOutOfRangeException(
                    name, position, FormattableString.Invariant($"A cell names the {what} at {position}, but the {what}s are numbered from 0 to {count - 1}."));
            }
        }
    }

    internal static ArgumentOutOfRangeException Outside(int kpi, int segment, int period, PeriodAxis axis, string name) =>
        new(
            name,
            period,
            FormattableString.Invariant($"The cell of KPI {kpi}, segment {segment} is given for {axis[period]}, ")
            + "but its first or last value was not measured within it; group the rows by the instants at which the periods of the axis start.");

    /// <summary>How many cells a table has.</summary>
    internal static int Length(int kpis, int segments, PeriodAxis axis)
    {
        var cells = (Int128)kpis * segments * axis.Count;
        return cells <= Array.MaxLength
            ? (int)cells
            : throw new ArgumentException(
                FormattableString.Invariant($"{kpis} KPIs times {segments} segments times {axis.Count} periods are {cells} cells, more than an array holds; ")
                + "roll up fewer KPIs at a time or longer periods.",
                nameof(kpis));
    }

    internal static int At(PeriodAxis axis, ReportingPeriod period) =>
        axis.IndexOf(period) is var at and >= 0
            ? at
            : throw new ArgumentOutOfRangeException(nameof(period), period, $"{period} is not one of the periods of the table, {axis}.");

    internal static void SameShape(PeriodAxis axis, int kpis, int segments, PeriodAxis otherAxis, int otherKpis, int otherSegments, string name)
    {
        if (axis.First != otherAxis.First || axis.Count != otherAxis.Count || kpis != otherKpis || segments != otherSegments)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The other table has {otherKpis} KPIs, {otherSegments} segments and the periods {otherAxis}, this one {kpis}, {segments} and {axis}; ")
                + $"roll both up on one axis, with {nameof(RollupOptions)}.{nameof(RollupOptions.WithKpis)} and {nameof(RollupOptions.WithSegments)}.",
                name);
        }
    }

    /// <summary>Refuses a gap policy that would make up what it cannot know.</summary>
    internal static void CheckGaps(GapPolicy gaps, Aggregation aggregation)
    {
        if (!Allows(Require.Defined(gaps), aggregation))
        {
            throw new ArgumentException(
                gaps == GapPolicy.Zero
                    ? $"Without a measurement {aggregation} is not 0, only a sum or a count is; use {nameof(GapPolicy.CarryLast)} for what lasts until it "
                        + $"changes, or {nameof(GapPolicy.Unknown)}."
                    : $"{aggregation} adds up over time: carried into the next period it would be counted twice. Use {nameof(GapPolicy.Zero)} for what is "
                        + $"only recorded when it happens, or {nameof(GapPolicy.Unknown)}.",
                nameof(gaps));
        }
    }

    internal static bool Allows(GapPolicy gaps, Aggregation aggregation) =>
        gaps == GapPolicy.Unknown || gaps == GapPolicy.Zero == (aggregation.Additivity() == Additivity.Additive);

    /// <summary>Refuses to make one measurement a cell where that would say something else than the rows did.</summary>
    internal static void CheckMeasuring(Kpi kpi, PeriodAxis axis)
    {
        var problem =
            kpi.Aggregation == Aggregation.Count ? "counts its measurements, and one a period is not as many as there were rows; define it with Sum and "
                + "roll up a column of ones"
            : !kpi.Cadence.IsRegular ? "is measured by events, which periods do not tell; give it its measurements one by one"
            : !kpi.Calendar.Equals(axis.Calendar) ? "has another calendar than the table; roll the rows up on an axis of the KPI's calendar"
            : axis.Cadence.Rank > kpi.Cadence.Rank ? $"is read by {kpi.Cadence}, which the longer periods of the table, {axis.Cadence}, do not tell; roll "
                + $"up by shorter ones"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException($"'{kpi.Name}' {problem}.", nameof(kpi));
        }
    }

    /// <summary>Refuses to read a KPI's measurements in a way that gives a figure without a meaning, and says what to read instead.</summary>
    internal static void CheckReading(Kpi kpi, Aggregation aggregation, bool hasSegments)
    {
        var own = kpi.Aggregation;
        var problem = aggregation == own ? null
            : own == Aggregation.RatioOfSums && aggregation != Aggregation.Count
                ? "its measurements are numerators, which mean nothing without their denominators; read RatioOfSums, which is right over any time and any "
                    + "segments"
            : aggregation switch
            {
                Aggregation.Count => null,
                Aggregation.RatioOfSums => "its measurements have no denominators; define the KPI with RatioOfSums and measure it with OutOf",
                Aggregation.WeightedAverage => "its measurements have no weights; define the KPI with WeightedAverage and measure it with Weighing",
                Aggregation.Average =>
                    own == Aggregation.WeightedAverage ? "a plain mean leaves out how much is behind each value; read WeightedAverage" : null,
                Aggregation.Sum => AddedUp(kpi, own),
                Aggregation.First or Aggregation.Last => hasSegments && !kpi.Unit.IsSummable
                    ? $"the segments' amounts in {kpi.Unit} cannot be added up; read one segment with For"
                    : null,
                Aggregation.Min or Aggregation.Max => hasSegments && own.Additivity() == Additivity.SemiAdditive
                    ? "the extremes of the segments need not fall together; read one segment with For"
                    : null,
            };
        if (problem is not null)
        {
            throw new ArgumentException($"'{kpi.Name}' cannot be read as {aggregation}: {problem}.", nameof(aggregation));
        }
    }

    private static string? AddedUp(Kpi kpi, Aggregation own) => !kpi.Unit.IsSummable
        ? $"amounts in {kpi.Unit} cannot be added up; read {own}"
        : own.Additivity() switch
        {
            Additivity.Additive => null,
            Additivity.SemiAdditive =>
                "it is a level, and added up over time the same ones are counted again and again; read Last for where it ended, or Average for its level "
                + "over time",
            Additivity.NonAdditive =>
                $"the values are not parts of a whole (the users of each day are not, added up, the users of the month); read {own}, or measure the longer "
                + $"period itself",
        };

    private static int Plausible(int highest, int rows, string column, string remedy) =>
        highest < Math.Max(PlausibleCount, rows)
            ? Math.Max(1, highest + 1)
            : throw new ArgumentOutOfRangeException(
                column, highest,
                FormattableString.Invariant(
                    $"The index {highest} is higher than there are rows ({rows}); if there are so many, say how many with {nameof(RollupOptions)}.{remedy}."));
}
