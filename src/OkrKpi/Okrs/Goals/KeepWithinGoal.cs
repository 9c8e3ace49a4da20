using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Goals;

/// <summary>Keep a value inside a band, check-in by check-in.</summary>
/// <remarks>
/// <para>
/// One value is worth 1 inside the band, ends included, and 0 outside; with a tolerance it fades to 0 over that distance.
/// Progress is the mean worth over the check-ins that were reported, one for each week of the cycle that has passed; silence is no failure and no success, and
/// the
/// coverage of the progress stands beside it: one good week and seven silent ones are 1 of what was reported, 1 of 8 reported. Before the first whole week has
/// passed it is
/// the worth of the latest value. Read as a share of what was planned, a week without a check-in was not kept (Profit.co's control key result: 9 good of 13
/// weeks is 0.69).
/// </para>
/// <para>Other readings, other periods than weeks, strict ends, a tolerance and a risk threshold are chosen by name. Equal when all of it is equal.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KeepWithinGoal : Goal, IEquatable<KeepWithinGoal>
{
    internal KeepWithinGoal(Band band)
    {
        Band = Guard.Against.Null(band);
        Reading = KeepReading.ShareOfReported;
        Cadence = Cadence.Week;
        Boundary = Boundary.Inclusive;
    }

    /// <summary>The band to keep.</summary>
    public Band Band { get; }

    /// <summary>How values become progress; <see cref="KeepReading.ShareOfReported"/> unless said otherwise.</summary>
    public KeepReading Reading { get; private set; }

    /// <summary>How often a check-in is planned: each week unless said otherwise.</summary>
    public Cadence Cadence { get; private set; }

    /// <summary>Whether a value on an end of the band is kept; inclusive unless said otherwise.</summary>
    public Boundary Boundary { get; private set; }

    /// <summary>Over which distance outside the band a value fades from 1 to 0, in the key result's unit; 0 is kept or not.</summary>
    public decimal Tolerance { get; private set; }

    /// <summary>The wider band beyond which the goal is at risk; <see langword="null"/> without one.</summary>
    public Band? RiskBand { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => true;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => false;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => false;

    /// <summary>The same goal with another reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reading"/> is undefined.</exception>
    public KeepWithinGoal Read(KeepReading reading) => Changed(goal => goal.Reading = Require.Defined(reading));

    /// <summary>The same goal with a check-in planned in every calendar period of the cycle instead of every week.</summary>
    /// <param name="cadence">The period: day to year.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, an hour or an event.</exception>
    public KeepWithinGoal Every(Cadence cadence) => !Require.Defined(cadence).TilesDates
        ? throw new ArgumentOutOfRangeException(
            nameof(cadence), cadence, "Check-ins have dates, so they are planned per day, week, month, quarter, half year or year.")
        : Changed(goal => goal.Cadence = cadence);

    /// <summary>The same goal, not kept on the very ends of the band: above 8, not at 8 (Microsoft Viva Goals).</summary>
    /// <returns>The goal.</returns>
    public KeepWithinGoal Strictly() => Changed(goal => goal.Boundary = Boundary.Exclusive);

    /// <summary>The same goal where a value outside the band fades: at 102.5 for a band at 100 and a tolerance of 5 it is worth 0.5.</summary>
    /// <param name="distance">The distance over which it fades to 0, above 0, in the key result's unit.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="distance"/> is not above 0 or exceeds 10^15.</exception>
    public KeepWithinGoal WithTolerance(decimal distance) =>
        Changed(goal => goal.Tolerance = Require.Between(distance, Require.SmallestRange, Require.LargestAmount, "a tolerance is a distance above 0"));

    /// <summary>The same goal with a wider band beyond which it is at risk; between the two it is slipping.</summary>
    /// <param name="outer">The wider band.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException"><paramref name="outer"/> does not hold the whole band.</exception>
    public KeepWithinGoal AtRiskOutside(Band outer) => Guard.Against.Null(outer).Contains(Band)
        ? Changed(goal => goal.RiskBand = outer)
        : throw new ArgumentException($"The risk threshold {outer} lies inside the band {Band}; it has to hold the whole of it.", nameof(outer));

    /// <summary>What one value is worth: 1 inside the band, less or nothing outside.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <summary>How one value stands.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Kept, slipping or broken.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public KeepStanding StandingOf(decimal value) =>
        IsKept(Require.Amount(value)) ? KeepStanding.Kept
        : RiskBand?.Contains(value) == true ? KeepStanding.Slipping
        : KeepStanding.Broken;

    /// <summary>
    /// How far the goal is after a number of planned check-ins, by <see cref="Reading"/>: 8 kept of 10 reported, 12 passed and 13 planned is 0.8 of those
    /// reported, 0.667 of those passed and 0.615 of those planned.
    /// </summary>
    /// <param name="values">One value for each planned check-in that has passed, in order; <see langword="null"/> where none was reported.</param>
    /// <param name="planned">How many check-ins are planned in the cycle; at least as many as have passed.</param>
    /// <returns>The progress; no data when nothing was reported.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15, or <paramref name="planned"/> is less than have passed.</exception>
    public Progress Progress(IReadOnlyList<decimal?> values, int planned)
    {
        Guard.Against.Null(values);
        Require.AtLeast(planned, values.Count, "the check-ins that have passed are among those planned");
        foreach (var value in values)
        {
            Require.Amount(value ?? 0m, nameof(values));
        }

        return Share(values.Count, planned, index => values[index]);
    }

    /// <inheritdoc/>
    public bool Equals(KeepWithinGoal? other) =>
        other is not null && Band.Equals(other.Band) && Reading == other.Reading && Cadence == other.Cadence && Boundary == other.Boundary
        && Tolerance == other.Tolerance && Equals(RiskBand, other.RiskBand);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeepWithinGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Band, Reading, Cadence, Boundary, Tolerance, RiskBand);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"keep {(Boundary == Boundary.Exclusive ? "strictly " : "")}within {Band}";

    internal override Progress OfValue(decimal value) => OkrKpi.Progress.Of(Worth(value));

    internal override Progress Measure(CheckInHistory history)
    {
        if (history.Current(0m) is not { } current)
        {
            return OkrKpi.Progress.NoData;
        }

        var (values, planned) = ByPeriod(history);
        var progress = Share(values.Count, planned, index => values[index]);

        // Reported only in a period that still runs, or before the cycle: its value is all there is to go by.
        return progress.Raw is null ? history.Count > 0 ? OfValue(current.Value).Checked(1, values.Count + 1) : OfValue(current.Value).Checked(0, values.Count)
            : Reading == KeepReading.CurrentValue ? OfValue(current.Value).Checked(progress.Reported, progress.Checks)
            : progress;
    }

    internal override Goal Remaining(CheckInHistory history) => this;

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(
            Boundary == Boundary.Exclusive ? "goal.keepStrictlyWithin" : "goal.keepWithin",
            new Fact("band", OkrKpi.Target.Within(Band), unit), new Fact("cadence", Cadence), new Fact("reading", Reading));

    private KeepWithinGoal Changed(Action<KeepWithinGoal> change)
    {
        var goal = (KeepWithinGoal)MemberwiseClone();
        change(goal);
        return goal;
    }

    private bool IsKept(decimal value) => Boundary == Boundary.Exclusive ? Band.Margin(value) > 0m : Band.Contains(value);

    private decimal Worth(decimal value) => IsKept(value) ? 1m : Tolerance == 0m ? 0m : Math.Max(0m, 1m - (-Band.Margin(value) / Tolerance));

    private Progress Share(int passed, int planned, Func<int, decimal?> valueOf)
    {
        decimal worth = 0m;
        decimal? last = null;
        var (reported, upToLatest) = (0, 0);
        for (var index = 0; index < passed; index++)
        {
            if (valueOf(index) is { } value)
            {
                worth += Worth(value);
                reported++;
                upToLatest = index + 1;
                last = value;
            }
        }

        return last is null ? OkrKpi.Progress.NoData
            : Reading == KeepReading.CurrentValue ? OfValue(last.Value).Checked(reported, passed)
            : GoalProgress.Share(worth, Reading switch
            {
                KeepReading.ShareOfPlanned => planned,
                KeepReading.ShareOfReported => reported,
                KeepReading.ShareUpToLatest => upToLatest,
                KeepReading.ShareOfElapsed or KeepReading.CurrentValue => passed,
            }).Checked(reported, passed);
    }

    // The last value of each period that has passed, and how many periods are planned. Weeks are the cycle's own, from its first day; longer periods are those
    // of the
    // calendar as far as they lie in the cycle.
    private (List<decimal?> Passed, int Planned) ByPeriod(CheckInHistory history)
    {
        var checkIns = history.InOrder();
        var passed = new List<decimal?>();
        var (planned, next) = (0, 0);
        for (LocalDate start = history.Start, end = history.Cycle.End; start <= end;)
        {
            var last = Cadence == Cadence.Week
                ? start.PlusDays(6)
                : Cadence == Cadence.Day
                ? start
                : LocalDate.Min(ReportingCalendar.Standard.PeriodOf(start, Cadence).End, end);
            if (last > end)
            {
                break;
            }

            planned++;
            decimal? value = null;
            for (; next < checkIns.Length && checkIns[next].Date <= last; next++)
            {
                value = checkIns[next].Value;
            }

            if (last <= history.AsOf)
            {
                passed.Add(value);
            }

            start = last.PlusDays(1);
        }

        return (passed, planned);
    }
}
