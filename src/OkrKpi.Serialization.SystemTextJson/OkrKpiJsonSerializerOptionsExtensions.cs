using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Puts the domain types into the options of System.Text.Json.</summary>
public static class OkrKpiJsonSerializerOptionsExtensions
{
    /// <summary>
    /// Adds a converter for every type of the domain, so that KPIs, objectives, reviews and their parts can stand inside your own types and endpoints, as they
    /// stand in a document.
    /// </summary>
    /// <remarks>
    /// Names and order of members are those of the document whatever the naming policy; unknown and repeated members are refused. Dates and instants of
    /// NodaTime are included unless the
    /// options have converters for them already. A type of the domain without a form is refused with <see cref="NotSupportedException"/>, never written in
    /// part, unless the options have a converter for
    /// it. Where reflection is off and no resolver is set, the types are resolved too.
    /// </remarks>
    /// <param name="options">The options, which are changed.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="InvalidOperationException">The options are in use already and cannot be changed any more.</exception>
    public static JsonSerializerOptions AddOkrKpi(this JsonSerializerOptions options) => Add(options, OkrKpiJsonContext.Default);

    /// <summary>
    /// Adds a converter for every type of the domain, with other limits, or with the texts of reviews, needs, scores, briefs, findings and explanations in
    /// another language.
    /// </summary>
    /// <remarks>
    /// As <see cref="AddOkrKpi(JsonSerializerOptions)"/>. Only texts follow the language; names, numbers and dates beside them are the same in every one.
    /// </remarks>
    /// <param name="options">The options, which are changed.</param>
    /// <param name="limitsAndLanguage">How many items and how long a text a value may hold, and the language; layout, syntax and depth are those of the
    /// serializer.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <exception cref="InvalidOperationException">The options are in use already and cannot be changed any more.</exception>
    public static JsonSerializerOptions AddOkrKpi(this JsonSerializerOptions options, PortfolioJsonOptions limitsAndLanguage) =>
        Add(options, OkrKpiJsonContext.With(limitsAndLanguage));

    private static JsonSerializerOptions Add(JsonSerializerOptions options, OkrKpiJsonContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var converter in context.Converters.All)
        {
            options.Converters.Add(converter);
        }

        // With reflection and no resolver the serializer resolves every type by itself; adding one would end that.
        if (options.TypeInfoResolver is not null || !JsonSerializer.IsReflectionEnabledByDefault)
        {
            options.TypeInfoResolverChain.Add(context);
        }

        return options;
    }
}
