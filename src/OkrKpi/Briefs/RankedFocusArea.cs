namespace OkrKpi;

/// <summary>A <see cref="FocusArea"/> in a ranking, with the numbers that put it there.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RankedFocusArea
{
    private RankedFocusArea(FocusArea area, Prioritization prioritization, int rank, bool isTied, decimal? score)
    {
        Area = area;
        Prioritization = prioritization;
        Rank = rank;
        IsTied = isTied;
        Score = score;
    }

    /// <summary>The area.</summary>
    public FocusArea Area { get; }

    /// <summary>How votes became the score.</summary>
    public Prioritization Prioritization { get; }

    /// <summary>The place, 1 for the best; areas that are tied share it, and the next place is left out.</summary>
    public int Rank { get; }

    /// <summary>Whether another area has the same place.</summary>
    public bool IsTied { get; }

    /// <summary>The score of the median marks; <see langword="null"/> when nobody voted.</summary>
    public decimal? Score { get; }

    /// <summary>The median of each mark; <see langword="null"/> when nobody voted.</summary>
    public Vote? Median => MedianOf(Area);

    /// <summary>The lowest of each mark.</summary>
    public Vote? Lowest => Area.Votes.Count == 0 ? null : Vote.Merged(Area.Votes, marks => marks[0]);

    /// <summary>The highest of each mark.</summary>
    public Vote? Highest => Area.Votes.Count == 0 ? null : Vote.Merged(Area.Votes, marks => marks[^1]);

    /// <summary>
    /// Whether the votes lie so far apart that it is worth a talk: the highest of a mark is more than half of its median above the lowest (a choice).
    /// </summary>
    public bool IsContested =>
        (Lowest, Median, Highest) is ({ } low, { } median, { } high)
        && (IsFar(low.Impact, median.Impact, high.Impact) || IsFar(low.Confidence, median.Confidence, high.Confidence)
            || IsFar(low.Ease, median.Ease, high.Ease)
            || IsFar(low.Reach, median.Reach, high.Reach) || IsFar(low.Effort, median.Effort, high.Effort));

    /// <summary>Why it has its place, in words.</summary>
    /// <returns>The place and the score, resting on the marks and their spread.</returns>
    public Explanation Explain()
    {
        var sentence = Explanation.Of(
            Score is null ? "brief.unranked" : IsTied ? "brief.tied" : "brief.ranked",
            new Fact("rank", (decimal)Rank), new Fact("area", Area.Name), new Fact("score", Score), new Fact("prioritization", Prioritization.Name),
            new Fact("votes", (decimal)Area.Votes.Count));
        if (Score is null)
        {
            return sentence;
        }

        (string Name, Func<Vote, decimal?> Of)[] marks =
        [
            ("reach", vote => vote.Reach), ("impact", vote => vote.Impact), ("confidence", vote => vote.Confidence), ("ease", vote => vote.Ease),
            ("effort", vote => vote.Effort)
        ];
        return sentence
            .Resting(marks.Where(mark => mark.Of(Median!) is not null).Select(mark => Explanation.Of(
                $"brief.mark.{mark.Name}", new Fact("median", mark.Of(Median!)), new Fact("low", mark.Of(Lowest!)), new Fact("high", mark.Of(Highest!)))))
            .Resting(IsContested ? [Explanation.Of("brief.contested")] : []);
    }

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    internal static RankedFocusArea[] RankAll(IReadOnlyList<FocusArea> areas, Prioritization prioritization)
    {
        // Stable, so that equals stay in the order given.
        (FocusArea Area, (decimal? Score, decimal Confidence, decimal Effort) Key)[] sorted = [.. areas
            .Select(area => (area, MedianOf(area) is { } median ? (Scored(area, median), median.Confidence, median.Effort ?? 0m) : ((decimal?)null, 0m, 0m)))
            .OrderBy(each => each.Item2.Item1 is null)
            .ThenByDescending(each => each.Item2.Item1)
            .ThenByDescending(each => each.Item2.Item2)
            .ThenBy(each => each.Item2.Item3)];
        return [.. sorted.Select(each => new RankedFocusArea(
            each.Area,
            prioritization,
            Array.FindIndex(sorted, other => other.Key == each.Key) + 1,
            Array.FindAll(sorted, other => other.Key == each.Key).Length > 1,
            each.Key.Score))];

        decimal? Scored(FocusArea area, Vote median)
        {
            foreach (var vote in area.Votes)
            {
                _ = prioritization.Score(vote);
            }

            return prioritization.Score(median);
        }
    }

    private static Vote? MedianOf(FocusArea area) => area.Votes.Count == 0 ? null
        : Vote.Merged(area.Votes, marks => marks.Length % 2 == 1 ? marks[marks.Length / 2] : (marks[(marks.Length / 2) - 1] + marks[marks.Length / 2]) / 2m);

    private static bool IsFar(decimal? low, decimal? median, decimal? high) => high - low > median / 2m;
}
