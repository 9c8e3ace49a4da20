namespace OkrKpi;

/// <summary>Whether a KPI moved while an objective worked on it. That both happened does not prove that one caused the other.</summary>
public enum KpiMovement
{
    /// <summary>It got better, by more than noise alone gives; by another reading, by as much as that asks for.</summary>
    Moved = 1,

    /// <summary>There is no sign of an effect: what changed may be noise, or goes on as before.</summary>
    NoSign = 2,

    /// <summary>The periods in which the effect is looked for are not over and known, or the declared lag has not passed.</summary>
    TooEarly = 3,

    /// <summary>It cannot be told: there are too few periods before or after, nothing varied before, or what is measured was redefined.</summary>
    CannotTell = 4,

    /// <summary>It got worse, by more than noise alone gives; by another reading, by as much as that asks for.</summary>
    Worsened = 5,
}
