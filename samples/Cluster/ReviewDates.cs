namespace Cluster;

/// <summary>The dates of the weekly review.</summary>
internal static class ReviewDates
{
    /// <summary>The last Sunday that is over: a review counts no half day.</summary>
    public static DateOnly LastSunday(DateOnly today) => today.AddDays(-(today.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)today.DayOfWeek));
}
