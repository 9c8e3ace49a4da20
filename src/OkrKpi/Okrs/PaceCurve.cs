using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Scoring;

/// <summary>Which progress is expected on each date of a cycle: 0 before it, 1 after it, and never falling in between.</summary>
/// <remarks>
/// Immutable; equal when kind and numbers are equal.
/// <code>
/// PaceCurve.Linear.Expected(Cycle.Quarter(2026, 3), new LocalDate(2026, 8, 15))   // 46 of 92 days: 0.5
/// PaceCurve.Seasonal(20, 30, 50)                                                   // month by month of a quarter
/// PaceCurve.BusinessDays(new LocalDate(2026, 9, 2)).Counting(ElapsedDays.ExcludingToday)
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PaceCurve : IEquatable<PaceCurve>
{
    private readonly PaceShape shape;
    private readonly decimal[] shares;
    private readonly LocalDate[] dates;
    private readonly BusinessDays working;

    private PaceCurve(PaceShape shape, decimal[] shares, LocalDate[] dates)
    {
        working = shape == PaceShape.BusinessDays ? Periods.BusinessDays.MondayToFriday.Without(dates) : Periods.BusinessDays.MondayToFriday;
        this.shape = shape;
        this.shares = shares;
        this.dates = dates;
        Elapsed = ElapsedDays.IncludingToday;
    }

    /// <summary>The share of the cycle's days that has passed. The default.</summary>
    public static PaceCurve Linear { get; } = new(PaceShape.Linear, [], []);

    /// <summary>
    /// All of it from the first day of the cycle on, so that progress alone decides and time plays no part (ServiceNow, OKR by BOJA). Nothing can be projected
    /// from it.
    /// </summary>
    public static PaceCurve InFull { get; } = new(PaceShape.InFull, [], []);

    /// <summary>How the progress expected grows.</summary>
    public PaceShape Shape => shape;

    /// <summary>The shares of the parts of the cycle (steps, seasonal), or the progress expected at each point (through, milestones), in order.</summary>
    public IReadOnlyList<decimal> Shares => shares;

    /// <summary>The dates of the points (through, milestones), or the holidays (business days), in order.</summary>
    public IReadOnlyList<LocalDate> Dates => dates;

    /// <summary>How the days that have passed are counted; <see cref="ElapsedDays.IncludingToday"/> unless said otherwise.</summary>
    public ElapsedDays Elapsed { get; private set; }

    /// <summary>
    /// Progress that is expected at the end of each part only: 4 steps expect 0, then 0.25 when a quarter of the cycle has passed, and so on.
    /// </summary>
    /// <param name="steps">How many parts; in a cycle of that many whole months each part is a month, otherwise all have the same length.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is not 1 to 1,000.</exception>
    public static PaceCurve Steps(int steps)
    {
        Require.Between(steps, 1, 1_000, "a cycle is cut into at least one part");
        return new(PaceShape.Steps, [.. Enumerable.Repeat(1m, steps)], []);
    }

    /// <summary>
    /// Parts of the cycle with different shares, growing steadily within each: 20, 30, 50 expect 0.2 after the first month of a quarter and 0.5 after the
    /// second.
    /// </summary>
    /// <param name="shares">One share a part, none negative and not all 0; only their proportion matters. Parts are months as in <see cref="Steps"/>.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no share, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative or above 10^15.</exception>
    public static PaceCurve Seasonal(params IEnumerable<decimal> shares)
    {
        Guard.Against.Null(shares);
        decimal[] list = [.. shares];
        foreach (var share in list)
        {
            Require.Between(share, 0m, Require.LargestAmount, "a seasonal share is 0 or more", nameof(shares));
        }

        return list.Sum() < Require.SmallestRange
            ? throw new ArgumentException("A seasonal curve needs at least one share above 0, as from the same months of earlier years.", nameof(shares))
            : new(PaceShape.Seasonal, list, []);
    }

    /// <summary>A line bent through agreed points: (1 August, 0.1) in a quarter from July expects little at first (Oboard, Ally.io).</summary>
    /// <param name="points">Dates in order, with the progress expected at the close of each, never falling.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, dates are not in order, or the progress falls.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A progress is not 0 to 1, or a date lies outside the years 2 to 9997.</exception>
    public static PaceCurve Through(params IEnumerable<(LocalDate Date, decimal Expected)> points) => Dated(PaceShape.Through, points);

    /// <summary>Progress that is expected from each due date on and not before: (31 July, 0.3) expects 0 until the 30th and 0.3 from the 31st.</summary>
    /// <param name="points">Due dates in order, with the progress expected when that milestone is done, never falling.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, dates are not in order, or the progress falls.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A progress is not 0 to 1, or a date lies outside the years 2 to 9997.</exception>
    public static PaceCurve Milestones(params IEnumerable<(LocalDate Date, decimal Expected)> points) => Dated(PaceShape.Milestones, points);

    /// <summary>The share of the cycle's working days, Monday to Friday without holidays, that has passed. A cycle without any counts all days.</summary>
    /// <param name="holidays">Days off; weekends among them change nothing.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    public static PaceCurve BusinessDays(params IEnumerable<LocalDate> holidays)
    {
        Guard.Against.Null(holidays);
        return new(
            PaceShape.BusinessDays, [],
            [.. holidays.Select(day => Require.Date(day, nameof(holidays))).Where(Periods.BusinessDays.MondayToFriday.Contains).Distinct().Order()]);
    }

    /// <summary>The same curve with another way of counting the days that have passed.</summary>
    /// <param name="elapsed">The way.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="elapsed"/> is undefined.</exception>
    public PaceCurve Counting(ElapsedDays elapsed) => Changed(copy => copy.Elapsed = Require.Defined(elapsed));

    /// <summary>The progress expected on a date.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date.</param>
    /// <returns>0 to 1: 0 before the cycle, 1 after it.</returns>
    public decimal Expected(Cycle cycle, LocalDate asOf)
    {
        Guard.Against.Null(cycle);
        if (asOf < cycle.Start)
        {
            return 0m;
        }

        if (asOf > cycle.End || (asOf == cycle.End && Elapsed != ElapsedDays.ExcludingToday))
        {
            return 1m;
        }

        var (passed, all) = shape == PaceShape.BusinessDays ? WorkingDays(cycle, asOf) : Days(cycle, asOf);
        return shape switch
        {
            PaceShape.Steps or PaceShape.Seasonal => InParts(cycle, passed * cycle.Days / all),
            PaceShape.Through => Between(cycle, passed * cycle.Days / all),
            PaceShape.Milestones => Due(asOf),
            PaceShape.InFull => 1m,
            PaceShape.Linear or PaceShape.BusinessDays => passed / all,
        };
    }

    /// <summary>What an amount comes to at the end of the cycle when it goes on as so far: 40 on 9 February, of 28 days, comes to 124.4.</summary>
    /// <param name="toDate">The amount so far, from 0 at the start of the cycle.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date.</param>
    /// <returns>The amount at the end; <see langword="null"/> when less than a millionth of it is expected by now, so that nothing can be said, or when all of
    /// it is expected from the first day on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="toDate"/> lies outside ±10^15.</exception>
    public decimal? Projected(decimal toDate, Cycle cycle, LocalDate asOf)
    {
        Require.Amount(toDate);
        var expected = Expected(cycle, asOf);
        return expected < LeastExpected || shape == PaceShape.InFull ? null : toDate / expected;
    }

    // What is projected from less would be noise, and could overflow.
    internal const decimal LeastExpected = 0.000_001m;

    /// <inheritdoc/>
    public bool Equals(PaceCurve? other) =>
        other is not null
            && shape == other.shape
            && Elapsed == other.Elapsed
            && shares.AsSpan().SequenceEqual(other.shares)
            && dates.AsSpan().SequenceEqual(other.dates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaceCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(shape, Elapsed, shares.Length, dates.Length);

    /// <summary>The kind of curve and how it counts days.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{shape}, {Elapsed}";

    private static PaceCurve Dated(PaceShape shape, IEnumerable<(LocalDate Date, decimal Expected)> points)
    {
        Guard.Against.Null(points);
        (LocalDate Date, decimal Expected)[] list = [.. points];
        if (list.Length == 0)
        {
            throw new ArgumentException("A curve of points needs at least one; without any it is PaceCurve.Linear.", nameof(points));
        }

        for (var index = 0; index < list.Length; index++)
        {
            Require.Date(list[index].Date, nameof(points));
            Require.Between(list[index].Expected, 0m, 1m, "an expected progress is a share of the way", nameof(points));
            if (index > 0 && (list[index].Date <= list[index - 1].Date || list[index].Expected < list[index - 1].Expected))
            {
                throw new ArgumentException(
                    $"Point {index + 1} of the curve must have a later date than the one before it and no less progress; give the points in order.",
                    nameof(points));
            }
        }

        return new(shape, [.. list.Select(point => point.Expected)], [.. list.Select(point => point.Date)]);
    }

    private (decimal Passed, decimal All) Days(Cycle cycle, LocalDate asOf) => Counted(Period.DaysBetween(cycle.Start, asOf) + 1, true, cycle.Days, cycle.Days);

    private (decimal Passed, decimal All) WorkingDays(Cycle cycle, LocalDate asOf)
    {
        var all = working.Between(cycle.Start, cycle.End);
        return all == 0
            ? Days(cycle, asOf)
            : Counted(working.Between(cycle.Start, asOf), working.Contains(asOf), all, all);
    }

    private (decimal Passed, decimal All) Counted(int withToday, bool isTodayCounted, int all, int days) => Elapsed switch
    {
        ElapsedDays.IncludingToday => (withToday, all),
        ElapsedDays.ExcludingToday => (isTodayCounted ? withToday - 1 : withToday, all),
        ElapsedDays.FromFirstToLastDay => days == 1 ? (Math.Min(withToday, 1), 1m) : (Math.Max(withToday - 1, 0), all - 1),
    };

    private decimal InParts(Cycle cycle, decimal day)
    {
        var months = cycle.Months is { } whole && whole % shares.Length == 0 ? whole / shares.Length : (int?)null;
        decimal done = 0m, from = 0m;
        for (var part = 0; part < shares.Length; part++)
        {
            var to = months is { } each
                ? Period.DaysBetween(cycle.Start, cycle.Start.PlusMonths((part + 1) * each))
                : (decimal)cycle.Days * (part + 1) / shares.Length;
            if (day < to)
            {
                done += shape == PaceShape.Steps ? 0m : shares[part] * (day - from) / (to - from);
                break;
            }

            done += shares[part];
            from = to;
        }

        return Math.Min(done / shares.Sum(), 1m);
    }

    private decimal Between(Cycle cycle, decimal day)
    {
        decimal fromDay = 0m, from = 0m;
        for (var point = 0; point <= dates.Length; point++)
        {
            var isPoint = point < dates.Length && dates[point] < cycle.End;
            var (toDay, to) = isPoint ? (Math.Max(DayOf(cycle, dates[point]), 0m), shares[point]) : (cycle.Days, 1m);
            if (day < toDay)
            {
                return from + ((to - from) * (day - fromDay) / (toDay - fromDay));
            }

            (fromDay, from) = (toDay, to);
        }

        return from;
    }

    private decimal DayOf(Cycle cycle, LocalDate date)
    {
        var (passed, all) = Days(cycle, date);
        return passed * cycle.Days / all;
    }

    private decimal Due(LocalDate asOf)
    {
        var expected = 0m;
        for (var point = 0; point < dates.Length && (Elapsed == ElapsedDays.ExcludingToday ? dates[point] < asOf : dates[point] <= asOf); point++)
        {
            expected = shares[point];
        }

        return expected;
    }

    private PaceCurve Changed(Action<PaceCurve> change)
    {
        var copy = (PaceCurve)MemberwiseClone();
        change(copy);
        return copy;
    }
}
