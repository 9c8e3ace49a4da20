namespace OkrKpi;

/// <summary>What kind of thing a <see cref="Unit"/> counts or measures; decides what may be summed.</summary>
public enum UnitKind
{
    /// <summary>A number of things, such as meetings or leads.</summary>
    Count = 1,

    /// <summary>Money of one currency.</summary>
    Money = 2,

    /// <summary>A share in percentage points: 14 means 14 %.</summary>
    Percent = 3,

    /// <summary>A length of time in seconds, minutes, hours, days, weeks or months.</summary>
    Duration = 4,

    /// <summary>A mark on a scale, such as 8 out of 10.</summary>
    Rating = 5,

    /// <summary>A number with a meaning of its own, such as a net promoter score of -100 to 100.</summary>
    Index = 6,

    /// <summary>An amount for one of something, such as USD per customer.</summary>
    Ratio = 7,

    /// <summary>An amount for one period, such as meetings per week.</summary>
    Rate = 8,
}
