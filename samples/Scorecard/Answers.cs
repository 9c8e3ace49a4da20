using OkrKpi;

namespace Scorecard;

/// <summary>Finds the explanations behind one answer of a review.</summary>
internal static class Answers
{
    /// <summary>
    /// The trees behind a KPI's need (or, where it is only watched, how it stands) and what its signals are told by, an objective's score, or a key result's
    /// score ("objective/key-result"); none when nothing has that id.
    /// </summary>
    public static Explanation[] Find(PortfolioReview review, string id)
    {
        if (review.TryNeed(id, out var need))
        {
            return [need.Explain(), need.Assessment.Behaviour().Explain()];
        }

        // One that is only watched needs nothing.
        if (review.TryAssessment(id, out var watched))
        {
            return [watched.Explain(), watched.Behaviour().Explain()];
        }

        if (review.Scores.TryScore(id, out var objective))
        {
            return [objective.Own.Explain()];
        }

        return [.. review.Objectives
            .SelectMany(score => score.KeyResults, (score, result) => (Id: $"{score.Objective.Id}/{result.KeyResult.Id}", Result: result))
            .Where(pair => pair.Id == id)
            .Select(pair => pair.Result.Explain())
            .Take(1)];
    }
}
