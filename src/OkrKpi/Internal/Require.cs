using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// The library's own guards: messages carry the value, what is allowed and what to do.
/// Plain null and blank checks go to Ardalis.GuardClauses.
/// </summary>
internal static class Require
{
    /// <summary>
    /// Amounts lie within ±10^15, which leaves a <see cref="decimal"/> room for products with weights; what sums and quotients may come to, <see cref="Held"/>
    /// says.
    /// </summary>
    internal const decimal LargestAmount = 1_000_000_000_000_000m;

    /// <summary>Two amounts closer than this are not a range one can measure progress in.</summary>
    internal const decimal SmallestRange = 0.000_000_000_001m;

    /// <summary>The first year of dates, see <see cref="Date"/>.</summary>
    internal const int FirstYear = 2;

    /// <summary>The last year of dates, see <see cref="Date"/>.</summary>
    internal const int LastYear = 9_997;

    /// <summary>The first date of all.</summary>
    internal static LocalDate FirstDate => new(FirstYear, 1, 1);

    /// <summary>The last date of all.</summary>
    internal static LocalDate LastDate => new(LastYear, 12, 31);

    /// <summary>A link is an absolute address that a browser may follow; a script is none.</summary>
    internal static Uri Link(Uri link, [CallerArgumentExpression(nameof(link))] string? name = null) =>
        Guard.Against.Null(link, name).IsAbsoluteUri && link.Scheme is "http" or "https"
            ? link
            : throw new ArgumentException($"'{link}' is no link; give an absolute address with http or https.", name);

    /// <summary>Labels and more of them, each once, in the order given.</summary>
    internal static string[] Labels(string[] labels, IEnumerable<string> more, [CallerArgumentExpression(nameof(more))] string? name = null) =>
        [.. labels.Concat(Copy(more, name).Select(label => Text(label, "label", name))).Distinct(StringComparer.Ordinal)];

    /// <summary>Labels without some of them, each of which is there.</summary>
    internal static string[] LabelsLeft(string[] labels, IEnumerable<string> gone, [CallerArgumentExpression(nameof(gone))] string? name = null)
    {
        var all = Copy(gone, name);
        foreach (var label in all)
        {
            if (!labels.Contains(label, StringComparer.Ordinal))
            {
                throw new ArgumentException($"There is no label '{label}'; the labels are {(labels.Length == 0 ? "none" : string.Join(", ", labels))}.", name);
            }
        }

        return [.. labels.Except(all, StringComparer.Ordinal)];
    }

    private const string DateYears = "dates lie in the years 2 to 9997; 0001-01-01 is a date that was never set";

    private const string PeriodYears = "periods lie in the years 1 to 9998";

    private static readonly Instant FirstOfPeriods = Instant.FromUtc(1, 1, 1, 0, 0);

    private static readonly Instant FirstOfDates = Instant.FromUtc(FirstYear, 1, 1, 0, 0);

    private static readonly Instant EndOfDates = Instant.FromUtc(LastYear + 1, 1, 1, 0, 0);

    private static readonly Instant EndOfPeriods = Instant.FromUtc(9_999, 1, 1, 0, 0);

    internal static decimal Amount(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is < -LargestAmount or > LargestAmount)
        {
            ThrowRange(name, value, "an amount lies between -10^15 and 10^15; use a larger unit, such as millions");
        }

