using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>Where a key result or an objective is heading: what it comes to at the end of its cycle when it goes on at the rate so far.</summary>
/// <remarks>
/// Immutable; compared by reference. The progress is divided by the progress expected by now, so that half of the way at half time comes to all of it, and a
/// seasonal curve is taken into account. There is no forecast during the time of grace. For forecasts with an interval see the statistics package.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
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

    /// <summary>
    /// The progress at the end of the cycle: below 0 when it keeps getting worse, above 1 beyond the target. <see langword="null"/> when nothing can be said.
    /// </summary>
    public decimal? Raw { get; }

    /// <summary>The score at the end of the cycle, 0 to 1; <see langword="null"/> when nothing can be said.</summary>
    public decimal? Score => Raw is { } raw ? Math.Clamp(raw, 0m, 1m) : null;

    /// <summary>What it is heading for, as it enters the score of what it is aligned to.</summary>
    internal decimal? Heading { get; private init; }

    /// <summary>
    /// The value at the end of the cycle in the key result's unit, for goals from one value to another and counts; otherwise <see langword="null"/>.
    /// </summary>
    public decimal? Value { get; }

    /// <summary>
    /// The day on which the target is reached at this rate, also after the cycle; <see langword="null"/> when never, or when nothing can be said.
    /// </summary>
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
        if (score.Standing.Raw is not { } raw)
        {
            return new(ForecastState.NoData, null, null, null, Explanation.Of("forecast.none", new Fact("name", name)));
        }

        if (score.AsOf >= score.Cycle.End || score.ReadOn < score.AsOf)
        {
            return new(ForecastState.Final, raw, score.KeyResult.Goal.HasParts ? null : score.LastValue?.Value, null, Ended(name, score.Score, score.Cycle));
        }

        if (score.Curve is not { } curve || curve.Shape == PaceShape.InFull)
        {
            return new(ForecastState.NotPaced, null, null, null, Explanation.Of("forecast.unchanged", new Fact("name", name), new Fact("score", score.Score)));
        }

        var expected = curve.Expected(score.Cycle, score.AsOf);
        if (!score.IsReported || expected < PaceCurve.LeastExpected || score.Cycle.ElapsedShare(score.AsOf) < score.Profile.Pace.Grace)
        {
            return new(ForecastState.TooEarly, null, null, null, Explanation.Of("forecast.tooEarly", new Fact("name", name)));
        }

        var projected = Math.Clamp(raw, -LargestRaw, LargestRaw) / expected;
        var reachedOn = ReachingDay(projected, curve, score.Cycle);
        var reasons = new List<Explanation> { Explanation.Of(
            "forecast.rate", new Fact("progress", raw), new Fact("expected", expected), new Fact("asOf", score.AsOf)) };
        if (reachedOn is not null)
        {
            reasons.Add(Explanation.Of("forecast.reached", new Fact("date", reachedOn)));
        }

        var value = Math.Abs(projected) > LargestShown ? null : Goal.ValueOn(score.Way, projected);
        return new(ForecastState.Projected, projected, value, reachedOn, HeadingFor(name, projected, score.Cycle).Resting(reasons));
    }

    /// <param name="score">The objective.</param>
    /// <param name="links">What is aligned to it, with the scores it is heading for.</param>
    /// <param name="aligned">The forecasts of what is aligned to it, in the same order.</param>
    internal static Forecast Of(ObjectiveScore score, CombinedLink[] links, Forecast[] aligned)
    {
        var title = score.Objective.Title;
        if (score.IsClosing)
        {
            return Ending(score, score.Score);
        }

        if (score.Override is not null)
        {
            return Onwards(score, score.Score!.Value);
        }

        // Each key result enters with what it is heading for, or as it stands; the profile does the rest.
        Forecast[] forecasts = [.. score.KeyResults.Select(Of)];
        CountedPart[] parts = [.. score.KeyResults.Zip(forecasts, (each, forecast) =>
            !each.IsInactive && forecast.State == ForecastState.Projected ? CountedPart.Of(Progress.Of(forecast.Raw!.Value), score.Profile) : each.Part)];
        var combined = score.Combine(parts, links);
        var state = ForecastState.NoData;
        var reasons = new List<Explanation>();
        for (var index = 0; index < forecasts.Length; index++)
        {
            var isGuardrail = score.KeyResults[index].KeyResult.Role == KeyResultRole.Guardrail;
            if (!score.KeyResults[index].IsInactive && (combined.Own[index] > 0m || isGuardrail))
            {
                state = isGuardrail || forecasts[index].State > state ? state : forecasts[index].State;
                reasons.Add(forecasts[index].Explain());
            }
        }

        // What is over already moves no more.
        for (var index = 0; index < aligned.Length; index++)
        {
            var each = aligned[index].State == ForecastState.Final ? ForecastState.NotPaced : aligned[index].State;
            if (combined.Aligned[index] > 0m)
            {
                state = each < state ? each : state;
                reasons.Add(Explanation.Of(aligned[index].explanation.Key, [.. aligned[index].explanation.Facts]));
            }
        }

        decimal[] broken = [.. score.KeyResults.Zip(parts)
            .Where(each => each.First is { IsInactive: false, KeyResult.Role: KeyResultRole.Guardrail } && each.Second is { IsMeasured: true, Score: < 1m })
            .Select(each => each.Second.Score!.Value)];
        var raw = state == ForecastState.Projected ? score.Guarded(combined.Value, broken) : null;
        var sentence = raw is { } heading ? HeadingFor(title, heading, score.Objective.Cycle)
            : Explanation.Of(state == ForecastState.TooEarly ? "forecast.tooEarly" : "forecast.none", new Fact("name", title));
        return new(state, raw, null, null, sentence.Resting(reasons)) { Heading = raw };
    }

    /// <summary>How an objective ended with a score.</summary>
    internal static Forecast Ending(ObjectiveScore own, decimal? score) =>
        new(score is null ? ForecastState.NoData : ForecastState.Final, score, null, null, Ended(own.Objective.Title, score, own.Objective.Cycle));

    // A score set by hand stands for the progress so far.
    private static Forecast Onwards(ObjectiveScore score, decimal reached)
    {
        var (title, cycle, rule) = (score.Objective.Title, score.Objective.Cycle, score.Profile.Pace);
        var expected = rule.Curve.Expected(cycle, score.AsOf);
        if (expected < PaceCurve.LeastExpected || cycle.ElapsedShare(score.AsOf) < rule.Grace)
        {
            return new(ForecastState.TooEarly, null, null, null, Explanation.Of("forecast.tooEarly", new Fact("name", title)));
        }

        var projected = reached / expected;
        return new(
            ForecastState.Projected, projected, null, ReachingDay(projected, rule.Curve, cycle),
            HeadingFor(title, projected, cycle).Resting(Explanation.Of("forecast.rate", new Fact("progress", reached), new Fact("expected", expected),
                new Fact("asOf", score.AsOf))))
        {
            Heading = score.Profile.Limits.Limit(projected),
        };
    }

    private static Explanation Ended(string name, decimal? score, Cycle cycle) =>
        Explanation.Of("forecast.over", new Fact("name", name), new Fact("score", score), new Fact("end", cycle.End));

    private static Explanation HeadingFor(string name, decimal raw, Cycle cycle) =>
        Explanation.Of("forecast.score", new Fact("name", name), new Fact("score", Math.Clamp(raw, 0m, 1m)), new Fact("raw", raw), new Fact("end", cycle.End));

    /// <summary>
    /// Within the cycle the first day on which the curve, stretched to the projection, is at the target; after it at the mean rate of the cycle.
    /// </summary>
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
        return projected <= 0m || cycle.Days / projected > 36_525m || cycle.Start.Year > 9_800
            ? null
            : cycle.Start.PlusDays((int)Math.Ceiling(cycle.Days / projected) - 1);
    }
}
