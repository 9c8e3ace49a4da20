using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a review goes by: the rule for needs, the scoring profile, and the quality rules.</summary>
/// <remarks>Immutable; every method returns new options.</remarks>
public sealed class ReviewOptions
{
    private readonly FindingRule[] findingRules;

    private ReviewOptions(OkrNeedRule needRule, ScoringProfile scoring, FindingRule[] findingRules)
    {
        NeedRule = needRule;
        Scoring = scoring;
        this.findingRules = findingRules;
    }

    /// <summary>The default rule, the default profile, and every quality rule of the library.</summary>
    public static ReviewOptions Default { get; } = new(
        OkrNeedRule.Default,
        ScoringProfile.Default,
        [new KeyResultRestatesKpiTarget(), new HasNoKeyResult(), new HasNoInitiative(), new AddressesNoKpi(), new HasNoOwner(), new HasNoCheckInForAWeek()]);

    /// <summary>The rule for needs.</summary>
    public OkrNeedRule NeedRule { get; }

    /// <summary>The policies to score by.</summary>
    public ScoringProfile Scoring { get; }

    /// <summary>The quality rules, in the order they are checked.</summary>
    public IReadOnlyList<FindingRule> FindingRules => findingRules;

    /// <summary>The options with another rule for needs.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(OkrNeedRule rule) => new(Guard.Against.Null(rule), Scoring, findingRules);

    /// <summary>The options with another scoring profile.</summary>
    /// <param name="scoring">The profile.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(ScoringProfile scoring) => new(NeedRule, Guard.Against.Null(scoring), findingRules);

    /// <summary>The options with one more quality rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(FindingRule rule) => new(NeedRule, Scoring, Require.Append(findingRules, Guard.Against.Null(rule)));

    /// <summary>The options without a kind of quality rule.</summary>
    /// <typeparam name="TRule">The rule to leave out.</typeparam>
    /// <returns>The options.</returns>
    public ReviewOptions Without<TRule>()
        where TRule : FindingRule =>
        new(NeedRule, Scoring, [.. findingRules.Where(rule => rule is not TRule)]);
}
