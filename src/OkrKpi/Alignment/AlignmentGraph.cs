namespace OkrKpi;

/// <summary>What leads to what. Everything here walks with loops, never by recursion, so that a chain of 100,000 levels is no deeper than one of two.</summary>
internal static class AlignmentGraph
{
    /// <summary>A way that ends where it began, or <see langword="null"/> when there is none.</summary>
    internal static IReadOnlyList<int>? CycleIn(int count, Func<int, int[]> next) => Circles(count, next).FirstOrDefault();

    /// <summary>
    /// Ways that end where they began, no two through the same node; at least one among any nodes that lead to each other, none where nothing leads back.
    /// All together are no longer than there are nodes and circles, so that finding all is linear.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<int>> Circles(int count, Func<int, int[]> next)
    {
        const int Unseen = -1, Done = -2;
        var place = new int[count];
        Array.Fill(place, Unseen);

        // Told is the deepest place on the way, up to this one, of a node whose circle was told already.
        var way = new List<(int Node, int[] Next, int Tried, int Told)>();
        for (var root = 0; root < count; root++)
        {
            if (place[root] != Unseen)
            {
                continue;
            }

            place[root] = 0;
            way.Add((root, next(root), 0, -1));
            while (way.Count > 0)
            {
                var (node, nexts, tried, told) = way[^1];
                if (tried == nexts.Length)
                {
                    place[node] = Done;
                    way.RemoveAt(way.Count - 1);
                    continue;
                }

                way[^1] = (node, nexts, tried + 1, told);
                var to = nexts[tried];
                if (place[to] == Unseen)
                {
                    place[to] = way.Count;
                    way.Add((to, next(to), 0, told));
                }
                else if (place[to] > told)
                {
                    var circle = new int[way.Count - place[to] + 1];
                    for (var each = place[to]; each < way.Count; each++)
                    {
                        circle[each - place[to]] = way[each].Node;
                        way[each] = way[each] with { Told = each };
                    }

                    circle[^1] = to;
                    yield return circle;
                }
            }
        }
    }
}
