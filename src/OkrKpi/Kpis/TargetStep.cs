namespace OkrKpi;

/// <summary>The target of a period against that of an earlier period, as both are known on the date of an assessment.</summary>
/// <remarks>Immutable; compared by reference. A step may have been planned long before; what was decided anew says <see cref="Kpi.TargetRevisions"/>.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetStep
{
    internal TargetStep(KpiPeriod earlier, KpiPeriod period, TargetChange change)
    {
        Earlier = earlier;
        Period = period;
        Change = change;
    }

    /// <summary>The earlier period.</summary>
    public KpiPeriod Earlier { get; }

    /// <summary>The period, the first with the new target.</summary>
    public KpiPeriod Period { get; }

    /// <summary>What the later target is to the earlier one.</summary>
    public TargetChange Change { get; }

    /// <summary>The step in words.</summary>
    /// <returns>A sentence.</returns>
    public Explanation Explain() => Explanation.Of(
        "target.step",
        new Fact("kpi", Period.Kpi.Name), new Fact("before", Earlier.Target, Period.Kpi.Unit), new Fact("after", Period.Target, Period.Kpi.Unit),
        new Fact("earlier", Earlier.Period), new Fact("period", Period.Period), new Fact("change", Change));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
