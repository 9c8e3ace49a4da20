using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>How the effect of an objective on a KPI is looked for: after which lag, compared with which periods, and by which reading.</summary>
/// <remarks>
/// Immutable; every method returns a new rule. The default compares the KPI's whole periods inside the cycle with as many just before it, without a lag, by
/// <see cref="EffectReading.PlainDifference(decimal)"/>. An effect may come later than the work (article fact L3): declare the lag before looking.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class EffectRule
{
    private EffectRule(int lag, EffectBaseline baseline, EffectReading reading)
    {
        Lag = lag;
        Baseline = baseline;
        Reading = reading;
    }

    /// <summary>No lag, compared with the periods before, by the plain difference.</summary>
    public static EffectRule Default { get; } = new(0, EffectBaseline.PeriodsBefore, EffectReading.PlainDifference());

    /// <summary>How many of the KPI's periods later than the work the effect is looked for.</summary>
    public int Lag { get; private set; }

    /// <summary>What is compared with.</summary>
    public EffectBaseline Baseline { get; private set; }

    /// <summary>How the values are judged.</summary>
    public EffectReading Reading { get; private set; }

    /// <summary>The rule with a declared lag.</summary>
    /// <param name="periods">Periods of the KPI's cadence: 1 looks one month later at a monthly KPI.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 0 or above 1,000.</exception>
    public EffectRule AfterLag(int periods) =>
        Changed(copy => copy.Lag = (int)Require.Between(periods, 0, 1_000, "a lag is a number of periods", nameof(periods)));

    /// <summary>The rule with other periods to compare with.</summary>
    /// <param name="baseline">The periods.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is undefined.</exception>
    public EffectRule ComparedWith(EffectBaseline baseline) => Changed(copy => copy.Baseline = Require.Defined(baseline));

    /// <summary>The rule with another reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The rule.</returns>
    public EffectRule With(EffectReading reading) => Changed(copy => copy.Reading = Guard.Against.Null(reading));

    /// <summary>Looks for the effect on a KPI that something done in a cycle had.</summary>
    /// <param name="assessment">The KPI on the date of looking.</param>
    /// <param name="cycle">The cycle of the work.</param>
    /// <returns>What was seen before, during and after.</returns>
    public KpiEffect Apply(KpiAssessment assessment, Cycle cycle)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(cycle);
        var kpi = assessment.Kpi;
        if (!kpi.Cadence.TilesDates)
        {
            return new(assessment, cycle, this, null, null, null, null);
        }

        // Whole periods only; and where time itself begins or ends there is nothing to compare with.
        var (opening, closing) = (kpi.PeriodOf(cycle.Start), kpi.PeriodOf(cycle.End));
        var skipped = opening.Start < cycle.Start ? 1 : 0;
        var count = opening.StepsTo(closing) + 1 - skipped - (closing.End > cycle.End ? 1 : 0);
        var back = Baseline == EffectBaseline.PeriodsBefore ? count : kpi.Cadence.StepsBackAYear - Lag;
        if (
            count <= 0 || opening.PlusOrNull(skipped) is not { } first || first.PlusOrNull(-back) is not { } compared
                || first.PlusOrNull(Lag + count + count) is null)
        {
            return new(assessment, cycle, this, null, null, null, null);
        }

        return new(assessment, cycle, this, Window(compared), Window(first), Window(first.Plus(count)), Window(first.Plus(Lag)));

        KpiWindow Window(ReportingPeriod from) => KpiWindow.Of(assessment, from, count);
    }

    /// <summary>The policies, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"after {Lag} periods, compared with {Baseline}, {Reading}");

    private EffectRule Changed(Action<EffectRule> change)
    {
        var copy = (EffectRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
