using NodaTime;

namespace OkrKpi;

/// <summary>The KPI's target was made more ambitious than it was known to be before.</summary>
/// <remarks>
/// Immutable; compared by reference. Open from the day of the decision until the first period it governs is judged, and for 28 days at least. Of several open
/// raises the latest decision is told,
/// from the target that held before all of them.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetRaisedReason : NeedReason
{
    private readonly Kpi kpi;
    private readonly KpiPeriod? judged;
    private readonly TargetRaise[] others;

    internal TargetRaisedReason(KpiAssessment assessment, TargetRaise raise, TargetRaise[] others)
    {
        (kpi, judged) = (assessment.Kpi, assessment.Judged);
        Raise = raise;
        this.others = others;
    }

    /// <summary>The raise told.</summary>
    public TargetRaise Raise { get; }

    /// <summary>The other open raises, the latest decision first; they may be no reason by themselves.</summary>
    public IReadOnlyList<TargetRaise> Others => others;

    /// <summary>The first whole period the raised target applies to.</summary>
    public override ReportingPeriod Period => Raise.Period;

    /// <summary>The target that held for that period before all open raises of it.</summary>
    public Target Before => Raise.Before;

    /// <summary>The target known for it now.</summary>
    public Target Now => Raise.Now;

    /// <summary>The decision that raised it.</summary>
    public TargetDecision Decision => Raise.Decision;

    /// <summary>
    /// How far the latest judged period is from the raised target, in the KPI's unit: -200 for 100 where 300 is wanted. <see langword="null"/> when none is
    /// judged.
    /// </summary>
    public decimal? Gap => judged?.Actual is { } actual ? Now.Gap(actual, kpi.Direction) : null;

    /// <inheritdoc/>
    public override LocalDate StartedOn => Decision.DecidedOn;

    /// <inheritdoc/>
    public override decimal? GapShare => Now.Size > 0m && Gap is { } gap ? Held.Quotient(gap, Now.Size) : null;

    /// <inheritdoc/>
    public override Explanation Explain() => others.Length == 0 ? Raise.Explain() : Raise.Explain().Resting(others.Select(static other => other.Explain()));
}
