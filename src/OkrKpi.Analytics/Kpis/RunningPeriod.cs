using NodaTime;

namespace OkrKpi.Analytics;

/// <summary>The running period: what is there, and how much of it has passed.</summary>
/// <remarks>
/// Of an amount the part that has passed is known, and the rest goes on at a rate between the forecast and the present one, by how much has passed: with
/// half of a period over, 50 known and 100 forecast, 50 + 0.5 * (0.5 * 100 + 50) = 100. A level goes on from where it is. Of an average or ratio the part that
/// was measured stays: a third of a quarter at 80 where 50 is forecast, 80 / 3 + 2/3 * 50 = 60. What is still uncertain shrinks with the square root of the
/// rest.
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

        var share = assessment.Kpi.Aggregation switch
        {
            // By its own spread over the period: what was measured is that part of where it leads.
            Aggregation.Sum or Aggregation.Count when actual != 0m && assessment.Projected() is { } projected && projected != 0m => actual / projected,
            Aggregation.Average or Aggregation.WeightedAverage or Aggregation.RatioOfSums => Measured(assessment, running),
            Aggregation.Sum or Aggregation.Count or Aggregation.Last or Aggregation.First or Aggregation.Min or Aggregation.Max =>
                running.Period.ElapsedShare(assessment.AsOf),
        };
        return new(assessment.Kpi.Aggregation, Math.Clamp((double)share, 0d, 1d));
    }

    // Which part of the period was measured: its measuring periods that are there, or without any the days through the last measurement.
    private static decimal Measured(KpiAssessment assessment, KpiPeriod running) =>
        assessment.Kpi.MeasuredEvery is { } every && Cadences.Parts(running.Period, every) is > 0 and var parts
            ? (decimal)running.Coverage.Present / parts
            : running.Period.ElapsedShare(running.Aggregate.LastAt is { } last ? assessment.Kpi.Calendar.DateOf(last) : Latest(assessment, running));

    // What is known by its date only has no time to ask for; it came by the first day whose close knew as many measurements as there are.
    private static LocalDate Latest(KpiAssessment assessment, KpiPeriod running)
    {
        var (low, high) = (running.Period.Start, assessment.AsOf);
        while (low < high)
        {
            var middle = low.PlusDays(Period.DaysBetween(low, high) / 2);
            var knew = assessment.On(middle).Running is { } then && then.Aggregate.Count >= running.Aggregate.Count;
            (low, high) = knew ? (low, middle) : (middle.PlusDays(1), high);
        }

        return low;
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
