namespace OkrKpi.Scoring;

/// <summary>Which number tells whether progress keeps pace.</summary>
public enum PaceMeasure
{
    /// <summary>Progress minus expected: 0.35 at half time is -0.15.</summary>
    Gap = 1,

    /// <summary>Progress over expected: 0.35 at half time is 0.7.</summary>
    Ratio = 2,
}
