using NodaTime;

namespace OkrKpi.Sql;

/// <summary>As of when a query reads, and which columns tell.</summary>
internal sealed record SqlKnowledge(LocalDate AsOf, string Column, SqlTime Time, string? Restates);
