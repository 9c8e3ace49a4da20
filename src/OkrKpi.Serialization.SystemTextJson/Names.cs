using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The camelCase names of enum members in a document.</summary>
internal static class Names
{
    internal static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal static TEnum? Find<TEnum>(string name)
        where TEnum : struct, Enum
    {
        foreach (var value in Values<TEnum>())
        {
            if (string.Equals(Of(value), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    internal static string Allowed<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Values<TEnum>().Select(Of));

    // The zero of IsoDayOfWeek is no day, and no other enum of a document has a zero.
    private static IEnumerable<TEnum> Values<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => !EqualityComparer<TEnum>.Default.Equals(value, default));
}
