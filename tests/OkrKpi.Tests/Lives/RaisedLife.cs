using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>A life on plan whose target is raised once, by half, and stays out of reach.</summary>
/// <remarks>
/// <see cref="Index"/>: the first period the raise is for; <see cref="DaysAhead"/>: how many days before its first day it is decided;
/// <see cref="IsOfPeriods"/>: whether each period is given a target of its own.
/// </remarks>
public sealed record RaisedLife(LifeShape Shape, int Index, int DaysAhead, bool IsOfPeriods)
{
    internal ReportingPeriod Period => Shape.First.Plus(Index);

    /// <summary>After the first targets, which were decided 20 days before the first period.</summary>
    internal LocalDate DecidedOn => LocalDate.Max(Period.Start.PlusDays(-DaysAhead), Shape.DecidedOn.PlusDays(1));

    internal Life Told => With(Shape.Direction == Direction.LowerIsBetter ? 0.5m : 1.5m);

    internal Life Lowered => With(Shape.Direction == Direction.LowerIsBetter ? 1.5m : 0.5m);

    private Life With(decimal factor)
    {
        var target = Raised(factor);
        var life = Shape.Life.Measured(Enumerable.Range(0, Shape.Targets.Length).SelectMany(index => Shape.Rows(index)));
        return IsOfPeriods || Shape.IsAdditive
            ? life.Decided(Enumerable.Range(
                Index,
                Shape.Targets.Length - Index).Select(Shape.First.Plus).Select(period => TargetDecision.Between(period.Start, period.End, target, DecidedOn)))
            : life.Decided(TargetDecision.From(Period.Start, target, DecidedOn));
    }

    // A band is raised by becoming narrower.
    private Target Raised(decimal factor)
    {
        var amount = Shape.Amount(0);
        return !Shape.IsBand ? Target.Of(amount * factor)
            : factor > 1 ? Target.Within(Band.Between(amount * 1.02m, amount * 1.05m))
            : Target.Within(Band.Between(amount * 0.5m, amount * 1.5m));
    }

    public override string ToString() =>
        $"raised for {Period.Label}, decided {DecidedOn}, of periods {IsOfPeriods}: {new OrdinaryLife(Shape, new bool[Shape.Targets.Length], false)}";
}
