using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ardalis.GuardClauses;

namespace OkrKpi.Rollups;

/// <summary>The scores of an organisation by index in double, made by <see cref="OrganisationColumns.Simulate"/>: for simulations, where a score is computed a million times.</summary>
/// <remarks>
/// A buffer: <see cref="Rescore"/> writes over it, so read it or copy it before, and do not share it between threads while rescoring. Where there is no score it is not a
/// number. Never compare a score with a limit directly, as 0.7 may be computed as 0.69999999999999996; <see cref="Grade"/> gives the band of the exact score.
/// </remarks>
public sealed class ScoreColumns
{
    /// <summary>How far below a limit a score still counts as on it: far more than rounding in double can cost, far less than any limit people set.</summary>
    private const double Tolerance = 1e-12;

    private readonly OrganisationColumns index;
    private readonly double[] keyResults;
    private readonly double[] own;
    private readonly double[] objectives;
    private readonly double[] units;
    private readonly (double Sum, double Weight)[] totals;
    private readonly (double Sum, double Count)[] unitTotals;

    internal ScoreColumns(OrganisationColumns index)
    {
        this.index = index;
        keyResults = new double[index.KeyResultCount];
        own = new double[index.ObjectiveCount];
        objectives = new double[index.ObjectiveCount];
        units = new double[index.UnitCount];
        totals = new (double Sum, double Weight)[index.ObjectiveCount];
        unitTotals = new (double Sum, double Count)[index.UnitCount];
    }

    /// <summary>For each key result its score, 0 to 1; not a number without a value or a way to go.</summary>
    public ReadOnlySpan<double> KeyResults => keyResults;

    /// <summary>For each objective the score by its own key results; not a number when none has one.</summary>
    public ReadOnlySpan<double> Own => own;

    /// <summary>For each objective the score with what is aligned to it; not a number when there is nothing to score.</summary>
    public ReadOnlySpan<double> Objectives => objectives;

    /// <summary>For each unit the mean of the own scores of its objectives and those of the units below; not a number when there is none.</summary>
    public ReadOnlySpan<double> Units => units;

    /// <summary>Grades scores into the same bands as their exact counterparts: 0.69999999999999996 is on the limit 0.7.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="scale">The bands.</param>
    /// <param name="bands">For each score the index of its band in <see cref="GradeScale.Bands"/>; -1 for not a number.</param>
    /// <exception cref="ArgumentException"><paramref name="bands"/> is shorter than <paramref name="scores"/>.</exception>
    public static void Grade(ReadOnlySpan<double> scores, GradeScale scale, Span<int> bands)
    {
        Guard.Against.Null(scale);
        if (bands.Length < scores.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There is room for {bands.Length} bands of {scores.Length} scores; give a longer span."), nameof(bands));
        }

        if (scale.Rounding is null && scale.Bands.Count <= 16)
        {
            Span<double> limits = stackalloc double[scale.Bands.Count - 1];
            for (var band = 0; band < limits.Length; band++)
            {
                limits[band] = (double)scale.Bands[band + 1].From!.Value - Tolerance;
            }

            for (var each = 0; each < scores.Length; each++)
            {
                var band = 0;
                foreach (var limit in limits)
                {
                    band += scores[each] >= limit ? 1 : 0;
                }

                bands[each] = double.IsNaN(scores[each]) ? -1 : band;
            }

            return;
        }

        for (var each = 0; each < scores.Length; each++)
        {
            bands[each] = double.IsNaN(scores[each]) ? -1 : IndexOf(scale, scale.BandOf(Math.Round((decimal)Math.Clamp(scores[each], -1e15, 1e15), 12)));
        }
    }

    /// <summary>How many there are, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"scores of {keyResults.Length} key results, {objectives.Length} objectives, {units.Length} units");

    /// <summary>Scores other values in place, allocating nothing.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach.</param>
    /// <param name="currents">For each key result the value reached; not a number when there is none.</param>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    public void Rescore(ReadOnlySpan<double> starts, ReadOnlySpan<double> targets, ReadOnlySpan<double> currents)
    {
        index.Check(starts.Length, targets.Length, currents.Length);
        ScoreKeyResults(starts, targets, currents);
        if (index.IsGrouped)
        {
            SumGrouped();
        }
        else
        {
            SumScattered();
        }

        ScoreObjectives();
        ScoreUnits();
    }

    private static int IndexOf(GradeScale scale, GradeBand band)
    {
        var found = 0;
        while (!ReferenceEquals(scale.Bands[found], band))
        {
            found++;
        }

        return found;
    }

