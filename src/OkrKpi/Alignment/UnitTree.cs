namespace OkrKpi;

/// <summary>Parents of units by index, -1 at the top; loops only, no recursion.</summary>
internal sealed class UnitTree
{
    private readonly int[] depths;
    private readonly int[] positions;

    internal UnitTree(int[] parents)
    {
        Parents = parents;
        depths = new int[parents.Length];
        positions = new int[parents.Length];
        Downwards = new int[parents.Length];

        // Children by counting sort: those of a unit are next to each other, in the order given.
        var starts = new int[parents.Length + 2];
        foreach (var parent in parents)
        {
            starts[parent + 2]++;
        }

        for (var each = 1; each < starts.Length; each++)
        {
            starts[each] += starts[each - 1];
        }

        var children = new int[parents.Length];
        var next = (int[])starts.Clone();
        for (var unit = 0; unit < parents.Length; unit++)
        {
            children[next[parents[unit] + 1]++] = unit;
        }

        // Depth first from the top, so that a subtree is a run of positions.
        var pending = new Stack<int>();
        for (var each = starts[1] - 1; each >= 0; each--)
        {
            pending.Push(children[each]);
        }

        var position = 0;
        while (pending.TryPop(out var unit))
        {
            depths[unit] = parents[unit] < 0 ? 0 : depths[parents[unit]] + 1;
            positions[unit] = position;
            Downwards[position++] = unit;
            for (var each = starts[unit + 2] - 1; each >= starts[unit + 1]; each--)
            {
                pending.Push(children[each]);
            }
        }
    }

    internal int[] Parents { get; }

    /// <summary>The units, every one after the unit it belongs to.</summary>
    internal int[] Downwards { get; }

    /// <summary>
    /// Where something that several units share is to be added and taken off again, so that a sum over any subtree holds it once:
    /// +1 at each of the units, and -1 where the ways up from neighbouring ones meet.
    /// </summary>
    internal void Once(int[] units, Action<int, int> add)
    {
        var ordered = units.Length < 2 ? units : [.. units.Distinct().OrderBy(unit => positions[unit])];
        for (var each = 0; each < ordered.Length; each++)
        {
            add(ordered[each], 1);
            if (each > 0 && Meeting(ordered[each - 1], ordered[each]) is var meeting and >= 0)
            {
                add(meeting, -1);
            }
        }
    }

    private int Meeting(int one, int other)
    {
        while (one != other && one >= 0 && other >= 0)
        {
            if (depths[one] >= depths[other])
            {
                one = Parents[one];
            }
            else
            {
                other = Parents[other];
            }
        }

        return one == other ? one : -1;
    }
}
