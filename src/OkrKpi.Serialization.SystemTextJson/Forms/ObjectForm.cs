using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Makes a domain object of its parts; says with <see cref="JsonSource.At"/> which member a refusal is about.</summary>
internal delegate T Build<T, TParts>(ref JsonSource json, ref TParts parts);

/// <summary>An object with named members, in their order. Declared once; read, written and described from that.</summary>
/// <typeparam name="T">The domain type.</typeparam>
/// <typeparam name="TParts">What is gathered while reading: a struct where documents hold very many, otherwise a class, whose code is compiled once for
/// all.</typeparam>
internal sealed class ObjectForm<T, TParts>(string name, string description, Action<ObjectForm<T, TParts>> declare) : JsonForm<T>
    where TParts : new()
{
    private readonly List<ObjectMember<T, TParts>> declared = [];
    private (ulong Mask, bool IsExactlyOne, string[] Names)[] choices = [];
    private ulong required;
    private Build<T, TParts>? build;

    // Set last, so that whoever sees it sees the rest too.
    private volatile ObjectMember<T, TParts>[]? members;

    // A document uses few of the forms, and a short program should not wait for the others.
    private ObjectMember<T, TParts>[] Members => members ?? Declare();

    /// <summary>A member that must be given.</summary>
    internal ObjectForm<T, TParts> Required<TValue>(string member, JsonForm<TValue> form, Func<T, TValue> get, Set<TParts, TValue> set, string about)
    {
        required |= 1UL << declared.Count;
        declared.Add(new RequiredMember<T, TParts, TValue>(member, form, get, set, about));
        return this;
    }

    /// <summary>A member that is left out where there is none.</summary>
    internal ObjectForm<T, TParts> Optional<TValue>(string member, JsonForm<TValue> form, Func<T, TValue?> get, Set<TParts, TValue> set, string about)
        where TValue : class
    {
        declared.Add(new OptionalMember<T, TParts, TValue>(member, form, get, set, about));
        return this;
    }

    /// <inheritdoc cref="Optional{TValue}(string, JsonForm{TValue}, Func{T, TValue?}, Set{TParts, TValue}, string)"/>
    internal ObjectForm<T, TParts> Optional<TValue>(string member, JsonForm<TValue> form, Func<T, TValue?> get, Set<TParts, TValue> set, string about)
        where TValue : struct
    {
        declared.Add(new OptionalValueMember<T, TParts, TValue>(member, form, get, set, about));
        return this;
    }

    /// <summary>A list that is left out where it is empty.</summary>
    internal ObjectForm<T, TParts> List<TItem>(
        string member, JsonForm<TItem> item, Func<T, IReadOnlyList<TItem>> get, Set<TParts, IReadOnlyList<TItem>> set, string about) =>
        Optional(member, new ListForm<TItem>(item), value => get(value) is { Count: > 0 } items ? items : null, set, about);

    /// <summary>All members of another object, as if they were its own.</summary>
    internal ObjectForm<T, TParts> Including<TInner, TInnerParts>(ObjectForm<TInner, TInnerParts> form, Func<T, TInner> get, PartsOf<TParts, TInnerParts> at)
        where TInnerParts : new()
    {
        var (offset, included) = (declared.Count, form.Members);
        required |= form.required << offset;
        choices = [.. choices, .. form.choices.Select(choice => (choice.Mask << offset, choice.IsExactlyOne, choice.Names))];
        declared.AddRange(included.Select(member => new IncludedMember<T, TParts, TInner, TInnerParts>(member, get, at)));
        return this;
    }

    internal ObjectForm<T, TParts> ExactlyOne(params string[] names) => Choice(true, names);

    internal ObjectForm<T, TParts> AtLeastOne(params string[] names) => Choice(false, names);

    internal ObjectForm<T, TParts> Build(Build<T, TParts> from)
    {
        build = from;
        return this;
    }

    internal override T Read(ref JsonSource json)
    {
        json.Expect(JsonTokenType.StartObject, "an object");
        var start = json.Start;
        var parts = new TParts();
        return Read(ref json, start, ref parts, 0UL, 0);
    }

    /// <summary>Reads an object whose first member, the first declared too, has been read already.</summary>
    internal T ReadAfterFirst(ref JsonSource json, long start)
    {
        var parts = new TParts();
        return Read(ref json, start, ref parts, 1UL, 1);
    }

    internal override void Write(Utf8JsonWriter json, T value)
    {
        json.WriteStartObject();
        WriteMembers(json, value);
        json.WriteEndObject();
    }

    internal void WriteMembers(Utf8JsonWriter json, T value)
    {
        foreach (var member in Members)
        {
            member.Write(json, value);
        }
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => Describe(definitions));

    internal JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object", ["description"] = description };
        var properties = new JsonObject();
        foreach (var member in Members)
        {
            var property = member.Schema(definitions);
            property["description"] = member.Description;
            properties[member.Name] = property;
        }

        schema["properties"] = properties;
        var names = Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray();
        if (names.Length > 0)
        {
            schema["required"] = new JsonArray(names);
        }

        foreach (var choice in choices)
        {
            schema[choice.IsExactlyOne ? "oneOf" : "anyOf"] = new JsonArray(
                [.. choice.Names.Select(each => new JsonObject { ["required"] = new JsonArray(each) })]);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private T Read(ref JsonSource json, long start, ref TParts parts, ulong seen, int next)
    {
        var all = Members;
        while (json.NextMember())
        {
            var index = Find(all, ref json, next);
            if (index < 0)
            {
                json.Unknown(Allowed);
                continue;
            }

            var bit = 1UL << index;
            if ((seen & bit) != 0)
            {
                throw json.Wrong($"'{all[index].Name}' is given twice; give it once.");
            }

            seen |= bit;
            next = index + 1;
            json.Advance();
            all[index].Read(ref json, ref parts);
        }

        if ((required & ~seen) != 0 || choices.Length > 0)
        {
            CheckGiven(start, seen);
        }

        json.At();
        json.ObjectStart = start;
        try
        {
            return build!(ref json, ref parts);
        }
        catch (Exception exception) when (JsonSource.IsRefusal(exception))
        {
            throw json.Refused(start, exception, given => Array.Exists(Members, member => member.Name == given));
        }
    }

    private void CheckGiven(long start, ulong seen)
    {
        if ((required & ~seen) is var missing and not 0)
        {
            var name = Members[BitOperations.TrailingZeroCount(missing)].Name;
            throw new JsonFault(start, [name], $"'{name}' is missing; it is required here.");
        }

        foreach (var choice in choices)
        {
            var given = seen & choice.Mask;
            if (given == 0 || (choice.IsExactlyOne && !ulong.IsPow2(given)))
            {
                throw new JsonFault(start, [], $"give {(choice.IsExactlyOne ? "exactly" : "at least")} one of {string.Join(", ", choice.Names)}.");
            }
        }
    }

    private ObjectMember<T, TParts>[] Declare()
    {
        lock (declared)
        {
            if (members is null)
            {
                declare(this);
                members = [.. declared];
            }

            return members;
        }
    }

    private ObjectForm<T, TParts> Choice(bool isExactlyOne, string[] names)
    {
        var mask = names.Aggregate(0UL, (all, each) => all | (1UL << declared.FindIndex(member => member.Name == each)));
        choices = [.. choices, (mask, isExactlyOne, names)];
        return this;
    }

    // Members usually stand in order, so the search begins after the last one found.
    private static int Find(ObjectMember<T, TParts>[] all, ref JsonSource json, int next)
    {
        for (var index = next; index < all.Length; index++)
        {
            if (json.Is(all[index].Utf8))
            {
                return index;
            }
        }

        for (var index = 0; index < next; index++)
        {
            if (json.Is(all[index].Utf8))
            {
                return index;
            }
        }

        return -1;
    }

    private string Allowed() => string.Join(", ", Members.Select(member => member.Name));
}
