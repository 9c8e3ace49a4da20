using NodaTime;

namespace OkrKpi.Tests;

/// <summary>The README's example, compiled and run; the README quotes what stands between the markers, to the letter.</summary>
public class ReadmeExampleTests
{
    [Fact]
    public void The_example_says_what_the_readme_says_it_prints()
    {
        var output = new StringWriter();
        Run(output);
        Assert.Equal(Block("```text"), output.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public void The_readme_quotes_the_example()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "OkrKpi.Tests", "ReadmeExampleTests.cs"));
        var start = source.LastIndexOf("// readme: begin", StringComparison.Ordinal);
        var end = source.LastIndexOf("// readme: end", StringComparison.Ordinal);
        var lines = source[start..end].ReplaceLineEndings("\n").Split('\n')[1..^1].Select(line => line.Length > 8 ? line[8..] : "");
        var quoted = Block("```csharp").Replace("Console.WriteLine", "output.WriteLine", StringComparison.Ordinal);
        Assert.Equal(quoted, "using NodaTime;\nusing OkrKpi;\n\n" + string.Join('\n', lines));
    }

    private static void Run(TextWriter output)
    {
        // readme: begin
        var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .OwnedBy("Customer Success")
            .WithTarget(100, from: new LocalDate(2026, 1, 1))
            .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");
        var held = MeasurementSeries.Of("meetings", Measurement.On(new LocalDate(2026, 3, 31), 92));

        OkrNeed need = OkrNeed.Of(meetings, held, asOf: new LocalDate(2026, 6, 20));
        output.WriteLine($"{need.State}: {string.Join("; ", need.Reasons)}");

        var engage = Objective.Define("engage-new", "Raise engagement with new customers", Cycle.Quarter(2026, 3))
            .OwnedBy("Customer Success")
            .Addressing(meetings)
            .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
            .With(Initiative.Define("faq", "FAQ section and answer store"))
            .CheckIn("open-rate", new LocalDate(2026, 7, 10), 6, Confidence.OutOfTen(6));

        PortfolioReview review = Portfolio.Of([meetings], [engage], [held]).Review(new LocalDate(2026, 7, 12));
        output.WriteLine($"{review.Needs[0].State}; coverage {review.Objectives[0].Coverage}, {review.Findings.Count} findings");
        // readme: end
    }

    private static string Block(string fence)
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf(fence + "\n", StringComparison.Ordinal) + fence.Length + 1;
        return readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
