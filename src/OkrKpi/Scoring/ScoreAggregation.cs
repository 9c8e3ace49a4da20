namespace OkrKpi.Scoring;

/// <summary>How the scores of several become one.</summary>
public enum ScoreAggregation
{
    /// <summary>The mean by weight; a weight of 0 is linked only. The default.</summary>
    WeightedMean = 1,

    /// <summary>The plain mean, whatever the weights; a weight of 0 is still linked only.</summary>
    Mean = 2,

    /// <summary>The weakest: all are needed.</summary>
    Minimum = 3,

    /// <summary>1 when every one is achieved, otherwise 0.</summary>
    AllOrNothing = 4,

    /// <summary>The strongest: any one suffices.</summary>
    Any = 5,
}
