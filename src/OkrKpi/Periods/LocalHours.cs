using NodaTime;

namespace OkrKpi;

/// <summary>
/// The hours of a zone's clock, as seconds of Unix time. An hour begins when the clock shows a full hour or is changed, and lasts until the next begins:
/// so hours tile time, each lies within one hour of the clock, and an hour the clock shows twice is two hours. A change by half an hour makes a shorter one.
/// </summary>
internal static class LocalHours
{
    private const long Hour = 3_600;

    internal static long StartOf(DateTimeZone zone, Instant instant)
    {
        var second = instant.ToUnixTimeSeconds();
        var clock = Clock.At(zone, second);
        return Math.Max(clock.FullHourAt(second), clock.From);
    }

    internal static long Plus(DateTimeZone zone, long start, long count) => count switch
    {
        0 => start,
        > 0 => Later(zone, start, count),
        _ => Earlier(zone, start, -count),
    };

    internal static long Steps(DateTimeZone zone, long from, long to)
    {
        if (from > to)
        {
            return -Steps(zone, to, from);
        }

        var steps = 0L;
        while (from < to)
        {
            var clock = Clock.At(zone, from);
            var next = clock.FullHourAt(from) + Hour;
            if (to < clock.To)
            {
                return steps + ((to - next) / Hour) + 1;
            }

            steps += clock.FullHoursUntilChange(next) + 1;
            from = clock.To;
        }

        return steps;
    }

    /// <summary>
    /// What the clock shows at the start of an hour, its minutes and seconds left out, and which showing of that hour it is:
    /// <see langword="null"/> when the clock shows it once, <c>A</c> and <c>B</c> when twice, as power markets write it.
    /// </summary>
    internal static (LocalDateTime Shown, char? Showing) Name(DateTimeZone zone, long start)
    {
        var clock = Clock.At(zone, start);
        var shown = clock.FullHourAt(start) + clock.Offset;
        char? showing = null;
        if (clock.From > long.MinValue && clock.From + Clock.At(zone, clock.From - 1).Offset > shown)
        {
            showing = 'B';
        }
        else if (clock.To < long.MaxValue && clock.To + Clock.At(zone, clock.To).Offset < shown + Hour)
        {
            showing = 'A';
        }

        return (Instant.FromUnixTimeSeconds(shown).InUtc().LocalDateTime, showing);
    }

    /// <summary>An instant in the first and one in the last hour in which the clock shows this hour; around a gap, where the clock goes on.</summary>
    internal static (Instant First, Instant Last) Showing(DateTimeZone zone, LocalDateTime hour)
    {
        var start = zone.MapLocal(hour);
        var first = start.Count > 0 ? start.First().ToInstant() : start.LateInterval.Start;
        var end = zone.MapLocal(hour.PlusSeconds((int)Hour - 1));
        return (first, end.Count > 0 ? end.Last().ToInstant() : first);
    }

    private static long Later(DateTimeZone zone, long start, long count)
    {
        while (true)
        {
            var clock = Clock.At(zone, start);
            var next = clock.FullHourAt(start) + Hour;
            var full = clock.FullHoursUntilChange(next);
            if (count <= full)
            {
                return next + ((count - 1) * Hour);
            }

            count -= full + 1;
            start = clock.To;
            if (count == 0)
            {
                return start;
            }
        }
    }

    private static long Earlier(DateTimeZone zone, long start, long count)
    {
        while (true)
        {
            var clock = Clock.At(zone, start - 1);
            var last = clock.FullHourAt(start - 1);
            var full = clock.FullHoursSinceChange(last);
            if (count <= full)
            {
                return last - ((count - 1) * Hour);
            }

            count -= full + 1;
            start = clock.From;
            if (count == 0)
            {
                return start;
            }
        }
    }

    /// <summary>A stretch of time in which the clock is not changed.</summary>
    private readonly record struct Clock(long From, long To, long Offset)
    {
        internal static Clock At(DateTimeZone zone, long second)
        {
            var interval = zone.GetZoneInterval(Instant.FromUnixTimeSeconds(second));
            var from = interval;
            while (from.HasStart && zone.GetZoneInterval(from.Start - Duration.Epsilon) is var before && before.WallOffset == interval.WallOffset)
            {
                from = before;
            }

            var to = interval;
            while (to.HasEnd && zone.GetZoneInterval(to.End) is var after && after.WallOffset == interval.WallOffset)
            {
                to = after;
            }

            return new(
                from.HasStart ? from.Start.ToUnixTimeSeconds() : long.MinValue,
                to.HasEnd ? to.End.ToUnixTimeSeconds() : long.MaxValue,
                interval.WallOffset.Seconds);
        }

        internal long FullHourAt(long second)
        {
            var into = (second + Offset) % Hour;
            return second - (into < 0 ? into + Hour : into);
        }

        // Full hours from the given one up to, without, the next change.
        internal long FullHoursUntilChange(long first) =>
            To == long.MaxValue ? long.MaxValue - 1
            : first < To ? ((To - 1 - first) / Hour) + 1
            : 0;

        // Full hours from the given one back to, without, the change before.
        internal long FullHoursSinceChange(long last) =>
            From == long.MinValue ? long.MaxValue - 1
            : last > From ? ((last - From - 1) / Hour) + 1
            : 0;
    }
}
