using NodaTime;

namespace OkrKpi.Sql.Tests;

/// <summary>A row of a table of measurements.</summary>
public sealed record Row(string Kpi, string? Region, Instant At, decimal Value, decimal? Weight, long Id, LocalDate? Known = null, bool Restates = false)
{
    /// <summary>Its date, where a table keeps dates.</summary>
    public LocalDate Date { get; init; } = At.InUtc().Date;
}
