namespace OkrKpi.Periods;

/// <summary>How many weeks the three months of a retail quarter have.</summary>
public enum RetailMonths
{
    /// <summary>4, 4 and 5 weeks.</summary>
    FourFourFive = 1,

    /// <summary>4, 5 and 4 weeks, as retailers in the United States count.</summary>
    FourFiveFour = 2,

    /// <summary>5, 4 and 4 weeks.</summary>
    FiveFourFour = 3,
}
