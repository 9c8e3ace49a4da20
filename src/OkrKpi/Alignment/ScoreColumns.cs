using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ardalis.GuardClauses;

namespace OkrKpi.Rollups;

/// <summary>
/// The scores of an organisation by index in double, made by <see cref="OrganisationColumns.Simulate"/>: for simulations, where a score is computed a million
/// times.
/// </summary>
/// <remarks>
/// A buffer: <see cref="Rescore"/> writes over it, so read it or copy it before, and do not share it between threads while rescoring. Where there is no score
/// it is not a
/// number. Never compare a score with a limit directly, as 0.7 may be computed as 0.69999999999999996; <see cref="Grade"/> gives the band of the exact score.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ScoreColumns
{
    /// <summary>How far below a limit a score still counts as on it: far more than rounding in double can cost, far less than any limit people set.</summary>
    private const double Tolerance = 1e-12;

    private readonly OrganisationColumns index;
    private readonly double[] keyResults;
    private readonly double[] own;
    private readonly double[] objectives;
    private readonly double[] units;
    private readonly (double Sum, int Count)[] unitTotals;

    internal ScoreColumns(OrganisationColumns index)
    {
        this.index = index;
        keyResults = new double[index.KeyResultCount];
        own = new double[index.ObjectiveCount];
        objectives = new double[index.ObjectiveCount];
        units = new double[index.UnitCount];
        unitTotals = new (double Sum, int Count)[index.UnitCount];
    }

    /// <summary>
    /// For each key result its score by the profile, 0 to 1 by default; not a number without a way to go, or without a value where the profile sees that as
    /// missing.
    /// </summary>
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
            throw new ArgumentException(
                FormattableString.Invariant($"There is room for {bands.Length} bands of {scores.Length} scores; give a longer span."), nameof(bands));
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

    /// <summary>Scores other values in place, allocating nothing.</summary>
    /// <param name="starts">For each key result the value at the start.</param>
    /// <param name="targets">For each key result the value to reach.</param>
    /// <param name="currents">For each key result the value reached; not a number when there is none.</param>
    /// <exception cref="ArgumentException">A column has more or fewer values than there are key results.</exception>
    public void Rescore(ReadOnlySpan<double> starts, ReadOnlySpan<double> targets, ReadOnlySpan<double> currents)
    {
        index.Check(starts.Length, targets.Length, currents.Length);
        var rule = new ProfileArithmetic<double>(index.Profile, index.Moment);
        var notStarted = rule.IsNotStartedMissing ? double.NaN : rule.ScoreOf(0d);
        var scored = rule.IsPlain ? ScorePlainly(starts, targets, currents, notStarted) : 0;
        for (; scored < keyResults.Length; scored++)
        {
            keyResults[scored] = ScoreOf(rule, starts[scored], targets[scored], currents[scored], notStarted);
        }

        ColumnScoring<double, double, DoubleCell>.ScoreObjectives(index, rule, index.WeightsDouble, index.LinkWeightsDouble, keyResults, own, objectives);
        ColumnScoring<double, double, DoubleCell>.ScoreUnits(index, own, units, unitTotals);
    }

    /// <summary>Counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Scores of {index}");

    private static int IndexOf(GradeScale scale, GradeBand band)
    {
        var found = 0;
        while (!ReferenceEquals(scale.Bands[found], band))
        {
            found++;
        }

        return found;
    }

    private static double ScoreOf(in ProfileArithmetic<double> rule, double start, double target, double current, double notStarted)
    {
        var (way, gone) = (target - start, current - start);
        return way == 0d || !double.IsFinite(way) ? double.NaN
            : double.IsNaN(current) ? notStarted
            : !double.IsFinite(gone) ? double.NaN
            : ColumnScoring<double, double, DoubleCell>.ScoreOf(rule, start, target, current);
    }

    // Four at a time; what is left over is scored one by one.
    private int ScorePlainly(ReadOnlySpan<double> starts, ReadOnlySpan<double> targets, ReadOnlySpan<double> currents, double notStarted)
    {
        ref var start = ref MemoryMarshal.GetReference(starts);
        ref var target = ref MemoryMarshal.GetReference(targets);
        ref var current = ref MemoryMarshal.GetReference(currents);
        ref var score = ref MemoryMarshal.GetArrayDataReference(keyResults);
        var each = 0;
        for (; each <= keyResults.Length - Vector256<double>.Count; each += Vector256<double>.Count)
        {
            var from = Vector256.LoadUnsafe(ref start, (nuint)each);
            var value = Vector256.LoadUnsafe(ref current, (nuint)each);
            var way = Vector256.LoadUnsafe(ref target, (nuint)each) - from;
            var gone = value - from;
            var reached = gone / way;
            reached = Vector256.ConditionalSelect(Vector256.LessThan(reached, Vector256<double>.Zero), Vector256<double>.Zero, reached);
            reached = Vector256.ConditionalSelect(Vector256.GreaterThan(reached, Vector256<double>.One), Vector256<double>.One, reached);

            // An infinite value or no way to go gives no score; not a number has not started.
            var hasWay = Vector256.LessThan(Vector256.Abs(way), Vector256.Create(double.PositiveInfinity)) & ~Vector256.Equals(way, Vector256<double>.Zero);
            var hasScore = hasWay & Vector256.LessThan(Vector256.Abs(gone), Vector256.Create(double.PositiveInfinity));
            var open = Vector256.ConditionalSelect(hasWay & ~Vector256.Equals(value, value), Vector256.Create(notStarted), Vector256.Create(double.NaN));
            Vector256.ConditionalSelect(hasScore, reached, open).StoreUnsafe(ref score, (nuint)each);
        }

        return each;
    }
}
