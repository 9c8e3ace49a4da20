using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>One named value inside an <see cref="Explanation"/>: a number, an amount with its unit, a date, a period or a word.</summary>
/// <remarks>Immutable. The default value has an empty name and no value.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Fact : IEquatable<Fact>
{
    internal Fact(string name, object? value, Unit? unit = null)
    {
        this.name = name;
        Value = value;
        Unit = unit;
    }

    /// <summary>An estimate, which sentences show with as many decimals as it is worth.</summary>
    internal Fact(string name, decimal? value, int decimals, Unit? unit = null)
        : this(name, value, unit) => this.decimals = decimals;

    private readonly string? name;
    private readonly int? decimals;

    /// <summary>The name of the fact within its sentence, such as <c>actual</c>.</summary>
    public string Name => name ?? "";

    /// <summary>
    /// The value: a <see cref="decimal"/>, <see cref="int"/>, <see cref="string"/>, <see cref="LocalDate"/>, <see cref="ReportingPeriod"/>,
    /// <see cref="Target"/>, <see cref="Confidence"/>, an enum of this library, or <see langword="null"/> when there is none.
    /// </summary>
    public object? Value { get; }

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

    internal string Format(string? format, CultureInfo culture) => Value switch
    {
        null => Words.Of("none", culture),
        decimal amount when Unit is not null => Unit.Format(decimals is { } few ? Math.Round(amount, few, MidpointRounding.AwayFromZero) : amount, culture),
        Target target when Unit is not null => target.Format(Unit, culture),
        decimal number when decimals is { } few => number.ToString(Digits(format, few), culture),
        decimal number => number.ToString(format ?? "#,0.####", culture),
        LocalDate date when culture.Equals(CultureInfo.InvariantCulture) => date.Iso(),
        LocalDate date => date.ToString("d", culture),
        Enum word when format is not null => Words.Of($"{Words.KeyOf(word)}.{format}", culture),
        Enum word => Words.Of(Words.KeyOf(word), culture),
        IFormattable formattable => formattable.ToString(format, culture),
        _ => Value.ToString() ?? "",
    };

    // With a sign where the template says "+".
    private static string Digits(string? format, int decimals)
    {
        var digits = decimals == 0 ? "#,0" : $"#,0.{new string('0', decimals)}";
        return format == "+" ? $"+{digits};-{digits};{digits}" : digits;
    }
}
