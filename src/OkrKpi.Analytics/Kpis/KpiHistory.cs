namespace OkrKpi.Analytics;

/// <summary>The past of a KPI as an unbroken series: its judged periods since what is measured was last redefined, with gaps filled in.</summary>
internal sealed class KpiHistory
{
    // What lies further back says little about what comes, and costs time.
    private const int MostValues = 240;
    private const int MostSeasons = 10;

    private readonly double[] shares;

    private KpiHistory(Kpi kpi, ReportingPeriod[] periods, double[] values, double[] shares, bool isCut)
    {
        Periods = periods;
        Values = values;
        this.shares = shares;
        IsFilled = Array.ConvertAll(shares, static share => share < 1d);
        Gaps = periods.Where((period, index) => shares[index] == 0d && !Cadences.IsHoliday(kpi, period)).Count();
        Parts = shares.Count(static share => share is > 0d and < 1d);
        IsCut = isCut;
    }

    internal ReportingPeriod[] Periods { get; }

    internal double[] Values { get; }

    /// <summary>Which values are no measurements of the whole period.</summary>
    internal bool[] IsFilled { get; }

    /// <summary>How many periods have no value; a holiday is none of them.</summary>
    internal int Gaps { get; }

    /// <summary>Of how many periods of an amount only a part was measured.</summary>
    internal int Parts { get; }

    /// <summary>Whether all that was measured are whole numbers.</summary>
    internal bool IsWhole => !Values.Where((value, index) => !IsFilled[index] && value != Math.Floor(value)).Any();

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
        List<(ReportingPeriod Period, double Value, double Share)> known = [];
        var isCut = false;
        for (var index = periods.Count - 1; index >= 0 && index >= periods.Count - (2 * most); index--)
        {
            var period = periods[index];
            if (since is { } date && period.Period.Start < date)
            {
                isCut = true;
                break;
            }

            // Of an amount the part that is there says how much the whole is.
            var share = kpi.Aggregation.Additivity() == Additivity.Additive ? (double)period.Coverage.Share : 1d;
            if (period is { IsJudged: true, Actual: { } actual } && share > 0d)
            {
                known.Add((period.Period, (double)actual / share, share));
            }
        }

        known.Reverse();
        List<ReportingPeriod> line = [];
        List<double?> values = [];
        List<double> shares = [];
        foreach (var (period, value, share) in known)
        {
            while (line.Count > 0 && Cadences.After(kpi, line[^1]) is var next && next < period)
            {
                line.Add(next);
                values.Add(null);
                shares.Add(0d);
            }

            line.Add(period);
            values.Add(value);
            shares.Add(share);
        }

        var skipped = Math.Max(0, line.Count - most);
        while (skipped < values.Count && values[skipped] is null)
        {
            skipped++;
        }

        double?[] kept = [.. values.Skip(skipped)];
        return new(kpi, [.. line.Skip(skipped)], Filled(kept, season), [.. shares.Skip(skipped)], isCut);
    }

    /// <summary>
    /// A segment's values over the periods of the whole. Where the whole has a value and the segment no row, it had none of what adds up over segments: a level
    /// is told only when each segment is there, or was missing twice and is gone. What adds up over nothing begins with its first value.
    /// </summary>
    internal double[] Along(KpiAssessment part, int season)
    {
        var additivity = part.Kpi.Aggregation.Additivity();
        var values = new double?[Periods.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var share = shares[index];
            values[index] = !part.TryPeriod(Periods[index], out var found) || found.Actual is not { } actual
                ? (share > 0d && additivity != Additivity.NonAdditive ? 0d : null)
                : additivity == Additivity.Additive && share > 0d ? (double)actual / share : (double)actual;
        }

        var first = additivity == Additivity.NonAdditive ? Array.FindIndex(values, static each => each is not null) : 0;
        return first < 0 ? [] : Filled(values[first..], season);
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
            else if (season > 1 && index >= season && index + season < values.Length
                && values[index - season] is { } earlier && values[index + season] is { } later)
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
