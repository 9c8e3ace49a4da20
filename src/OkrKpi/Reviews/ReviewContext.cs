using NodaTime;

namespace OkrKpi;

/// <summary>What a <see cref="FindingRule"/> may look at besides its subject: the date, the KPIs and how they stand, the needs, the scores.</summary>
/// <remarks>Immutable.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ReviewContext
{
    // So many are compared one by one, without reading any name before it must be.
    private const int Few = 16;

    private readonly ReviewOptions options;
    private readonly Dictionary<KpiId, OkrNeed> needs;
    private readonly Dictionary<ObjectiveId, AlignedScore> scores;
    private readonly Dictionary<(ObjectiveId Objective, KeyResultId KeyResult), KeyResultScore> keyResults;
    private readonly HashSet<ObjectiveId> contributedTo;
    private readonly Dictionary<KpiId, decimal[]> targets = [];
    private readonly Dictionary<KpiId, HashSet<string>> names = [];
    private readonly Dictionary<ObjectiveId, ILookup<string, (int Place, Kpi Kpi)>> addressed = [];

    internal ReviewContext(Portfolio portfolio, LocalDate asOf, ReviewOptions options, IEnumerable<OkrNeed> needs, PortfolioScores scores)
    {
        this.options = options;
        Portfolio = portfolio;
        AsOf = asOf;
        this.needs = needs.ToDictionary(need => need.Kpi.Id);
        this.scores = scores.Objectives.ToDictionary(score => score.Objective.Id);
        keyResults = new(scores.Objectives.Sum(score => score.Own.KeyResults.Count));
        foreach (var score in scores.Objectives)
        {
            foreach (var each in score.Own.KeyResults)
            {
                keyResults.Add((score.Objective.Id, each.KeyResult.Id), each);
            }
        }

        contributedTo = [.. portfolio.Objectives.SelectMany(objective => objective.Alignments)
            .Where(link => link is { Kind: AlignmentKind.Contributes, Weight: not 0m }).Select(link => link.Objective)];
    }

    /// <summary>Everything of the organisation.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The date of the review; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The objectives that are open or planned on the date, in the portfolio's order.</summary>
    public IEnumerable<Objective> CurrentObjectives => Portfolio.Objectives.Where(objective => objective.IsOpenAsOf(AsOf) || objective.IsPlannedAsOf(AsOf));

    /// <summary>The key results of these that are neither cancelled nor postponed on the date.</summary>
    internal IEnumerable<(Objective Objective, KeyResult KeyResult)> CurrentKeyResults
    {
        get
        {
            foreach (var objective in CurrentObjectives)
            {
                foreach (var keyResult in objective.KeyResults)
                {
                    if (!keyResult.IsCancelledAsOf(AsOf) && !keyResult.IsPostponedAsOf(AsOf))
                    {
                        yield return (objective, keyResult);
                    }
                }
            }
        }
    }

    /// <summary>The portfolio and the date, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Portfolio}, {AsOf.Iso()}";

    /// <summary>The answer of the rule for a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The answer; <see langword="null"/> for a KPI that is not in the portfolio.</returns>
    public OkrNeed? NeedOf(KpiId kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return needs.GetValueOrDefault(kpi);
    }

    /// <summary>The effect on a KPI of what is done in a cycle, by the rule of the review; before it can be read, what it would take to be seen.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The effect; <see langword="null"/> for a KPI that is only watched, or not in the portfolio.</returns>
    public KpiEffect? EffectOf(KpiId kpi, Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return NeedOf(kpi)?.Assessment is { } assessment ? options.EffectRule.Apply(assessment, cycle, options.NeedRule) : null;
    }

    /// <summary>The score of an objective whose cycle has begun, with what is aligned to it.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The score; <see langword="null"/> before its cycle, or for an objective that is not in the portfolio.</returns>
    public AlignedScore? ScoreOf(ObjectiveId objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return scores.GetValueOrDefault(objective);
    }

    /// <summary>Whether other objectives contribute to an objective, so that they tell how close it is.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns><see langword="true"/> when at least one counts in its score.</returns>
    public bool IsContributedTo(ObjectiveId objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return contributedTo.Contains(objective);
    }

    /// <summary>The score of a key result of an objective whose cycle has begun.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="keyResult">The key result's id.</param>
    /// <returns>The score; <see langword="null"/> before the cycle, or when there is no such key result.</returns>
    public KeyResultScore? ScoreOf(ObjectiveId objective, KeyResultId keyResult)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(keyResult);
        return keyResults.GetValueOrDefault((objective, keyResult));
    }

    /// <summary>Every target of a KPI in force now or decided for later; found once, however many key results are compared with it.</summary>
    internal decimal[] TargetsNowAndLater(Kpi kpi)
    {
        if (!targets.TryGetValue(kpi.Id, out var found))
        {
            var current = kpi.Targets.On(AsOf, AsOf);
            found = [.. kpi.Targets.Decisions
                .Where(decision => decision.DecidedOn <= AsOf && (decision.Equals(current) || decision.EffectiveFrom > AsOf))
                .Select(decision => decision.Target?.Value).OfType<decimal>()];
            targets.Add(kpi.Id, found);
        }

        return found;
    }

    /// <summary>The KPIs an objective addresses, in its order; of many only those whose names share a word with another name, which are looked up.</summary>
    internal IEnumerable<Kpi> AddressedSharing(Objective objective, Lazy<HashSet<string>> words)
    {
        if (objective.Addresses.Count <= Few)
        {
            return objective.Addresses.Select(id => NeedOf(id)?.Kpi).OfType<Kpi>();
        }

        if (!addressed.TryGetValue(objective.Id, out var byWord))
        {
            byWord = objective.Addresses.Select(id => NeedOf(id)?.Kpi)
                .OfType<Kpi>()
                .SelectMany((kpi, place) => NameOf(kpi).Select(word => (Word: word, Place: place, Kpi: kpi)))
                .ToLookup(each => each.Word, each => (each.Place, each.Kpi), StringComparer.Ordinal);
            addressed.Add(objective.Id, byWord);
        }

        return words.Value.SelectMany(word => byWord[word]).DistinctBy(each => each.Place).OrderBy(each => each.Place).Select(each => each.Kpi);
    }

    /// <summary>What the name of a KPI says; read once, however many key results are compared with it.</summary>
    internal HashSet<string> NameOf(Kpi kpi)
    {
        if (!names.TryGetValue(kpi.Id, out var found))
        {
            found = NameReading.Of(kpi.Name);
            names.Add(kpi.Id, found);
        }

        return found;
    }

    /// <summary>
    /// How much hangs on what a finding is about, for the order they are read in: the whole 5, a KPI that needs an OKR 4, an objective for one 3, otherwise a
    /// KPI, team or objective 2, and a key result or initiative its share of the score of its objective.
    /// </summary>
    internal decimal HangsOn(FindingSubject subject)
    {
        if (subject.Kpi is { } kpi)
        {
            return IsNeeded(kpi) ? 4m : 2m;
        }

        if (subject.Objective is not { } id)
        {
            return subject.Team is null ? 5m : 2m;
        }

        if (subject.KeyResult is not { } keyResult)
        {
            return subject.Initiative is not null ? 0m : Portfolio.TryObjective(id, out var objective) && objective.Addresses.Any(IsNeeded) ? 3m : 2m;
        }

        if (ScoreOf(id) is not { Own: { } own })
        {
            return 0m;
        }

        for (var index = 0; index < own.KeyResults.Count; index++)
        {
            if (own.KeyResults[index].KeyResult.Id == keyResult)
            {
                return own.Parts[index];
            }
        }

        return 0m;
    }

    private bool IsNeeded(KpiId kpi) => NeedOf(kpi) is { State: OkrNeedState.Needed or OkrNeedState.Covered };
}
