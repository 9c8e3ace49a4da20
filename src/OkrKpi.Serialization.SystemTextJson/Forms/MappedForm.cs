using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A value that stands as another one does.</summary>
internal sealed class MappedForm<T, TAs>(JsonForm<TAs> form, Func<T, TAs> to, Func<TAs, T> from) : JsonForm<T>
{
    internal override T Read(ref JsonSource json)
    {
        var start = json.Start;
        var read = form.Read(ref json);
        json.At();
        try
        {
            return from(read);
        }
        catch (Exception exception) when (JsonSource.IsRefusal(exception))
        {
            throw json.Refused(start, exception);
        }
    }

    internal override void Write(Utf8JsonWriter json, T value) => form.Write(json, to(value));

    internal override void WriteItem(Utf8JsonWriter json, T value) => form.WriteItem(json, to(value));

    internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
}
