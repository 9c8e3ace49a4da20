using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Signals;

/// <summary>The behaviour of many processes at once, for analysts: a row a process, a column a period; limits and signals come back as columns.</summary>
/// <remarks>
/// Immutable; compared by reference. The same kernel as <see cref="ProcessBehaviour"/>, in doubles: what lies on a line within 10^-12 of the size of its row
/// is on it. A row is one segment; cut it where it is re-based.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BehaviourColumns
{
    private const double LargestAmount = 1e15;

    private readonly double[] centres;
    private readonly double[] lowers;
    private readonly double[] uppers;
    private readonly double[] residues;
    private readonly LimitState[] states;
    private readonly byte[] told;
    private readonly SignalSide[] sides;
    private readonly int[] latest;

    private BehaviourColumns(SignalRules rules, int series, int periods)
    {
        (Rules, Count, Periods) = (rules, series, periods);
        (centres, lowers, uppers) = (Missing(series), Missing(series), Missing(series));
        residues = new double[series];
        states = new LimitState[series];
        told = new byte[series * periods];
        sides = new SignalSide[series * periods];
        latest = new int[series];
    }

    /// <summary>What noise was told from signals by.</summary>
    public SignalRules Rules { get; }

    /// <summary>How many processes there are.</summary>
    public int Count { get; }

    /// <summary>How many periods each has, gaps included.</summary>
    public int Periods { get; }

    /// <summary>The centre of each process; of one with seasons that of its latest point; NaN without limits.</summary>
    public ReadOnlySpan<double> Centres => centres;

    /// <summary>The lower limit of each process; of one with seasons that of its latest point; NaN without limits.</summary>
    public ReadOnlySpan<double> Lowers => lowers;

    /// <summary>The upper limit of each process; of one with seasons that of its latest point; NaN without limits.</summary>
    public ReadOnlySpan<double> Uppers => uppers;

    /// <summary>How much the limits of each process can be relied on.</summary>
    public ReadOnlySpan<LimitState> States => states;

    /// <summary>Which way the most telling signal of each value goes, row by row; neither for noise and gaps too (see <see cref="RuleAt"/>).</summary>
    public ReadOnlySpan<SignalSide> Sides => sides;

    /// <summary>The behaviour of many processes by the default rules.</summary>
    /// <param name="values">The values, row by row: all periods of the first process, then of the second. NaN is a gap.</param>
    /// <param name="periods">How many periods each process has, at least 1.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentException">The values are no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 1, or a value lies outside ±10^15.</exception>
    public static BehaviourColumns Of(ReadOnlySpan<double> values, int periods) => Of(values, periods, SignalRules.Default);

    /// <summary>The behaviour of many processes.</summary>
    /// <param name="values">The values, row by row: all periods of the first process, then of the second. NaN is a gap.</param>
    /// <param name="periods">How many periods each process has, at least 1.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentException">The values are no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 1, or a value lies outside ±10^15.</exception>
    public static BehaviourColumns Of(ReadOnlySpan<double> values, int periods, SignalRules rules)
    {
        Require.AtLeast(periods, 1, "a process has periods");
        Guard.Against.Null(rules);
        if (values.Length % periods != 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{values.Length} values are no whole number of rows of {periods} periods."), nameof(values));
        }

        foreach (var value in values)
        {
            if (Math.Abs(value) > LargestAmount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values), value, "An amount lies between -10^15 and 10^15; use a larger unit, such as millions, and NaN for a gap.");
            }
        }

        var columns = new BehaviourColumns(rules, values.Length / periods, periods);
        for (var row = 0; row < columns.Count; row++)
        {
            columns.Read(row, values.Slice(row * periods, periods));
        }

        return columns;
    }

    /// <summary>The most telling rule that sees a signal at a value.</summary>
    /// <param name="series">Which process, from 0.</param>
    /// <param name="period">Which period, from 0.</param>
    /// <returns>The rule; <see langword="null"/> for noise and gaps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such process or period.</exception>
    public SignalRule? RuleAt(int series, int period)
    {
        Require.Between(series, 0m, Count - 1m, "processes are numbered from 0");
        Require.Between(period, 0m, Periods - 1m, "periods are numbered from 0");
        return told[(series * Periods) + period] is > 0 and var rule ? Rules.Rules[rule - 1] : null;
    }

    /// <summary>What the latest value of each process says.</summary>
    /// <param name="direction">Which way is better in all of them; within a band, which the columns do not know, neither is.</param>
    /// <returns>The variation of each.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    public Variation[] Variations(Direction direction)
    {
        var judge = new BehaviourSeries([], [], Rules, Require.Defined(direction), null, null, null);
        var variations = new Variation[Count];
        for (var row = 0; row < Count; row++)
        {
            var cell = (row * Periods) + latest[row];
            variations[row] = double.IsNaN(centres[row]) ? Variation.CannotTell
                : told[cell] == 0 ? Variation.CommonCause
                : judge.Judge(sides[cell], 0m, 0m);
        }

        return variations;
    }

    /// <summary>Whether each process reaches a target as it is.</summary>
    /// <param name="direction">Which way is better in all of them: higher or lower.</param>
    /// <param name="targets">The target of each process; NaN where there is none.</param>
    /// <returns>The assurance of each.</returns>
    /// <exception cref="ArgumentException">There are not as many targets as processes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined, or neither higher nor lower.</exception>
    public Assurance[] Assurances(Direction direction, ReadOnlySpan<double> targets)
    {
        if (Require.Defined(direction) is Direction.WithinBand or Direction.None)
        {
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "A number is a target where higher or lower is better.");
        }

        if (targets.Length != Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{targets.Length} targets are not one for each of {Count} processes; give NaN for none."),
                nameof(targets));
        }

        var assurances = new Assurance[Count];
        for (var row = 0; row < Count; row++)
        {
            var (isAbove, isBelow) = (targets[row] - uppers[row] > residues[row], lowers[row] - targets[row] > residues[row]);
            assurances[row] = double.IsNaN(targets[row]) || double.IsNaN(centres[row]) ? Assurance.CannotTell
                : !isAbove && !isBelow ? Assurance.SometimesReaches
                : isAbove == (direction == Direction.HigherIsBetter) ? Assurance.NeverReaches
                : Assurance.AlwaysReaches;
        }

        return assurances;
    }

    /// <summary>How many processes and periods, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} processes of {Periods} periods by {Rules}");

    private static double[] Missing(int length)
    {
        var column = new double[length];
        Array.Fill(column, double.NaN);
        return column;
    }

    private void Read(int row, ReadOnlySpan<double> cells)
    {
        var (values, places, count) = (new double[cells.Length], new int[cells.Length], 0);
        for (var period = 0; period < cells.Length; period++)
        {
            if (!double.IsNaN(cells[period]))
            {
                (values[count], places[count]) = (cells[period], period);
                count++;
            }
        }

        if (count < cells.Length)
        {
            (values, places) = (values[..count], places[..count]);
        }

        var reading = SegmentReading<double>.Of(values, places, Rules);
        (states[row], residues[row]) = (reading.Limits.State, reading.Limits.Residue);
        if (!reading.Limits.HasLimits)
        {
            return;
        }

        // A latest point without an own season has nothing to be held against.
        if (reading.Read[^1] == count - 1)
        {
            (lowers[row], centres[row], uppers[row]) = reading.LinesOf(reading.Read.Length - 1);
            latest[row] = places[count - 1];
        }

        for (var index = 0; index < reading.Marks.Length; index++)
        {
            if (reading.Marks[index].Rules != 0)
            {
                var (cell, first) = ((row * Periods) + places[reading.Read[index]], reading.Marks[index].First);
                (told[cell], sides[cell]) = ((byte)(first + 1), reading.Marks[index].SideOf(first));
            }
        }
    }
}
