using Ardalis.GuardClauses;

namespace OkrKpi;

internal sealed class MissesReading(int misses, int periods) : Lagging
{
    public override LaggingRecipe Recipe => new("missesOutOf", ("misses", misses), ("periods", periods));

    internal override bool ChangesWithEventsOnly => true;

    internal override int Window(KpiAssessment assessment) => periods;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        Guard.Against.Null(assessment);
        var window = MissWindow.Of(assessment, periods);
        if (window.Misses < misses)
        {
            return null;
        }

        // All of them missed is a run, which needs no count of its own.
        return window.Misses == periods && misses == periods
            ? LaggingReason.Missed(assessment, window.Latest!)
            : new(window.Latest!, () => window.Earliest!, window.Latest!.Gap, reason => Explanation.Of(
                "need.missesOutOf",
                new Fact("kpi", assessment.Kpi.Name), new Fact("misses", window.Misses), new Fact("periods", periods), new Fact("allowed", misses - 1))
                .Resting(reason.Sentence()));
    }

    internal override Explanation? Passing(KpiAssessment assessment) => Explanation.Of(
        "need.passedMisses", new Fact("misses", MissWindow.Of(assessment, periods).Misses), new Fact("periods", periods), new Fact("asked", misses));
}
