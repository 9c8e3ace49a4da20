using NodaTime;

namespace OkrKpi.Tests;

public sealed class PartNameTests
{
    private static readonly LocalDate Day = new(2026, 8, 15);

    public static TheoryData<Goal> InParts => new(
        Goal.Milestones("draft", "signed"),
        Goal.AllOf(Goal.Part("draft", Goal.YesNo()), Goal.Part("signed", Goal.Count(3))));

    [Theory]
    [MemberData(nameof(InParts))]
    public void A_goal_in_parts_takes_check_ins_of_the_parts_it_names_and_of_no_other(Goal goal)
    {
        var contract = KeyResult.Define("contract", "The contract is signed", Unit.Percent, goal);
        Assert.Equal(["draft", "signed"], goal.PartNames);
        Assert.All(goal.PartNames, part => Assert.Single(contract.With(CheckIn.On(Day, 1).Of(part)).CheckIns));
        Assert.Throws<ArgumentException>(() => contract.With(CheckIn.On(Day, 1).Of("printed")));
        Assert.Throws<ArgumentException>(() => contract.With(CheckIn.On(Day, 1)));
    }

    [Fact]
    public void A_goal_checked_in_as_a_whole_names_no_part() => Assert.Empty(Goal.FromTo(1, 2).PartNames);
}
