using System.Globalization;
using NodaTime;

namespace OkrKpi.Goals;

/// <summary>Another goal whose values are rates: so much per week, month or quarter. Check-ins of one period add up; a period that still runs is never compared.</summary>
/// <remarks>
/// The value is that of the last full period with a check-in, or the mean of the last full periods (see <see cref="MeanOfLast"/>); periods without a check-in are left out, not taken for 0.
/// A period counts when all of it lies in the cycle. Weeks run from Monday to Sunday. Equal when goal, period and number are equal.
/// </remarks>
public sealed class RateGoal : Goal, IEquatable<RateGoal>
{
    internal RateGoal(Goal goal, Cadence cadence, int periods)
    {
        Goal = goal;
        Cadence = Require.Defined(cadence);
        Periods = periods;
        if (!cadence.TilesDates)
        {
            throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Check-ins have dates, so a rate is per day, week, month, quarter, half year or year.");
        }

        if (!goal.TakesRate)
        {
            throw new InvalidOperationException($"'{goal}' cannot be read as a rate; use a from-to, reach, checkpoints or zones goal.");
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
    internal override bool IsListOfWork => false;

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
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Goal} per {Cadence}{(Periods == 1 ? "" : $", mean of the last {Periods}")}");

    internal override (decimal Value, decimal Sample)? Current(CheckInHistory history)
    {
        var period = ReportingCalendar.Standard.PeriodOf(LocalDate.Min(history.AsOf, history.Cycle.End), Cadence);
        if (!period.IsCompleteAsOf(LocalDate.Min(history.AsOf, history.Cycle.End)))
        {
            period = period.Previous;
        }

        decimal sum = 0m;
        var found = 0;
        for (var passed = 0; period.Start >= history.Cycle.Start && (Periods == 1 ? found == 0 : passed < Periods); passed++, period = period.Previous)
        {
            if (history.SumBetween(period.Start, period.End) is { } value)
            {
                sum += Math.Clamp(value, -Require.LargestAmount, Require.LargestAmount);
                found++;
            }
        }

        return found == 0 ? null : (sum / found, 0m);
    }

    internal override Progress Measure(CheckInHistory history) =>
        Current(history) is { } rate ? Goal.OfValue(rate.Value) : HasKnownStart ? OkrKpi.Progress.NotStarted : OkrKpi.Progress.NoData;

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Goal Remaining(CheckInHistory history) => Goal.OnwardsFrom(Current(history)?.Value).Per(Cadence).MeanOfLast(Periods);

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(Periods == 1 ? "goal.rate" : "goal.meanRate", new Fact("cadence", Cadence), new Fact("periods", (decimal)Periods)).Resting(Goal.Explain(unit));
}
