using System.Globalization;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.Tests;

/// <summary>What programs read.</summary>
public sealed class ReviewTests(ScorecardApp app) : IClassFixture<ScorecardApp>
{
    [Theory]
    [InlineData(2026, 2, 1)]
    [InlineData(2026, 6, 20)]
    [InlineData(2026, 8, 15)]
    [InlineData(2027, 1, 1)]
    public async Task The_review_of_any_date_is_the_one_the_library_gives_without_a_database(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        Assert.Equal(
            PortfolioJson.Write(ScorecardApp.CompanyA.Review(date)), await app.Reader().GetStringAsync($"/api/review?asOf={year:0000}-{month:00}-{day:00}"));
    }

    [Fact]
    public async Task The_document_that_comes_out_is_the_one_that_went_in()
    {
        var portfolio = PortfolioJson.Read(await app.Reader().GetStringAsync("/api/portfolio"));
        Assert.Equal(ScorecardApp.CompanyA.Name, portfolio.Name);
        Assert.Equal(ScorecardApp.CompanyA.Kpis.Select(kpi => kpi.Targets.Decisions), portfolio.Kpis.Select(kpi => kpi.Targets.Decisions));
        Assert.Equal(
            ScorecardApp.CompanyA.Objectives.SelectMany(objective => objective.KeyResults).Select(keyResult => keyResult.CheckIns),
            portfolio.Objectives.SelectMany(objective => objective.KeyResults).Select(keyResult => keyResult.CheckIns));
        foreach (var kpi in portfolio.Kpis)
        {
            Assert.Equal(ScorecardApp.CompanyA.MeasurementsOf(kpi.Id).Measurements, portfolio.MeasurementsOf(kpi.Id).Measurements);
        }
    }

    [Fact]
    public async Task Every_answer_explains_itself_in_the_language_asked_for()
    {
        var client = app.Reader();
        Assert.Contains("target raised: 100 to 300", (await client.GetJsonAsync("/api/kpis/meetings/explanation")).ToJsonString(), StringComparison.Ordinal);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("vi"));
        Assert.Equal(
            ScorecardApp.CompanyA.Review(new(2026, 8, 15)).Objectives[3].Explain().Sentence(new System.Globalization.CultureInfo("vi")),
            (string?)(await client.GetJsonAsync("/api/objectives/O4/explanation"))["text"]);
    }

    [Fact]
    public async Task The_open_api_document_tells_of_every_address_and_header()
    {
        var document = await app.Reader().GetJsonAsync("/openapi/v1.json");
        var checkIns = document["paths"]!["/api/objectives/{objective}/key-results/{keyResult}/check-ins"]!;
        Assert.Equal(
            ["objective", "keyResult", "If-Match", "Idempotency-Key"], checkIns["post"]!["parameters"]!.AsArray().Select(each => (string?)each!["name"]));
        Assert.NotNull(checkIns["post"]!["requestBody"]);
        Assert.NotNull(checkIns["get"]);
        Assert.All(document["paths"]!.AsObject(), path => Assert.StartsWith("/api/", path.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_review_for_machines_speaks_the_language_asked_for()
    {
        var client = app.Reader();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi");
        var options = PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo("vi"));
        var english = PortfolioJson.Write(ScorecardApp.CompanyA.Review(new(2026, 8, 15)));
        var vietnamese = PortfolioJson.Write(ScorecardApp.CompanyA.Review(new(2026, 8, 15)), options);
        Assert.NotEqual(english, vietnamese);
        Assert.Equal(vietnamese, await client.GetStringAsync("/api/review?asOf=2026-08-15"));
    }
}
