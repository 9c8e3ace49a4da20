using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>Whose row is whose: the KPIs and segments of a table, in the order of their positions.</summary>
internal sealed class RollupNames
{
    private const int MostTold = 10;

    private readonly KpiId[] kpis;
    private readonly Segment?[] segments;
    private readonly Dictionary<KpiId, int> positions;

    private RollupNames(KpiId[] kpis, Segment?[] segments)
    {
        this.kpis = kpis;
        this.segments = segments;
        positions = new(kpis.Length);
        for (var at = 0; at < kpis.Length; at++)
        {
            positions[kpis[at]] = at;
        }
    }

    internal IReadOnlyList<KpiId> Kpis => kpis;

    internal IReadOnlyList<Segment?> Segments => segments;

    internal static RollupNames Of(IEnumerable<KpiId> kpis, IEnumerable<Segment?>? segments, int kpiCount, int segmentCount)
    {
        var ids = Require.Copy(kpis);
        Require.Unique(ids, id => id, "KPI", nameof(kpis));
        Segment?[] parts = segments is null ? new Segment?[segmentCount] : [.. segments];
        if (ids.Length != kpiCount || parts.Length != segmentCount || (segments is null && segmentCount > 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The table has {kpiCount} KPIs and {segmentCount} segments; give each its name, in the order of the positions."),
                ids.Length != kpiCount ? nameof(kpis) : nameof(segments));
        }

        return parts.Distinct().Count() == parts.Length
            ? new(ids, parts)
            : throw new ArgumentException("A segment is given twice; every segment needs a name of its own.", nameof(segments));
    }

    internal int PositionOf(KpiId kpi, string name)
    {
        if (positions.TryGetValue(Guard.Against.Null(kpi, name), out var at))
        {
            return at;
        }

        var some = string.Join(", ", kpis.Take(MostTold).Select(id => $"'{id}'"));
        throw new ArgumentException($"'{kpi}' is none of the KPIs of the table, which are {some}{(kpis.Length > MostTold ? " and others" : "")}.", name);
    }

    internal bool Equal(RollupNames other) => Enumerable.SequenceEqual(kpis, other.kpis) && Enumerable.SequenceEqual(segments, other.segments);
}
