using NodaTime;

namespace OkrKpi.Periods;

/// <summary>The part of a period that counts to a longer one.</summary>
/// <remarks>Equal when all parts are equal. The default value is no share, of the year 1.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly record struct PeriodShare
{
    internal PeriodShare(ReportingPeriod period, LocalDate start, LocalDate end, decimal share)
    {
        Period = period;
        Start = start;
        End = end;
        Share = share;
    }

    /// <summary>The longer period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The first date that counts to it.</summary>
    public LocalDate Start { get; }

    /// <summary>The last date that counts to it, included.</summary>
    public LocalDate End { get; }

    /// <summary>The part of the shorter period, above 0 to 1: two days of a week are 2/7.</summary>
    public decimal Share { get; }
}
