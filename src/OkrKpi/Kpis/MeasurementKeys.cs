using NodaTime;

namespace OkrKpi;

/// <summary>The keys a host gave its measurements: one key is one measurement, of one time and segment, that may be restated or withdrawn once a day.</summary>
internal sealed class MeasurementKeys
{
    private readonly Dictionary<string, Measurement> first = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, LocalDate? ChangedOn, bool IsWithdrawal)> seen = [];

    /// <summary>The keys of measurements that were accepted before; <see langword="null"/> when neither they nor those to come have any.</summary>
    internal static MeasurementKeys? Of(Measurement[] accepted, Measurement[] toCome)
    {
        if (!Array.Exists(toCome, static each => each.Key is not null))
        {
            return null;
        }

        var keys = new MeasurementKeys();
        foreach (var measurement in accepted)
        {
            keys.Fault(measurement);
        }

        return keys;
    }

    /// <summary>Why a measurement cannot be taken beside those before it; <see langword="null"/> when it can, and then it is one of them.</summary>
    internal string? Fault(Measurement measurement) => Moved(measurement) ?? (IsNew(measurement) ? null
        : $"The key '{measurement.Key}' is given twice, the second time with {measurement}; one key is one measurement: leave it out, give it a key of its "
            + $"own, "
            + $"or have it left out with {nameof(SameKey)}.{nameof(SameKey.Ignore)}.");

    /// <summary>Why a measurement is not the one its key was given for.</summary>
    internal string? Moved(Measurement measurement)
    {
        if (measurement.Key is not { } key || first.TryAdd(key, measurement))
        {
            return null;
        }

        var known = first[key];
        return !measurement.Restates || (known.Date == measurement.Date && known.At == measurement.At && Equals(known.Segment, measurement.Segment)) ? null
            : $"The key '{key}' was given for {known}, and {measurement} that restates it is of another time or segment; withdraw the measurement and "
                + $"record it with a new key.";
    }

    /// <summary>Whether nothing was given with its key before; of a restatement nothing on its day.</summary>
    internal bool IsNew(Measurement measurement) =>
        measurement.Key is not { } key || seen.Add((key, measurement.Restates ? measurement.KnownOn : null, measurement.IsWithdrawn));
}
