namespace OkrKpi;

/// <summary>What contributes to what. Everything here walks with loops, never by recursion, so that a chain of 100,000 levels is no deeper than one of two.</summary>
internal static class AlignmentGraph
{
    /// <summary>Refuses links to what is not there, and alignments or lineages that lead back to where they began, naming the way.</summary>
    internal static void Check(IReadOnlyList<Objective> objectives, string name)
    {
        if (objectives.All(each => each.Alignments.Count == 0 && each.Predecessor is null))
        {
            return;
        }

        var index = new Dictionary<ObjectiveId, int>(objectives.Count);
        for (var each = 0; each < objectives.Count; each++)
        {
            index.Add(objectives[each].Id, each);
        }

        // Looked up, not searched: an objective may have many key results and many links to them.
        var keyResults = new Dictionary<int, HashSet<KeyResultId>>();
        foreach (var objective in objectives)
        {
            foreach (var link in objective.Alignments)
            {
                if (!index.TryGetValue(link.Objective, out var parent))
                {
                    throw new ArgumentException($"The objective '{objective.Id}' is aligned to '{link.Objective}', which is not in the portfolio.", name);
                }

                if (link.KeyResult is not { } keyResult)
                {
                    continue;
                }

                if (!keyResults.TryGetValue(parent, out var known))
                {
                    known = [.. objectives[parent].KeyResults.Select(each => each.Id)];
                    keyResults.Add(parent, known);
                }

                if (!known.Contains(keyResult))
                {
                    throw new ArgumentException($"The objective '{objective.Id}' is aligned to the key result '{keyResult}', which '{link.Objective}' does not have.", name);
                }
            }
        }

        int[] Parents(int each) => objectives[each].Alignments.Count == 0 ? [] : [.. objectives[each].Alignments.Where(link => link.Kind == AlignmentKind.Contributes).Select(link => index[link.Objective])];
        if (CycleIn(objectives.Count, Parents) is { } cycle)
        {
            throw new ArgumentException($"Objectives cannot contribute to themselves: {Way(cycle)}. Remove one of these alignments, or let it support.", name);
        }

        int[] Predecessor(int each) => objectives[each].Predecessor is { } earlier && index.TryGetValue(earlier, out var found) ? [found] : [];
        if (CycleIn(objectives.Count, Predecessor) is { } lineage)
        {
            throw new ArgumentException($"Objectives cannot carry on themselves: {Way(lineage)}. The predecessor is the objective of the earlier cycle.", name);
        }

        string Way(IReadOnlyList<int> nodes) => string.Join(" -> ", nodes.Select(each => objectives[each].Id.Value));
    }

    /// <summary>A way that ends where it began, or <see langword="null"/> when there is none.</summary>
    internal static IReadOnlyList<int>? CycleIn(int count, Func<int, int[]> next)
    {
        var state = new byte[count];
        var way = new List<(int Node, int[] Next, int Tried)>();
        for (var root = 0; root < count; root++)
        {
            if (state[root] != 0)
            {
                continue;
            }

            way.Add((root, next(root), 0));
            state[root] = 1;
            while (way.Count > 0)
            {
                var (node, nexts, tried) = way[^1];
                if (tried == nexts.Length)
                {
                    state[node] = 2;
                    way.RemoveAt(way.Count - 1);
                    continue;
                }

                way[^1] = (node, nexts, tried + 1);
                var to = nexts[tried];
                if (state[to] == 1)
                {
                    return [.. way.SkipWhile(step => step.Node != to).Select(step => step.Node), to];
                }

                if (state[to] == 0)
                {
                    state[to] = 1;
                    way.Add((to, next(to), 0));
                }
            }
        }

        return null;
    }
}