    private void ScoreKeyResults(ReadOnlySpan<double> starts, ReadOnlySpan<double> targets, ReadOnlySpan<double> currents)
    {
        ref var start = ref MemoryMarshal.GetReference(starts);
        ref var target = ref MemoryMarshal.GetReference(targets);
        ref var current = ref MemoryMarshal.GetReference(currents);
        ref var score = ref MemoryMarshal.GetArrayDataReference(keyResults);
        var each = 0;
        for (; each <= keyResults.Length - Vector256<double>.Count; each += Vector256<double>.Count)
        {
            var from = Vector256.LoadUnsafe(ref start, (nuint)each);
            var way = Vector256.LoadUnsafe(ref target, (nuint)each) - from;
            var gone = Vector256.LoadUnsafe(ref current, (nuint)each) - from;
            var reached = gone / way;
            reached = Vector256.ConditionalSelect(Vector256.LessThan(reached, Vector256<double>.Zero), Vector256<double>.Zero, reached);
            reached = Vector256.ConditionalSelect(Vector256.GreaterThan(reached, Vector256<double>.One), Vector256<double>.One, reached);

            // Not a number stays so; an infinite value or no way to go becomes so.
            var hasScore = Vector256.LessThan(Vector256.Abs(way) + Vector256.Abs(gone), Vector256.Create(double.PositiveInfinity)) & ~Vector256.Equals(way, Vector256<double>.Zero);
            Vector256.ConditionalSelect(hasScore, reached, Vector256.Create(double.NaN)).StoreUnsafe(ref score, (nuint)each);
        }

        for (; each < keyResults.Length; each++)
        {
            var (way, gone) = (targets[each] - starts[each], currents[each] - starts[each]);
            keyResults[each] = way == 0d || !double.IsFinite(Math.Abs(way) + Math.Abs(gone)) ? double.NaN : Math.Clamp(gone / way, 0d, 1d);
        }
    }

    private void SumGrouped()
    {
        var weights = index.WeightsDouble;
        var starts = index.KeyResultStarts;
        for (var objective = 0; objective < totals.Length; objective++)
        {
            double sum = 0d, all = 0d;
            for (var each = starts[objective]; each < starts[objective + 1]; each++)
            {
                var score = keyResults[each];
                if (!double.IsNaN(score))
                {
                    var weight = weights is null ? 1d : weights[each];
                    sum += weight * score;
                    all += weight;
                }
            }

            totals[objective] = (sum, all);
        }
    }

    private void SumScattered()
    {
        Array.Clear(totals);
        var weights = index.WeightsDouble;
        var objectiveOf = index.ObjectiveOf;
        for (var each = 0; each < keyResults.Length; each++)
        {
            var score = keyResults[each];
            if (!double.IsNaN(score))
            {
                ref var total = ref totals[objectiveOf[each]];
                var weight = weights is null ? 1d : weights[each];
                total.Sum += weight * score;
                total.Weight += weight;
            }
        }
    }

    private void ScoreObjectives()
    {
        // 0 / 0 is not a number, which is what no score is here.
        for (var each = 0; each < own.Length; each++)
        {
            own[each] = totals[each].Sum / totals[each].Weight;
        }

        var (starts, parents, weights) = (index.LinkStarts, index.LinkParents, index.LinkWeightsDouble);
        foreach (var each in index.Order)
        {
            var score = index.HasChildren[each] ? totals[each].Sum / totals[each].Weight : own[each];
            objectives[each] = score;
            if (!double.IsNaN(score))
            {
                for (var link = starts[each]; link < starts[each + 1]; link++)
                {
                    ref var total = ref totals[parents[link]];
                    total.Sum += weights[link] * score;
                    total.Weight += weights[link];
                }
            }
        }
    }

    private void ScoreUnits()
    {
        Array.Clear(unitTotals);
        var unitOf = index.UnitOf;
        for (var each = 0; each < unitOf.Length; each++)
        {
            if (unitOf[each] is var unit and >= 0 && !double.IsNaN(own[each]))
            {
                ref var total = ref unitTotals[unit];
                total.Sum += own[each];
                total.Count++;
            }
        }

        var (downwards, parentOf) = (index.Units.Downwards, index.Units.Parents);
        for (var position = downwards.Length - 1; position >= 0; position--)
        {
            var unit = downwards[position];
            var (sum, count) = unitTotals[unit];
            units[unit] = sum / count;
            if (parentOf[unit] is var parent and >= 0)
            {
                ref var above = ref unitTotals[parent];
                above.Sum += sum;
                above.Count += count;
            }
        }
    }
}
