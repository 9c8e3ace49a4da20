using System.Text.Json;
using NodaTime;
using OkrKpi;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;

Kpi meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
    .Every(Cadence.Quarter, Aggregation.Sum)
    .WithTarget(100, from: new LocalDate(2026, 1, 1))
    .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");

Console.WriteLine(meetings);
Console.WriteLine(Goal.FromTo(10, 25).Progress(17.5m));
Console.WriteLine(Goal.FromTo(100, 20).Progress(60));

Portfolio portfolio = Portfolio.Of([meetings], [], [MeasurementSeries.Of("meetings", Measurement.On(new LocalDate(2026, 2, 10), 92))]).Named("Company A");
string document = PortfolioJson.Write(portfolio);
Console.WriteLine(PortfolioJson.Write(PortfolioJson.Read(document)) == document);
Console.WriteLine(JsonSerializer.Serialize(portfolio.Measurements[0], OkrKpiJsonContext.Default.MeasurementSeries));
Chart chart = Chart.Of(KpiAssessment.Of(meetings, portfolio.Measurements[0], new LocalDate(2026, 6, 20)));
Console.WriteLine(chart);
Console.WriteLine(chart.ToSvg()[..4] + " " + ScorecardPage.Of(portfolio.Review(new LocalDate(2026, 6, 20))).ToHtml()[..15]);
try
{
    PortfolioJson.Read(document.Replace("\"quarter\"", "\"fortnight\"", StringComparison.Ordinal));
}
catch (JsonException refused)
{
    Console.WriteLine(refused.Message);
}
