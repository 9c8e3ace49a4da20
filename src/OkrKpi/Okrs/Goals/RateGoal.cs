using System.Globalization;
using NodaTime;

namespace OkrKpi.Goals;

/// <summary>
/// Another goal whose values are rates: so much per week, month or quarter. Check-ins of one period add up; a period that still runs is never compared.
/// </summary>
/// <remarks>
/// The value is that of the last full period with a check-in, or the mean of the last full periods (see <see cref="MeanOfLast"/>); periods without a check-in
/// are left out, not taken for 0.
/// A rate that nobody has reported for two of its periods is stale: its progress stays, and is not achieved. At least or at most a rate starts at that of the
/// first full period.
/// A period counts when all of it lies in the cycle. Weeks run from Monday to Sunday. Equal when goal, period and number are equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RateGoal : Goal, IEquatable<RateGoal>
{
    internal RateGoal(Goal goal, Cadence cadence, int periods)
    {
        Goal = goal;
        Cadence = Require.Defined(cadence);
        Periods = periods;
        if (!cadence.TilesDates)
        {
            throw new ArgumentOutOfRangeException(
                nameof(cadence), cadence, "Check-ins have dates, so a rate is per day, week, month, quarter, half year or year.");
        }

        if (!goal.TakesRate)
        {
            throw new InvalidOperationException($"'{goal}' cannot be read as a rate; use a from-to, reach, count, checkpoints or zones goal.");
        }
    }

    /// <summary>What the rate is to reach.</summary>
    public Goal Goal { get; }

    /// <summary>Per what the rate is.</summary>
    public Cadence Cadence { get; }

    /// <summary>How many of the last full periods the value is the mean of; 1 is the last one alone.</summary>
    public int Periods { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => Goal.Aim;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => Goal.IsPaced;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => Goal.HasKnownStart;
    internal override bool IsStartUnknown => Goal.IsStartUnknown;
    internal override bool HasParts => false;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => Cadence;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => Goal.CouldBeWork;

    /// <summary>The same goal, read as the mean of the last full periods: <c>Goal.FromTo(7, 21).Per(Cadence.Week).MeanOfLast(4)</c>.</summary>
    /// <param name="periods">How many, 1 to 366.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not 1 to 366.</exception>
    public RateGoal MeanOfLast(int periods) => new(Goal, Cadence, (int)Require.Between(periods, 1m, 366m, "a mean is over at least one period"));

    /// <inheritdoc/>
    public bool Equals(RateGoal? other) => other is not null && Goal.Equals(other.Goal) && Cadence == other.Cadence && Periods == other.Periods;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RateGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Goal, Cadence, Periods);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Goal} per {Cadence}{(Periods == 1 ? "" : $", mean of the last {Periods}")}");

    internal override (decimal Value, decimal Sample)? Current(CheckInHistory history) => Mean(history, Reported(history)) is { } mean ? (mean, 0m) : null;

    internal override Progress Measure(CheckInHistory history)
    {
        var reported = Reported(history);
        if (Mean(history, reported) is not { } rate)
        {
            return HasKnownStart ? OkrKpi.Progress.NotStarted : OkrKpi.Progress.NoData;
        }

        var progress = Goal.OfValue(reported[0].Sum, rate);
        return IsSilent(history) ? progress.Stale() : progress;
    }

    internal override Pacing PacingIn(CheckInHistory history) =>
        Reported(history) is var reported && reported.Count > 0 ? Goal.PacingOf(reported[0].Sum, reported.Count) : Goal.PacingOf(null, 0);

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Goal OnwardsFrom(decimal? value) => Goal.OnwardsFrom(value).Per(Cadence).MeanOfLast(Periods);

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(Periods == 1 ? "goal.rate" : "goal.meanRate", new Fact("cadence", Cadence), new Fact("periods", (decimal)Periods))
            .Resting(Goal.Explain(unit));

    // What each full period that was reported adds up to, oldest first.
    private List<(ReportingPeriod Period, decimal Sum)> Reported(CheckInHistory history)
    {
        var until = LocalDate.Min(history.AsOf, history.Cycle.End);
        var reported = new List<(ReportingPeriod Period, decimal Sum)>();
        foreach (var checkIn in history.InOrder())
        {
            if (reported.Count > 0 && checkIn.Date <= reported[^1].Period.End)
            {
                reported[^1] = (reported[^1].Period, reported[^1].Sum + checkIn.Value!.Value);
            }
            else
            {
                reported.Add((ReportingCalendar.Standard.PeriodOf(checkIn.Date, Cadence), checkIn.Value!.Value));
            }
        }

        reported.RemoveAll(each => each.Period.Start < history.Start || each.Period.End > until);
        return reported.ConvertAll(each => (each.Period, Math.Clamp(each.Sum, -Require.LargestAmount, Require.LargestAmount)));
    }

    // Of the last full periods those that were reported; when none of them was, the last one before them.
    private decimal? Mean(CheckInHistory history, List<(ReportingPeriod Period, decimal Sum)> reported)
    {
        if (reported.Count == 0)
        {
            return null;
        }

        var (sum, found) = (reported[^1].Sum, 1);
        if (Periods > 1)
        {
            var until = LocalDate.Min(history.AsOf, history.Cycle.End);
            var first = ReportingCalendar.Standard.PeriodOf(until, Cadence);
            for (var passed = first.IsCompleteAsOf(until) ? 1 : 0; passed < Periods && first.Start > history.Start; passed++)
            {
                first = first.Previous;
            }

            for (var index = reported.Count - 2; index >= 0 && reported[index].Period.Start >= first.Start; index--)
            {
                sum += reported[index].Sum;
                found++;
            }
        }

        return sum / found;
    }

    // Whether two full periods have passed since the one that was reported last.
    private bool IsSilent(CheckInHistory history)
    {
        var until = LocalDate.Min(history.AsOf, history.Cycle.End);
        var last = ReportingCalendar.Standard.PeriodOf(history.InOrder()[^1].Date, Cadence);
        return last.End < until && last.Next is var first && first.End < until && first.Next.End <= until;
    }
}
