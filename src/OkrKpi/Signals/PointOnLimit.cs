namespace OkrKpi.Signals;

/// <summary>On which side of a limit, or of a line between it and the centre, a point lies that is exactly on it.</summary>
public enum PointOnLimit
{
    /// <summary>Within: only what goes beyond is a sign.</summary>
    Within = 1,

    /// <summary>Beyond.</summary>
    Beyond = 2,
}
