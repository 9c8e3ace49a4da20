using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result is at risk or behind its pace, and the last check-in does not note what is done about it. Code <c>at-risk-without-action</c>, a warning.
/// </summary>
/// <remarks>Bad: 30 points behind, and only a number is checked in. Good: the check-in notes "two more people answer messages from Monday".</remarks>
public sealed class IsAtRiskWithoutAction : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return context.ScoreOf(objective.Id, keyResult.Id) is { Pace: { Status: PaceStatus.AtRisk or PaceStatus.Behind } pace } score
            && score.LastCheckIn?.Note is null
            ? [
                Finding.Of(
                    "at-risk-without-action", FindingSeverity.Warning, objective, keyResult,
                    score.PaceReason is null ? "finding.atRiskWithoutAction" : "finding.atRiskReadWithoutAction",
                    new("status", pace.Status), new("score", score.Score), new("expected", pace.Expected), new("text", score.PaceReason?.Explain()))
            ]
            : [];
    }
}
