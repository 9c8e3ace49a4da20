using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <content>Saying it otherwise, and taking back what was said or reported.</content>
public sealed partial class KeyResult
{
    /// <summary>Gives it another name; its id stays.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public KeyResult Renamed(string name) => Changed(copy => copy.Name = Require.Text(name, "name of a key result"));

    /// <summary>
    /// Says in which unit it is measured, where that was recorded wrongly. Its numbers, those of the goal and the check-ins, stay as they are.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The key result.</returns>
    public KeyResult In(Unit unit) => Changed(copy => copy.Unit = Guard.Against.Null(unit));

    /// <summary>Says what is to be reached instead. The check-ins stay.</summary>
    /// <param name="goal">What is to be reached.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">A check-in does not fit the goal: it names a part the goal does not have, or none of its parts, or its value is no
    /// zone of a goal in words.</exception>
    public KeyResult With(Goal goal)
    {
        Guard.Against.Null(goal);
        var changed = Changed(copy => copy.Goal = goal);
        changed.Check(checkIns.All, nameof(goal));
        return changed;
    }

    /// <summary>Takes a check-in back from a day on: until then it was known, and reviews of earlier dates say what they said.</summary>
    /// <param name="checkIn">The check-in, one of <see cref="CheckIns"/>; of several equal ones the last.</param>
    /// <param name="on">The day from which on it does not count.</param>
    /// <returns>The key result, with the check-in marked as withdrawn.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 2 to 9997.</exception>
    public KeyResult Withdrawing(CheckIn checkIn, LocalDate on)
    {
        var index = IndexOf(checkIn);
        CheckIn[] marked = [.. checkIns.All];
        marked[index] = checkIn.Withdrawn(on);
        return Changed(copy => copy.checkIns = new(marked));
    }

    /// <summary>Takes a check-in out without a trace, as one that never was; <see cref="Withdrawing"/> leaves one.</summary>
    /// <param name="checkIn">The check-in, one of <see cref="CheckIns"/>; of several equal ones the last.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public KeyResult Without(CheckIn checkIn)
    {
        var index = IndexOf(checkIn);
        return Changed(copy => copy.checkIns = new(ById.WithoutAt(checkIns.All, index)));
    }

    /// <summary>Names nobody as the one who answers for it.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutOwner() => Changed(copy => copy.Owner = null);

    /// <summary>Lets its weight decide about its share of the score.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutPinnedShare() => Changed(copy => copy.PinnedShare = null);

    /// <summary>Says that it has a metric of its own.</summary>
    /// <returns>The key result.</returns>
    public KeyResult MeasuringNoKpi() => Changed(copy => copy.Measures = null);

    /// <summary>Lets it follow the curve of the scoring profile.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutCurve() => Changed(copy => copy.Curve = null);

    /// <summary>The same key result, which carries on no earlier one.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutPredecessor() => Changed(copy => copy.Predecessor = null);

    /// <summary>The same key result, whose check-ins count from the beginning of its cycle on.</summary>
    /// <returns>The key result.</returns>
    public KeyResult StartedWithItsCycle() => Changed(copy => copy.StartedOn = null);

    /// <summary>Takes it up again: neither cancelled nor postponed.</summary>
    /// <returns>The key result.</returns>
    public KeyResult Resumed() => Changed(copy => (copy.CancelledOn, copy.PostponedOn) = (null, null));

    private int IndexOf(CheckIn checkIn)
    {
        var index = Array.LastIndexOf(checkIns.All, Guard.Against.Null(checkIn));
        return index >= 0
            ? index
            : throw new ArgumentException($"'{Name}' has no such check-in, {checkIn}; give one of its {nameof(CheckIns)}.", nameof(checkIn));
    }
}
