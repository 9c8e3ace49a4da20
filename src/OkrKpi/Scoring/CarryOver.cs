using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What was not reached on its way into a later cycle.</summary>
public static class CarryOver
{
    /// <param name="objective">The objective.</param>
    extension(Objective objective)
    {
        /// <summary>
        /// Carries what was not reached over to a later cycle: the same aim, owner and KPIs, the key results that were neither achieved nor cancelled when it
        /// closed,
        /// its guardrails, and the initiatives that are not finished. The successor names this objective as its <see cref="Objective.Predecessor"/>; this
        /// objective keeps its score.
        /// </summary>
        /// <remarks>
        /// <para>
        /// A key result with a score of 1 set by hand was achieved, one with less was not, whatever its progress. Guardrails come along whole, reached or not,
        /// because they hold for the next
        /// cycle too. Alignments are decided anew, so that nothing counts twice. Key results keep their ids, owners and weights, and name the one they carry on
        /// as their
        /// <see cref="KeyResult.Predecessor"/>.
        /// </para>
        /// <para>
        /// What remains depends on the goal: 5 of 10 leaves 5 to 10, a sum of 14 of at least 20 leaves 14 to 20, zones and checkpoints the steps ahead with
        /// what was left of the progress as
        /// a whole, milestones and parts those not reached, a rate the way from the rate reached. What is to be kept, met or not, or in words stays as it was.
        /// </para>
        /// </remarks>
        /// <param name="id">The id of the successor.</param>
        /// <param name="cycle">The cycle of the successor; it starts later than this one.</param>
        /// <param name="rebaseline">Where its key results start: with 5 of 10 reached, at 5 and progress 0 unless said otherwise.</param>
        /// <returns>The successor, open and without check-ins of its own.</returns>
        /// <exception cref="ArgumentException"><paramref name="id"/> is blank or this objective's id, or <paramref name="cycle"/> does not start
        /// later.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="rebaseline"/> is undefined.</exception>
        public Objective CarriedOver(string id, Cycle cycle, Rebaseline rebaseline = Rebaseline.AtValueReached) =>
            Successor(objective, id, cycle, rebaseline, score => !score.IsCancelled && (score.KeyResult.Role == KeyResultRole.Guardrail || !score.IsAchieved));

        /// <summary>
        /// Carries chosen key results over to a later cycle, whether they were achieved, cancelled or neither; all else is as without a choice.
        /// </summary>
        /// <param name="id">The id of the successor.</param>
        /// <param name="cycle">The cycle of the successor; it starts later than this one.</param>
        /// <param name="keyResults">The ids of the key results that go along, and no others: none carries the aim alone.</param>
        /// <param name="rebaseline">Where they start; one that was achieved starts over.</param>
        /// <returns>The successor, open and without check-ins of its own.</returns>
        /// <exception cref="ArgumentException"><paramref name="id"/> is blank or this objective's id, <paramref name="cycle"/> does not start later, or the
        /// objective has no key result of an id.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="rebaseline"/> is undefined.</exception>
        public Objective CarriedOver(string id, Cycle cycle, IEnumerable<KeyResultId> keyResults, Rebaseline rebaseline = Rebaseline.AtValueReached)
        {
            Guard.Against.Null(objective);
            var chosen = Require.Copy(keyResults).ToHashSet();
            foreach (var unknown in chosen)
            {
                if (!objective.KeyResults.Any(each => each.Id.Equals(unknown)))
                {
                    throw new ArgumentException(
                        $"'{objective.Title}' has no key result '{unknown}' to carry over; it has "
                        + $"{string.Join(", ", objective.KeyResults.Select(each => each.Id))}.", nameof(keyResults));
                }
            }

            return Successor(objective, id, cycle, rebaseline, score => chosen.Contains(score.KeyResult.Id));
        }
    }

    private static Objective Successor(Objective objective, string id, Cycle cycle, Rebaseline rebaseline, Func<KeyResultScore, bool> goesAlong)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(cycle);
        Require.Defined(rebaseline);
        if (cycle.Start <= objective.Cycle.Start)
        {
            throw new ArgumentException(
                $"'{objective.Title}' of {objective.Cycle} can only be carried over to a cycle that starts later, not to {cycle}.", nameof(cycle));
        }

        return objective.Successor(
            ObjectiveId.Of(id),
            cycle,
            [.. objective.ScoreAtClose().KeyResults.Where(goesAlong).Select(score => Of(score, rebaseline))],
            [.. objective.Initiatives.Where(initiative => initiative.Status is InitiativeStatus.Planned or InitiativeStatus.InProgress)]);
    }

    private static KeyResult Of(KeyResultScore closed, Rebaseline rebaseline)
    {
        var keyResult = closed.KeyResult;
        var isWhole = closed.Progress.IsAchieved || keyResult.Role == KeyResultRole.Guardrail;
        return rebaseline switch
        {
            Rebaseline.AtValueReached =>
                keyResult.CarriedOver(isWhole ? keyResult.Goal : keyResult.Goal.Remaining(keyResult.HistoryOf(closed.Cycle, closed.ReadOn)), [], null),
            Rebaseline.KeepProgress => keyResult.CarriedOver(
                keyResult.Goal, [.. keyResult.CheckIns.Where(checkIn => checkIn.Date <= closed.ReadOn)], keyResult.StartedOn ?? closed.Cycle.Start),
            Rebaseline.AtOldStart => keyResult.CarriedOver(keyResult.Goal, [], null),
        };
    }
}
