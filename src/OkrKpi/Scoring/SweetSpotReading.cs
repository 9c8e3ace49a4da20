namespace OkrKpi.Scoring;

/// <summary>Whether a set of goals was ambitious enough, and not too much.</summary>
public enum SweetSpotReading
{
    /// <summary>The mean grade is below the sweet spot: too much was asked, or too little done.</summary>
    Low = 1,

    /// <summary>The mean grade is in the sweet spot.</summary>
    InSweetSpot = 2,

    /// <summary>The mean grade is above the sweet spot: the goals were too easy.</summary>
    TooEasy = 3,
}
