using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class BadDocumentTests
{
    private const string Kpi = """{"id":"a","name":"A","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}""";

    [Theory]
    [InlineData("", "$")]
    [InlineData("{\n\"version\": 1, \"kp", "$.version")]
    [InlineData("{\"version\":1,}", "$.version")]
    [InlineData("{\"version\":1} // end", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{}", "$.version")]
    [InlineData("{\"version\":2,\"future\":[]}", "$.version")]
    [InlineData("{\"version\":0}", "$.version")]
    [InlineData("{\"version\":1.5}", "$.version")]
    [InlineData("{\"version\":\"1\"}", "$.version")]
    [InlineData("{\"version\":1,\"version\":1}", "$.version")]
    [InlineData("{\"version\":1,\"colour\":1}", "$.colour")]
    [InlineData("{\"version\":1,\"a b\\n\":1}", "$['a b ']")]
    [InlineData("{\"version\":1,\"\\ud800\":1}", "$['\uFFFD']")]
    [InlineData("{\"version\":1,\"name\":\"\\ud800\"}", "$.name")]
    [InlineData("{\"version\":1,\"name\":\" \"}", "$.name")]
    [InlineData("{\"version\":1,\"name\":\"a\\nb\"}", "$.name")]
    [InlineData("{\"version\":1,\"name\":null}", "$.name")]
    [InlineData("{\"version\":1,\"kpis\":{}}", "$.kpis")]
    [InlineData("{\"version\":1,\"kpis\":[3]}", "$.kpis[0]")]
    public void A_document_that_does_not_fit_is_refused(string json, string path) => Refused(json, path);

    [Theory]
    [InlineData("\"percent\"", "\"furlong\"", "$.kpis[0].unit.kind")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\":\"percent\",\"of\":\"x\"}", "$.kpis[0].unit.of")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\\ud83d\":\"percent\"}", "$.kpis[0].unit.kind")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\":\"percent\",\"kind\":\"percent\"}", "$.kpis[0].unit.kind")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\":\"money\",\"currency\":\"U\\nS\"}", "$.kpis[0].unit.currency")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\":\"rating\",\"outOf\":0}", "$.kpis[0].unit.outOf")]
    [InlineData("{\"kind\":\"percent\"}", "{\"kind\":\"duration\",\"in\":\"years\"}", "$.kpis[0].unit.in")]
    [InlineData("\"higherIsBetter\"", "\"HigherIsBetter\"", "$.kpis[0].direction")]
    [InlineData("\"month\"", "4", "$.kpis[0].cadence")]
    [InlineData("\"last\"", "\"sum\"", "$.kpis[0].aggregation")]
    [InlineData("\"last\"", "\"last\",\"measuredEvery\":\"year\"", "$.kpis[0].measuredEvery")]
    [InlineData("\"last\"", "\"last\",\"calendar\":{\"zone\":\"Mars/Base\"}", "$.kpis[0].calendar.zone")]
    [InlineData("\"last\"", "\"last\",\"calendar\":{\"fiscalYearStartMonth\":13}", "$.kpis[0].calendar.fiscalYearStartMonth")]
    [InlineData("\"last\"", "\"last\",\"calendar\":{\"firstDayOfWeek\":\"none\"}", "$.kpis[0].calendar.firstDayOfWeek")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-30\",\"value\":1}]", "$.kpis[0].targets[0].from")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\"}]", "$.kpis[0].targets[0]")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\",\"value\":1,\"withdrawn\":true}]", "$.kpis[0].targets[0]")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\",\"withdrawn\":false}]", "$.kpis[0].targets[0].withdrawn")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\",\"band\":{\"low\":1}}]", "$.kpis[0].targets[0]")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\",\"band\":{}}]", "$.kpis[0].targets[0].band")]
    [InlineData("\"last\"", "\"last\",\"targets\":[{\"from\":\"2026-02-03\",\"value\":1e16}]", "$.kpis[0].targets[0].value")]
    public void A_kpi_that_does_not_fit_is_refused(string good, string bad, string path) =>
        Refused("{\"version\":1,\"kpis\":[" + Kpi.Replace(good, bad, StringComparison.Ordinal) + "]}", path);

    [Theory]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1e400}", "$.measurements[0].values[0].value")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1e-40}", "$.measurements[0].values[0].value")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":0.12345678901234567890123456789012345}", "$.measurements[0].values[0].value")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1000000000000001}", "$.measurements[0].values[0].value")]
    [InlineData("{\"date\":\"2026-01-01\"}", "$.measurements[0].values[0].value")]
    [InlineData("{\"value\":1}", "$.measurements[0].values[0]")]
    [InlineData("{\"at\":\"2026-01-01\",\"value\":1}", "$.measurements[0].values[0].at")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1,\"restates\":true}", "$.measurements[0].values[0].restates")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1,\"weight\":-1}", "$.measurements[0].values[0].weight")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"name\":\"x\"}}", "$.measurements[0].values[0].segment.dimension")]
    [InlineData("{\"date\":\"2026-01-01\",\"value\":1,\"denominator\":2}", "$.measurements[0].values[0]")]
    public void A_measurement_that_does_not_fit_is_refused(string measurement, string path) =>
        Refused("{\"version\":1,\"kpis\":[" + Kpi + "],\"measurements\":[{\"kpi\":\"a\",\"values\":[" + measurement + "]}]}", path);

    [Theory]
    [InlineData("{\"kind\":\"dream\"}", "$.objectives[0].keyResults[0].goal.kind")]
    [InlineData("{\"kind\":\"fromTo\",\"start\":1,\"target\":1}", "$.objectives[0].keyResults[0].goal.target")]
    [InlineData("{\"kind\":\"atLeast\",\"target\":-1,\"reading\":\"shareOfTarget\"}", "$.objectives[0].keyResults[0].goal.reading")]
    [InlineData("{\"kind\":\"milestones\",\"steps\":[]}", "$.objectives[0].keyResults[0].goal")]
    [
        InlineData(
            "{\"kind\":\"minimumSample\",\"sample\":1,\"goal\":{\"kind\":\"keepWithin\",\"band\":{\"low\":1}}}", "$.objectives[0].keyResults[0].goal.sample")
    ]
    public void A_goal_that_does_not_fit_is_refused(string goal, string path) =>
        Refused(
            "{\"version\":1,\"objectives\":[{\"id\":\"o\",\"title\":\"O\",\"cycle\":{\"name\":\"c\",\"start\":\"2026-01-01\",\"end\":\"2026-03-31\"},\"keyResults\":[{\"id\":\"k\",\"name\":\"K\",\"unit\":{\"kind\":\"percent\"},\"goal\":" + goal + "}]}]}",
            path);

    [Fact]
    public void An_unknown_or_repeated_kpi_is_refused()
    {
        Refused("""{"version":1,"measurements":[{"kpi":"nobody","values":[]}]}""", "$.measurements[0].kpi");
        Refused(
            """{"version":1,"objectives":[{"id":"o","title":"O","cycle":{"start":"2026-01-01","end":"2026-03-31"},"addresses":["nobody"]}]}""",
            "$.objectives[0].addresses[0]");
        Refused("{\"version\":1,\"kpis\":[" + Kpi + "," + Kpi + "]}", "$.kpis[1].id");
    }

    [Fact]
    public void Malformed_text_says_the_line() => Assert.Contains(", line 2:", Refused("{\n\"version\" 1}", "$").Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_allowed_is_named() =>
        Assert.Contains(
            "count, money, percent",
            Refused("{\"version\":1,\"kpis\":[" + Kpi.Replace("percent", "furlong", StringComparison.Ordinal) + "]}", "$.kpis[0].unit.kind").Message,
            StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_unicode_is_refused()
    {
        Refused("{\"version\":1,\"name\":\"\ud800\"}", "$");
        byte[] bytes = [.. "{\"version\":1,\"name\":\""u8, 0xFF, .. "\"}"u8];
        Assert.Equal("$.name", Assert.Throws<JsonException>(() => PortfolioJson.Read(bytes)).Path);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Refused(new string('[', 100_000), "$");

    private static JsonException Refused(string json, string path)
    {
        var exception = Assert.Throws<JsonException>(() => PortfolioJson.Read(json));
        Assert.Equal(path, exception.Path);
        Assert.StartsWith(path + ", line ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        return exception;
    }
}
