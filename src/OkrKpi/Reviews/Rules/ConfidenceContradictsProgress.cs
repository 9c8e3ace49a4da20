using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The confidence in a key result contradicts its progress: 7 or more out of ten while it is behind, or less than 4 while it is on track. Code
/// <c>confidence-contradicts-progress</c>, a warning.
/// </summary>
/// <remarks>
/// Bad: "8 out of ten" with the score 30 points below what is expected. Good: "5 out of ten" there, or "8 out of ten" on track. The bounds are choices.
/// </remarks>
public sealed class ConfidenceContradictsProgress : FindingRule
{
    private const decimal High = 0.7m;
    private const decimal Low = 0.4m;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (context.ScoreOf(objective.Id, keyResult.Id) is not { Confidence: { } confidence } score)
        {
            return [];
        }

        var isContradicting = (score.Pace.Status == PaceStatus.Behind && confidence.Probability >= High)
            || (score.Pace.Status is PaceStatus.OnTrack or PaceStatus.Ahead && confidence.Probability < Low);
        return isContradicting
            ? [
                Finding.Of(
                    "confidence-contradicts-progress", FindingSeverity.Warning, objective, keyResult, "finding.confidenceContradictsProgress",
                    new("confidence", confidence.Probability * 10m), new("status", score.Pace.Status), new("score", score.Score))
            ]
            : [];
    }
}
