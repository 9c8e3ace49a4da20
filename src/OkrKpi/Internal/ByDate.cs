using NodaTime;

namespace OkrKpi;

/// <summary>Puts records in the order of their dates.</summary>
internal static class ByDate
{
    /// <summary>The records by date, those of one day in the order given; the same array where they are in order already, as they usually are.</summary>
    internal static T[] Sorted<T>(T[] records, Func<T, LocalDate> date)
    {
        for (var index = 1; index < records.Length; index++)
        {
            if (date(records[index]) < date(records[index - 1]))
            {
                return [.. records.OrderBy(date)];
            }
        }

        return records;
    }
}
