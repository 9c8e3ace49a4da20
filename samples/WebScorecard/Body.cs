using System.Text.Json;

namespace WebScorecard;

/// <summary>The JSON of a write, all of whose members are known: what is misspelt would otherwise be dropped without a word.</summary>
internal sealed record Body<T>(T Record)
{
    private static readonly JsonSerializerOptions Options = JsonSerializerOptions.Web;

    private static readonly string[] Names = [.. Options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name)];

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

            var names = document.RootElement.EnumerateObject().Select(member => member.Name);
            return names.FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
                ? throw new BadHttpRequestException($"An entry has no member '{unknown}'; its members are {string.Join(", ", Names)}.")
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
