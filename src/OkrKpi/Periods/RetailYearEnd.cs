namespace OkrKpi.Periods;

/// <summary>On which of its weekdays a retail year ends.</summary>
public enum RetailYearEnd
{
    /// <summary>The last such weekday inside the month.</summary>
    LastOfMonth = 1,

    /// <summary>Such a weekday, the nearest to the last day of the month, up to three days before or after it.</summary>
    NearestToMonthEnd = 2,
}
