namespace OkrKpi;

/// <summary>What a <see cref="TargetDecision"/> records.</summary>
public enum TargetDecisionKind
{
    /// <summary>A target was decided.</summary>
    Decision = 1,

    /// <summary>A wrong record was put right; the ambition did not change.</summary>
    Correction = 2,

    /// <summary>The unit or the definition of the KPI changed, and the target was restated in the new terms; it does not compare with earlier ones.</summary>
    Redefinition = 3,
}
