using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>Dates as people and documents write them in every culture: <c>2026-07-01</c>.</summary>
internal static class IsoDate
{
    // Without the patterns of NodaTime, whose set-up costs more than a small review.
    internal static string Iso(this LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");
}
