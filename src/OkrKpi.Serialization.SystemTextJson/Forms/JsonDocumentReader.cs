using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Reads one value from UTF-8 and turns what does not fit into problems with path and line.</summary>
internal static class JsonDocumentReader
{
    /// <summary>Reads, or throws the first problem.</summary>
    internal static T Read<T>(ReadOnlySpan<byte> utf8, JsonForm<T> form, PortfolioJsonOptions options, List<long>? unknown = null)
        where T : class =>
            TryRead(utf8, form, options, null, unknown, out var cause) is { } value ? value : throw Exception(cause!.Value.Problem, cause.Value.Inner);

    /// <summary>Reads, or returns null with the first problem.</summary>
    internal static T? TryReadFirst<T>(
        ReadOnlySpan<byte> utf8, JsonForm<T> form, PortfolioJsonOptions options, out DocumentProblem? problem, out Exception? inner)
        where T : class
    {
        var value = TryRead(utf8, form, options, null, null, out var cause);
        (problem, inner) = (cause?.Problem, cause?.Inner);
        return value;
    }

    /// <summary>Reads, or returns null with every problem.</summary>
    internal static T? TryRead<T>(ReadOnlySpan<byte> utf8, JsonForm<T> form, PortfolioJsonOptions options, out IReadOnlyList<DocumentProblem> problems)
        where T : class
    {
        var faults = new List<JsonFault>();
        var value = TryRead(utf8, form, options, faults, null, out var cause);
        var found = JsonPath.Problems(WithoutMark(utf8), new Utf8JsonReader(WithoutMark(utf8), options.Reader), faults);
        if (cause is { } last)
        {
            found.Add(last.Problem);
        }

        problems = found;
        return found.Count == 0 ? value : null;
    }

    internal static JsonException Exception(DocumentProblem problem, Exception? inner) =>
        new(problem.ToString(), problem.Path, problem.Line - 1, problem.Column - 1, inner);

    /// <summary>A source on the first token of a document that has been read before.</summary>
    internal static JsonSource Source(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options)
    {
        var reader = new Utf8JsonReader(WithoutMark(utf8), options.Reader);
        reader.Read();
        return new(reader, options, null, []);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static T? TryRead<T>(
        ReadOnlySpan<byte> utf8, JsonForm<T> form, PortfolioJsonOptions options, List<JsonFault>? faults, List<long>? unknown,
        out (DocumentProblem Problem, Exception? Inner)? cause)
        where T : class
    {
        utf8 = WithoutMark(utf8);
        cause = null;
        if (utf8.Length > options.MaximumBytes)
        {
            cause = (JsonPath.Problem(utf8, "$", 0, options.TooLarge), null);
            return null;
        }

        var start = new Utf8JsonReader(utf8, options.Reader);
        try
        {
            var reader = start;
            reader.Read();
            var json = new JsonSource(reader, options, faults, unknown);
            var value = form.Read(ref json);

            // Whatever follows the value is refused here.
            json.Advance();
            return value;
        }
        catch (JsonFault fault)
        {
            cause = (JsonPath.Problem(utf8, start, fault), fault.InnerException);
        }
        catch (JsonException malformed)
        {
            cause = (JsonPath.Problem(utf8, start, malformed), malformed);
        }

        return null;
    }
}
