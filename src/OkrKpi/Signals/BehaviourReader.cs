namespace OkrKpi.Signals;

/// <summary>Works out the points, segments and signals of a series.</summary>
internal sealed class BehaviourReader(BehaviourSeries series)
{
    internal List<BehaviourPoint> Points { get; } = [];

    internal List<BehaviourSegment> Segments { get; } = [];

    internal List<Signal> Signals { get; } = [];

    internal BehaviourReader Read()
    {
        foreach (var span in series.Spans())
        {
            Read(span);
        }

        return this;
    }

    private void Read(SegmentSpan span)
    {
        var points = series.Points.AsSpan(span.First, span.Last - span.First + 1);
        var (values, numbers) = (new decimal[points.Length], new int[points.Length]);
        for (var index = 0; index < points.Length; index++)
        {
            (values[index], numbers[index]) = (points[index].Value, points[index].Number);
        }

        var reading = SegmentReading<decimal>.Of(values, numbers, series.Rules);
        var segment = new BehaviourSegment(
            new(numbers[0], numbers[^1], span.Because), points.Length, reading.Limits, series.Rules.Season is not null);
        Segments.Add(segment);
        var first = Points.Count;
        var next = 0;
        for (var index = 0; index < points.Length; index++)
        {
            if (next < reading.Read.Length && reading.Read[next] == index)
            {
                Points.Add(PointOf(points[index], segment, reading, next, first));
                next++;
            }
            else
            {
                Points.Add(new(points[index], segment, null, null, [], Variation.CannotTell));
            }
        }

        AddSignals(reading, first);
    }

    private BehaviourPoint PointOf(SeriesPoint point, BehaviourSegment segment, SegmentReading<decimal> reading, int place, int first)
    {
        var range = reading.RangeOf(place, series.Rules.Gaps);
        if (!reading.Limits.HasLimits)
        {
            return new(point, segment, range, null, [], Variation.CannotTell);
        }

        var mark = reading.Marks[place];
        List<SignalRule> rules = [];
        for (var rule = 0; rule < series.Rules.Rules.Count; rule++)
        {
            if ((mark.Rules & (1u << rule)) != 0 && (rules.Count == 0 || series.Rules.AtOnePoint == RulesAtOnePoint.All))
            {
                rules.Add(series.Rules.Rules[rule]);
            }
        }

        var (lower, centre, upper) = reading.LinesOf(place);
        var standing = mark.Rules == 0 ? Variation.CommonCause
            : series.Rules.Rules[mark.First].Kind == SignalKind.Trend && place > 0
                ? series.Judge(mark.SideOf(mark.First), point.Value, Points[first + reading.Read[place - 1]].Value)
            : series.Judge(mark.SideOf(mark.First), point.Value, centre);
        return new(point, segment, range, new(lower, centre, upper), [.. rules], standing);
    }

    private void AddSignals(SegmentReading<decimal> reading, int first)
    {
        for (var rule = 0; rule < series.Rules.Rules.Count; rule++)
        {
            var each = series.Rules.Rules[rule];
            var (side, members, complete) = (SignalSide.Neither, new List<int>(), new List<int>());
            for (var last = 0; last < reading.Marks.Length; last++)
            {
                if (reading.Marks[last].CompleteSideOf(rule) is not { } found)
                {
                    continue;
                }

                // Where all of them are needed a point may end one pattern and begin the next one, and its mark tells of the next one.
                int[] window =
                [
                    .. Enumerable.Range(last - each.OutOf + 1, each.OutOf)
                        .Where(index => each.Count == each.OutOf || IsMember(reading.Marks[index], rule, found))
                ];

                // Patterns of one rule that share points or follow one another are one signal.
                if (members.Count > 0 && (found != side || window[0] > members[^1] + 1))
                {
                    Add(each, side, members, complete, reading, first);
                    (members, complete) = ([], []);
                }

                side = found;
                members.AddRange(window.Where(index => members.Count == 0 || index > members[^1]));
                complete.Add(last);
            }

            if (members.Count > 0)
            {
                Add(each, side, members, complete, reading, first);
            }
        }
    }

    private static bool IsMember(PointMark mark, int rule, SignalSide side) => (mark.Rules & (1u << rule)) != 0 && mark.SideOf(rule) == side;

    private void Add(SignalRule rule, SignalSide side, List<int> members, List<int> complete, SegmentReading<decimal> reading, int first)
    {
        BehaviourPoint[] points = [.. members.Select(index => Points[first + reading.Read[index]])];

        // Where only the most telling rule is told, a signal that is the most telling nowhere is none.
        if (!Array.Exists(points, point => point.Rules.Contains(rule)))
        {
            return;
        }

        // Through a band one pattern says several things, and what its latest point says holds since the first one that says it from there on.
        var standing = Says(points.Length - 1);
        var since = points.Length - 1;
        while (since > 0 && Says(since - 1) == standing)
        {
            since--;
        }

        Signals.Add(new(
            rule, side, standing, points, [.. complete.Select(index => Points[first + reading.Read[index]])], points[since],
            rule.Kind == SignalKind.Trend ? points[0].Value : points[^1].Centre!.Value, series.Kpi?.Unit));

        // A step of a trend is judged against the point before it, and its first point by the first step.
        Variation Says(int index) => rule.Kind == SignalKind.Trend && Math.Max(index, 1) is var step
            ? series.Judge(side, points[step].Value, points[step - 1].Value)
            : series.Judge(side, points[index].Value, points[index].Centre!.Value);
    }
}
