using System.Numerics;

namespace OkrKpi.Signals;

/// <summary>Centre and limits of one segment, in the numbers of the caller: <see cref="decimal"/> for a KPI, <see cref="double"/> for columns.</summary>
internal readonly struct ProcessLimits<T>
    where T : struct, INumber<T>
{
    internal LimitState State { get; init; }

    /// <summary>Whether points can be held against limits.</summary>
    internal bool HasLimits { get; init; }

    /// <summary>How many points they rest on.</summary>
    internal int Points { get; init; }

    /// <summary>How many ranges were screened out.</summary>
    internal int Screened { get; init; }

    internal T Centre { get; init; }

    /// <summary>The average of the moving ranges.</summary>
    internal T Range { get; init; }

    /// <summary>From the centre to a limit: three sigma.</summary>
    internal T Width { get; init; }

    internal T RangeLimit { get; init; }

    /// <summary>What arithmetic may leave over: two numbers closer than this are the same.</summary>
    internal T Residue { get; init; }
}
