namespace OkrKpi.Signals;

/// <summary>What is told of a point at which several rules see a signal.</summary>
public enum RulesAtOnePoint
{
    /// <summary>All of them, the most telling first.</summary>
    All = 1,

    /// <summary>The most telling one: the first of the set.</summary>
    First = 2,
}
