using System.Globalization;
using NodaTime;

namespace OkrKpi.Charts.Tests;

/// <summary>Every picture that is kept, by the name of its file.</summary>
internal static class Pictures
{
    internal static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    internal static IReadOnlyDictionary<string, Func<Chart>> All { get; } = Named().ToDictionary(each => each.Name, each => each.Draw);

    private static IEnumerable<(string Name, Func<Chart> Draw)> Named()
    {
        (string Name, Func<Chart> Of)[] wide =
        [
            ("kpi-raised-and-running", () => Chart.Of(Given.Meetings())),
            ("kpi-missed-since-may", () => Chart.Of(Given.Customers())),
            ("kpi-lower-is-better", () => Chart.Of(Given.Response())),
            ("kpi-within-a-band", () => Chart.Of(Given.Utilisation())),
            ("kpi-losses-in-millions", () => Chart.Of(Given.Profit())),
            ("kpi-forecast", Forecast),
            ("behaviour-slipping", () => Chart.Of(Given.Seen())),
            ("key-result-pace", () => Chart.Of(Given.Engage().Score(Given.Today).KeyResults[0])),
            ("key-result-of-parts", () => Chart.Of(Given.Company().Score(Given.Today).Objectives[0].Own.KeyResults[1])),
            ("objective-tree", () => Chart.Of(Given.Company().Score(Given.Today).Objectives[0])),
            ("needs-of-one", () => Chart.Of(Timeline("meetings"))),
            ("needs-of-several", () => Chart.Of(new[] { "meetings", "K15-sales-cycle", "K31-churn", "K01-revenue",
                "K42-daily-active-users" }.Select(Timeline))),
        ];
        foreach (var (name, of) in wide)
        {
            yield return (name, of);
            yield return (name + ".phone.vi", () => of().Sized(344, 320).In(Vietnamese));
        }

        yield return ("sparkline", () => Chart.Sparkline(Given.Customers()));
        yield return ("bullet", () => Chart.Bullet(Given.Customers()));
        yield return ("bullet-within-a-band", () => Chart.Bullet(Given.Utilisation()));
    }

    private static NeedTimeline Timeline(string kpi) => Given.Company().Timeline(KpiId.Of(kpi), new LocalDate(2026, 1, 1), Given.Today);

    private static KpiChart Forecast()
    {
        var assessment = Given.Response();
        var first = ReportingPeriod.Month(2026, 8);
        return Chart.Of(assessment)
            .WithForecast(Enumerable.Range(0, 4)
                .Select(each => ForecastRange.Of(first.Plus(each), 3.6m - (0.25m * each), 4.4m + (0.25m * each), 4.15m - (0.05m * each))))
            .WithForecast(Enumerable.Range(0, 4).Select(each => ForecastRange.Of(first.Plus(each), 3.3m - (0.35m * each), 4.7m + (0.35m * each))));
    }
}
