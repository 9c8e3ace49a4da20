using System.Text;
using NodaTime;
using NodaTime.Text;
using OkrKpi.Serialization.SystemTextJson;

namespace OkrKpi.Tests.Lives;

/// <summary>
/// Ten years of New York City Transit, the workspace of the sample: 27 indicators, as if their figures were known at the end of their month, and 21 days later.
/// </summary>
public class TransitLifeTests
{
    private const int Delay = 21;

    private static readonly Portfolio Transit = Read();

    [Fact]
    public void No_need_appears_or_goes_away_because_the_figures_are_published_21_days_after_their_month()
    {
        var differences = new StringBuilder();
        foreach (var kpi in Transit.Kpis.Where(kpi => kpi.Targets.Decisions.Count > 0))
        {
            var (prompt, late) = (Assessed(kpi, 0), Assessed(kpi, Delay));
            foreach (var month in Months(kpi))
            {
                var then = Lags(prompt, month.End);
                var known = Lags(late, month.End.PlusDays(Delay));
                var before = Lags(late, month.End.PlusDays(Delay - 1));
                var promptBefore = Lags(prompt, month.Previous.End);
                if (then != known || promptBefore != before)
                {
                    differences.Append(
                        $"{kpi.Id} {month.Label}: at its end {then}, {Delay} days later {known}; of the month before {promptBefore}, and until it is known "
                        + $"{before}\n");
                }
            }
        }

        Assert.Equal("", differences.ToString());
    }

    [Fact]
    public void The_spans_of_ten_years_are_the_same_with_and_without_the_delay()
    {
        foreach (var kpi in Transit.Kpis.Where(kpi => kpi.Targets.Decisions.Count > 0))
        {
            Assert.Equal(LagSpans(Timeline(kpi, 0)), LagSpans(Timeline(kpi, Delay)));
        }
    }

    private static int LagSpans(NeedTimeline timeline) =>
        timeline.Spans.Select(span => span.First.Lagging is not null)
            .Prepend(false)
            .Zip(timeline.Spans.Select(span => span.First.Lagging is not null))
            .Count(pair => !pair.First && pair.Second);

    internal static Kpi Published(Kpi kpi, int delay) => delay == 0 ? kpi : kpi.PublishedAfter(delay);

    private static NeedTimeline Timeline(Kpi kpi, int delay) => NeedTimeline.Of(Published(kpi, delay), Series(kpi, delay), new(2008, 1, 31), new(2018, 6, 30));

    private static bool Lags(KpiAssessment assessment, LocalDate day) => OkrNeedRule.Default.Apply(assessment.On(day)).Lagging is not null;

    private static KpiAssessment Assessed(Kpi kpi, int delay) => KpiAssessment.Of(Published(kpi, delay), Series(kpi, delay), new(2018, 6, 30));

    private static MeasurementSeries Series(Kpi kpi, int delay) =>
        MeasurementSeries.Of(kpi.Id, Transit.MeasurementsOf(kpi.Id).Measurements.Select(row => delay == 0 ? row : row.Known(row.Date!.Value.PlusDays(delay))));

    private static IEnumerable<ReportingPeriod> Months(Kpi kpi)
    {
        for (var month = kpi.PeriodOf(new(2008, 2, 1)); month.End <= new LocalDate(2018, 5, 31); month = month.Next)
        {
            yield return month;
        }
    }

    private static Portfolio Read() => PortfolioJson.Read(File.ReadAllBytes(Repository.PathOf("samples", "Scorecard", "data", "transit.json")));
}
