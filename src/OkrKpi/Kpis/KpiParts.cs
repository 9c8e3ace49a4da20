namespace OkrKpi;

/// <summary>
/// What keeps the parts of a KPI from going together. Each rule stands here and nowhere else, as the sentence it is refused with, whichever of the parts is
/// changed.
/// </summary>
internal static class KpiParts
{
    /// <summary>The first contradiction of a KPI; <see langword="null"/> when all its parts go together.</summary>
    internal static string? Contradiction(Kpi kpi) =>
        OfSum(kpi.Name, kpi.Unit, kpi.Aggregation)
            ?? OfMeasuring(kpi)
            ?? OfSilence(kpi)
            ?? OfSpread(kpi)
            ?? OfBusinessDays(kpi)
            ?? OfTargets(kpi, kpi.Targets.Decisions);

    internal static string? OfSum(string name, Unit unit, Aggregation aggregation) => aggregation != Aggregation.Sum || unit.IsSummable ? null
        : $"'{name}' is measured in {unit}, which cannot be added up; use {nameof(Aggregation.RatioOfSums)} with numerators and denominators, "
            + $"{nameof(Aggregation.WeightedAverage)} with weights, {nameof(Aggregation.Average)} or {nameof(Aggregation.Last)}.";

    internal static string? OfMeasuring(Kpi kpi) => kpi.MeasuredEvery is not { } cadence || (cadence < kpi.Cadence && kpi.Cadence.IsRegular) ? null
        : $"'{kpi.Name}' has a value every {kpi.Cadence}, so measurements are expected more often than that, not every {cadence}.";

    internal static string? OfSilence(Kpi kpi) =>
        !kpi.IsZeroWhenSilent || (kpi.Aggregation.Additivity() == Additivity.Additive && kpi.Cadence.IsRegular) ? null
        : $"'{kpi.Name}' is read as {kpi.Aggregation} every {kpi.Cadence}, so nothing recorded is no zero; only amounts that add up over periods can be "
            + $"zero in silence.";

    internal static string? OfSpread(Kpi kpi) => kpi.Spread is null || kpi.Aggregation.Additivity() == Additivity.Additive ? null
        : $"'{kpi.Name}' is read as {kpi.Aggregation}, which does not add up over time, so there is nothing to spread over a period.";

    internal static string? OfBusinessDays(Kpi kpi) => kpi.BusinessDays is null || kpi.Cadence.IsOfADay ? null
        : $"'{kpi.Name}' has a value every {kpi.Cadence}; only a daily KPI has values on business days only.";

    internal static string? OfTargets(Kpi kpi, IReadOnlyList<TargetDecision> decisions)
    {
        if (kpi.IsWatched && decisions.Count > 0)
        {
            return $"'{kpi.Name}' is only watched, so it takes no target; define it with a direction to judge it.";
        }

        foreach (var decision in decisions)
        {
            if (decision.Target is { } target && !target.Fits(kpi.Direction))
            {
                return kpi.Direction == Direction.WithinBand ? $"'{kpi.Name}' is good within a band, so its target is a band, not the number {target}."
                    : target.IsStrict ? $"'{kpi.Name}' is judged as {kpi.Direction}, which the strict target {target} contradicts: stay below a number "
                        + $"where lower is better, get above one where higher is."
                    : $"'{kpi.Name}' is judged as {kpi.Direction}, so its target is a number, not the band {target}.";
            }
        }

        return null;
    }
}
