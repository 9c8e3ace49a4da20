namespace OkrKpi.Scoring;

/// <summary>What a guardrail key result that is not reached does to its objective.</summary>
public enum BrokenGuardrail
{
    /// <summary>The score stays, but the objective is no success. The default.</summary>
    WithholdsSuccess = 1,

    /// <summary>The score is at most that of the guardrail.</summary>
    LimitsScore = 2,

    /// <summary>The score is 0.</summary>
    ZeroesScore = 3,
}
