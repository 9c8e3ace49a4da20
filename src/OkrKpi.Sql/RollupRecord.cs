using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace OkrKpi.Sql;

/// <summary>A row that came back, read column by column: engines differ in the types they give for the same numbers.</summary>
internal struct RollupRecord(DbDataReader reader)
{
    private int next;

    internal string? Text() => Next() is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    internal long Whole() => Next() switch
    {
        long value => value,
        int value => value,
        BigInteger value => (long)value,
        decimal value => (long)value,
        double value => (long)value,
        null => throw Missing(),
        var value => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    internal double Double() => Next() switch
    {
        double value => value,
        float value => value,
        decimal value => (double)value,
        BigInteger value => (double)value,
        null => throw Missing(),
        var value => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    internal decimal Exact() => Next() switch
    {
        decimal value => value,
        BigInteger value => (decimal)value,
        long value => value,
        int value => value,
        short value => value,
        sbyte value => value,
        byte value => value,
        ushort value => value,
        uint value => value,
        ulong value => value,
        double or float =>
            throw new InvalidCastException($"It is a double, which is not exact; read it with {nameof(RollupQuery.ReadAsync)}, or keep decimals."),
        null => throw Missing(),
        var value => throw new InvalidCastException($"It is a {value.GetType().Name} and no number."),
    };

    private object? Next()
    {
        var at = next++;
        try
        {
            return reader.IsDBNull(at) ? null : reader.GetValue(at);
        }
        catch (OverflowException overflow)
        {
            throw new OverflowException($"It has more digits than a decimal holds (28); read it with {nameof(RollupQuery.ReadAsync)}.", overflow);
        }
    }

    private static InvalidCastException Missing() => new("A number is missing.");
}
