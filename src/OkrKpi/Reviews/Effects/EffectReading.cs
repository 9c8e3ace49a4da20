using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>How one judges from the values before and after whether a KPI moved. Derive to plug in another reading.</summary>
/// <remarks>A reading holds no state.</remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class EffectReading
{
    /// <summary>
    /// Beyond noise, the default: the KPI moved or worsened when its periods after differ from those before by more than noise does (see
    /// <see cref="Effects.BeforeAfter"/> for the steps, and the package's <c>EFFECTS.md</c> for how often they are wrong). It looks at the KPI's measuring
    /// periods where these are finer than its cadence, at 24 of them before at most, leaves out those by which the KPI was seen to lag, and needs six before
    /// and two after.
    /// </summary>
    public static EffectReading BeyondNoise { get; } = new NoiseReading();

    /// <summary>
    /// The plain difference: moved is better than before by at least a share of the value before, worsened worse by as much. On the share exactly is moved; no
    /// change at all never is. It takes noise for an effect: without any, of KPIs with a noise of 5 to 20 % it says "moved" of 12 to 40 in 100.
    /// </summary>
    /// <param name="materiality">The share of the value before, 0 or more; 0.05 asks 100 to become 105, or 95 where lower is better. The default of 0.05 is a
    /// choice.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="materiality"/> is below 0 or above 1,000.</exception>
    public static EffectReading PlainDifference(decimal materiality = 0.05m) =>
        new PlainReading(Require.Between(materiality, 0m, 1_000m, "a materiality is a share of the value before"));

    /// <summary>The share of the value before that a plain difference asks for; <see langword="null"/> of another reading.</summary>
    public virtual decimal? Materiality => null;

    /// <summary>Judges complete windows that both have values.</summary>
    /// <param name="before">The periods to compare with.</param>
    /// <param name="after">The periods in which the effect is looked for.</param>
    /// <returns>Whether the KPI moved.</returns>
    public abstract KpiMovement Judge(KpiWindow before, KpiWindow after);

    private sealed class PlainReading(decimal materiality) : EffectReading
    {
        public override decimal? Materiality => materiality;

        public override string ToString() => FormattableString.Invariant($"a plain difference of {materiality} or more of the value before");

        public override KpiMovement Judge(KpiWindow before, KpiWindow after)
        {
            Guard.Against.Null(before);
            if (KpiWindow.Difference(before, after) is not { } difference)
            {
                return KpiMovement.CannotTell;
            }

            var isMaterial = difference != 0m && Math.Abs(difference) >= materiality * Math.Abs(before.Value!.Value);
            return !isMaterial ? KpiMovement.NoSign : difference > 0m ? KpiMovement.Moved : KpiMovement.Worsened;
        }
    }
}
