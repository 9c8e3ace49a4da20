using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>What a KPI is expected to be: periods that are over and not reported, the end of the running one, and the next ones.</summary>
/// <remarks>
/// Immutable; compared by reference. It rests on the judged periods since what is measured was last redefined, the last 240 of them or ten seasons; a missing
/// one is filled in from the seasons around it or its neighbours. Values stay within the natural bounds of the unit (counts, money and durations not below 0,
/// percent 0 to 100, ratings on their scale), as long as no value of the past went beyond.
/// </remarks>
public sealed class KpiForecast
{
    private readonly ForecastPeriod[] periods;

    internal KpiForecast(KpiAssessment assessment, ForecastGround ground, KpiHistory? history, SeriesForecast? series, ForecastPeriod[] periods, int counted)
    {
        Assessment = assessment;
        Ground = ground;
        History = history;
        Series = series;
        this.periods = periods;
        Next = [.. periods.Skip(periods.Length - counted)];
    }

    /// <summary>How the KPI stands.</summary>
    public KpiAssessment Assessment { get; }

    /// <summary>On what it rests.</summary>
    public ForecastGround Ground { get; }

    /// <summary>Every period that is told, in order: first those that are over and whose figures are still to come.</summary>
    public IReadOnlyList<ForecastPeriod> Periods => periods;

    /// <summary>The running period and the next ones, as many as were asked for; empty when nothing can be told.</summary>
    public IReadOnlyList<ForecastPeriod> Next { get; }

    /// <summary>The running period; <see langword="null"/> on the last date of a period, or when nothing can be told.</summary>
    public ForecastPeriod? Running => Next.FirstOrDefault(each => each.Period.Equals(Assessment.Running?.Period));

    /// <summary>The method, what was tried, and how well each did; <see langword="null"/> when nothing can be told.</summary>
    public SeriesForecast? Series { get; }

    /// <summary>How many periods of the past had no value and were filled in.</summary>
    public int FilledGaps => History?.IsFilled.Count(static each => each) ?? 0;

    internal KpiHistory? History { get; }

    internal static KpiForecast Of(KpiAssessment assessment, int periods, ForecastOptions? options)
    {
        Guard.Against.Null(assessment);
        Demand.Periods(periods);
        var kpi = assessment.Kpi;
        if (!Cadences.GoesOn(kpi))
        {
            return new(assessment, ForecastGround.NoPeriods, null, null, [], 0);
        }

        var season = options?.Season ?? Cadences.SeasonOf(kpi);
        var history = KpiHistory.Of(assessment, season);
        if (Line(assessment, history, periods) is not { } line)
        {
            return new(assessment, ForecastGround.NoValues, null, null, [], 0);
        }

        var bounded = NaturalBounds.Of(kpi.Unit, history.Values, options ?? ForecastOptions.Default);
        var series = SeriesForecast.Of(history.Values, line.Length, season, bounded);
        var told = Told(assessment, line, series.Outlooks, history.Values[^1], null);
        return new(assessment, series.Ground, history, series, told, periods);
    }

    /// <summary>The periods to tell: all after the last one known, through as many as asked for from the running one on.</summary>
    internal static ReportingPeriod[]? Line(KpiAssessment assessment, KpiHistory history, int periods)
    {
        if (history.Values.Length == 0)
        {
            return null;
        }

        List<ReportingPeriod> line = [];
        var (kpi, next, counted) = (assessment.Kpi, history.Periods[^1], 0);
        while (counted < periods)
        {
            next = Cadences.After(kpi, next);
            line.Add(next);
            counted += next.End > assessment.AsOf ? 1 : 0;

            // Of a KPI that has been silent for so long nothing can be told any more.
            if (line.Count - counted > 100)
            {
                return null;
            }
        }

        return [.. line];
    }

    /// <summary>Each period with what is known of it and its target.</summary>
    internal static ForecastPeriod[] Told(
        KpiAssessment assessment, ReportingPeriod[] line, IReadOnlyList<Outlook> outlooks, double last, RunningPeriod? running, KpiAssessment? part = null)
    {
        running ??= RunningPeriod.Of(assessment);
        return
        [
            .. line.Select((period, index) =>
            {
                var outlook = outlooks[index];
                var isRunning = running is not null && period.Equals(assessment.Running?.Period);
                var own = part ?? assessment;
                var known = !isRunning ? null : own.TryPeriod(period, out var found) ? found.Actual : null;
                known ??= isRunning && part is not null && assessment.Kpi.Aggregation.Additivity() == Additivity.Additive ? 0m : null;
                outlook = known is { } there ? running!.Value.End(outlook, (double)there, last) : outlook;
                return new ForecastPeriod(
                    assessment.Kpi, period, outlook, outlook.Point, known,
                    part is null ? assessment.Kpi.Targets.For(period, assessment.AsOf)?.Target : null);
            }),
        ];
    }

    /// <summary>What is expected, and what it rests on: what was tried, how well each did, and what the interval comes from.</summary>
    /// <returns>A tree of sentences.</returns>
    public Reasoning Explain() => KpiForecastWords.Of(this);

    /// <summary>The first sentence, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
