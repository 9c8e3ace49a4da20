using System.ComponentModel;
using System.Text.Json;

namespace OkrKpi.Json;

/// <summary>Stands in the place of a converter where a serializer was not told of any: refuses, instead of writing a type in part.</summary>
/// <remarks>
/// A type of this library has private parts and no setters, so that System.Text.Json by itself would write some of it and read none back. The package
/// <c>OkrKpi.Serialization.SystemTextJson</c> gives the forms; a converter of your own among the options goes before this one too. No state.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormInJson : JsonConverterFactory
{
    /// <summary>Whether it stands for a type: for every one that names it.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <returns><see langword="true"/>.</returns>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <summary>Refuses.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">The options that know no converter of the type.</param>
    /// <returns>Nothing, ever.</returns>
    /// <exception cref="NotSupportedException">Always: it says how the type gets its form.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        throw new NotSupportedException(
            $"These options know no form of {typeToConvert.Name} in JSON, and without one it would be written in part. With the package "
            + "OkrKpi.Serialization.SystemTextJson call AddOkrKpi() on the options, or put OkrKpiJsonContext.Default before your own context: "
            + "JsonTypeInfoResolver.Combine(OkrKpiJsonContext.Default, MyContext.Default).");
    }

    /// <summary>What it is, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => "refuses what no converter was given for";
}
