using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class BurningReading(MissBudget budget, int longWindow, int shortWindow, decimal factor) : Lagging
{
    public override LaggingRecipe Recipe => new("burning", ("budget", budget), ("longWindow", longWindow), ("shortWindow", shortWindow), ("factor", factor));

    internal override bool ChangesWithEventsOnly => true;

    internal override int Window(KpiAssessment assessment) => longWindow;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var longer = MissWindow.Of(assessment, longWindow);
        var shorter = MissWindow.Of(assessment, shortWindow);
        return budget.BurnsFaster(shorter.Misses, shortWindow, factor) && budget.BurnsFaster(longer.Misses, longWindow, factor)
            ? new(shorter.Latest!, () => longer.Earliest!, shorter.Latest!.Gap, reason => Explanation.Of(
                "need.burning",
                new Fact("kpi", assessment.Kpi.Name), new Fact("longMisses", longer.Misses), new Fact("longWindow", longWindow),
                new Fact("shortMisses", shorter.Misses), new Fact("shortWindow", shortWindow), new Fact("share", budget.Share), new Fact("factor", factor))
                .Resting(reason.Sentence()))
            : null;
    }
}
