namespace OkrKpi;

internal sealed class AllOfReading(Lagging[] readings) : Lagging
{
    public override LaggingRecipe Recipe => new("allOf", readings);

    internal override bool ChangesWithEventsOnly => Array.TrueForAll(readings, static reading => reading.ChangesWithEventsOnly);

    internal override int Window(KpiAssessment assessment) => readings.Max(reading => reading.Window(assessment));

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        var reasons = new LaggingReason[readings.Length];
        for (var index = 0; index < readings.Length; index++)
        {
            if (readings[index].Check(assessment) is not { } reason)
            {
                return null;
            }

            reasons[index] = reason;
        }

        return reasons.Length == 1
            ? reasons[0]
            : reasons[0].Saying(_ => reasons[0].Explain().Resting(reasons[1..].Select(reason => reason.Explain())));
    }

    internal override Explanation? Passing(KpiAssessment assessment) =>
        readings.Select(reading => reading.Passing(assessment)).FirstOrDefault(passing => passing is not null);
}
