using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Puts a value that was read where the parts of an object are gathered.</summary>
internal delegate void Set<TParts, in TValue>(ref TParts parts, TValue value);

/// <summary>The parts of an object within the parts of one that has the same members and more.</summary>
internal delegate ref TInnerParts PartsOf<TParts, TInnerParts>(ref TParts parts);

/// <summary>One member of an object: its name, how it is read into the parts, and how it is written.</summary>
internal abstract class ObjectMember<T, TParts>(string name, bool isRequired, string description)
{
    private object? encoded;

    internal string Name { get; } = name;

    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The name as it is written; made when first needed, because a program that only reads should not wait for the encoder.</summary>
    internal JsonEncodedText Encoded => (JsonEncodedText)(encoded ??= JsonEncodedText.Encode(Name));

    internal bool IsRequired { get; } = isRequired;

    internal string Description { get; } = description;

    /// <summary>Reads the value at the current token.</summary>
    internal abstract void Read(ref JsonSource json, ref TParts parts);

    internal abstract void Write(Utf8JsonWriter json, T value);

    internal abstract JsonObject Schema(SchemaDefinitions definitions);
}

internal sealed class RequiredMember<T, TParts, TValue>(string name, JsonForm<TValue> form, Func<T, TValue> get, Set<TParts, TValue> set, string description)
    : ObjectMember<T, TParts>(name, true, description)
{
    internal override void Read(ref JsonSource json, ref TParts parts) => set(ref parts, form.Read(ref json));

    internal override void Write(Utf8JsonWriter json, T value)
    {
        json.WritePropertyName(Encoded);
        form.Write(json, get(value));
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
}

internal sealed class OptionalMember<T, TParts, TValue>(string name, JsonForm<TValue> form, Func<T, TValue?> get, Set<TParts, TValue> set, string description)
    : ObjectMember<T, TParts>(name, false, description)
    where TValue : class
{
    internal override void Read(ref JsonSource json, ref TParts parts) => set(ref parts, form.Read(ref json));

    internal override void Write(Utf8JsonWriter json, T value)
    {
        if (get(value) is { } some)
        {
            json.WritePropertyName(Encoded);
            form.Write(json, some);
        }
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
}

internal sealed class OptionalValueMember<T, TParts, TValue>(
    string name, JsonForm<TValue> form, Func<T, TValue?> get, Set<TParts, TValue> set, string description)
    : ObjectMember<T, TParts>(name, false, description)
    where TValue : struct
{
    internal override void Read(ref JsonSource json, ref TParts parts) => set(ref parts, form.Read(ref json));

    internal override void Write(Utf8JsonWriter json, T value)
    {
        if (get(value) is { } some)
        {
            json.WritePropertyName(Encoded);
            form.Write(json, some);
        }
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
}

internal sealed class IncludedMember<T, TParts, TInner, TInnerParts>(
    ObjectMember<TInner, TInnerParts> member, Func<T, TInner> get, PartsOf<TParts, TInnerParts> at)
    : ObjectMember<T, TParts>(member.Name, member.IsRequired, member.Description)
{
    internal override void Read(ref JsonSource json, ref TParts parts) => member.Read(ref json, ref at(ref parts));

    internal override void Write(Utf8JsonWriter json, T value) => member.Write(json, get(value));

    internal override JsonObject Schema(SchemaDefinitions definitions) => member.Schema(definitions);
}
