using OkrKpi;

namespace Scorecard;

/// <summary>Finds the explanation behind one answer of a review.</summary>
internal static class Answers
{
    /// <summary>The tree behind a KPI's need or, where it is only watched, how it stands, an objective's score, or a key result's score ("objective/key-result"); null when nothing has that id.</summary>
    public static Explanation? Find(PortfolioReview review, string id)
    {
        if (review.TryNeed(id, out var need))
        {
            return need.Explain();
        }

        // One that is only watched needs nothing.
        if (review.TryAssessment(id, out var watched))
        {
            return watched.Explain();
        }

        if (review.Scores.TryScore(id, out var objective))
        {
            return objective.Own.Explain();
        }

        return review.Objectives
            .SelectMany(score => score.KeyResults, (score, result) => (Id: $"{score.Objective.Id}/{result.KeyResult.Id}", Result: result))
            .FirstOrDefault(pair => pair.Id == id)
            .Result?.Explain();
    }
}
