namespace OkrKpi.Scoring;

/// <summary>How something gets from one number to another.</summary>
public enum Course
{
    /// <summary>By the same amount each period: 18, 19.2, 20.4, ... 30.</summary>
    Line = 1,

    /// <summary>By the same share each period: 100, 110, 121, ... Only between numbers above 0.</summary>
    Growth = 2,
}
