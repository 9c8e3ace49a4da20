namespace OkrKpi;

/// <summary>How often a metric has a value, from the shortest to the longest period.</summary>
public enum Cadence
{
    /// <summary>Every hour of the calendar's time zone.</summary>
    Hour = 1,

    /// <summary>Every local day.</summary>
    Day = 2,

    /// <summary>Every week of the calendar's week rule.</summary>
    Week = 3,

    /// <summary>Every month.</summary>
    Month = 4,

    /// <summary>Every quarter of the fiscal year.</summary>
    Quarter = 5,

    /// <summary>Every half of the fiscal year.</summary>
    HalfYear = 6,

    /// <summary>Every fiscal year.</summary>
    Year = 7,

    /// <summary>Whenever it happens, such as per release; each day on which it happened is a period of its own.</summary>
    Event = 8,
}
