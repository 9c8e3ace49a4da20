using System.Globalization;

namespace OkrKpi.Tests;

/// <summary>Units: which are one, which convert, which divide, and how an amount reads.</summary>
public sealed class UnitTests
{
    private static readonly Unit[] All =
    [
        Unit.Count("meeting"), Unit.Count("Meeting"), Unit.Money("USD"), Unit.Money("VND"), Unit.Percent, Unit.Seconds, Unit.Minutes, Unit.Hours, Unit.Days,
        Unit.Weeks, Unit.Months,
        Unit.RatingOutOf(5m), Unit.RatingOutOf(10m), Unit.Index("NPS"), Unit.Index("meeting"), Unit.Money("USD").Per("customer"),
        Unit.Money("VND").Per("customer"), Unit.Money("USD").Per("lead"),
        Unit.Count("meeting").Per(Cadence.Week), Unit.Count("meeting").Per("week"), Unit.Count("lead").Per(Cadence.Week),
        Unit.Count("meeting").Per(Cadence.Month),
    ];

    [Fact]
    public void A_unit_is_equal_to_itself_alone()
    {
        foreach (var unit in All)
        {
            Assert.All(All, other => Assert.Equal(ReferenceEquals(unit, other), unit.Equals(other)));
            Assert.False(unit.Equals(null) || unit.Equals((object)unit.ToString()));
        }

        Assert.Equal(Unit.Money("USD").Per("customer"), Unit.Money("USD").Per("customer"));
        Assert.Equal(Unit.Money("USD").Per("customer").GetHashCode(), Unit.Money("USD").Per("customer").GetHashCode());
    }

