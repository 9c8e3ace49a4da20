namespace OkrKpi;

/// <summary>How a column holds a number, or none.</summary>
internal interface ICell<T, TCell>
{
    static abstract TCell None { get; }

    static abstract TCell Of(T number);

    static abstract bool TryGet(TCell cell, out T number);
}

/// <summary>An exact number, or <see langword="null"/>.</summary>
internal readonly struct ExactCell : ICell<decimal, decimal?>
{
    public static decimal? None => null;

    public static decimal? Of(decimal number) => number;

    public static bool TryGet(decimal? cell, out decimal number)
    {
        number = cell.GetValueOrDefault();
        return cell.HasValue;
    }
}

/// <summary>A double, or not a number.</summary>
internal readonly struct DoubleCell : ICell<double, double>
{
    public static double None => double.NaN;

    public static double Of(double number) => number;

    public static bool TryGet(double cell, out double number)
    {
        number = cell;
        return !double.IsNaN(cell);
    }
}
