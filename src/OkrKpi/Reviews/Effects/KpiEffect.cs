using NodaTime;

namespace OkrKpi;

/// <summary>A KPI before, during and after a cycle in which an objective addressed it, and whether it moved.</summary>
/// <remarks>Immutable; compared by reference. Says what coincided, not what caused it.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiEffect
{
    private readonly bool isRedefined;

    internal KpiEffect(KpiAssessment assessment, Cycle cycle, EffectRule rule, KpiWindow? before, KpiWindow? during, KpiWindow? after, KpiWindow? looked)
    {
        Kpi = assessment.Kpi;
        AsOf = assessment.AsOf;
        Cycle = cycle;
        Rule = rule;
        Before = before;
        During = during;
        After = after;
        Looked = looked;
        isRedefined = before is not null && looked is not null && assessment.IsRedefined(before.First.Start, looked.Last.End);
        Movement = before is null || looked is null || isRedefined ? KpiMovement.NotMeasurable
            : !looked.Last.IsCompleteAsOf(AsOf) ? KpiMovement.TooEarly
            : before.Value is null || looked.Value is null ? KpiMovement.NotMeasurable
            : Require.Defined(rule.Reading.Judge(before, looked));
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

    /// <summary>Whether the KPI moved.</summary>
    public KpiMovement Movement { get; }

    /// <summary>How much better it became, in the KPI's unit; negative is worse; <see langword="null"/> while that cannot be told.</summary>
    public decimal? Difference => Movement is KpiMovement.Moved or KpiMovement.NotMoved ? KpiWindow.Difference(Before!, Looked!) : null;

    /// <summary>The date from which the effect can be told; <see langword="null"/> when it never can.</summary>
    public LocalDate? ReadableFrom => Looked?.Last.End;

    /// <summary>Why, in words.</summary>
    /// <returns>The judgement, resting on the windows.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Movement switch
            {
                KpiMovement.Moved => "effect.moved",
                KpiMovement.NotMoved => "effect.notMoved",
                KpiMovement.TooEarly => "effect.tooEarly",
                KpiMovement.NotMeasurable => isRedefined ? "effect.redefined" : Before is null ? "effect.noWholePeriod" : "effect.notMeasurable",
            },
            new Fact("kpi", Kpi.Name), new Fact("cycle", Cycle.Name), new Fact("before", Before?.Value, Kpi.Unit), new Fact("now", Looked?.Value, Kpi.Unit),
            new Fact("difference", Difference, Kpi.Unit), new Fact("readableFrom", ReadableFrom), new Fact("cadence", Kpi.Cadence))
        .Resting(
            new[] { Before?.Explain("effect.before"), During?.Explain("effect.during"), Rule.Lag > 0 ? After?.Explain("effect.after")
                : null }.OfType<Explanation>());

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
