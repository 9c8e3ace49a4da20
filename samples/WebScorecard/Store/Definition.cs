using System.Text.Json.Nodes;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.Store;

/// <summary>The part of a workspace that people write down once, apart from its histories: a document in the library's format without targets, check-ins and measurements.</summary>
internal sealed class Definition
{
    private static readonly string[] HistoryNames = ["targets", "checkIns", "measurements"];
    private static readonly string[] MeaningNames = ["unit", "direction", "cadence", "aggregation", "calendar", "goal"];

    private readonly JsonObject document;

    private Definition(JsonObject document)
    {
        this.document = document;
        Portfolio = PortfolioJson.Read(Document);
    }

    /// <summary>The KPIs and objectives, without any history.</summary>
    public Portfolio Portfolio { get; }

    public string Document => document.ToJsonString();

    /// <summary>The definition of a portfolio, whatever history it has left aside.</summary>
    public static Definition Of(Portfolio portfolio)
    {
        var document = Parse(PortfolioJson.Write(portfolio));
        foreach (var history in Histories(document).ToList())
        {
            history.Owner.Remove(history.Name);
        }

        return new(document);
    }

    /// <summary>A definition that was kept.</summary>
    public static Definition Stored(string document) => new(Parse(document));

    /// <summary>A definition that somebody sends.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no document of the library's format.</exception>
    /// <exception cref="ArgumentException">It brings a history along.</exception>
    public static Definition Read(string document)
    {
        var definition = new Definition(Parse(PortfolioJson.Write(PortfolioJson.Read(document))));
        return Histories(definition.document).FirstOrDefault() is { Name: { } name }
            ? throw new ArgumentException($"A definition has no {name}: a history grows by an entry at a time, at its own address.")
            : definition;
    }

    /// <summary>Refuses a next definition under which an entry of a history would lose its place or its meaning.</summary>
    /// <exception cref="ArgumentException">Something with a history is gone, or is measured otherwise.</exception>
    public void RequireKeptBy(Definition next)
    {
        foreach (var (path, owner) in Owners(document))
        {
            var kept = Owners(next.document).FirstOrDefault(each => each.Path == path).Owner
                ?? throw new ArgumentException($"'{path}' is gone, but its history stays: close an objective or cancel a key result with its date instead.");
            foreach (var name in MeaningNames)
            {
                if (!JsonNode.DeepEquals(owner[name], kept[name]))
                {
                    throw new ArgumentException($"The {name} of '{path}' would give its past another meaning: define a new one beside it.");
                }
            }
        }
    }

    private static JsonObject Parse(string document) => JsonNode.Parse(document)!.AsObject();

    // Everything that has a history of its own, and where it stands.
    private static IEnumerable<(string Path, JsonObject Owner)> Owners(JsonObject document)
    {
        foreach (var kpi in Items(document, "kpis"))
        {
            yield return ($"{kpi["id"]}", kpi);
        }

        foreach (var objective in Items(document, "objectives"))
        {
            foreach (var keyResult in Items(objective, "keyResults"))
            {
                yield return ($"{objective["id"]}/{keyResult["id"]}", keyResult);
            }
        }
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Histories(JsonObject document) =>
        Owners(document).Select(each => each.Owner).Append(document)
            .SelectMany(owner => HistoryNames.Where(owner.ContainsKey), (owner, name) => (owner, name));

    private static IEnumerable<JsonObject> Items(JsonObject owner, string name) =>
        owner[name] is JsonArray items ? items.Select(item => item!.AsObject()) : [];
}
