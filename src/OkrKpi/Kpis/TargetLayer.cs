namespace OkrKpi;

/// <summary>Which decision is in force in which periods, by their positions; painted decision by decision.</summary>
internal sealed class TargetLayer(TargetDecision[] decisions)
{
    // In order and apart from one another; neighbours of one decision are one stretch.
    private readonly List<Stretch> stretches = [];

    /// <summary>Some periods on end, and the place of the decision in force in them; -1 where there is none.</summary>
    internal readonly record struct Stretch(long First, long Last, int Place);

    /// <summary>The place of the decision in force in a period; -1 when there is none.</summary>
    internal int At(long position)
    {
        var index = IndexFrom(position);
        return index < stretches.Count && stretches[index].First <= position ? stretches[index].Place : -1;
    }

    /// <summary>The first period from one on that no decision of this layer reaches.</summary>
    internal long FreeFrom(long position)
    {
        for (var index = IndexFrom(position); index < stretches.Count && stretches[index].First <= position; index++)
        {
            position = stretches[index].Last + 1;
        }

        return position;
    }

    /// <summary>What lies in some periods, gaps included.</summary>
    internal IEnumerable<Stretch> Between(long first, long last)
    {
        var index = IndexFrom(first);
        while (first <= last)
        {
            if (index == stretches.Count || stretches[index].First > last)
            {
                yield return new(first, last, -1);
                yield break;
            }

            var next = stretches[index];
            if (next.First > first)
            {
                yield return new(first, next.First - 1, -1);
                first = next.First;
                continue;
            }

            yield return new(first, Math.Min(next.Last, last), next.Place);
            if (next.Last >= last)
            {
                yield break;
            }

            first = next.Last + 1;
            index++;
        }
    }

    /// <summary>Puts a decision in force wherever no other goes before it, and tells what was there.</summary>
    internal List<Stretch> Paint(long first, long last, int place)
    {
        List<Stretch> changed = [];
        List<Stretch> now = [];
        var from = IndexFrom(first);
        var index = from;

        // Stretches that stay as they are are only put in again when something behind them changes.
        var kept = -1;
        for (var next = first; next <= last;)
        {
            if (index == stretches.Count || stretches[index].First > last)
            {
                Change(next, last, -1);
                break;
            }

            var there = stretches[index];
            if (there.First > next)
            {
                Change(next, there.First - 1, -1);
                next = there.First;
            }

            if (TargetHistory.GoesBefore(decisions[there.Place], there.Place, decisions[place], place))
            {
                if (decisions[place].EffectiveThrough is null)
                {
                    // Among standing targets whoever goes before one here goes before it from here on.
                    break;
                }

                kept = kept < 0 ? index : kept;
                next = there.Last + 1;
                index++;
                continue;
            }

            PutIn();
            if (there.First < first)
            {
                Append(now, there with { Last = first - 1 });
            }

            var end = Math.Min(there.Last, last);
            Change(next, end, there.Place);
            if (there.Last > last)
            {
                Append(now, there with { First = last + 1 });
            }

            next = end + 1;
            index++;
        }

        if (changed.Count > 0)
        {
            stretches.RemoveRange(from, (kept < 0 ? index : kept) - from);
            stretches.InsertRange(from, now);
        }

        return changed;

        void Change(long begin, long end, int before)
        {
            PutIn();
            changed.Add(new(begin, end, before));
            Append(now, new(begin, end, place));
        }

        void PutIn()
        {
            if (kept >= 0 && now.Count == 0)
            {
                from = index;
            }

            for (var each = kept; each >= 0 && each < index && now.Count > 0; each++)
            {
                Append(now, stretches[each]);
            }

            kept = -1;
        }
    }

    private static void Append(List<Stretch> list, Stretch stretch)
    {
        if (list.Count > 0 && list[^1].Place == stretch.Place)
        {
            list[^1] = list[^1] with { Last = stretch.Last };
        }
        else
        {
            list.Add(stretch);
        }
    }

    // The first stretch that ends at or after a period.
    private int IndexFrom(long position)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Last < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
