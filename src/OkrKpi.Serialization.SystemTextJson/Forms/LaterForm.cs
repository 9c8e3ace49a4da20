using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A form looked up when it is used, for values that hold values of their own kind.</summary>
internal sealed class LaterForm<T>(Func<JsonForm<T>> form) : JsonForm<T>
{
    internal override T Read(ref JsonSource json) => form().Read(ref json);

    internal override void Write(Utf8JsonWriter json, T value) => form().Write(json, value);

    internal override void WriteItem(Utf8JsonWriter json, T value) => form().WriteItem(json, value);

    internal override JsonObject Schema(SchemaDefinitions definitions) => form().Schema(definitions);
}
