using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>Where a key result or an objective is heading: what it comes to at the end of its cycle when it goes on at the rate so far.</summary>
/// <remarks>
/// Immutable; compared by reference. The progress is divided by the progress expected by now, so that half of the way at half time comes to all of it, and a
/// seasonal curve is taken into account. There is no forecast during the time of grace. For forecasts with an interval see the statistics package.
/// </remarks>
public sealed class Forecast
{
    // Keeps quotients and weighted means within decimal.
    private const decimal LargestRaw = 1_000_000_000_000m;

    // Beyond a thousand ways a value says nothing.
    private const decimal LargestShown = 1_000m;

    private readonly Explanation explanation;

    private Forecast(ForecastState state, decimal? raw, decimal? value, LocalDate? reachedOn, Explanation explanation)
    {
        State = state;
        Raw = raw;
        Value = value;
        ReachedOn = reachedOn;
        this.explanation = explanation;
    }

    /// <summary>What can be said.</summary>
    public ForecastState State { get; }

    /// <summary>The progress at the end of the cycle: below 0 when it keeps getting worse, above 1 beyond the target. <see langword="null"/> when nothing can be said.</summary>
    public decimal? Raw { get; }

    /// <summary>The score at the end of the cycle, 0 to 1; <see langword="null"/> when nothing can be said.</summary>
    public decimal? Score => Raw is { } raw ? Math.Clamp(raw, 0m, 1m) : null;

    /// <summary>The value at the end of the cycle in the key result's unit, for goals from one value to another and counts; otherwise <see langword="null"/>.</summary>
    public decimal? Value { get; }

    /// <summary>The day on which the target is reached at this rate, also after the cycle; <see langword="null"/> when never, or when nothing can be said.</summary>
    public LocalDate? ReachedOn { get; }

    /// <summary>Why the forecast is what it is.</summary>
    /// <returns>A tree with the rate, and for an objective its key results.</returns>
    public Explanation Explain() => explanation;

    /// <summary>State and progress, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Raw is { } raw ? string.Create(CultureInfo.InvariantCulture, $"{State} {raw:0.####}") : State.ToString();

    internal static Forecast Of(KeyResultScore score)
    {
        var name = score.KeyResult.Name;
        if (score.Progress.Raw is not { } raw)
        {
            return new(ForecastState.NoData, null, null, null, Explanation.Of("forecast.none", new Fact("name", name)));
        }

        if (score.AsOf >= score.Cycle.End)
        {
            return new(ForecastState.Final, raw, score.KeyResult.Goal.HasParts ? null : score.LastValue?.Value, null, Ended(name, score.Progress.Score, score.Cycle));
        }

        if (score.Curve is not { } curve || curve.Shape == PaceShape.InFull)
        {
            return new(ForecastState.NotPaced, null, null, null, Explanation.Of("forecast.unchanged", new Fact("name", name), new Fact("score", score.Progress.Score)));
        }

        var expected = curve.Expected(score.Cycle, score.AsOf);
        if (score.LastValue is null || expected < PaceCurve.LeastExpected || score.Cycle.ElapsedShare(score.AsOf) < score.Profile.Pace.Grace)
        {
            return new(ForecastState.TooEarly, null, null, null, Explanation.Of("forecast.tooEarly", new Fact("name", name)));
        }

        var projected = Math.Clamp(raw, -LargestRaw, LargestRaw) / expected;
        var reachedOn = ReachingDay(projected, curve, score.Cycle);
        var reasons = new List<Explanation> { Explanation.Of("forecast.rate", new Fact("progress", raw), new Fact("expected", expected), new Fact("asOf", score.AsOf)) };
        if (reachedOn is not null)
        {
            reasons.Add(Explanation.Of("forecast.reached", new Fact("date", reachedOn)));
        }

        var value = Math.Abs(projected) > LargestShown ? null : Goal.ValueOn(score.Way, projected);
        return new(ForecastState.Projected, projected, value, reachedOn, Heading(name, projected, score.Cycle).Resting(reasons));
    }

    internal static Forecast Of(ObjectiveScore score)
    {
        var title = score.Objective.Title;
        if (score.IsClosing)
        {
            return new(score.Value is null ? ForecastState.NoData : ForecastState.Final, score.Value, null, null, Ended(title, score.Value, score.Objective.Cycle));
        }

        decimal sum = 0m, weights = 0m;
        var best = ForecastState.NoData;
        var reasons = new List<Explanation>();
        foreach (var each in score.KeyResults.Where(each => !each.IsCancelled && each.KeyResult.Weight > 0m))
        {
            var forecast = Of(each);
            best = forecast.State < best ? forecast.State : best;
            reasons.Add(forecast.Explain());
            if ((forecast.Score ?? each.Progress.Score) is { } final)
            {
                sum += each.KeyResult.Weight * final;
                weights += each.KeyResult.Weight;
            }
        }

        var raw = best == ForecastState.Projected && weights > 0m ? sum / weights : (decimal?)null;
        var sentence = raw is { } heading ? Heading(title, heading, score.Objective.Cycle)
            : Explanation.Of(best == ForecastState.TooEarly ? "forecast.tooEarly" : "forecast.none", new Fact("name", title));
        return new(best, raw, null, null, sentence.Resting(reasons));
    }

    private static Explanation Ended(string name, decimal? score, Cycle cycle) =>
        Explanation.Of("forecast.over", new Fact("name", name), new Fact("score", score), new Fact("end", cycle.End));

    private static Explanation Heading(string name, decimal raw, Cycle cycle) =>
        Explanation.Of("forecast.score", new Fact("name", name), new Fact("score", Math.Clamp(raw, 0m, 1m)), new Fact("raw", raw), new Fact("end", cycle.End));

    /// <summary>Within the cycle the first day on which the curve, stretched to the projection, is at the target; after it at the mean rate of the cycle.</summary>
    private static LocalDate? ReachingDay(decimal projected, PaceCurve curve, Cycle cycle)
    {
        if (projected >= 1m)
        {
            int low = 0, high = cycle.Days - 1;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = projected * curve.Expected(cycle, cycle.Start.PlusDays(middle)) >= 1m ? (low, middle) : (middle + 1, high);
            }

            return cycle.Start.PlusDays(low);
        }

        // A rate that would take a century is none.
        return projected <= 0m || cycle.Days / projected > 36_525m || cycle.Start.Year > 9_800 ? null : cycle.Start.PlusDays((int)Math.Ceiling(cycle.Days / projected) - 1);
    }
}
