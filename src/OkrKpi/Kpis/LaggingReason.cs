using NodaTime;

namespace OkrKpi;

/// <summary>The KPI is behind its target.</summary>
/// <remarks>Immutable; compared by reference. Every number can be computed again from the period it names.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class LaggingReason : NeedReason
{
    private readonly Func<LaggingReason, Explanation> explain;
    private readonly Func<KpiPeriod> findSince;
    private readonly decimal? whole;
    private KpiPeriod? since;

    /// <summary>A reason that a period shows.</summary>
    /// <param name="evidence">The period.</param>
    /// <param name="since">Finds the period the reason goes back to; only asked when somebody wants to know.</param>
    /// <param name="gap">How far behind.</param>
    /// <param name="explain">Says it in words.</param>
    /// <param name="whole">What the gap is a share of; the target when left out.</param>
    internal LaggingReason(KpiPeriod evidence, Func<KpiPeriod> since, decimal? gap, Func<LaggingReason, Explanation> explain, decimal? whole = null)
    {
        this.whole = whole ?? evidence.Target?.Size;
        Evidence = evidence;
        findSince = since;
        Gap = gap;
        this.explain = explain;
    }

    /// <summary>A reason that goes back to nothing before the period that shows it.</summary>
    internal LaggingReason(KpiPeriod evidence, decimal? gap, Func<LaggingReason, Explanation> explain, decimal? whole = null)
        : this(evidence, () => evidence, gap, explain, whole)
    {
    }

    /// <summary>The period that shows it, with actual and target.</summary>
    public KpiPeriod Evidence { get; }

    /// <summary>
    /// The first period of the unbroken run of missed ones that the evidence ends; of a reading over several periods the first missed one among them.
    /// </summary>
    public KpiPeriod Since => since ??= findSince();

    /// <summary>
    /// How far behind, in the KPI's unit, below 0: of a complete period its gap, of a running one against what is due by now or against its projection, of a
    /// plan the sum of the gaps.
    /// <see langword="null"/> when the reason is that nothing was measured.
    /// </summary>
    public decimal? Gap { get; }

    /// <inheritdoc/>
    public override ReportingPeriod Period => Evidence.Period;

    /// <inheritdoc/>
    public override LocalDate StartedOn => Since.IsComplete ? Since.Period.End : Since.Period.Start;

    /// <inheritdoc/>
    public override decimal? GapShare => whole > 0m && Gap is { } gap ? Held.Quotient(gap, whole.Value) : null;

    /// <inheritdoc/>
    public override Explanation Explain() => explain(this);

    /// <summary>The same reason in other words.</summary>
    internal LaggingReason Saying(Func<LaggingReason, Explanation> other) => new(Evidence, findSince, Gap, other, whole);

    /// <summary>A missed period says why by itself.</summary>
    internal static LaggingReason Missed(KpiAssessment assessment, KpiPeriod evidence) =>
        new(evidence, () => assessment.MissedSince() ?? evidence, evidence.Gap, static reason => reason.Sentence(), evidence.Due?.Size);

    /// <summary>That the period of the evidence missed its target, and since when.</summary>
    internal Explanation Sentence()
    {
        var kpi = Evidence.Kpi;
        var isPart = !Evidence.Coverage.IsFull && Evidence.IsJudged;
        return Explanation.Of(
            (isPart, Since == Evidence) switch
            {
                (false, true) => "need.missed",
                (false, false) => "need.missedSince",
                (true, true) => "need.missedPart",
                (true, false) => "need.missedPartSince",
            },
            new Fact("kpi", kpi.Name), new Fact("period", Evidence.Period), new Fact("actual", Evidence.Actual, kpi.Unit),
            new Fact("target", Evidence.Target, kpi.Unit, kpi.Direction),
            new Fact("due", Evidence.Due, kpi.Unit), new Fact("gap", Evidence.Gap, kpi.Unit, kpi.Direction), new Fact("since", Since.Period),
            new Fact("present", (decimal)Evidence.Coverage.Present), new Fact("expected", (decimal)Evidence.Coverage.Expected));
    }
}
