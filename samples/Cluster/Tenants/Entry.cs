using System.Text;
using System.Text.Json;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace Cluster.Tenants;

/// <summary>One line of the history of an organisation. It is written once; the portfolio is what comes of all of them in their order.</summary>
/// <param name="Kind">What it adds.</param>
/// <param name="Key">The writer's own mark, so that sending it again does not add it twice.</param>
/// <param name="Payload">What it says, in the spelling of the library.</param>
[GenerateSerializer, Immutable, Alias("entry")]
internal sealed record Entry([property: Id(0)] EntryKind Kind, [property: Id(1)] string Key, [property: Id(2)] string Payload)
{
    public const string FoundingKey = "founding";

    /// <summary>The entry of what somebody sends.</summary>
    /// <exception cref="JsonException">It is not in the library's format.</exception>
    public static Entry Read(EntryKind kind, string key, string body) => new(kind, key, kind switch
    {
        EntryKind.Founding => PortfolioJson.Write(PortfolioJson.Read(body), PortfolioJsonOptions.Default.With(DocumentLayout.Compact)),
        EntryKind.CheckIn => Text(utf8 => JsonLines.Write([CheckIn(body)], utf8)),
        EntryKind.Measurement => Text(utf8 => JsonLines.Write([Measurement(body)], utf8)),
    });

    /// <summary>Whether what it is about is in a portfolio.</summary>
    public bool HasPlaceIn(Portfolio portfolio) => Kind switch
    {
        EntryKind.Founding => true,
        EntryKind.CheckIn => CheckIn(Payload) is var line
            && portfolio.TryObjective(line.Objective, out var objective) && objective.TryKeyResult(line.KeyResult, out _),
        EntryKind.Measurement => portfolio.TryKpi(Measurement(Payload).Kpi, out _),
    };

    /// <summary>The portfolio with what it adds.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in it.</exception>
    public Portfolio AddedTo(Portfolio portfolio) => Kind switch
    {
        EntryKind.Founding => PortfolioJson.Read(Payload),
        EntryKind.CheckIn => CheckIn(Payload) is var line
            ? portfolio.Change(line.Objective, (Objective objective) => objective.CheckIn(line.KeyResult.Value, line.CheckIn)) : portfolio,
        EntryKind.Measurement => Measurement(Payload) is var line ? portfolio.Measured(line.Kpi, line.Measurement) : portfolio,
    };

    private static CheckInLine CheckIn(string line) => Single(JsonLines.ReadCheckIns(Utf8(line), BadLines.Stop));

    private static MeasurementLine Measurement(string line) => Single(JsonLines.ReadMeasurements(Utf8(line), BadLines.Stop));

    private static T Single<T>(IEnumerable<T> lines) => lines.Take(2).ToList() is [var line] ? line : throw new JsonException("An entry is one line.");

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(Action<Stream> write)
    {
        using var utf8 = new MemoryStream();
        write(utf8);
        return Encoding.UTF8.GetString(utf8.ToArray()).TrimEnd();
    }
}
