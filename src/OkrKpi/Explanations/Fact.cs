using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>One named value inside an <see cref="Explanation"/>: a number, an amount with its unit, a date, a period or a word.</summary>
/// <remarks>Immutable. The default value has an empty name and no value.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Fact : IEquatable<Fact>
{
    internal Fact(string name, object? value, Unit? unit = null, Direction? direction = null)
    {
        this.name = name;
        held = value;
        Unit = unit;
        this.direction = direction;
    }

    // Which way is better, so that a sentence says "0.4 over" and "at most 2 months".
    private readonly Direction? direction;

    /// <summary>An estimate, which sentences show with as many decimals as it is worth.</summary>
    internal Fact(string name, decimal? value, int decimals, Unit? unit = null)
        : this(name, value, unit) => this.decimals = decimals;

    private readonly string? name;
    private readonly object? held;
    private readonly int? decimals;

    /// <summary>The name of the fact within its sentence, such as <c>actual</c>.</summary>
    public string Name => name ?? "";

    /// <summary>
    /// The value: a <see cref="decimal"/>, <see cref="int"/>, <see cref="string"/>, <see cref="LocalDate"/>, <see cref="ReportingPeriod"/>,
    /// <see cref="Target"/>, an <see cref="Explanation"/> told within another, an enum of this library, or <see langword="null"/> when there is none.
    /// </summary>
    public object? Value => held is TextByCulture text ? text.ToString() : held;

    /// <summary>The unit of an amount or target; otherwise <see langword="null"/>.</summary>
    public Unit? Unit { get; }

    /// <summary>Whether two facts are equal.</summary>
    /// <param name="left">One fact.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when name, value and unit are equal.</returns>
    public static bool operator ==(Fact left, Fact right) => left.Equals(right);

    /// <summary>Whether two facts differ.</summary>
    /// <param name="left">One fact.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Fact left, Fact right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Fact other) => Name == other.Name && Equals(Value, other.Value) && Equals(Unit, other.Unit);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fact other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Value, Unit);

    /// <summary>Name and value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} = {Format(null, CultureInfo.InvariantCulture)}";

    /// <summary>Whether the number is one, which takes the singular.</summary>
    internal bool IsOne => held is 1 or 1L or 1m;

    internal string Format(string? format, CultureInfo culture) => held switch
    {
        null => Words.Of("none", culture),
        decimal gap when format == "beside" && Unit is not null => AmountWords.Beside(gap, Unit, direction ?? Direction.HigherIsBetter, culture),
        decimal difference when format == "points" && Unit is not null => AmountWords.Difference(difference, Unit, culture),
        decimal amount when Unit is not null && decimals is { } few => AmountWords.Estimate(amount, few, Unit, culture),
        decimal amount when Unit is not null => AmountWords.Of(amount, Unit, culture),
        Target target when Unit is not null => AmountWords.Of(target, Unit, direction, culture),
        decimal number when decimals is { } few => number.ToString(Digits(format, few), culture),
        decimal number => number.ToString(format is null or "points" or "beside" ? "#,0.##" : format, culture),
        int number => number.ToString(format ?? "#,0", culture),
        LocalDate date when culture.Equals(CultureInfo.InvariantCulture) => date.Iso(),
        LocalDate date => date.ToString("d", culture),
        Enum word when format is not null => Words.Of($"{Words.KeyOf(word)}.{format}", culture),
        Enum word => Words.Of(Words.KeyOf(word), culture),
        IFormattable formattable => formattable.ToString(format, culture),
        string text => Isolated(text),
        TextByCulture text => Isolated(text.In(culture)),
        Explanation said => said.Sentence(culture),
        _ => held.ToString() ?? "",
    };

    // A name that is written from right to left would turn the sentence round it.
    private static string Isolated(string text)
    {
        foreach (var letter in text)
        {
            if (letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC')
            {
                return $"\u2068{text}\u2069";
            }
        }

        return text;
    }

    // With a sign where the template says "+".
    private static string Digits(string? format, int decimals)
    {
        var digits = decimals == 0 ? "#,0" : $"#,0.{new string('0', decimals)}";
        return format == "+" ? $"+{digits};-{digits};{digits}" : digits;
    }
}
