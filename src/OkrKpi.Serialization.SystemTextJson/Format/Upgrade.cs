using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Turns a document of an earlier version of the format, step by step, into one of the current version.</summary>
/// <remarks>
/// A step gets JSON in which no member is given twice and every text is Unicode, and which may hold anything else: what it does not look at, the forms judge
/// afterwards, and
/// what it cannot work on it may refuse as <see cref="JsonNode"/> does.
/// </remarks>
internal static class Upgrade
{
    /// <summary>Deeper than any document that is accepted, and as deep as the platform writes.</summary>
    private const int MaximumDepth = 1000;

    /// <summary>Reads the document that <paramref name="json"/> stands on as what it is once upgraded, and ends on its last token.</summary>
    internal static Portfolio Read(ref JsonSource json, JsonForm<Portfolio> form, int version, ReadOnlySpan<Action<JsonObject>> steps)
    {
        using var upgraded = Run(json, version, steps);
        var start = new Utf8JsonReader(upgraded.Written, new JsonReaderOptions { MaxDepth = MaximumDepth });
        var first = start;
        first.Read();

        var faults = new List<JsonFault>();
        var portfolio = default(Portfolio);
        var again = json.Of(first, faults);
        try
        {
            portfolio = form.Read(ref again);
        }
        catch (JsonFault fault)
        {
            faults.Add(fault);
        }

        if (faults.Count > 0)
        {
            throw json.All(Told(faults, start, json.Start, version));
        }

        while (json.NextMember())
        {
            json.Pass();
        }

        return portfolio!;
    }

    /// <summary>The document that <paramref name="json"/> stands on, upgraded.</summary>
    internal static PooledBuffer Run(JsonSource json, int version, ReadOnlySpan<Action<JsonObject>> steps)
    {
        var reader = json.Reader;
        UnreadJson.Check(reader);
        var document = JsonNode.Parse(ref reader)!.AsObject();
        try
        {
            foreach (var step in steps)
            {
                step(document);
            }
        }
        catch (Exception exception) when (JsonSource.IsRefusal(exception) || exception is FormatException)
        {
            throw json.Wrong($"the document says it is of version {version}, and does not fit that: {JsonSource.Sentence(exception)}", exception);
        }

        document["version"] = PortfolioForm.Version;
        var upgraded = new PooledBuffer();
        using var writer = new Utf8JsonWriter(upgraded, PortfolioJsonOptions.Default.With(DocumentLayout.Compact).Writer);
        document.WriteTo(writer);
        return upgraded;
    }

    // The path is that of the upgraded document; the line is that of the original, as far down as the path leads there too.
    private static JsonFault[] Told(List<JsonFault> faults, Utf8JsonReader upgraded, long original, int version)
    {
        var ways = JsonPath.StepsTo(upgraded, faults);
        return [
            .. faults.Select(
                (fault, index) => new JsonFault(original, ways[index], $"once upgraded from version {version}: {fault.Message}", fault.InnerException))
        ];
    }
}
