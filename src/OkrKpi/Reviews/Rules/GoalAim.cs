namespace OkrKpi;

/// <summary>What a goal goes for, as far as the quality rules ask: the value to reach, the way that is better, and whether its start is known.</summary>
internal static class GoalAim
{
    /// <summary>The value to reach; <see langword="null"/> for goals to keep, to do, in words, or made of parts.</summary>
    internal static decimal? TargetOf(Goal goal) => goal switch
    {
        FromToGoal each => each.Target,
        ReachGoal each => each.Target,
        CountGoal each => each.Target,
        CheckpointsGoal each => each.Points[^1].Value,
        MinimumSampleGoal each => TargetOf(each.Goal),
        RateGoal each => TargetOf(each.Goal),
        _ => null,
    };

    /// <summary>Which way is better; <see langword="null"/> for goals to keep, to do, in words, or made of parts.</summary>
    internal static Direction? DirectionOf(Goal goal) => goal switch
    {
        FromToGoal each => each.Direction,
        ReachGoal each => each.Direction,
        CountGoal => Direction.HigherIsBetter,
        CheckpointsGoal each => each.Direction,
        MinimumSampleGoal each => DirectionOf(each.Goal),
        RateGoal each => DirectionOf(each.Goal),
        _ => null,
    };

    /// <summary>Whether only reaching it can be told, because nobody knows the start.</summary>
    internal static bool HasNoStart(Goal goal) => goal switch
    {
        ReachGoal each => each.Reading == ReachReading.MetOrNot,
        MinimumSampleGoal each => HasNoStart(each.Goal),
        RateGoal each => HasNoStart(each.Goal),
        AllOfGoal each => each.Parts.Any(part => HasNoStart(part.Goal)),
        WeightedGoal each => each.Parts.Any(part => HasNoStart(part.Goal)),
        _ => false,
    };
}
