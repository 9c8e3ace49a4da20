using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How a value stands in JSON: one place that reads it, writes it and describes it in the schema.</summary>
internal abstract class JsonForm<T>
{
    /// <summary>Reads the value that begins at the current token, and ends on its last token.</summary>
    internal abstract T Read(ref JsonSource json);

    internal abstract void Write(Utf8JsonWriter json, T value);

    /// <summary>Writes the value where it may be an item of a list: what is written raw would not get a line of its own there.</summary>
    internal virtual void WriteItem(Utf8JsonWriter json, T value) => Write(json, value);

    internal abstract JsonObject Schema(SchemaDefinitions definitions);

    /// <summary>The value as the name of a member, where it can be one: a key of a dictionary.</summary>
    internal virtual string? AsName(T value) => null;

    /// <summary>The value of such a name.</summary>
    internal virtual T OfName(string name) => throw new NotSupportedException($"{typeof(T).Name} is no key of a JSON object.");
}
