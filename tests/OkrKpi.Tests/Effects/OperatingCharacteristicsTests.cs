using OkrKpi.OperatingCharacteristics;

namespace OkrKpi.Tests.Effects;

/// <summary>How often the rule is right and wrong: cells of <c>EFFECTS.md</c> with a tenth of its runs, within four standard errors.</summary>
public sealed class OperatingCharacteristicsTests
{
    private const int Runs = 2_000;

    public static TheoryData<string, Cell, double, double> Cells => new()
    {
        { "no effect", new(12, 3, Noises.Normal), 3.4, 3.4 },
        { "no effect, neighbours alike", new(12, 3, Noises.Lasting(0.5)), 6.1, 5.8 },
        { "no effect, skewed", new(12, 3, Noises.Lognormal(1)), 4.7, 0.4 },
        { "no effect, a trend", new(12, 3, Noises.Normal.Rising(0.3)), 6.4, 0.0 },
        { "no effect, a slow trend, long after", new(12, 13, Noises.Normal.Rising(0.1)), 56.8, 0.0 },
        { "no effect, chosen because it missed", new(12, 3, Noises.Normal) { Chosen = static before => before[^1] < -0.5, LeftOut = 1 }, 3.5, 3.4 },
        { "two standard deviations", new(12, 3, Noises.Normal) { Effect = static (_, _) => 2d }, 81.0, 0.0 },
        { "a loss of two", new(24, 13, Noises.Normal) { Effect = static (_, _) => -2d }, 0.0, 95.8 },
        { "two in a season", new(24, 3, Noises.Normal.Seasonal()) { Effect = static (_, _) => 2d }, 69.6, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Moved_and_worsened_are_said_as_often_as_the_table_tells(string name, Cell cell, double moved, double worsened)
    {
        var shares = cell.Run(Runs, seed: 7);
        Assert.True(Near(moved, shares.Moved) && Near(worsened, shares.Worsened), $"{name}: {shares.Moved} / {shares.Worsened}");
    }

    private static bool Near(double expected, double actual) =>
        Math.Abs(actual - expected) <= 4d * Math.Sqrt(Math.Max(expected * (100d - expected), 10d) / Runs);
}
