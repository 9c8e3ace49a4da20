namespace OkrKpi;

/// <summary>What the rows of one series in one period add up to: 64 bytes, one cache line of a table that random rows reach into.</summary>
internal struct RollupCell
{
    internal long Count;
    internal double Sum;
    internal double Min;
    internal double Max;
    internal long FirstTicks;
    internal double First;
    internal long LastTicks;
    internal double Last;
}
