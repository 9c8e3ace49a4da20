namespace OkrKpi;

/// <summary>Objective achieved or not, by KPI moved or not: what an ended cycle teaches.</summary>
public enum OutcomeQuadrant
{
    /// <summary>Achieved, and the KPI moved: keep doing what worked.</summary>
    AchievedAndMoved = 1,

    /// <summary>
    /// Achieved, but the KPI shows no sign of it, or worsened: the wrong lever, when the change hoped for would have been seen (see
    /// <see cref="ObjectiveOutcome.IsWrongLever"/>); otherwise nobody can say.
    /// </summary>
    AchievedNotMoved = 2,

    /// <summary>Not achieved, yet the KPI moved: luck or another cause; find it before the next cycle.</summary>
    MovedNotAchieved = 3,

    /// <summary>Neither: the work did not get done or done well; mend how it is carried out, then carry it over.</summary>
    NeitherAchievedNorMoved = 4,

    /// <summary>It cannot be told whether the objective was achieved or the KPI moved, or not yet.</summary>
    CannotTell = 5,
}
