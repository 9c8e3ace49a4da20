using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Documents of made-up portfolios, broken in a few places: whatever the domain refuses is reported, and nothing else.</summary>
public sealed class BrokenPortfolioTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    [Fact]
    public void The_domain_refuses_exactly_the_documents_that_the_reader_finds_faults_in_and_both_say_the_same()
    {
        var met = new HashSet<PortfolioFaultKind>();
        var (right, wrong) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var document = Broken(new Random(seed), JsonNode.Parse(PortfolioJson.Write(Portfolios.Of(seed)))!.AsObject());
            if (Parts.Of(document) is not { } parts)
            {
                continue;
            }

            var refusal = Record.Exception(parts.Portfolio);
            PortfolioFault[] faults = [.. parts.Faults()];
            var isRead = PortfolioJson.TryRead(Encoding.UTF8.GetBytes(document.ToJsonString()), PortfolioJsonOptions.Default, out _, out var problems);
            Assert.Equal((seed, isRead, isRead), (seed, refusal is null, faults.Length == 0));
            Assert.Equal(faults.Select(fault => fault.Sentence), problems.Select(problem => problem.Text));
            Assert.All(problems, problem => Assert.True(IsThere(document, problem.Path), $"{problem} of seed {seed} is nowhere."));
            met.UnionWith(faults.Select(fault => fault.Kind));
            if (refusal is null)
            {
                right++;
                continue;
            }

            Assert.StartsWith(faults[0].Sentence, Assert.IsType<ArgumentException>(refusal).Message, StringComparison.Ordinal);
            wrong++;
        }

        Assert.Equal(Enum.GetValues<PortfolioFaultKind>(), met.Order());
        Assert.InRange(right, 20, 400);
        Assert.InRange(wrong, 100, 480);
    }

    [Fact]
    public void Every_circle_is_told_once_with_the_way()
    {
        static string Objective(string id, params string[] parents) => $$"""
            { "id": "{{id}}", "title": "O", "cycle": { "start": "2026-01-01", "end": "2026-03-31" }, "alignments": [{{string.Join(',', parents.Select(parent => $"{{\"objective\":\"{parent}\"}}"))}}] }
            """;
        var json = "{\"version\":1,\"objectives\":[" + string.Join(
            ',', Objective("a", "x", "b"), Objective("b", "a"), Objective("c", "d"), Objective("d", "e"), Objective("e", "d", "c"), Objective("x")) + "]}";
        Assert.False(PortfolioJson.TryRead(Encoding.UTF8.GetBytes(json), PortfolioJsonOptions.Default, out _, out var problems));
        Assert.Equal(["$.objectives[0].alignments[1]", "$.objectives[3].alignments[0]"], problems.Select(problem => problem.Path));
        Assert.Contains("a -> b -> a.", problems[0].Text, StringComparison.Ordinal);
        Assert.Contains("d -> e -> d.", problems[1].Text, StringComparison.Ordinal);
    }

    private static JsonObject Broken(Random random, JsonObject document)
    {
        for (var times = random.Next(4); times >= 0; times--)
        {
            var list = Items(document, One(random, ["kpis", "objectives", "measurements"]));
            var (kpis, objectives) = (Items(document, "kpis"), Items(document, "objectives"));
            switch (random.Next(11))
            {
                case 0 when list.Count > 0:
                    list.Add(list[random.Next(list.Count)]!.DeepClone());
                    break;
                case 1 when kpis.Count > 0:
                    kpis.RemoveAt(random.Next(kpis.Count));
                    break;
                case 2 when objectives.Count > 0:
                    objectives.RemoveAt(random.Next(objectives.Count));
                    break;
                case 3 when objectives.Count > 0:
                    Listed(One(random, objectives), "addresses").Add(random.Next(2) == 0 ? "nowhere" : "kpi 0");
                    break;
                case 4 when objectives.Count > 0 && Items(One(random, objectives).AsObject(), "keyResults") is { Count: > 0 } keyResults:
                    One(random, keyResults)["measures"] = random.Next(2) == 0 ? "nowhere" : "kpi 0";
                    break;
                case 5 or 6 when objectives.Count > 0:
                    var link = new JsonObject { ["objective"] = $"o{random.Next(4)}" };
                    if (random.Next(3) == 0)
                    {
                        link["keyResult"] = $"k{random.Next(4)}";
                    }

                    Listed(One(random, objectives), "alignments").Add(link);
                    break;
                case 7 when objectives.Count > 1:
                    objectives[1]!["predecessor"] = (string?)objectives[0]!["id"];
                    objectives[0]!["predecessor"] = random.Next(2) == 0 ? "earlier" : (string?)objectives[^1]!["id"];
                    break;
                case 8 when kpis.Count > 0:
                    One(random, kpis)["aggregation"] = One(random, ["last", "ratioOfSums", "weightedAverage"]);
                    break;
                case 9 when Items(document, "organisation") is { Count: > 0 } units:
                    units.RemoveAt(random.Next(units.Count));
                    break;
                case 10 when objectives.Count > 0 && Items(One(random, objectives).AsObject(), "keyResults") is { Count: > 0 } all:
                    while (all.Count > 1)
                    {
                        all.RemoveAt(1);
                    }

                    all[0]!["pinnedShare"] = 1;
                    break;
                default:
                    break;
            }
        }

        return document;
    }

    private static JsonArray Items(JsonObject owner, string member) => owner[member] as JsonArray ?? [];

    private static JsonArray Listed(JsonNode owner, string member)
    {
        if (owner[member] is null)
        {
            owner[member] = new JsonArray();
        }

        return owner[member]!.AsArray();
    }

    private static T One<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static JsonNode One(Random random, JsonArray items) => items[random.Next(items.Count)]!;

    private static bool IsThere(JsonNode document, string path)
    {
        JsonNode? node = document;
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            node = node is JsonArray items
                ? int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) is var index && index < items.Count
                ? items[index]
                : null
                : node?[step];
        }

        return node is not null;
    }

    /// <summary>What a document lists, read one by one.</summary>
    private sealed record Parts(
        Kpi[] Kpis, Objective[] Objectives, MeasurementSeries[] Series, Learning[] Learnings, NeedDismissal[] Dismissals, Organisation? Organisation)
    {
        /// <summary>The parts, or nothing where one of them is wrong in itself.</summary>
        internal static Parts? Of(JsonObject document)
        {
            try
            {
                return new(
                    Read<Kpi>(document, "kpis"), Read<Objective>(document, "objectives"), Read<MeasurementSeries>(document, "measurements"),
                    Read<Learning>(document, "learnings"), Read<NeedDismissal>(document, "dismissals"),
                    document["organisation"]?.Deserialize<Organisation>(Options));
            }
            catch (JsonException)
            {
                return null;
            }
        }

        internal Portfolio Portfolio()
        {
            var portfolio = OkrKpi.Portfolio.Of(Kpis, Objectives, Series).With(Learnings).With(Dismissals);
            return Organisation is null ? portfolio : portfolio.In(Organisation);
        }

        internal IEnumerable<PortfolioFault> Faults() => OkrKpi.Portfolio.Check(Kpis, Objectives, Series, Learnings, Dismissals, Organisation);

        private static T[] Read<T>(JsonObject document, string member) => [.. Items(document, member).Select(item => item.Deserialize<T>(Options)!)];
    }
}
