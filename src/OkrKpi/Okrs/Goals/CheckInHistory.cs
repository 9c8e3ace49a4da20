using NodaTime;

namespace OkrKpi;

/// <summary>The check-ins of a key result, or of one part of its goal, up to a date.</summary>
internal readonly struct CheckInHistory(IReadOnlyList<CheckIn> checkIns, string? part, Cycle cycle, LocalDate asOf)
{
    /// <summary>The latest check-in with a value on or before the date; of one date, the one added last.</summary>
    internal CheckIn? Latest
    {
        get
        {
            CheckIn? latest = null;
            for (var index = 0; index < checkIns.Count; index++)
            {
                var checkIn = checkIns[index];
                if (Counts(checkIn) && !(checkIn.Date < latest?.Date))
                {
                    latest = checkIn;
                }
            }

            return latest;
        }
    }

    internal CheckInHistory ForPart(string name) => new(checkIns, name, cycle, asOf);

    /// <summary>In how many of the cycle's whole weeks that have passed the last value lies inside a band.</summary>
    internal (int Inside, int Weeks) WeeksWithin(Band band)
    {
        var elapsed = asOf < cycle.Start ? 0 : Math.Min((Period.DaysBetween(cycle.Start, asOf) + 1) / 7, cycle.Weeks);
        var inside = 0;
        for (var week = 0; week < elapsed; week++)
        {
            var start = cycle.Start.PlusDays(week * 7);
            if (LastBetween(start, start.PlusDays(6)) is { } checkIn && band.Contains(checkIn.Value!.Value))
            {
                inside++;
            }
        }

        return (inside, elapsed);
    }

    private CheckIn? LastBetween(LocalDate first, LocalDate last)
    {
        CheckIn? latest = null;
        for (var index = 0; index < checkIns.Count; index++)
        {
            var checkIn = checkIns[index];
            if (Counts(checkIn) && checkIn.Date >= first && checkIn.Date <= last && !(checkIn.Date < latest?.Date))
            {
                latest = checkIn;
            }
        }

        return latest;
    }

    private bool Counts(CheckIn checkIn) => checkIn.Value is not null && checkIn.Date <= asOf && string.Equals(checkIn.Part, part, StringComparison.Ordinal);
}
