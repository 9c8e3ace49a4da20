using NodaTime;

namespace OkrKpi;

/// <summary>The cells of a <see cref="RollupTable{TCells, TAggregate, TNumber}"/>: what differs between doubles and decimals, and nothing else.</summary>
/// <remarks>
/// A struct that implements it holds the arrays. The table is compiled for each struct of its own, so that a call costs no more than if it were written out.
/// </remarks>
/// <typeparam name="TSelf">The struct itself.</typeparam>
/// <typeparam name="TAggregate">What a cell looks like from outside.</typeparam>
/// <typeparam name="TNumber">What is measured in.</typeparam>
internal interface IRollupCells<TSelf, TAggregate, TNumber>
    where TSelf : struct, IRollupCells<TSelf, TAggregate, TNumber>
    where TAggregate : struct
    where TNumber : struct
{
    /// <summary>How many cells there are.</summary>
    int Length { get; }

    /// <summary>The cell at a position.</summary>
    TAggregate this[int at] { get; }

    /// <summary>Whether an aggregate has no row.</summary>
    static abstract bool IsEmpty(in TAggregate aggregate);

    /// <summary>Whether the rows of an aggregate lie in a period.</summary>
    static abstract bool LiesWithin(in TAggregate aggregate, PeriodAxis axis, int period);

    /// <summary>Two aggregates together; where times are equal, the other one counts as later.</summary>
    static abstract TAggregate Merge(in TAggregate aggregate, in TAggregate other);

    /// <summary>The value of an aggregate as an aggregation reads it.</summary>
    static abstract TNumber? Read(in TAggregate aggregate, Aggregation aggregation);

    /// <summary>
    /// An aggregate as one measurement for a KPI of an aggregation: its value, the weight or denominator behind it, and when it was measured.
    /// </summary>
    static abstract (TNumber Value, TNumber? Behind, Instant? At) Tell(in TAggregate aggregate, Aggregation aggregation);

    /// <summary>Cells made of parts, none of them empty; those of one position are merged in their order.</summary>
    static abstract TSelf Of(int length, List<(int At, TAggregate Part)> parts, string name);

    /// <summary>Empty cells that keep the same detail.</summary>
    TSelf Blank(int length);

    /// <summary>A copy into which others can be merged; refuses others that keep another detail.</summary>
    TSelf CopyFor(TSelf other, string name);

    /// <summary>Merges a cell of others into one of these.</summary>
    void Merge(int at, TSelf others, int from);
}
