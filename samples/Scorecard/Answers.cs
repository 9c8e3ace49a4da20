using OkrKpi;

namespace Scorecard;

/// <summary>Finds the explanation behind one answer of a review.</summary>
internal static class Answers
{
    /// <summary>The tree behind a KPI's need, an objective's score, or a key result's score ("objective/key-result"); null when nothing has that id.</summary>
    public static Explanation? Find(PortfolioReview review, string id)
    {
        if (review.Needs.FirstOrDefault(need => need.Kpi.Id.Value == id) is { } need)
        {
            return need.Explain();
        }

        if (review.Objectives.FirstOrDefault(score => score.Objective.Id.Value == id) is { } objective)
        {
            return objective.Explain();
        }

        return review.Objectives
            .SelectMany(score => score.KeyResults, (score, result) => (Id: $"{score.Objective.Id}/{result.KeyResult.Id}", Result: result))
            .FirstOrDefault(pair => pair.Id == id)
            .Result?.Explain();
    }
}
