using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>How scores spread over the zones fail, commit, target and stretch, which begin at 0.3, 0.7 and 1 (puzzle/okr).</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ScoreSpread
{
    private readonly int[] counts;
    private readonly decimal sum;

    private ScoreSpread(int[] counts, decimal sum)
    {
        this.counts = counts;
        this.sum = sum;
    }

    /// <summary>How many have no score.</summary>
    public int WithoutScore => counts[0];

    /// <summary>How many there are, with those that have no score.</summary>
    public int Count => counts.Sum();

    /// <summary>The mean of the scores; <see langword="null"/> when none has one.</summary>
    public decimal? Mean => Count == WithoutScore ? null : sum / (Count - WithoutScore);

    /// <summary>How many are in a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zone"/> is undefined.</exception>
    public int In(Zone zone) => counts[(int)Require.Defined(zone)];

    /// <summary>The numbers, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"fail {In(Zone.Fail)}, commit {In(Zone.Commit)}, target {In(Zone.Target)}, stretch {In(Zone.Stretch)}, no score {WithoutScore}");

    internal static ScoreSpread Of(IEnumerable<decimal?> scores)
    {
        var counts = new int[5];
        var sum = 0m;
        foreach (var score in scores)
        {
            sum += score ?? 0m;
            counts[score is { } known ? (int)ZoneOf(Residue.Without(known)) : 0]++;
        }

        return new(counts, sum);
    }

    private static Zone ZoneOf(decimal score) =>
        score >= 1m ? Zone.Stretch
        : score >= ZonesGoal.TargetShare ? Zone.Target
        : score >= ZonesGoal.CommitShare ? Zone.Commit
        : Zone.Fail;
}
