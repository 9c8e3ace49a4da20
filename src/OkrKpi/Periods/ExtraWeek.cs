namespace OkrKpi.Periods;

/// <summary>What becomes of the 53rd week when a year of 53 weeks is compared with one of 52.</summary>
public enum ExtraWeek
{
    /// <summary>
    /// A long year that is compared with is told without its first week, so that week n follows week n + 1 of it, the week nearest in the seasons; week 53
    /// itself is compared with nothing. The default, as retailers restate.
    /// </summary>
    Restate = 1,

    /// <summary>
    /// Week n is compared with week n, nothing is moved or left out; week 53 is compared with nothing, and a period that has it is a week longer than what it
    /// is compared with.
    /// </summary>
    AlignByWeek = 2,

    /// <summary>Periods are compared by name, and the longer of the two loses its last week.</summary>
    Drop = 3,
}
