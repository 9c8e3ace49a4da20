using System.Globalization;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>A method that returns its own type changes what it names and nothing else.</summary>
public sealed class WithTests
{
    private static readonly Changes[] All =
    [
        new Changes<PortfolioJsonOptions>(
            PortfolioJsonOptions.Default,
            PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo("vi")).With(DocumentSyntax.CommentsAndTrailingCommas).With(DocumentLayout.Compact)
                .WithMaximumBytes(2).WithMaximumDepth(3).WithMaximumItems(4).WithMaximumTextLength(5))
        {
            { each => each.With(CultureInfo.GetCultureInfo("de")), "Culture" },
            { each => each.With(DocumentSyntax.Strict), "Syntax" },
            { each => each.With(DocumentLayout.Indented), "Layout" },
            { each => each.WithMaximumBytes(9), "MaximumBytes" },
            { each => each.WithMaximumDepth(9), "MaximumDepth" },
            { each => each.WithMaximumItems(9), "MaximumItems" },
            { each => each.WithMaximumTextLength(9), "MaximumTextLength" },
        },
        new Changes<PortfolioDocument>(
            PortfolioDocument.Read("""{"version":1,"kpis":[],"objectives":[]}"""),
            PortfolioDocument.Read("""{"version":1,"kpis":[],"objectives":[],"ours":1}"""), "version")
        {
            { each => each.With(Sample.Everything()), "Portfolio" },
        },
    ];

    [Fact]
    public void A_method_changes_what_it_names_and_nothing_else()
    {
        string[] faults = [.. All.SelectMany(each => each.Faults)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_method_that_returns_its_own_type_is_tried()
    {
        var tried = All.SelectMany(each => each.Tried).ToHashSet();
        string[] untried =
        [
            .. typeof(PortfolioJson).Assembly.GetExportedTypes().SelectMany(Changes.Of).Where(method => !tried.Contains(method)).Select(Changes.Name)
        ];
        Assert.True(untried.Length == 0, $"These return their own type; call each in an example above and name what it changes: {string.Join(", ", untried)}.");
    }
}
