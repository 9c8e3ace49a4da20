using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Kpis;

/// <summary>Which share of a period is due on a date, by months and by weekdays.</summary>
public class SeasonalProfileTests
{
    private static readonly SeasonalProfile December = SeasonalProfile.OfMonths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2);
    private static readonly SeasonalProfile Shop = SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 2, 0);

    [Fact]
    public void By_months_each_counts_by_its_weight_and_a_part_of_one_by_its_days()
    {
        Assert.Equal(1m / 13m, December.ShareDue(Year(2026), Day(2026, 1, 31)));
        Assert.Equal(11m / 13m, December.ShareDue(Year(2026), Day(2026, 11, 30)));
        Assert.Equal((11m + (15m / 31m * 2m)) / 13m, December.ShareDue(Year(2026), Day(2026, 12, 15)), 20);
        Assert.Equal(1m, December.ShareDue(Year(2026), Day(2026, 12, 31)));
        Assert.Equal(1m, December.ShareDue(Year(2026), Day(2027, 2, 1)));
        Assert.Equal(0m, December.ShareDue(Year(2026), Day(2025, 12, 31)));
        Assert.Equal(1m / 31m / 13m, December.ShareDue(Year(2026), Day(2026, 1, 1)), 25);
        Assert.Equal(1m / 3m, SeasonalProfile.Even.ShareDue(Quarter(2026, 3), Day(2026, 7, 31)));
        Assert.Equal(14m / 28m, SeasonalProfile.Even.ShareDue(Month(2026, 2), Day(2026, 2, 14)));
        Assert.Equal(14m / 29m, SeasonalProfile.Even.ShareDue(Month(2028, 2), Day(2028, 2, 14)));
    }

    [Fact]
    public void By_weekdays_each_day_counts_by_its_weight()
    {
        // June 2026 begins on a Monday and has four weeks, a Monday and a Tuesday: 30 in all.
        var june = Month(2026, 6);
        Assert.Equal(1m / 30m, Shop.ShareDue(june, Day(2026, 6, 1)));
        Assert.Equal(5m / 30m, Shop.ShareDue(june, Day(2026, 6, 5)));
        Assert.Equal(7m / 30m, Shop.ShareDue(june, Day(2026, 6, 6)));
        Assert.Equal(7m / 30m, Shop.ShareDue(june, Day(2026, 6, 7)));
        Assert.Equal(8m / 30m, Shop.ShareDue(june, Day(2026, 6, 8)));
        Assert.Equal(29m / 30m, Shop.ShareDue(june, Day(2026, 6, 29)));

        // 1 August 2026 is a Saturday: five of them weigh 10 of 31, and 21 weekdays the rest.
        Assert.Equal(2m / 31m, Shop.ShareDue(Month(2026, 8), Day(2026, 8, 1)));
        Assert.Equal(3m / 31m, Shop.ShareDue(Month(2026, 8), Day(2026, 8, 3)));
        Assert.Equal(0m, Shop.ShareDue(june, Day(2026, 5, 31)));
        Assert.Equal(1m, Shop.ShareDue(june, Day(2026, 7, 4)));
    }

    [Fact]
    public void Where_nothing_weighs_anything_days_count()
    {
        var summer = SeasonalProfile.OfMonths(0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0);
        Assert.Equal(10m / 31m, summer.ShareDue(Month(2026, 1), Day(2026, 1, 10)));
        Assert.Equal(0m, summer.ShareDue(Year(2026), Day(2026, 5, 31)));
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1")]
    [InlineData("99.9")]
    [InlineData("1000")]
    [InlineData("1000000000000000")]
    public void Whatever_their_size_weights_are_relative(string text)
    {
        var size = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1m / 13m * 3m, SeasonalProfile.OfMonths(December.Weights.Select(weight => weight * size / 2m)).ShareDue(Year(2026), Day(2026, 3, 31)), 20);
    }

    [Fact]
    public void Weights_are_twelve_or_seven_none_below_0_and_not_all_0()
    {
        Assert.Contains("twelve months, January to December, not 11", Refused(() => SeasonalProfile.OfMonths(Enumerable.Repeat(1m, 11))), StringComparison.Ordinal);
        Assert.Contains("seven days, Monday to Sunday, not 8", Refused(() => SeasonalProfile.OfWeekdays(Enumerable.Repeat(1m, 8))), StringComparison.Ordinal);
        Assert.Contains("Every month has the weight 0", Refused(() => SeasonalProfile.OfMonths(Enumerable.Repeat(0m, 12))), StringComparison.Ordinal);
        Assert.Contains("Every weekday has the weight 0", Refused(() => SeasonalProfile.OfWeekdays(Enumerable.Repeat(0m, 7))), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 1, -0.1m));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 1, 1_000_000_000_000_001m));
        Assert.True(SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 1, 0).IsOfWeekdays);
        Assert.False(SeasonalProfile.Even.IsOfWeekdays);
        Assert.Equal("1 1 1 1 1 2 0", Shop.ToString());
    }

    private static string Refused(Action act) => Assert.Throws<ArgumentException>("weights", act).Message;
}
