namespace OkrKpi.Periods;

/// <summary>How much of an earlier period a running one is compared with.</summary>
public enum SpanToDate
{
    /// <summary>As many days from its start: 1 January to 1 March 2024 with 61 days of 2023, to 2 March. The default.</summary>
    SameNumberOfDays = 1,

    /// <summary>
    /// To the same day of its month: 1 January to 1 March 2024 with 1 January to 1 March 2023. In weeks it is the same as the number of days.
    /// </summary>
    SameDates = 2,
}
