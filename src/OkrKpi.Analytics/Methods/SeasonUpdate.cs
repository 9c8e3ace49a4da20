namespace OkrKpi.Analytics;

/// <summary>What a season is learned from; with the same weight the two give different numbers.</summary>
public enum SeasonUpdate
{
    /// <summary>From how far the value is off the level expected before it: the form of textbooks and of R's <c>ets</c>.</summary>
    FromExpectedLevel = 1,

    /// <summary>From how far the value is off the level after it: the form of R's <c>HoltWinters</c>.</summary>
    FromNewLevel = 2,
}
