using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A closed family of objects that the member <c>kind</c> tells apart.</summary>
internal sealed class TaggedForm<T>(string name, string description) : JsonForm<T>
    where T : class
{
    private const int MostKinds = 8;

    private readonly List<Case> cases = [];

    /// <summary>A kind of the family.</summary>
    /// <param name="kind">The value of <c>kind</c>.</param>
    /// <param name="about">What the kind means.</param>
    /// <param name="pick">The value when it is of this kind.</param>
    /// <param name="declare">Declares the members after <c>kind</c>, and how to build the value.</param>
    internal TaggedForm<T> Kind<TCase, TParts>(string kind, string about, Func<T, TCase?> pick, Action<ObjectForm<TCase, TParts>> declare)
        where TCase : class, T
        where TParts : new()
    {
        cases.Add(new Case<TCase, TParts>(kind, pick, new($"{name}.{kind}", about, form =>
        {
            form.Required("kind", new KindForm(kind), _ => kind, static (ref _, _) => { }, "Which kind it is.");
            declare(form);
        })));
        return this;
    }

    internal override T Read(ref JsonSource json)
    {
        json.Expect(JsonTokenType.StartObject, "an object");

        // Where the kind comes last, each level looks through all those below it.
        if (json.Kinds == MostKinds)
        {
            throw json.Wrong(
                string.Create(CultureInfo.InvariantCulture, $"more than {MostKinds} goals or units stand in each other; no document needs that many."));
        }

        json.Kinds++;
        var value = ReadKind(ref json);
        json.Kinds--;
        return value;
    }

    internal override void Write(Utf8JsonWriter json, T value)
    {
        foreach (var each in cases)
        {
            if (each.TryWrite(json, value))
            {
                return;
            }
        }

        throw new NotSupportedException($"{value.GetType().Name} has no form in JSON.");
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => new()
    {
        ["description"] = description,
        ["oneOf"] = new JsonArray([.. cases.Select(each => each.Schema(definitions))]),
    });

    private T ReadKind(ref JsonSource json)
    {
        var start = json.Start;
        var ahead = json;
        for (var isFirst = true; ahead.NextMember(); isFirst = false)
        {
            if (!ahead.Is("kind"u8))
            {
                ahead.Pass();
                continue;
            }

            ahead.Advance();
            var kind = Named(ref ahead);
            if (!isFirst)
            {
                return kind.Read(ref json);
            }

            json = ahead;
            return kind.ReadAfterKind(ref json, start);
        }

        throw new JsonFault(start, ["kind"], $"'kind' is missing; it is required here, one of {Kinds()}.");
    }

    private Case Named(ref JsonSource json)
    {
        json.Expect(JsonTokenType.String, "a string");
        foreach (var each in cases)
        {
            if (json.Is(each.Utf8))
            {
                return each;
            }
        }

        throw json.Wrong($"'{json.Shown()}' is not known; allowed are {Kinds()}.");
    }

    private string Kinds() => string.Join(", ", cases.Select(each => each.Kind));

    private abstract class Case(string kind)
    {
        internal string Kind { get; } = kind;

        internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(kind);

        internal abstract T Read(ref JsonSource json);

        internal abstract T ReadAfterKind(ref JsonSource json, long start);

        internal abstract bool TryWrite(Utf8JsonWriter json, T value);

        internal abstract JsonObject Schema(SchemaDefinitions definitions);
    }

    private sealed class Case<TCase, TParts>(string kind, Func<T, TCase?> pick, ObjectForm<TCase, TParts> form) : Case(kind)
        where TCase : class, T
        where TParts : new()
    {
        internal override T Read(ref JsonSource json) => form.Read(ref json);

        internal override T ReadAfterKind(ref JsonSource json, long start) => form.ReadAfterFirst(ref json, start);

        internal override bool TryWrite(Utf8JsonWriter json, T value)
        {
            if (pick(value) is not { } some)
            {
                return false;
            }

            form.Write(json, some);
            return true;
        }

        internal override JsonObject Schema(SchemaDefinitions definitions) => form.Schema(definitions);
    }

    private sealed class KindForm(string kind) : JsonForm<string>
    {
        internal override string Read(ref JsonSource json) => kind;

        internal override void Write(Utf8JsonWriter json, string value) => json.WriteStringValue(kind);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["enum"] = new JsonArray(kind) };
    }
}