    [Fact]
    public void Only_equal_units_and_durations_other_than_months_convert()
    {
        Unit[] durations = [Unit.Seconds, Unit.Minutes, Unit.Hours, Unit.Days, Unit.Weeks];
        foreach (var unit in All)
        {
            Assert.All(All, other => Assert.Equal(ReferenceEquals(unit, other) || (durations.Contains(unit) && durations.Contains(other)),
                unit.ConvertsTo(other)));
        }

        Assert.Equal([90m, 60m, 60m, 24m, 7m], new[] { Unit.Seconds.Convert(90m, Unit.Seconds), Unit.Minutes.Convert(1m, Unit.Seconds),
            Unit.Hours.Convert(1m, Unit.Minutes), Unit.Days.Convert(1m, Unit.Hours), Unit.Weeks.Convert(1m, Unit.Days) });
        Assert.Equal(1.5m, Unit.Minutes.Convert(90m, Unit.Hours));
        Assert.Equal(3m, Unit.Money("USD").Convert(3m, Unit.Money("USD")));
        Assert.Throws<ArgumentException>("other", () => Unit.Months.Convert(1m, Unit.Days));
        Assert.Throws<ArgumentException>("other", () => Unit.Days.Convert(1m, Unit.Months));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => Unit.Days.Convert(1_000_000_000_000_001m, Unit.Days));
        Assert.Throws<ArgumentNullException>("other", () => Unit.Days.ConvertsTo(null!));
    }

    [Fact]
    public void Counts_money_and_durations_add_up_and_with_percent_they_divide()
    {
        foreach (var unit in All)
        {
            Assert.Equal(unit.Kind is UnitKind.Count or UnitKind.Money or UnitKind.Duration, unit.IsSummable);
            Assert.Equal(unit.IsSummable || unit.Kind == UnitKind.Percent, Record.Exception(() => unit.Per("customer")) is null);
            Assert.Equal(unit.IsSummable || unit.Kind == UnitKind.Percent, Record.Exception(() => unit.Per(Cadence.Day)) is null);
        }
    }

    [Fact]
    public void A_rate_is_per_any_period_of_time()
    {
        Assert.Equal(
            ["lead/hour", "lead/day", "lead/week", "lead/month", "lead/quarter", "lead/half year", "lead/year"],
            Enum.GetValues<Cadence>().Where(cadence => cadence != Cadence.Event).Select(cadence => Unit.Count("lead").Per(cadence).ToString()));
        Assert.Throws<ArgumentOutOfRangeException>("every", () => Unit.Count("lead").Per(Cadence.Event));
        Assert.Throws<ArgumentOutOfRangeException>("every", () => Unit.Count("lead").Per((Cadence)77));
    }

    [Fact]
    public void A_currency_has_three_capital_letters()
    {
        Assert.Equal("AZZ", Unit.Money("AZZ").Name);
        Assert.All(new[] { "US", "USDT", "usd", "U5D", "ÄBC", " " }, currency => Assert.ThrowsAny<ArgumentException>(() => Unit.Money(currency)));
        Assert.Throws<ArgumentNullException>("currency", () => Unit.Money(null!));
    }

    [Fact]
    public void A_rating_goes_to_something_above_0()
    {
        Assert.Equal([0.000_000_000_001m, 1_000_000m], new[] { 0.000_000_000_001m, 1_000_000m }.Select(maximum => Unit.RatingOutOf(maximum).Maximum!.Value));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => Unit.RatingOutOf(0m));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => Unit.RatingOutOf(1_000_001m));
        Assert.Throws<ArgumentException>("item", () => Unit.Count(" "));
        Assert.Throws<ArgumentException>("name", () => Unit.Index(""));
        Assert.Throws<ArgumentException>("item", () => Unit.Money("USD").Per(""));
    }

    [Fact]
    public void An_amount_reads_with_its_unit() => Assert.Equal(
        ["1,001", "1,000.50 USD", "1,000.5 %", "1,001 h", "1,001 / 10", "1,001", "1,000.50 USD/customer", "1,000.5/week", "1,000.5/customer"],
        new[]
        {
            Unit.Count("lead"), Unit.Money("USD"), Unit.Percent, Unit.Hours, Unit.RatingOutOf(10m), Unit.Index("NPS"), Unit.Money("USD").Per("customer"),
            Unit.Count("lead").Per(Cadence.Week), Unit.Count("lead").Per("customer"),
        }.Select(unit => unit.Format(1_000.5m, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2.4", "2.4")]
    [InlineData("2.5", "2.5")]
    [InlineData("85.5", "86")]
    [InlineData("1012", "1,012")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.0000000000000000000000001", "0")]
    public void An_average_of_few_things_that_are_counted_has_decimals(string amount, string text) =>
        Assert.Equal(text, Unit.Count("call").Format(decimal.Parse(amount, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.0049", "0.0049 USD")]
    [InlineData("0.004", "0.004 USD")]
    [InlineData("-0.0125", "-0.013 USD")]
    [InlineData("0.05", "0.05 USD")]
    [InlineData("0.1", "0.10 USD")]
    [InlineData("0.15", "0.15 USD")]
    [InlineData("0.000001", "0.000001 USD")]
    [InlineData("0.0000009", "0 USD")]
    public void Of_next_to_nothing_two_digits_are_shown(string amount, string text) =>
        Assert.Equal(text, Unit.Money("USD").Format(decimal.Parse(amount, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>The minor units of ISO 4217.</summary>
    [Theory]
    [InlineData("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF", "1,235")]
    [InlineData("BHD IQD JOD KWD LYD OMR TND", "1,234.568")]
    [InlineData("EUR USD GBP CHF CNY", "1,234.57")]
    public void Money_that_is_not_whole_has_the_decimals_of_its_currency(string currencies, string text) => Assert.All(
        currencies.Split(' '), currency => Assert.Equal($"{text} {currency}", Unit.Money(currency).Format(1_234.5678m, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_amount_is_written_as_some_culture_writes_it() =>
        Assert.Throws<ArgumentNullException>("culture", () => Unit.Percent.Format(1m, null!));
}
