namespace OkrKpi.Tests;

/// <summary>The rules once more, as one reads them in a book: every window is looked at by itself.</summary>
internal static class EveryWindow
{
    private const decimal Residue = 1e-20m;

    internal static List<(int Last, SignalSide Side, int[] Members)> Complete(
        decimal[] values, BehaviourSegment limits, SignalRule rule, PointOnLimit onLimit)
    {
        List<(int Last, SignalSide Side, int[] Members)> complete = [];
        for (var last = rule.OutOf; last <= values.Length; last++)
        {
            int[] window = [.. Enumerable.Range(last - rule.OutOf, rule.OutOf)];
            foreach (var side in new[] { SignalSide.High, SignalSide.Low, SignalSide.Neither })
            {
                if (Members(values, limits, rule, onLimit, window, side) is { Length: > 0 } members)
                {
                    complete.Add((last, side, [.. members.Select(index => index + 1)]));
                }
            }
        }

        return complete;
    }

    // The places that make the signal in a window; none where it is none.
    private static int[] Members(
        decimal[] values, BehaviourSegment limits, SignalRule rule, PointOnLimit onLimit, int[] window, SignalSide side)
    {
        var sign = side == SignalSide.Low ? -1m : 1m;
        var isSided = side != SignalSide.Neither;
        var sigma = (limits.Upper!.Value - limits.Centre!.Value) / 3m;
        decimal[] away = [.. window.Select(index => values[index] - limits.Centre.Value)];
        decimal[] steps = [.. window.Skip(1).Select(index => values[index] - values[index - 1])];
        switch (rule.Kind)
        {
            case SignalKind.BeyondLimit:
            case SignalKind.BeyondLine:
                int[] beyond = [.. window.Where((_, at) => IsOn(sign * away[at]) && IsBeyond(sign * away[at], rule.Sigmas))];
                return isSided && beyond.Length >= rule.Count && beyond[^1] == window[^1] ? beyond : [];
            case SignalKind.NearLimit:
                int[] near = [.. window.Where((_, at) => IsBeyond(sign * away[at], 2m) && !IsBeyond(sign * away[at], 3m))];
                return isSided && away.All(each => IsOn(sign * each)) && near.Length >= rule.Count ? near : [];
            case SignalKind.Run:
                return isSided && away.All(each => IsOn(sign * each)) ? window : [];
            case SignalKind.Trend:
                return isSided && steps.All(each => IsOn(sign * each)) ? window : [];
            case SignalKind.Alternating:
                return !isSided && steps.All(each => IsOn(Math.Abs(each))) && steps.Skip(1).Zip(steps).All(pair => pair.First > 0m != pair.Second > 0m)
                    ? window : [];
            case SignalKind.Hugging:
                return !isSided && sigma > Residue && away.All(each => !IsBeyond(Math.Abs(each), 1m) || !IsOn(Math.Abs(each))) ? window : [];
            case SignalKind.Avoiding:
                return !isSided && away.All(each => IsBeyond(Math.Abs(each), 1m) && IsOn(Math.Abs(each)))
                    && away.Any(each => each > 0m) && away.Any(each => each < 0m) ? window : [];
            default:
                throw new InvalidOperationException();
        }

        bool IsOn(decimal distance) => distance > Residue * Size();

        bool IsBeyond(decimal distance, decimal sigmas) =>
            distance - (sigma * sigmas) is var more && (onLimit == PointOnLimit.Within ? more > Residue * Size() : more >= -Residue * Size());

        decimal Size() => values.Max(Math.Abs);
    }
}
