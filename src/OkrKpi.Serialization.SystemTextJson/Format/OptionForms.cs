using System.Text.Json;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What a host lets its users set for reviews; what is left out is as by default, so that quality rules new to the library count too.</summary>
internal static class OptionForms
{
    private static readonly JsonForm<FindingRule> Rule = TextOf(RuleOf, NameOf);

    private static readonly JsonForm<RatedRule> Rated = new ObjectForm<RatedRule, RatedParts>("ratedRule", "How much the findings of a quality rule matter.",
        static form => form
        .Required("rule", Rule, static each => each.Rule, static (ref parts, value) => parts.Rule = value, "The rule, by the name of its type.")
        .Required(
            "severity", EnumForm<FindingSeverity>.Instance, static each => each.Severity, static (ref parts, value) => parts.Severity = value,
            "How much all its findings matter.")
        .Build(static (ref _, ref parts) => new(parts.Rule!, parts.Severity)));

    internal static readonly JsonForm<ReviewOptions> Review = new ObjectForm<ReviewOptions, ReviewParts>("reviewOptions", "What a review goes by; what is "
        + "left out is as by default.", static form => form
        .Optional(
            "needRule", AnswerForms.NeedRule, static each => Stored(each).NeedRule == Default.NeedRule ? null : each.NeedRule,
            static (ref parts, value) => parts.NeedRule = value, "When a KPI needs an OKR.")
        .Optional(
            "scoring", ProfileForms.Profile, static each => each.Scoring.Equals(Default.Scoring) && each.Scoring.Name == Default.Scoring.Name ? null
                : each.Scoring, static (ref parts, value) => parts.Scoring = value, "The profile to score by.")
        .Optional(
            "effectRule", EffectForms.Rule, static each => each.EffectRule == Default.EffectRule ? null : each.EffectRule,
            static (ref parts, value) => parts.EffectRule = value, "How the effect of an objective on its KPIs is told.")
        .List(
            "leftOut", Rule, static each => [.. Default.FindingRules.Where(rule => !Has(each, rule))], static (ref parts, value) => parts.LeftOut = value,
            "The quality rules that are not checked, by the names of their types.")
        .List(
            "rated", Rated, static each => [.. Default.FindingRules.Where(rule => each.RatingOf(rule) is not null)
                .Select(rule => new RatedRule(rule, each.RatingOf(rule)!.Value))],
            static (ref parts, value) => parts.Rated = value, "The quality rules whose findings all have one severity.")
        .Build(static (ref _, ref parts) =>
        {
            var options = parts.NeedRule is { } rule ? Default.With(rule) : Default;
            options = parts.Scoring is { } scoring ? options.With(scoring) : options;
            options = (parts.LeftOut ?? []).Aggregate(options, static (all, each) => all.Without(each));
            options = parts.EffectRule is { } effect ? options.With(effect) : options;
            return (parts.Rated ?? []).Aggregate(options, static (all, each) => all.Rating(each.Rule, each.Severity));
        }));

    private static ReviewOptions Default => ReviewOptions.Default;

    private static bool Has(ReviewOptions options, FindingRule rule) => options.FindingRules.Any(each => each.GetType() == rule.GetType());

    private static string NameOf(FindingRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.GetType().Name);

    private static FindingRule RuleOf(string name) => Default.FindingRules.FirstOrDefault(rule => NameOf(rule) == name)
        ?? throw new ArgumentException(
            $"'{JsonText.Shorten(name)}' is no quality rule of the library; they are {string.Join(", ", Default.FindingRules.Select(NameOf))}.");

    // A rule of the user's own is code, and stays with the program.
    private static ReviewOptions Stored(ReviewOptions options) =>
        options.FindingRules.FirstOrDefault(rule => !Has(Default, rule)) is { } own
            ? throw new NotSupportedException(
                $"The quality rule {own.GetType().Name} is code of your own and has no form in JSON: store the options without it, and add it with With.")
        : options;

    private sealed record RatedRule(FindingRule Rule, FindingSeverity Severity);

    private sealed class RatedParts
    {
        internal FindingRule? Rule;
        internal FindingSeverity Severity;
    }

    private sealed class ReviewParts
    {
        internal OkrNeedRule? NeedRule;
        internal ScoringProfile? Scoring;
        internal EffectRule? EffectRule;
        internal IReadOnlyList<FindingRule>? LeftOut;
        internal IReadOnlyList<RatedRule>? Rated;
    }
}
