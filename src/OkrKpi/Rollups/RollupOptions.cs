namespace OkrKpi.Rollups;

/// <summary>How columns are rolled up. Nobody needs it for a start.</summary>
/// <remarks>Immutable; every method returns new options. Compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RollupOptions
{
    private RollupOptions(int? kpis, int? segments, BadRows badRows, RollupDetail detail)
    {
        Kpis = kpis;
        Segments = segments;
        BadRows = badRows;
        Detail = detail;
    }

    /// <summary>As many KPIs and segments as the columns name, bad rows refused, the basic detail.</summary>
    public static RollupOptions Default { get; } = new(null, null, BadRows.Refuse, RollupDetail.Basic);

    /// <summary>How many KPIs there are; <see langword="null"/> for one more than the highest index.</summary>
    public int? Kpis { get; private set; }

    /// <summary>How many segments there are; <see langword="null"/> for one more than the highest index.</summary>
    public int? Segments { get; private set; }

    /// <summary>What happens to rows that cannot be rolled up.</summary>
    public BadRows BadRows { get; private set; }

    /// <summary>What is kept of the rows.</summary>
    public RollupDetail Detail { get; private set; }

    /// <summary>
    /// Says how many KPIs there are, so that one without rows is in the table and an index beyond them is refused. It also spares a look through all rows for
    /// the highest index.
    /// </summary>
    /// <param name="count">The number, at least 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public RollupOptions WithKpis(int count) => Changed(copy => copy.Kpis = Require.AtLeast(count, 1, "a rollup has a KPI"));

    /// <summary>Says how many segments there are, so that one without rows is in the table and an index beyond them is refused.</summary>
    /// <param name="count">The number, at least 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public RollupOptions WithSegments(int count) => Changed(copy => copy.Segments = Require.AtLeast(count, 1, "a rollup by segment has a segment"));

    /// <summary>Says what happens to rows that cannot be rolled up.</summary>
    /// <param name="badRows">The policy.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="badRows"/> is undefined.</exception>
    public RollupOptions With(BadRows badRows) => Changed(copy => copy.BadRows = Require.Defined(badRows));

    /// <summary>Says what is kept of the rows.</summary>
    /// <param name="detail">The detail.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is undefined.</exception>
    public RollupOptions With(RollupDetail detail) => Changed(copy => copy.Detail = Require.Defined(detail));

    /// <summary>The options, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Kpis?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any"} KPIs, "
            + $"{Segments?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any"} segments, bad rows: {BadRows}, {Detail}");

    private RollupOptions Changed(Action<RollupOptions> change)
    {
        var copy = (RollupOptions)MemberwiseClone();
        change(copy);
        return copy;
    }
}
