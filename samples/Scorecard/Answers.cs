using OkrKpi;

namespace Scorecard;

/// <summary>Finds the explanation behind one answer of a review.</summary>
internal static class Answers
{
    /// <summary>
    /// The trees behind a KPI's need and what its signals are told by, an objective's score, or a key result's score ("objective/key-result"); none when
    /// nothing has that id.
    /// </summary>
    public static Explanation[] Find(PortfolioReview review, string id)
    {
        if (review.Needs.FirstOrDefault(need => need.Kpi.Id.Value == id) is { } need)
        {
            return [need.Explain(), need.Assessment.Behaviour().Explain()];
        }

        if (review.Objectives.FirstOrDefault(score => score.Objective.Id.Value == id) is { } objective)
        {
            return [objective.Explain()];
        }

        return [.. review.Objectives
            .SelectMany(score => score.KeyResults, (score, result) => (Id: $"{score.Objective.Id}/{result.KeyResult.Id}", Result: result))
            .Where(pair => pair.Id == id)
            .Select(pair => pair.Result.Explain())
            .Take(1)];
    }
}
