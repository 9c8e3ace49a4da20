using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>An array of values of one form.</summary>
internal sealed class ListForm<T>(JsonForm<T> item) : JsonForm<IReadOnlyList<T>>
{
    internal override IReadOnlyList<T> Read(ref JsonSource json)
    {
        json.Expect(JsonTokenType.StartArray, "an array");

        // Rented, because a list that grows leaves twice its size behind.
        var items = ArrayPool<T>.Shared.Rent(16);
        var count = 0;
        try
        {
            while (json.NextItem())
            {
                if (count == items.Length)
                {
                    var longer = ArrayPool<T>.Shared.Rent(count * 2);
                    items.AsSpan().CopyTo(longer);
                    ArrayPool<T>.Shared.Return(items, clearArray: true);
                    items = longer;
                }

                if (json.TryRead(item, out var value))
                {
                    items[count++] = value;
                }
            }

            // Immutable, so that the domain keeps the array and makes no copy.
            return ImmutableArray.Create(items.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<T>.Shared.Return(items, clearArray: true);
        }
    }

    internal override void Write(Utf8JsonWriter json, IReadOnlyList<T> value)
    {
        json.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            item.WriteItem(json, value[index]);
        }

        json.WriteEndArray();
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "array", ["items"] = item.Schema(definitions) };
}
