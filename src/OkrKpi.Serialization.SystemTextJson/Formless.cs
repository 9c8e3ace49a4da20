using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// Refuses the types of the domain that have no form: property by property they would be written in part, and read back as something else or not at all.
/// </summary>
internal sealed class Formless : JsonConverterFactory
{
    // An array is of the assembly of its items, and is a list all the same.
    public override bool CanConvert(Type typeToConvert) => typeToConvert.Assembly == typeof(Kpi).Assembly && !typeToConvert.IsArray;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        // Who has a converter of their own for such a type may add it before or after.
        foreach (var converter in options.Converters)
        {
            if (converter is not Formless && converter.CanConvert(typeToConvert))
            {
                return converter is JsonConverterFactory factory ? factory.CreateConverter(typeToConvert, options) : converter;
            }
        }

        throw new NotSupportedException(
            $"{typeToConvert.Name} has no form in JSON. Write the parts you need, or what it comes from: a portfolio with its parts, a review and a need "
            + $"have forms; or add a converter of your own.");
    }
}
