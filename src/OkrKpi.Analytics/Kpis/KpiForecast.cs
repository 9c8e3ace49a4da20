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

    /// <summary>
    /// The method, what was tried, and how well each did; <see langword="null"/> when nothing can be told, and of a sum of segments, each of which has its own.
    /// </summary>
    public SeriesForecast? Series { get; }

    /// <summary>How many periods of the past had no value, or of an amount only a part of one, and were filled in. Holidays are none of them.</summary>
    public int FilledGaps => History is null ? 0 : History.Gaps + History.Parts;

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
        var series = SeriesForecast.Of(history.Values, line[^1].Ahead, season, bounded);
        var isWhole = kpi.Unit.Kind == UnitKind.Count && kpi.Aggregation.Additivity() == Additivity.Additive && history.IsWhole;
        Outlook[] outlooks = [.. series.Outlooks.Select(each => each with { IsWhole = isWhole })];
        return new(assessment, series.Ground, history, series, Told(assessment, line, outlooks, history.Values[^1], null), periods);
    }

    /// <summary>
    /// The periods to tell, and how far ahead each lies: all after the last one known, through as many as asked for from the running one on. Holidays are
    /// passed and not told.
    /// </summary>
    internal static (ReportingPeriod Period, int Ahead)[]? Line(KpiAssessment assessment, KpiHistory history, int periods)
    {
        if (history.Values.Length == 0)
        {
            return null;
        }

        List<(ReportingPeriod Period, int Ahead)> line = [];
        var (kpi, next, counted) = (assessment.Kpi, history.Periods[^1], 0);
        for (var ahead = 1; counted < periods; ahead++)
        {
            next = Cadences.After(kpi, next);
            if (Cadences.IsHoliday(kpi, next))
            {
                continue;
            }

            line.Add((next, ahead));
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
        KpiAssessment assessment, (ReportingPeriod Period, int Ahead)[] line, IReadOnlyList<Outlook> outlooks, double last, RunningPeriod? running,
        KpiAssessment? part = null)
    {
        running ??= RunningPeriod.Of(assessment);
        var added = 0d;
        return
        [
            .. line.Select(each =>
            {
                var (period, expected) = (each.Period, outlooks[each.Ahead - 1]);
                var isRunning = running is not null && period.Equals(assessment.Running?.Period);
                var own = part ?? assessment;
                var known = !isRunning ? null : own.TryPeriod(period, out var found) ? found.Actual : null;
                known ??= isRunning && part is not null && assessment.Kpi.Aggregation.Additivity() == Additivity.Additive ? 0m : null;
                var outlook = expected with { Middle = expected.Middle + added };
                if (known is { } there)
                {
                    outlook = running!.Value.End(expected, (double)there, each.Ahead > 1 ? outlooks[each.Ahead - 2].Middle : last);

                    // What a level has gained it keeps.
                    added = assessment.Kpi.Aggregation == Aggregation.Last ? outlook.Middle - expected.Middle : 0d;
                }

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
