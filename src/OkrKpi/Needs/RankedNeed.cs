namespace OkrKpi;

/// <summary>A need and its place among others.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RankedNeed
{
    internal RankedNeed(int rank, OkrNeed need)
    {
        Rank = rank;
        Need = need;
    }

    /// <summary>The place, from 1; needs that tie share it, and the next one counts them all.</summary>
    public int Rank { get; }

    /// <summary>The need.</summary>
    public OkrNeed Need { get; }

    /// <summary>Why it stands there.</summary>
    /// <returns>A sentence with everything that orders, and the reasons below it.</returns>
    public Explanation Explain() => Explanation.Of(
        Need.Reasons.Count == 0 ? "ranking.unneeded" : Need.GapShare is null ? "ranking.needWithoutGap" : "ranking.need",
        new Fact("rank", Rank), new Fact("kpi", Need.Kpi.Name), new Fact("state", Need.State), new Fact("reasons", Need.Reasons.Count),
        new Fact("share", -Need.GapShare), new Fact("since", Need.Since))
        .Resting(Need.Reasons.Select(reason => reason.Explain()));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
