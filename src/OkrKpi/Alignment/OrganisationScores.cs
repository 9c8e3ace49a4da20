namespace OkrKpi.Rollups;

/// <summary>The exact scores of an organisation by index, made by <see cref="OrganisationColumns.Score"/>.</summary>
/// <remarks>
/// A buffer: <see cref="Rescore"/> writes over it, so read it or copy it before, and do not share it between threads while rescoring. Nothing is rounded.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OrganisationScores
{
    private readonly OrganisationColumns index;
    private readonly decimal?[] keyResults;
    private readonly decimal?[] own;
    private readonly decimal?[] objectives;
    private readonly decimal?[] units;
    private readonly (decimal Sum, int Count)[] unitTotals;

    internal OrganisationScores(OrganisationColumns index)
    {
        this.index = index;
        keyResults = new decimal?[index.KeyResultCount];
        own = new decimal?[index.ObjectiveCount];
        objectives = new decimal?[index.ObjectiveCount];
        units = new decimal?[index.UnitCount];
        unitTotals = new (decimal Sum, int Count)[index.UnitCount];
    }

    /// <summary>
    /// For each key result its score by the profile, 0 to 1 by default; <see langword="null"/> without a way to go, or without a value where the profile sees
    /// that as missing.
    /// </summary>
    public ReadOnlySpan<decimal?> KeyResults => keyResults;

    /// <summary>For each objective the score by its own key results; <see langword="null"/> when none has one.</summary>
    public ReadOnlySpan<decimal?> Own => own;

    /// <summary>For each objective the score with what is aligned to it; <see langword="null"/> when there is nothing to score.</summary>
    public ReadOnlySpan<decimal?> Objectives => objectives;

    /// <summary>For each unit the mean of the own scores of its objectives and those of the units below; <see langword="null"/> when there is none.</summary>
    public ReadOnlySpan<decimal?> Units => units;

    /// <summary>Scores other values in place, allocating nothing.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach.</param>
    /// <param name="currents">For each key result the value reached; <see langword="null"/> when there is none.</param>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is so large that a difference overflows; amounts within ±10^15 never do.</exception>
    public void Rescore(ReadOnlySpan<decimal> starts, ReadOnlySpan<decimal> targets, ReadOnlySpan<decimal?> currents)
    {
        index.Check(starts.Length, targets.Length, currents.Length);
        var rule = new ProfileArithmetic<decimal>(index.Profile, index.Moment);
        try
        {
            ScoreKeyResults(rule, starts, targets, currents);
        }
        catch (OverflowException)
        {
            throw new ArgumentOutOfRangeException(nameof(currents), "An amount lies between -10^15 and 10^15; use a larger unit, such as millions.");
        }

        ColumnScoring<decimal, decimal?, ExactCell>.ScoreObjectives(index, rule, index.Weights, index.LinkWeights, keyResults, own, objectives);
        ColumnScoring<decimal, decimal?, ExactCell>.ScoreUnits(index, own, units, unitTotals);
    }

    /// <summary>Counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Scores of {index}");

    private void ScoreKeyResults(in ProfileArithmetic<decimal> rule, ReadOnlySpan<decimal> starts, ReadOnlySpan<decimal> targets,
        ReadOnlySpan<decimal?> currents)
    {
        var notStarted = rule.IsNotStartedMissing ? (decimal?)null : rule.ScoreOf(0m);
        for (var each = 0; each < keyResults.Length; each++)
        {
            keyResults[each] = currents[each] is { } current ? ColumnScoring<decimal, decimal?, ExactCell>.ScoreOf(rule, starts[each], targets[each], current)
                : starts[each] == targets[each] ? null
                : notStarted;
        }
    }
}
