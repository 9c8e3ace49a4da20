using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A reader of JSON that refuses with a <see cref="JsonFault"/>, knows the limits, and can go on after a fault in a list.</summary>
internal ref struct JsonSource
{
    private const string NoText = "\uFFFD";

    private readonly PortfolioJsonOptions options;
    private readonly List<JsonFault>? faults;
    private readonly List<long>? unknown;
    private Utf8JsonReader reader;
    private object[] below;
    private int items;

    /// <param name="reader">Stands on the first token of a value.</param>
    /// <param name="options">The limits.</param>
    /// <param name="faults">Takes the faults of items of lists; without it the first fault is thrown.</param>
    /// <param name="unknown">Takes the place of members that nobody knows; without it they are faults.</param>
    internal JsonSource(Utf8JsonReader reader, PortfolioJsonOptions options, List<JsonFault>? faults = null, List<long>? unknown = null)
    {
        this.reader = reader;
        this.options = options;
        this.faults = faults;
        this.unknown = unknown;
        below = [];
    }

    internal readonly Utf8JsonReader Reader => reader;

    /// <summary>Where the object begins that is being built.</summary>
    internal long ObjectStart { get; set; }

    /// <summary>How many values that say their kind stand around this one.</summary>
    internal int Kinds { get; set; }

    internal readonly JsonTokenType Token => reader.TokenType;

    internal readonly long Start => reader.TokenStartIndex;

    internal readonly bool KeepsUnknown => unknown is not null;

    internal readonly bool HasFaults => faults is { Count: > 0 };

    /// <summary>Says which member, or which item of it, the next refusal of the domain is about.</summary>
    internal void At(params object[] steps) => below = steps;

    internal readonly JsonFault Wrong(string text, Exception? inner = null) => new(Start, [], text, inner);

    /// <summary>
    /// The fault of an object that begins at <paramref name="start"/>, in what was last named with <see cref="At"/>, or in the member that bears the name of
    /// the parameter refused.
    /// </summary>
    internal readonly JsonFault Refused(long start, Exception exception, Predicate<string>? isMember = null) => new(
        start,
        below.Length == 0 && exception is ArgumentException { ParamName: { } name } && isMember?.Invoke(name) == true ? [name] : below,
        Sentence(exception),
        exception);

    internal readonly JsonFault Refused(Exception exception) => new(Start, [], Sentence(exception), exception);

    /// <summary>A refusal as the domain would give it, of a member by its name in the document.</summary>
    internal static ArgumentException Misfit(string member, string text) => new(text, member);

    internal static bool IsRefusal(Exception exception) => exception is ArgumentException or InvalidOperationException or OverflowException;

    internal readonly void Expect(JsonTokenType token, string what)
    {
        if (reader.TokenType != token)
        {
            throw Unexpected(what);
        }
    }

    /// <summary>Goes to the name of the next member; false at the end of the object.</summary>
    internal bool NextMember()
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndObject;
    }

    /// <summary>Goes to the next item; false at the end of the array.</summary>
    internal bool NextItem()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        return ++items <= options.MaximumItems ? true : throw TooMany();
    }

    internal void Advance() => reader.Read();

    internal readonly bool Is(ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped || reader.HasValueSequence ? IsEscaped(text) : reader.ValueSpan.SequenceEqual(text);

    /// <summary>A member that no form knows: noted and passed over, or refused.</summary>
    internal void Unknown(Func<string> allowed)
    {
        if (Shown() is NoText)
        {
            throw Wrong("the name of the member is no valid Unicode text.");
        }

        if (unknown is null)
        {
            throw Wrong($"'{Shown()}' is no member here; allowed are {allowed()}.");
        }

        if (unknown.Count >= options.MaximumItems)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture,
                $"more than {options.MaximumItems} members of the document are not known here; allow more with "
                + $"{nameof(PortfolioJsonOptions.WithMaximumItems)}."));
        }

        unknown.Add(Start);
        Pass();
    }

    /// <summary>Passes over the value of the current member.</summary>
    internal void Pass()
    {
        reader.Read();
        reader.TrySkip();
    }

    /// <summary>Reads an item of a list; when it does not fit and faults are collected, passes over it.</summary>
    internal bool TryRead<T>(JsonForm<T> form, [MaybeNullWhen(false)] out T value)
    {
        if (faults is not null)
        {
            return TryRead(form, faults, out value);
        }

        value = form.Read(ref this);
        return true;
    }

    /// <summary>Adds what was read to its owner; when that is refused, finds the item that is to blame.</summary>
    internal T Adding<T, TItem>(string member, IReadOnlyList<TItem> more, T owner, Func<T, IEnumerable<TItem>, T> add)
    {
        // How items stand to each other is judged once each of them is right.
        if (faults is { Count: > 0 })
        {
            return owner;
        }

        try
        {
            return add(owner, more);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            var (right, wrong) = (0, more.Count);
            while (right + 1 < wrong)
            {
                var middle = (right + wrong) / 2;
                if (Accepts(owner, more.Take(middle), add))
                {
                    right = middle;
                }
                else
                {
                    wrong = middle;
                }
            }

            At(member, right);
            return add(owner, more.Take(wrong));
        }
    }

    /// <summary>One of several faults, to be thrown: the first, or the last when all are collected.</summary>
    internal readonly JsonFault All(IReadOnlyList<JsonFault> several)
    {
        if (faults is null)
        {
            return several[0];
        }

        faults.AddRange(several.Take(PortfolioJsonOptions.MaximumProblems).SkipLast(1));
        return several[Math.Min(several.Count, PortfolioJsonOptions.MaximumProblems) - 1];
    }

    internal readonly string Text()
    {
        Expect(JsonTokenType.String, "a string");
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > options.MaximumTextLength)
        {
            throw TooLong(length);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw Wrong("the string is no valid Unicode text, for example half a surrogate pair.", exception);
        }
    }

    /// <summary>The bytes of a short string or a number as they stand; empty when they are escaped, in pieces or too long for the fast ways.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => reader.HasValueSequence || reader.ValueIsEscaped ? default : reader.ValueSpan;

    internal readonly decimal Number()
    {
        Expect(JsonTokenType.Number, "a number");
        return JsonText.TryNumber(Bytes, out var number) ? number : LongNumber();
    }

    private readonly decimal LongNumber()
    {
        if (!reader.TryGetDecimal(out var number))
        {
            throw Wrong("the number is out of range; allowed is what a decimal holds, and most amounts lie between -10^15 and 10^15.");
        }

        // A decimal has 28 digits; more of them, or a tiny number, would be rounded in silence.
        var text = reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence.ToArray()) : Encoding.UTF8.GetString(reader.ValueSpan);
        if (!JsonText.SameDigits(text, number.ToString(CultureInfo.InvariantCulture)))
        {
            throw Wrong("the number has more digits than a decimal holds exactly; allowed are 28.");
        }

        return number;
    }

    internal readonly int Integer()
    {
        Expect(JsonTokenType.Number, "a whole number");
        return reader.TryGetInt32(out var number) ? number : throw Wrong("expected a whole number, such as 1.");
    }

    /// <summary>What stands there, short enough for a message.</summary>
    internal readonly string Shown()
    {
        try
        {
            return JsonText.Shorten(reader.GetString() ?? "null");
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }
    }

    /// <summary>A source of other JSON that stands for this one: with its limits, and collecting what it collects.</summary>
    internal readonly JsonSource Of(Utf8JsonReader other, List<JsonFault> collected) => new(other, options, faults is null ? null : collected, unknown);

    // Apart from where they are thrown, so that the reading code stays small.
    private readonly JsonFault Unexpected(string what) => Wrong($"expected {what}, not {Name(reader.TokenType)}.");

    private readonly JsonFault TooMany() => Wrong(string.Create(
        CultureInfo.InvariantCulture,
        $"the arrays of the document hold more than {options.MaximumItems} items; allow more with {nameof(PortfolioJsonOptions.WithMaximumItems)}."));

    private readonly JsonFault TooLong(long length) => Wrong(string.Create(
        CultureInfo.InvariantCulture,
        $"the string has {length} bytes; allowed are {options.MaximumTextLength}, more with {nameof(PortfolioJsonOptions.WithMaximumTextLength)}."));

    private readonly bool IsEscaped(ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private bool TryRead<T>(JsonForm<T> form, List<JsonFault> collected, [MaybeNullWhen(false)] out T value)
    {
        var before = reader;
        var kinds = Kinds;
        try
        {
            value = form.Read(ref this);
            return true;
        }
        catch (JsonFault fault) when (collected.Count < PortfolioJsonOptions.MaximumProblems - 1)
        {
            collected.Add(fault);
            reader = before;
            Kinds = kinds;
            reader.TrySkip();
            value = default;
            return false;
        }
    }

    private static bool Accepts<T, TItem>(T owner, IEnumerable<TItem> items, Func<T, IEnumerable<TItem>, T> add)
    {
        try
        {
            add(owner, items);
            return true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    // The name of the parameter says nothing to the writer of a document.
    internal static string Sentence(Exception exception)
    {
        var end = exception.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return JsonText.Shorten(end < 0 ? exception.Message : exception.Message[..end], 1_000);
    }

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null; leave the member out instead",
        _ => "true or false",
    };
}
