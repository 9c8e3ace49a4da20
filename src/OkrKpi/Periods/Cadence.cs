namespace OkrKpi;

/// <summary>How often a metric has a value, from the shortest to the longest period.</summary>
public enum Cadence
{
    /// <summary>Every hour of the calendar's time zone.</summary>
    Hour = 1,

    /// <summary>Every local day.</summary>
    Day,

    /// <summary>Every week of the calendar's week rule.</summary>
    Week,

    /// <summary>Every month.</summary>
    Month,

    /// <summary>Every quarter of the fiscal year.</summary>
    Quarter,

    /// <summary>Every half of the fiscal year.</summary>
    HalfYear,

    /// <summary>Every fiscal year.</summary>
    Year,

    /// <summary>Whenever it happens, such as per release; each day on which it happened is a period of its own.</summary>
    Event,
}
