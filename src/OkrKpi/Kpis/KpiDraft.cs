namespace OkrKpi;

/// <summary>What a KPI measures, before it is said how often and how its measurements add up; <see cref="Every"/> makes it a <see cref="Kpi"/>.</summary>
/// <remarks>Immutable. It exists so that neither the cadence nor the aggregation of a KPI is ever guessed.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiDraft
{
    private readonly KpiId id;
    private readonly string name;
    private readonly Unit unit;
    private readonly Direction direction;

    internal KpiDraft(KpiId id, string name, Unit unit, Direction direction)
    {
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.direction = direction;
    }

    /// <summary>Name and id; it is no KPI yet.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{name} ({id}), a draft";

    /// <summary>Says how often the KPI has a value and how its measurements become that value.</summary>
    /// <param name="cadence">The period the KPI and its targets are stated for.</param>
    /// <param name="aggregation">How the measurements of a period become its value.</param>
    /// <returns>The KPI, still without owner and target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is undefined.</exception>
    /// <exception cref="ArgumentException">The unit cannot be added up: percentages, marks, indices, ratios and rates are never summed.</exception>
    public Kpi Every(Cadence cadence, Aggregation aggregation)
    {
        Require.Defined(cadence);
        Require.Defined(aggregation);
        if (KpiParts.OfSum(name, unit, aggregation) is { } fault)
        {
            throw new ArgumentException(fault, nameof(aggregation));
        }

        return new Kpi(id, name, unit, direction, cadence, aggregation);
    }
}
