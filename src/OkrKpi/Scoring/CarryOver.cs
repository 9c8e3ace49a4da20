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
                ObjectiveId.Given(id),
                cycle,
                [.. objective.ScoreAtClose().KeyResults.Where(score => !score.IsCancelled && !score.Progress.IsAchieved).Select(score => Of(score, rebaseline))],
                [.. objective.Initiatives.Where(initiative => initiative.Status is InitiativeStatus.Planned or InitiativeStatus.InProgress)]);
        }
    }

    private static KeyResult Of(KeyResultScore closed, Rebaseline rebaseline)
    {
        var keyResult = closed.KeyResult;
        var history = new CheckInHistory(keyResult.CheckIns, null, closed.Cycle, closed.AsOf, keyResult.CurrentValue);
        return rebaseline switch
        {
            Rebaseline.AtValueReached => keyResult.CarriedOver(keyResult.Goal.Remaining(history), []),
            Rebaseline.KeepProgress => keyResult.CarriedOver(keyResult.Goal, [.. keyResult.CheckIns.Where(checkIn => checkIn.Date <= closed.AsOf)]),
            Rebaseline.AtOldStart => keyResult.CarriedOver(keyResult.Goal, []),
        };
    }
}
