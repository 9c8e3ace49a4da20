namespace OkrKpi.Benchmarks;

/// <summary>The order of the rows.</summary>
public enum RowOrder
{
    Sorted = 0,
    Random = 1,
}
