using System.Globalization;

namespace OkrKpi;

/// <summary>How far an objective is together with the objectives aligned to it.</summary>
/// <remarks>
/// Immutable; compared by reference. Nothing is rounded. An objective without aligned ones, or whose score was set by hand, has its own score here. A key result that nobody has checked in yet is
/// read from the objectives aligned to it; once there is a value, the value wins.
/// </remarks>
public sealed class AlignedScore
{
    private readonly (Alignment Link, AlignedScore Child, decimal Weight)[] links;
    private readonly decimal total;
    private readonly decimal ownScale = 1m;
    private readonly bool isMissingZero;
    private (Alignment Link, AlignedScore Child)[] supporters = [];

    internal AlignedScore(ObjectiveScore own, (Alignment Link, AlignedScore Child, decimal Weight)[] links)
    {
        Own = own;
        this.links = links;
        isMissingZero = ScoreCombining.IsMissingZero(own.Profile, own.Moment, IsAnyKnown());
        var ownWeight = OwnWeight();
        if (links.Length == 0 || own.Override is not null)
        {
            (total, Value, Coverage, Pace) = (own.Override is null ? ownWeight : 0m, own.Value, own.Coverage, own.Pace);
            return;
        }

        if (Rule.Alignment == AlignmentCombining.OwnKeyResultsAsOne && ownWeight + ReadWeight() is var together and > 0m)
        {
            ownScale = 1m / together;
        }

        var combining = new ScoreCombining(own.Profile, own.Moment);
        for (var each = 0; each < own.KeyResults.Count; each++)
        {
            if (!IsRead(own.KeyResults[each]))
            {
                combining.AddShare(ObjectiveScore.Counted(own.KeyResults[each], own.Profile), ScoreCombining.ShareOf(own.Weights[each], own.Profile) * ownScale);
            }
        }

        var (all, covered) = (ownWeight * ownScale, ownWeight * ownScale * own.Coverage);
        for (var each = 0; each < links.Length; each++)
        {
            if (WeightOf(each) is var weight and > 0m)
            {
                combining.AddScore(links[each].Child.Value, weight);
                all += weight;
                covered += weight * links[each].Child.Coverage;
            }
        }

        Value = own.Guarded(combining.Result().Value);
        total = combining.Counted;
        Coverage = all == 0m ? own.Coverage : covered / all;
        Pace = PaceOf();
    }

    /// <summary>The objective.</summary>
    public Objective Objective => Own.Objective;

    /// <summary>Its score by its own key results alone.</summary>
    public ObjectiveScore Own { get; }

    /// <summary>The score with what is aligned to it, 0 to 1; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Value { get; }

    /// <summary>The share of the weight that people have checked in, here and in what is aligned, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>Whether it keeps pace with what is aligned to it.</summary>
    public Pace Pace { get; }

    /// <summary>What the score rests on: the own key results and the aligned objectives, also those that do not count, with the share of each.</summary>
    public IReadOnlyList<AlignedItem> Items
    {
        get
        {
            var items = new List<AlignedItem>();
            var scale = total == 0m ? 0m : links.Length == 0 ? 1m / total : ownScale / total;
            for (var each = 0; each < Own.KeyResults.Count; each++)
            {
                items.Add(new(Own.KeyResults[each], null, null, Own.KeyResults[each].Value, IsRead(Own.KeyResults[each]) ? 0m : CountedWeight(each) * scale));
            }

            for (var each = 0; each < links.Length; each++)
            {
                var (link, child, _) = links[each];
                items.Add(new(null, link, child, child.Value, total == 0m || (child.Value is null && !isMissingZero) ? 0m : WeightOf(each) / total));
            }

            items.AddRange(supporters.Select(each => new AlignedItem(null, each.Link, each.Child, each.Child.Value, 0m)));
            return items;
        }
    }

    private CombiningRule Rule => Own.Profile.Combining;

    /// <summary>Why the score is what it is. What is aligned appears with its score; ask it for its own reasons, as trees of organisations are deep.</summary>
    /// <returns>A tree with the items.</returns>
    public Explanation Explain() => Sentence()
        .Resting(Explanation.Of("alignment.policy", new Fact("alignment", Rule.Alignment), new Fact("shared", Rule.Shared)))
        .Resting(Items.Select(item => item.Explain()));

    /// <summary>Title and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective.Title}: {Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "no score"}";

