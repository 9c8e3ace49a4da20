using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The scores of an organisation on a date: every objective with what is aligned to it, and every unit with those below it.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; compared by reference. Objectives whose cycle has not begun are left out; what is over keeps the score it
/// ended with. The units and the whole
/// count the objectives of the cycles that
/// run on the date, or of the one cycle that was asked for.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PortfolioScores
{
    private readonly AlignedScore[] objectives;
    private readonly AlignedScore[] counting;
    private readonly Lazy<UnitScore[]> units;
    private readonly Dictionary<ObjectiveId, AlignedScore> byId;
    private readonly Organisation organisation;
    private readonly Lazy<ILookup<string, AlignedScore>> byOwner;
    private readonly Lazy<ILookup<int, UnitScore>> byParent;

    internal PortfolioScores(Objective[] all, Organisation organisation, LocalDate asOf, Cycle? cycle, ScoringProfile profile)
    {
        AsOf = asOf;
        Cycle = cycle;
        Profile = profile;
        this.organisation = organisation;
        Objective[] begun = [.. all.Where(objective => objective.Cycle.Start <= asOf)];
        objectives = Align(begun);
        byId = objectives.ToDictionary(each => each.Objective.Id);
        counting = [.. objectives.Where(each => cycle is null ? each.Objective.Cycle.Contains(asOf) : each.Objective.Cycle.Spans(cycle))];

        // Units are scored when somebody asks: most who score a portfolio want its objectives.
        byOwner = new(() => counting.SelectMany(each => Organisation.OwnersOf(each.Objective), (score, owner) => (score, owner))
            .ToLookup(each => each.owner, each => each.score, StringComparer.Ordinal));
        units = new(RollUp);
        byParent = new(() => units.Value.Select((unit, index) => (unit, index)).ToLookup(each => organisation.Tree.Parents[each.index], each => each.unit));

        decimal sum = 0m, covered = 0m;
        var count = 0;
        foreach (var each in counting)
        {
            sum += each.Own.Score ?? 0m;
            count += each.Own.Score is null ? 0 : 1;
            covered += each.Own.Coverage;
        }

        Score = count == 0 ? null : sum / count;
        Coverage = counting.Length == 0 ? 0m : covered / counting.Length;
    }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The cycle whose objectives count in the units and the whole; <see langword="null"/> when those of all running cycles do.</summary>
    public Cycle? Cycle { get; }

    /// <summary>The policies used.</summary>
    public ScoringProfile Profile { get; }

    /// <summary>
    /// The mean over the objectives that <see cref="Counting"/>, each once by its own key results; <see langword="null"/> when none has a score.
    /// </summary>
    public decimal? Score { get; }

    /// <summary>The mean share of the weight that people have checked in, over the objectives that count, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>The objectives that have begun, in the order of the portfolio.</summary>
    public IReadOnlyList<AlignedScore> Objectives => objectives;

    /// <summary>
    /// The objectives that count in the units and the whole: of the running cycles, also those closed before the end, or of the one cycle that was asked for.
    /// </summary>
    public IReadOnlyList<AlignedScore> Counting => counting;

    /// <summary>The units in the order of the organisation; without one, every owner as a team of its own.</summary>
    public IReadOnlyList<UnitScore> Units => units.Value;

    /// <summary>The score of an objective with what is aligned to it.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">There is no such objective, or its cycle has not begun.</exception>
    public AlignedScore this[string objective] => Of(ObjectiveId.Given(objective));

    /// <inheritdoc cref="this[string]"/>
    public AlignedScore Of(ObjectiveId objective) => TryScore(objective, out var score)
        ? score
        : throw new ArgumentException(
            $"No objective '{objective}' of the portfolio has begun by {AsOf.Iso()}{NearIds.Advice(objective.Value, [.. byId.Keys.Select(each => each.Value)])}",
            nameof(objective));

    /// <summary>Finds the score of an objective with what is aligned to it.</summary>
    /// <param name="objective">The objective's id; surrounding white space is dropped. A blank one is that of no objective.</param>
    /// <param name="score">The score; <see langword="null"/> when there is no such objective, or its cycle has not begun.</param>
    /// <returns><see langword="true"/> when it is scored.</returns>
    public bool TryScore(string objective, [NotNullWhen(true)] out AlignedScore? score)
    {
        score = null;
        return ObjectiveId.TryParse(Guard.Against.Null(objective), null, out var known) && TryScore(known, out score);
    }

    /// <summary>Finds the score of an objective with what is aligned to it.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="score">The score; <see langword="null"/> when there is no such objective, or its cycle has not begun.</param>
    /// <returns><see langword="true"/> when it is scored.</returns>
    public bool TryScore(ObjectiveId objective, [NotNullWhen(true)] out AlignedScore? score) =>
        byId.TryGetValue(Guard.Against.Null(objective), out score);

    /// <summary>The score of a unit.</summary>
    /// <param name="name">The unit's name.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public UnitScore Unit(string name) => organisation.TryFind(Guard.Against.Null(name), out var index)
        ? units.Value[index]
        : throw new ArgumentException($"There is no unit '{name}' in the organisation.", nameof(name));

    /// <summary>
    /// The objectives aligned to an objective, directly or through others, contributing or supporting, each once; Gtmhub's aggregated progress is the mean of
    /// their scores.
    /// </summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>Their scores, the nearest first; the objective itself is not among them.</returns>
    /// <exception cref="ArgumentException">There is no such objective, or its cycle has not begun.</exception>
    public IReadOnlyList<AlignedScore> AlignedTo(string objective)
    {
        var found = new List<AlignedScore> { this[objective] };
        var seen = new HashSet<AlignedScore>(found);
        for (var each = 0; each < found.Count; each++)
        {
            found.AddRange(found[each].Aligned.Where(seen.Add));
        }

        return found[1..];
    }

    /// <summary>How many of the objectives that count ended or stand how, and their key results.</summary>
    /// <returns>The statistics.</returns>
    public ScoreStatistics Statistics() => ScoreStatistics.Of(counting);

    /// <summary>Why the scores are what they are, from the topmost units and objectives down one level.</summary>
    /// <returns>A tree.</returns>
    public Explanation Explain() => Explanation.Of(
            "organisation.score", new Fact("asOf", AsOf), new Fact("score", Score), new Fact("coverage", Coverage),
            new Fact("objectives", (decimal)objectives.Length), new Fact("units", (decimal)units.Value.Length))
        .Resting(byParent.Value[-1].Select(unit => unit.Sentence()))
        .Resting(objectives.Where(
            each => !each.Objective.Alignments.Any(link => link.Kind == AlignmentKind.Contributes && byId.ContainsKey(link.Objective)))
                .Select(each => each.Sentence()));

    /// <summary>Date and counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AsOf.Iso()}: {objectives.Length} objectives, {organisation.Units.Count} units");

    /// <summary>The statistics of a unit and those below it.</summary>
    internal ScoreStatistics StatisticsOf(int unit)
    {
        var below = new HashSet<int> { unit };
        foreach (var each in organisation.Tree.Downwards)
        {
            if (organisation.Tree.Parents[each] is var parent and >= 0 && below.Contains(parent))
            {
                below.Add(each);
            }
        }

        return ScoreStatistics.Of(counting.Where(each => organisation.UnitsOf(each.Objective).Any(below.Contains)));
    }

    internal IReadOnlyList<AlignedScore> ObjectivesOf(string unit) => [.. byOwner.Value[unit]];

    internal IReadOnlyList<UnitScore> PartsOf(int unit) => [.. byParent.Value[unit]];

    // Each objective after all that are aligned to it: those without any first, then whoever has got the last of its own.
    private AlignedScore[] Align(Objective[] begun)
    {
        var index = new Dictionary<ObjectiveId, int>(begun.Length);
        for (var each = 0; each < begun.Length; each++)
        {
            index.Add(begun[each].Id, each);
        }

        var waiting = new int[begun.Length];
        var children = new List<(Alignment Link, int Child)>?[begun.Length];
        for (var child = 0; child < begun.Length; child++)
        {
            foreach (var link in begun[child].Alignments)
            {
                if (index.TryGetValue(link.Objective, out var parent))
                {
                    (children[parent] ??= []).Add((link, child));
                    waiting[parent] += link.Kind == AlignmentKind.Contributes ? 1 : 0;
                }
            }
        }

        var done = new AlignedScore[begun.Length];
        var ready = new Queue<int>(Enumerable.Range(0, begun.Length).Where(each => waiting[each] == 0));
        while (ready.TryDequeue(out var next))
        {
            var objective = begun[next];
            var own = objective.Score(AsOf, Profile);
            done[next] = new AlignedScore(
                own, children[next] is { } list ? [.. list.Where(each => each.Link.Kind == AlignmentKind.Contributes).Select(Weighed)] : []);
            foreach (var link in objective.Alignments)
            {
                if (link.Kind == AlignmentKind.Contributes && index.TryGetValue(link.Objective, out var parent) && --waiting[parent] == 0)
                {
                    ready.Enqueue(parent);
                }
            }
        }

        for (var each = 0; each < begun.Length; each++)
        {
            if (children[each]?.Exists(child => child.Link.Kind == AlignmentKind.Supports) == true)
            {
                done[each].SupportedBy(
                    [.. children[each]!.Where(child => child.Link.Kind == AlignmentKind.Supports).Select(child => (child.Link, done[child.Child]))]);
            }
        }

        return done;

        (Alignment Link, AlignedScore Child, int SharedBy) Weighed((Alignment Link, int Child) each) =>
            (each.Link, done[each.Child], SharedBy(begun[each.Child]));
    }

    private static int SharedBy(Objective objective) => objective.Alignments.Count(link => link is { Kind: AlignmentKind.Contributes, Weight: not 0m });

    private UnitScore[] RollUp()
    {
        var tree = organisation.Tree;
        var sums = new UnitSum[organisation.Units.Count];
        var isOnce = Profile.Combining.Units == UnitCombining.EachObjectiveOnce;
        var means = new (decimal Sum, int Count)[isOnce ? 0 : sums.Length];
        foreach (var each in counting)
        {
            var (score, coverage, confidence) = (each.Own.Score, each.Own.Coverage, each.Own.Confidence?.Probability);
            var owners = organisation.UnitsOf(each.Objective);
            tree.Once(owners, (unit, sign) =>
            {
                sums[unit] += new UnitSum(
                    sign * (score ?? 0m), score is null ? 0 : sign, sign * coverage, sign, sign * (confidence ?? 0m), confidence is null ? 0 : sign);
            });
            if (!isOnce && score is { } own)
            {
                foreach (var unit in owners)
                {
                    means[unit] = (means[unit].Sum + own, means[unit].Count + 1);
                }
            }
        }

        // From the bottom up: the own objectives become one item, and each unit hands what it has to the one above.
        var results = new UnitScore[sums.Length];
        var items = new (decimal Sum, int Count)[means.Length];
        for (var position = sums.Length - 1; position >= 0; position--)
        {
            var unit = tree.Downwards[position];
            var parent = tree.Parents[unit];
            var sum = sums[unit];
            var value = sum.Scored == 0 ? (decimal?)null : sum.Scores / sum.Scored;
            if (!isOnce)
            {
                items[unit] = means[unit].Count == 0 ? items[unit] : (items[unit].Sum + (means[unit].Sum / means[unit].Count), items[unit].Count + 1);
                value = items[unit].Count == 0 ? null : items[unit].Sum / items[unit].Count;
            }

            results[unit] = new(
                this, unit, organisation.Units[unit], value, sum.Objectives == 0 ? 0m : sum.Covered / sum.Objectives,
                sum.Confident == 0 ? null : sum.Confidences / sum.Confident, sum.Objectives);
            if (parent >= 0)
            {
                sums[parent] += sum;
                if (!isOnce && value is { } item)
                {
                    items[parent] = (items[parent].Sum + item, items[parent].Count + 1);
                }
            }
        }

        return results;
    }

    private readonly record struct UnitSum(decimal Scores, int Scored, decimal Covered, int Objectives, decimal Confidences, int Confident)
    {
        public static UnitSum operator +(UnitSum one, UnitSum other) => new(
            one.Scores + other.Scores, one.Scored + other.Scored, one.Covered + other.Covered, one.Objectives + other.Objectives,
            one.Confidences + other.Confidences, one.Confident + other.Confident);
    }
}
