namespace OkrKpi.Signals;

/// <summary>What a behaviour is worked out from: points in order, where segments begin, in order too, and how what is seen is judged.</summary>
internal sealed record BehaviourSeries(
    SeriesPoint[] Points, SegmentStart[] Starts, SignalRules Rules, Direction Direction, Target? Target, Band? Natural, Kpi? Kpi)
{
    /// <summary>The segments, each with at least one point.</summary>
    internal List<SegmentSpan> Spans()
    {
        List<SegmentSpan> spans = [];
        var (first, because, next) = (0, (string?)null, 0);
        for (var index = 0; index < Points.Length; index++)
        {
            // Of several starts up to a point the latest one says why; before the first point there is nothing to begin anew.
            SegmentStart? start = null;
            for (; next < Starts.Length && Starts[next].Number <= Points[index].Number; next++)
            {
                start = Starts[next];
            }

            if (index > 0 && start is { } begun)
            {
                spans.Add(new(first, index - 1, because));
                (first, because) = (index, begun.Because);
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
}
