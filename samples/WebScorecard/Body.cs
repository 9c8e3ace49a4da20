using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WebScorecard;

/// <summary>The JSON of a write, all of whose members are known: what is misspelt would otherwise be dropped without a word.</summary>
internal sealed record Body<T>(T Record)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A value that is left out is none, and never zero.
        RespectRequiredConstructorParameters = true,
        PropertyNameCaseInsensitive = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonPropertyInfo[] Members = [.. Options.GetTypeInfo(typeof(T)).Properties];

    private static readonly string[] Names = [.. Members.Select(member => member.Name)];

    public static async ValueTask<Body<T>> BindAsync(HttpContext context)
    {
        RequireJson(context.Request);
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false }, context.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new BadHttpRequestException($"An entry is an object with the members {string.Join(", ", Names)}.");
            }

            string[] given = [.. document.RootElement.EnumerateObject().Select(member => member.Name)];
            return given.Except(Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown
                ? throw new BadHttpRequestException($"An entry has no member '{unknown}'; its members are {string.Join(", ", Names)}.")
                : Members.FirstOrDefault(member => member.IsRequired && !given.Contains(member.Name, StringComparer.Ordinal)) is { } missing
                ? throw new BadHttpRequestException($"An entry needs the member '{missing.Name}'; its members are {string.Join(", ", Names)}.")
                : new(document.Deserialize<T>(Options)!);
        }
        catch (JsonException refused)
        {
            throw new BadHttpRequestException(
                refused.Path is { Length: > 1 } path ? $"{path} has a value that an entry cannot have there." : $"This is no JSON: {refused.Message}", refused);
        }
    }

    /// <summary>Refuses what does not say that it is JSON.</summary>
    public static void RequireJson(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Say what you send: Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        }
    }
}