        return value;
    }

    internal static decimal Between(decimal value, decimal low, decimal high, string meaning, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < low || value > high)
        {
            ThrowBetween(name, value, low, high, meaning);
        }

        return value;
    }

    /// <summary>
    /// A date that somebody recorded or asks for, in the years 2 to 9997: its period, the one before and the one after exist in every calendar.
    /// </summary>
    internal static LocalDate Date(LocalDate date, [CallerArgumentExpression(nameof(date))] string? name = null)
    {
        if (date.Year is < FirstYear or > LastYear)
        {
            ThrowRange(name, date.Iso(), DateYears);
        }

        return date;
    }

    /// <summary>An instant that somebody recorded, see <see cref="Date"/>.</summary>
    internal static Instant DateOf(Instant instant, [CallerArgumentExpression(nameof(instant))] string? name = null)
    {
        if (instant < FirstOfDates || instant >= EndOfDates)
        {
            ThrowRange(name, Iso(instant), DateYears);
        }

        return instant;
    }

    /// <summary>A date that has a period.</summary>
    internal static LocalDate PeriodOf(LocalDate date, [CallerArgumentExpression(nameof(date))] string? name = null)
    {
        if (date.Year is < 1 or > 9_998)
        {
            ThrowRange(name, date.Iso(), PeriodYears);
        }

        return date;
    }

    /// <summary>An instant that has a period.</summary>
    internal static Instant PeriodOf(Instant instant, [CallerArgumentExpression(nameof(instant))] string? name = null)
    {
        if (instant < FirstOfPeriods || instant >= EndOfPeriods)
        {
            ThrowRange(name, Iso(instant), PeriodYears);
        }

        return instant;
    }

    internal static decimal Weight(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Between(value, 0m, 1_000_000m, "a weight is 0 (linked only, does not count) or a positive number", name);

    internal static int AtLeast(int value, int low, string meaning, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < low)
        {
            ThrowRange(name, value, string.Create(CultureInfo.InvariantCulture, $"{meaning}, so it is at least {low}"));
        }

        return value;
    }

    internal static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            ThrowUndefined(name, value);
        }

        return value;
    }

    internal static string Text(string? value, string what, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Guard.Against.Null(value, name);
        var text = value.Trim();
        if (text.Length == 0)
        {
            throw new ArgumentException($"The {what} is blank; give a text.", name);
        }

        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                ThrowControlCharacter(name, what, character);
            }
        }

        // Few texts hold a surrogate at all, and the platform looks at many characters at a time.
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            WholePairs(text, what, name);
        }

        return text;
    }

    internal static T[] Copy<T>(IEnumerable<T>? items, [CallerArgumentExpression(nameof(items))] string? name = null)
        where T : class
    {
        Guard.Against.Null(items, name);

        // What cannot change needs no copy.
        var copy = items is ImmutableArray<T> { IsDefault: false } immutable ? ImmutableCollectionsMarshal.AsArray(immutable)! : [.. items];
        for (var index = 0; index < copy.Length; index++)
        {
            if (copy[index] is null)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Item {index} is null; leave it out instead."), name);
            }
        }

        return copy;
    }

    /// <summary>What is there, and after it what is added.</summary>
    internal static T[] Appended<T>(T[] items, IEnumerable<T>? more, [CallerArgumentExpression(nameof(more))] string? name = null)
        where T : class
    {
        var added = Copy(more, name);
        return items.Length == 0 ? added : [.. items, .. added];
    }

    /// <summary>Refuses two items with the same id, naming the id.</summary>
    internal static void Unique<T, TId>(T[] items, Func<T, TId> id, string what, string name)
        where TId : IEquatable<TId>
    {
        // Few items, such as the key results of an objective, are compared with each other: that needs no set.
        var seen = items.Length > 8 ? new HashSet<TId>(items.Length) : null;
        for (var index = 0; index < items.Length; index++)
        {
            var each = id(items[index]);
            if (seen is null ? Holds(items.AsSpan(0, index), id, each) : !seen.Add(each))
            {
                throw new ArgumentException($"The {what} '{each}' is given twice; every {what} needs an id of its own.", name);
            }
        }
    }

    private static bool Holds<T, TId>(ReadOnlySpan<T> items, Func<T, TId> id, TId sought)
        where TId : IEquatable<TId>
    {
        foreach (var item in items)
        {
            if (id(item).Equals(sought))
            {
                return true;
            }
        }

        return false;
    }

    internal static T[] Append<T>(IReadOnlyList<T> items, T item)
    {
        var longer = new T[items.Count + 1];
        for (var index = 0; index < items.Count; index++)
        {
            longer[index] = items[index];
        }

        longer[^1] = item;
        return longer;
    }

    private static void WholePairs(string text, string what, string? name)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                ThrowHalfSurrogatePair(name, what, text[index]);
            }
        }
    }

    private static void ThrowRange(string? name, object value, string advice) =>
        throw new ArgumentOutOfRangeException(name, value, $"{Invariant(value)} is out of range: {advice}.");

    private static void ThrowBetween(string? name, decimal value, decimal low, decimal high, string meaning) =>
        throw new ArgumentOutOfRangeException(
            name, value, $"{Invariant(value)} is out of range: {meaning}; allowed is {Invariant(low)} to {Invariant(high)}, ends included.");

    private static void ThrowUndefined<TEnum>(string? name, TEnum value)
        where TEnum : struct, Enum =>
        throw new ArgumentOutOfRangeException(name, value, $"{value} is no {typeof(TEnum).Name}; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}.");

    private static void ThrowControlCharacter(string? name, string what, char character) =>
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"The {what} holds the control character U+{(int)character:X4}; use printable text on one line."),
            name);

    private static void ThrowHalfSurrogatePair(string? name, string what, char half) =>
        throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture, $"The {what} holds U+{(int)half:X4}, half a surrogate pair, which is no character; use valid Unicode text."),
            name);

    private static string Iso(Instant instant) => instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
