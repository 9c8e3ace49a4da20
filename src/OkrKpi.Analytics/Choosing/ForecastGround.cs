namespace OkrKpi.Analytics;

/// <summary>On what a forecast rests.</summary>
public enum ForecastGround
{
    /// <summary>The method was chosen by the series' own past, and the interval comes from how far off it was there.</summary>
    OwnPast = 1,

    /// <summary>There is too little past to try methods: the last value goes on, or that of the last season.</summary>
    TooShort = 2,

    /// <summary>There is no value yet, or none for so long that nothing is told.</summary>
    NoValues = 3,

    /// <summary>It has a value whenever something happens, so there is no next period to tell.</summary>
    NoPeriods = 4,

    /// <summary>It is the sum of what its segments are expected to be.</summary>
    SumOfSegments = 5,
}
