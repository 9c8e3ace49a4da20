using System.Globalization;

namespace OkrKpi;

/// <summary>One thing an objective's rolled-up score rests on: a key result of its own, or an objective aligned to it.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class AlignedItem
{
    internal AlignedItem(KeyResultScore? keyResult, Alignment? link, AlignedScore? aligned, decimal? score, decimal share)
    {
        KeyResult = keyResult;
        Link = link;
        Aligned = aligned;
        Score = score;
        Share = share;
    }

    /// <summary>The own key result; <see langword="null"/> when it is an aligned objective.</summary>
    public KeyResultScore? KeyResult { get; }

    /// <summary>The aligned objective; <see langword="null"/> when it is a key result.</summary>
    public AlignedScore? Aligned { get; }

    /// <summary>The link of the aligned objective; <see langword="null"/> when it is a key result.</summary>
    public Alignment? Link { get; }

    /// <summary>
    /// What it counts: its score by the profile, 0 to 1 by default; <see langword="null"/> when it has none, which counts as 0 where it has a share.
    /// </summary>
    public decimal? Score { get; }

    /// <summary>
    /// Which part of the rolled-up score it is, 0 to 1; 0 when it does not count. The shares of all items add up to 1, unless there is no score or it was set
    /// by hand.
    /// </summary>
    public decimal Share { get; }

    /// <summary>Name, score and share, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{KeyResult?.KeyResult.Name ?? Aligned?.Objective.Title}: {Score:0.####} counts {Share:0.####}");

    internal Explanation Explain() =>
        KeyResult is not null ? Explanation.Of("alignment.keyResult", new Fact("share", Share), new Fact("score", Score)).Resting(KeyResult.Explain())
        : Link!.Kind == AlignmentKind.Supports ? Explanation.Of("alignment.supports", new Fact("objective", Aligned!.Objective.Title), new Fact("score", Score))
        : Share == 0m ? Explanation.Of("alignment.leftOut", new Fact("objective", Aligned!.Objective.Title), new Fact("score", Score))
        : Explanation.Of(
            Link.KeyResult is null ? "alignment.child" : "alignment.childOfKeyResult",
            new Fact("objective", Aligned!.Objective.Title), new Fact("share", Share), new Fact("score", Score), new Fact("keyResult", Link.KeyResult?.Value));
}
