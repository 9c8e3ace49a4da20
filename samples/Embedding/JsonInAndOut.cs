using System.Text.Json;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace Embedding;

/// <summary>A portfolio as a JSON document: written, read back, and refused with the path of the fault when it does not fit.</summary>
internal static class JsonInAndOut
{
    internal static void Run(TextWriter output)
    {
        var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100, from: new LocalDate(2026, 1, 1));

        string json = PortfolioJson.Write(Portfolio.Of([meetings], [], []));
        Portfolio read = PortfolioJson.Read(json);
        output.WriteLine($"read back: {read}");

        try
        {
            PortfolioJson.Read(json.Replace("2026-01-01", "2026-02-30", StringComparison.Ordinal));
        }
        catch (JsonException refused)
        {
            output.WriteLine($"{refused.Path}: {refused.Message}");
        }
    }
}

// prints
// read back: Portfolio: 1 KPI, 0 objectives
// $.kpis[0].targets[0].from: $.kpis[0].targets[0].from, line 17: '2026-02-30' is no date; give year, month and day, such as 2026-07-01.
