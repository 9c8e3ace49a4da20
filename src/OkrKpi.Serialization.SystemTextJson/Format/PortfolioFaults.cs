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

        var all = new Dictionary<ObjectiveId, Objective>();
        foreach (var objective in objectives)
        {
            all.TryAdd(objective.Id, objective);
        }

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
                if (!all.TryGetValue(link.Objective, out var parent))
                {
                    yield return (["objectives", index, "alignments", each, "objective"], $"there is no objective '{link.Objective}' in the document; allowed are the ids under objectives.");
                }
                else if (link.KeyResult is { } keyResult && !parent.KeyResults.Any(known => known.Id == keyResult))
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
