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
    private (Alignment Link, AlignedScore Child)[] supporters = [];

    internal AlignedScore(ObjectiveScore own, (Alignment Link, AlignedScore Child, decimal Weight)[] links)
    {
        Own = own;
        this.links = links;
        var (ownWeight, ownScore) = OwnPart();
        if (Rule.Alignment == AlignmentRollup.OwnKeyResultsAsOne && ownWeight + ReadWeight() is var together and > 0m)
        {
            ownScale = 1m / together;
        }

        if (links.Length == 0 || own.Override is not null)
        {
            (total, Value, Coverage, Pace) = (own.Override is null ? ownWeight : 0m, own.Value, own.Coverage, own.Pace);
            return;
        }

        decimal all = 0m, covered = 0m, sum = 0m;
        void Count(decimal weight, decimal? score, decimal coverage, ref decimal counted)
        {
            all += weight;
            covered += weight * coverage;
            if (score is not null || IsMissingZero)
            {
                counted += weight;
                sum += weight * (score ?? 0m);
            }
        }

        decimal counted = 0m;
        if (ownWeight > 0m)
        {
            Count(ownWeight * ownScale, ownScore, own.Coverage, ref counted);
        }

        for (var each = 0; each < links.Length; each++)
        {
            if (WeightOf(each) is var weight and > 0m)
            {
                Count(weight, links[each].Child.Value, links[each].Child.Coverage, ref counted);
            }
        }

        total = counted;
        Value = counted == 0m ? null : sum / counted;
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
                items.Add(new(null, link, child, child.Value, total == 0m || (child.Value is null && !IsMissingZero) ? 0m : WeightOf(each) / total));
            }

            items.AddRange(supporters.Select(each => new AlignedItem(null, each.Link, each.Child, each.Child.Value, 0m)));
            return items;
        }
    }

    private RollupRule Rule => Own.Profile.Rollup;

    private bool IsMissingZero => Own.Profile.Missing switch
    {
        MissingKeyResults.CountAsZero or MissingKeyResults.CountAsZeroUnlessAllMissing => true,
        MissingKeyResults.LeftOutUntilClosing => Own.IsClosing,
        MissingKeyResults.LeftOut => false,
    };

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
    private (decimal Weight, decimal? Score) OwnPart()
    {
        decimal weights = 0m, scores = 0m;
        var isAnyRead = false;
        for (var each = 0; each < Own.KeyResults.Count; each++)
        {
            if (links.Length > 0 && IsRead(Own.KeyResults[each]))
            {
                isAnyRead = true;
                continue;
            }

            var weight = CountedWeight(each);
            weights += weight;
            scores += weight * (Own.KeyResults[each].Value ?? 0m);
        }

        return isAnyRead ? (weights, weights == 0m ? null : scores / weights)
            : Own.Value is null ? (0m, null)
            : (weights == 0m ? 1m : weights, Own.Value);
    }

    private decimal ReadWeight() => links.Length == 0 ? 0m : Own.KeyResults.Select((each, index) => IsRead(each) ? Own.Weights[index] : 0m).Sum();

    private decimal CountedWeight(int each)
    {
        var keyResult = Own.KeyResults[each];
        return Own.Weights[each] == 0m || keyResult.Progress.State == ProgressState.NotScored || (keyResult.Value is null && !IsMissingZero) ? 0m
            : Own.Profile.Aggregation == ScoreAggregation.Mean ? 1m
            : Own.Weights[each];
    }

    private bool IsRead(KeyResultScore keyResult) =>
        !keyResult.IsCheckedIn && !keyResult.IsCancelled && !keyResult.IsPostponed && Array.Exists(links, each => each.Link.KeyResult == keyResult.KeyResult.Id && each.Weight > 0m && each.Child.Value is not null);

    // Of an objective aligned to a key result: its part of that key result's weight, or nothing once the key result has a value of its own.
    private decimal WeightOf(int each)
    {
        var (link, _, weight) = links[each];
        if (link.KeyResult is not { } id)
        {
            return Rule.Alignment == AlignmentRollup.OwnKeyResultsFirst && Own.Value is not null ? 0m : weight;
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

        return links[each].Child.Value is null ? 0m : Own.Weights[index] * ownScale * weight / among;
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
        return rule.Objectives is { } rollup ? pace.Read(rollup.Of(counting.Select(each => each.Status).Prepend(Own.Pace.Status))) : pace;
    }
}
