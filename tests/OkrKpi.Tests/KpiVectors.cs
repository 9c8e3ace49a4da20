namespace OkrKpi.Tests;

/// <summary>The cases about KPIs, targets and budgets in the vector files, and the rules by which some are left out.</summary>
internal static class KpiVectors
{
    internal const string Products = "product-doc-vectors.json";
    internal const string Peers = "okr-peer-vectors.json";
    internal const string Hand = "scoring-hand.json";

    /// <summary>The rules, each with its reason. A rule speaks of what a case contains, never of one case.</summary>
    internal static readonly (string Reason, Func<KpiVector, bool> Applies)[] Exclusions =
    [
        ("a ratio to a target of 0 or less, or of a value that is not there, has no answer; the peer gives 0 or 100", each =>
            each.Kind is "kpi_achievement" or "kpi_variance" && each.Optional("target") is not > 0m && !each.ExpectsNull("variance_percent")),
        ("where lower is better target / actual has no value at 0; the peer's tool shows a number of its own", each =>
            each.Kind == "kpi_achievement" && each.Text("direction") == "down" && each.Optional("current") is not > 0m),
        ("growth from 0, or a ratio to 0, has no answer; the peer gives 0", each =>
            (each.Kind == "growth_rate" && each.Optional("previous") == 0m)
                || (each.Kind.StartsWith("kpi_formula_", StringComparison.Ordinal) && each.Optional("starting") == 0m)),
        ("without two values the trend is unknown, which is not stable", each => each.Kind == "kpi_trend" && each.Has("changes")),
        ("a KPI in recovery is shown better than it is; here a KPI is what was measured", each =>
            each.Kind == "kpi_recovery_displayed_health" || (each.Kind == "kpi_state" && each.IsTrue("recovery_active")
                && each.Optional("achievement_percent") is not null)),
        ("no share of no KPIs is on target", each => each.Kind == "kpi_portfolio_health" && each.Input.GetProperty("kpis").GetArrayLength() == 0),
        ("nothing measured is never 0", each => each.Kind == "gap-policy" && each.Optional("minCount") == 0m),
        (
            "no calendar period consists of so many equal parts",
            each => each.Kind == "target-distribution" && each.Optional("periods") is not (2m or 3m or 4m or 6m or 12m)),
    ];

    internal static IEnumerable<KpiVector> All(string file) => [.. VectorFile.Cases(file).Select((each, index) => new KpiVector(file, index, each))];

    /// <summary>The cases of some kinds that are not left out.</summary>
    internal static TheoryData<string, int> Of(string file, params string[] kinds)
    {
        var cases = new TheoryData<string, int>();
        foreach (var each in All(file).Where(each => kinds.Contains(each.Kind) && !Array.Exists(Exclusions, rule => rule.Applies(each))))
        {
            cases.Add(each.Kind, each.Index);
        }

        return cases;
    }

    internal static KpiVector Case(string file, int index) => All(file).ElementAt(index);
}
