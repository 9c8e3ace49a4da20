namespace OkrKpi.Analytics;

/// <summary>The past of a KPI as an unbroken series: its judged periods since what is measured was last redefined, with gaps filled in.</summary>
internal sealed class KpiHistory
{
    // What lies further back says little about what comes, and costs time.
    private const int MostValues = 240;
    private const int MostSeasons = 10;

    private KpiHistory(ReportingPeriod[] periods, double[] values, bool[] isFilled, bool isCut)
    {
        Periods = periods;
        Values = values;
        IsFilled = isFilled;
        IsCut = isCut;
    }

    internal ReportingPeriod[] Periods { get; }

    internal double[] Values { get; }

    /// <summary>Which values are no measurements.</summary>
    internal bool[] IsFilled { get; }

    /// <summary>Whether earlier periods were left out because something else was measured then.</summary>
    internal bool IsCut { get; }

    internal static KpiHistory Of(KpiAssessment assessment, int season)
    {
        var (kpi, periods) = (assessment.Kpi, assessment.Periods);
        var since = kpi.Targets.Decisions
            .Where(each => each.Kind == TargetDecisionKind.Redefinition && each.DecidedOn <= assessment.AsOf && each.EffectiveFrom <= assessment.AsOf)
            .Select(static each => (NodaTime.LocalDate?)each.EffectiveFrom)
            .Max();
        var most = Math.Max(MostValues, MostSeasons * season);
        List<(ReportingPeriod Period, double Value)> known = [];
        var isCut = false;
        for (var index = periods.Count - 1; index >= 0 && index >= periods.Count - (2 * most); index--)
        {
            var period = periods[index];
            if (since is { } date && period.Period.Start < date)
            {
                isCut = true;
                break;
            }

            if (period is { IsJudged: true, Actual: { } actual } && (kpi.Aggregation.Additivity() != Additivity.Additive || period.Coverage.IsFull))
            {
                known.Add((period.Period, (double)actual));
            }
        }

        known.Reverse();
        List<ReportingPeriod> line = [];
        List<double?> values = [];
        foreach (var (period, value) in known)
        {
            while (line.Count > 0 && Cadences.After(kpi, line[^1]) is var next && next < period)
            {
                line.Add(next);
                values.Add(null);
            }

            line.Add(period);
            values.Add(value);
        }

        var skipped = Math.Max(0, line.Count - most);
        while (skipped < values.Count && values[skipped] is null)
        {
            skipped++;
        }

        double?[] kept = [.. values.Skip(skipped)];
        return new([.. line.Skip(skipped)], Filled(kept, season), Array.ConvertAll(kept, static each => each is null), isCut);
    }

    /// <summary>A segment's values over the periods of the whole: without a row it had none of what adds up.</summary>
    internal double[] Along(KpiAssessment part, int season)
    {
        var isAdditive = part.Kpi.Aggregation.Additivity() == Additivity.Additive;
        var values = new double?[Periods.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = part.TryPeriod(Periods[index], out var found) && found.Actual is { } actual ? (double)actual
                : isAdditive || index == 0 ? 0d : null;
        }

        return Filled(values, season);
    }

    // Where the season before and after are known by their mean, else on the straight line between the neighbours.
    private static double[] Filled(double?[] values, int season)
    {
        var filled = new double[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] is { } known)
            {
                filled[index] = known;
            }
            else if (season > 1 && index >= season && index + season < values.Length && values[index - season] is { } earlier && values[index + season] is { } later)
            {
                filled[index] = (earlier + later) / 2d;
            }
            else
            {
                var (before, after) = (index, index);
                while (before >= 0 && values[before] is null)
                {
                    before--;
                }

                while (after < values.Length && values[after] is null)
                {
                    after++;
                }

                filled[index] = before < 0 ? values[after] ?? 0d
                    : after == values.Length ? values[before]!.Value
                    : values[before]!.Value + ((values[after]!.Value - values[before]!.Value) * (index - before) / (after - before));
            }
        }

        return filled;
    }
}
