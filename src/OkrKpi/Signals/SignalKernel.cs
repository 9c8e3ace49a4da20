using System.Numerics;

namespace OkrKpi.Signals;

/// <summary>Holds the points of one segment against rules.</summary>
internal static class SignalKernel
{
    /// <summary>Marks the points at which rules see a signal.</summary>
    /// <param name="values">The points in order, without gaps.</param>
    /// <param name="limits">Their limits, which exist.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="marks">One for each point, unmarked.</param>
    internal static void Mark<T>(ReadOnlySpan<T> values, in ProcessLimits<T> limits, SignalRules rules, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var points = new Standing<T>(values, limits, rules.OnLimit);
        for (var rule = 0; rule < rules.Rules.Count; rule++)
        {
            var each = rules.Rules[rule];
            switch (each.Kind)
            {
                case SignalKind.BeyondLimit:
                case SignalKind.BeyondLine:
                    MarkBeyond(points, each, rule, marks);
                    break;
                case SignalKind.NearLimit:
                    MarkNear(points, each, rule, marks);
                    break;
                case SignalKind.Run:
                    MarkRuns(points, each, rule, marks);
                    break;
                case SignalKind.Trend:
                    MarkTrends(points, each, rule, marks);
                    break;
                case SignalKind.Alternating:
                    MarkAlternating(points, each, rule, marks);
                    break;
                case SignalKind.Hugging:
                    MarkHugging(points, each, rule, marks);
                    break;
                case SignalKind.Avoiding:
                    MarkAvoiding(points, each, rule, marks);
                    break;
            }
        }
    }

    private static void MarkBeyond<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var line = points.Line(each.Sigmas);
        for (var last = each.OutOf - 1; last < points.Count; last++)
        {
            var side = points.BeyondSide(last, line);
            var beyond = 0;
            for (var index = last - each.OutOf + 1; index <= last; index++)
            {
                beyond += points.BeyondSide(index, line) == side ? 1 : 0;
            }

            if (side == SignalSide.Neither || beyond < each.Count)
            {
                continue;
            }

            marks[last].Complete(rule, side);
            for (var index = last - each.OutOf + 1; index <= last; index++)
            {
                if (points.BeyondSide(index, line) == side)
                {
                    marks[index].Add(rule, side);
                }
            }
        }
    }

    private static void MarkNear<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var (line, limit) = (points.Line(each.Sigmas), points.Line(3m));
        for (var last = each.OutOf - 1; last < points.Count; last++)
        {
            var side = points.Side(last);
            var (near, isOneSided) = (0, side != SignalSide.Neither);
            for (var index = last - each.OutOf + 1; index <= last; index++)
            {
                isOneSided &= points.Side(index) == side;
                near += points.IsNear(index, line, limit) ? 1 : 0;
            }

            if (!isOneSided || near < each.Count)
            {
                continue;
            }

            marks[last].Complete(rule, side);
            for (var index = last - each.OutOf + 1; index <= last; index++)
            {
                if (points.IsNear(index, line, limit))
                {
                    marks[index].Add(rule, side);
                }
            }
        }
    }

    private static void MarkRuns<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var (length, before) = (0, SignalSide.Neither);
        for (var index = 0; index < points.Count; index++)
        {
            var side = points.Side(index);
            length = side == SignalSide.Neither ? 0 : side == before ? length + 1 : 1;
            before = side;
            MarkInARow(index, length, each.Count, rule, side, marks);
        }
    }

    private static void MarkTrends<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var (length, before) = (1, SignalSide.Neither);
        for (var index = 1; index < points.Count; index++)
        {
            var step = points.Step(index);
            length = step == SignalSide.Neither ? 1 : step == before ? length + 1 : 2;
            before = step;
            MarkInARow(index, length, each.Count, rule, step, marks);
        }
    }

    private static void MarkAlternating<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var (length, before) = (1, SignalSide.Neither);
        for (var index = 1; index < points.Count; index++)
        {
            var step = points.Step(index);
            length = step == SignalSide.Neither ? 1 : before != SignalSide.Neither && step != before ? length + 1 : 2;
            before = step;
            MarkInARow(index, length, each.Count, rule, SignalSide.Neither, marks);
        }
    }

    private static void MarkHugging<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        if (!points.Varies)
        {
            return;
        }

        var (length, line) = (0, points.Line(each.Sigmas));
        for (var index = 0; index < points.Count; index++)
        {
            length = points.BeyondSide(index, line) == SignalSide.Neither ? length + 1 : 0;
            MarkInARow(index, length, each.Count, rule, SignalSide.Neither, marks);
        }
    }

    private static void MarkAvoiding<T>(in Standing<T> points, SignalRule each, int rule, Span<PointMark> marks)
        where T : struct, INumber<T>
    {
        var line = points.Line(each.Sigmas);
        var (length, lastHigh, lastLow) = (0, -1, -1);
        for (var index = 0; index < points.Count; index++)
        {
            var side = points.BeyondSide(index, line);
            length = side == SignalSide.Neither ? 0 : length + 1;
            lastHigh = side == SignalSide.High ? index : lastHigh;
            lastLow = side == SignalSide.Low ? index : lastLow;
            if (length >= each.Count && Math.Min(lastHigh, lastLow) > index - each.Count)
            {
                MarkInARow(index, each.Count, each.Count, rule, SignalSide.Neither, marks);
            }
        }
    }

    private static void MarkInARow(int last, int length, int needed, int rule, SignalSide side, Span<PointMark> marks)
    {
        if (length < needed)
        {
            return;
        }

        marks[last].Complete(rule, side);
        for (var index = length == needed ? last - needed + 1 : last; index <= last; index++)
        {
            marks[index].Add(rule, side);
        }
    }

    /// <summary>How points lie to the centre, to lines beside it and to one another.</summary>
    private readonly ref struct Standing<T>(ReadOnlySpan<T> values, ProcessLimits<T> limits, PointOnLimit onLimit)
        where T : struct, INumber<T>
    {
        private readonly ReadOnlySpan<T> values = values;
        private readonly ProcessLimits<T> limits = limits;
        private readonly PointOnLimit onLimit = onLimit;

        internal int Count => values.Length;

        internal bool Varies => limits.Width > limits.Residue;

        internal T Line(decimal sigmas) => limits.Width * T.CreateChecked(sigmas) / T.CreateChecked(3);

        internal SignalSide Side(int index) => SideOf(values[index] - limits.Centre);

        internal SignalSide Step(int index) => SideOf(values[index] - values[index - 1]);

        /// <summary>On which side a point lies beyond a line; neither when it does not.</summary>
        internal SignalSide BeyondSide(int index, T line)
        {
            var deviation = values[index] - limits.Centre;
            return IsBeyond(T.Abs(deviation) - line) ? SideOf(deviation) : SignalSide.Neither;
        }

        internal bool IsNear(int index, T line, T limit)
        {
            var distance = T.Abs(values[index] - limits.Centre);
            return IsBeyond(distance - line) && !IsBeyond(distance - limit);
        }

        // What division leaves over decides nothing: a point on the line is on it.
        private bool IsBeyond(T difference) => onLimit switch
        {
            PointOnLimit.Within => difference > limits.Residue,
            PointOnLimit.Beyond => difference >= -limits.Residue,
        };

        private SignalSide SideOf(T difference) =>
            difference > limits.Residue ? SignalSide.High
            : difference < -limits.Residue ? SignalSide.Low
            : SignalSide.Neither;
    }
}
