namespace OkrKpi;

internal sealed class AnyOfReading(Lagging[] readings) : Lagging
{
    public override LaggingRecipe Recipe => new("anyOf", readings);

    internal override bool ChangesWithEventsOnly => Array.TrueForAll(readings, static reading => reading.ChangesWithEventsOnly);

    internal override int Window(KpiAssessment assessment) =>
        Array.Find(readings, reading => reading.Check(assessment) is not null)?.Window(assessment) ?? 1;

    public override LaggingReason? Check(KpiAssessment assessment)
    {
        foreach (var reading in readings)
        {
            if (reading.Check(assessment) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    internal override Explanation? Passing(KpiAssessment assessment) =>
        readings.Select(reading => reading.Passing(assessment)).FirstOrDefault(passing => passing is not null);
}
