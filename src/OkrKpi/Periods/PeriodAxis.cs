using System.Collections;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// Consecutive periods of one cadence, with their boundaries worked out once, so that placing a million instants costs no calendar arithmetic.
/// </summary>
/// <remarks>
/// Immutable and safe to share between threads. A list of its periods, the earliest first. Finding a period allocates nothing and takes about as long whichever
/// zone it is.
/// Compared by reference. Get one from <see cref="ReportingCalendar.Axis"/>.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PeriodAxis : IReadOnlyList<ReportingPeriod>
{
    private const int MostPeriods = 2_000_000;

    private PeriodAxis(ReportingPeriod first, PeriodLookup lookup)
    {
        First = first;
        Lookup = lookup;
    }

    /// <summary>The calendar of the periods.</summary>
    public ReportingCalendar Calendar => First.Calendar;

    /// <summary>The kind of the periods.</summary>
    public Cadence Cadence => First.Cadence;

    /// <summary>How many periods there are, at least 1.</summary>
    public int Count => Lookup.Count;

    /// <summary>The earliest period.</summary>
    public ReportingPeriod First { get; }

    /// <summary>The latest period.</summary>
    public ReportingPeriod Last => this[Count - 1];

    /// <summary>The first instant of the first period.</summary>
    public Instant StartInstant => Instant.FromUnixTimeTicks(Lookup.Start);

    /// <summary>The first instant after the last period.</summary>
    public Instant EndInstant => Instant.FromUnixTimeTicks(Lookup.End);

    /// <summary>
    /// The first tick of each period and, last, the first tick after them all, as ticks of Unix time (100 ns since 1970-01-01T00:00:00Z). Equal neighbours
    /// enclose a date the zone left out.
    /// </summary>
    internal ReadOnlySpan<long> Boundaries => Lookup.Boundaries;

    /// <summary>Finds the periods of ticks inside the axis.</summary>
    internal PeriodLookup Lookup { get; }

    /// <summary>The period at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is below 0 or not below <see cref="Count"/>.</exception>
    public ReportingPeriod this[int index]
    {
        get
        {
            Require.Between(index, 0, Count - 1, "a position on the axis counts from 0");
            return Cadence.IsToldByDate
                ? First.Plus(index)
                : ReportingPeriod.HourFrom(Calendar, Boundaries[index] / NodaConstants.TicksPerSecond);
        }
    }

    /// <summary>The position of the period an instant lies in.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The position from 0, or -1 when the instant is before the first period or after the last.</returns>
    public int IndexOf(Instant instant) => IndexOfUnixTicks(instant.ToUnixTimeTicks());

    /// <summary>The position of the period an instant lies in, given as ticks of Unix time.</summary>
    /// <param name="unixTicks">The ticks: units of 100 ns since 1970-01-01T00:00:00Z, as <see cref="Instant.ToUnixTimeTicks"/> gives them.</param>
    /// <returns>The position from 0, or -1 when the instant is before the first period or after the last.</returns>
    public int IndexOfUnixTicks(long unixTicks) => unixTicks >= Lookup.Start && unixTicks < Lookup.End ? Lookup.IndexOf(unixTicks) : -1;

    /// <summary>The position of the period a date lies in.</summary>
    /// <param name="date">The date, in the calendar's zone.</param>
    /// <returns>The position from 0, or -1 when the date is before the first period or after the last.</returns>
    /// <exception cref="ArgumentException">The axis is of hours, which a date does not tell.</exception>
    public int IndexOf(LocalDate date)
    {
        if (!Cadence.IsToldByDate)
        {
            throw new ArgumentException("A date does not tell the hour; give an instant.", nameof(date));
        }

        return date < First.Start || date > Last.End ? -1 : First.StepsTo(ReportingPeriod.Containing(Calendar, Cadence, date));
    }

    /// <summary>The position of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The position from 0, or -1 when the period is not on the axis or is of another calendar or cadence.</returns>
    public int IndexOf(ReportingPeriod period)
    {
        if (period.Cadence != Cadence || !period.Calendar.Equals(Calendar))
        {
            return -1;
        }

        var index = Cadence.IsToldByDate ? (int)(period.Position - First.Position) : IndexOf(period.StartInstant);
        return index < Count ? Math.Max(index, -1) : -1;
    }

    /// <summary>The axis of the longer periods these belong to: of 36 months, the quarters they lie in.</summary>
    /// <param name="coarser">The kind of the longer periods; the same kind gives an equal axis.</param>
    /// <returns>The axis, from the parent of the first period to the parent of the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coarser"/> is undefined or shorter than the periods of this axis.</exception>
    public PeriodAxis To(Cadence coarser) => Between(First.Parent(coarser), Last.Parent(coarser));

    /// <summary>
    /// For each period the position of the longer one it belongs to (<see cref="ReportingPeriod.Parent"/>): of January 2026 on an axis of years from 2025, 1.
    /// </summary>
    /// <param name="coarser">An axis of the same calendar with periods at least as long, such as from <see cref="To"/>.</param>
    /// <returns>A position a period, or -1 where it belongs to none of the axis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coarser"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The other axis is of another calendar or of shorter periods.</exception>
    public int[] IndexesIn(PeriodAxis coarser)
    {
        Guard.Against.Null(coarser);
        if (!coarser.Calendar.Equals(Calendar) || coarser.Cadence.Rank < Cadence.Rank)
        {
            throw new ArgumentException(
                $"{Cadence} periods of this calendar do not add up to the {coarser.Cadence} periods of the other axis; use To to make one.", nameof(coarser));
        }

        var indexes = new int[Count];
        for (var index = 0; index < indexes.Length; index++)
        {
            indexes[index] = coarser.IndexOf(this[index].Parent(coarser.Cadence));
        }

        return indexes;
    }

    /// <summary>The periods, the earliest first.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<ReportingPeriod> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first and the last period.</summary>
    /// <returns>The text, such as <c>2024-01 to 2026-12</c>.</returns>
    public override string ToString() => $"{First} to {Last}";

    internal static PeriodAxis Of(ReportingCalendar calendar, Cadence cadence, LocalDate first, LocalDate last)
    {
        if (last < first)
        {
            throw new ArgumentOutOfRangeException(nameof(last), last, "An axis cannot end before it starts; give the first date first.");
        }

        return cadence.IsToldByDate
            ? Between(ReportingPeriod.Containing(calendar, cadence, first), ReportingPeriod.Containing(calendar, cadence, last))
            : Between(calendar.PeriodOf(calendar.StartOf(first), cadence), calendar.PeriodOf(calendar.StartOf(last.PlusDays(1)), cadence).Previous);
    }

    private static PeriodAxis Between(ReportingPeriod first, ReportingPeriod last)
    {
        var count = first.StepsTo(last) + 1;
        Require.Between(count, 1, MostPeriods, "an axis holds its periods in memory; take a longer cadence or fewer years", nameof(last));
        var boundaries = new long[count + 1];
        var period = first;
        for (var index = 0; index < count; index++)
        {
            boundaries[index] = period.StartInstant.ToUnixTimeTicks();
            period = period == last ? last : period.Next;
        }

        boundaries[count] = last.EndInstant.ToUnixTimeTicks();
        return new(first, new PeriodLookup(boundaries));
    }
}
