using System.Text.Json;
using System.Text.Json.Serialization;
using OkrKpi.Serialization.SystemTextJson;

namespace Cluster;

/// <summary>JSON as the library writes it, also of what is the sample's own.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options =
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } }.AddOkrKpi();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Give a value, not null.");
}
