namespace OkrKpi.Scoring;

/// <summary>How many days of a cycle have passed on a date; products disagree, so it has a name.</summary>
public enum ElapsedDays
{
    /// <summary>
    /// The date counts, as its close is meant: the 14th of 30 days is 14/30, the last day is all (Engagedly, Profit.co, Metabase). The default.
    /// </summary>
    IncludingToday = 1,

    /// <summary>The date does not count, as its beginning is meant: the 14th of 30 days is 13/30 (Toolkit for YNAB).</summary>
    ExcludingToday = 2,

    /// <summary>The first day is 0 and the last day is all: the 14th of 30 days is 13/29 (Viva Goals). A cycle of one day is all on that day.</summary>
    FromFirstToLastDay = 3,
}
