using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>An object that is only written, because it is the answer to a question and not kept anywhere.</summary>
internal sealed class WrittenForm<T> : JsonForm<T>
{
    private readonly string name;
    private readonly ObjectForm<T, object> form;

    /// <param name="name">What the schema calls it.</param>
    /// <param name="description">What it is.</param>
    /// <param name="declare">Declares the members, when the form is first used.</param>
    internal WrittenForm(string name, string description, Action<WrittenForm<T>> declare)
    {
        this.name = name;
        form = new(name, description, form =>
        {
            declare(this);
            form.Build(static (ref _, ref _) => throw new NotSupportedException());
        });
    }

    internal WrittenForm<T> Member<TValue>(string member, JsonForm<TValue> value, Func<T, TValue> get, string about)
    {
        form.Required(member, value, get, static (ref _, _) => { }, about);
        return this;
    }

    internal WrittenForm<T> Optional<TValue>(string member, JsonForm<TValue> value, Func<T, TValue?> get, string about)
        where TValue : class
    {
        form.Optional(member, value, get, static (ref _, _) => { }, about);
        return this;
    }

    internal WrittenForm<T> Optional<TValue>(string member, JsonForm<TValue> value, Func<T, TValue?> get, string about)
        where TValue : struct
    {
        form.Optional(member, value, get, static (ref _, _) => { }, about);
        return this;
    }

    /// <summary>A member that is null where there is nothing.</summary>
    internal WrittenForm<T> Column<TValue>(string member, JsonForm<TValue> value, Func<T, TValue?> get, string about)
        where TValue : class => Member(member, new NullableForm<TValue?>((json, each) => value.Write(json, each!)), get, about);

    /// <inheritdoc cref="Column{TValue}(string, JsonForm{TValue}, Func{T, TValue?}, string)"/>
    internal WrittenForm<T> Column<TValue>(string member, JsonForm<TValue> value, Func<T, TValue?> get, string about)
        where TValue : struct => Member(member, new NullableForm<TValue?>((json, each) => value.Write(json, each!.Value)), get, about);

    /// <summary>A list, written also when it is empty: a machine reads that more easily than a missing one.</summary>
    internal WrittenForm<T> List<TItem>(string member, JsonForm<TItem> item, Func<T, IEnumerable<TItem>> get, string about) =>
        Member(member, new ListForm<TItem>(item), value => get(value) as IReadOnlyList<TItem> ?? [.. get(value)], about);

    internal override T Read(ref JsonSource json) => throw new NotSupportedException($"{typeof(T).Name} is only written: read the portfolio and ask it again.");

    internal override void Write(Utf8JsonWriter json, T value) => form.Write(json, value);

    internal override void WriteItem(Utf8JsonWriter json, T value) => form.WriteItem(json, value);

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => Describe(definitions));

    /// <summary>The schema of the object itself. Later versions may say more, so it leaves room for that.</summary>
    internal JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = form.Describe(definitions);
        schema.Remove("additionalProperties");
        return schema;
    }

    private sealed class NullableForm<TValue>(Action<Utf8JsonWriter, TValue> write) : JsonForm<TValue>
    {
        internal override TValue Read(ref JsonSource json) => throw new NotSupportedException();

        internal override void Write(Utf8JsonWriter json, TValue value)
        {
            if (value is null)
            {
                json.WriteNullValue();
            }
            else
            {
                write(json, value);
            }
        }

        internal override JsonObject Schema(SchemaDefinitions definitions) => [];
    }
}
