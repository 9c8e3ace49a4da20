namespace OkrKpi;

/// <summary>
/// The invariants of a portfolio: each stands here and nowhere else. Faults are found one by one, as they are asked for, in the order of what was given.
/// </summary>
internal static class PortfolioFaults
{
    /// <summary>Refuses with the first fault, if there is one.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="name">The parameter that is refused; when left out, the list the fault is in.</param>
    internal static void Refuse(IEnumerable<PortfolioFault> faults, string? name = null)
    {
        foreach (var fault in faults)
        {
            throw new ArgumentException(fault.Sentence, name ?? ListOf(fault.Kind));
        }
    }

    /// <summary>The faults of lists that are to be a portfolio.</summary>
    /// <param name="kpis">The KPIs.</param>
    /// <param name="objectives">The objectives.</param>
    /// <param name="measurements">The measurements.</param>
    /// <param name="before">The portfolio that is changed; its KPIs with their measurements fit each other.</param>
    internal static IEnumerable<PortfolioFault> Of(Kpi[] kpis, Objective[] objectives, MeasurementSeries[] measurements, Portfolio? before = null)
    {
        var known = new Dictionary<KpiId, Kpi>(kpis.Length);
        for (var index = 0; index < kpis.Length; index++)
        {
            if (!known.TryAdd(kpis[index].Id, kpis[index]))
            {
                yield return new(PortfolioFaultKind.KpiGivenTwice, index, Twice("KPI", kpis[index].Id), kpi: kpis[index].Id);
            }
        }

        foreach (var fault in OfObjectives(objectives, known))
        {
            yield return fault;
        }

        var measured = new HashSet<KpiId>(measurements.Length);
        for (var index = 0; index < measurements.Length; index++)
        {
            var series = measurements[index];
            if (!measured.Add(series.Kpi))
            {
                yield return new(
                    PortfolioFaultKind.MeasurementsGivenTwice, index,
                    $"The measurements of the KPI '{series.Kpi}' are given twice; put them all into one series.", kpi: series.Kpi);
            }

            if (!known.TryGetValue(series.Kpi, out var kpi))
            {
                yield return new(
                    PortfolioFaultKind.MeasurementsOfUnknownKpi, index, $"There are measurements of the KPI '{series.Kpi}', {NotThere("KPI")}",
                    kpi: series.Kpi);
                continue;
            }

            foreach (var fault in before?.Has(kpi, series) == true ? [] : OfMeasurements(kpi, series.Items, index))
            {
                yield return fault;
            }
        }
    }

    internal static IEnumerable<PortfolioFault> OfMeasurements(Kpi kpi, Measurement[] rows, int series)
    {
        for (var each = 0; each < rows.Length; each++)
        {
            if (MeasurementSeries.Misfit(rows[each], kpi) is { } sentence)
            {
                yield return new(PortfolioFaultKind.MeasurementDoesNotFit, series, sentence, kpi: kpi.Id, part: each);
            }
        }
    }

    internal static IEnumerable<PortfolioFault> Of(Objective[] objectives, Learning[] learnings)
    {
        var known = learnings.Length == 0 ? [] : objectives.Select(objective => objective.Id).ToHashSet();
        for (var index = 0; index < learnings.Length; index++)
        {
            if (learnings[index].Objective is var objective && !known.Contains(objective))
            {
                yield return new(
                    PortfolioFaultKind.LearningFromUnknownObjective, index, $"The learning comes from the objective '{objective}', {NotThere("objective")}",
                    objective: objective);
            }
        }
    }

    internal static IEnumerable<PortfolioFault> Of(Kpi[] kpis, NeedDismissal[] dismissals)
    {
        var known = dismissals.Length == 0 ? [] : kpis.Select(kpi => kpi.Id).ToHashSet();
        for (var index = 0; index < dismissals.Length; index++)
        {
            if (dismissals[index].Kpi is var kpi && !known.Contains(kpi))
            {
                yield return new(PortfolioFaultKind.DismissalOfUnknownKpi, index, $"A need is dismissed of the KPI '{kpi}', {NotThere("KPI")}", kpi: kpi);
            }
        }
    }

