using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>What dashboards get of a process, and what documents keep of how it is told from noise.</summary>
public sealed class SignalJsonTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    private static readonly decimal[] Values = [84m, 86m, 85m, 83m, 87m, 85m, 86m, 84m, 85m, 87m, 83m, 85m, 70m];

    [Fact]
    public void A_behaviour_has_all_that_a_dashboard_draws()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(ProcessBehaviour.Of(Values).Judged(Direction.HigherIsBetter, Target.Of(95m)), Options))!;
        Assert.Equal(("worsening", "neverReaches", "higherIsBetter"), ((string?)json["variation"], (string?)json["assurance"], (string?)json["direction"]));
        Assert.Equal("{\"set\":\"nhs\"}", json["rules"]!.ToJsonString());
        var (segment, point) = (json["segments"]![0]!, json["points"]![12]!);
        Assert.Equal((1, 13, "settled", 13), ((int)segment["first"]!, (int)segment["last"]!, (string?)segment["state"], (int)segment["limitPoints"]!));
        Assert.Equal((13, 70m, "worsening", 15m), ((int)point["number"]!, (decimal)point["value"]!, (string?)point["standing"],
            (decimal)point["movingRange"]!));
        Assert.Equal((decimal)segment["lower"]!, (decimal)point["lower"]!);
        Assert.Equal("beyondLimit", (string?)point["rules"]![0]!["kind"]);
        Assert.Equal("low", (string?)json["signals"]![0]!["side"]);
        Assert.Equal(13, (int)json["signals"]![0]!["points"]![0]!);
        Assert.Contains(json["because"]!.AsArray(), text => ((string)text!)
            .StartsWith("the target 95 lies above what this process gives", StringComparison.Ordinal));
    }

    [Fact]
    public void It_speaks_the_language_asked_for()
    {
        var options = new JsonSerializerOptions().AddOkrKpi(PortfolioJsonOptions.Default.With(CultureInfo.GetCultureInfo("vi")));
        Assert.StartsWith(
            "đang xấu đi", (string?)JsonNode.Parse(JsonSerializer.Serialize(ProcessBehaviour.Of(Values).Judged(Direction.HigherIsBetter), options))!["text"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_a_set_and_what_differs_from_it()
    {
        var rules = SignalRules.Wheeler.WithFrozen(20).With(SignalRule.BeyondLimit, SignalRule.Beyond(1.5m, 3, 4), SignalRule.Run(8)).With(LimitScaling.Exact);
        var text = JsonSerializer.Serialize(rules, Options);
        Assert.Equal("{\"set\":\"wheeler\",\"scaling\":\"exact\",\"frozenAfter\":20}", text);
        Assert.Equal(rules, JsonSerializer.Deserialize<SignalRules>(text, Options));
        Assert.Equal(
            SignalRules.Nhs.With(SignalRule.Run(6)).Named("Ours"),
            JsonSerializer.Deserialize<SignalRules>("""{"set":"nhs","name":"Ours","rules":[{"kind":"run","count":6}]}""", Options));
    }

    [Fact]
    public void A_re_base_is_kept_with_its_KPI()
    {
        var kpi = Kpi.Define("a", "A", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average)
            .Rebased(new(2026, 1, 1), "a second team", decidedOn: new(2026, 3, 10));
        var read = PortfolioJson.Read(PortfolioJson.Write(Portfolio.Of([kpi], [], []))).Kpis[0];
        Assert.Equal(kpi.Rebases, read.Rebases);
    }
}
