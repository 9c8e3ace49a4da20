using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Finds path and line of a fault by walking the input once more, so that reading what is right costs nothing for them.</summary>
internal static class JsonPath
{
    /// <summary>The problem of a fault in a document.</summary>
    internal static DocumentProblem Problem(ReadOnlySpan<byte> utf8, Utf8JsonReader start, JsonFault fault)
    {
        var path = Find(start, fault, out var at);
        return Problem(utf8, path, at, fault.Message);
    }

    /// <summary>The problems of several faults in a document, in their order, found by one walk through it.</summary>
    internal static List<DocumentProblem> Problems(ReadOnlySpan<byte> utf8, Utf8JsonReader start, IReadOnlyList<JsonFault> faults)
    {
        var problems = new DocumentProblem[faults.Count];
        var steps = new List<object?>();
        foreach (var index in Enumerable.Range(0, faults.Count).OrderBy(each => faults[each].At))
        {
            var path = Find(ref start, steps, faults[index], out var at);
            problems[index] = Problem(utf8, path, at, faults[index].Message);
        }

        return [.. problems];
    }

    /// <summary>The problem of input that is no JSON: where the reader stopped, in the innermost element it had entered.</summary>
    internal static DocumentProblem Problem(ReadOnlySpan<byte> utf8, Utf8JsonReader start, JsonException malformed)
    {
        var steps = new List<object?>();
        try
        {
            while (Step(ref start, steps))
            {
            }
        }
        catch (JsonException)
        {
        }

        // The reader ends its sentence with the position, which is told in another way here.
        var end = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = end < 0 ? malformed.Message : malformed.Message[..end];
        return new(Text(steps), (malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1, "no JSON: " + JsonText.Shorten(text, 300));
    }

    internal static DocumentProblem Problem(ReadOnlySpan<byte> utf8, string path, long at, string text)
    {
        var before = utf8[..(int)Math.Min(at, utf8.Length)];
        return new(path, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), JsonText.Shorten(text, 2_000));
    }

    /// <summary>The path of a fault from the token that <paramref name="start"/> stands before or on.</summary>
    internal static string Find(Utf8JsonReader start, JsonFault fault, out long at)
    {
        var steps = new List<object?>();
        if (start.TokenType != JsonTokenType.None)
        {
            Enter(ref start, steps);
        }

        return Find(ref start, steps, fault, out at);
    }

    // Goes on from where the reader stands to the fault; from there, a copy goes on to what is wrong below it.
    private static string Find(ref Utf8JsonReader start, List<object?> steps, JsonFault fault, out long at)
    {
        var path = new StringBuilder(Text(GoTo(ref start, steps, fault.At)));
        var below = start;
        at = start.TokenStartIndex;
        var reachable = true;
        foreach (var step in fault.Below)
        {
            Append(path, step);
            reachable = reachable && (step is int index ? ToItem(ref below, index) : ToMember(ref below, (string)step));
            at = reachable ? below.TokenStartIndex : at;
        }

        return path.ToString();
    }

    /// <summary>The ways to what several faults are about, in their order, found by one walk.</summary>
    internal static object[][] StepsTo(Utf8JsonReader start, IReadOnlyList<JsonFault> faults)
    {
        var ways = new object[faults.Count][];
        var steps = new List<object?>();
        foreach (var index in Enumerable.Range(0, faults.Count).OrderBy(each => faults[each].At))
        {
            ways[index] = [.. GoTo(ref start, steps, faults[index].At)!, .. faults[index].Below];
        }

        return ways;
    }

    /// <summary>The ways to the members whose names begin at the given places, which are in order.</summary>
    internal static List<object[]> StepsTo(Utf8JsonReader start, IEnumerable<long> places)
    {
        var ways = new List<object[]>();
        var steps = new List<object?>();
        foreach (var place in places)
        {
            while (Step(ref start, steps, shorten: false) && start.TokenStartIndex != place)
            {
            }

            ways.Add([.. steps!]);
        }

        return ways;
    }

    // Goes on from where the reader stands to the token that begins at a place, and gives the way to it.
    private static List<object?> GoTo(ref Utf8JsonReader start, List<object?> steps, long place)
    {
        while ((start.TokenType == JsonTokenType.None || start.TokenStartIndex != place) && Step(ref start, steps))
        {
        }

        return start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? steps[..^1] : steps;
    }

    // The steps hold the name or index in each open object and array; null before its first.
    private static bool Step(ref Utf8JsonReader reader, List<object?> steps, bool shorten = true)
    {
        if (!reader.Read())
        {
            return false;
        }

        Enter(ref reader, steps, shorten);
        return true;
    }

    private static void Enter(ref Utf8JsonReader reader, List<object?> steps, bool shorten = true)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                return;
            case JsonTokenType.PropertyName:
                steps[^1] = shorten ? Name(ref reader) : reader.GetString();
                return;
            default:
                break;
        }

        if (steps.Count > 0 && steps[^1] is int index)
        {
            steps[^1] = index + 1;
        }

        if (reader.TokenType is JsonTokenType.StartObject)
        {
            steps.Add(null);
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            steps.Add(-1);
        }
    }

    private static bool ToMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = IsNamed(ref reader, name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.TrySkip();
        }

        return false;
    }

    private static bool IsNamed(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no name that anybody looks for.
            return false;
        }
    }

    private static bool ToItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
            {
                return true;
            }

            reader.TrySkip();
        }

        return false;
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonText.Shorten(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Text(IEnumerable<object?> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step is not (null or -1))
            {
                Append(path, step);
            }
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, object step)
    {
        if (step is int index)
        {
            path.Append('[').Append(index).Append(']');
        }
        else if (step is string { Length: > 0 } name && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$'))
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(step).Append("']");
        }
    }
}
