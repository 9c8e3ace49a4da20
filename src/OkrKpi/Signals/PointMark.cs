using System.Numerics;

namespace OkrKpi.Signals;

/// <summary>Which rules see a signal at a point, one bit a rule.</summary>
internal struct PointMark
{
    /// <summary>The rules whose pattern the point is part of.</summary>
    internal uint Rules;

    /// <summary>Those of them whose pattern goes up.</summary>
    internal uint High;

    /// <summary>Those of them whose pattern goes down.</summary>
    internal uint Low;

    /// <summary>The rules whose pattern is complete at the point, be it part of it or not, and which way it goes.</summary>
    internal uint CompleteHigh;

    internal uint CompleteLow;

    internal uint CompleteNeither;

    /// <summary>The place of the most telling rule; 32 without one.</summary>
    internal readonly int First => BitOperations.TrailingZeroCount(Rules);

    internal readonly SignalSide SideOf(int rule) =>
        (High & (1u << rule)) != 0 ? SignalSide.High
        : (Low & (1u << rule)) != 0 ? SignalSide.Low
        : SignalSide.Neither;

    /// <summary>Which way a pattern goes that is complete here; <see langword="null"/> when none is.</summary>
    internal readonly SignalSide? CompleteSideOf(int rule) =>
        (CompleteHigh & (1u << rule)) != 0 ? SignalSide.High
        : (CompleteLow & (1u << rule)) != 0 ? SignalSide.Low
        : (CompleteNeither & (1u << rule)) != 0 ? SignalSide.Neither
        : null;

    // A point may end one trend and begin another; the later one is told.
    internal void Add(int rule, SignalSide side)
    {
        var bit = 1u << rule;
        Rules |= bit;
        High = side == SignalSide.High ? High | bit : High & ~bit;
        Low = side == SignalSide.Low ? Low | bit : Low & ~bit;
    }

    internal void Complete(int rule, SignalSide side)
    {
        var bit = 1u << rule;
        CompleteHigh |= side == SignalSide.High ? bit : 0u;
        CompleteLow |= side == SignalSide.Low ? bit : 0u;
        CompleteNeither |= side == SignalSide.Neither ? bit : 0u;
    }
}
