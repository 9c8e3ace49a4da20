using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>ICE and RICE against the published cases in <c>tests/vectors/scoring-hand.json</c>; every case of the kinds in the file is run.</summary>
public class PrioritizationVectorTests
{
    public static TheoryData<string> IceCases => Vectors.Ids("scoring-hand.json", "ice");

    public static TheoryData<string> RiceCases => Vectors.Ids("scoring-hand.json", "rice");

    [Theory]
    [MemberData(nameof(IceCases))]
    public void Ice_as_published(string id)
    {
        var input = Vectors.Case("scoring-hand.json", id).GetProperty("input");
        var vote = Vote.Of(Of(input, "impact"), Of(input, "confidence"), Of(input, "ease"));

        // The confidence as a share of ten is the product by ten; another divisor is only another scale of the same ranking.
        var divisor = input.TryGetProperty("divisor", out var given) ? given.GetDecimal() : 1m;
        Assert.Equal(Expected(id), divisor == 10m ? Prioritization.IceWithConfidenceAsShare.Score(vote) : Prioritization.Ice.Score(vote) / divisor);
    }

    [Theory]
    [MemberData(nameof(RiceCases))]
    public void Rice_as_published(string id)
    {
        var input = Vectors.Case("scoring-hand.json", id).GetProperty("input");
        Assert.Equal(
            Expected(id),
            Math.Round(Prioritization.Rice.Score(Vote.Rice(Of(input, "reach"), Of(input, "impact"), Of(input, "confidence"), Of(input, "effort"))), 12));
    }

    private static decimal Of(JsonElement input, string name) => input.GetProperty(name).GetDecimal();

    private static decimal Expected(string id) => Vectors.Case("scoring-hand.json", id).GetProperty("expected").GetProperty("value").GetDecimal();
}
