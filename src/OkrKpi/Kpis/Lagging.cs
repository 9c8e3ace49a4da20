using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>A reading of "the KPI lags": looks at an assessment and says what it saw, or that it saw nothing.</summary>
/// <remarks>
/// <para>Readings hold no state and compose: any of them, all of them, one that starts and a milder one that lasts. Write your own by deriving and returning the reason through <see cref="Because"/>.</para>
/// <para>A period without a value is never a miss, and on the target or on a tolerance exactly is on the good side. Where a reading speaks of the running period, it is still silent
/// while less than its grace share of the period has passed.</para>
/// </remarks>
public abstract class Lagging
{
    /// <summary>Looks at a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <returns>The reason, with its evidence; <see langword="null"/> when the KPI does not lag by this reading.</returns>
    public abstract LaggingReason? Check(KpiAssessment assessment);

    /// <summary>Makes the reason of a reading.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="evidence">The period that shows it; it has an actual and a target.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The period has no actual or no target.</exception>
    protected static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(evidence);
        return evidence.Gap is null
            ? throw new ArgumentException($"{evidence.Period} has no actual or no target, so it cannot show that '{evidence.Kpi.Name}' lags.", nameof(evidence))
            : LaggingReason.Missed(assessment, evidence);
    }
}
