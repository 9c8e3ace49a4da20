using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How a KPI stands on a date, as a flat record. Its columns are called as its properties, in camelCase.</summary>
public sealed class TidyKpi
{
    internal TidyKpi(PortfolioReview review, KpiAssessment assessment, OkrNeedState? need)
    {
        AsOf = review.AsOf;
        Kpi = assessment.Kpi.Id.Value;
        KpiName = assessment.Kpi.Name;
        Owner = assessment.Kpi.Owner;
        Group = assessment.Kpi.Group;
        Unit = assessment.Kpi.Unit.ToString();
        Direction = assessment.Kpi.Direction;
        Status = assessment.Status;
        Trend = assessment.Trend;
        Need = need;
        Period = assessment.Shown?.Period.Label;
        PeriodStart = assessment.Shown?.Period.Start;
        PeriodEnd = assessment.Shown?.Period.End;
        Actual = assessment.Shown?.Actual;
        Target = assessment.Shown?.Target?.Value;
        TargetLow = assessment.Shown?.Target?.Band?.Low;
        TargetHigh = assessment.Shown?.Target?.Band?.High;
        Gap = assessment.Shown?.Gap;
        Attainment = assessment.Shown?.Attainment;
    }

    /// <summary>The date of the review.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The id of the KPI.</summary>
    public string Kpi { get; }

    /// <summary>The name of the KPI.</summary>
    public string KpiName { get; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; }

    /// <summary>The group it is shown in.</summary>
    public string? Group { get; }

    /// <summary>The unit of the numbers, as text.</summary>
    public string Unit { get; }

    /// <summary>Which values are better.</summary>
    public Direction Direction { get; }

    /// <summary>How it stands.</summary>
    public KpiStatus Status { get; }

    /// <summary>Better or worse than the period before.</summary>
    public Trend Trend { get; }

    /// <summary>Whether it needs an OKR.</summary>
    public OkrNeedState? Need { get; }

    /// <summary>The period it rests on: the latest judged one, and before any can be judged the latest complete one.</summary>
    public string? Period { get; }

    /// <summary>Its first day.</summary>
    public LocalDate? PeriodStart { get; }

    /// <summary>Its last day.</summary>
    public LocalDate? PeriodEnd { get; }

    /// <summary>Its value.</summary>
    public decimal? Actual { get; }

    /// <summary>Its target, where that is a number.</summary>
    public decimal? Target { get; }

    /// <summary>The low end of its target, where that is a band.</summary>
    public decimal? TargetLow { get; }

    /// <summary>The high end of its target, where that is a band.</summary>
    public decimal? TargetHigh { get; }

    /// <summary>How far the value is from the target; below 0 the target is missed.</summary>
    public decimal? Gap { get; }

    /// <summary>The share of the target that is reached.</summary>
    public decimal? Attainment { get; }
}
