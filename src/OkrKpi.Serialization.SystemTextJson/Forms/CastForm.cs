using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>One kind of a family where a user asks for just that kind.</summary>
internal sealed class CastForm<T, TFamily>(JsonForm<TFamily> form) : JsonForm<T>
    where T : class, TFamily
    where TFamily : class
{
    internal override T Read(ref JsonSource json)
    {
        var start = json.Start;
        return form.Read(ref json) as T ?? throw new JsonFault(start, ["kind"], $"the kind is not that of a {typeof(T).Name}, which is asked for here.");
    }

    internal override void Write(Utf8JsonWriter json, T value) => form.Write(json, value);

    internal override void WriteItem(Utf8JsonWriter json, T value) => form.WriteItem(json, value);

    internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
}
