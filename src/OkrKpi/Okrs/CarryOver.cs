namespace OkrKpi;

/// <summary>A key result on its way into a later cycle.</summary>
internal static class CarryOver
{
    internal static KeyResult Of(KeyResultScore closed, Rebaseline rebaseline)
    {
        var keyResult = closed.KeyResult;
        return rebaseline switch
        {
            Rebaseline.AtValueReached => keyResult.CarriedOver(Remaining(keyResult.Goal, closed.Progress, closed.LastValue?.Value, part => PartOf(closed, part)), []),
            Rebaseline.KeepProgress => keyResult.CarriedOver(keyResult.Goal, [.. keyResult.CheckIns.Where(checkIn => checkIn.Date <= closed.AsOf)]),
            _ => keyResult.CarriedOver(keyResult.Goal, []),
        };
    }

    private static Goal Remaining(Goal goal, Progress progress, decimal? latest, Func<GoalPart, (Progress Progress, decimal? Latest)> part) => goal switch
    {
        MilestonesGoal milestones => RemainingSteps(milestones, part),
        AllOfGoal all => RemainingParts(all, all.Parts, Goal.AllOf, part),
        WeightedGoal weighted => RemainingParts(weighted, weighted.Parts, Goal.Weighted, part),
        _ when progress.State != ProgressState.Measured => goal,
        FromToGoal way => From(way, way.Target, way.ValueAt, progress, latest),
        CountGoal count => From(count, count.Target, reached => reached * count.Target, progress, latest),
        ReachGoal { Reading: ReachReading.ShareOfTarget } reach => From(reach, reach.Target, reached => reached * reach.Target, progress, latest),
        RateGoal rate => Remaining(rate.Goal, progress, null, part).Per(rate.Cadence).MeanOfLast(rate.Periods),
        MinimumSampleGoal sampled => Remaining(sampled.Goal, progress, latest, part).WithMinimumSample(sampled.MinimumSample),
        _ => goal,
    };

    // The value as people reported it, unless the goal reads its check-ins in another way than by the latest one.
    private static Goal From(Goal goal, decimal target, Func<decimal, decimal> valueAt, Progress progress, decimal? latest)
    {
        var raw = progress.Raw!.Value;
        var value = valueAt(Math.Clamp(raw, -1_000m, 1_000m));
        var reached = latest is { } reported && Math.Abs(reported - value) <= Require.SmallestRange * Math.Max(1m, Math.Abs(value)) ? reported : value;
        return Math.Abs(reached) <= Require.LargestAmount && Math.Abs(target - reached) >= Require.SmallestRange ? Goal.FromTo(reached, target) : goal;
    }

    private static MilestonesGoal RemainingSteps(MilestonesGoal goal, Func<GoalPart, (Progress Progress, decimal? Latest)> part)
    {
        Milestone[] left = [.. goal.Steps.Where(step => !(part(Goal.Part(step.Name, Goal.YesNo())).Latest >= 1m))];
        return left.Length == 0 ? goal : goal.GivesPartialCredit ? Goal.Milestones(left).WithPartialCredit() : Goal.Milestones(left);
    }

    private static Goal RemainingParts(Goal goal, IReadOnlyList<GoalPart> parts, Func<IEnumerable<GoalPart>, Goal> together, Func<GoalPart, (Progress Progress, decimal? Latest)> part)
    {
        var left = new List<GoalPart>();
        foreach (var each in parts)
        {
            var (progress, latest) = part(each);
            if (!progress.IsAchieved)
            {
                left.Add(Goal.Part(each.Name, Remaining(each.Goal, progress, latest, part)).Weighing(each.Weight));
            }
        }

        return left.Count switch { 0 => goal, 1 => left[0].Goal, _ => together(left) };
    }

    private static (Progress Progress, decimal? Latest) PartOf(KeyResultScore closed, GoalPart part)
    {
        var history = new CheckInHistory(closed.KeyResult.CheckIns, part.Name, closed.Cycle, closed.AsOf, closed.KeyResult.CurrentValue);
        return (part.Goal.Measure(history), history.Latest?.Value);
    }
}
