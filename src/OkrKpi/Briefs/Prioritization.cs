using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>
/// How the marks of a <see cref="Vote"/> become one score. Rankings by one may differ from those by another, so the name belongs to the result.
/// </summary>
/// <remarks>Immutable. The scores of two prioritizations do not compare.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Prioritization
{
    private readonly Func<Vote, decimal> score;

    private Prioritization(string name, Func<Vote, decimal> score)
    {
        Name = name;
        this.score = score;
    }

    /// <summary>Impact times confidence times ease: 8, 6 and 9 give 432. The default.</summary>
    public static Prioritization Ice { get; } = new("ICE", vote => vote.Impact * vote.Confidence * Ease(vote));

    /// <summary>ICE with the confidence as a share of ten: 8, 6 and 9 give 43.2. Ranks as <see cref="Ice"/>.</summary>
    public static Prioritization IceWithConfidenceAsShare { get; } = new(
        "ICE, confidence as a share", vote => vote.Impact * vote.Confidence * Ease(vote) / 10m);

    /// <summary>The mean of impact, confidence and ease: 8, 6 and 10 give 8. May rank otherwise than <see cref="Ice"/>.</summary>
    public static Prioritization IceMean { get; } = new("ICE, mean", vote => (vote.Impact + vote.Confidence + Ease(vote)) / 3m);

    /// <summary>Reach times impact times confidence by effort: 5,000, 2, 0.8 and 2 give 4,000.</summary>
    public static Prioritization Rice { get; } = new("RICE", vote => Reach(vote) * vote.Impact * vote.Confidence / vote.Effort!.Value);

    /// <summary>What the score is called.</summary>
    public string Name { get; }

    /// <summary>The weighted mean of impact, confidence and ease, marked on one scale: 8, 6 and 9 with the weights 2, 1 and 1 give 7.75.</summary>
    /// <param name="impact">The weight of the impact.</param>
    /// <param name="confidence">The weight of the confidence.</param>
    /// <param name="ease">The weight of the ease.</param>
    /// <returns>The prioritization.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 1,000,000.</exception>
    /// <exception cref="ArgumentException">All weights are 0.</exception>
    public static Prioritization Weighted(decimal impact, decimal confidence, decimal ease)
    {
        var all = Require.Weight(impact) + Require.Weight(confidence) + Require.Weight(ease);
        return all > 0m
            ? new("weighted", vote => ((impact * vote.Impact) + (confidence * vote.Confidence) + (ease * Ease(vote))) / all)
            : throw new ArgumentException("All weights are 0; give one of them a positive number.", nameof(impact));
    }

    /// <summary>The score of one vote.</summary>
    /// <param name="vote">The marks.</param>
    /// <returns>The score, not rounded.</returns>
    /// <exception cref="InvalidOperationException">The vote lacks a mark that is needed, such as the effort for RICE.</exception>
    public decimal Score(Vote vote) => score(Guard.Against.Null(vote));

    /// <summary>The <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static decimal Ease(Vote vote) =>
        vote.Ease ?? throw new InvalidOperationException($"The vote ({vote}) has no ease; vote with Vote.Of, or rank by RICE.");

    private static decimal Reach(Vote vote) =>
        vote.Reach ?? throw new InvalidOperationException($"The vote ({vote}) has no reach and no effort; vote with Vote.Rice, or rank by ICE.");
}
