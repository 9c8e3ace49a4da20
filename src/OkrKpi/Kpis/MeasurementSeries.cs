using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>The measurements of one KPI.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; keeps the order given, which decides between two measurements of the same time. The measurements need not be
/// sorted.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class MeasurementSeries
{
    private readonly Measurement[] measurements;

    private MeasurementSeries(KpiId kpi, Measurement[] measurements)
    {
        Kpi = kpi;
        this.measurements = measurements;
    }

    /// <summary>The KPI measured.</summary>
    public KpiId Kpi { get; }

    /// <summary>The measurements, in the order given.</summary>
    public IReadOnlyList<Measurement> Measurements => measurements;

    /// <summary>The measurements of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="measurements">The measurements, in any order.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException"><paramref name="kpi"/> is no id, a measurement is <see langword="null"/>, or two have one key.</exception>
    public static MeasurementSeries Of(string kpi, params IEnumerable<Measurement> measurements) => Of(KpiId.Given(kpi), measurements);

    /// <inheritdoc cref="Of(string, IEnumerable{Measurement})"/>
    public static MeasurementSeries Of(KpiId kpi, params IEnumerable<Measurement> measurements) =>
        new(Guard.Against.Null(kpi), Kept([], Require.Copy(measurements), SameKey.Refuse, nameof(measurements)));

    /// <summary>The series with one more measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <returns>The longer series.</returns>
    /// <exception cref="ArgumentException">Its key was given before.</exception>
    public MeasurementSeries With(Measurement measurement)
    {
        Kept(measurements, [Guard.Against.Null(measurement)], SameKey.Refuse, nameof(measurement));
        return new(Kpi, Require.Append(measurements, measurement));
    }

    /// <summary>The series with more measurements, all or none.</summary>
    /// <param name="more">The measurements, in any order.</param>
    /// <returns>The longer series.</returns>
    /// <exception cref="ArgumentException">A key is given twice.</exception>
    public MeasurementSeries With(params IEnumerable<Measurement> more) => With(SameKey.Refuse, more);

    /// <summary>The series with more measurements, all or none.</summary>
    /// <param name="sameKey">What becomes of a measurement whose key is there already.</param>
    /// <param name="more">The measurements, in any order.</param>
    /// <returns>The longer series.</returns>
    /// <exception cref="ArgumentException">A key is given twice and that is refused, or a measurement restates one of its key at another time or of another
    /// segment.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sameKey"/> is undefined.</exception>
    public MeasurementSeries With(SameKey sameKey, params IEnumerable<Measurement> more)
    {
        Require.Defined(sameKey);
        var kept = Kept(measurements, Require.Copy(more), sameKey, nameof(more));
        return kept.Length == 0 ? this : new(Kpi, measurements.Length == 0 ? kept : [.. measurements, .. kept]);
    }

    /// <summary>The KPI and how many measurements there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Kpi}: {measurements.Length} measurements");

    internal Measurement[] Items => measurements;

    /// <summary>Those to come that are not there by their key.</summary>
    private static Measurement[] Kept(Measurement[] accepted, Measurement[] toCome, SameKey sameKey, string name)
    {
        if (MeasurementKeys.Of(accepted, toCome) is not { } keys)
        {
            return toCome;
        }

        return Array.FindAll(toCome, measurement =>
        {
            var fault = sameKey == SameKey.Refuse ? keys.Fault(measurement) : keys.Moved(measurement);
            return fault is null ? sameKey == SameKey.Refuse || keys.IsNew(measurement) : throw new ArgumentException(fault, name);
        });
    }

    /// <summary>Refuses measurements that do not belong to a KPI or cannot be aggregated as it says.</summary>
    internal static MeasurementSeries Checked(MeasurementSeries measurements, Kpi kpi)
    {
        if (!measurements.Kpi.Equals(kpi.Id))
        {
            throw new ArgumentException($"The measurements are of '{measurements.Kpi}', not of '{kpi.Id}'.", nameof(measurements));
        }

        foreach (var measurement in measurements.measurements)
        {
            if (Misfit(measurement, kpi) is { } sentence)
            {
                throw new ArgumentException(sentence, nameof(measurements));
            }
        }

        return measurements;
    }

    /// <summary>Why a measurement cannot be aggregated as its KPI says, as a sentence; <see langword="null"/> when it can.</summary>
    internal static string? Misfit(Measurement measurement, Kpi kpi)
    {
        var isRatio = kpi.Aggregation == Aggregation.RatioOfSums;
        var missing =
            isRatio && measurement.Denominator is null
                ? "has no denominator; say what the value is out of with OutOf, or give the KPI another aggregation"
            : !isRatio && measurement.Denominator is not null
                ? $"has a denominator, which only {nameof(Aggregation.RatioOfSums)} reads; leave it out, or give the KPI that aggregation"
            : kpi.Aggregation == Aggregation.WeightedAverage && measurement.Weight is null
                ? "has no weight; add it with Weighing, or give the KPI another aggregation"
            : measurement.Segment is not null && !kpi.Unit.IsSummable && kpi.Aggregation.Additivity() == Additivity.SemiAdditive
                ? $"has a segment, but segments measured in {kpi.Unit} cannot be added up; use {nameof(Aggregation.WeightedAverage)} or "
                    + $"{nameof(Aggregation.RatioOfSums)}"
            : !kpi.Cadence.IsToldByDate && measurement.At is null ? "has a date only, but the KPI is hourly; give an instant"
            : null;
        return missing is null ? null : $"A measurement of '{kpi.Name}', {measurement}, {missing}.";
    }
}
