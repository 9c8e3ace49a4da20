using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// Two periods or more of a KPI with a target are due and have no figures, so nobody can tell any more how it stands. Code <c>kpi-stale</c>, a warning.
/// </summary>
/// <remarks>
/// Bad: on 1 August the meetings of June and July are still unknown. Good: the figures come when they are due, or the KPI says with
/// <see cref="Kpi.PublishedAfter"/> how many days later they do.
/// </remarks>
public sealed class KpiIsStale : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Kpi kpi, ReviewContext context)
    {
        Guard.Against.Null(kpi);
        Guard.Against.Null(context);
        if (context.NeedOf(kpi.Id)?.Assessment is not { IsStale: true } assessment)
        {
            return [];
        }

        return [Finding.Of("kpi-stale", FindingSeverity.Warning, FindingSubject.Of(kpi), Explanation.Of(
            (assessment.Judged is null, kpi.Owner is null) switch
            {
                (false, false) => "finding.kpiStale",
                (false, true) => "finding.kpiStaleOfNobody",
                (true, false) => "finding.kpiNeverMeasured",
                (true, true) => "finding.kpiNeverMeasuredOfNobody",
            },
            new Fact("kpi", kpi.Name), new Fact("period", assessment.Judged?.Period), new Fact("first", assessment.Awaited[0].Period),
            new Fact("last", assessment.AwaitedBackwards().First(static each => each.IsDue).Period), new Fact("owner", kpi.Owner)))];
    }
}
