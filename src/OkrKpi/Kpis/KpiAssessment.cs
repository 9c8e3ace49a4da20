using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A KPI on a date: period by period what was reached and what was to be reached, as far as it was known at the close of that date.</summary>
/// <remarks>Immutable; compared by reference. Measurements and decisions that became known later are left out, so a past assessment can be repeated.</remarks>
public sealed class KpiAssessment
{
    private readonly PeriodTable periods;

    internal KpiAssessment(Kpi kpi, LocalDate asOf, PeriodTable periods, KpiPeriod? latest, KpiPeriod? running)
    {
        Kpi = kpi;
        AsOf = asOf;
        this.periods = periods;
        Latest = latest;
        Running = running;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Every period from the first measured one to the running one, in order; for KPIs per event the days on which it happened.</summary>
    /// <remarks>Worked out when looked at; of more than 4,096 the earlier ones each time anew.</remarks>
    public IReadOnlyList<KpiPeriod> Periods => periods;

    /// <summary>The latest complete period, which exists even without a measurement; <see langword="null"/> for a KPI per event that has not happened.</summary>
    public KpiPeriod? Latest { get; }

    /// <summary>The period that contains the date and is not over; <see langword="null"/> on the last date of a period and for KPIs per event.</summary>
    public KpiPeriod? Running { get; }

    /// <summary>How the KPI stands: the status of the latest complete period.</summary>
    public KpiStatus Status => Latest?.Status ?? KpiStatus.NoData;

    /// <summary>Where it went from the complete period before to the latest one.</summary>
    public Trend Trend
    {
        get
        {
            var last = periods.Count - (Running is null ? 1 : 2);
            if (last < 1 || periods[last].Actual is not { } now || periods[last - 1].Actual is not { } before)
            {
                return Trend.Unknown;
            }

            var change = Kpi.Direction switch
            {
                Direction.HigherIsBetter => now - before,
                Direction.LowerIsBetter => before - now,
                _ => periods[last].Target?.Band is { } band ? band.Margin(now) - band.Margin(before) : (decimal?)null,
            };
            return change switch
            {
                null => Trend.Unknown,
                > 0m => Trend.Improving,
                < 0m => Trend.Worsening,
                _ => Trend.Steady,
            };
        }
    }

    /// <summary>
    /// Where the running period ends at its present rate: 40 by 9 February is 124.4 by its end, as 40 * 28 / 9. A level goes on as it moved since the period before; a rate or an average stays as it is.
    /// </summary>
    /// <returns>The value; <see langword="null"/> without a running period or without a value in it, or for a level without one before.</returns>
    public decimal? Projected() =>
        Running is { Actual: { } actual } && RunningPace.Of(Running.Period, AsOf, null, 0m) is { } pace ? Projected(actual, pace) / pace.Due : null;

    /// <summary>By which share the latest complete period grew over an earlier one: 50 after 100 is -0.5. A running period is never compared with a complete one.</summary>
    /// <param name="periodsApart">How many periods earlier: 1 for the period before, 12 for the same month a year ago.</param>
    /// <returns>The growth in the size of the earlier value, in the direction of the numbers; <see langword="null"/> when one of the two has no value or the earlier one is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsApart"/> is below 1.</exception>
    public decimal? Growth(int periodsApart = 1)
    {
        Require.AtLeast(periodsApart, 1, "the distance of two periods is counted in periods");
        return periodsApart < CompleteCount && Complete(0).Actual is { } now && Complete(periodsApart).Actual is { } before && Math.Abs(before) >= Require.SmallestRange
            ? Held.Quotient(now - before, Math.Abs(before))
            : null;
    }

    /// <summary>One of the <see cref="Periods"/>: <c>assessment[kpi.Calendar.Parse("2026-06")]</c>.</summary>
    /// <param name="period">The period, of the KPI's cadence and calendar.</param>
    /// <returns>The KPI in the period.</returns>
    /// <exception cref="ArgumentException">The period is not among them; the message tells the first and the last.</exception>
    public KpiPeriod this[ReportingPeriod period] => TryPeriod(period, out var found) ? found : throw new ArgumentException(
        periods.Count == 0
            ? $"'{Kpi.Name}' has no periods yet on {AsOf.Iso()}, so not {period} either."
            : $"{period} is no period of '{Kpi.Name}' on {AsOf.Iso()}; they go from {periods[0].Period} to {periods[periods.Count - 1].Period}, in the cadence and calendar of the KPI.",
        nameof(period));

    /// <summary>Finds one of the <see cref="Periods"/>.</summary>
    /// <param name="period">The period, of the KPI's cadence and calendar.</param>
    /// <param name="found">The KPI in the period; <see langword="null"/> when it is not among them.</param>
    /// <returns><see langword="true"/> when the period is among them.</returns>
    public bool TryPeriod(ReportingPeriod period, [NotNullWhen(true)] out KpiPeriod? found)
    {
        found = periods.Count > 0 && periods[0].Period is var first && first.Cadence == period.Cadence && first.Calendar.Equals(period.Calendar) ? Find(period) : null;
        return found is not null;
    }

    /// <summary>Assesses a KPI on a date.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements, in any order.</param>
    /// <param name="asOf">The date, in the KPI's calendar; its close counts.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException">The measurements are of another KPI, or lack the weight, denominator or instant that the KPI's aggregation or cadence needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public static KpiAssessment Of(Kpi kpi, MeasurementSeries measurements, LocalDate asOf)
    {
        Guard.Against.Null(kpi);
        MeasurementSeries.Checked(Guard.Against.Null(measurements), kpi);
        return PeriodTable.Of(kpi, measurements, asOf).Assess();
    }

    /// <summary>Since when the KPI misses its target: the first of the unbroken run of missed periods that ends with the latest complete one.</summary>
    /// <returns>The first missed period of the run; <see langword="null"/> when the latest complete period is not missed.</returns>
    public KpiPeriod? MissedSince()
    {
        KpiPeriod? since = null;
        for (var index = periods.Count - 1; index >= 0; index--)
        {
            if (!periods[index].IsComplete)
            {
                continue;
            }

            if (!periods[index].IsMissed)
            {
                break;
            }

            since = periods[index];
        }

        return since;
    }

    /// <summary>The same KPI on another date, with what was known at the close of that date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public KpiAssessment On(LocalDate asOf) => periods.On(asOf).Assess();

    /// <summary>
    /// Where the target stepped up, down or sideways from one period to the next, up to the running period: which targets were raised in January?
    /// <c>assessment.TargetSteps(since: asOf.PlusMonths(-12)).Where(step => step.Change == TargetChange.Raised)</c>.
    /// </summary>
    /// <param name="since">The first date a period may start on.</param>
    /// <param name="periodsApart">How many periods earlier the target is compared with: 1 for the period before, 12 for the same month a year ago.</param>
    /// <returns>The steps in order; periods whose target is unchanged, or that have none both times, are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsApart"/> is below 1.</exception>
    public IReadOnlyList<TargetStep> TargetSteps(LocalDate since, int periodsApart = 1)
    {
        Require.AtLeast(periodsApart, 1, "the distance of two periods is counted in periods");
        List<TargetStep> steps = [];
        for (var index = Math.Max(periodsApart, FirstFrom(since)); index < periods.Count; index++)
        {
            var (earlier, later) = (periods[index - periodsApart], periods[index]);
            var change = (earlier.Target, later.Target) switch
            {
                (null, null) => TargetChange.Unchanged,
                (null, _) => TargetChange.First,
                (_, null) => TargetChange.Withdrawn,
                _ when Kpi.Targets.IsRedefinedBetween(earlier.Period, later.Period, AsOf) => TargetChange.Redefined,
                _ => later.Target.ComparedWith(earlier.Target, Kpi.Direction),
            };
            if (change != TargetChange.Unchanged)
            {
                steps.Add(new(earlier, later, change));
            }
        }

        return steps;
    }

    /// <summary>Why the KPI stands as it does.</summary>
    /// <returns>A tree with the latest complete and the running period.</returns>
    public Explanation Explain() =>
        Explanation.Of("kpi.assessment", new Fact("kpi", Kpi.Name), new Fact("asOf", AsOf), new Fact("status", Status), new Fact("trend", Trend))
            .Resting(new[] { Latest, Running }.OfType<KpiPeriod>().Select(period => period.Explain()));

    /// <summary>The projection times the part of the period that has passed, so that a comparison need not divide.</summary>
    internal decimal? Projected(decimal actual, RunningPace pace) => Kpi.Aggregation switch
    {
        Aggregation.Sum or Aggregation.Count => actual * pace.Whole,
        Aggregation.Last => Latest?.Actual is { } opening ? (opening * pace.Due) + ((actual - opening) * pace.Whole) : null,
        _ => actual * pace.Due,
    };

    /// <summary>One of the periods; <see langword="null"/> when it is not among them.</summary>
    internal KpiPeriod? Find(ReportingPeriod period) => periods.Find(period);

    /// <summary>How many complete periods there are to look at.</summary>
    internal int CompleteCount => periods.Count - (Running is null ? 0 : 1);

    /// <summary>A complete period, counted back from the latest one, which is 0.</summary>
    internal KpiPeriod Complete(int back) => periods[CompleteCount - 1 - back];

    private int FirstFrom(LocalDate since)
    {
        var (low, high) = (0, periods.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = periods[middle].Period.Start < since ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
