using System.Xml.Linq;

namespace OkrKpi.Charts.Tests;

public class PictureRules
{
    // Elements and attributes of SVG 1.1 that a still picture needs; nothing that runs or loads.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["svg"] = ["class", "viewBox", "width", "height", "role", "aria-label"],
        ["title"] = [],
        ["desc"] = [],
        ["style"] = [],
        ["path"] = ["class", "d"],
        ["rect"] = ["class", "x", "y", "width", "height"],
        ["circle"] = ["class", "cx", "cy", "r"],
        ["text"] = ["class", "x", "y"],
    };

    public static TheoryData<string> Names => [.. Pictures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_well_formed_and_holds_only_what_a_still_picture_needs(string name) => Check(Svg.Of(Pictures.All[name]()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_labels_lie_inside_it_and_none_over_another(string name) => Assert.Empty(Svg.Faults(Svg.Of(Pictures.All[name]())));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_role_a_title_and_a_description_that_says_the_point(string name)
    {
        var chart = Pictures.All[name]();
        var svg = Svg.Of(chart);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(chart.Title, svg.Element(Svg.Space + "title")!.Value);
        Assert.Equal(chart.Description, svg.Element(Svg.Space + "desc")!.Value);
        Assert.Matches("[0-9]", chart.Description);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_fits_every_width_and_height(string name)
    {
        var chart = Pictures.All[name]();
        foreach (var width in new[] { 60, 219, 220, 300, 344, 480, 481, 1_280, 4_000 })
        {
            foreach (var height in new[] { 16, 100, 200, 344 })
            {
                var svg = Svg.Of(chart.Sized(width, height));
                Check(svg);
                string[] faults = [.. Svg.Faults(svg)];
                Assert.True(faults.Length == 0, $"{width} x {height}: {string.Join("; ", faults)}");
            }
        }
    }

    [Fact]
    public void The_text_of_a_picture_is_at_least_twelve_high_whatever_its_size() =>
        Assert.Equal(["12px", "15px"], System.Text.RegularExpressions.Regex.Matches(Palette.Style, "[0-9.]+px(?=[; }]| system)")
            .Select(each => each.Value).Where(each => each is not "3px").Distinct().Order());

    internal static void Check(XElement svg)
    {
        foreach (var element in svg.DescendantsAndSelf())
        {
            Assert.True(Allowed.TryGetValue(element.Name.LocalName, out var attributes) && element.Name.Namespace == Svg.Space, $"there is a {element.Name}");
            Assert.All(element.Attributes().Where(each => !each.IsNamespaceDeclaration), each => Assert.Contains(each.Name.ToString(), attributes!));
            if (element.Attribute("d") is { } path)
            {
                Assert.Matches("^(?:[ML]-?[0-9]+(?:\\.[0-9])? -?[0-9]+(?:\\.[0-9])?|Z)+$", path.Value);
                Assert.StartsWith("M", path.Value, StringComparison.Ordinal);
            }

            foreach (var kind in element.Kinds().Where(kind => kind.Length > 0 && element.Name.LocalName != "svg"))
            {
                Assert.Contains($".okr .{kind}{{", Palette.Style, StringComparison.Ordinal);
            }
        }
    }
}
