using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace OkrKpi.Tests;

public partial class Explanations
{
    [Fact]
    public void Every_key_that_is_used_has_a_text()
    {
        var folder = Repository.PathOf("src", "OkrKpi");
        var words = XDocument.Load(Path.Combine(folder, "Explanations", "Words.resx")).Root!
            .Elements("data")
            .Select(data => data.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        var used = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => UsedKey().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(words));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    public void Explanations_read_the_same_in_every_current_culture(string culture)
    {
        string[] expected = Texts();
        var before = CultureInfo.CurrentCulture;
        var beforeUI = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUI;
        }
    }

    private static string[] Texts()
    {
        var kpi = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100m, new LocalDate(2026, 1, 1))
            .WithTarget(300m, new LocalDate(2026, 7, 1), new LocalDate(2026, 6, 15), "reach more customers");
        var series = MeasurementSeries.Of(kpi.Id, Measurement.On(new LocalDate(2026, 3, 31), 92m));
        var objective = Objective.Define("engage", "Raise engagement", Cycle.Quarter(2026, 3)).Addressing(kpi)
            .With(KeyResult.Define("reply", "Response time", Unit.Hours, Goal.FromTo(5m, 1m)))
            .CheckIn("reply", new LocalDate(2026, 7, 10), 3.5m, Confidence.OutOfTen(6m));
        var asOf = new LocalDate(2026, 8, 15);
        var review = Portfolio.Of([kpi], [objective], [series]).Review(asOf);
        string[] texts =
        [
            OkrNeed.Of(kpi, series, new LocalDate(2026, 6, 20)).Explain().ToString(),
            objective.Score(asOf).Explain().ToString(),
            review.Explain().ToString(),
            review.Needs[0].Explain().ToString("vi"),
            .. review.Findings.Select(finding => finding.Explanation.ToString()),
        ];
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        return texts;
    }

    [GeneratedRegex(
        "Explanation\\.Of\\(\\s*\"([^\"]+)\"|\"((?:need|kpi|keyResult|objective|goal|checkIn|pace|finding|review|week|cycle|outcome|effect|learning|brief|forecast|alignment|unit|organisation)\\.[A-Za-z.]+)\"")]
    private static partial Regex UsedKey();
}
