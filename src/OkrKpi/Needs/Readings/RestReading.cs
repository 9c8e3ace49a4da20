using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class RestReading(decimal margin, decimal afterShare) : Lagging
{
    public override LaggingRecipe Recipe => new("restMustExceed", ("margin", margin), ("afterShare", afterShare));

    internal override bool ChangesWithEventsOnly => true;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        return assessment.Kpi is { Aggregation: Aggregation.Average or Aggregation.WeightedAverage or Aggregation.RatioOfSums, Cadence.IsLong: true }
            ? OpenPeriods.First(assessment, null, afterShare, Look)
            : null;
    }

    private LaggingReason? Look(KpiAssessment assessment, KpiPeriod period, PeriodCourse course, decimal actual, decimal target)
    {
        // The rest makes up for what is short so far: (target - actual) * passed = (rest - target) * left. Compared before dividing, as nothing may be left.
        var kpi = assessment.Kpi;
        var left = course.Whole - course.Position;
        var shortfall = kpi.Direction == Direction.HigherIsBetter ? target - actual : actual - target;
        if (shortfall * course.Position <= margin * Math.Abs(target) * left)
        {
            return null;
        }

        decimal? rest = left > 0m ? Held.Quotient((target * course.Whole) - (actual * course.Position), left) : null;
        return new(period, -shortfall, reason => Explanation.Of(
            rest is null ? "need.restIsOver" : "need.restMustExceed",
            new Fact("kpi", kpi.Name), new Fact("period", period.Period), new Fact("actual", actual, kpi.Unit), new Fact("rest", rest, kpi.Unit),
            new Fact("target", period.Target, kpi.Unit, kpi.Direction), new Fact("share", course.Share), new Fact("gap", reason.Gap, kpi.Unit, kpi.Direction),
                new Fact("margin", margin)));
    }
}
