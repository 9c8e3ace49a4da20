using System.Net;
using WebScorecard.Exchange;

namespace WebScorecard.Tests;

/// <summary>Tables of measured values in, and everything out. Each test has a database of its own.</summary>
public sealed class ExchangeTests : IDisposable
{
    private const string Rows = "kpi,date,value,denominator\nK31-churn,2026-07-31,50,1000\nRevenue,2026-08-10,12.5,\n";
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_table_is_looked_at_first_then_stored_and_the_second_time_left_out()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await app.Reader().GetStringAsync("/api/portfolio");
        var preview = await LookAsync(visitor, Rows);
        Assert.Contains("Rows to store: 2. Recorded already and left out: 0.", preview.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.Reader().GetStringAsync("/api/portfolio"));

        var (action, fields) = Filling.Read(preview.Text, "store");
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields))).StatusCode);
        }

        Assert.Equal(50m, (decimal)(await app.Reader().GetJsonAsync("/api/kpis/K31-churn/measurements")).AsArray()[^1]!["value"]!);
        Assert.Contains("Rows to store: 0. Recorded already and left out: 2.", (await LookAsync(visitor, Rows)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_row_by_row_and_nothing_is_stored()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await app.Reader().GetStringAsync("/api/portfolio");
        var (status, text) = await LookAsync(
            visitor, "kpi,date,value\nnowhere,2026-08-10,1\nRevenue,2026-02-30,1\nRevenue,2026-08-10,many\nK31-churn,2026-08-10,1\nRevenue,2026-08-11,1,2\nRevenue,2026-08-12,1\n");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        foreach (var line in Enumerable.Range(2, 5))
        {
            Assert.Contains($"<b>Line {line}:</b>", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<b>Line 7:</b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"store\"", text, StringComparison.Ordinal);
        Assert.Equal(before, await app.Reader().GetStringAsync("/api/portfolio"));
    }

    [Fact]
    public async Task What_a_spreadsheet_writes_where_days_come_first_is_read()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (_, text) = await LookAsync(visitor, "kpi;date;value\r\nRevenue;15/8/2026;1.234,5\r\n", "dayFirst");
        var (action, fields) = Filling.Read(text, "store");
        await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields));
        Assert.Equal(1234.5m, (decimal)(await app.Reader().GetJsonAsync("/api/kpis/K01-revenue/measurements")).AsArray()[^1]!["value"]!);
    }

    [Theory]
    [InlineData("iso", "kpi,date,value\nRevenue,2026-08-10,\"1,234\"\n", "‘1,234’ is no number")]
    [InlineData("dayFirst", "kpi;date;value\nRevenue;15/8/2026;1234.5\n", "‘1234.5’ is no number")]
    [InlineData("dayFirst", "kpi;date;value\nRevenue;15/8/2026;12.34\n", "‘12.34’ is no number; write it as 1.234,5")]
    [InlineData("iso", "kpi,at,value\nRevenue,05/08/2026 10:00,1\n", "‘05/08/2026 10:00’ is no date")]
    [InlineData("iso", "kpi,date,value,key\nRevenue,2026-08-10,1,\"a\nRevenue,2026-08-11,2,b\n", "<b>Line 2:</b> A quotation mark is opened here")]
    public async Task What_can_be_read_in_two_ways_is_asked_back(string format, string csv, string words)
    {
        var (status, text) = await LookAsync(await Visitor.SignedInAsync(app), csv, format);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at", "5/8/2026 10:00", "1.234.567,5", "2026-08-05T10:00:00.0000000+00:00", 1234567.5)]
    [InlineData("at", "2026-08-05T10:00:00+07:00", "-1.000", "2026-08-05T03:00:00.0000000+00:00", -1000)]
    [InlineData("at", "05/08/2026 10:00:30", "12345", "2026-08-05T10:00:30.0000000+00:00", 12345)]
    public void Times_and_amounts_are_read_day_first(string column, string at, string value, string expected, double amount)
    {
        var table = MeasurementTable.Read($"kpi;{column};value\nRevenue;{at};{value}", isDayFirst: true, ScorecardApp.CompanyA);
        Assert.Empty(table.Faults);
        var record = Assert.Single(table.Rows).Record;
        Assert.Equal((expected, (decimal)amount), (record.At!.Value.ToUniversalTime().ToString("O"), record.Value));
    }

    [Fact]
    public async Task A_mistyped_year_in_a_table_is_asked_back_as_it_is_on_the_page_of_a_KPI()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (_, text) = await LookAsync(visitor, "kpi,date,value\nRevenue,0202-08-10,1\n");
        var (action, fields) = Filling.Read(text, "store");
        var response = await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("a hundred years", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_into_an_empty_history()
    {
        var csv = await app.Reader().GetStringAsync("/exchange/measurements.csv");
        var emptied = ScorecardApp.CompanyA.Kpis.Aggregate(ScorecardApp.CompanyA, (portfolio, kpi) => portfolio.WithoutMeasurements(kpi.Id));
        var table = MeasurementTable.Read(csv.TrimStart('\uFEFF'), isDayFirst: false, emptied);
        Assert.Empty(table.Faults);
        Assert.Equal(ScorecardApp.CompanyA.Measurements.Sum(series => series.Measurements.Count), table.Rows.Count);

        var known = MeasurementTable.Read(csv.TrimStart('\uFEFF'), isDayFirst: false, ScorecardApp.CompanyA);
        Assert.Equal((0, table.Rows.Count), (known.Rows.Count, known.Known));
    }

    [Theory]
    [InlineData("a,b\n1,2", "a|b;1|2")]
    [InlineData("a;b\r\n\"x;y\";\"say \"\"no\"\"\"\r\n", "a|b;x;y|say \"no\"")]
    [InlineData("a\tb\n\n\"two\nlines\"\tc", "a|b;two\nlines|c")]
    [InlineData("a,b\n'=1+1,-5", "a|b;=1+1|-5")]
    [InlineData("", "")]
    public void A_table_is_read_as_spreadsheets_write_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', CsvTable.Read(text, line => Assert.Fail($"line {line}")).Select(row => string.Join('|', row.Cells))));

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("-5", "-5")]
    [InlineData("-north", "'-north")]
    [InlineData("a, b", "\"a, b\"")]
    public void What_a_spreadsheet_would_run_goes_out_as_text(string cell, string expected)
    {
        var row = CsvTable.Row(cell);
        Assert.Equal(expected + "\r\n", row);
        Assert.Equal(cell, CsvTable.Read(row, line => Assert.Fail($"line {line}")).Single().Cells[0]);
    }

    [Fact]
    public async Task The_scorecard_goes_out_as_one_page_to_keep()
    {
        var response = await app.Reader().GetAsync("/exchange/scorecard.html?asOf=2026-08-14");
        Assert.Equal("scorecard-2026-08-14.html", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("<style", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<(HttpStatusCode Status, string Text)> LookAsync(Visitor visitor, string csv, string format = "iso") =>
        visitor.AnsweredAsync("/exchange", "exchange", new() { ["csv"] = csv, ["format"] = format, ["file"] = null });
}
