using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>
/// The same measurement of a KPI that adds up stands twice, so it counts twice. Code <c>same-measurement-twice</c>, a warning on the KPI.
/// </summary>
/// <remarks>
/// Bad: 120 meetings of June entered twice, beside one row for every other month. Good: one of them, the other a correction
/// (<see cref="Measurement.Restating"/>). Two rows are the same when date, segment, value and weight are; a KPI of which more than one of ten days has several
/// rows is taken to be one of single events, where the same value twice means nothing.
/// </remarks>
public sealed class MeasurementStandsTwice : FindingRule
{
    private const decimal RareShare = 0.1m;
    private const int ManyRows = 100;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Kpi kpi, ReviewContext context)
    {
        Guard.Against.Null(kpi);
        Guard.Against.Null(context);
        if (kpi.Aggregation.Additivity() != Additivity.Additive)
        {
            return [];
        }

        var series = context.Portfolio.MeasurementsOf(kpi.Id);
        if (IsOneATime(series.Items))
        {
            return [];
        }

        Measurement[] rows = [.. MeasurementGroups.KnownOf(kpi, series, context.AsOf).OrderBy(TimeOf)];
        Measurement? twice = null;
        var (days, several) = (0, 0);
        for (var first = 0; first < rows.Length; days++)
        {
            var end = first + 1;
            while (end < rows.Length && TimeOf(rows[end]) == TimeOf(rows[first]))
            {
                end++;
            }

            if (end - first > ManyRows)
            {
                return [];
            }

            var isSeveral = false;
            for (var index = first; index < end; index++)
            {
                for (var other = index + 1; other < end; other++)
                {
                    if (IsComparable(rows[index]) && IsComparable(rows[other]) && Equals(rows[index].Segment, rows[other].Segment))
                    {
                        isSeveral = true;
                        twice ??= IsSame(rows[index], rows[other]) ? rows[other] : null;
                    }
                }
            }

            several += isSeveral ? 1 : 0;
            first = end;
        }

        return twice is not null && several <= Math.Max(1m, RareShare * days)
            ? [
                Finding.Of("same-measurement-twice", FindingSeverity.Warning, FindingSubject.Of(kpi), Explanation.Of(
                    "finding.measurementTwice", new Fact("kpi", kpi.Name), new Fact("value", twice.Value, kpi.Unit),
                    new Fact("date", twice.Date ?? kpi.Calendar.DateOf(twice.At!.Value))))
            ]
            : [];
    }

    // As nearly all series come: then nothing is left to look for, whatever of it is known.
    private static bool IsOneATime(Measurement[] rows)
    {
        var before = long.MinValue;
        foreach (var row in rows)
        {
            var time = TimeOf(row);
            if (time <= before)
            {
                return false;
            }

            before = time;
        }

        return true;
    }

    private static long TimeOf(Measurement row) =>
        row.At?.ToUnixTimeTicks() ?? ((DayNumber.Of(row.Date!.Value) * NodaConstants.TicksPerDay) + 1);

    // Keys tell rows apart.
    private static bool IsComparable(Measurement row) => row.Key is null;

    private static bool IsSame(Measurement left, Measurement right) =>
        left.Value == right.Value && left.Weight == right.Weight && left.Denominator == right.Denominator;
}
