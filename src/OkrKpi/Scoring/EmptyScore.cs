namespace OkrKpi.Scoring;

/// <summary>What the score is when there is nothing to score.</summary>
public enum EmptyScore
{
    /// <summary>None. The default: nothing is not zero.</summary>
    NoScore = 1,

    /// <summary>0, as most products show it.</summary>
    Zero = 2,
}
