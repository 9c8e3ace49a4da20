using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Signals;

/// <summary>
/// How a process behaves: how far its values vary by chance, which of them are signals that something changed, and whether it can reach its target as it is.
/// The individuals (XmR) chart of Shewhart and Wheeler, as numbers.
/// </summary>
/// <remarks>
/// <para>Immutable; compared by reference. Of a KPI it looks at the judged periods with a whole value, at most at the latest 1,000; of plain values at all that
/// are there. What is missing is a gap: it is no point, and breaks the moving range over it.</para>
/// <para>For 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6 and 52.1 the centre is 50.81, the mean moving range 1.8778, and the limits are 45.8151 and
/// 55.8049, as 50.81 ± 2.66 · 1.8778 (NIST/SEMATECH e-Handbook, which has 3 / 1.128 for 2.66).</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ProcessBehaviour
{
    private readonly BehaviourSeries series;
    private readonly BehaviourPoint[] points;
    private readonly BehaviourSegment[] segments;
    private readonly Signal[] signals;

    private ProcessBehaviour(BehaviourSeries series)
    {
        this.series = series;
        var reader = new BehaviourReader(series).Read();
        points = [.. reader.Points];
        segments = [.. reader.Segments];
        signals = [.. reader.Signals.OrderBy(static signal => signal.Last.Number).ThenBy(static signal => signal.First.Number)];
        Assurance = series.Target is { } target ? AssuranceOf(target) : Assurance.CannotTell;
    }

    /// <summary>The KPI; <see langword="null"/> where plain values were given.</summary>
    public Kpi? Kpi => series.Kpi;

    /// <summary>What noise was told from signals by.</summary>
    public SignalRules Rules => series.Rules;

    /// <summary>Which way is better; <see cref="Direction.None"/> where neither is.</summary>
    public Direction Direction => series.Direction;

    /// <summary>
    /// The target that counts: of a KPI the one its latest point was judged by, however its targets changed before; <see langword="null"/> without one.
    /// </summary>
    public Target? Target => series.Target;

    /// <summary>What values of the unit can be, for display only; <see langword="null"/> where there is no bound.</summary>
    public Band? NaturalBounds => series.Natural;

    /// <summary>The points, in order; gaps are left out.</summary>
    public IReadOnlyList<BehaviourPoint> Points => points;

    /// <summary>The stretches with limits of their own, in order; none without a point.</summary>
    public IReadOnlyList<BehaviourSegment> Segments => segments;

    /// <summary>All signals, in the order of their latest points.</summary>
    public IReadOnlyList<Signal> Signals => signals;

    /// <summary>What the latest point says.</summary>
    public Variation Variation => points.Length == 0 ? Variation.CannotTell : points[^1].Standing;

    /// <summary>Whether the process reaches its <see cref="Target"/>, as long as it goes on as it does.</summary>
    public Assurance Assurance { get; }

    /// <summary>
    /// The signal that <see cref="Variation"/> speaks of: the most telling one at the latest point; <see langword="null"/> when that is noise.
    /// </summary>
    public Signal? LatestSignal => points.Length == 0 || points[^1].Rules.Count == 0 ? null
        : Array.FindLast(signals, signal => signal.Rule.Equals(points[^1].Rules[0]) && signal.Last == points[^1]);

    /// <summary>
    /// Since when it is so: the first point of all signals that the latest point is part of and that say the same as <see cref="Variation"/>, within a band
    /// from where they began to say it; <see langword="null"/> when it is noise.
    /// </summary>
    public BehaviourPoint? Since => Current.MinBy(static signal => signal.Since.Number)?.Since;

    /// <summary>The behaviour of plain values, by the default rules.</summary>
    /// <param name="values">The values, in order.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ProcessBehaviour Of(IEnumerable<decimal> values) => Of(values, SignalRules.Default);

    /// <summary>The behaviour of plain values: <c>ProcessBehaviour.Of(values, SignalRules.Wheeler).Judged(Direction.LowerIsBetter, Target.Of(5))</c>.</summary>
    /// <param name="values">The values, in order.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ProcessBehaviour Of(IEnumerable<decimal> values, SignalRules rules) =>
        Of(Guard.Against.Null(values).Select(static value => (decimal?)value), rules);

    /// <summary>The behaviour of plain values with gaps, by the default rules.</summary>
    /// <param name="values">The values, in order; <see langword="null"/> where one is missing.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ProcessBehaviour Of(IEnumerable<decimal?> values) => Of(values, SignalRules.Default);

    /// <summary>The behaviour of plain values with gaps.</summary>
    /// <param name="values">The values, in order; <see langword="null"/> where one is missing.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ProcessBehaviour Of(IEnumerable<decimal?> values, SignalRules rules)
    {
        Guard.Against.Null(values);
        Guard.Against.Null(rules);
        List<SeriesPoint> points = [];
        var number = 0;
        foreach (var value in values)
        {
            number++;
            if (value is { } amount)
            {
                points.Add(new(number, Require.Amount(amount, nameof(values)), null));
            }
        }

        return new(new([.. points], [], rules, Direction.None, null, null, null));
    }

    /// <summary>The same series by other rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The behaviour.</returns>
    public ProcessBehaviour By(SignalRules rules) => new(series with { Rules = Guard.Against.Null(rules) });

    /// <summary>The same series with a direction, so that a signal is good or bad, and with or without a target.</summary>
    /// <param name="direction">Which way is better.</param>
    /// <param name="target">What is to be reached; without one nothing is assured.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    public ProcessBehaviour Judged(Direction direction, Target? target = null)
    {
        Require.Defined(direction);
        return target?.Fits(direction) == false
            ? throw new ArgumentException($"The target {target} cannot be judged as {direction}.", nameof(target))
            : new(series with { Direction = direction, Target = target });
    }

    /// <summary>
    /// The same series with limits that begin anew at a value. A KPI keeps its own re-bases (<see cref="Kpi.Rebases"/>); this is for plain values, and to try
    /// one.
    /// </summary>
    /// <param name="number">The number of the first value of the changed process, 1 for the first of all.</param>
    /// <param name="because">What changed.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    public ProcessBehaviour Rebased(int number, string because)
    {
        var start = new SegmentStart(
            Require.AtLeast(number, 1, "values are numbered from the first on"), Require.Text(because, "reason to re-base"));
        return new(series with { Starts = [.. series.Starts.Append(start).OrderBy(static each => each.Number)] });
    }

    /// <summary>The same series of values that cannot lie outside bounds; limits beyond them are shown on them (<see cref="Shown"/>).</summary>
    /// <param name="bounds">What values can be: <c>Band.AtLeast(0)</c> for counts.</param>
    /// <returns>The behaviour.</returns>
    public ProcessBehaviour Within(Band bounds) => new(series with { Natural = Guard.Against.Null(bounds) });

    /// <summary>A limit as it is shown: a lower limit of -3 accidents is shown as 0. Rules are held against the limit itself.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The limit within <see cref="NaturalBounds"/>.</returns>
    public decimal Shown(decimal limit) => limit < NaturalBounds?.Low ? NaturalBounds.Low.Value
        : limit > NaturalBounds?.High ? NaturalBounds.High.Value
        : limit;

    /// <summary>Whether the process as it is would reach a target, such as one that is thought of: never 95 where it gives 78.1 to 91.4.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The assurance; cannot tell without limits, or where neither direction is better.</returns>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    /// <remarks>A target exactly on a limit is reached sometimes. A band is always reached when both limits lie inside it, and never when they lie beside it.
    /// </remarks>
    public Assurance AssuranceOf(Target target)
    {
        Guard.Against.Null(target);
        if (points.Length == 0 || points[^1] is not { Lower: { } lower, Upper: { } upper } || Direction == Direction.None)
        {
            return Assurance.CannotTell;
        }

        if (!target.Fits(Direction))
        {
            throw new ArgumentException($"The target {target} cannot be judged as {Direction}.", nameof(target));
        }

        var band = target.Band;
        var (least, most) = Direction switch
        {
            Direction.HigherIsBetter => (target.Value, null),
            Direction.LowerIsBetter => ((decimal?)null, target.Value),
            Direction.WithinBand or Direction.None => (band?.Low, band?.High),
        };
        return least > upper || most < lower ? Assurance.NeverReaches
            : !(lower <= least) && !(upper >= most) ? Assurance.AlwaysReaches
            : Assurance.SometimesReaches;
    }

    /// <summary>What it shows: variation with the signal behind it, the limits, and the assurance.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => BehaviourWords.Of(this);

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);

    /// <summary>The signals at the latest point that say the same, the most telling one first.</summary>
    internal IEnumerable<Signal> Current => LatestSignal is not { } told ? []
        : signals.Where(signal => signal != told && signal.Last == told.Last && signal.Standing == told.Standing).Prepend(told);

    internal Explanation ExplainAssurance() => BehaviourWords.Assurance(this)!;

    internal static ProcessBehaviour From(BehaviourSeries series) => new(series);
}
