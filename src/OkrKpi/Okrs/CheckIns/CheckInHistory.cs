using NodaTime;

namespace OkrKpi;

/// <summary>The check-ins of a key result, or of one part of its goal, up to a date.</summary>
internal readonly struct CheckInHistory(
    CheckInsByPart given, string? part, Cycle cycle, LocalDate asOf, CurrentValue reading, LocalDate? startedOn = null)
{
    private readonly CheckIn[] checkIns = part is null ? given.All : given.Of(part);

    // Up to here the sum of value times sample is exact in a decimal; beyond, each weight is divided first.
    private const decimal LargestExactSample = 1_000_000_000_000m;

    internal Cycle Cycle => cycle;

    internal LocalDate AsOf => asOf;

    internal CurrentValue Reading => reading;

    /// <summary>The first day whose check-ins count together: that of the cycle, or of an earlier one whose progress was kept.</summary>
    internal LocalDate Start => startedOn is { } earlier && earlier < cycle.Start ? earlier : cycle.Start;

    /// <summary>How many values were checked in since then.</summary>
    internal int Count
    {
        get
        {
            var count = 0;
            for (var index = 0; index < checkIns.Length; index++)
            {
                count += IsOfCycle(checkIns[index]) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The latest check-in with a value on or before the date; of one date, the one added last.</summary>
    internal CheckIn? Latest => LastBetween(LocalDate.MinIsoValue, asOf);

    /// <summary>The first check-in of the cycle; of one date, the one added first.</summary>
    internal CheckIn? First
    {
        get
        {
            CheckIn? first = null;
            for (var index = 0; index < checkIns.Length; index++)
            {
                var checkIn = checkIns[index];
                if (IsOfCycle(checkIn) && !(checkIn.Date >= first?.Date))
                {
                    first = checkIn;
                }
            }

            return first;
        }
    }

    internal CheckInHistory ForPart(string name) => new(given, name, cycle, asOf, reading, startedOn);

    /// <summary>The value the check-ins stand at and the answers behind it; <see langword="null"/> without a value.</summary>
    internal (decimal Value, decimal Sample)? Current(decimal start)
    {
        if (reading == CurrentValue.Latest)
        {
            return Latest is { } latest ? (latest.Value!.Value, latest.Sample ?? 0m) : null;
        }

        decimal sum = 0m, sample = 0m;
        (decimal Value, decimal Sample)? largest = null, smallest = null;
        var (count, sampled) = (0, 0);
        for (var index = 0; index < checkIns.Length; index++)
        {
            var checkIn = checkIns[index];
            if (!IsOfCycle(checkIn))
            {
                continue;
            }

            var value = checkIn.Value!.Value;
            count++;
            sum += value;
            var judged = (Value: value, Sample: checkIn.Sample ?? 0m);
            largest = largest is { } most && (value < most.Value || (value == most.Value && judged.Sample <= most.Sample)) ? most : judged;
            smallest = smallest is { } least && (value > least.Value || (value == least.Value && judged.Sample <= least.Sample)) ? least : judged;
            if (checkIn.Sample is { } answers)
            {
                sampled++;
                sample += answers;
            }
        }

        return count == 0 ? null : reading switch
        {
            CurrentValue.Sum => (Math.Clamp(start + sum, -Require.LargestAmount, Require.LargestAmount), sample),
            CurrentValue.Mean => (sampled == count && sample > 0m ? MeanBySample(sample) : sum / count, sample),
            CurrentValue.Max => largest,
            CurrentValue.Min => smallest,
            CurrentValue.Latest => null,
        };
    }

    /// <summary>
    /// The check-ins since <see cref="Start"/> up to the end of the cycle, by date, so that periods and check-ins are walked through once, side by side.
    /// </summary>
    internal CheckIn[] InOrder()
    {
        var counted = new List<CheckIn>();
        for (var index = 0; index < checkIns.Length; index++)
        {
            if (IsOfCycle(checkIns[index]) && checkIns[index].Date <= cycle.End)
            {
                counted.Add(checkIns[index]);
            }
        }

        return ByDate.Sorted([.. counted], static each => each.Date);
    }

    private decimal MeanBySample(decimal all)
    {
        decimal sum = 0m;
        for (var index = 0; index < checkIns.Length; index++)
        {
            var checkIn = checkIns[index];
            if (IsOfCycle(checkIn))
            {
                sum += all <= LargestExactSample ? checkIn.Value!.Value * checkIn.Sample!.Value : checkIn.Value!.Value * (checkIn.Sample!.Value / all);
            }
        }

        return all <= LargestExactSample ? sum / all : sum;
    }

    private CheckIn? LastBetween(LocalDate first, LocalDate last)
    {
        CheckIn? latest = null;
        for (var index = 0; index < checkIns.Length; index++)
        {
            var checkIn = checkIns[index];
            if (Counts(checkIn) && checkIn.Date >= first && checkIn.Date <= last && !(checkIn.Date < latest?.Date))
            {
                latest = checkIn;
            }
        }

        return latest;
    }

    private bool IsOfCycle(CheckIn checkIn) => Counts(checkIn) && checkIn.Date >= Start;

    private bool Counts(CheckIn checkIn) => checkIn.Value is not null && checkIn.StandsOn(asOf) && string.Equals(checkIn.Part, part, StringComparison.Ordinal);
}
