using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// A value of a process with its limits and what the rules say of it, as a flat record. Its columns are called as its properties, in camelCase.
/// </summary>
public sealed class TidyPoint
{
    internal TidyPoint(ProcessBehaviour behaviour, BehaviourPoint point)
    {
        Kpi = behaviour.Kpi?.Id.Value;
        KpiName = behaviour.Kpi?.Name;
        Unit = behaviour.Kpi?.Unit.ToString();
        Number = point.Number;
        Period = point.Period?.Label;
        PeriodStart = point.Period?.Start;
        PeriodEnd = point.Period?.End;
        Value = point.Value;
        MovingRange = point.MovingRange;
        Segment = point.Segment.First;
        Centre = point.Centre;
        Lower = point.Lower;
        Upper = point.Upper;
        Standing = point.Standing;
        Rule = point.Rules.Count == 0 ? null : point.Rules[0].ToString();
    }

    /// <summary>The id of the KPI; none for plain values.</summary>
    public string? Kpi { get; }

    /// <summary>The name of the KPI.</summary>
    public string? KpiName { get; }

    /// <summary>The unit of the numbers, as text.</summary>
    public string? Unit { get; }

    /// <summary>Its place in the series, 1 for the first; gaps count.</summary>
    public int Number { get; }

    /// <summary>Its period; none for plain values.</summary>
    public string? Period { get; }

    /// <summary>The first day of its period.</summary>
    public LocalDate? PeriodStart { get; }

    /// <summary>The last day of its period.</summary>
    public LocalDate? PeriodEnd { get; }

    /// <summary>The value.</summary>
    public decimal Value { get; }

    /// <summary>How far it lies from the point before; none for the first and after a gap.</summary>
    public decimal? MovingRange { get; }

    /// <summary>The number of the first point of its segment: points of one segment have the same limits, but for seasons.</summary>
    public int Segment { get; }

    /// <summary>The centre it is held against; none without limits.</summary>
    public decimal? Centre { get; }

    /// <summary>The lower limit it is held against.</summary>
    public decimal? Lower { get; }

    /// <summary>The upper limit it is held against.</summary>
    public decimal? Upper { get; }

    /// <summary>What it says: noise, or which signal.</summary>
    public Variation Standing { get; }

    /// <summary>The most telling rule that sees a signal at it, in English; none for noise.</summary>
    public string? Rule { get; }
}
