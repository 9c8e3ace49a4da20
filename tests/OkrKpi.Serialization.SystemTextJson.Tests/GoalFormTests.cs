using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>
/// Every kind of goal is written and read, as a goal and as what it is; a kind that is new is made by <see cref="Portfolios"/>
/// and has its form and its converter, or fails here.
/// </summary>
public sealed class GoalFormTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    private static readonly Goal[] Made =
    [
        .. Enumerable.Range(1, 300).SelectMany(seed => Portfolios.Of(seed).Objectives).SelectMany(objective => objective.KeyResults).Select(each => each.Goal),
    ];

    public static TheoryData<string> Kinds =>
        [.. typeof(Goal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Goal)) && !type.IsAbstract).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_written_and_read_as_a_goal_and_as_what_it_is(string kind)
    {
        var goals = Array.FindAll(Made, goal => goal.GetType().Name == kind);
        Assert.True(goals.Length > 0, $"No portfolio of {nameof(Portfolios)} has a {kind}; let {nameof(Portfolios)}.Goal make some.");
        foreach (var goal in goals)
        {
            var written = JsonSerializer.Serialize(goal, Options);
            Assert.Equal(goal, JsonSerializer.Deserialize<Goal>(written, Options));
            Assert.Equal(written, JsonSerializer.Serialize(goal, goal.GetType(), Options));
            Assert.Equal(goal, JsonSerializer.Deserialize(written, goal.GetType(), Options));
        }
    }
}
