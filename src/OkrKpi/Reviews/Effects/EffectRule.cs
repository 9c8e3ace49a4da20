using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>How the effect of an objective on a KPI is looked for: after which lag, compared with which periods, and by which reading.</summary>
/// <remarks>
/// Immutable; every method returns a new rule. The default compares the KPI's whole periods inside the cycle with those before it, without a lag, and says
/// <em>moved</em> or <em>worsened</em> only of what is more than noise (<see cref="EffectReading.BeyondNoise"/>). An effect may come later than the work
/// (article fact L3): declare the lag before looking. <c>EffectRule.Default.With(EffectReading.PlainDifference())</c> is the plain difference of 5 %.
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

    /// <summary>No lag, beyond the noise of the periods before.</summary>
    public static EffectRule Default { get; } = new(0, EffectBaseline.PeriodsBefore, EffectReading.BeyondNoise);

    /// <summary>How many of the KPI's periods later than the work the effect is looked for.</summary>
    public int Lag { get; private set; }

    /// <summary>
    /// What a reading that compares two windows of the same length compares with; <see cref="EffectReading.BeyondNoise"/> always looks at the periods before,
    /// and recognises a season by itself.
    /// </summary>
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

    /// <summary>Looks for the effect on a KPI that something done in a cycle had, where the KPI lags by the default rule.</summary>
    /// <param name="assessment">The KPI on the date of looking.</param>
    /// <param name="cycle">The cycle of the work; before its end the answer is what an effect would take to be seen.</param>
    /// <returns>What was seen before, during and after.</returns>
    public KpiEffect Apply(KpiAssessment assessment, Cycle cycle) => Apply(assessment, cycle, OkrNeedRule.Default);

    /// <summary>Looks for the effect on a KPI that something done in a cycle had.</summary>
    /// <param name="assessment">The KPI on the date of looking.</param>
    /// <param name="cycle">The cycle of the work; before its end the answer is what an effect would take to be seen.</param>
    /// <param name="needs">The rule by which the KPI was seen to lag: the periods it looked at for that are left out, because they are low by choice.</param>
    /// <returns>What was seen before, during and after.</returns>
    public KpiEffect Apply(KpiAssessment assessment, Cycle cycle, OkrNeedRule needs)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(cycle);
        Guard.Against.Null(needs);
        if (!assessment.Kpi.Cadence.TilesDates)
        {
            return KpiEffect.Unknown(assessment, cycle, this);
        }

        var isOfNoise = Reading is NoiseReading;
        var measured = isOfNoise ? assessment.InMeasuringPeriods() : assessment;
        var kpi = measured.Kpi;

        // Whole periods only; and where time itself begins or ends there is nothing to compare with.
        var (opening, closing) = kpi.EndsOf(cycle.Start, cycle.End);
        var skipped = opening.Start < cycle.Start ? 1 : 0;
        var count = kpi.StepsBetween(opening, closing) + 1 - skipped - (closing.End > cycle.End ? 1 : 0);
        if (
            count <= 0 || LagOf(assessment.Kpi, kpi, cycle) is not { } shift || kpi.PlusOrNull(opening, skipped) is not { } first
                || kpi.PlusOrNull(first, count) is not { } next || kpi.PlusOrNull(first, shift) is not { } start
                || kpi.PlusOrNull(first, shift + count + count) is null
                || (isOfNoise ? kpi.PlusOrNull(first, -skipped - 1)
                    : Baseline == EffectBaseline.PeriodsBefore ? kpi.PlusOrNull(first, -skipped - count)
                    : AYearBefore(kpi, start)) is not { } compared)
        {
            return KpiEffect.Unknown(assessment, cycle, this);
        }

        var (during, after, looked) = (Window(first), Window(next), Window(start));
        if (!isOfNoise)
        {
            return new(assessment, cycle, this, Window(compared), during, after, looked, null);
        }

        var leftOut = Trigger(assessment, cycle, needs);
        return new(
            assessment, cycle, this,
            KpiWindow.Before(measured, compared, Effects.BeforeAfter.MostBefore, leftOut, period => !measured.IsRedefined(period.Start, looked.Last.End)),
            during, after, looked, leftOut);

        KpiWindow Window(ReportingPeriod from) => KpiWindow.Of(measured, from, count);
    }

    /// <summary>The policies, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Reading is NoiseReading
        ? FormattableString.Invariant($"after {Lag} periods, {Reading}")
        : FormattableString.Invariant($"after {Lag} periods, compared with {Baseline}, {Reading}");

    // The lag is declared in the KPI's own periods, which may be of several measuring periods.
    private int? LagOf(Kpi kpi, Kpi measured, Cycle cycle)
    {
        if (kpi.Cadence == measured.Cadence)
        {
            return Lag;
        }

        var from = kpi.PeriodOf(cycle.Start);
        return from.PlusOrNull(Lag) is { } later ? measured.PeriodOf(from.Start).StepsTo(measured.PeriodOf(later.Start)) : null;
    }

    // On the same weekday; where that was no business day, the one it counts with.
    private static ReportingPeriod? AYearBefore(Kpi kpi, ReportingPeriod period) =>
        period.PlusOrNull(-kpi.Cadence.StepsBackAYear) is { } before ? kpi.PlusOrNull(before, 0) : null;

    // What was looked at to see, on the eve of the cycle, that the KPI lags: what shows it, and over several periods the latest judged ones.
    private static DateInterval? Trigger(KpiAssessment assessment, Cycle cycle, OkrNeedRule needs)
    {
        if (cycle.Start <= Require.FirstDate)
        {
            return null;
        }

        var eve = LocalDate.Min(cycle.Start.PlusDays(-1), assessment.AsOf);
        var then = eve == assessment.AsOf ? assessment : assessment.On(eve);
        var reading = assessment.Kpi.Lagging ?? needs.Lagging;
        if (reading.Check(then)?.Evidence.Period is not { } shown)
        {
            return null;
        }

        var window = reading.Window(then);
        ReportingPeriod[] looked = [shown, .. window == 1 ? [] : then.JudgedBackwards().Take(window).Select(static each => each.Period)];
        return new(looked.Min(static each => each.Start), LocalDate.Min(looked.Max(static each => each.End), eve));
    }

    private EffectRule Changed(Action<EffectRule> change)
    {
        var copy = (EffectRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