    internal static IEnumerable<PortfolioFault> Of(Objective[] objectives, Organisation organisation)
    {
        for (var index = 0; index < objectives.Length; index++)
        {
            var objective = objectives[index];
            if (objective.Owner is { } owner && !organisation.TryFind(owner, out _))
            {
                yield return Unowned(owner, null);
            }

            for (var each = 0; each < objective.Sharers.Count; each++)
            {
                if (!organisation.TryFind(objective.Sharers[each], out _))
                {
                    yield return Unowned(objective.Sharers[each], each);
                }
            }

            PortfolioFault Unowned(string unit, int? part) => new(
                PortfolioFaultKind.OwnerNotInOrganisation, index,
                $"The objective '{objective.Id}' belongs to '{unit}', which is not in the organisation; add the unit.", objective: objective.Id, part: part);
        }
    }

    private static IEnumerable<PortfolioFault> OfObjectives(Objective[] objectives, Dictionary<KpiId, Kpi> kpis)
    {
        var known = new Dictionary<ObjectiveId, int>(objectives.Length);
        for (var index = 0; index < objectives.Length; index++)
        {
            known.TryAdd(objectives[index].Id, index);
        }

        // Looked up, not searched: an objective may have many key results and many links to them.
        var keyResults = new Dictionary<int, HashSet<KeyResultId>>();
        var isPinnedWhole = new bool?[objectives.Length];
        var isLinked = false;
        for (var index = 0; index < objectives.Length; index++)
        {
            var objective = objectives[index];
            isLinked |= objective.Alignments.Count > 0 || objective.Predecessor is not null;
            if (known[objective.Id] != index)
            {
                yield return new(PortfolioFaultKind.ObjectiveGivenTwice, index, Twice("objective", objective.Id), objective: objective.Id);
            }

            for (var each = 0; each < objective.Addresses.Count; each++)
            {
                if (!kpis.ContainsKey(objective.Addresses[each]))
                {
                    yield return new(
                        PortfolioFaultKind.AddressesUnknownKpi, index,
                        $"The objective '{objective.Id}' refers to the KPI '{objective.Addresses[each]}', {NotThere("KPI")}",
                        kpi: objective.Addresses[each], objective: objective.Id, part: each);
                }
            }

            for (var each = 0; each < objective.Alignments.Count; each++)
            {
                var link = objective.Alignments[each];
                if (!known.TryGetValue(link.Objective, out var parent))
                {
                    yield return new(
                        PortfolioFaultKind.AlignedToUnknownObjective, index,
                        $"The objective '{objective.Id}' is aligned to '{link.Objective}', {NotThere("objective")}",
                        objective: objective.Id, part: each);
                }
                else if (link.KeyResult is { } keyResult && !KeyResultsOf(parent).Contains(keyResult))
                {
                    yield return new(
                        PortfolioFaultKind.AlignedToUnknownKeyResult, index,
                        $"The objective '{objective.Id}' is aligned to the key result '{keyResult}', which '{link.Objective}' does not have; add it or "
                        + $"correct the id.",
                        objective: objective.Id, keyResult: keyResult, part: each);
                }
                else if (
                    link is { KeyResult: null, Kind: AlignmentKind.Contributes, Weight: not 0m }
                        && (isPinnedWhole[parent] ??= objectives[parent].IsPinnedWhole))
                {
                    yield return new(
                        PortfolioFaultKind.AlignedToPinnedWhole, index,
                        $"The objective '{objective.Id}' contributes to '{link.Objective}', whose pinned shares add up to 1 and leave nothing for it; pin "
                        + $"less, or let it support.",
                        objective: objective.Id, part: each);
                }
            }

            for (var each = 0; each < objective.KeyResults.Count; each++)
            {
                if (objective.KeyResults[each].Measures is { } measured && !kpis.ContainsKey(measured))
                {
                    yield return new(
                        PortfolioFaultKind.MeasuresUnknownKpi, index,
                        $"The key result '{objective.KeyResults[each].Id}' of the objective '{objective.Id}' refers to the KPI '{measured}', {NotThere("KPI")}",
                        kpi: measured, objective: objective.Id, keyResult: objective.KeyResults[each].Id, part: each);
                }
            }
        }

        foreach (var fault in isLinked ? OfCircles(objectives, known) : [])
        {
            yield return fault;
        }

        HashSet<KeyResultId> KeyResultsOf(int objective)
        {
            if (!keyResults.TryGetValue(objective, out var all))
            {
                all = [.. objectives[objective].KeyResults.Select(each => each.Id)];
                keyResults.Add(objective, all);
            }

            return all;
        }
    }

