using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>The unit an amount is measured in.</summary>
/// <remarks>
/// <para>Immutable, so safe for any number of threads. Two units are equal when they measure the same: kind, name, scale and denominator, compared ordinally.
/// Amounts of different units are never mixed silently: <see cref="Convert"/> converts where that is exact and refuses where it is not.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Unit : IEquatable<Unit>
{
    private const int SecondsAMinute = 60;
    private const int SecondsAnHour = 3_600;
    private const int SecondsADay = 86_400;
    private const int SecondsAWeek = 604_800;

    private readonly int seconds;

    private Unit(UnitKind kind, string name, int seconds = 0, decimal? maximum = null, Unit? of = null, Cadence? every = null)
    {
        Kind = kind;
        Name = name;
        this.seconds = seconds;
        Maximum = maximum;
        Of = of;
        Every = every;
    }

    /// <summary>Percentage points: an amount of 14 means 14 %, and going from 14 to 45 is a gain of 31 points.</summary>
    public static Unit Percent { get; } = new(UnitKind.Percent, "%");

    /// <summary>Seconds.</summary>
    public static Unit Seconds { get; } = new(UnitKind.Duration, "s", 1);

    /// <summary>Minutes of 60 seconds.</summary>
    public static Unit Minutes { get; } = new(UnitKind.Duration, "min", SecondsAMinute);

    /// <summary>Hours of 60 minutes.</summary>
    public static Unit Hours { get; } = new(UnitKind.Duration, "h", SecondsAnHour);

    /// <summary>Days of 24 hours.</summary>
    public static Unit Days { get; } = new(UnitKind.Duration, "d", SecondsADay);

    /// <summary>Weeks of seven days.</summary>
    public static Unit Weeks { get; } = new(UnitKind.Duration, "wk", SecondsAWeek);

    /// <summary>Calendar months, which have no fixed length and so convert to nothing else.</summary>
    public static Unit Months { get; } = new(UnitKind.Duration, "mo");

    /// <summary>What kind of thing is measured.</summary>
    public UnitKind Kind { get; }

    /// <summary>
    /// The thing counted (<c>meeting</c>), the currency (<c>USD</c>), the symbol of a duration (<c>min</c>), the name of an index (<c>NPS</c>),
    /// the thing a ratio is per (<c>customer</c>), or the word for a rate's period (<c>week</c>).
    /// </summary>
    public string Name { get; }

    /// <summary>The best mark of a rating, such as 10; <see langword="null"/> for every other kind.</summary>
    public decimal? Maximum { get; }

    /// <summary>What a ratio or rate divides, such as USD in USD per customer; <see langword="null"/> for every other kind.</summary>
    public Unit? Of { get; }

    /// <summary>The period of a rate, such as the week in meetings per week; <see langword="null"/> for every other kind.</summary>
    public Cadence? Every { get; }

    /// <summary>
    /// Whether amounts of this unit from several periods or segments may be added up: counts, money and durations may, shares, marks, indices and ratios may
    /// not.
    /// </summary>
    public bool IsSummable => Kind is UnitKind.Count or UnitKind.Money or UnitKind.Duration;

    /// <summary>A number of things.</summary>
    /// <param name="item">What is counted, in the singular, such as <c>meeting</c>.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="item"/> is blank.</exception>
    public static Unit Count(string item) => new(UnitKind.Count, Require.Text(item, "thing counted"));

    /// <summary>Money of one currency.</summary>
    /// <param name="currency">The ISO 4217 code: three capital letters, such as <c>USD</c> or <c>VND</c>.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three capital letters A to Z.</exception>
    public static Unit Money(string currency)
    {
        Guard.Against.NullOrWhiteSpace(currency);
        if (currency.Length != 3 || currency.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
        {
            throw new ArgumentException($"'{currency}' is no currency code; use the three capital letters of ISO 4217, such as USD.", nameof(currency));
        }

        return new(UnitKind.Money, currency);
    }

    /// <summary>A mark on a scale up to <paramref name="maximum"/>.</summary>
    /// <param name="maximum">The best mark, above 0; for <c>8 out of 10</c> it is 10.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is not above 0 or exceeds 1,000,000.</exception>
    public static Unit RatingOutOf(decimal maximum)
    {
        Require.Between(maximum, Require.SmallestRange, 1_000_000m, "the best mark of a rating is above 0");
        return new(UnitKind.Rating, string.Create(CultureInfo.InvariantCulture, $"/{maximum:0.############}"), maximum: maximum);
    }

    /// <summary>A number with a meaning of its own, such as a net promoter score.</summary>
    /// <param name="name">The name of the index, such as <c>NPS</c>.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static Unit Index(string name) => new(UnitKind.Index, Require.Text(name, "name of the index"));

    /// <summary>This unit for one of something: <c>Unit.Money("USD").Per("customer")</c>.</summary>
    /// <param name="item">What it is per, in the singular.</param>
    /// <returns>The ratio.</returns>
    /// <exception cref="ArgumentException"><paramref name="item"/> is blank, or this unit is itself a ratio, rate, rating or index.</exception>
    public Unit Per(string item) => new(UnitKind.Ratio, Require.Text(item, "thing a ratio is per"), of: Divisible());

    /// <summary>This unit for one period: <c>Unit.Count("meeting").Per(Cadence.Week)</c>.</summary>
    /// <param name="every">The period.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException">This unit is itself a ratio, rate, rating or index.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is undefined or <see cref="Cadence.Event"/>.</exception>
    public Unit Per(Cadence every)
    {
        Require.Defined(every);
        if (!every.IsRegular)
        {
            throw new ArgumentOutOfRangeException(
                nameof(every), every, "A rate needs a period of time; for an amount per release or the like use Per(\"release\").");
        }

        return new(UnitKind.Rate, every.Symbol, of: Divisible(), every: every);
    }

    /// <summary>Whether <see cref="Convert"/> into <paramref name="other"/> is possible: equal units, and durations other than months.</summary>
    /// <param name="other">The unit to convert into.</param>
    /// <returns><see langword="true"/> when amounts convert.</returns>
    public bool ConvertsTo(Unit other)
    {
        Guard.Against.Null(other);
        return Equals(other) || (seconds > 0 && other.seconds > 0);
    }

    /// <summary>Converts an amount of this unit: 90 minutes are 1.5 hours.</summary>
    /// <param name="amount">The amount in this unit.</param>
    /// <param name="other">The unit wanted.</param>
    /// <returns>The same amount in <paramref name="other"/>; multiplied before divided, so that whole results stay whole.</returns>
    /// <exception cref="ArgumentException">The units measure different things, or one is months, whose length depends on the calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> lies outside ±10^15.</exception>
    public decimal Convert(decimal amount, Unit other)
    {
        Require.Amount(amount);
        if (!ConvertsTo(other))
        {
            throw new ArgumentException(
                $"An amount in {this} is no amount in {other}; only equal units and durations other than months convert.", nameof(other));
        }

        return seconds == other.seconds ? amount : amount * seconds / other.seconds;
    }

    /// <summary>
    /// The amount with the unit's symbol, in the number format of <paramref name="culture"/>: <c>1,000 USD</c>, <c>975,973.40 USD</c>, <c>14.25 %</c>,
    /// <c>2.4 h</c>, <c>8.2 / 10</c>, <c>92</c> for a count. Decimals are those of the unit: none for counts (two below 10 where it is no whole
    /// number, as an average of counts), those of the currency for money that is not whole, at most two for percent, ratios and rates, and for the rest what
    /// makes four digits. Of less than a tenth two digits are shown: <c>0.0049 USD</c>.
    /// </summary>
    /// <param name="amount">The amount in this unit.</param>
    /// <param name="culture">Whose number format to use; never taken from the machine.</param>
    /// <returns>Text for people.</returns>
    public string Format(decimal amount, CultureInfo culture)
    {
        Guard.Against.Null(culture);
        return Beside(Number(amount, culture), culture);
    }

    /// <summary>A number that is written already, with the unit beside it.</summary>
    internal string Beside(string number, CultureInfo culture) =>
        Kind switch
        {
            UnitKind.Count or UnitKind.Index => number,
            UnitKind.Rating => $"{number} / {Maximum!.Value.ToString("#,0.####", culture)}",
            UnitKind.Ratio or UnitKind.Rate => Of!.Kind == UnitKind.Count ? $"{number}/{Name}" : $"{number} {this}",
            UnitKind.Money or UnitKind.Percent or UnitKind.Duration => $"{number} {Name}",
        };

    /// <summary>The number of an amount alone, grouped, with the decimals of the unit.</summary>
    internal string Number(decimal amount, CultureInfo culture) => IsNextToNothing(amount) ? TwoDigits(amount, culture) : Kind switch
    {
        // Of what is counted there are no parts, but an average of few has them.
        UnitKind.Count => amount.ToString(Math.Abs(amount) < 10m ? "#,0.##" : "#,0", culture),
        UnitKind.Money => Money(amount, culture),
        UnitKind.Percent or UnitKind.Rate => amount.ToString("#,0.##", culture),
        UnitKind.Ratio => Of!.Kind == UnitKind.Money ? Of.Number(amount, culture) : amount.ToString("#,0.##", culture),
        UnitKind.Duration or UnitKind.Rating or UnitKind.Index => amount.ToString(FourDigits(Math.Abs(amount)), culture),
    };

    /// <inheritdoc/>
    public bool Equals(Unit? other) =>
        other is not null && Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Maximum == other.Maximum && Every == other.Every && Equals(Of, other.Of);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Maximum, Every, Of);

    /// <summary>A short name of the unit: <c>meeting</c>, <c>USD</c>, <c>%</c>, <c>/10</c>, <c>USD/customer</c>, <c>meeting/week</c>.</summary>
    /// <returns>The short name.</returns>
    public override string ToString() => Of is null ? Name : $"{Of}/{Name}";

    // Minor units are shown where there are any to show: 1,000 USD, and 975,973.40 USD.
    private string Money(decimal amount, CultureInfo culture)
    {
        var decimals = Name switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };
        var rounded = decimal.Round(amount, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString(rounded == decimal.Truncate(rounded) ? "#,0" : decimals == 2 ? "#,0.00" : "#,0.000", culture);
    }

    // Less than a tenth would lose what tells it from its target: 0.012 % is not 0.005 %. Below a millionth there is only what a division left over.
    private static bool IsNextToNothing(decimal amount) => Math.Abs(amount) is < 0.1m and >= 0.000_001m;

    private static string TwoDigits(decimal amount, CultureInfo culture)
    {
        var decimals = 2;
        for (var size = Math.Abs(amount); size < 0.1m; size *= 10m)
        {
            decimals++;
        }

        return amount.ToString($"0.{new string('#', decimals)}", culture);
    }

    private static string FourDigits(decimal size) => size switch
    {
        >= 999.5m => "#,0",
        >= 99.95m => "#,0.#",
        >= 9.995m => "#,0.##",
        >= 0.9995m => "#,0.###",
        _ => "#,0.####",
    };

    private Unit Divisible() =>
        IsSummable || Kind == UnitKind.Percent
            ? this
            : throw new ArgumentException($"'{this}' cannot be divided once more; build a ratio or rate from a count, money, a duration or percent.");
}
