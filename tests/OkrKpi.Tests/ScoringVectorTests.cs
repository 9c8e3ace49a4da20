namespace OkrKpi.Tests;

/// <summary>
/// Scoring against the published and hand-computed cases in <c>tests/vectors/scoring-hand.json</c>; every case of the kind in the file is run.
/// </summary>
public class ScoringVectorTests
{
    public static TheoryData<string> Linear => Vectors.Ids("scoring-hand.json", "linear");

    [Theory]
    [MemberData(nameof(Linear))]
    public void Linear_progress_raw_and_clamped(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var input = vector.GetProperty("input");
        var progress = Goal.FromTo(input.GetProperty("start").GetDecimal(), input.GetProperty("target").GetDecimal())
            .Progress(input.GetProperty("actual").GetDecimal());
        Assert.Equal(vector.GetProperty("expected").GetProperty("raw").GetDecimal(), Math.Round(progress.Raw!.Value, 15));
        Assert.Equal(vector.GetProperty("expected").GetProperty("clamped").GetDecimal(), Math.Round(progress.Score!.Value, 15));
    }
}
