using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a review goes by: the rule for needs, the scoring profile, the reading of effects, and the quality rules.</summary>
/// <remarks>Immutable, so safe for any number of threads; every method returns new options.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ReviewOptions
{
    private FindingRule[] findingRules;
    private (Type Rule, FindingSeverity Severity)[] severities;

    private ReviewOptions(
        OkrNeedRule needRule, ScoringProfile scoring, EffectRule effectRule, FindingRule[] findingRules, (Type Rule, FindingSeverity Severity)[] severities)
    {
        NeedRule = needRule;
        Scoring = scoring;
        EffectRule = effectRule;
        this.findingRules = findingRules;
        this.severities = severities;
    }

    /// <summary>The default of each, and every quality rule of the library.</summary>
    public static ReviewOptions Default { get; } = new(
        OkrNeedRule.Default,
        ScoringProfile.Default,
        EffectRule.Default,
        [
            new KpiNeedsOkrAndHasNone(), new KpiIsStale(), new KpiHasNoTarget(), new MeasurementStandsTwice(),
            new AddressesKpiThatNeedsNoOkr(), new AddressesNoKpi(),
            new KeyResultRestatesKpiTarget(), new KeyResultContradictsKpiDirection(), new KeyResultRepeatsAnother(),
            new HasNoKeyResult(), new HasTooManyKeyResults(), new TeamHasTooManyObjectives(), new HasNoInitiative(), new HasNoOwner(),
            new ObjectiveCarriesNumber(), new ObjectiveNamesNoArea(),
            new KeyResultIsNotMeasurable(), new KeyResultIsNotObservableWeekly(), new KeyResultLooksLikeInitiative(), new KeyResultHasNoKnownStart(),
            new CycleHasUnusualLength(), new DateLiesOutsideCycle(), new CycleIsOverAndNotGraded(),
            new HasNoCheckInForAWeek(), new IsAtRiskWithoutAction(), new ConfidenceFallsThreeWeeks(), new ConfidenceContradictsProgress(),
            new StartIsSandbagged(), new TeamSetsOnlyEasyGoals(), new EffectCannotBeSeen(),
        ],
        []);

    /// <summary>The rule for needs.</summary>
    public OkrNeedRule NeedRule { get; private set; }

    /// <summary>The policies to score by.</summary>
    public ScoringProfile Scoring { get; private set; }

    /// <summary>How the effect of an objective on a KPI is read at the end of a cycle.</summary>
    public EffectRule EffectRule { get; private set; }

    /// <summary>The quality rules, in the order they are checked.</summary>
    public IReadOnlyList<FindingRule> FindingRules => findingRules;

    /// <summary>The options with another rule for needs.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(OkrNeedRule rule) => Changed(copy => copy.NeedRule = Guard.Against.Null(rule));

    /// <summary>The options with another scoring profile.</summary>
    /// <param name="scoring">The profile.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(ScoringProfile scoring) => Changed(copy => copy.Scoring = Guard.Against.Null(scoring));

    /// <summary>The options with another reading of effects.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(EffectRule rule) => Changed(copy => copy.EffectRule = Guard.Against.Null(rule));

    /// <summary>The options with one more quality rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The options.</returns>
    public ReviewOptions With(FindingRule rule) => Changed(copy => copy.findingRules = Require.Append(findingRules, Guard.Against.Null(rule)));

    /// <summary>The options without a kind of quality rule.</summary>
    /// <typeparam name="TRule">The rule to leave out.</typeparam>
    /// <returns>The options.</returns>
    public ReviewOptions Without<TRule>()
        where TRule : FindingRule =>
        Changed(copy => copy.findingRules = [.. findingRules.Where(rule => rule is not TRule)]);

    /// <summary>The options without a quality rule that is only known when the program runs, as a settings page does.</summary>
    /// <param name="rule">A rule of the kind to leave out, as one of <see cref="FindingRules"/>.</param>
    /// <returns>The options.</returns>
    public ReviewOptions Without(FindingRule rule)
    {
        var kind = Guard.Against.Null(rule).GetType();
        return Changed(copy => copy.findingRules = [.. findingRules.Where(each => each.GetType() != kind)]);
    }

    /// <summary>
    /// The options where every finding of a kind of quality rule has one severity:
    /// <c>ReviewOptions.Default.Rating&lt;HasNoInitiative&gt;(FindingSeverity.Hint)</c>.
    /// </summary>
    /// <typeparam name="TRule">The rule whose findings to rate.</typeparam>
    /// <param name="severity">How much they matter.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is undefined.</exception>
    public ReviewOptions Rating<TRule>(FindingSeverity severity)
        where TRule : FindingRule =>
        Changed(copy => copy.severities = [.. severities, (typeof(TRule), Require.Defined(severity))]);

    /// <summary>The options where every finding of a quality rule that is only known when the program runs has one severity.</summary>
    /// <param name="rule">A rule of the kind to rate, as one of <see cref="FindingRules"/>.</param>
    /// <param name="severity">How much its findings matter.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is undefined.</exception>
    public ReviewOptions Rating(FindingRule rule, FindingSeverity severity)
    {
        var kind = Guard.Against.Null(rule).GetType();
        return Changed(copy => copy.severities = [.. severities, (kind, Require.Defined(severity))]);
    }

    /// <summary>The one severity of all findings of a quality rule; <see langword="null"/> where each says its own.</summary>
    /// <param name="rule">A rule.</param>
    /// <returns>The severity given by <see cref="Rating(FindingRule, FindingSeverity)"/>, the latest that holds.</returns>
    public FindingSeverity? RatingOf(FindingRule rule)
    {
        Guard.Against.Null(rule);
        FindingSeverity? rated = null;
        foreach (var each in severities)
        {
            if (each.Rule.IsInstanceOfType(rule))
            {
                rated = each.Severity;
            }
        }

        return rated;
    }

    /// <summary>The policies, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{NeedRule}; scored by {Scoring}; {findingRules.Length} quality rules");

    private ReviewOptions Changed(Action<ReviewOptions> change)
    {
        var copy = (ReviewOptions)MemberwiseClone();
        change(copy);
        return copy;
    }
}
