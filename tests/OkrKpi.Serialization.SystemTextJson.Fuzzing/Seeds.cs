using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>Takes portfolios apart into inputs as small as afl++ likes them.</summary>
internal static class Seeds
{
    private static readonly PortfolioJsonOptions Compact = PortfolioJsonOptions.Default.With(DocumentLayout.Compact);

    private static readonly JsonSerializerOptions Serializer = new JsonSerializerOptions().AddOkrKpi();

    internal static IEnumerable<byte[]> Documents(Portfolio portfolio) => Parts(portfolio).Select(static part => PortfolioJson.WriteUtf8(part, Compact));

    internal static IEnumerable<byte[]> Lines(Portfolio portfolio) =>
        JsonLines.MeasurementsOf(portfolio).Chunk(4).Take(8).Select(static some => Lines(some, JsonLines.Write))
            .Concat(JsonLines.CheckInsOf(portfolio).Chunk(4).Take(8).Select(static some => Lines(some, JsonLines.Write)));

    internal static IEnumerable<byte[]> DomainTypes(Portfolio portfolio) =>
        portfolio.Kpis.Select(static kpi => JsonSerializer.SerializeToUtf8Bytes(kpi, Serializer))
            .Concat(portfolio.Objectives.Select(static objective => JsonSerializer.SerializeToUtf8Bytes(objective, Serializer)));

    private static byte[] Lines<T>(IEnumerable<T> lines, Action<IEnumerable<T>, Stream> write)
    {
        using var output = new MemoryStream();
        write(lines, output);
        return output.ToArray();
    }

    // The whole, and each KPI and each objective by itself.
    private static IEnumerable<Portfolio> Parts(Portfolio portfolio)
    {
        yield return portfolio;
        foreach (var kpi in portfolio.Kpis)
        {
            yield return Portfolio.Of([kpi], [], portfolio.Measurements.Where(series => series.Kpi == kpi.Id));
        }

        foreach (var objective in portfolio.Objectives.Where(static objective => objective.Alignments.Count == 0))
        {
            var needed = objective.Addresses.Concat(objective.KeyResults.Select(static keyResult => keyResult.Measures).OfType<KpiId>()).ToHashSet();
            yield return Portfolio.Of(portfolio.Kpis.Where(kpi => needed.Contains(kpi.Id)), [objective], []);
        }
    }
}
