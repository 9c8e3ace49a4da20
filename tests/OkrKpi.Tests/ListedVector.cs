using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkrKpi.Tests;

/// <summary>One case of a file that lists published cases without ids: <c>product-doc-vectors.json</c> and <c>okr-peer-vectors.json</c>.</summary>
public sealed partial record ListedVector(string Origin, string Note, JsonElement Input, JsonElement Expected)
{
    internal const string Products = "product-doc-vectors.json";
    internal const string Peers = "okr-peer-vectors.json";

    /// <summary>Another tolerance than exactness, where the source's own test has one.</summary>
    internal decimal Tolerance =>
        StatedTolerance().Match(Note) is { Success: true } match ? decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0.000_000_001m;

    internal static TheoryData<string> Ids(string file, string kind)
    {
        var ids = new TheoryData<string>();
        var number = 0;
        foreach (var vector in All(file, kind))
        {
            ids.Add(string.Create(CultureInfo.InvariantCulture, $"{++number} {vector.Origin}"));
        }

        return ids;
    }

    internal static ListedVector Case(string file, string kind, string id) =>
        All(file, kind).ElementAt(int.Parse(id.AsSpan(0, id.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) - 1);

    internal decimal Number(string name) => Input.GetProperty(name).GetDecimal();

    internal decimal? OptionalNumber(string name) =>
        Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    internal string? Text(string name) => Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal NodaTime.LocalDate? Date(string name) => Text(name) is { } text ? NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value : null;

    private static IEnumerable<ListedVector> All(string file, string kind)
    {
        var origin = file == Products ? "product" : "peer";
        return [.. VectorFile.Cases(file).Where(each => VectorFile.KindOf(each) == kind).Select(each =>
            new ListedVector(each.GetProperty(origin).GetString()!, each.GetProperty("note").GetString() ?? "", each.GetProperty("input"),
                each.GetProperty("expected")))];
    }

    [GeneratedRegex("tolerance ([0-9.]*[0-9])")]
    private static partial Regex StatedTolerance();
}