    internal Explanation Sentence() => Explanation.Of(
        Value is null ? "alignment.noScore" : "alignment.score",
        new Fact("objective", Objective.Title), new Fact("score", Value), new Fact("own", Own.Value), new Fact("coverage", Coverage), new Fact("count", (decimal)links.Length), new Fact("asOf", Own.AsOf));

    /// <summary>What is aligned to it, contributing or supporting.</summary>
    internal IEnumerable<AlignedScore> Aligned => links.Select(each => each.Child).Concat(supporters.Select(each => each.Child));

    // Support is no order: two objectives may support each other, so it is known only when all are scored.
    internal void SupportedBy((Alignment Link, AlignedScore Child)[] all) => supporters = all;

    // Key results that nobody checked in and that objectives are aligned to are read from those; the rest is the own part.
    private decimal OwnWeight()
    {
        var weights = 0m;
        for (var each = 0; each < Own.KeyResults.Count; each++)
        {
            weights += IsRead(Own.KeyResults[each]) ? 0m : CountedWeight(each);
        }

        return weights;
    }

    private decimal ReadWeight() => Own.KeyResults.Select((each, index) => IsRead(each) ? ScoreCombining.ShareOf(Own.Weights[index], Own.Profile) : 0m).Sum();

    private bool IsAnyKnown()
    {
        for (var each = 0; each < Own.KeyResults.Count; each++)
        {
            if (Own.Weights[each] > 0m && !IsRead(Own.KeyResults[each]) && !ScoreCombining.IsMissing(ObjectiveScore.Counted(Own.KeyResults[each], Own.Profile), Own.Profile))
            {
                return true;
            }
        }

        for (var each = 0; each < links.Length; each++)
        {
            if (links[each].Child.Value is not null && WeightOf(each) > 0m)
            {
                return true;
            }
        }

        return false;
    }

    private decimal CountedWeight(int each)
    {
        if (Own.Weights[each] == 0m)
        {
            return 0m;
        }

        var progress = ObjectiveScore.Counted(Own.KeyResults[each], Own.Profile);
        return progress.State == ProgressState.NotScored || (!isMissingZero && ScoreCombining.IsMissing(progress, Own.Profile)) ? 0m
            : ScoreCombining.ShareOf(Own.Weights[each], Own.Profile);
    }

    private bool IsRead(KeyResultScore keyResult) =>
        !keyResult.IsCheckedIn && !keyResult.IsCancelled && !keyResult.IsPostponed && Array.Exists(links, each => each.Link.KeyResult == keyResult.KeyResult.Id && each.Weight > 0m && each.Child.Value is not null);

    // Of an objective aligned to a key result: its part of that key result's weight, or nothing once the key result has a value of its own.
    private decimal WeightOf(int each)
    {
        var (link, _, weight) = links[each];
        if (link.KeyResult is not { } id)
        {
            return Rule.Alignment == AlignmentCombining.OwnKeyResultsFirst && !Own.IsEmpty ? 0m : weight;
        }

        var index = 0;
        while (Own.KeyResults[index].KeyResult.Id != id)
        {
            index++;
        }

        if (!IsRead(Own.KeyResults[index]))
        {
            return 0m;
        }

        var among = 0m;
        foreach (var other in links)
        {
            among += other.Link.KeyResult == id && other.Child.Value is not null ? other.Weight : 0m;
        }

        return links[each].Child.Value is null ? 0m : ScoreCombining.ShareOf(Own.Weights[index], Own.Profile) * ownScale * weight / among;
    }

    private Pace PaceOf()
    {
        var rule = Own.Profile.Pace;
        var counting = Enumerable.Range(0, links.Length).Where(each => WeightOf(each) > 0m).Select(each => links[each].Child.Pace).ToArray();
        if (counting.Length == 0)
        {
            return Own.Pace;
        }

        var isStale = Own.Pace.IsStale || Array.Exists(counting, pace => pace.IsStale);
        var isPaced = Own.Pace.Status != PaceStatus.NotPaced || Array.Exists(counting, pace => pace.Status != PaceStatus.NotPaced);
        var expected = isPaced ? rule.Curve.Expected(Objective.Cycle, Own.AsOf) : (decimal?)null;
        var pace = rule.Judge(Value, expected, Coverage > 0m, Value >= 1m, Objective.Cycle, Own.AsOf).Stale(isStale);
        return rule.Objectives is { } combining ? pace.Read(combining.Of(counting.Select(each => each.Status).Prepend(Own.Pace.Status))) : pace;
    }
}
