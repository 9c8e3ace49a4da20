using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A KPI on a date: period by period what was reached and what was to be reached, as far as it was known at the close of that date.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; compared by reference. Measurements and decisions that became known later are left out, so a past assessment
/// can be repeated.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiAssessment
{
    // A day of an hourly KPI of a wrong century is not looked at for its noise.
    private const int MostWhole = 1_000;

    private readonly PeriodTable periods;

    // The places of the latest complete and of the judged period; below 0 without one.
    private readonly int latest;
    private readonly int judged;
    private AwaitedPeriods? awaited;
    private (int Place, KpiPeriod Period)[]? wholePeriods;

    internal KpiAssessment(PeriodTable periods, KpiPeriod? complete, KpiPeriod? running, int judged, int latest)
    {
        this.periods = periods;
        this.latest = latest;
        this.judged = judged;
        Latest = complete;
        Running = running;
        Judged = judged < 0 ? null : periods[judged];
        IsStale = (latest - judged > 1 || !periods.HasBegun) && IsSilentFor(2);
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi => periods.Kpi;

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf => periods.AsOf;

    /// <summary>
    /// Every period from the first measured one to the running one, in order; for KPIs per event the days on which it happened. Where nothing recorded means
    /// zero, from the first target on.
    /// </summary>
    /// <remarks>Worked out when looked at; of more than 4,096 the earlier ones each time anew.</remarks>
    public IReadOnlyList<KpiPeriod> Periods => periods;

    /// <summary>
    /// The latest complete period, which exists even without a measurement; <see langword="null"/> for a KPI per event that has not happened.
    /// </summary>
    public KpiPeriod? Latest { get; }

    /// <summary>
    /// The period that contains the date and is not over; <see langword="null"/> on the last date of a period and for KPIs per event, on days that are no
    /// business days for KPIs of these.
    /// </summary>
    public KpiPeriod? Running { get; }

    /// <summary>
    /// The latest judged period, which the answer of the rule rests on (see <see cref="KpiPeriod.IsJudged"/>); <see langword="null"/> when none can be judged
    /// yet.
    /// </summary>
    public KpiPeriod? Judged { get; }

    /// <summary>
    /// The periods after the judged one that are over and whose figures are still to come, the oldest first: those that are due, and those that are not yet. Of
    /// a KPI that was never measured from its first target on.
    /// A period in which what is measured was redefined, or in which the KPI began, is not among them.
    /// </summary>
    public IReadOnlyList<KpiPeriod> Awaited => Waiting;

    /// <summary>Whether two periods or more that are due have no value: nobody can tell any more how the KPI stands.</summary>
    public bool IsStale { get; }

    /// <summary>
    /// The period to show for how the KPI stands: the judged one, and before any can be judged the latest complete one; <see langword="null"/> for a KPI per
    /// event that has not happened.
    /// </summary>
    public KpiPeriod? Shown => Judged ?? Latest;

    /// <summary>How the KPI stands: the status of the latest judged period; without one that of the latest complete one.</summary>
    public KpiStatus Status => Shown?.Status ?? (Kpi.IsWatched ? KpiStatus.Watched : KpiStatus.NoData);

    /// <summary>
    /// Where it went from the period before to the judged one; unknown when one of the two is not judged or misses measuring periods of an amount, or what is
    /// measured was redefined between them.
    /// </summary>
    public Trend Trend
    {
        get
        {
            if (judged < 1 || !AreComparable(periods[judged - 1], Judged!))
            {
                return Trend.Unknown;
            }

            var (before, now) = (periods[judged - 1].Actual!.Value, Judged!.Actual!.Value);
            var change = Kpi.Direction switch
            {
                Direction.HigherIsBetter => now - before,
                Direction.LowerIsBetter => before - now,
                Direction.WithinBand => Judged.Target?.Band is { } band ? band.Margin(now) - band.Margin(before) : (decimal?)null,
                Direction.None => null,
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
    /// Where the running period ends at its present rate: 40 by 9 February is 124.4 by its end, as 40 * 28 / 9. A level goes on as it moved since the period
    /// before; a rate or an average stays as it is.
    /// The rate is that of what was measured for the part that was due by now: of the measuring periods that are there, or of the days through the latest
    /// measurement.
    /// </summary>
    /// <returns>The value; <see langword="null"/> without a running period or without a value in it, or for a level without one before.</returns>
    public decimal? Projected() =>
        Running?.Course() is { Actual: { } actual } course && Projected(actual, course) is { } scaled ? Held.Quotient(scaled, ProjectedBy(course)) : null;

    /// <summary>
    /// By which share the judged period grew over an earlier one: 50 after 100 is -0.5. A running period is never compared with a complete one.
    /// </summary>
    /// <param name="periodsApart">How many periods earlier: 1 for the period before, 12 for the same month a year ago.</param>
    /// <returns>The growth in the size of the earlier value, in the direction of the numbers; <see langword="null"/> when one of the two is not judged or
    /// misses measuring periods of an amount, when the earlier one is 0,
    /// or when what is measured was redefined between them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsApart"/> is below 1.</exception>
    public decimal? Growth(int periodsApart = 1)
    {
        Require.AtLeast(periodsApart, 1, "the distance of two periods is counted in periods");
        return periodsApart <= judged
            && periods[judged - periodsApart] is var earlier
            && AreComparable(earlier, Judged!)
            && earlier.Actual is { } before
            && Math.Abs(before) >= Require.SmallestRange
            ? Held.Quotient(Judged!.Actual!.Value - before, Math.Abs(before))
            : null;
    }

    /// <summary>
    /// How its amounts have spread so far: over the months of whole years for a KPI of a quarter or longer, over the weekdays of whole weeks for one of a month
    /// or a week.
    /// </summary>
    /// <returns>A profile to store and to declare with <see cref="Kpi.SpreadBy"/>; without one when there is too little past: fewer than 2 whole years or 8
    /// whole weeks, or no amounts above 0.</returns>
    /// <exception cref="InvalidOperationException">The KPI does not add up over time, or its periods are days or shorter.</exception>
    public LearnedSpread LearnedSpread() => SpreadLearning.From(Kpi, periods.Index.Series, AsOf);

    /// <summary>One of the <see cref="Periods"/>: <c>assessment[kpi.Calendar.Parse("2026-06")]</c>.</summary>
    /// <param name="period">The period, of the KPI's cadence and calendar.</param>
    /// <returns>The KPI in the period.</returns>
    /// <exception cref="ArgumentException">The period is not among them; the message tells the first and the last.</exception>
    public KpiPeriod this[ReportingPeriod period] => TryPeriod(period, out var found) ? found : throw new ArgumentException(
        periods.Count == 0
            ? $"'{Kpi.Name}' has no periods yet on {AsOf.Iso()}, so not {period} either."
            : $"{period} is no period of '{Kpi.Name}' on {AsOf.Iso()}; they go from {periods[0].Period} to {periods[periods.Count - 1].Period}, in the "
                + $"cadence and calendar of the KPI.",
        nameof(period));

    /// <summary>Finds one of the <see cref="Periods"/>.</summary>
    /// <param name="period">The period, of the KPI's cadence and calendar.</param>
    /// <param name="found">The KPI in the period; <see langword="null"/> when it is not among them.</param>
    /// <returns><see langword="true"/> when the period is among them.</returns>
    public bool TryPeriod(ReportingPeriod period, [NotNullWhen(true)] out KpiPeriod? found)
    {
        found = periods.Count > 0 && periods[0].Period is var first && first.Cadence == period.Cadence && first.Calendar.Equals(period.Calendar)
            ? Find(period)
            : null;
        return found is not null;
    }

    /// <summary>Assesses a KPI on a date.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements, in any order.</param>
    /// <param name="asOf">The date, in the KPI's calendar; its close counts.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException">The measurements are of another KPI, or lack the weight, denominator or instant that the KPI's aggregation or
    /// cadence needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public static KpiAssessment Of(Kpi kpi, MeasurementSeries measurements, LocalDate asOf)
    {
        Guard.Against.Null(kpi);
        return OfFitting(kpi, MeasurementSeries.Checked(Guard.Against.Null(measurements), kpi), asOf);
    }

    /// <summary>Assesses a KPI by measurements that are known to belong to it.</summary>
    internal static KpiAssessment OfFitting(Kpi kpi, MeasurementSeries measurements, LocalDate asOf) =>
        PeriodTable.Of(MeasurementIndex.Of(kpi, measurements), asOf).Assess();

    /// <summary>
    /// Since when the KPI misses its target: the first of the run of missed periods that ends with the judged one. A period that is not judged does not break
    /// the run.
    /// </summary>
    /// <returns>The first missed period of the run; <see langword="null"/> when the judged period is not missed.</returns>
    public KpiPeriod? MissedSince()
    {
        KpiPeriod? since = null;
        for (var index = judged; index >= 0; index = periods.JudgedFrom(index - 1))
        {
            if (!periods[index].IsMissed)
            {
                break;
            }

            since = periods[index];
        }

        return since;
    }

    /// <summary>The same KPI on another date, with what was known at the close of that date. What was sorted for this date is not sorted again.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public KpiAssessment On(LocalDate asOf) => PeriodTable.Of(periods.Index, asOf).Assess();

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
        var turns = Turns(periodsApart);
        var next = 0;
        for (var index = Math.Max(periodsApart, FirstFrom(since)); index < periods.Count;)
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
                index++;
                continue;
            }

            // Nothing steps until a target begins, ends or becomes known in one of the two: an hourly KPI has millions of periods and a few targets.
            while (next < turns.Length && turns[next] <= index)
            {
                next++;
            }

            index = next < turns.Length ? (int)Math.Min(turns[next], periods.Count) : periods.Count;
        }

        return steps;
    }

    /// <summary>Why the KPI stands as it does.</summary>
    /// <returns>A tree with the judged, the latest complete and the running period; its first sentence says which period it rests on when a later one is not
    /// reported yet.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            (Awaited.Count, Judged is null) switch
            {
                (0, _) => "kpi.assessment",
                (1, false) => "kpi.assessmentAwaiting",
                (1, true) => "kpi.assessmentAwaitingFirst",
                (_, false) => "kpi.assessmentAwaitingSeveral",
                (_, true) => "kpi.assessmentAwaitingFirstSeveral",
            },
            new Fact("kpi", Kpi.Name), new Fact("asOf", AsOf), new Fact("status", Status), new Fact("trend", Trend), new Fact("judged", Judged?.Period),
            new Fact("period", Awaited.Count == 0 ? null : Awaited[0].Period), new Fact("last", Awaited.Count == 0 ? null : Awaited[^1].Period))
            .Resting(new[] { Judged, Latest == Judged ? null : Latest, Running }.OfType<KpiPeriod>().Select(period => period.Explain()));

    /// <summary>The projection times the part of the period that has passed, so that a comparison need not divide.</summary>
    internal decimal? Projected(decimal actual, PeriodCourse course) => Kpi.Aggregation switch
    {
        Aggregation.Sum or Aggregation.Count => actual * course.Whole,
        Aggregation.Last => OpeningOf(Running!) is { } opening ? (opening * course.Position) + ((actual - opening) * course.Whole) : null,
        Aggregation.Average or Aggregation.WeightedAverage or Aggregation.RatioOfSums or Aggregation.First or Aggregation.Min or Aggregation.Max =>
            actual * course.Position,
    };

    /// <summary>That part.</summary>
    internal decimal ProjectedBy(PeriodCourse course) => Kpi.Aggregation.Additivity() == Additivity.Additive ? course.Due : course.Position;

    /// <summary>
    /// The value a running level came from; <see langword="null"/> when the period before is not judged, or what is measured was redefined since.
    /// </summary>
    internal decimal? OpeningOf(KpiPeriod running) =>
        Latest is { IsJudged: true } before && !periods.IsRedefined(before.Period.Start, running.Period.End) ? before.Actual : null;

    /// <summary>The days on which its measurements became known.</summary>
    internal ReadOnlySpan<int> KnownFrom => periods.Index.KnownFrom;

    /// <summary>Whether what is measured was redefined after the first day of a span of dates and up to its last one.</summary>
    internal bool IsRedefined(LocalDate first, LocalDate last) => periods.IsRedefined(first, last);

    /// <summary>The KPI read in its measuring periods, on the same date; itself when it has no finer ones.</summary>
    internal KpiAssessment InMeasuringPeriods() =>
        Kpi.HasParts ? PeriodTable.Of(MeasurementIndex.Of(Kpi.InMeasuringPeriods(), periods.Index.Series), AsOf).Assess() : this;

    /// <summary>One of the periods; <see langword="null"/> when it is not among them.</summary>
    internal KpiPeriod? Find(ReportingPeriod period) => periods.Find(period);

    /// <summary>The period before one of the KPI's.</summary>
    internal KpiPeriod FindBefore(ReportingPeriod period) => periods.At(periods.Index.Line.NumberOf(period) - 1);

    /// <summary>The judged periods, the latest first.</summary>
    internal IEnumerable<KpiPeriod> JudgedBackwards()
    {
        for (var index = judged; index >= 0; index = periods.JudgedFrom(index - 1))
        {
            yield return periods[index];
        }
    }

    /// <summary>
    /// The latest judged periods whose value is that of the whole period, at most 1,000, in order and with their places among <see cref="Periods"/>.
    /// </summary>
    internal (int Place, KpiPeriod Period)[] WholePeriods => wholePeriods ??= MakeWholePeriods();

    /// <summary>Whether so many periods or more that are due have no value.</summary>
    internal bool IsSilentFor(int count)
    {
        foreach (var period in Waiting)
        {
            if (period.IsDue && --count == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The awaited periods, the latest first.</summary>
    internal IEnumerable<KpiPeriod> AwaitedBackwards()
    {
        for (var index = Waiting.Count - 1; index >= 0; index--)
        {
            yield return Waiting[index];
        }
    }

    /// <summary>The periods whose course can still be followed, the oldest first: those that are over and not due yet, and the running one.</summary>
    internal IEnumerable<KpiPeriod> Open()
    {
        foreach (var period in Kpi.PublicationDelay == 0 ? [] : AwaitedBackwards().TakeWhile(static each => !each.IsDue).Reverse())
        {
            yield return period;
        }

        if (Running is not null)
        {
            yield return Running;
        }
    }

    private AwaitedPeriods Waiting => awaited ??= MakeWaiting();

    private (int Place, KpiPeriod Period)[] MakeWholePeriods()
    {
        List<(int Place, KpiPeriod Period)> whole = [];
        for (var index = judged; index >= 0 && whole.Count < MostWhole; index = periods.JudgedFrom(index - 1))
        {
            if (periods[index].IsWhole)
            {
                whole.Add((index, periods[index]));
            }
        }

        whole.Reverse();
        return [.. whole];
    }

    // Of a KPI that was never measured the periods since its first target.
    private AwaitedPeriods MakeWaiting()
    {
        if (!periods.HasBegun)
        {
            var (from, through) = periods.ExpectedFromTarget();
            return new(periods, from, through);
        }

        return judged == latest ? new(periods, 0, -1) : new(periods, periods.NumberAt(judged + 1), periods.NumberAt(latest));
    }

    private bool AreComparable(KpiPeriod earlier, KpiPeriod later) =>
        earlier.IsWhole && later.IsWhole && !periods.IsRedefined(earlier.Period.Start, later.Period.End);

    // The places about which a target begins, ends or becomes known, in order, and those that are compared with them.
    private long[] Turns(int periodsApart) =>
    [
        .. Kpi.Targets.Decisions
            .SelectMany(each => new[] { each.EffectiveFrom, each.DecidedOn, each.EffectiveThrough ?? each.EffectiveFrom })
            .Distinct()
            .SelectMany(date => new[] { FirstFrom(date), FirstFrom(LocalDate.Min(date, Require.LastDate).PlusDays(1)) })
            .SelectMany(place => new long[] { place - 1, place, place + 1 })
            .SelectMany(place => new[] { place, place + periodsApart })
            .Distinct()
            .Order(),
    ];

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
