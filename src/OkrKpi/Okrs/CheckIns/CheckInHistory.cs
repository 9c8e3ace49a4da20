using NodaTime;

namespace OkrKpi;

/// <summary>The check-ins of a key result, or of one part of its goal, up to a date.</summary>
internal readonly struct CheckInHistory(IReadOnlyList<CheckIn> checkIns, string? part, Cycle cycle, LocalDate asOf, CurrentValue reading)
{
    // Up to here the sum of value times sample is exact in a decimal; beyond, each weight is divided first.
    private const decimal LargestExactSample = 1_000_000_000_000m;

    internal Cycle Cycle => cycle;

    internal LocalDate AsOf => asOf;

    /// <summary>The latest check-in with a value on or before the date; of one date, the one added last.</summary>
    internal CheckIn? Latest => LastBetween(LocalDate.MinIsoValue, asOf);

    /// <summary>The first check-in of the cycle; of one date, the one added first.</summary>
    internal CheckIn? First
    {
        get
        {
            CheckIn? first = null;
            for (var index = 0; index < checkIns.Count; index++)
            {
                var checkIn = checkIns[index];
                if (Counts(checkIn) && checkIn.Date >= cycle.Start && !(checkIn.Date >= first?.Date))
                {
                    first = checkIn;
                }
            }

            return first;
        }
    }

    internal CheckInHistory ForPart(string name) => new(checkIns, name, cycle, asOf, reading);

    /// <summary>The value the check-ins stand at and the answers behind it; <see langword="null"/> without a value.</summary>
    internal (decimal Value, decimal Sample)? Current(decimal start)
    {
        if (reading == CurrentValue.Latest)
        {
            return Latest is { } latest ? (latest.Value!.Value, latest.Sample ?? 0m) : null;
        }

        decimal sum = 0m, sample = 0m;
        decimal? largest = null, smallest = null;
        var (count, sampled) = (0, 0);
        for (var index = 0; index < checkIns.Count; index++)
        {
            var checkIn = checkIns[index];
            if (!IsOfCycle(checkIn))
            {
                continue;
            }

            var value = checkIn.Value!.Value;
            count++;
            sum += value;
            largest = value > largest ? value : largest ?? value;
            smallest = value < smallest ? value : smallest ?? value;
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
            CurrentValue.Max => (largest!.Value, sample),
            CurrentValue.Min => (smallest!.Value, sample),
            CurrentValue.Latest => null,
        };
    }

    /// <summary>The last value checked in between two dates, both included; <see langword="null"/> without one.</summary>
    internal decimal? LastValueBetween(LocalDate first, LocalDate last) => LastBetween(first, last)?.Value;

    /// <summary>What the check-ins between two dates add up to, both included; <see langword="null"/> without one.</summary>
    internal decimal? SumBetween(LocalDate first, LocalDate last)
    {
        decimal? sum = null;
        for (var index = 0; index < checkIns.Count; index++)
        {
            var checkIn = checkIns[index];
            if (Counts(checkIn) && checkIn.Date >= first && checkIn.Date <= last)
            {
                sum = (sum ?? 0m) + checkIn.Value!.Value;
            }
        }

        return sum;
    }

    private decimal MeanBySample(decimal all)
    {
        decimal sum = 0m;
        for (var index = 0; index < checkIns.Count; index++)
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

    private bool IsOfCycle(CheckIn checkIn) => Counts(checkIn) && checkIn.Date >= cycle.Start;

    private bool Counts(CheckIn checkIn) => checkIn.Value is not null && checkIn.StandsOn(asOf) && string.Equals(checkIn.Part, part, StringComparison.Ordinal);
}
