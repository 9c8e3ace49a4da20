namespace OkrKpi.Analytics;

/// <summary>The running period: what is there, and how much of it has passed.</summary>
/// <remarks>
/// Of an amount the part that has passed is known, and the rest goes on at a rate between the forecast and the present one, by how much has passed: with half of a
/// period over, 50 known and 100 forecast, 50 + 0.5 * (0.5 * 100 + 50) = 100. A level goes on from where it is. Of an average or ratio the part that has passed
/// stays. What is still uncertain shrinks with the square root of the rest.
/// </remarks>
internal readonly struct RunningPeriod
{
    private RunningPeriod(Aggregation aggregation, double share)
    {
        this.aggregation = aggregation;
        Share = share;
    }

    private readonly Aggregation aggregation;

    internal double Share { get; }

    internal static RunningPeriod? Of(KpiAssessment assessment)
    {
        if (assessment.Running is not { Actual: { } actual } running)
        {
            return null;
        }

        // Of an amount by its own spread over the period: what was measured is that part of where it leads.
        var share = assessment.Kpi.Aggregation.Additivity() == Additivity.Additive && actual != 0m && assessment.Projected() is { } projected && projected != 0m
            ? (double)(actual / projected)
            : (double)running.Period.ElapsedShare(assessment.AsOf);
        return new(assessment.Kpi.Aggregation, Math.Clamp(share, 0d, 1d));
    }

    /// <summary>What is expected at the end, from what was expected before it began, what is there, and the value before.</summary>
    internal Outlook End(Outlook before, double known, double last)
    {
        var rest = 1d - Share;
        var scale = Math.Sqrt(rest);
        return aggregation switch
        {
            Aggregation.Sum or Aggregation.Count =>
                before.Moved(known + (rest * known), rest * rest, scale) with { Low = before.Low is >= 0d ? Math.Max(known, 0d) : before.Low },
            Aggregation.Last => before.Moved(known - (rest * last), rest, scale),
            Aggregation.Average or Aggregation.WeightedAverage or Aggregation.RatioOfSums => before.Moved(Share * known, rest, scale),
            Aggregation.First => before.Moved(known, 0d, 0d),
            Aggregation.Min => before with { High = known },
            Aggregation.Max => before with { Low = known },
        };
    }
}
