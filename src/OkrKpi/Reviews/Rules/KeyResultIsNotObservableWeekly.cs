using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result can be seen less often than every week, so nobody can act on it in time. Code <c>key-result-not-observable-weekly</c>, a warning.
/// </summary>
/// <remarks>
/// Bad: the metric of a KPI that is measured once a month, or "meetings per month". Good: a KPI that is measured every week or day, or "meetings per week".
/// A key result that measures no KPI and is no rate tells nothing about how often it can be seen, nor does a KPI of events, such as releases.
/// </remarks>
public sealed class KeyResultIsNotObservableWeekly : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var kpi = keyResult.Measures is { } id ? context.NeedOf(id)?.Kpi : null;
        var every = kpi is null ? keyResult.Unit.Every ?? keyResult.Goal.RateCadence : kpi.MeasuredEvery ?? kpi.Cadence;
        return every is { IsRegular: true, IsSeenWeekly: false }
            ? [
                Finding.Of(
                    "key-result-not-observable-weekly", FindingSeverity.Warning, objective, keyResult, "finding.notObservableWeekly", new Fact("every", every))
            ]
            : [];
    }
}
