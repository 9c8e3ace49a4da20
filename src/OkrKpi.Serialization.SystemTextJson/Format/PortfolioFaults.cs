namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Finds which elements of a document a portfolio refuses. Asked only when it has refused.</summary>
internal static class PortfolioFaults
{
    internal static IEnumerable<(object[] Path, string Text)> Of(IReadOnlyList<Kpi> kpis, IReadOnlyList<Objective> objectives, IReadOnlyList<MeasurementSeries> series)
    {
        var known = new Dictionary<KpiId, Kpi>();
        for (var index = 0; index < kpis.Count; index++)
        {
            if (!known.TryAdd(kpis[index].Id, kpis[index]))
            {
                yield return (["kpis", index, "id"], $"the KPI '{kpis[index].Id}' is given twice; every KPI needs an id of its own.");
            }
        }

        var all = new Dictionary<ObjectiveId, int>();
        for (var index = 0; index < objectives.Count; index++)
        {
            all.TryAdd(objectives[index].Id, index);
        }

        var keyResults = objectives.SelectMany(static objective => objective.KeyResults, static (objective, keyResult) => (objective.Id, keyResult.Id)).ToHashSet();

        var seen = new HashSet<ObjectiveId>();
        for (var index = 0; index < objectives.Count; index++)
        {
            var objective = objectives[index];
            if (!seen.Add(objective.Id))
            {
                yield return (["objectives", index, "id"], $"the objective '{objective.Id}' is given twice; every objective needs an id of its own.");
            }

            for (var each = 0; each < objective.Addresses.Count; each++)
            {
                if (!known.ContainsKey(objective.Addresses[each]))
                {
                    yield return (["objectives", index, "addresses", each], Unknown(objective.Addresses[each]));
                }
            }

            for (var each = 0; each < objective.Alignments.Count; each++)
            {
                var link = objective.Alignments[each];
                if (!all.ContainsKey(link.Objective))
                {
                    yield return (["objectives", index, "alignments", each, "objective"], $"there is no objective '{link.Objective}' in the document; allowed are the ids under objectives.");
                }
                else if (link.KeyResult is { } keyResult && !keyResults.Contains((link.Objective, keyResult)))
                {
                    yield return (["objectives", index, "alignments", each, "keyResult"], $"the objective '{link.Objective}' has no key result '{keyResult}'; allowed are the ids under its keyResults.");
                }
            }

            for (var each = 0; each < objective.KeyResults.Count; each++)
            {
                if (objective.KeyResults[each].Measures is { } measures && !known.ContainsKey(measures))
                {
                    yield return (["objectives", index, "keyResults", each, "measures"], Unknown(measures));
                }
            }
        }

        foreach (var (index, link) in Circles(objectives.Count, each => [.. objectives[each].Alignments.Select(link => link.Kind == AlignmentKind.Contributes && all.TryGetValue(link.Objective, out var parent) ? parent : -1)]))
        {
            yield return (["objectives", index, "alignments", link], $"'{objectives[index].Id}' contributes to '{objectives[index].Alignments[link].Objective}', which contributes to it in turn; remove one of these alignments, or let it support.");
        }

        foreach (var (index, _) in Circles(objectives.Count, each => [objectives[each].Predecessor is { } earlier && all.TryGetValue(earlier, out var found) ? found : -1]))
        {
            yield return (["objectives", index, "predecessor"], $"'{objectives[index].Id}' carries on '{objectives[index].Predecessor}', which carries on it in turn; a predecessor is of an earlier cycle.");
        }

        var measured = new HashSet<KpiId>();
        for (var index = 0; index < series.Count; index++)
        {
            var id = series[index].Kpi;
            if (!measured.Add(id))
            {
                yield return (["measurements", index, "kpi"], $"the measurements of '{id}' are given twice; list them all in one place.");
            }

            if (!known.TryGetValue(id, out var kpi))
            {
                yield return (["measurements", index, "kpi"], Unknown(id));
                continue;
            }

            for (var each = 0; each < series[index].Measurements.Count; each++)
            {
                if (Refusal(kpi, series[index].Measurements[each]) is { } text)
                {
                    yield return (["measurements", index, "values", each], text);
                }
            }
        }
    }

    // Takes away, again and again, what leads nowhere; where something is left, there is a circle, and a walk through it finds a link of it.
    private static IEnumerable<(int Node, int Link)> Circles(int count, Func<int, int[]> links)
    {
        var leading = new List<int>[count];
        var left = new int[count];
        var open = new Queue<int>();
        for (var node = 0; node < count; node++)
        {
            foreach (var to in links(node).Where(static to => to >= 0))
            {
                (leading[to] ??= []).Add(node);
                left[node]++;
            }

            if (left[node] == 0)
            {
                open.Enqueue(node);
            }
        }

        while (open.TryDequeue(out var done))
        {
            foreach (var node in leading[done] ?? [])
            {
                if (--left[node] == 0)
                {
                    open.Enqueue(node);
                }
            }
        }

        var start = Array.FindIndex(left, static number => number > 0);
        var seen = new HashSet<int>();
        while (start >= 0)
        {
            var to = links(start);
            var link = Array.FindIndex(to, each => each >= 0 && left[each] > 0);
            if (!seen.Add(start))
            {
                yield return (start, link);
                yield break;
            }

            start = to[link];
        }
    }

    private static string Unknown(KpiId id) => $"there is no KPI '{id}' in the document; allowed are the ids under kpis.";

    private static string? Refusal(Kpi kpi, Measurement measurement)
    {
        try
        {
            Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, measurement)]);
            return null;
        }
        catch (ArgumentException exception)
        {
            return JsonSource.Sentence(exception);
        }
    }
}
