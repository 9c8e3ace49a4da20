using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How an objective, or one of its key results, stands on a date, as a flat record. Its columns are called as its properties, in camelCase.</summary>
public sealed class TidyScore
{
    internal TidyScore(PortfolioReview review, AlignedScore objective, KeyResultScore? keyResult)
    {
        AsOf = review.AsOf;
        Objective = objective.Objective.Id.Value;
        KeyResult = keyResult?.KeyResult.Id.Value;
        Name = keyResult?.KeyResult.Name ?? objective.Objective.Title;
        Owner = keyResult is null ? objective.Objective.Owner : keyResult.KeyResult.Owner;
        Cycle = objective.Objective.Cycle.Name;
        Weight = keyResult?.KeyResult.Weight;
        State = keyResult?.Progress.State;
        Score = keyResult is null ? objective.Score : keyResult.Score;
        Raw = keyResult is null ? objective.Own.Raw : keyResult.Progress.Raw;
        Coverage = keyResult is null ? objective.Coverage : null;
        Pace = keyResult?.Pace.Status ?? objective.Pace.Status;
        Confidence = keyResult is null ? objective.Confidence?.Probability : keyResult.Confidence?.Probability;
    }

    /// <summary>The date of the review.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The id of the objective.</summary>
    public string Objective { get; }

    /// <summary>The id of the key result; none where the row is about the objective as a whole.</summary>
    public string? KeyResult { get; }

    /// <summary>The name of the key result, or the title of the objective.</summary>
    public string Name { get; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; }

    /// <summary>The cycle.</summary>
    public string Cycle { get; }

    /// <summary>How much the key result counts in the score of the objective.</summary>
    public decimal? Weight { get; }

    /// <summary>Whether the key result has something to score.</summary>
    public ProgressState? State { get; }

    /// <summary>
    /// The score by the profile, 0 to 1 by default, of an objective with what is aligned to it: the one set by hand while that holds, otherwise the computed
    /// one.
    /// </summary>
    public decimal? Score { get; }

    /// <summary>The progress before it is held between 0 and 1; of an objective that of its own key results.</summary>
    public decimal? Raw { get; }

    /// <summary>The share of weight of the objective that people have checked in.</summary>
    public decimal? Coverage { get; }

    /// <summary>Ahead of or behind the time that has passed.</summary>
    public PaceStatus Pace { get; }

    /// <summary>How sure people are, a probability.</summary>
    public decimal? Confidence { get; }
}
