namespace OkrKpi.Analytics.Tests;

/// <summary>Series as businesses have them, without chance: what looks like it comes from remainders.</summary>
internal static class AnySeries
{
    internal static IEnumerable<(string Name, int Season, decimal[] Values)> All =>
    [
        ("flat with noise", 1, Of(30, index => 100 + Noise(index, 15))),
        ("growing", 1, Of(36, index => 50 + (2.5m * index) + Noise(index, 8))),
        ("growing by shares", 1, Of(24, index => 10m * (decimal)Math.Round(Math.Pow(1.08, index), 4))),
        ("falling to nothing", 1, Of(20, index => Math.Max(0, 90 - (5 * index)) + (Noise(index, 2) / 10m) + 0.2m)),
        ("levelling off", 1, Of(32, index => 200 - (6_000m / (40 + (index * index))) + Noise(index, 4))),
        ("a step up", 1, Of(28, index => (index < 20 ? 60 : 80) + Noise(index, 3))),
        ("a year with a season", 12, Of(48, index => 100 + Wave(index) + Noise(index, 5))),
        ("a growing year whose season grows with it", 12, Of(60, index => (80 + index) * (100 + Wave(index)) / 100m)),
        ("quarters", 4, Of(20, index => 40 + (index % 4 * 12) + (index / 2m) + Noise(index, 2))),
        ("weekdays", 7, Of(49, index => (index % 7) switch { 5 => 4, 6 => 0, _ => 20 } + (Noise(index, 2) / 2m))),
        ("a season too short to tell", 12, Of(18, index => 100 + Wave(index))),
        ("now and then", 1, Of(30, index => index % 4 == 1 ? 3 + (index % 3) : 0)),
        ("always the same", 4, Of(16, _ => 42)),
        ("below nothing", 1, Of(24, index => -20 + index + Noise(index, 6))),
        ("enormous", 1, Of(24, index => 1_000_000_000_000m * (10 + index) + (Noise(index, 9) * 10_000_000_000m))),
        ("tiny", 1, Of(24, index => 0.000_001m * (10 + index + Noise(index, 2)))),
        ("eight values", 1, Of(8, index => 10 + (index * 3) + Noise(index, 2))),
        ("one off", 1, Of(26, index => index == 13 ? 900 : 100 + Noise(index, 4))),
    ];

    /// <summary>A whole number from minus a bound to the bound that follows no pattern one sees.</summary>
    internal static decimal Noise(int index, int bound) => ((((index + 3) * 7_919) + (index * index * 31)) % ((2 * bound) + 1)) - bound;

    private static decimal Wave(int index) => new[] { -20m, -15m, -5m, 0m, 5m, 12m, 15m, 10m, 2m, -4m, -10m, 30m }[index % 12];

    private static decimal[] Of(int count, Func<int, decimal> value) => [.. Enumerable.Range(0, count).Select(value)];
}
