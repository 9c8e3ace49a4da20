using Ardalis.GuardClauses;
using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>
/// A KPI over its periods. The target goes in steps with its value written at it, also for periods to come; a raise is marked with its day and reason; a missed
/// period has another shape and colour than one that met its target; a period without figures is a gap with a mark; the running period is open, with what
/// is due by now. Where it can be told, marks with words say whether the values are a signal or noise, and whether the process reaches its target.
/// </summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class KpiChart : Chart
{
    private const int Most = 36;
    private const double LeastColumn = 9;

    private ForecastRange[] forecast = [];
    private int? last;
    private bool hasStates = true;
    private ProcessBehaviour? behaviour;

    internal KpiChart(KpiAssessment assessment)
        : base(640, 340) => Assessment = assessment;

    /// <summary>What is shown.</summary>
    public KpiAssessment Assessment { get; }

    /// <inheritdoc/>
    public override string Title => Assessment.Kpi.Name;

    private protected override string Describe() => Lead + (hasStates ? KpiStates.Said(Behaviour, Assessment.Kpi.Unit, Text) : "");

    private protected override string DescribeShortly()
    {
        // Of what is to come the farthest, and of its ranges the widest, which holds most.
        var ahead = Array.FindLast(
            ForecastFan.Drawn(forecast, KpiColumn.Of(Assessment, last ?? Most, forecast)), each => !each.Period.IsCompleteAsOf(Assessment.AsOf));
        var said = KpiSentences.Of(Assessment, Behaviour, Text);
        return ahead is null ? said
            : $"{said} {Text.Of("say.forecast", ahead.Period.Label, Text.Amount(ahead.Low, Assessment.Kpi.Unit), Text.Amount(ahead.High, Assessment.Kpi.Unit))}";
    }

    private ProcessBehaviour Behaviour => behaviour ??= Assessment.Behaviour();

    /// <summary>The ranges of the forecast, in the order given.</summary>
    internal IReadOnlyList<ForecastRange> Forecast => forecast;

    /// <summary>The same chart with so many periods up to the running one; by default 36, and fewer in a narrow picture.</summary>
    /// <param name="periods">How many, 1 to 1,000,000.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is out of bounds.</exception>
    public KpiChart Last(int periods)
    {
        Guard.Against.OutOfRange(periods, nameof(periods), 1, 1_000_000, $"A chart shows 1 to 1,000,000 periods, not {periods}.");
        return (KpiChart)Changed(copy => ((KpiChart)copy).last = periods);
    }

    /// <summary>
    /// The same chart with a forecast as a fan; several ranges for a period lie over each other, such as those that hold 80 and 95 of 100 times.
    /// </summary>
    /// <param name="ranges">The ranges, in any order.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">A range is missing, or of a period that is not of the KPI's cadence and calendar.</exception>
    public KpiChart WithForecast(params IEnumerable<ForecastRange> ranges)
    {
        ForecastRange[] all = [.. Guard.Against.Null(ranges)];
        foreach (var each in all)
        {
            var period = Guard.Against.Null(each, nameof(ranges)).Period;
            if (period.Cadence != Assessment.Kpi.Cadence || !period.Calendar.Equals(Assessment.Kpi.Calendar))
            {
                throw new ArgumentException(
                    $"{period} is no period of '{Assessment.Kpi.Name}'; a forecast is given for periods of its cadence and calendar.", nameof(ranges));
            }
        }

        return (KpiChart)Changed(copy => ((KpiChart)copy).forecast = [.. forecast, .. all]);
    }

    /// <summary>The same picture without the marks of signal or noise, for a place where they stand beside it.</summary>
    internal KpiChart WithoutStates() => (KpiChart)Changed(static copy => ((KpiChart)copy).hasStates = false);

    internal override (string[] Head, List<string[]> Rows) Table() => KpiTable.Of(Assessment, Math.Min(last ?? Most, 200), Text, forecast);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        if (Width < 220 || Height < 100)
        {
            SparklineChart.Draw(svg, this, style, kind);
            return;
        }

        var shown = last ?? (int)Math.Clamp((Width - 90) / LeastColumn, 1, Most);
        var drawing = new KpiDrawing(
            svg, Text, Assessment, KpiColumn.Of(Assessment, shown, forecast), forecast, Height - HeadingHeight - 110,
            hasStates ? Behaviour : null);
        var height = Math.Max(Height + drawing.StatesBelow(Wide), HeadingHeight + drawing.LeastHeight(Wide));
        drawing.Draw(Wide, height, Open(svg, style, kind, height));
    }
}
