namespace OkrKpi.Scoring;

/// <summary>How the objectives of a unit and of the units below it become one score.</summary>
public enum UnitCombining
{
    /// <summary>
    /// The mean over every objective of the unit and below, each once by its own key results, however many units share it and whatever it is aligned to. The
    /// default.
    /// </summary>
    EachObjectiveOnce = 1,

    /// <summary>The mean of the unit's own objectives, as one item, and of the scores of the units right below it (BurningOKR).</summary>
    MeanOfUnits = 2,
}