    private static IEnumerable<PortfolioFault> OfCircles(Objective[] objectives, Dictionary<ObjectiveId, int> known)
    {
        foreach (var way in AlignmentGraph.Circles(objectives.Length, Parents))
        {
            var (first, next) = (objectives[way[0]], objectives[way[1]].Id);
            yield return new(
                PortfolioFaultKind.ContributesToItself, way[0],
                $"Objectives cannot contribute to themselves: {Named(way)}. Remove one of these alignments, or let it support.",
                objective: first.Id,
                part: Enumerable.Range(0, first.Alignments.Count)
                    .First(each => IsContributing(first.Alignments[each]) && first.Alignments[each].Objective == next));
        }

        foreach (var way in AlignmentGraph.Circles(objectives.Length, Predecessor))
        {
            yield return new(
                PortfolioFaultKind.CarriesOnItself, way[0],
                $"Objectives cannot carry on themselves: {Named(way)}. The predecessor is the objective of the earlier cycle.",
                objective: objectives[way[0]].Id);
        }

        int[] Parents(int each) =>
            objectives[each].Alignments.Count == 0
                ? []
                : [.. objectives[each].Alignments.Where(link => IsContributing(link)).Select(link => known[link.Objective])];

        int[] Predecessor(int each) => objectives[each].Predecessor is { } earlier && known.TryGetValue(earlier, out var found) ? [found] : [];

        bool IsContributing(Alignment link) => link.Kind == AlignmentKind.Contributes && known.ContainsKey(link.Objective);

        string Named(IReadOnlyList<int> way) => string.Join(" -> ", way.Select(each => objectives[each].Id.Value));
    }

    private static string Twice(string what, object id) => $"The {what} '{id}' is given twice; every {what} needs an id of its own.";

    private static string NotThere(string what) => $"which is not in the portfolio; add the {what} or correct the id.";

    // The name of the parameter that takes the list.
    private static string ListOf(PortfolioFaultKind kind) => kind switch
    {
        PortfolioFaultKind.KpiGivenTwice => "kpis",
        PortfolioFaultKind.ObjectiveGivenTwice or PortfolioFaultKind.AddressesUnknownKpi
            or PortfolioFaultKind.MeasuresUnknownKpi or PortfolioFaultKind.AlignedToUnknownObjective
            or PortfolioFaultKind.AlignedToUnknownKeyResult or PortfolioFaultKind.ContributesToItself
            or PortfolioFaultKind.CarriesOnItself or PortfolioFaultKind.OwnerNotInOrganisation
            or PortfolioFaultKind.AlignedToPinnedWhole => "objectives",
        PortfolioFaultKind.MeasurementsGivenTwice or PortfolioFaultKind.MeasurementsOfUnknownKpi or PortfolioFaultKind.MeasurementDoesNotFit => "measurements",
        PortfolioFaultKind.LearningFromUnknownObjective => "learnings",
        PortfolioFaultKind.DismissalOfUnknownKpi => "dismissals",
    };
}
