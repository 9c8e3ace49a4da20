namespace OkrKpi.Rollups;

/// <summary>The exact scores of an organisation by index, made by <see cref="OrganisationColumns.Score"/>.</summary>
/// <remarks>A buffer: <see cref="Rescore"/> writes over it, so read it or copy it before, and do not share it between threads while rescoring. Nothing is rounded.</remarks>
public sealed class OrganisationScores
{
    private readonly OrganisationColumns index;
    private readonly decimal?[] keyResults;
    private readonly decimal?[] own;
    private readonly decimal?[] objectives;
    private readonly decimal?[] units;
    private readonly (decimal Sum, decimal Weight)[] totals;
    private readonly (decimal Sum, int Count)[] unitTotals;

    internal OrganisationScores(OrganisationColumns index)
    {
        this.index = index;
        keyResults = new decimal?[index.KeyResultCount];
        own = new decimal?[index.ObjectiveCount];
        objectives = new decimal?[index.ObjectiveCount];
        units = new decimal?[index.UnitCount];
        totals = new (decimal Sum, decimal Weight)[index.ObjectiveCount];
        unitTotals = new (decimal Sum, int Count)[index.UnitCount];
    }

    /// <summary>For each key result its score, 0 to 1; <see langword="null"/> without a value or a way to go.</summary>
    public ReadOnlySpan<decimal?> KeyResults => keyResults;

    /// <summary>For each objective the score by its own key results; <see langword="null"/> when none has one.</summary>
    public ReadOnlySpan<decimal?> Own => own;

    /// <summary>For each objective the score with what is aligned to it; <see langword="null"/> when there is nothing to score.</summary>
    public ReadOnlySpan<decimal?> Objectives => objectives;

    /// <summary>For each unit the mean of the own scores of its objectives and those of the units below; <see langword="null"/> when there is none.</summary>
    public ReadOnlySpan<decimal?> Units => units;

    /// <summary>How many there are, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"scores of {keyResults.Length} key results, {objectives.Length} objectives, {units.Length} units");

    /// <summary>Scores other values in place, allocating nothing.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach.</param>
    /// <param name="currents">For each key result the value reached; <see langword="null"/> when there is none.</param>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is so large that a difference overflows; amounts within ±10^15 never do.</exception>
    public void Rescore(ReadOnlySpan<decimal> starts, ReadOnlySpan<decimal> targets, ReadOnlySpan<decimal?> currents)
    {
        index.Check(starts.Length, targets.Length, currents.Length);
        try
        {
            ScoreKeyResults(starts, targets, currents);
        }
        catch (OverflowException)
        {
            throw new ArgumentOutOfRangeException(nameof(currents), "An amount lies between -10^15 and 10^15; use a larger unit, such as millions.");
        }

        ScoreObjectives();
        ScoreUnits();
    }

    private void ScoreKeyResults(ReadOnlySpan<decimal> starts, ReadOnlySpan<decimal> targets, ReadOnlySpan<decimal?> currents)
    {
        Array.Clear(totals);
        var weights = index.Weights;
        var objectiveOf = index.ObjectiveOf;
        for (var each = 0; each < objectiveOf.Length; each++)
        {
            var score = currents[each] is { } current ? Score(starts[each], targets[each], current) : null;
            keyResults[each] = score;
            if (score is not { } reached)
            {
                continue;
            }

            ref var total = ref totals[objectiveOf[each]];
            var weight = weights is null ? 1m : weights[each];
            total.Sum += weight == 1m ? reached : weight * reached;
            total.Weight += weight;
        }
    }

    // Divides only between start and target, where the quotient lies between 0 and 1 and cannot overflow.
    private static decimal? Score(decimal start, decimal target, decimal current)
    {
        var way = target - start;
        var gone = current - start;
        return way > 0m ? (gone <= 0m ? 0m : gone >= way ? 1m : gone / way)
            : way < 0m ? (gone >= 0m ? 0m : gone <= way ? 1m : gone / way)
            : null;
    }

    private void ScoreObjectives()
    {
        for (var each = 0; each < own.Length; each++)
        {
            own[each] = Mean(totals[each].Sum, totals[each].Weight);
        }

        foreach (var each in index.Order)
        {
            var score = index.HasChildren[each] ? Mean(totals[each].Sum, totals[each].Weight) : own[each];
            objectives[each] = score;
            if (score is not { } value)
            {
                continue;
            }

            for (var link = index.LinkStarts[each]; link < index.LinkStarts[each + 1]; link++)
            {
                ref var total = ref totals[index.LinkParents[link]];
                var weight = index.LinkWeights[link];
                total.Sum += weight == 1m ? value : weight * value;
                total.Weight += weight;
            }
        }
    }

    private void ScoreUnits()
    {
        Array.Clear(unitTotals);
        for (var each = 0; each < index.UnitOf.Length; each++)
        {
            if (index.UnitOf[each] is var unit and >= 0 && own[each] is { } score)
            {
                unitTotals[unit] = (unitTotals[unit].Sum + score, unitTotals[unit].Count + 1);
            }
        }

        var downwards = index.Units.Downwards;
        for (var position = downwards.Length - 1; position >= 0; position--)
        {
            var unit = downwards[position];
            var (sum, count) = unitTotals[unit];
            units[unit] = count == 0 ? null : sum / count;
            if (index.Units.Parents[unit] is var parent and >= 0)
            {
                unitTotals[parent] = (unitTotals[parent].Sum + sum, unitTotals[parent].Count + count);
            }
        }
    }

    private static decimal? Mean(decimal sum, decimal weight) => weight == 0m ? null : sum / weight;
}
