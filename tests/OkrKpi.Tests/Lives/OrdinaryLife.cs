using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>A life on plan but for some periods.</summary>
/// <remarks><see cref="Missed"/>: which periods are missed, with every row of them; <see cref="IsClose"/>: by a hundredth, otherwise by half.</remarks>
public sealed record OrdinaryLife(LifeShape Shape, bool[] Missed, bool IsClose)
{
    internal Life OnPlan => Shape.Life.Measured(Enumerable.Range(0, Shape.Targets.Length).SelectMany(index => Shape.Rows(index)));

    internal Life WithMisses =>
        Shape.Life.Measured(Enumerable.Range(0, Shape.Targets.Length).SelectMany(index => Shape.Rows(index, Missed[index] ? WorseBy : 0)));

    internal LocalDate FirstDay => Shape.First.Start;

    internal LocalDate LastDay => Shape.LastDay.PlusDays(Shape.Late);

    // A band reaches a tenth to either side.
    private decimal WorseBy => IsClose ? (Shape.IsBand ? 0.11m : 0.01m) : 0.5m;

    public override string ToString() =>
        $"{Shape.Cadence} {Shape.Aggregation} {Shape.Direction} measured every {Shape.Every?.ToString() ?? "period"}, known after {Shape.Late}, said "
        + $"{Shape.DelaySaid}, "
        + $"{Shape.Calendar}, from {Shape.First}, targets [{string.Join(' ', Shape.Targets)}] missed "
            + $"[{string.Join(' ', Missed.Select((missed, index) => (missed, index)).Where(each => each.missed).Select(each => each.index))}] "
                + $"{(IsClose ? "closely" : "by half")}";
}
