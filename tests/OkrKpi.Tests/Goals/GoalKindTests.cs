using System.Globalization;
using System.Reflection;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Every kind of goal answers every question; a kind that is new stands in <see cref="GoalKind.All"/> with its answers, or fails here.</summary>
public sealed class GoalKindTests
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    private static readonly Dictionary<string, GoalKind> Kinds =
        GoalKind.All.ToDictionary(kind => $"{kind.Goal.GetType().Name}: {kind.Goal}{(kind.Goal is ReachGoal reach ? $" {reach.Reading}" : "")}");

    private static readonly PropertyInfo[] Questions = [.. typeof(Goal).GetProperties(Instance).Where(property => property.GetMethod!.IsAbstract)];

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Fact]
    public void Every_kind_of_goal_has_a_sample()
    {
        var kinds = typeof(Goal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Goal)) && !type.IsAbstract);
        Assert.Empty(kinds.Except(GoalKind.All.Select(kind => kind.Goal.GetType())));
    }

    [Fact]
    public void Every_question_has_a_yes_and_a_no_among_the_samples_or_a_column()
    {
        foreach (var question in Questions)
        {
            var yes = Array.FindAll([.. GoalKind.All], kind => Says(kind.Goal, question)).Length;
            Assert.True(question.PropertyType == typeof(bool) ? yes > 0 && yes < GoalKind.All.Count : typeof(GoalKind).GetProperty(question.Name) is not null,
                question.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_every_question_of_yes_or_no(string name) => Assert.Equal(
        Kinds[name].Yes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
        Questions.Where(question => Says(Kinds[name].Goal, question)).Select(question => question.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_it_goes_for_on_what_way_with_what_parts(string name)
    {
        var (kind, goal) = (Kinds[name], Kinds[name].Goal);
        Assert.Equal(kind.Aim, goal.Aim);
        Assert.Equal(kind.Way, goal.Way);
        Assert.Equal(kind.RateCadence, goal.RateCadence);
        Assert.Equal(kind.PartNames, goal.PartNames);
        Assert.Equal(kind.PartNames.Length > 0, goal.HasParts);
        Assert.Equal(kind.Aim?.Start ?? 0m, goal.ValueStart);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_value_for_any_progress_exactly_where_its_way_is_straight(string name)
    {
        var (way, goal) = (Kinds[name].Way, Kinds[name].Goal);
        Assert.Equal(way?.Start, goal.ValueOnTheWay(0m));
        Assert.Equal(way?.Target, goal.ValueOnTheWay(1m));
        Assert.Equal(way is null ? null : goal.OfValue(goal.ValueOnTheWay(1.5m)!.Value).Raw, way is null ? null : 1.5m);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tells_how_far_a_value_is_or_that_one_value_does_not_tell(string name)
    {
        if (Kinds[name].OfFour is { } raw)
        {
            Assert.Equal(Progress.Of(raw), Kinds[name].Goal.OfValue(4m));
        }
        else
        {
            Assert.Contains("one value", Assert.Throws<InvalidOperationException>(() => Kinds[name].Goal.OfValue(4m)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stands_somewhere_before_the_first_check_in_and_leaves_itself(string name)
    {
        var history = new CheckInHistory(CheckInsByPart.None, null, Quarter, Quarter.End, CurrentValue.Latest);
        Assert.Equal(Kinds[name].Untouched, Kinds[name].Goal.Measure(history).State);
        Assert.Equal(Kinds[name].Goal, Kinds[name].Goal.Remaining(history));
        Assert.Null(Kinds[name].Goal.Current(history));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_something_left_after_a_check_in_of_4(string name)
    {
        var checkIn = CheckIn.On(new LocalDate(2026, 9, 22), 4m);
        checkIn = Kinds[name].PartNames is [var part, ..] ? checkIn.Of(part) : Kinds[name].Goal is MinimumSampleGoal ? checkIn.FromSample(5m) : checkIn;
        Assert.Equal(Kinds[name].Rest, Kinds[name].Goal.Remaining(new(new([checkIn]), null, Quarter, Quarter.End, CurrentValue.Latest)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_a_part_with_a_sample_or_a_rate_as_it_says(string name)
    {
        var goal = Kinds[name].Goal;
        Assert.Equal(goal.IsScored && !goal.HasParts, Record.Exception(() => Goal.Part("part", goal)) is null);
        Assert.Equal(goal.TakesSample, Record.Exception(() => goal.WithMinimumSample(1m)) is null);
        Assert.Equal(goal.TakesRate, Record.Exception(() => goal.Per(Cadence.Week)) is null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_equal_to_itself_alone_and_explains_itself(string name)
    {
        var goal = Kinds[name].Goal;
        Assert.All(GoalKind.All, other => Assert.Equal(ReferenceEquals(goal, other.Goal), goal.Equals(other.Goal)));
        Assert.False(goal.Equals(null));
        foreach (var culture in new[] { "", "vi" })
        {
            Assert.NotEmpty(goal.Explain(Unit.Percent).Sentence(CultureInfo.GetCultureInfo(culture)));
        }
    }

    private static bool Says(Goal goal, PropertyInfo question) => question.GetValue(goal) is true;
}
