using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>One case of a vector file.</summary>
internal sealed class KpiVector(string file, int index, JsonElement root)
{
    internal string File => file;

    internal int Index => index;

    internal string Kind => root.GetProperty("kind").GetString()!;

    internal JsonElement Input => root.GetProperty("input");

    internal JsonElement Expected => root.GetProperty("expected");

    /// <summary>Lower is better, however the source says so.</summary>
    internal Direction Direction =>
        IsTrue("lower_is_better") || Text("direction") is "down" or "lower-is-better" or "minimize" or "decrease"
            ? Direction.LowerIsBetter
            : Direction.HigherIsBetter;

    internal bool Has(string name) => Input.TryGetProperty(name, out _);

    internal bool Expects(string name) => Expected.TryGetProperty(name, out _);

    internal bool ExpectsNull(string name) => Expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    internal bool IsTrue(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    internal decimal Number(string name) => Input.GetProperty(name).GetDecimal();

    internal decimal? Optional(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    internal string? Text(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal decimal[] Numbers(string name) => [.. Input.GetProperty(name).EnumerateArray().Select(each => each.GetDecimal())];

    /// <summary>Equal to as many decimals as the case shows; does nothing when the case does not expect it.</summary>
    internal void Equal(string name, decimal? actual)
    {
        if (Expected.TryGetProperty(name, out var expected))
        {
            Equal(expected, actual);
        }
    }

    internal void Equal(string name, IEnumerable<decimal?> actual)
    {
        if (Expected.TryGetProperty(name, out var expected))
        {
            Assert.Equal(expected.GetArrayLength(), actual.Count());
            Assert.All(expected.EnumerateArray().Zip(actual), pair => Equal(pair.First, pair.Second));
        }
    }

    private static void Equal(JsonElement expected, decimal? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual);
            return;
        }

        var wanted = expected.GetDecimal();
        var digits = Math.Min((int)wanted.Scale, 12);
        Assert.NotNull(actual);
        Assert.Equal(Math.Round(wanted, digits), Math.Round(actual.Value, digits, MidpointRounding.AwayFromZero));
    }
}
