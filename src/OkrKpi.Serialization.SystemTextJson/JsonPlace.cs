using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>An element of a document and where it stands; whatever does not fit becomes a <see cref="JsonException"/> with that path.</summary>
internal readonly struct JsonPlace(JsonElement element, string path)
{
    internal static JsonException Fault(string path, string text, Exception? inner = null)
    {
        var line = new StringBuilder(path).Append(": ").Append(text);
        for (var index = 0; index < line.Length; index++)
        {
            if (char.IsControl(line[index]) || line[index] is '\u2028' or '\u2029')
            {
                line[index] = ' ';
            }
        }

        return new(line.ToString(), path, null, null, inner);
    }

    internal JsonException Wrong(string text, Exception? inner = null) => Fault(path, text, inner);

    internal void Allow(params ReadOnlySpan<string> allowed)
    {
        Expect(JsonValueKind.Object, "an object");
        var seen = 0L;
        foreach (var member in element.EnumerateObject())
        {
            var name = NameOf(member);
            var index = allowed.IndexOf(name);
            if (index < 0)
            {
                throw Fault(Below(name), $"'{name}' is no member here; allowed are {string.Join(", ", allowed)}.");
            }

            if ((seen & (1L << index)) != 0)
            {
                throw Fault(Below(name), $"'{name}' is given twice; give it once.");
            }

            seen |= 1L << index;
        }
    }

    internal JsonPlace Required(string name) =>
        Optional(name) ?? throw Fault(Below(name), $"'{name}' is missing; it is required here.");

    internal JsonPlace? Optional(string name)
    {
        Expect(JsonValueKind.Object, "an object");
        try
        {
            return element.TryGetProperty(name, out var found) ? new JsonPlace(found, Below(name)) : null;
        }
        catch (InvalidOperationException exception)
        {
            throw Wrong("the name of a member is no valid Unicode text.", exception);
        }
    }

    internal string Text()
    {
        Expect(JsonValueKind.String, "a string");
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw Wrong("the string is no valid Unicode text, for example half a surrogate pair.", exception);
        }
    }

    internal T Text<T>(Func<string, T> make)
    {
        var text = Text();
        return Make(() => make(text));
    }

    internal decimal Number()
    {
        Expect(JsonValueKind.Number, "a number");
        if (!element.TryGetDecimal(out var number))
        {
            throw Wrong("the number is out of range; allowed is what a decimal holds, and most amounts lie between -10^15 and 10^15.");
        }

        // A decimal has 28 digits; more of them, or a tiny number, would be rounded in silence.
        if (!string.Equals(Digits(element.GetRawText()), Digits(number.ToString(CultureInfo.InvariantCulture)), StringComparison.Ordinal))
        {
            throw Wrong("the number has more digits than a decimal holds exactly; allowed are 28.");
        }

        return number;
    }

    internal T Number<T>(Func<decimal, T> make)
    {
        var number = Number();
        return Make(() => make(number));
    }

    internal int Integer()
    {
        Expect(JsonValueKind.Number, "a whole number");
        return element.TryGetInt32(out var number) ? number : throw Wrong("expected a whole number, such as 1.");
    }

    internal LocalDate Date()
    {
        var text = Text();
        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
            ? date
            : throw Wrong($"'{text}' is no date; give year, month and day, such as 2026-07-01.");
    }

    internal Instant Instant()
    {
        var text = Text();
        return InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant)
            ? instant
            : throw Wrong($"'{text}' is no instant; give date and time in UTC, such as 2026-01-05T09:00:00Z.");
    }

    internal TEnum Enum<TEnum>()
        where TEnum : struct, Enum
    {
        var text = Text();
        return Names.Find<TEnum>(text) ?? throw Wrong($"'{text}' is not known; allowed are {Names.Allowed<TEnum>()}.");
    }

    internal T Enum<TEnum, T>(Func<TEnum, T> make)
        where TEnum : struct, Enum
    {
        var value = Enum<TEnum>();
        return Make(() => make(value));
    }

    internal bool True() =>
        element.ValueKind == JsonValueKind.True ? true : throw Wrong("allowed is only true; leave the member out otherwise.");

    internal IEnumerable<JsonPlace> Items()
    {
        Expect(JsonValueKind.Array, "an array");
        return Each(element, path);
    }

    /// <summary>Runs a factory of the domain, whose refusals become a fault of this place.</summary>
    internal T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException)
        {
            // The name of the parameter says nothing to the writer of a document.
            var end = exception.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
            throw Wrong(end < 0 ? exception.Message : exception.Message[..end], exception);
        }
    }

    private static IEnumerable<JsonPlace> Each(JsonElement array, string path)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            yield return new(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
        }
    }

    private static string Digits(string number)
    {
        var exponent = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? number : number[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw Wrong("the name of a member is no valid Unicode text.", exception);
        }
    }

    private string Below(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$')
            ? $"{path}.{name}"
            : $"{path}['{string.Concat(name.Select(character => char.IsControl(character) ? ' ' : character))}']";

    private void Expect(JsonValueKind kind, string what)
    {
        if (element.ValueKind != kind)
        {
            throw Wrong($"expected {what}, not {Name(element.ValueKind)}.");
        }
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null; leave the member out instead",
        _ => "true or false",
    };
}
