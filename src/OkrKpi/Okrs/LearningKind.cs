namespace OkrKpi;

/// <summary>Whether what a team found out is something to repeat or something to leave.</summary>
public enum LearningKind
{
    /// <summary>It worked.</summary>
    Worked = 1,

    /// <summary>It did not work.</summary>
    DidNotWork = 2,
}
