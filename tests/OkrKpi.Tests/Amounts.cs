using FsCheck;
using FsCheck.Fluent;

namespace OkrKpi.Tests;

/// <summary>Numbers as KPIs have them: ratings, thousands, millions, fractions, negative ones.</summary>
public static class Amounts
{
    public static Gen<decimal> Amount { get; } = Gen.OneOf(
        Gen.Choose(0, 10).Select(value => (decimal)value),
        Gen.Choose(0, 9_999).Select(value => (decimal)value),
        Gen.Choose(0, 9_999).Select(value => value * 1_000_000m),
        Gen.Choose(0, 10_000).Select(value => value / 1_000m),
        Gen.Choose(-5_000, -1).Select(value => value / 10m));

    public static Arbitrary<Way> Ways() => Arb.From(
        from start in Amount
        from target in Gen.Frequency((1, Gen.Constant(start)), (9, Amount))
        from one in Amount
        from other in Amount
        select new Way(start, target, one, other));

    public static Arbitrary<Results> Results() => Arb.From(
        from results in Gen.NonEmptyListOf(
            from value in Amount
            from weight in Gen.Choose(1, 9)
            select new Result(value, weight))
        from seed in Gen.Choose(0, int.MaxValue)
        select new Results([.. results], seed));

    public static Arbitrary<Situation> Situations() => Arb.From(
        from isHigherBetter in Gen.Elements(true, false)
        from target in Amount
        from raisedTo in Amount
        from values in Gen.ListOf(Gen.Zip(Gen.Choose(0, 180), Amount))
        from day in Gen.Choose(0, 200)
        from better in Gen.Choose(0, 100_000)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Situation(isHigherBetter ? Direction.HigherIsBetter : Direction.LowerIsBetter, target, raisedTo,
            [.. values.Select(value => (value.Item1, value.Item2))], day, better, seed));
}

public sealed record Way(decimal Start, decimal Target, decimal One, decimal Other);

public sealed record Result(decimal Value, int Weight);

public sealed record Results(IReadOnlyList<Result> All, int Seed);

public sealed record Situation(
    Direction Direction, decimal Target, decimal RaisedTo, IReadOnlyList<(int Day, decimal Value)> Values, int AsOf, decimal Better, int Seed);
