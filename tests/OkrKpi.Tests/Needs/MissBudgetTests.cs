namespace OkrKpi.Tests.Needs;

/// <summary>How many may miss, how fast that is used up, and what two budgets have in common.</summary>
public class MissBudgetTests
{
    private static readonly MissBudget OneInTwelve = MissBudget.Of(1, 12);

    [Fact]
    public void A_budget_is_a_number_of_misses_or_a_share()
    {
        Assert.Equal((1m, 12m, 1m / 12m), (OneInTwelve.Misses, OneInTwelve.OutOf, OneInTwelve.Share));
        Assert.Equal((0.001m, 1m, 0.001m), (MissBudget.OfShare(0.001m).Misses, MissBudget.OfShare(0.001m).OutOf, MissBudget.OfShare(0.001m).Share));
        Assert.Equal(["1 in 12", "0.1%", "100%"], new[] { OneInTwelve, MissBudget.OfShare(0.001m), MissBudget.Of(1, 1) }.Select(budget => budget.ToString()));
    }

    [Fact]
    public void No_more_can_be_missed_than_there_is_and_there_is_something()
    {
        Assert.Equal(3m, MissBudget.Of(3, 3).Misses);
        Assert.Throws<ArgumentOutOfRangeException>("outOf", () => MissBudget.Of(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("outOf", () => MissBudget.Of(0, 0));
        Assert.Equal(0m, MissBudget.Of(0, 1).Share);
        Assert.Throws<ArgumentOutOfRangeException>("misses", () => MissBudget.Of(-1, 12));
    }

    [Fact]
    public void What_may_miss_grows_with_how_many_there_are()
    {
        Assert.Equal((2m, -1m, 2m), (OneInTwelve.Allowed(24m), OneInTwelve.Remaining(3m, 24m), OneInTwelve.Remaining(0m, 24m)));
        Assert.Equal((1_000m, -4_000m), (MissBudget.OfShare(0.001m).Allowed(1_000_000m), MissBudget.OfShare(0.001m).Remaining(5_000m, 1_000_000m)));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => OneInTwelve.Allowed(-1m));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => OneInTwelve.Remaining(-1m, 24m));
    }

    [Fact]
    public void It_burns_as_many_times_as_fast_as_it_can_afford()
    {
        Assert.Equal((4m, 1m, 0m), (OneInTwelve.Burn(1m, 3m), OneInTwelve.Burn(2m, 24m), OneInTwelve.Burn(0m, 24m)));
        Assert.Null(OneInTwelve.Burn(0m, 0m));
        Assert.Null(MissBudget.Of(0, 12).Burn(1m, 24m));
        Assert.Equal(0m, MissBudget.Of(0, 12).Burn(0m, 24m));
        Assert.Equal((14.4m, 6m, 1m), (MissBudget.FactorFor(0.02m, 720m, 1m), MissBudget.FactorFor(0.05m, 720m, 6m), MissBudget.FactorFor(0.1m, 720m, 72m)));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => MissBudget.FactorFor(0.02m, 720m, 0m));
    }

    [Fact]
    public void Budgets_are_equal_by_what_may_miss_of_how_many()
    {
        Assert.Equal(OneInTwelve, MissBudget.Of(1, 12));
        Assert.Equal(OneInTwelve.GetHashCode(), MissBudget.Of(1, 12).GetHashCode());
        Assert.All(
            new object?[] { MissBudget.Of(2, 24), MissBudget.Of(1, 11), MissBudget.Of(2, 12), MissBudget.OfShare(1m), "1 in 12", null },
            other => Assert.False(OneInTwelve.Equals(other)));
    }
}
