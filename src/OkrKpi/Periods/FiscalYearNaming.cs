namespace OkrKpi.Periods;

/// <summary>Which calendar year a fiscal year is named after when it spans two.</summary>
public enum FiscalYearNaming
{
    /// <summary>After the year it ends in: July 2023 to June 2024 is FY2024. The default, as in most companies and in pandas.</summary>
    ByEndYear = 1,

    /// <summary>After the year it starts in: July 2023 to June 2024 is FY2023.</summary>
    ByStartYear = 2,
}
