using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Steps of a target are found without looking at every period.</summary>
public class TargetStepTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void They_are_those_of_looking_at_every_period()
    {
        var found = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var cadence = new[] { Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.Event }[seed % 5];
            var kpi = Kpi.Define("a", "A", Unit.Count("a"), Direction.HigherIsBetter).Every(cadence, Aggregation.Sum)
                .With(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Decision(random)));
            var series = MeasurementSeries.Of("a", Enumerable.Range(0, 9).Select(_ => Measurement.On(Day(random), random.Next(9))));
            var assessment = KpiAssessment.Of(kpi, series, AsOf);
            var (since, apart) = (Day(random), random.Next(1, 14));

            var told = assessment.TargetSteps(since, apart).Select(step => (step.Earlier.Period, step.Period.Period, step.Change)).ToArray();
            found += told.Length;
            Assert.Equal(Plain(assessment, since, apart), told);
        }

        Assert.True(found > 1_000, $"only {found} steps were compared");
    }

    [Fact]
    public void An_hourly_KPI_with_a_measurement_of_a_wrong_century_is_asked_at_once()
    {
        var kpi = Kpi.Define("a", "A", Unit.Count("a"), Direction.HigherIsBetter).Every(Cadence.Hour, Aggregation.Sum)
            .WithTarget(5m, new LocalDate(2026, 1, 1));
        var assessment = KpiAssessment.Of(kpi, MeasurementSeries.Of("a", Measurement.AtInstant(Instant.FromUtc(226, 1, 1, 0, 0), 1m)), AsOf);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var step = Assert.Single(assessment.TargetSteps(new LocalDate(226, 1, 1)));

        Assert.Equal((TargetChange.First, new LocalDate(2026, 1, 1)), (step.Change, step.Period.Period.Start));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }

    private static (ReportingPeriod, ReportingPeriod, TargetChange)[] Plain(KpiAssessment assessment, LocalDate since, int apart)
    {
        var periods = assessment.Periods;
        return
        [
            .. Enumerable.Range(apart, Math.Max(0, periods.Count - apart))
                .Where(index => periods[index].Period.Start >= since)
                .Select(index => (Earlier: periods[index - apart], Later: periods[index]))
                .Select(each => (each.Earlier.Period, each.Later.Period, Change(assessment, each.Earlier, each.Later)))
                .Where(each => each.Item3 != TargetChange.Unchanged),
        ];
    }

    private static TargetChange Change(KpiAssessment assessment, KpiPeriod earlier, KpiPeriod later) => (earlier.Target, later.Target) switch
    {
        (null, null) => TargetChange.Unchanged,
        (null, _) => TargetChange.First,
        (_, null) => TargetChange.Withdrawn,
        _ when assessment.Kpi.Targets.IsRedefinedBetween(earlier.Period, later.Period, AsOf) => TargetChange.Redefined,
        _ => later.Target.ComparedWith(earlier.Target, assessment.Kpi.Direction),
    };

    private static LocalDate Day(Random random) => new LocalDate(2025, 1, 1).PlusDays(random.Next(560));

    private static TargetDecision Decision(Random random)
    {
        var (from, target) = (Day(random), Target.Of(random.Next(1, 4)));
        var decision = random.Next(3) switch
        {
            0 => TargetDecision.From(from, target, Day(random)),
            1 => TargetDecision.Between(from, from.PlusDays(random.Next(90)), target, Day(random)),
            _ => TargetDecision.Withdrawn(from, Day(random)),
        };
        return random.Next(6) switch { 0 => decision.AsCorrection(), 1 => decision.AsRedefinition(), _ => decision };
    }
}
