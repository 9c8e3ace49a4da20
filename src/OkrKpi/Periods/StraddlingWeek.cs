namespace OkrKpi.Periods;

/// <summary>What becomes of a week that begins in one month, quarter or year and ends in the next.</summary>
public enum StraddlingWeek
{
    /// <summary>
    /// It belongs as a whole to the one its deciding day lies in, Thursday for ISO weeks. The default; what was counted in the week stays together.
    /// </summary>
    Whole = 1,

    /// <summary>It is split by days: 29 June to 5 July counts 2/7 to June and 5/7 to July. Only for what adds up, such as a number of leads.</summary>
    SplitByDays = 2,
}
