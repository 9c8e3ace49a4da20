using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>A life as it may come: rows that are late, missing, restated or off by a lot, targets decided anew, objectives, dismissals.</summary>
public sealed record MessyLife(LifeShape Shape, int Seed)
{
    private static readonly Lagging[] Readings =
    [
        Lagging.Default, Lagging.Missed(), Lagging
            .MissedBeyond(Tolerance.Default), Lagging
            .MissesInARow(2), Lagging
            .MissesOutOf(2, 3), Lagging
            .BehindPace(), Lagging
            .BehindPlan(), Lagging
            .BelowGlidePath(),
        Lagging.ProjectedToMiss(), Lagging
            .MissedSoFar(), Lagging
            .Stale(2), Lagging
            .OffTrackForDeadline(3), Lagging
            .Hysteresis(Lagging.MissesInARow(2), Lagging.Missed()),
        Lagging.AllOf(Lagging.Missed(), Lagging.Stale()), Lagging.AnyOf(Lagging.Stale(), Lagging.BehindPlan(0m)),
    ];

    internal LocalDate FirstDay => Shape.First.Start.PlusDays(-30);

    internal LocalDate LastDay => Shape.LastDay.PlusDays(30);

    /// <summary>Without objectives and dismissals.</summary>
    internal Life Bare
    {
        get
        {
            var random = new Random(Seed);
            List<Measurement> rows = [];
            for (var index = 0; index < Shape.Targets.Length; index++)
            {
                var worseBy = random.Next(3) == 0 ? random.Next(-30, 60) / 100m : 0m;
                foreach (var row in Shape.Rows(index, worseBy))
                {
                    if (random.Next(12) == 0)
                    {
                        continue;
                    }

                    foreach (var part in InSegments(random.Next(10) == 0 ? row.Known(row.Date!.Value.PlusDays(random.Next(60))) : row, random))
                    {
                        rows.Add(part);
                        if (random.Next(25) == 0)
                        {
                            rows.Add(Restated(part, random));
                        }
                    }
                }
            }

            return Shape.Life.Where(Special).Measured(rows).Decided(Enumerable.Range(0, random.Next(4)).Select(_ => Decision(random)));
        }
    }

    /// <summary>Whether nothing recorded is zero: something is due on every day.</summary>
    internal bool IsZeroWhenSilent => Special(Shape.Kpi).IsZeroWhenSilent;

    /// <summary>Any reading of lagging.</summary>
    internal Lagging Reading => Readings[Seed % Readings.Length];

    internal Life Whole
    {
        get
        {
            var random = new Random(~Seed);
            var life = Bare;
            for (var count = random.Next(3); count > 0; count--)
            {
                life = life.CoveredBy($"o{count}", Cycle.OfMonths(AnyDay(random), random.Next(1, 4)));
            }

            for (var count = random.Next(3); count > 0; count--)
            {
                var on = AnyDay(random);
                life = life.Dismissed(NeedDismissal.Of("kpi", on, "we live with it", random.Next(2) == 0 ? null : on.PlusDays(random.Next(90))));
            }

            return life;
        }
    }

    /// <summary>A decision after the first ones: plain, or a correction, a redefinition or a withdrawal.</summary>
    internal TargetDecision Decision(Random random)
    {
        var from = Shape.First.Plus(random.Next(Shape.Targets.Length)).Start;
        from = random.Next(3) == 0 ? from.PlusDays(random.Next(40)) : from;
        var decidedOn = random.Next(4) == 0 ? (LocalDate?)null : from.PlusDays(random.Next(-90, 20));
        var index = random.Next(Shape.Targets.Length);
        var factor = random.Next(60, 160) / 100m;
        var target = Shape.IsBand
            ? Target.Within(Band.Between(Shape.Amount(index) * 0.9m * factor, Shape.Amount(index) * 1.1m * factor))
            : Target.Of(Shape.Amount(index) * factor);
        var decision = random.Next(2) == 0
            ? TargetDecision.From(from, target, decidedOn)
            : TargetDecision.Between(from, from.PlusDays(random.Next(400)), target, decidedOn);
        return random.Next(10) switch
        {
            0 => decision.AsCorrection(),
            1 => decision.AsRedefinition(),
            2 => TargetDecision.Withdrawn(from, decidedOn),
            _ => decision,
        };
    }

    // What some KPIs say of themselves.
    private Kpi Special(Kpi kpi) => (Seed % 7) switch
    {
        0 when Shape.IsAdditive => kpi.NothingRecordedIsZero(),
        1 or 2 when Shape.IsAdditive => kpi.SpreadBy(SeasonalProfile.OfMonths(Enumerable.Range(1, 12).Select(month => (decimal)((Seed / month) % 5) + 1))),
        3 when Shape.IsAdditive => kpi.SpreadBy(SeasonalProfile.OfWeekdays(2, 2, 2, 3, 2, 1, 0)),
        <= 4 when Shape.Cadence == Cadence.Day => kpi.OnBusinessDays(BusinessDays.MondayToFriday.Without([FirstDay.PlusDays(40)])),
        _ => kpi,
    };

    // A level may be that of two branches, of which the south does not always report.
    private IEnumerable<Measurement> InSegments(Measurement row, Random random)
    {
        if (Shape.Aggregation is not (Aggregation.Last or Aggregation.First) || Seed % 3 == 0)
        {
            return [row];
        }

        var south = Measurement.Recorded(row.Date, null, row.Value / 4, null, null, Segment.Of("branch", "south"), row.KnownOn);
        var north = Measurement.Recorded(row.Date, null, row.Value - south.Value, null, null, Segment.Of("branch", "north"), row.KnownOn);
        return random.Next(6) == 0 ? [north] : [north, south];
    }

    internal LocalDate AnyDay(Random random) => FirstDay.PlusDays(random.Next(Period.DaysBetween(FirstDay, LastDay)));

    private static Measurement Restated(Measurement row, Random random)
    {
        var other = Measurement.On(row.Date!.Value, row.Value * random.Next(50, 150) / 100m);
        other = row.Weight is { } weight ? other.Weighing(weight) : row.Denominator is { } denominator ? other.OutOf(denominator) : other;
        other = row.Segment is { } segment ? other.For(segment) : other;
        return other.Restating((row.KnownOn ?? row.Date.Value).PlusDays(random.Next(1, 60)));
    }

    public override string ToString() => $"seed {Seed}: {new OrdinaryLife(Shape, new bool[Shape.Targets.Length], false)}";
}
