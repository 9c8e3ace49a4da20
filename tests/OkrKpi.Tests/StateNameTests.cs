using System.Globalization;

namespace OkrKpi.Tests;

public sealed class StateNameTests
{
    [Theory]
    [InlineData(typeof(KpiStatus))]
    [InlineData(typeof(Trend))]
    [InlineData(typeof(PaceStatus))]
    [InlineData(typeof(OkrNeedState))]
    [InlineData(typeof(ProgressState))]
    [InlineData(typeof(FindingSeverity))]
    [InlineData(typeof(InitiativeStatus))]
    public void Every_state_that_a_review_shows_has_a_name_of_its_own_in_every_language(Type states)
    {
        foreach (var culture in Languages.Files("src/OkrKpi", "Words").Keys.Select(CultureInfo.GetCultureInfo))
        {
            string[] names = [.. Enum.GetValues(states).Cast<Enum>().Select(state => StateName.Of(state, culture))];
            Assert.Equal(names.Distinct(), names);
        }
    }

    [Fact]
    public void The_name_is_the_one_of_the_explanations() =>
        Assert.Equal(
            ("behind", "tụt lại"), (StateName.Of(KpiStatus.Behind, CultureInfo.InvariantCulture), StateName.Of(KpiStatus.Behind, new CultureInfo("vi"))));

    [Fact]
    public void What_is_no_state_has_no_name() =>
        Assert.All(
            new Enum[] { DayOfWeek.Friday, (KpiStatus)99 }, state => Assert.Throws<ArgumentException>(() => StateName.Of(state, CultureInfo.InvariantCulture)));
}
