namespace OkrKpi.Signals;

/// <summary>What a behaviour is worked out from: points in order, where segments begin, and how what is seen is judged.</summary>
internal sealed record BehaviourSeries(SeriesPoint[] Points, SegmentStart[] Starts, SignalRules Rules, Direction Direction, Target? Target, Band? Natural, Kpi? Kpi)
{
    /// <summary>The segments, each with at least one point.</summary>
    internal List<SegmentSpan> Spans()
    {
        List<SegmentSpan> spans = [];
        var (first, because) = (0, (string?)null);
        for (var index = 0; index < Points.Length; index++)
        {
            if (index > 0 && StartOf(Points[index - 1].Number, Points[index].Number) is { } start)
            {
                spans.Add(new(first, index - 1, because));
                (first, because) = (index, start.Because);
            }
        }

        if (Points.Length > 0)
        {
            spans.Add(new(first, Points.Length - 1, because));
        }

        return spans;
    }

    /// <summary>What a signal at a point says: at which side of what it lies, by the direction and, of a band, by which is closer to its middle.</summary>
    internal Variation Judge(SignalSide side, decimal value, decimal against) => (side, Direction) switch
    {
        (SignalSide.Neither, _) => Variation.Unusual,
        (SignalSide.High, Direction.HigherIsBetter) or (SignalSide.Low, Direction.LowerIsBetter) => Variation.Improving,
        (SignalSide.High, Direction.LowerIsBetter) or (SignalSide.Low, Direction.HigherIsBetter) => Variation.Worsening,
        (_, Direction.WithinBand) when Target?.Band is { } band && band.Margin(value) != band.Margin(against) =>
            band.Margin(value) > band.Margin(against) ? Variation.Improving : Variation.Worsening,
        (SignalSide.High, Direction.WithinBand or Direction.None) => Variation.High,
        (SignalSide.Low, Direction.WithinBand or Direction.None) => Variation.Low,
    };

    // Of several starts between two points the latest one says why.
    private SegmentStart? StartOf(int before, int number)
    {
        SegmentStart? found = null;
        foreach (var start in Starts)
        {
            if (start.Number > before && start.Number <= number)
            {
                found = start;
            }
        }

        return found;
    }
}
