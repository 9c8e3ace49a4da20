using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A KPI has never had a target, so nobody can tell whether it needs an OKR. Code <c>kpi-without-target</c>, a warning.</summary>
/// <remarks>
/// Bad: "Revenue, higher is better" and no number. Good: a target, from now or from a later day; or <see cref="Kpi.Watch(string, string, Unit)"/> for a number
/// that only accompanies others. A target that was withdrawn on purpose is not remarked.
/// </remarks>
public sealed class KpiHasNoTarget : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return Everywhere.Told(
            context.Portfolio.Kpis.Where(kpi => !kpi.IsWatched),
            kpi => kpi.Targets.Decisions.Any(decision => decision.DecidedOn <= context.AsOf) ? null : Finding.Of(
                "kpi-without-target", FindingSeverity.Warning, FindingSubject.Of(kpi), Explanation.Of("finding.kpiNoTarget", new Fact("kpi", kpi.Name))),
            "finding.kpisNoTarget");
    }
}
