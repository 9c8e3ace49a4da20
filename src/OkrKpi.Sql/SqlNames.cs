using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace OkrKpi.Sql;

/// <summary>What a name has to be like before it is quoted.</summary>
internal static class SqlNames
{
    internal static string Check(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        Guard.Against.NullOrWhiteSpace(name, parameter);
        return name.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("The name holds a character with the code 0, which no engine takes.", parameter)
            : name;
    }

    internal static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, $"{value} is no {typeof(T).Name}; allowed are {string.Join(", ", Enum.GetNames<T>())}.");
}
