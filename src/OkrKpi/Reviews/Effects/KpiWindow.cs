using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Some successive periods of a KPI and the one value they are compared by.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiWindow
{
    private readonly KpiPeriod[] periods;

    private KpiWindow(Kpi kpi, ReportingPeriod first, ReportingPeriod last, int expected, KpiPeriod[] periods)
    {
        Kpi = kpi;
        First = first;
        Last = last;
        Coverage = new(expected, periods.Length);
        this.periods = periods;
    }

    /// <summary>The KPI; where it has finer measuring periods and these are looked at, read in them.</summary>
    public Kpi Kpi { get; }

    /// <summary>The first period.</summary>
    public ReportingPeriod First { get; }

    /// <summary>The last period.</summary>
    public ReportingPeriod Last { get; }

    /// <summary>The judged periods, in time order.</summary>
    public IReadOnlyList<KpiPeriod> Periods => periods;

    /// <summary>How many periods there are, and how many of them are judged.</summary>
    public Coverage Coverage { get; }

    /// <summary>
    /// The value of the window: the ratio of all numerators and denominators, the average of all measurements, or else the mean of the periods, so that windows
    /// of different
    /// length compare: 300 and 100 meetings in two quarters are 200 a quarter. <see langword="null"/> without any value.
    /// </summary>
    public decimal? Value
    {
        get
        {
            if (periods.Length == 0)
            {
                return null;
            }

            if (Kpi.Aggregation is not (Aggregation.RatioOfSums or Aggregation.WeightedAverage or Aggregation.Average))
            {
                return periods.Average(period => period.Actual!.Value);
            }

            return Kpi.Read(periods.Aggregate(PeriodAggregate.Empty, (sum, period) => sum.Merge(period.Aggregate)), Kpi.Aggregation);
        }
    }

    /// <summary>
    /// How much better the later window is: positive is better, whichever direction is; <see langword="null"/> when a value, or the band to judge by, is
    /// missing.
    /// </summary>
    /// <param name="before">The earlier window.</param>
    /// <param name="after">The later window.</param>
    /// <returns>The difference in the KPI's unit: from 7 % to 5 % where lower is better is 2 points better.</returns>
    public static decimal? Difference(KpiWindow before, KpiWindow after)
    {
        Guard.Against.Null(before);
        Guard.Against.Null(after);
        if (before.Value is not { } earlier || after.Value is not { } later)
        {
            return null;
        }

        return before.Kpi.Direction switch
        {
            Direction.HigherIsBetter => later - earlier,
            Direction.LowerIsBetter => earlier - later,
            Direction.WithinBand => after.periods[^1].Target?.Band is { } band ? band.Margin(later) - band.Margin(earlier) : null,
            Direction.None => null,
        };
    }

    /// <summary>First and last period and the value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{First} to {Last}: {Value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "no value"}");

    internal static KpiWindow Of(KpiAssessment assessment, ReportingPeriod first, int count)
    {
        var periods = new List<KpiPeriod>(count);

        // Only what lies between the first period measured and the date can be there.
        var kpi = assessment.Kpi;
        var skipped = assessment.Periods.Count == 0 ? count : Math.Max(kpi.StepsBetween(first, assessment.Periods[0].Period), 0);
        for (var step = skipped; step < count && kpi.PlusOrNull(first, step) is { } next && next.Start <= assessment.AsOf; step++)
        {
            if (assessment.Find(next) is { IsJudged: true } period)
            {
                periods.Add(period);
            }
        }

        return new(kpi, first, kpi.PlusOrNull(first, count - 1)!.Value, count, [.. periods]);
    }

    /// <summary>The last judged periods that end before a date, so many at most, without those of a span and only as far back as some hold.</summary>
    internal static KpiWindow Before(
        KpiAssessment assessment, ReportingPeriod last, int most, DateInterval? leftOut, Func<ReportingPeriod, bool> isComparable)
    {
        var kpi = assessment.Kpi;
        List<KpiPeriod> periods = [];
        foreach (var period in assessment.JudgedBackwards())
        {
            if (period.Period > last || IsLeftOut(period.Period))
            {
                continue;
            }

            if (periods.Count == most || !isComparable(period.Period))
            {
                break;
            }

            periods.Add(period);
        }

        periods.Reverse();
        var first = periods.Count == 0 ? last : periods[0].Period;
        return new(kpi, first, last, kpi.StepsBetween(first, last) + 1 - CountLeftOut(first), [.. periods]);

        bool IsLeftOut(ReportingPeriod period) => leftOut is { } span && period.Start <= span.End && period.End >= span.Start;

        int CountLeftOut(ReportingPeriod from)
        {
            if (leftOut is not { } span || span.End < from.Start || span.Start > last.End)
            {
                return 0;
            }

            return kpi.StepsBetween(kpi.PeriodOf(LocalDate.Max(span.Start, from.Start)), kpi.PeriodOf(LocalDate.Min(span.End, last.End))) + 1;
        }
    }

    internal Explanation Explain(string key) => Explanation.Of(
        key,
        new Fact("first", First), new Fact("last", Last), new Fact("value", Value, Kpi.Unit), new Fact("present", (decimal)Coverage.Present),
        new Fact("expected", (decimal)Coverage.Expected));
}
