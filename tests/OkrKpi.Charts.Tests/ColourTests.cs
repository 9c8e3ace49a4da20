namespace OkrKpi.Charts.Tests;

/// <summary>
/// Contrast by WCAG 2, and how the colours look to those who lack one of the three kinds of cones (Viénot, Brettel and Mollon; Machado for tritan).
/// </summary>
public class ColourTests
{
    private static readonly double[][,] Lacking =
    [
        // Protan, deutan and tritan, complete: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, 2009, severity 1.0, on linear RGB.
        new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    ];

    public static TheoryData<bool> Modes => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Text_has_the_contrast_of_AA_and_lines_that_of_graphics(bool isDark)
    {
        var paper = Of("paper", isDark);
        foreach (var name in new[] { "ink", "muted", "target", "missed", "actual" })
        {
            Assert.True(Contrast(Of(name, isDark), paper) >= 4.5, $"{name}: {Contrast(Of(name, isDark), paper):0.00}");
        }

        // Axes, what is not needed, and dotted lines.
        Assert.True(Contrast(Of("line", isDark), paper) >= 3, $"line: {Contrast(Of("line", isDark), paper):0.00}");

        // Text on a bar of what needs an OKR, and the bar of a bullet on the darkest of its ranges.
        Assert.True(Contrast(paper, Of("missed", isDark)) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Met_and_missed_are_told_apart_with_every_kind_of_colour_blindness(bool isDark)
    {
        foreach (var lacking in Lacking)
        {
            var (met, missed, target) = (Seen(Of("actual", isDark), lacking), Seen(Of("missed", isDark), lacking), Seen(Of("target", isDark), lacking));
            Assert.True(Distance(met, missed) >= 25, $"met and missed: {Distance(met, missed):0.0}");
            Assert.True(Distance(missed, target) >= 15, $"missed and target: {Distance(missed, target):0.0}");
        }
    }

    [Fact]
    public void Met_and_missed_differ_by_shape_as_well()
    {
        var shapes = Enum.GetValues<KpiStatus>().Select(status => status.Mark()).Distinct().Count();
        Assert.NotEqual(KpiStatus.Met.Mark(), KpiStatus.Behind.Mark());
        Assert.NotEqual(KpiStatus.Met.Mark(), KpiStatus.Near.Mark());
        Assert.True(shapes >= 5);
    }

    private static double[] Of(string name, bool isDark)
    {
        var (_, light, dark) = Array.Find(Palette.Colours, each => each.Name == name);
        var hex = isDark ? dark : light;
        return [.. Enumerable.Range(0, 3).Select(part => Linear(Convert.ToInt32(hex.Substring(1 + (part * 2), 2), 16) / 255.0))];
    }

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static double Contrast(double[] one, double[] other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(double[] linear) => (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);

    private static double[] Seen(double[] linear, double[,] by) =>
        [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => by[row, column] * linear[column]), 0, 1))];

    // CIE 1976 in Lab, D65.
    private static double Distance(double[] one, double[] other) => Math.Sqrt(Lab(one).Zip(Lab(other), (left, right) => (left - right) * (left - right)).Sum());

    private static double[] Lab(double[] rgb)
    {
        var x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.9505);
        var y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double F(double part) => part > 0.008856 ? Math.Cbrt(part) : (7.787 * part) + (16.0 / 116);
}
