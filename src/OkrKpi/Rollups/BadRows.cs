namespace OkrKpi.Rollups;

/// <summary>What happens to a row of columns that cannot be rolled up: an index out of range, a value that is no number, an instant outside the axis.</summary>
public enum BadRows
{
    /// <summary>The first one is refused with an error that names the row and what is wrong with it. The default.</summary>
    Refuse = 1,

    /// <summary>They are left out and counted (<see cref="Rollup.SkippedRows"/>).</summary>
    Skip = 2,
}
