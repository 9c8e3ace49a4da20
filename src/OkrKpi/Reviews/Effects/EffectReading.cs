using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>How one judges from the values before and after whether a KPI moved. Derive to plug in another reading, such as a statistical one.</summary>
/// <remarks>A reading holds no state.</remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class EffectReading
{
    /// <summary>
    /// The plain difference: moved is better than before by at least a share of the value before. On the share exactly is moved; no change at all never is.
    /// </summary>
    /// <param name="materiality">The share of the value before, 0 or more; 0.05 asks 100 to become 105, or 95 where lower is better. The default of 0.05 is a
    /// choice.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="materiality"/> is below 0 or above 1,000.</exception>
    public static EffectReading PlainDifference(decimal materiality = 0.05m) =>
        new PlainReading(Require.Between(materiality, 0m, 1_000m, "a materiality is a share of the value before"));

    /// <summary>Judges complete windows that both have values.</summary>
    /// <param name="before">The periods to compare with.</param>
    /// <param name="after">The periods in which the effect is looked for.</param>
    /// <returns>Whether the KPI moved.</returns>
    public abstract KpiMovement Judge(KpiWindow before, KpiWindow after);

    private sealed class PlainReading(decimal materiality) : EffectReading
    {
        public override string ToString() => FormattableString.Invariant($"a plain difference of {materiality} or more of the value before");

        public override KpiMovement Judge(KpiWindow before, KpiWindow after)
        {
            Guard.Against.Null(before);
            return KpiWindow.Difference(before, after) switch
            {
                null => KpiMovement.NotMeasurable,
                { } difference when difference > 0m && difference >= materiality * Math.Abs(before.Value!.Value) => KpiMovement.Moved,
                _ => KpiMovement.NotMoved,
            };
        }
    }
}
