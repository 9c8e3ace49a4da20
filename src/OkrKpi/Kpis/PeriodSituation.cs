namespace OkrKpi;

/// <summary>A period of a KPI on a date: what is known of it then, which of its measuring periods are due, and which are there.</summary>
internal readonly struct PeriodSituation
{
    internal PeriodSituation(PeriodTable table, long number, ReportingPeriod period, MeasurementGroups.Known? known, decimal? actual)
    {
        Table = table;
        Number = number;
        Period = period;
        Known = known;
        Actual = actual;
    }

    internal PeriodTable Table { get; }

    internal long Number { get; }

    internal Kpi Kpi => Table.Kpi;

    internal ReportingPeriod Period { get; }

    internal MeasurementGroups.Known? Known { get; }

    internal decimal? Actual { get; }

    /// <summary>The date it is looked at on.</summary>
    internal int Day => Table.Day;

    /// <summary>The day from which silence is zero.</summary>
    internal int SilentFrom => Table.SilentFrom;

    internal PeriodParts Parts => Table.Index.PartsOf(Number);

    /// <summary>Whether a measuring period is over and to be known.</summary>
    internal bool IsPartDue(int part) => Parts.Last[part] + Kpi.PublicationDelay <= Day;

    /// <summary>Whether a measuring period has measurements, or says zero by having none.</summary>
    internal bool HasPart(int part) =>
        Parts.Rows?.IsKnown(part, Day) == true || (Kpi.IsZeroWhenSilent && IsPartDue(part) && Parts.Last[part] >= SilentFrom);

    /// <summary>What was measured in the due measuring periods up to one of them.</summary>
    internal decimal? ActualOf(int lastPart)
    {
        if (Parts.Rows is not { } rows)
        {
            return Actual;
        }

        if (Kpi.Aggregation.Additivity() == Additivity.SemiAdditive)
        {
            List<Measurement> measured = [];
            for (var part = 0; part <= lastPart; part++)
            {
                rows.AddTo(measured, part, Day);
            }

            return Actual is null || measured.Count == 0 ? null : MeasurementGroups.Known.Of(Kpi, measured, measured.Count).Value;
        }

        var total = PeriodAggregate.Empty;
        for (var part = 0; part <= lastPart; part++)
        {
            if (IsPartDue(part) && rows.On(part, Day) is { } known)
            {
                total = total.Merge(known.Total);
            }
        }

        return total.IsEmpty && Kpi.IsZeroWhenSilent ? 0m : Kpi.Read(total, Kpi.Aggregation);
    }
}
