using System.Text.Json;
using System.Text.Unicode;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Asks of JSON that no form reads what the forms ask of theirs: no member is given twice, and every text is Unicode.</summary>
internal static class UnreadJson
{
    // Emptying a set takes as long as it is large, so only small ones are used again.
    private const int FewMembers = 50;

    /// <summary>Looks through the value on whose first token the reader stands.</summary>
    /// <exception cref="JsonFault">A member is given twice, or a text is no Unicode.</exception>
    internal static void Check(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var open = new Stack<HashSet<string>>();
        var spare = new Stack<HashSet<string>>();
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(spare.TryPop(out var empty) ? empty : []);
                    break;
                case JsonTokenType.EndObject when open.Pop() is { Count: < FewMembers } few:
                    few.Clear();
                    spare.Push(few);
                    break;
                case JsonTokenType.PropertyName when Text(reader, "the name of the member") is var name && !open.Peek().Add(name):
                    throw new JsonFault(reader.TokenStartIndex, [], $"'{JsonText.Shorten(name)}' is given twice; give it once.");
                case JsonTokenType.String when reader.HasValueSequence || reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan):
                    Text(reader, "the string");
                    break;
                default:
                    break;
            }
        }
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
    }

    private static string Text(Utf8JsonReader reader, string what)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonFault(reader.TokenStartIndex, [], $"{what} is no valid Unicode text, for example half a surrogate pair.", exception);
        }
    }
}
