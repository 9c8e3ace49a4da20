using System.Reflection;
using Xunit.Sdk;

namespace OkrKpi.Tests;

/// <summary>
/// Runs a theory for every case of a kind in a vector file, except those that <see cref="ScoringVectors.Exclusions"/> rules out with a reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class VectorsOfAttribute(string file, string kind) : DataAttribute
{
    internal string File => file;

    internal string Kind => kind;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ScoringVectors.All(file).Where(each => each.Kind == kind && ScoringVectors.ReasonToExclude(each) is null).Select(each => new object[] { each });
}

/// <summary>The cases of the scoring vector files, and the rules by which some are left out.</summary>
internal static class ScoringVectors
{
    internal const string Products = "product-doc-vectors.json";
    internal const string Peers = "okr-peer-vectors.json";
    internal const string Hand = "scoring-hand.json";

    internal static readonly string[] Files = [Products, Peers, Hand];

    /// <summary>The rules: what they apply to, and why it is left out. A rule speaks of a kind, an origin or what a case contains, never of one case.</summary>
    internal static readonly (string Rule, string Reason, Func<ScoringVectorCase, bool> Applies)[] Exclusions =
    [
        Kinds(
            "Bars, counts and texts of a screen, or a subtraction of two numbers", "no domain rule behind it", "ordinal_zone_fill", "status_from_zone_fill",
            "milestone_rollup", "period_comparison"),
        Kinds(
            "Work: initiatives, tasks, effort", "work never enters a score; its dates and states belong to the tools that plan it", "initiative_forecast",
            "initiative_progress", "initiative_status_rollup", "effort_weeks_to_days"),
        Kinds(
            "Confidence computed from progress", "confidence is people's forecast, never derived from progress (an anti-pattern by the file's own note)",
            "confidence_from_progress"),
        Kinds(
            "Statuses that people set", "the library computes statuses and lets scores be set by hand (score-override is run)", "status_override",
            "status_precedence"),
        Kinds("Progress above 100 % is an error", "overachievement is kept beside the score, so it is no error here", "progress_validation"),
        Kinds(
            "Sets of ranges with gaps accepted as valid", "bands have no gaps by construction; each begins where the one before ends",
            "threshold_set_validation"),
        Kinds(
            "A parent's number as the sum of its children's numbers", "a key result has check-ins of its own, and an objective rolls up scores, not numbers",
            "child_value_sum"),
        Kinds("Which event led to which", "events are joined before they become measurements", "conversion-attribution"),
        ("okr_validation of key_result_progress, of a title's length, or of more than 5 key results or "
            + "none", "overachievement is kept, a title has no least length, and the number of key results is a finding", vector =>
            vector.Kind == "okr_validation" && (vector.Has("key_result_progress") || vector.Has("objective")
                || vector.Optional("key_result_count") is < 1m or > 5m)),
        ("kpi_validation of a range", "a tightening inside a band is no policy of the library; a band upside down is refused "
            + "(threshold_range_validation)", vector =>
            vector.Kind == "kpi_validation" && vector.Text("kind") == "range"),
        ("kpi_progress of a range with a standard", "the source publishes no formula for values inside the band", vector =>
            vector.Kind == "kpi_progress" && vector.Text("kind") == "range" && vector.Has("standard")),
    ];

    /// <summary>Kinds of other areas than scoring, by how their names begin; the tests of those areas run them as far as the library answers them.</summary>
    internal static readonly string[] OtherAreas =
    [
        "calendar", "fiscal", "iso-week", "offset-window", "period_overlap",
    ];

    internal static string? ReasonToExclude(ScoringVectorCase vector) => Array.Find(Exclusions, rule => rule.Applies(vector)).Reason;

    internal static IReadOnlyList<ScoringVectorCase> All(string file) =>
        [.. VectorFile.Cases(file).Select((each, index) => new ScoringVectorCase(file, index + 1, each))];

    private static (string Rule, string Reason, Func<ScoringVectorCase, bool> Applies) Kinds(string what, string reason, params string[] kinds) =>
        ($"{what}: {string.Join(", ", kinds)}", reason, vector => kinds.Contains(vector.Kind));
}
