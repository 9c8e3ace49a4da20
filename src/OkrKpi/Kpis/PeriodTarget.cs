namespace OkrKpi;

/// <summary>The target of a period as known on a date, which may be derived from the targets of shorter or longer periods.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PeriodTarget
{
    internal PeriodTarget(ReportingPeriod period, Target? target, bool isDerived)
    {
        Period = period;
        Target = target;
        IsDerived = isDerived;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The target; <see langword="null"/> when none was known, or when none can be derived for a period of another cadence.</summary>
    public Target? Target { get; }

    /// <summary>Whether nobody decided this number: it adds up the targets of shorter periods, or is an even part of a longer one's.</summary>
    public bool IsDerived { get; }

    /// <summary>Period, target and whether it is derived, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Period}: {Target?.ToString() ?? "no target"}{(IsDerived ? ", derived" : "")}";
}
