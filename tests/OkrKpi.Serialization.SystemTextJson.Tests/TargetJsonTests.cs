using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Targets in the document: strict ones, and whether the day of a decision was stated.</summary>
public sealed class TargetJsonTests
{
    private const string Kept = """
        {"version":1,"kpis":[{"id":"a","name":"A","unit":{"kind":"count","of":"thing"},"direction":"lowerIsBetter","cadence":"month","aggregation":"sum",
        "targets":[{"from":"2026-01-01","decidedOn":"2026-01-01","value":60},{"from":"2026-07-01","below":60},{"from":"2026-08-01","through":"2026-08-31","decidedOn":"2026-06-15","value":50}]}]}
        """;

    [Fact]
    public void A_kept_document_reads_with_its_strict_targets_and_its_stated_days()
    {
        var decisions = PortfolioJson.Read(Kept).Kpis[0].Targets.Decisions;
        Assert.Equal(
            [(Target.Of(60m), true), (Target.Of(50m), true), (Target.Below(60m), false)],
            decisions.Select(decision => (decision.Target!, decision.IsDayStated)));
    }

    [Fact]
    public void Whether_the_day_was_stated_is_written_and_read_back()
    {
        var text = PortfolioJson.Write(PortfolioJson.Read(Kept));
        Assert.Equal(2, text.Split("\"decidedOn\"").Length - 1);
        Assert.Equal(text, PortfolioJson.Write(PortfolioJson.Read(text)));
    }

    [Theory]
    [InlineData("\"value\":60,\"below\":60")]
    [InlineData("\"above\":60,\"below\":60")]
    [InlineData("\"above\":60")]
    [InlineData("\"below\":1e30")]
    public void What_is_no_target_of_the_KPI_is_refused_with_its_place(string target)
    {
        var fault = Assert.Throws<System.Text.Json.JsonException>(() => PortfolioJson.Read(Kept.Replace("\"below\":60", target, StringComparison.Ordinal)));
        Assert.Contains("targets", fault.Message + fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_stands_alone_is_a_number_or_says_what_it_is()
    {
        var options = new System.Text.Json.JsonSerializerOptions().AddOkrKpi();
        foreach (var target in (Target[])[
            Target.Of(60m), Target.Below(60m), Target.Above(-1m), Target.Within(Band.AtLeast(3m)), Target.Within(Band.Between(1m, 2m)),
            Target.Within(Band.AtMost(2m))
        ])
        {
            Assert.Equal(target, System.Text.Json.JsonSerializer.Deserialize<Target>(System.Text.Json.JsonSerializer.Serialize(target, options), options));
        }

        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Target>("""{"below":1,"above":2}""", options));
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Target>("""{"low":1,"above":2}""", options));
    }

    [Fact]
    public void A_review_tells_the_open_raises_and_what_they_mean()
    {
        var kpi = Kpi.Define("a", "A", Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(100m, new LocalDate(2026, 1, 1)).WithTarget(110m, new LocalDate(2026, 7, 1), new LocalDate(2026, 6, 15));
        var review = Portfolio.Of([kpi], [], [MeasurementSeries.Of("a", Measurement.On(new LocalDate(2026, 5, 31), 120m))]).Review(new LocalDate(2026, 6, 20));
        Assert.Contains("\"standing\":\"reachedAlready\"", PortfolioJson.Write(review).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
