using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class BehindPlanReading(decimal tolerance) : Lagging
{
    public override LaggingRecipe Recipe => new("behindPlan", ("tolerance", tolerance));

    internal override bool ChangesWithEventsOnly => true;

    internal override int Window(KpiAssessment assessment) =>
        assessment.Judged is { } latest ? assessment.JudgedBackwards().TakeWhile(each => each.Period.FiscalYear == latest.Period.FiscalYear).Count() : 1;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var kpi = assessment.Kpi;
        if (kpi.Aggregation.Additivity() != Additivity.Additive || assessment.Judged is not { } latest)
        {
            return null;
        }

        decimal actuals = 0m, targets = 0m;
        List<KpiPeriod> counted = [];
        var year = latest.Period.FiscalYear;
        foreach (var period in assessment.JudgedBackwards().TakeWhile(each => each.Period.FiscalYear == year))
        {
            if (period is { Actual: { } actual, Due.Value: { } target })
            {
                actuals += actual;
                targets += target;
                counted.Add(period);
            }
        }

        var gap = kpi.Direction == Direction.HigherIsBetter ? actuals - targets : targets - actuals;
        return counted.Count == 0 || -gap <= tolerance * Math.Abs(targets)
            ? null
            : new(counted[0], () => counted[^1], gap, _ => Explanation.Of(
                "need.behindPlan",
                new Fact("kpi", kpi.Name), new Fact("first", counted[^1].Period), new Fact("period", counted[0].Period), new Fact("actual", actuals, kpi.Unit),
                new Fact("target", targets, kpi.Unit, kpi.Direction), new Fact("gap", gap, kpi.Unit, kpi.Direction), new Fact("tolerance", tolerance)),
                    Math.Abs(targets));
    }
}
