using System.Runtime.InteropServices;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Members nobody knows, in the shape of the document they stood in.</summary>
internal sealed class PreservedTree
{
    private static readonly PreservedTree Nothing = new();

    // What lies below, by the name of a member or by what tells an item of a list from the others.
    private readonly Dictionary<object, PreservedTree> below = [];
    private readonly List<PreservedMember> members = [];

    internal static PreservedTree Of(IEnumerable<PreservedMember> members)
    {
        var root = new PreservedTree();
        foreach (var member in members)
        {
            var tree = root;
            foreach (var step in member.Way)
            {
                tree = CollectionsMarshal.GetValueRefOrAddDefault(tree.below, step, out _) ??= new();
            }

            tree.members.Add(member);
        }

        return root;
    }

    /// <summary>Copies a document as one of a version and puts the members back where they stood, as far as that is still there.</summary>
    internal void Copy(ReadOnlySpan<byte> document, int version, Utf8JsonWriter json)
    {
        var reader = new Utf8JsonReader(document, new() { MaxDepth = PortfolioJsonOptions.LargestDepth });
        reader.Read();
        CopyObject(document, ref reader, json, version);
    }

    private void CopyObject(ReadOnlySpan<byte> document, ref Utf8JsonReader reader, Utf8JsonWriter json, int? version = null)
    {
        var names = members.Count == 0 ? null : new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            names?.Add(name);
            json.WritePropertyName(name);
            reader.Read();
            if (version is { } number && name == "version")
            {
                json.WriteNumberValue(number);
            }
            else
            {
                CopyMember(document, ref reader, json, below.GetValueOrDefault(name));
            }
        }

        foreach (var member in members)
        {
            if (names?.Contains(member.Name) == false)
            {
                json.WritePropertyName(member.Name);
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void CopyMember(ReadOnlySpan<byte> document, ref Utf8JsonReader reader, Utf8JsonWriter json, PreservedTree? tree)
    {
        if (tree is not null && reader.TokenType == JsonTokenType.StartObject)
        {
            tree.CopyObject(document, ref reader, json);
        }
        else if (tree is not null && reader.TokenType == JsonTokenType.StartArray)
        {
            tree.CopyList(document, ref reader, json);
        }
        else
        {
            // It stands as deep as before, so its lines are indented as they were.
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            json.WriteRawValue(document[start..(int)reader.BytesConsumed], skipInputValidation: true);
        }
    }

    private void CopyList(ReadOnlySpan<byte> document, ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                var item = PreservedItem.Next(PreservedItem.KeyOf(reader), seen);
                below.GetValueOrDefault(item, Nothing).CopyObject(document, ref reader, json);
            }
            else
            {
                JsonElement.ParseValue(ref reader).WriteTo(json);
            }
        }

        json.WriteEndArray();
    }
}
