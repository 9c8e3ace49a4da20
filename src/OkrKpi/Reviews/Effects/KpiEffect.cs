using NodaTime;
using OkrKpi.Effects;

namespace OkrKpi;

/// <summary>A KPI before, during and after a cycle in which an objective addressed it, and whether it moved.</summary>
/// <remarks>Immutable; compared by reference. Says what coincided, not what caused it.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiEffect
{
    private readonly bool isRedefined;

    internal KpiEffect(
        KpiAssessment assessment, Cycle cycle, EffectRule rule, KpiWindow before, KpiWindow during, KpiWindow after, KpiWindow looked, DateInterval? leftOut)
        : this(assessment, cycle, rule)
    {
        (Before, During, After, Looked) = (before, during, after, looked);
        LeftOut = leftOut;
        ReadableFrom = KpiPeriod.DueOnOf(looked.Last, Kpi.PublicationDelay);
        var isTooEarly = !looked.Last.IsCompleteAsOf(AsOf) || (ReadableFrom > AsOf && !(looked.Periods is [.., var latest] && latest.Period == looked.Last));
        if (rule.Reading is not NoiseReading)
        {
            isRedefined = assessment.IsRedefined(before.First.Start, looked.Last.End);
            Movement = isRedefined ? KpiMovement.CannotTell
                : isTooEarly ? KpiMovement.TooEarly
                : before.Value is null || looked.Value is null ? KpiMovement.CannotTell
                : Require.Defined(rule.Reading.Judge(before, looked));
            return;
        }

        var later = isTooEarly
            ? Enumerable.Range(0, looked.Coverage.Expected).Select(step => looked.Kpi.PlusOrNull(looked.First, step)!.Value)
            : looked.Periods.Select(static period => period.Period);
        Verdict = NoiseReading.Compare(before, looked, later, isTooEarly);
        isRedefined = Verdict is { Ground: EffectGround.TooFewBefore or EffectGround.TooFewAfter }
            && assessment.IsRedefined(EarliestCompared(before), looked.Last.End);
        Movement = isRedefined ? KpiMovement.CannotTell : isTooEarly ? KpiMovement.TooEarly : Verdict?.Movement ?? KpiMovement.CannotTell;
    }

    private KpiEffect(KpiAssessment assessment, Cycle cycle, EffectRule rule)
    {
        Kpi = assessment.Kpi;
        AsOf = assessment.AsOf;
        Cycle = cycle;
        Rule = rule;
        Movement = KpiMovement.CannotTell;
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The date of looking; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The cycle of the work.</summary>
    public Cycle Cycle { get; }

    /// <summary>By what the effect was looked for.</summary>
    public EffectRule Rule { get; }

    /// <summary>The periods to compare with; <see langword="null"/> when no whole period of the KPI lies in the cycle.</summary>
    public KpiWindow? Before { get; }

    /// <summary>The whole periods inside the cycle.</summary>
    public KpiWindow? During { get; }

    /// <summary>As many periods following the cycle, as far as they are over.</summary>
    public KpiWindow? After { get; }

    /// <summary>The periods in which the effect is looked for: those of the cycle, moved by the declared lag.</summary>
    public KpiWindow? Looked { get; }

    /// <summary>
    /// The dates that were looked at to see, on the eve of the cycle, that the KPI lags, and that are no part of <see cref="Before"/>; <see langword="null"/>
    /// when it did not lag, or by another reading than <see cref="EffectReading.BeyondNoise"/>.
    /// </summary>
    public DateInterval? LeftOut { get; }

    /// <summary>Whether the KPI moved.</summary>
    public KpiMovement Movement { get; }

    /// <summary>
    /// The numbers it rests on, those known before the effect can be read included; <see langword="null"/> by another reading than
    /// <see cref="EffectReading.BeyondNoise"/>, and where nothing says what is better. They are in the KPI's unit, and for one that is good within a band of
    /// the distance inside it.
    /// </summary>
    public EffectVerdict? Verdict { get; }

    /// <summary>How much better it became, in the KPI's unit; negative is worse; <see langword="null"/> while that cannot be told.</summary>
    public decimal? Difference => Movement is KpiMovement.TooEarly or KpiMovement.CannotTell ? null
        : Verdict is { Plain.Difference: { } difference } ? Sign * BeforeAfter.Amount(difference)
        : Verdict is null ? KpiWindow.Difference(Before!, Looked!)
        : null;

    /// <summary>
    /// The lower end of the 90 % interval of <see cref="Difference"/>; <see langword="null"/> without it, and by another reading than
    /// <see cref="EffectReading.BeyondNoise"/>.
    /// </summary>
    public decimal? Low => Verdict?.Plain is { } plain && Difference is { } difference ? difference - BeforeAfter.Amount(plain.Margin) : null;

    /// <summary>The upper end of the 90 % interval of <see cref="Difference"/>; <see langword="null"/> as with <see cref="Low"/>.</summary>
    public decimal? High => Verdict?.Plain is { } plain && Difference is { } difference ? difference + BeforeAfter.Amount(plain.Margin) : null;

    /// <summary>
    /// The smallest change for the better that would be a sign, in the KPI's unit; known before the cycle ends, so that a team sees what it could learn.
    /// <see langword="null"/> when nobody can tell, or no change over so few periods can be a sign.
    /// </summary>
    public decimal? SmallestGain => isRedefined ? null
        : Verdict is not null ? (Verdict.CanShowGain ? Verdict.SmallestGain : null)
        : Rule.Reading.Materiality is { } share && Before?.Value is { } value ? share * Math.Abs(value)
        : null;

    /// <summary>
    /// The change for the better that the plan wants, in the KPI's unit: from where the KPI stood before to its target for the last period in which the effect
    /// is looked for. 0 or below for who is there already; <see langword="null"/> without a target or values before.
    /// </summary>
    public decimal? Hoped => From is not { } from || TargetAtEnd is not { } target ? null
        : Kpi.Direction switch
        {
            Direction.HigherIsBetter => target.Value - from,
            Direction.LowerIsBetter => from - target.Value,
            Direction.WithinBand => Verdict is not null ? -from : -target.Band?.Margin(from),
            Direction.None => null,
        };

    /// <summary>
    /// Whether what was done was the wrong lever for this KPI: it worsened, or it shows no sign although the change hoped for would have been one.
    /// </summary>
    public bool IsWrongLever => Movement == KpiMovement.Worsened || (Movement == KpiMovement.NoSign && SmallestGain <= Hoped);

    /// <summary>
    /// The first date on which the effect can be told, when the figures are to be known; <see langword="null"/> when it never can.
    /// </summary>
    public LocalDate? ReadableFrom { get; }

    /// <summary>Why, in words.</summary>
    /// <returns>The judgement, resting on the windows.</returns>
    public Explanation Explain() => EffectWords.Of(this, isRedefined);

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What cannot be told, because no whole period lies in the cycle.</summary>
    internal static KpiEffect Unknown(KpiAssessment assessment, Cycle cycle, EffectRule rule) => new(assessment, cycle, rule);

    /// <summary>What the sentences of what could be seen speak of.</summary>
    internal Fact[] SmallestFacts() => EffectWords.SmallestFacts(this);

    private int Sign => Kpi.Direction == Direction.LowerIsBetter ? -1 : 1;

    private decimal? From => Verdict is { } verdict ? verdict.Centre : Before?.Value;

    // Of an amount that adds up the part of a measuring period; of all others that of the period it lies in.
    private Target? TargetAtEnd => Looked?.Last is not { } last ? null
        : last.Cadence == Kpi.Cadence || Kpi.Aggregation.Additivity() == Additivity.Additive ? Kpi.TargetOver(last, AsOf).Target
        : Kpi.TargetOver(Kpi.PeriodOf(last.End), AsOf).Target;

    // The first day of the period before all that could be compared: what was redefined since is why there are no more of them.
    private LocalDate EarliestCompared(KpiWindow before)
    {
        var first = LeftOut is { } span && before.Kpi.PeriodOf(span.Start) is var trigger && trigger < before.First ? trigger : before.First;
        return (before.Kpi.PlusOrNull(first, -1) ?? first).Start;
    }
}
