using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>How a KPI is measured and which targets its periods have, decided once on a stated day before the first.</summary>
/// <remarks>
/// <see cref="Late"/>: how many days after its date each row is known; <see cref="DelaySaid"/>: what the KPI says about that; <see cref="Targets"/>: of each
/// period, of what adds up for each of its rows.
/// </remarks>
public sealed record LifeShape(
    ReportingCalendar Calendar, Cadence Cadence, Aggregation Aggregation, Direction Direction, Cadence? Every, int Late, int DelaySaid, int[] Targets,
    LocalDate Start)
{
    internal ReportingPeriod First { get; } = Calendar.PeriodOf(Start, Cadence);

    internal LocalDate LastDay => First.Plus(Targets.Length - 1).End;

    internal LocalDate DecidedOn => First.Start.PlusDays(-20);

    internal bool IsAdditive => Aggregation is Aggregation.Sum or Aggregation.Count;

    internal bool IsBand => Direction == Direction.WithinBand;

    internal IEnumerable<ReportingPeriod> Periods => Enumerable.Range(0, Targets.Length).Select(First.Plus);

    /// <summary>The KPI without a target.</summary>
    internal Kpi Kpi
    {
        get
        {
            var kpi = Kpi.Define("kpi", "Anything", Aggregation.Additivity() == Additivity.NonAdditive ? Unit.Index("points") : Unit.Count("thing"), Direction)
                .Every(Cadence, Aggregation)
                .OwnedBy("Somebody")
                .On(Calendar)
                .PublishedAfter(DelaySaid);
            return Every is { } every ? kpi.Measured(every) : kpi;
        }
    }

    internal Life Life => Lives.Life.Of(Kpi).Decided(Targets.Distinct().Count() == 1 && !IsAdditive
        ? [TargetDecision.From(First.Start, TargetOf(0), DecidedOn)]
        : Periods.Select((period, index) => TargetDecision.Between(period.Start, period.End, TargetOf(index), DecidedOn)));

    /// <summary>What is to be reached in a period: of what adds up, so much for each of its rows.</summary>
    internal decimal Amount(int index) => IsAdditive ? Targets[index] * Parts(First.Plus(index)).Length : Targets[index];

    internal Target TargetOf(int index) => IsBand ? Target.Within(Band.Between(Amount(index) * 0.9m, Amount(index) * 1.1m)) : Target.Of(Amount(index));

    /// <summary>The rows of a period exactly on plan, or each of them worse by a share.</summary>
    internal IEnumerable<Measurement> Rows(int index, decimal worseBy = 0)
    {
        var parts = Parts(First.Plus(index));
        var way = Direction == Direction.LowerIsBetter ? 1 + worseBy : 1 - worseBy;
        for (var step = 0; step < parts.Length; step++)
        {
            var date = parts[step].End;
            // A level climbs along the line from the target before; all others, and a level in a band, are on the target with every row.
            var before = index == 0 ? Targets[index] : Targets[index - 1];
            var value = Aggregation == Aggregation.Last && !IsBand && step < parts.Length - 1
                ? OnGoodSide(before + (((decimal)Targets[index] - before) * (step + 1) / parts.Length))
                : Targets[index];
            if (Aggregation == Aggregation.Count)
            {
                var count = worseBy == 0 ? Targets[index] : Direction == Direction.LowerIsBetter ? Targets[index] * 2 : Targets[index] / 2;
                for (var one = 0; one < count; one++)
                {
                    yield return Known(Measurement.On(date, one));
                }

                continue;
            }

            yield return Known(Aggregation switch
            {
                Aggregation.WeightedAverage => Measurement.On(date, value * way).Weighing(1 + (step % 3)),
                Aggregation.RatioOfSums => Measurement.On(date, value * way * 50).OutOf(50),
                _ => Measurement.On(date, value * way),
            });
        }
    }

    /// <summary>The day a period is judged on: over, and all its rows known.</summary>
    internal LocalDate JudgedOn(int index) => LocalDate.Max(First.Plus(index).End, Parts(First.Plus(index))[^1].End.PlusDays(Late));

    // The measuring periods that end in a period.
    private ReportingPeriod[] Parts(ReportingPeriod period) => Every is { } every ? [.. Lives.Life.Of(Kpi).Periods(every, period.Start, period.End)] : [period];

    // A thirtieth cannot be written: what is cut off is not to be missing.
    private decimal OnGoodSide(decimal value) =>
        Direction == Direction.LowerIsBetter
            ? Math.Round(value, 9, MidpointRounding.ToNegativeInfinity)
            : Math.Round(value, 9, MidpointRounding.ToPositiveInfinity);

    private Measurement Known(Measurement row) => Late == 0 ? row : row.Known(row.Date!.Value.PlusDays(Late));
}
