using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>Ordinary lives of every cadence, calendar, direction and aggregation: a plan decided once, and periods that are met or missed.</summary>
public static class AnyLives
{
    internal static readonly Cadence[] Cadences = [Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.HalfYear, Cadence.Year];

    public static Arbitrary<OrdinaryLife> OrdinaryLives() => Arb.From(
        from shape in Shapes
        from missed in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true))), shape.Targets.Length)
        from isClose in Gen.Elements(true, false)
        select new OrdinaryLife(shape, missed, isClose));

    public static Arbitrary<RaisedLife> RaisedLives() => Arb.From(
        from shape in Shapes
        from index in Gen.Choose(1, shape.Targets.Length - 1)
        from day in Gen.Choose(0, 200)
        from isOfPeriods in Gen.Elements(true, false)
        select new RaisedLife(shape with { Every = null, Targets = [.. shape.Targets.Select(_ => shape.Targets[0])] }, index, day, isOfPeriods));

    public static Arbitrary<MessyLife> MessyLives() => Arb.From(
        from shape in Shapes
        from seed in Gen.Choose(0, int.MaxValue)
        select new MessyLife(shape, seed));

    /// <summary>The same life for a cadence and a seed, with whichever generator.</summary>
    internal static MessyLife Kept(Cadence cadence, int seed)
    {
        var random = new Random(seed);
        var aggregation = Any(Enum.GetValues<Aggregation>());
        var late = Any(0, 0, 1, 4, 10, 21);
        var targets = Enumerable.Range(0, Count(cadence)).Select(_ => random.Next(2, aggregation == Aggregation.Count ? 7 : 41)).ToArray();
        return new(
            new(
                Any(
                    ReportingCalendar.Standard, ReportingCalendar.Standard, ReportingCalendar.Fiscal(random.Next(1, 13)),
                    ReportingCalendar.Retail(RetailYear.EndingNearest(IsoDayOfWeek.Saturday, random.Next(1, 13), Any(Enum.GetValues<RetailMonths>())))),
                cadence,
                aggregation,
                Any(Direction.HigherIsBetter, Direction.LowerIsBetter, Direction.WithinBand),
                Any(Shorter(cadence)),
                late,
                Any(late, late, 0),
                random.Next(2) == 0 ? [.. targets.Select(_ => targets[0])] : targets,
                new LocalDate(2024, 1, 1).PlusDays(random.Next(700))),
            seed);

        T Any<T>(params ReadOnlySpan<T> of) => of[random.Next(of.Length)];
    }

    private static Gen<LifeShape> Shapes =>
        from cadence in Gen.Elements(Cadences)
        from calendar in Calendars
        from aggregation in Gen.Elements(Enum.GetValues<Aggregation>())
        from direction in Gen.Elements(Direction.HigherIsBetter, Direction.LowerIsBetter, Direction.WithinBand)
        from every in Gen.Elements(Shorter(cadence))
        from late in Gen.Elements(0, 0, 1, 4, 10, 21)
        from isDelaySaid in Gen.Elements(true, true, false)
        from targets in Gen.ArrayOf(aggregation == Aggregation.Count ? Gen.Choose(2, 6) : Gen.Choose(2, 40), Count(cadence))
        from isStanding in Gen.Elements(true, false)
        from start in Gen.Choose(0, 700)
        select new LifeShape(
            calendar, cadence, aggregation, direction, every, late, isDelaySaid ? late : 0, isStanding ? [.. targets.Select(_ => targets[0])] : targets,
            new LocalDate(2024, 1, 1).PlusDays(start));

    private static Gen<ReportingCalendar> Calendars =>
        from month in Gen.Choose(1, 12)
        from months in Gen.Elements(Enum.GetValues<RetailMonths>())
        from day in Gen.Elements(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => ReportingCalendar.Standard,
            1 => ReportingCalendar.Fiscal(month),
            2 => ReportingCalendar.Retail(RetailYear.EndingNearest(day, month, months)),
            _ => ReportingCalendar.Retail(RetailYear.EndingOnLast(day, month, months)),
        };

    // Null: one row a period. A year of days takes long to ask about, and a quarter of them tells the same.
    private static Cadence?[] Shorter(Cadence cadence) =>
        [null, .. Cadences.Where(each => each < cadence && (each > Cadence.Day || cadence <= Cadence.Quarter)).Select(each => (Cadence?)each)];

    private static int Count(Cadence cadence) => cadence switch
    {
        Cadence.Day => 40,
        Cadence.Week => 26,
        Cadence.Month => 12,
        Cadence.Quarter => 6,
        Cadence.HalfYear => 4,
        _ => 3,
    };
}
