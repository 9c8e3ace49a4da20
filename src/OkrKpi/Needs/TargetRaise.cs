namespace OkrKpi;

/// <summary>
/// A raise of a KPI's target that is open on a date: from the day it was decided until the first period it governs is judged, and for 28 days at least.
/// </summary>
/// <remarks>Immutable; compared by reference. It is told also where it is no reason for an OKR; <see cref="Standing"/> says which.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetRaise
{
    private readonly Kpi kpi;
    private readonly KpiPeriod? judged;
    private readonly Tolerance margin;

    internal TargetRaise(KpiAssessment assessment, TargetLedger.Entry entry, Target before, Target now, Tolerance margin, RaiseStanding standing)
    {
        (kpi, judged) = (assessment.Kpi, assessment.Judged);
        this.margin = margin;
        (Decision, Period, Before, Now, Standing) = (entry.Decision, entry.Period, before, now, standing);
    }

    /// <summary>The decision; of a plan the one for the first period it raised.</summary>
    public TargetDecision Decision { get; }

    /// <summary>The first whole period it raised.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>
    /// The target it was raised from: that which held before all open raises of the period; of a raise that a later one went beyond, the one it was compared
    /// with itself.
    /// </summary>
    public Target Before { get; }

    /// <summary>The target known for the period now; of a raise that a later one of the same period went beyond, the target it set itself.</summary>
    public Target Now { get; }

    /// <summary>What it means.</summary>
    public RaiseStanding Standing { get; }

    /// <summary>
    /// How much more it asks for, as a share of the target before: 0.02 for 100 to 102. <see langword="null"/> where the target before was 0 or an open end of
    /// a band was closed.
    /// </summary>
    public decimal? Share =>
        Before.Size >= Require.SmallestRange && Now.RaisedBy(Before) is var by and <= Require.LargestAmount ? Held.Quotient(by, Before.Size) : null;

    /// <summary>The raise in words.</summary>
    /// <returns>A sentence: what was raised, from when, and why it is no reason where it is none.</returns>
    public Explanation Explain() => Explanation.Of(Standing switch
    {
        RaiseStanding.AsksForAnOkr => (Decision.IsDayStated, Decision.Because) switch
        {
            (true, null) => "need.targetRaised",
            (true, _) => "need.targetRaisedBecause",
            (false, null) => "need.targetRaisedUndated",
            (false, _) => "need.targetRaisedUndatedBecause",
        },
        RaiseStanding.WithinMargin => margin.Amount == 0m && Share is not null ? "raise.withinMargin" : "raise.withinAmount",
        RaiseStanding.ReachedAlready => "raise.reachedAlready",
        RaiseStanding.FarAhead => "raise.farAhead",
    },
        new Fact("kpi", kpi.Name), new Fact("before", Before, kpi.Unit), new Fact("now", Now, kpi.Unit), new Fact("period", Period),
        new Fact("decidedOn", Decision.DecidedOn), new Fact("because", Decision.Because), new Fact("share", Share), new Fact("margin", margin.Share),
        new Fact("by", Now.RaisedBy(Before) is var by and <= Require.LargestAmount ? by : null, kpi.Unit), new Fact("amount", margin.Of(Before), kpi.Unit),
        new Fact("actual", judged?.Actual, kpi.Unit), new Fact("judged", judged?.Period));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
