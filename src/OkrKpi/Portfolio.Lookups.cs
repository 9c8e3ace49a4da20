using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;

namespace OkrKpi;

public sealed partial class Portfolio
{
    /// <summary>The KPI of an id.</summary>
    /// <param name="id">The id; surrounding white space is dropped.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">There is no such KPI, which the message tells with the ids that are near, or <paramref name="id"/> is blank or no
    /// id.</exception>
    public Kpi Kpi(string id) => Known(KpiId.Given(id), nameof(id));

    /// <summary>The KPI of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">There is no such KPI; the message tells the ids that are near.</exception>
    public Kpi Kpi(KpiId id) => Known(id, nameof(id));

    /// <summary>Finds the KPI of an id.</summary>
    /// <param name="id">The id; surrounding white space is dropped. A blank one is that of no KPI.</param>
    /// <param name="kpi">The KPI; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such a KPI.</returns>
    public bool TryKpi(string id, [NotNullWhen(true)] out Kpi? kpi)
    {
        kpi = null;
        return KpiId.TryParse(Guard.Against.Null(id), null, out var known) && TryKpi(known, out kpi);
    }

    /// <summary>Finds the KPI of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="kpi">The KPI; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such a KPI.</returns>
    public bool TryKpi(KpiId id, [NotNullWhen(true)] out Kpi? kpi) => kpiById.TryGetValue(Guard.Against.Null(id).Value, out kpi);

    /// <summary>The objective of an id.</summary>
    /// <param name="id">The id; surrounding white space is dropped.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such objective, which the message tells with the ids that are near, or <paramref name="id"/> is blank or
    /// no id.</exception>
    public Objective Objective(string id) => Objective(ObjectiveId.Given(id));

    /// <summary>The objective of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such objective; the message tells the ids that are near.</exception>
    public Objective Objective(ObjectiveId id) => Known(id, nameof(id));

    /// <summary>Finds the objective of an id.</summary>
    /// <param name="id">The id; surrounding white space is dropped. A blank one is that of no objective.</param>
    /// <param name="objective">The objective; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such an objective.</returns>
    public bool TryObjective(string id, [NotNullWhen(true)] out Objective? objective)
    {
        objective = null;
        return ObjectiveId.TryParse(Guard.Against.Null(id), null, out var known) && TryObjective(known, out objective);
    }

    /// <summary>Finds the objective of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="objective">The objective; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such an objective.</returns>
    public bool TryObjective(ObjectiveId id, [NotNullWhen(true)] out Objective? objective) =>
        objectiveById.TryGetValue(Guard.Against.Null(id).Value, out objective);

    /// <summary>The KPI of an id that a caller gave as a parameter of the name.</summary>
    internal Kpi Known(KpiId id, string name)
    {
        Guard.Against.Null(id, name);
        return TryKpi(id, out var kpi) ? kpi : throw Unknown("KPI", id.Value, kpiById.Keys, name);
    }

    /// <summary>The objective of an id that a caller gave as a parameter of the name.</summary>
    internal Objective Known(ObjectiveId id, string name)
    {
        Guard.Against.Null(id, name);
        return TryObjective(id, out var objective) ? objective : throw Unknown("objective", id.Value, objectiveById.Keys, name);
    }

    /// <summary>Whether it holds that very KPI and those very measurements.</summary>
    internal bool Has(Kpi kpi, MeasurementSeries series) =>
        kpiById.TryGetValue(kpi.Id.Value, out var known)
            && ReferenceEquals(known, kpi)
            && seriesOf.TryGetValue(kpi.Id, out var measured)
            && ReferenceEquals(measured, series);

    private static ArgumentException Unknown(string what, string id, IReadOnlyCollection<string> known, string name) =>
        new($"The {what} '{id}' is not in the portfolio{NearIds.Advice(id, known)}", name);
}
