using NodaTime;

namespace OkrKpi;

/// <summary>Decisions of one kind by the date they begin on, to find the one in force on a date as known on another without looking at all of them.</summary>
internal sealed class TargetIndex
{
    private readonly TargetDecision[] decisions;

    // The places of the decisions in their history, by the date they begin on; those of one date in the order they were decided.
    private readonly int[] places;

    // A tree over the places: each node knows the earliest day one of its decisions was taken, and the last date one of them applies to.
    private readonly LocalDate[] earliest;
    private readonly LocalDate[] latest;

    private TargetIndex(TargetDecision[] decisions, int[] places)
    {
        this.decisions = decisions;
        this.places = places;
        var size = 1;
        while (size < places.Length)
        {
            size *= 2;
        }

        (earliest, latest) = (new LocalDate[2 * size], new LocalDate[2 * size]);
        for (var node = (2 * size) - 1; node > 0; node--)
        {
            var (left, leaf) = (2 * node, node - size);
            (earliest[node], latest[node]) = leaf < 0 ? (LocalDate.Min(earliest[left], earliest[left + 1]), LocalDate.Max(latest[left], latest[left + 1]))
                : leaf < places.Length ? (decisions[places[leaf]].DecidedOn, decisions[places[leaf]].EffectiveThrough ?? LocalDate.MaxIsoValue)
                : (LocalDate.MaxIsoValue, LocalDate.MinIsoValue);
        }
    }

    /// <summary>The index of the decisions that belong to it; <see langword="null"/> when none does.</summary>
    internal static TargetIndex? Of(TargetDecision[] decisions, Predicate<TargetDecision> belongs)
    {
        List<int> places = [];
        for (var place = 0; place < decisions.Length; place++)
        {
            if (belongs(decisions[place]))
            {
                places.Add(place);
            }
        }

        return places.Count == 0 ? null : new(decisions, [.. places.OrderBy(place => decisions[place].EffectiveFrom)]);
    }

    /// <summary>The place of the decision that begins latest among those that apply to a date and were taken by a day; -1 when there is none.</summary>
    internal int InForce(LocalDate date, LocalDate knownOn)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = decisions[places[middle]].EffectiveFrom <= date ? (middle + 1, high) : (low, middle);
        }

        var found = Last(1, 0, earliest.Length / 2, low, date, knownOn);
        return found < 0 ? -1 : places[found];
    }

    private int Last(int node, int first, int count, int before, LocalDate date, LocalDate knownOn)
    {
        if (first >= before || earliest[node] > knownOn || latest[node] < date)
        {
            return -1;
        }

        if (count == 1)
        {
            return first;
        }

        var half = count / 2;
        var right = Last((2 * node) + 1, first + half, half, before, date, knownOn);
        return right >= 0 ? right : Last(2 * node, first, half, before, date, knownOn);
    }
}
