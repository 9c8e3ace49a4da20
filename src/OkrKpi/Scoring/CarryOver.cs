using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What was not reached on its way into a later cycle.</summary>
public static class CarryOver
{
    /// <param name="objective">The objective.</param>
    extension(Objective objective)
    {
        /// <summary>
        /// Carries what was not reached over to a later cycle: the same aim, owner and KPIs, the key results that were neither achieved nor cancelled when it closed,
        /// and the initiatives that are not finished. The successor names this objective as its <see cref="Objective.Predecessor"/>; this objective keeps its score.
        /// </summary>
        /// <remarks>Alignments are decided anew in the new cycle, so that nothing counts twice. Key results keep their ids, owners and weights.</remarks>
        /// <param name="id">The id of the successor.</param>
        /// <param name="cycle">The cycle of the successor; it starts later than this one.</param>
        /// <param name="rebaseline">Where its key results start: with 5 of 10 reached, at 5 and progress 0 unless said otherwise.</param>
        /// <returns>The successor, open and without check-ins of its own.</returns>
        /// <exception cref="ArgumentException"><paramref name="id"/> is blank or this objective's id, or <paramref name="cycle"/> does not start later.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="rebaseline"/> is undefined.</exception>
        public Objective CarriedOver(string id, Cycle cycle, Rebaseline rebaseline = Rebaseline.AtValueReached)
        {
            Guard.Against.Null(objective);
            Guard.Against.Null(cycle);
            Require.Defined(rebaseline);
            if (cycle.Start <= objective.Cycle.Start)
            {
                throw new ArgumentException($"'{objective.Title}' of {objective.Cycle} can only be carried over to a cycle that starts later, not to {cycle}.", nameof(cycle));
            }

            return objective.Successor(
                ObjectiveId.Of(id),
                cycle,
                [.. objective.ScoreAtClose().KeyResults.Where(score => !score.IsCancelled && !score.Progress.IsAchieved).Select(score => Of(score, rebaseline))],
                [.. objective.Initiatives.Where(initiative => initiative.Status is InitiativeStatus.Planned or InitiativeStatus.InProgress)]);
        }
    }

    private static KeyResult Of(KeyResultScore closed, Rebaseline rebaseline)
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
