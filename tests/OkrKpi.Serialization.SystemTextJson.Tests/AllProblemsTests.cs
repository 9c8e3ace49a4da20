using System.Text;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class AllProblemsTests
{
    [Fact]
    public void Every_item_that_does_not_fit_is_reported_with_path_and_line()
    {
        var problems = Problems("""
            { "version": 1,
              "kpis": [
                { "id": "a", "name": "A", "unit": { "kind": "furlong" }, "direction": "higherIsBetter", "cadence": "month", "aggregation": "last" },
                { "id": "b", "name": "B", "unit": { "kind": "percent" }, "direction": "up", "cadence": "month", "aggregation": "last" },
                { "id": "c", "name": "C", "unit": { "kind": "percent" }, "direction": "higherIsBetter", "cadence": "month", "aggregation": "last",
                  "targets": [ { "from": "2026-02-30", "value": 1 }, { "from": "2026-02-01" } ] }
              ],
              "measurements": [ { "kpi": "b", "values": [ { "date": "2026-01-01", "value": "many" }, { "date": "2026-01-02", "value": 1 } ] } ]
            }
            """);
        Assert.Equal(
            ["3 $.kpis[0].unit.kind", "4 $.kpis[1].direction", "6 $.kpis[2].targets[0].from", "6 $.kpis[2].targets[1]", "8 $.measurements[0].values[0].value"],
            problems.Select(problem => FormattableString.Invariant($"{problem.Line} {problem.Path}")));
        Assert.All(problems, problem => Assert.EndsWith(".", problem.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_broken_reference_is_reported()
    {
        const string Cycle = """ "cycle":{"start":"2026-01-01","end":"2026-03-31"} """;
        var problems = Problems("{\"version\":1,\"objectives\":[{\"id\":\"o\",\"title\":\"O\"," + Cycle
            + ",\"addresses\":[\"x\",\"y\"]},{\"id\":\"o\",\"title\":\"P\"," + Cycle
            + ",\"keyResults\":[{\"id\":\"k\",\"name\":\"K\",\"unit\":{\"kind\":\"percent\"},\"goal\":{\"kind\":\"yesNo\"},\"measures\":\"z\"}]}],\"measurements\":[{\"kpi\":\"w\"}]}");
        Assert.Equal(
            [
                "$.objectives[0].addresses[0]", "$.objectives[0].addresses[1]", "$.objectives[1].id", "$.objectives[1].keyResults[0].measures",
                "$.measurements[0].kpi"
            ],
            problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("\"alignments\":[{\"objective\":\"c\"},{\"objective\":\"b\"}]", "\"alignments\":[{\"objective\":\"a\"}]", "$.objectives[0].alignments[1]")]
    [InlineData("\"predecessor\":\"b\"", "\"predecessor\":\"a\"", "$.objectives[0].predecessor")]
    [InlineData("\"alignments\":[{\"objective\":\"x\"}]", "\"owner\":\"B\"", "$.objectives[0].alignments[0].objective")]
    [InlineData("\"alignments\":[{\"objective\":\"b\",\"keyResult\":\"x\"}]", "\"owner\":\"B\"", "$.objectives[0].alignments[0].keyResult")]
    public void A_circle_or_a_link_to_nothing_is_found(string first, string second, string path)
    {
        const string Rest = ",\"title\":\"O\",\"cycle\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-31\"}";
        var problems = Problems(
            "{\"version\":1,\"objectives\":[{\"id\":\"a\"," + first + Rest + "},{\"id\":\"b\"," + second + Rest + "},{\"id\":\"c\"" + Rest + "}]}");
        Assert.Equal(path, Assert.Single(problems).Path);
    }

    [Fact]
    public void A_twice_given_key_result_is_found_among_many()
    {
        var keyResults = string.Join(',', Enumerable.Range(0, 1_000).Append(700).Append(701).Select(
            each => $"{{\"id\":\"k{each}\",\"name\":\"K\",\"unit\":{{\"kind\":\"percent\"}},\"goal\":{{\"kind\":\"yesNo\"}}}}"));
        var problems = Problems(
            "{\"version\":1,\"objectives\":[{\"id\":\"o\",\"title\":\"O\",\"cycle\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-31\"},\"keyResults\":["
                + keyResults + "]}]}");
        Assert.Equal("$.objectives[0].keyResults[1000]", Assert.Single(problems).Path);
    }

    [Fact]
    public void At_most_a_hundred_are_reported()
    {
        var problems = Problems("{\"version\":1,\"kpis\":[" + string.Join(',', Enumerable.Repeat("1", 5_000)) + "]}");
        Assert.Equal(PortfolioJsonOptions.MaximumProblems, problems.Count);
    }

    [Fact]
    public void What_an_item_lacks_is_told_beside_what_is_wrong_in_it()
    {
        const string Kpi = "{\"id\":\"a\",\"name\":\"A\",\"direction\":\"higherIsBetter\",\"cadence\":\"month\",\"aggregation\":\"last\",\"targets\":[7, "
            + "{\"from\":\"2026-02-30\",\"value\":1}]}";
        Assert.Equal(
            ["$.kpis[0].targets[0]", "$.kpis[0].targets[1].from", "$.kpis[0].unit", "$.kpis[1]"],
            Problems("{\"version\":1,\"kpis\":[" + Kpi + ",7]}").Select(problem => problem.Path));
    }

    [Fact]
    public void A_hundred_problems_are_found_in_one_walk()
    {
        var good = string.Concat(Enumerable.Range(0, 500).Select(
            each => $"{{\"id\":\"k{each}\",\"name\":\"K\",\"unit\":{{\"kind\":\"percent\"}},\"direction\":\"higherIsBetter\",\"cadence\":\"month\",\"aggregation\":\"last\"}},"));
        Problems("{\"version\":1,\"kpis\":[1]}");
        var one = Allocated("1");
        Assert.InRange(Allocated(string.Join(',', Enumerable.Repeat("1", 100))), 1, 2 * one);

        long Allocated(string bad)
        {
            var utf8 = Encoding.UTF8.GetBytes("{\"version\":1,\"kpis\":[" + good + bad + "]}");
            var before = GC.GetAllocatedBytesForCurrentThread();
            PortfolioJson.TryRead(utf8, PortfolioJsonOptions.Default, out _, out _);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Text_that_is_cut_off_ends_the_report() =>
        Assert.Contains("no JSON", Problems("{\"version\":1,\"kpis\":[1,")[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void Nothing_wrong_gives_the_portfolio()
    {
        Assert.True(PortfolioJson.TryRead(PortfolioJson.WriteUtf8(Sample.Everything()), PortfolioJsonOptions.Default, out var portfolio, out var problems));
        Assert.Empty(problems);
        Assert.Equal(PortfolioJson.Write(Sample.Everything()), PortfolioJson.Write(portfolio));
    }

    private static IReadOnlyList<DocumentProblem> Problems(string json)
    {
        Assert.False(PortfolioJson.TryRead(Encoding.UTF8.GetBytes(json), PortfolioJsonOptions.Default, out var portfolio, out var problems));
        Assert.Null(portfolio);
        Assert.Equal(problems[0].ToString(), Assert.Throws<System.Text.Json.JsonException>(() => PortfolioJson.Read(json)).Message);
        return problems;
    }
}
