namespace OkrKpi.Periods;

/// <summary>Which week of a calendar year is week 1.</summary>
/// <remarks>It also says which year and month a week at a boundary belongs to, so that week 1 never lies in the year before.</remarks>
public enum FirstWeek
{
    /// <summary>
    /// The first week with at least four of its days in the year, so that a week belongs where its fourth day lies: Thursday for weeks from Monday (ISO 8601).
    /// The default.
    /// </summary>
    WithFourDays = 1,

    /// <summary>The week that contains 1 January, as in the United States with weeks from Sunday: a week belongs where its last day lies.</summary>
    WithJanuaryFirst = 2,

    /// <summary>The first week that lies wholly in the year: a week belongs where its first day lies.</summary>
    FullWeek = 3,
}
