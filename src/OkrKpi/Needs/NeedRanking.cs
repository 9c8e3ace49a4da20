using NodaTime;

namespace OkrKpi;

/// <summary>Needs in the order in which they deserve attention.</summary>
/// <remarks>
/// Immutable; compared by reference. The order: needed, covered, dismissed, cannot tell, not needed; then both reasons before one; then the largest gap as a
/// share of its target (a need without such a number last); then the one that goes back furthest. Needs equal in all of that share a rank and keep the order
/// given.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class NeedRanking
{
    private readonly RankedNeed[] ranked;

    private NeedRanking(RankedNeed[] ranked) => this.ranked = ranked;

    /// <summary>The needs, most urgent first.</summary>
    public IReadOnlyList<RankedNeed> Needs => ranked;

    /// <summary>Ranks needs.</summary>
    /// <param name="needs">The needs, in any order.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentException">A need is <see langword="null"/>.</exception>
    public static NeedRanking Of(IEnumerable<OkrNeed> needs)
    {
        var ordered = Require.Copy(needs).Select(static need => (Place: PlaceOf(need), Need: need)).OrderBy(static each => each.Place).ToArray();
        var ranked = new RankedNeed[ordered.Length];
        for (var index = 0; index < ordered.Length; index++)
        {
            var isTied = index > 0 && ordered[index - 1].Place == ordered[index].Place;
            ranked[index] = new(isTied ? ranked[index - 1].Rank : index + 1, ordered[index].Need);
        }

        return new(ranked);
    }

    /// <summary>The order and each need's place in it.</summary>
    /// <returns>A tree: the order, and below it a sentence a need.</returns>
    public Explanation Explain() => Explanation.Of("ranking", new Fact("count", ranked.Length)).Resting(ranked.Select(each => each.Explain()));

    /// <summary>How many, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    // What orders, told once a need. Gaps are below 0, so the most negative one is the largest; no number and no day come last.
    private static (int Urgency, int FewerReasons, decimal Gap, LocalDate Since) PlaceOf(OkrNeed need) =>
        (Urgency(need.State), -need.Reasons.Count, need.GapShare ?? decimal.MaxValue, need.Since ?? LocalDate.MaxIsoValue);

    private static int Urgency(OkrNeedState state) => state switch
    {
        OkrNeedState.Needed => 0,
        OkrNeedState.Covered => 1,
        OkrNeedState.Dismissed => 2,
        OkrNeedState.CannotTell => 3,
        OkrNeedState.NotNeeded => 4,
    };
}
