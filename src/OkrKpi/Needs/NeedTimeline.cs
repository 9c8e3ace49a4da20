using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>How the answer of the rule for a KPI changed from day to day, each day with what was known then.</summary>
/// <remarks>
/// Immutable; compared by reference. A timeline made later tells the same of a past day, unless the past was put right with an earlier date. Only the days are
/// looked at on which an answer can change;
/// with a reading of one's own every day is.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class NeedTimeline
{
    private readonly NeedSpan[] spans;

    private NeedTimeline(Kpi kpi, NeedSpan[] spans)
    {
        Kpi = kpi;
        this.spans = spans;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The spans, in order and without gaps.</summary>
    public IReadOnlyList<NeedSpan> Spans => spans;

    /// <summary>The default rule day by day, with nothing covering the KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentException">The measurements do not belong to the KPI or lack what its aggregation needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date
    /// lies outside the years 2 to 9997.</exception>
    public static NeedTimeline Of(Kpi kpi, MeasurementSeries measurements, LocalDate from, LocalDate through) =>
        Of(kpi, measurements, from, through, OkrNeedRule.Default);

    /// <summary>A rule day by day, with nothing covering the KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentException">The measurements do not belong to the KPI or lack what its aggregation needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date
    /// lies outside the years 2 to 9997.</exception>
    public static NeedTimeline Of(Kpi kpi, MeasurementSeries measurements, LocalDate from, LocalDate through, OkrNeedRule rule)
    {
        Guard.Against.Null(rule);
        return Of(KpiAssessment.Of(kpi, measurements, Require.Date(from)), through, rule, [], []);
    }

    /// <summary>Every span in words.</summary>
    /// <returns>A tree: the KPI, and below it a sentence a span.</returns>
    public Explanation Explain() =>
        Explanation.Of("timeline", new Fact("kpi", Kpi.Name), new Fact("from", spans[0].From), new Fact("through", spans[^1].Through))
            .Resting(spans.Select(span => span.Explain()));

    /// <summary>KPI and days, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    internal static NeedTimeline Of(KpiAssessment first, LocalDate through, OkrNeedRule rule, Objective[] objectives, NeedDismissal[] dismissals)
    {
        if (Require.Date(through) < first.AsOf)
        {
            throw new ArgumentOutOfRangeException(nameof(through), through, "A timeline ends on or after the day it begins on.");
        }

        Require.Between(Period.DaysBetween(first.AsOf, through), 0m, 100_000m, "a timeline looks at every day", nameof(through));
        List<NeedSpan> spans = [];
        var begun = rule.Apply(first, objectives, dismissals);
        var isSatisfying = false;
        foreach (var day in NeedChanges.Between(first, through, rule, objectives, dismissals))
        {
            var next = rule.Apply(first.On(day), objectives, dismissals);
            if (IsSame(begun, next))
            {
                continue;
            }

            spans.Add(new(begun, day.PlusDays(-1), isSatisfying));
            isSatisfying = begun.Reasons.Count > 0 && next.State == OkrNeedState.NotNeeded;
            begun = next;
        }

        spans.Add(new(begun, through, isSatisfying));
        return new(first.Kpi, [.. spans]);
    }

    private static bool IsSame(OkrNeed left, OkrNeed right) =>
        left.State == right.State
        && left.Lagging is null == right.Lagging is null
        && left.TargetRaised is null == right.TargetRaised is null
        && left.CoveredBy.SequenceEqual(right.CoveredBy);
}
