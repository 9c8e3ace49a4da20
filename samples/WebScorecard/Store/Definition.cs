using System.Text.Json.Nodes;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.Store;

/// <summary>
/// The part of a workspace that people write down once, apart from its histories: a document in the library's format without targets, check-ins and
/// measurements, and with the briefs of its KPIs.
/// </summary>
internal sealed class Definition
{
    private static readonly string[] HistoryNames = ["targets", "checkIns", "measurements"];
    private static readonly string[] MeaningNames = ["unit", "direction", "cadence", "aggregation", "calendar", "goal"];

    private Definition(JsonObject document, IReadOnlyList<BriefNotes> briefs)
    {
        Portfolio = PortfolioJson.Read(document.ToJsonString());
        Briefs = briefs;
        BriefNotes.Put(briefs, document);
        Document = document.ToJsonString();
    }

    public string Document { get; }

    /// <summary>The KPIs and objectives, without any history.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>What was noted about KPIs that need an OKR.</summary>
    public IReadOnlyList<BriefNotes> Briefs { get; }

    /// <summary>The definition of a portfolio, whatever history it has left aside.</summary>
    public static Definition Of(Portfolio portfolio) => Of(portfolio, []);

    private static Definition Of(Portfolio portfolio, IReadOnlyList<BriefNotes> briefs)
    {
        var document = Parse(PortfolioJson.Write(portfolio));
        foreach (var (owner, name) in Histories(document).ToList())
        {
            owner.Remove(name);
        }

        return new(document, briefs);
    }

    /// <summary>A definition that was kept.</summary>
    public static Definition Stored(string document)
    {
        var stored = Parse(document);
        var briefs = BriefNotes.Take(stored);
        return new(stored, briefs);
    }

    /// <summary>The next definition, of a portfolio that was changed.</summary>
    public Definition With(Portfolio portfolio) => Of(portfolio, Briefs);

    /// <summary>The next definition, with other notes about a KPI.</summary>
    public Definition With(BriefNotes notes) => new(
        Parse(PortfolioJson.Write(Portfolio)), [.. Briefs.Where(each => each.Kpi != notes.Kpi), notes]);

    /// <summary>A definition that somebody sends.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no document of the library's format.</exception>
    /// <exception cref="ArgumentException">It brings a history along.</exception>
    public static Definition Read(string document)
    {
        var sent = BriefNotes.Split(document, out var briefs);

        // Written anew by the library, so that two definitions are compared in one spelling.
        var written = Parse(PortfolioJson.Write(PortfolioJson.Read(sent)));
        return Histories(written).FirstOrDefault() is { Name: { } name }
            ? throw new ArgumentException($"A definition has no {name}: a history grows by an entry at a time, at its own address.")
            : new(written, briefs);
    }

    /// <summary>Refuses a next definition under which an entry of a history would lose its place or its meaning.</summary>
    /// <param name="next">The next definition.</param>
    /// <param name="hasHistory">Whether a KPI, or a key result of an objective, has a history.</param>
    /// <exception cref="ArgumentException">Something with a history is gone, or is measured otherwise.</exception>
    public void RequireKeptBy(Definition next, Func<(string? Objective, string Id), bool> hasHistory)
    {
        var after = Owners(Parse(next.Document)).ToDictionary(each => each.Id, each => each.Owner);
        foreach (var (id, owner) in Owners(Parse(Document)).Where(each => hasHistory(each.Id)))
        {
            var kept = after.GetValueOrDefault(id)
                ?? throw new ArgumentException(
                    $"'{Name(id)}' is gone, but its history stays: close an objective or cancel a key result with its date instead.");
            foreach (var name in MeaningNames)
            {
                if (!JsonNode.DeepEquals(owner[name], kept[name]))
                {
                    throw new ArgumentException($"The {name} of '{Name(id)}' would give its past another meaning: define a new one beside it.");
                }
            }
        }
    }

    private static JsonObject Parse(string document) => JsonNode.Parse(document)!.AsObject();

    private static string Name((string? Objective, string Id) id) => id.Objective is null ? id.Id : $"{id.Objective}/{id.Id}";

    // Everything that has a history of its own: the KPIs, and the key results of the objectives.
    private static IEnumerable<((string? Objective, string Id) Id, JsonObject Owner)> Owners(JsonObject document)
    {
        foreach (var kpi in Items(document, "kpis"))
        {
            yield return ((null, $"{kpi["id"]}"), kpi);
        }

        foreach (var objective in Items(document, "objectives"))
        {
            foreach (var keyResult in Items(objective, "keyResults"))
            {
                yield return (($"{objective["id"]}", $"{keyResult["id"]}"), keyResult);
            }
        }
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Histories(JsonObject document) =>
        Owners(document).Select(each => each.Owner).Append(document)
            .SelectMany(owner => HistoryNames.Where(owner.ContainsKey), (owner, name) => (owner, name));

    private static IEnumerable<JsonObject> Items(JsonObject owner, string name) =>
        owner[name] is JsonArray items ? items.Select(item => item!.AsObject()) : [];
}
