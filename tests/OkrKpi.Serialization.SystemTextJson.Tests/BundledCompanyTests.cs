using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>The document that comes with the sample survives reading and writing.</summary>
public class BundledCompanyTests
{
    private static string Text => File.ReadAllText(Repository.PathOf("samples", "Scorecard", "data", "company-a.json"));

    [Fact]
    public void Written_and_read_again_it_is_written_the_same()
    {
        var once = PortfolioJson.Write(PortfolioJson.Read(Text));
        Assert.Equal(once, PortfolioJson.Write(PortfolioJson.Read(once)));
    }

    [Fact]
    public void Written_and_read_again_it_is_reviewed_the_same()
    {
        var asOf = new LocalDate(2026, 8, 15);
        var portfolio = PortfolioJson.Read(Text);
        Assert.Equal(PortfolioJson.Write(portfolio.Review(asOf)), PortfolioJson.Write(PortfolioJson.Read(PortfolioJson.Write(portfolio)).Review(asOf)));
    }
}
