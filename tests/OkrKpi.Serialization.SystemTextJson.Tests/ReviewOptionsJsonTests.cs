using System.Text.Json;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>What a host lets its users set for reviews, kept as JSON.</summary>
public sealed class ReviewOptionsJsonTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    private static readonly ReviewOptions Whole = ReviewOptions.Default
        .With(OkrNeedRule.Default.With(Lagging.MissesInARow(2)).IgnoringRaisesWithin(Tolerance.OfShare(0.05m)))
        .With(ScoringProfile.VivaGoals)
        .Without<HasNoInitiative>().Without<HasNoOwner>()
        .Rating<ObjectiveCarriesNumber>(FindingSeverity.Warning).Rating<ObjectiveCarriesNumber>(FindingSeverity.Hint);

    [Fact]
    public void What_is_left_out_is_as_by_default()
    {
        Assert.Equal("{}", JsonSerializer.Serialize(ReviewOptions.Default, Options));
        var read = JsonSerializer.Deserialize<ReviewOptions>("{}", Options)!;
        Assert.Equal(ReviewOptions.Default.ToString(), read.ToString());
        Assert.Equal(ReviewOptions.Default.FindingRules, read.FindingRules);
    }

    [Fact]
    public void They_are_read_as_they_were_written_and_review_alike()
    {
        var json = JsonSerializer.Serialize(Whole, Options);
        Assert.Contains("\"leftOut\":[\"hasNoInitiative\",\"hasNoOwner\"]", json, StringComparison.Ordinal);
        Assert.Contains("\"rated\":[{\"rule\":\"objectiveCarriesNumber\",\"severity\":\"hint\"}]", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<ReviewOptions>(json, Options)!;
        Assert.Equal(json, JsonSerializer.Serialize(read, Options));
        Assert.Equal(Whole.FindingRules, read.FindingRules);
        Assert.Equal(Whole.ToString(), read.ToString());
        var portfolio = PortfolioJson.Read(File.ReadAllBytes(Repository.PathOf("samples", "Scorecard", "data", "company-a.json")));
        var on = new LocalDate(2026, 8, 15);
        Assert.Equal(PortfolioJson.Write(portfolio.Review(on, Whole)), PortfolioJson.Write(portfolio.Review(on, read)));
        Assert.NotEqual(PortfolioJson.Write(portfolio.Review(on)), PortfolioJson.Write(portfolio.Review(on, read)));
    }

    [Fact]
    public void Every_quality_rule_of_the_library_can_be_left_out_and_rated() => Assert.All(ReviewOptions.Default.FindingRules, rule =>
    {
        var options = ReviewOptions.Default.Without(rule).Rating(rule, FindingSeverity.Error);
        var read = JsonSerializer.Deserialize<ReviewOptions>(JsonSerializer.Serialize(options, Options), Options)!;
        Assert.Equal(ReviewOptions.Default.FindingRules.Where(each => each != rule), read.FindingRules);
        Assert.Equal(FindingSeverity.Error, read.RatingOf(rule));
    });

    [Fact]
    public void What_is_code_of_the_users_own_is_refused_with_its_name()
    {
        Assert.Contains(
            nameof(Own), Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(ReviewOptions.Default.With(new Own()), Options)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no quality rule of the library; they are",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ReviewOptions>("""{"leftOut":["hasNoInitiatives"]}""", Options)).Message,
            StringComparison.Ordinal);
    }

    private sealed class Own : FindingRule;
}
