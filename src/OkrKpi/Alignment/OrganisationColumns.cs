using Ardalis.GuardClauses;

namespace OkrKpi.Rollups;

/// <summary>
/// Where every key result, objective and unit of an organisation belongs, by index: worked out once, for scoring columns of numbers again and again.
/// </summary>
/// <remarks>
/// Immutable, and safe to share between threads. Progress is linear, from a known start; everything else goes by a <see cref="ScoringProfile"/>, as for
/// objectives made of objects: limits, what is
/// missing or has not started, aggregation, alignment, sharing and units. So a column and an objective give the same number. What has no current value has not
/// started.
/// Everything walks with loops, so that depth costs nothing.
/// <code>
/// var index = OrganisationColumns.Of(objectiveOfKeyResult, objectives: 250_000)
///     .Weighing(weights)
///     .Aligned(children, parents)
///     .Organised(unitOfObjective, parentOfUnit);
/// OrganisationScores scores = index.Score(starts, targets, currents);      // exact
/// scores.Rescore(starts, targets, newCurrents);                            // in place
/// ScoreColumns simulated = index.Simulate(starts, targets, draws);      // in double, for simulations
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OrganisationColumns
{
    private OrganisationColumns(int[] objectiveOf, int objectives)
    {
        ObjectiveOf = objectiveOf;
        ObjectiveCount = objectives;
        Order = [.. Enumerable.Range(0, objectives)];
        LinkStarts = new int[objectives + 1];
        LinkChildren = [];
        LinkSharedBy = [];
        Profile = ScoringProfile.Default;
        Moment = ScoringMoment.Running;
        UnitOf = [];
        Units = new UnitTree([]);
        IsGrouped = true;
        KeyResultStarts = new int[objectives + 1];
        for (var each = 0; each < objectiveOf.Length; each++)
        {
            IsGrouped &= each == 0 || objectiveOf[each] >= objectiveOf[each - 1];
            KeyResultStarts[objectiveOf[each] + 1]++;
        }

        for (var each = 0; each < objectives; each++)
        {
            KeyResultStarts[each + 1] += KeyResultStarts[each];
        }

        if (!IsGrouped)
        {
            var next = KeyResultStarts.AsSpan(0, objectives).ToArray();
            KeyResultOrder = new int[objectiveOf.Length];
            for (var each = 0; each < objectiveOf.Length; each++)
            {
                KeyResultOrder[next[objectiveOf[each]]++] = each;
            }
        }
    }

    /// <summary>How many key results there are.</summary>
    public int KeyResultCount => ObjectiveOf.Length;

    /// <summary>How many objectives there are.</summary>
    public int ObjectiveCount { get; }

    /// <summary>How many units there are.</summary>
    public int UnitCount => Units.Parents.Length;

    internal int[] ObjectiveOf { get; }

    /// <summary>Whether the key results of an objective are next to each other, in the order of objectives; then scoring never jumps.</summary>
    internal bool IsGrouped { get; }

    internal int[] KeyResultStarts { get; }

    /// <summary>The key results in the order of objectives; <see langword="null"/> when they are in it.</summary>
    internal int[]? KeyResultOrder { get; }

    /// <summary>The policies to score by; the default ones unless said otherwise.</summary>
    public ScoringProfile Profile { get; private set; }

    /// <summary>Whether the scores are final; running unless said otherwise.</summary>
    public ScoringMoment Moment { get; private set; }

    internal decimal[]? Weights { get; private set; }

    internal double[]? WeightsDouble { get; private set; }

    /// <summary>The objectives, each after all that contribute to it.</summary>
    internal int[] Order { get; private set; }

    /// <summary>For each objective where its links begin in <see cref="LinkChildren"/>: what contributes to it.</summary>
    internal int[] LinkStarts { get; private set; }

    internal int[] LinkChildren { get; private set; }

    /// <summary>How many objectives the child of each link contributes to.</summary>
    internal int[] LinkSharedBy { get; private set; }

    /// <summary>The weight of each link; <see langword="null"/> when nobody said.</summary>
    internal decimal[]? LinkWeights { get; private set; }

    internal double[]? LinkWeightsDouble { get; private set; }

    internal int[] UnitOf { get; private set; }

    internal UnitTree Units { get; private set; }

    /// <summary>An index of key results and their objectives; every key result counts the same until <see cref="Weighing"/> says otherwise.</summary>
    /// <param name="objectiveOfKeyResult">For each key result the index of its objective; fastest when in the order of objectives.</param>
    /// <param name="objectives">How many objectives there are.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="objectives"/> is negative, or an index is not that of an objective.</exception>
    public static OrganisationColumns Of(ReadOnlySpan<int> objectiveOfKeyResult, int objectives)
    {
        Require.AtLeast(objectives, 0, "objectives are counted");
        Within(objectiveOfKeyResult, 0, objectives, "objective", nameof(objectiveOfKeyResult));
        return new(objectiveOfKeyResult.ToArray(), objectives);
    }

    /// <summary>The same index with weights of the key results.</summary>
    /// <param name="weights">For each key result how much it counts in its objective: 0, not at all, to 1,000,000.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">There are more or fewer weights than key results.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 1,000,000.</exception>
    public OrganisationColumns Weighing(ReadOnlySpan<decimal> weights)
    {
        Length(weights.Length, KeyResultCount, "key result", nameof(weights));
        foreach (var weight in weights)
        {
            Require.Weight(weight, nameof(weights));
        }

        var (exact, rounded) = (weights.ToArray(), Doubles(weights));
        return Changed(copy => (copy.Weights, copy.WeightsDouble) = (exact, rounded));
    }

    /// <summary>The same index scored by another profile.</summary>
    /// <param name="profile">The policies.</param>
    /// <returns>The index.</returns>
    public OrganisationColumns With(ScoringProfile profile) => Changed(copy => copy.Profile = Guard.Against.Null(profile));

    /// <summary>The same index for scores that are running, or final.</summary>
    /// <param name="moment">Whether the scores are final.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moment"/> is undefined.</exception>
    public OrganisationColumns At(ScoringMoment moment) => Changed(copy => copy.Moment = Require.Defined(moment));

    /// <summary>The same index with alignments that each count as much as the key results beside them on average.</summary>
    /// <param name="children">For each link the index of the objective that contributes.</param>
    /// <param name="parents">For each link the index of the objective it contributes to.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, or the links lead back to where they began; the message names the way by
    /// index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of an objective.</exception>
    public OrganisationColumns Aligned(ReadOnlySpan<int> children, ReadOnlySpan<int> parents) => Linked(children, parents, default, false);

    /// <summary>The same index with alignments.</summary>
    /// <param name="children">For each link the index of the objective that contributes.</param>
    /// <param name="parents">For each link the index of the objective it contributes to.</param>
    /// <param name="weights">For each link how much it counts there: 0, not at all, to 1,000,000. What contributes to several objectives is split between them
    /// unless the profile says otherwise.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, or the links lead back to where they began; the message names the way by
    /// index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of an objective, or a weight is negative or above 1,000,000.</exception>
    public OrganisationColumns Aligned(ReadOnlySpan<int> children, ReadOnlySpan<int> parents, ReadOnlySpan<decimal> weights)
    {
        Length(weights.Length, children.Length, "child", nameof(weights));
        foreach (var weight in weights)
        {
            Require.Weight(weight, nameof(weights));
        }

        return Linked(children, parents, weights, true);
    }

    /// <summary>The same index with the units that own the objectives.</summary>
    /// <param name="unitOfObjective">For each objective the index of its unit; -1 for none.</param>
    /// <param name="parentOfUnit">For each unit the index of the unit it belongs to; -1 at the top.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">There are more or fewer entries than objectives, or the units lead back to where they began; the message names the
    /// way by index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a unit.</exception>
    public OrganisationColumns Organised(ReadOnlySpan<int> unitOfObjective, ReadOnlySpan<int> parentOfUnit)
    {
        Length(unitOfObjective.Length, ObjectiveCount, "objective", nameof(unitOfObjective));
        Within(unitOfObjective, -1, parentOfUnit.Length, "unit", nameof(unitOfObjective));
        Within(parentOfUnit, -1, parentOfUnit.Length, "unit", nameof(parentOfUnit));
        var (units, parents) = (unitOfObjective.ToArray(), parentOfUnit.ToArray());
        return AlignmentGraph.CycleIn(parents.Length, each => parents[each] < 0 ? [] : [parents[each]]) is { } cycle
            ? throw new ArgumentException($"Units cannot belong to themselves: {string.Join(" -> ", cycle)}.", nameof(parentOfUnit))
            : Changed(copy => (copy.UnitOf, copy.Units) = (units, new UnitTree(parents)));
    }

    /// <summary>Scores everything exactly, in decimal.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach; where it equals the start there is no way to go, and so no score.</param>
    /// <param name="currents">For each key result the value reached; <see langword="null"/> when there is none.</param>
    /// <returns>The scores; <see cref="OrganisationScores.Rescore"/> writes new ones over them.</returns>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is so large that a difference overflows; amounts within ±10^15 never do.</exception>
    public OrganisationScores Score(ReadOnlySpan<decimal> starts, ReadOnlySpan<decimal> targets, ReadOnlySpan<decimal?> currents)
    {
        var scores = new OrganisationScores(this);
        scores.Rescore(starts, targets, currents);
        return scores;
    }

    /// <summary>Scores everything in double, for simulations: 20 times as fast, equal to 12 digits, and in the same bands as the exact scores.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach; where it equals the start there is no way to go, and so no score.</param>
    /// <param name="currents">For each key result the value reached; not a number when there is none.</param>
    /// <returns>The scores; <see cref="ScoreColumns.Rescore"/> writes new ones over them.</returns>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    public ScoreColumns Simulate(ReadOnlySpan<double> starts, ReadOnlySpan<double> targets, ReadOnlySpan<double> currents)
    {
        var scores = new ScoreColumns(this);
        scores.Rescore(starts, targets, currents);
        return scores;
    }

    /// <summary>Counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{KeyResultCount} key results, {ObjectiveCount} objectives, {UnitCount} units");

    internal void Check(int starts, int targets, int currents)
    {
        Length(starts, KeyResultCount, "key result", nameof(starts));
        Length(targets, KeyResultCount, "key result", nameof(targets));
        Length(currents, KeyResultCount, "key result", nameof(currents));
    }

    private OrganisationColumns Linked(ReadOnlySpan<int> children, ReadOnlySpan<int> parents, ReadOnlySpan<decimal> weights, bool isStated)
    {
        Length(parents.Length, children.Length, "child", nameof(parents));
        Within(children, 0, ObjectiveCount, "objective", nameof(children));
        Within(parents, 0, ObjectiveCount, "objective", nameof(parents));
        var (upStarts, downStarts, sharedBy) = (new int[ObjectiveCount + 1], new int[ObjectiveCount + 1], new int[ObjectiveCount]);
        for (var link = 0; link < children.Length; link++)
        {
            upStarts[children[link] + 1]++;
            downStarts[parents[link] + 1]++;
            sharedBy[children[link]] += isStated && weights[link] == 0m ? 0 : 1;
        }

        for (var each = 0; each < ObjectiveCount; each++)
        {
            upStarts[each + 1] += upStarts[each];
            downStarts[each + 1] += downStarts[each];
        }

        var (nextUp, nextDown) = (upStarts.AsSpan(0, ObjectiveCount).ToArray(), downStarts.AsSpan(0, ObjectiveCount).ToArray());
        var (up, down, shared) = (new int[children.Length], new int[children.Length], new int[children.Length]);
        var stated = isStated ? new decimal[children.Length] : null;
        var waiting = new int[ObjectiveCount];
        for (var link = 0; link < children.Length; link++)
        {
            up[nextUp[children[link]]++] = parents[link];
            var place = nextDown[parents[link]]++;
            down[place] = children[link];
            shared[place] = sharedBy[children[link]];
            if (stated is not null)
            {
                stated[place] = weights[link];
            }

            waiting[parents[link]]++;
        }

        var order = Ordered(waiting, upStarts, up);
        return Changed(copy =>
        {
            (copy.Order, copy.LinkStarts, copy.LinkChildren, copy.LinkSharedBy) = (order, downStarts, down, shared);
            (copy.LinkWeights, copy.LinkWeightsDouble) = (stated, stated is null ? null : Doubles(stated));
        });
    }

    private static int[] Ordered(int[] waiting, int[] starts, int[] parents)
    {
        var count = waiting.Length;
        var order = new int[count];
        var found = 0;

        // From the last to the first: when parents come before their children, as usual, the order is simply backwards.
        for (var each = count - 1; each >= 0; each--)
        {
            if (waiting[each] == 0)
            {
                order[found++] = each;
            }
        }

        for (var each = 0; each < found; each++)
        {
            for (var link = starts[order[each]]; link < starts[order[each] + 1]; link++)
            {
                if (--waiting[parents[link]] == 0)
                {
                    order[found++] = parents[link];
                }
            }
        }

        return found == count ? order
            : throw new ArgumentException(
                $"Objectives cannot contribute to themselves: "
                + $"{string.Join(" -> ", AlignmentGraph.CycleIn(count, each => parents[starts[each]..starts[each + 1]])!)}.", nameof(parents));
    }

    private static double[] Doubles(ReadOnlySpan<decimal> values)
    {
        var doubles = new double[values.Length];
        for (var each = 0; each < values.Length; each++)
        {
            doubles[each] = (double)values[each];
        }

        return doubles;
    }

    private static void Length(int given, int wanted, string what, string name)
    {
        if (given != wanted)
        {
            throw new ArgumentException(FormattableString.Invariant($"The column holds {given} values for {wanted}; give one for each {what}."), name);
        }
    }

    private static void Within(ReadOnlySpan<int> indexes, int from, int below, string what, string name)
    {
        for (var each = 0; each < indexes.Length; each++)
        {
            if (indexes[each] < from || indexes[each] >= below)
            {
                throw new ArgumentOutOfRangeException(
                    name, indexes[each], FormattableString.Invariant($"{indexes[each]} at {each} is no {what}; allowed is {from} to {below - 1}."));
            }
        }
    }

    private OrganisationColumns Changed(Action<OrganisationColumns> change)
    {
        var copy = (OrganisationColumns)MemberwiseClone();
        change(copy);
        return copy;
    }
}
