using System.Globalization;

namespace OkrKpi;

/// <summary>How far an objective is together with the objectives aligned to it.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; compared by reference. Nothing is rounded. An objective without aligned ones, or whose score was set by hand,
/// has its own score here. A key
/// result that nobody has checked in yet is
/// read from the objectives aligned to it; once there is a value, the value wins.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class AlignedScore
{
    private readonly (Alignment Link, AlignedScore Child)[] links;
    private readonly CombinedLink[] combined;
    private readonly Combination combination;
    private (Alignment Link, AlignedScore Child)[] supporters = [];
    private Forecast? forecast;

    internal AlignedScore(ObjectiveScore own, (Alignment Link, AlignedScore Child, int SharedBy)[] links)
    {
        Own = own;
        this.links = links.Length == 0 ? [] : [.. links.Select(each => (each.Link, each.Child))];
        combined = links.Length == 0 ? [] : Combined(own, links);
        combination = own.Combine(combined);
        if (links.Length == 0 || own.Override is not null)
        {
            (Score, Coverage, Pace, Confidence) = (own.Score, own.Coverage, own.Pace, own.Confidence);
            return;
        }

        Score = own.Guarded(combination.Value);
        Coverage = combination.Coverage;
        Pace = PaceOf();
        Confidence = ConfidenceOf();
    }

    /// <summary>The objective.</summary>
    public Objective Objective => Own.Objective;

    /// <summary>Its score by its own key results alone.</summary>
    public ObjectiveScore Own { get; }

    /// <summary>The score with what is aligned to it, by the profile; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Score { get; }

    /// <summary>
    /// What its <see cref="Items"/> come to by weight: their scores by their shares, added up. It is the <see cref="Score"/> unless something else acts, which
    /// <see cref="Explain"/> says.
    /// </summary>
    public decimal? Weighted => combination.Weighted;

    /// <summary>The grade of the score by the profile's bands for its kind; <see langword="null"/> without a score.</summary>
    public GradeBand? Grade => Score is { } value ? Own.Profile.GradesOf(Objective.Kind).BandOf(value) : null;

    /// <summary>What the score means for what the objective promises; a miss when a guardrail is broken. <see langword="null"/> without a score.</summary>
    public Outcome? Outcome => Own.OutcomeOf(Score);

    /// <summary>Whether it counts as a success by the profile, with what is aligned to it; <see langword="null"/> without a score.</summary>
    public bool? IsSuccess => Outcome is { } outcome ? outcome == OkrKpi.Outcome.Success : null;

    /// <summary>The share of the weight that people have checked in, here and in what is aligned, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>Whether it keeps pace with what is aligned to it; once it is over, how it ended.</summary>
    public Pace Pace { get; }

    /// <summary>
    /// The mean of the confidences reported here and in what is aligned, by what each counts; <see langword="null"/> when nobody reported one.
    /// </summary>
    public Confidence? Confidence { get; }

    /// <summary>What the score rests on: the own key results and the aligned objectives, also those that do not count, with the share of each.</summary>
    public IReadOnlyList<AlignedItem> Items
    {
        get
        {
            var items = new List<AlignedItem>();
            for (var each = 0; each < Own.KeyResults.Count; each++)
            {
                items.Add(new(Own.KeyResults[each], null, null, Own.KeyResults[each].Counts, ShareOf(combination.Own[each])));
            }

            for (var each = 0; each < links.Length; each++)
            {
                var (link, child) = links[each];
                items.Add(new(null, link, child, child.Score, ShareOf(combination.Aligned[each])));
            }

            items.AddRange(supporters.Select(each => new AlignedItem(null, each.Link, each.Child, each.Child.Score, 0m)));
            return items;

            decimal ShareOf(decimal part) => Own.Override is null ? part : 0m;
        }
    }

    /// <summary>What it comes to at the end of the cycle when its key results, and what is aligned to it, go on as so far.</summary>
    /// <returns>The forecast.</returns>
    public Forecast Forecast()
    {
        // Those below first, without recursion: a chain may be as deep as there are objectives.
        var pending = new Stack<AlignedScore>([this]);
        while (pending.TryPeek(out var next))
        {
            var before = pending.Count;
            foreach (var (_, child) in next.forecast is null ? next.links : [])
            {
                if (child.forecast is null)
                {
                    pending.Push(child);
                }
            }

            if (pending.Count == before)
            {
                pending.Pop().forecast ??= next.Project();
            }
        }

        return forecast!;
    }

    /// <summary>Why the score is what it is. What is aligned appears with its score; ask it for its own reasons, as trees of organisations are deep.</summary>
    /// <returns>A tree with the items.</returns>
    public Explanation Explain() => Sentence()
        .Resting(Explanation.Of("alignment.policy", new Fact("alignment", Own.Profile.Combining.Alignment), new Fact("shared", Own.Profile.Combining.Shared)))
        .Resting(Own.Acting(combination))
        .Resting(Items.Select(item => item.Explain()));

    /// <summary>Title and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective.Title}: {Score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "no score"}";

    internal Explanation Sentence() => Explanation.Of(
        Score is null ? "alignment.noScore" : "alignment.score",
        new Fact("objective", Objective.Title), new Fact("score", Score), new Fact("own", Own.Score), new Fact("coverage", Coverage),
        new Fact("count", (decimal)links.Length), new Fact("asOf", Own.AsOf));

    /// <summary>What is aligned to it, contributing or supporting.</summary>
    internal IEnumerable<AlignedScore> Aligned => links.Select(each => each.Child).Concat(supporters.Select(each => each.Child));

    /// <summary>Whether anything contributes to it.</summary>
    internal bool HasContributors => links.Length > 0;

    // Support is no order: two objectives may support each other, so it is known only when all are scored.
    internal void SupportedBy((Alignment Link, AlignedScore Child)[] all) => supporters = all;

    private static CombinedLink[] Combined(ObjectiveScore own, (Alignment Link, AlignedScore Child, int SharedBy)[] links)
    {
        Dictionary<KeyResultId, int>? places = null;
        return [
            .. links.Select(each => new CombinedLink(PlaceOf(each.Link.KeyResult), each.Link.Weight, each.SharedBy, each.Child.Score, each.Child.Coverage))
        ];

        int PlaceOf(KeyResultId? keyResult)
        {
            if (keyResult is null)
            {
                return -1;
            }

            if (places is null)
            {
                places = new(own.KeyResults.Count);
                for (var place = 0; place < own.KeyResults.Count; place++)
                {
                    places.Add(own.KeyResults[place].KeyResult.Id, place);
                }
            }

            return places[keyResult];
        }
    }

    private Forecast Project()
    {
        if (Own.IsClosing)
        {
            return OkrKpi.Forecast.Ending(Own, Score);
        }

        Forecast[] forecasts = [.. links.Select(each => each.Child.forecast!)];
        return OkrKpi.Forecast.Of(
            Own,
            [.. combined.Select((link, each) => forecasts[each].State == ForecastState.Projected ? link with { Score = forecasts[each].Heading } : link)],
            forecasts);
    }

    private Confidence? ConfidenceOf()
    {
        var own = combination.Own.Sum();
        decimal sum = (Own.Confidence?.Probability ?? 0m) * own, confident = Own.Confidence is null ? 0m : own;
        for (var each = 0; each < links.Length; each++)
        {
            if (links[each].Child.Confidence is { } confidence)
            {
                sum += combination.Aligned[each] * confidence.Probability;
                confident += combination.Aligned[each];
            }
        }

        return confident == 0m ? Own.Confidence : OkrKpi.Confidence.Of(Math.Clamp(sum / confident, 0m, 1m));
    }

    // Where a pace below goes by something else than progress, so does the one above.
    private StatusCombining? PacesBy => Own.PacesBy
        ?? (Own.Profile.Pace.Reading is null ? null : links.Select(static each => each.Child.PacesBy).FirstOrDefault(static each => each is not null));

    private Pace PaceOf()
    {
        var rule = Own.Profile.Pace;
        Pace[] counting = [.. links.Where((_, each) => combination.Aligned[each] > 0m).Select(each => each.Child.Pace)];
        if (counting.Length == 0)
        {
            return Own.Pace;
        }

        var isStale = Own.Pace.IsStale || Array.Exists(counting, pace => pace.IsStale);
        var isPaced = Own.Pace.Status != PaceStatus.NotPaced || Array.Exists(counting, pace => pace.Status != PaceStatus.NotPaced);
        var expected = isPaced ? rule.Curve.Expected(Objective.Cycle, Own.ReadOn) : (decimal?)null;
        var pace = Own.Judge(Score, Score, expected, Coverage > 0m, Score >= 1m && !Own.IsGuardrailBroken).Stale(isStale);
        return Own.IsClosing || PacesBy is not { } rollup ? pace : pace.Read(rollup.Of(counting.Select(each => each.Status).Prepend(Own.Pace.Status)));
    }
}
