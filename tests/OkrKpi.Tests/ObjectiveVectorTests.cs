using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>
/// Scores of several made one: objectives, weights, series and roll-ups against what products and trackers publish, each under the profile of its product.
/// </summary>
public class ObjectiveVectorTests
{
    private const string Products = ScoringVectors.Products;
    private const string Peers = ScoringVectors.Peers;
    private const string Hand = ScoringVectors.Hand;

    private static readonly Cycle Year = Cycle.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

    [Theory]
    [VectorsOf(Products, "objective-rollup-average")]
    [VectorsOf(Products, "objective-rollup-mixed-average")]
    public void Mean_of_key_results(ScoringVectorCase vector)
    {
        var percents = vector.List("keyResultProgressPercents")
            .Concat(vector.Has("childObjectiveProgressPercents") ? vector.List("childObjectiveProgressPercents") : []);
        vector.AssertScore(vector.Profile.Combine(percents.Select(percent => ScorePart.Of(percent / 100m))).Score);
    }

    [Theory]
    [VectorsOf(Products, "objective-rollup-weighted")]
    public void Weighted_mean_of_key_results(ScoringVectorCase vector) =>
        vector.AssertScore(Objective(vector.Input.GetProperty("items")).Score(Year.Start, vector.Profile).Score);

    [Theory]
    [VectorsOf(Products, "objective-value-from-rollup")]
    public void A_value_of_ones_own_from_the_progress(ScoringVectorCase vector)
    {
        var goal = Goal.FromTo(vector.Number("start"), vector.Number("target"));
        vector.AssertNumber(vector.Expected.GetProperty("value"), goal.ValueAt(vector.Number("scaledProgressPercent") / 100m));
    }

    [Theory]
    [VectorsOf(Products, "score-override")]
    public void A_score_set_by_hand_stands_beside_the_computed_one(ScoringVectorCase vector)
    {
        var objective = Objective([vector.Number("computedScore")]).Overridden(ScoreOverride.Of(
            vector.Number("overrideScore"), "what the owner saw", Year.End));
        var score = objective.Score(Year.End, vector.Profile);
        vector.AssertNumber(vector.Expected.GetProperty("effectiveScore"), score.Score);
        vector.AssertNumber(vector.Expected.GetProperty("computedScorePreserved"), score.ComputedScore);
    }

    [Theory]
    [VectorsOf(Products, "weight-share")]
    public void Share_of_a_weight(ScoringVectorCase vector)
    {
        var (weight, total) = (vector.Number("weight"), vector.Number("totalWeight"));
        vector.AssertNumber(vector.Expected.GetProperty("impactPercent"), WeightShares.Of(weight, total - weight)[0] * 100m);
    }

    [Theory]
    [VectorsOf(Hand, "weight-share")]
    public void Share_of_a_weight_by_hand(ScoringVectorCase vector)
    {
        var (weight, total) = (vector.Number("weight"), vector.Number("totalWeight"));
        vector.AssertNumber(vector.Expected.GetProperty("percent"), WeightShares.Of(weight, total - weight)[0] * 100m);
    }

    [Theory]
    [VectorsOf(Products, "weights-by-size")]
    public void Weights_by_the_size_of_targets(ScoringVectorCase vector)
    {
        // The page cuts its figures off; together they are to be 100, so each lies within one of its last decimals.
        var objective = vector.List("targets").Select((target, index) => KeyResult($"kr{index}", Goal.Count(target)))
            .Aggregate(OkrKpi.Objective.Define("o", "Parts of a total", Year), (each, keyResult) => each.With(keyResult));
        var shares = objective.WeighingByTarget().Score(Year.Start).Shares;
        Assert.Equal(100m, shares.Sum());
        Assert.All(Expected(vector, "weightsPercent").Zip(shares), pair => Assert.InRange(pair.Second, pair.First - 0.1m, pair.First + 0.1m));
    }

    [Theory]
    [VectorsOf(Products, "weights-redistribution")]
    public void Pinned_weights_stay_and_the_others_split_the_rest(ScoringVectorCase vector)
    {
        var pinned = vector.Input.GetProperty("fixedWeightsPercent");
        var objective = Enumerable.Range(0, (int)vector.Number("children"))
            .Select(index => (
                KeyResult: KeyResult($"kr{index}", Goal.YesNo()), Share: ScoringVectorCase.OptionalOf(pinned, FormattableString.Invariant($"{index}"))))
            .Select(each => each.Share is { } share ? each.KeyResult.PinnedAt(share / 100m) : each.KeyResult)
            .Aggregate(OkrKpi.Objective.Define("o", "An objective", Year), (each, keyResult) => each.With(keyResult));
        var shares = objective.Score(Year.Start, vector.Profile).Shares;
        Assert.Equal(100m, shares.Sum());
        Assert.All(Expected(vector, "weightsPercent").Zip(shares), pair => Assert.InRange(pair.Second, pair.First - 0.01m, pair.First + 0.01m));
    }

    [Theory]
    [VectorsOf(Peers, "weight_auto_split")]
    public void Equal_weights_display_as_a_hundred(ScoringVectorCase vector) =>
        Assert.Equal(Expected(vector, "weights"), WeightShares.Percentages([.. Enumerable.Repeat(1m, (int)vector.Number("count"))]));

    [Theory]
    [VectorsOf(Products, "rounding-policy")]
    public void Rounding_for_display(ScoringVectorCase vector) =>
        Assert.Equal(Expected(vector, "rounded"), vector.List("values").Select(value => vector.Profile.Display.Percent(value / 100m)));

    [Theory]
    [VectorsOf(Peers, "format_percent")]
    public void Whole_percent(ScoringVectorCase vector) =>
        Assert.Equal(
            vector.Expected.GetProperty("text").GetString(), FormattableString.Invariant($"{vector.Profile.Display.Percent(vector.Number("ratio")):0}%"));

    [Theory]
    [VectorsOf(Peers, "objective_rollup")]
    public void An_objective_of_key_results(ScoringVectorCase vector)
    {
        var profile = vector.Optional("done_threshold_percent") is { } done ? vector.Profile.WithDoneFrom(done / 100m) : vector.Profile;
        var items = vector.Input.GetProperty(vector.Has("key_results") ? "key_results" : "targets");
        var objective = Objective(items);
        if (vector.Has("checklist") && vector.Input.GetProperty("checklist") is { } checklist && checklist.GetArrayLength() > 0)
        {
            // The whole checklist counts as one more target.
            var steps = checklist.EnumerateArray().Select(IsDone).ToArray();
            objective = objective.With(KeyResult("checklist", Goal.Count(steps.Length)).With(CheckIn.On(Year.Start, steps.Count(isDone => isDone))));
        }

        var isOver = vector.IsTrue("end_date_passed");
        var score = objective.Score(isOver ? Year.End : Year.Start, profile);
        vector.AssertScore(score.Score);
        if (vector.Expected.TryGetProperty("expected_ratio", out var expected))
        {
            vector.AssertNumber(
                expected, profile.Combine(items.EnumerateArray().Select(item => ScorePart.Of(item.GetProperty("expected_ratio").GetDecimal()))).Score);
        }

        if (items.EnumerateArray().Any(item => item.TryGetProperty("status", out _)))
        {
            AssertWorstStatus(vector, items);
        }
        else if (vector.Expected.TryGetProperty("status", out var status))
        {
            Assert.Equal(
                status.GetString(), score.Pace.Status switch { PaceStatus.Achieved => "Completed", PaceStatus.Missed => "Overdue", _ => "InProgress" });
        }
    }

    [Theory]
    [VectorsOf(Peers, "plan_rollup")]
    [VectorsOf(Peers, "portfolio_rollup")]
    [VectorsOf(Peers, "weighted_rollup")]
    public void Several_objectives(ScoringVectorCase vector)
    {
        var items = vector.Input.GetProperty(vector.Has("objectives") ? "objectives" : "items");
        vector.AssertScore(vector.Profile.Combine(items.EnumerateArray().Select(PartOf)).Score);
        AssertWorstStatus(vector, items);
    }

    [Theory]
    [VectorsOf(Peers, "period_rollup")]
    public void Several_months(ScoringVectorCase vector)
    {
        // A month closed without data counts as 0; an open one is left out.
        var parts = vector.Has("objectives")
            ? vector.Input.GetProperty("objectives").EnumerateArray().Select(PartOf)
            : vector.Input.GetProperty("months").EnumerateArray()
                .Select(month => (Score: ScoringVectorCase.OptionalOf(month, "score"), IsClosed: month.GetProperty("force_closed").GetBoolean()))
                .Where(month => month.Score is not null || month.IsClosed)
                .Select(month => ScorePart.Of((month.Score ?? 0m) / 100m));
        var score = vector.Profile.Combine(parts).Score;
        vector.AssertNumber(
            vector.Expected.EnumerateObject().Single().Value, score * 100m, score is { } known ? DisplayRounding.WholePercent.Percent(known) : null);
    }

    [Theory]
    [VectorsOf(Peers, "tree_rollup")]
    public void A_tree_of_goals(ScoringVectorCase vector) => vector.AssertScore(Nested(vector.Input, vector.Profile));

    [Theory]
    [VectorsOf(Peers, "weighted_score")]
    public void Earned_by_weight(ScoringVectorCase vector)
    {
        var items = vector.Input.GetProperty("items").EnumerateArray().ToArray();
        var shares = items.Select(item => item.GetProperty("weight_percent").GetDecimal() / 100m).ToArray();
        var scale = vector.Optional("scale") ?? 1m;
        var scores = items.Select(
            item => (ScoringVectorCase.OptionalOf(item, "score", "rating_ratio") * scale) ?? (item.GetProperty("progress_percent").GetDecimal() / 100m))
            .ToArray();
        if (vector.Expected.TryGetProperty("total", out var total))
        {
            var combined = vector.Profile.With(ScoreLimits.None).Combine(scores.Zip(shares, (score, share) => ScorePart.Of(score, share)));
            vector.AssertNumber(total, combined.Score);
        }

        if (vector.Expected.TryGetProperty("earned", out var earned))
        {
            Assert.All(ScoringVectorCase.Numbers(earned).Zip(scores.Zip(shares)), pair => Assert.Equal(pair.First, pair.Second.First * pair.Second.Second));
        }

        if (vector.Expected.TryGetProperty("earned_percent", out var percent))
        {
            Assert.All(
                ScoringVectorCase.Numbers(percent).Zip(scores.Zip(shares)), pair => Assert.Equal(pair.First, pair.Second.First * pair.Second.Second * 100m));
        }
    }

    [Theory]
    [VectorsOf(Peers, "composite_score")]
    public void Components_that_are_not_filled_in_count_as_zero(ScoringVectorCase vector)
    {
        var parts = vector.Input.EnumerateObject()
            .Select(component => ScorePart.Of(component.Value.ValueKind == JsonValueKind.Null ? null : component.Value.GetDecimal()));
        vector.AssertNumber(vector.Expected.GetProperty("final_score"), vector.Profile.With(ScoreLimits.None).Combine(parts).Score);
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_series")]
    public void Progress_of_a_key_result_from_day_to_day(ScoringVectorCase vector) =>
        AssertSeries(vector, day => On(vector.Input.GetProperty("history"), day));

    [Theory]
    [VectorsOf(Peers, "objective_progress_series")]
    public void Progress_of_an_objective_from_day_to_day(ScoringVectorCase vector) =>
        AssertSeries(vector, day => Mean(vector, vector.Input.GetProperty("key_results"), keyResult => On(keyResult, day)));

    [Theory]
    [VectorsOf(Peers, "team_progress_series")]
    public void Progress_of_a_team_from_day_to_day(ScoringVectorCase vector) =>
        AssertSeries(
            vector, day => Mean(vector, vector.Input.GetProperty("objectives"), objective => Mean(vector, objective, keyResult => On(keyResult, day))));

    [Theory]
    [VectorsOf(Peers, "company_progress_series")]
    public void Progress_of_a_company_from_day_to_day(ScoringVectorCase vector)
    {
        var expected = ScoringVectorCase.Numbers(vector.Expected.GetProperty("series"));
        Assert.Equal(expected.Length, vector.Number("days"));
        for (var day = 0; day < expected.Length; day++)
        {
            var index = day;
            var score = Mean(
                vector, vector.Input.GetProperty("team_series"),
                team => index < team.GetArrayLength() && team[index].ValueKind == JsonValueKind.Number ? team[index].GetDecimal() / 100m : null);
            vector.AssertNumber(vector.Expected.GetProperty("series")[day], score * 100m, score is { } known ? vector.Profile.Display.Percent(known) : null);
        }
    }

    [Theory]
    [VectorsOf(Peers, "progress_source_precedence")]
    public void The_own_number_wins_over_tasks(ScoringVectorCase vector)
    {
        var tasks = vector.Input.GetProperty("tasks").EnumerateArray().Select(IsDone).ToArray();
        var objective = OkrKpi.Objective.Define("o", "An objective", Year);
        if (vector.Input.TryGetProperty("metric", out var metric) && metric.ValueKind == JsonValueKind.Object)
        {
            objective = objective.With(AtProgress("metric", metric).As(KeyResultRole.Headline));
        }

        if (tasks.Length > 0)
        {
            objective = objective.With(KeyResult("tasks", Goal.Count(tasks.Length)).With(CheckIn.On(Year.Start, tasks.Count(isDone => isDone))));
        }

        // Nothing to measure by is no score, not 0.
        var score = objective.Score(Year.Start);
        vector.AssertScore(score.Score);
        if (vector.Expected.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String)
        {
            Assert.Equal(source.GetString(), score.KeyResults.Zip(score.Shares).Single(each => each.Second == 100m).First.KeyResult.Name);
        }

        if (vector.Expected.TryGetProperty("status", out var status) && score.Score is { } value)
        {
            Assert.Equal(
                status.GetString(), GradeScale.Of("not_started", GradeBand.Starting(0.000_001m, "active"), GradeBand.Starting(1m, "done")).BandOf(value).Name);
        }
    }

    [Theory]
    [VectorsOf(Peers, "objective_on_track")]
    public void On_track_by_score_and_confidence(ScoringVectorCase vector)
    {
        var confidence = Confidence.Of(vector.Number("confidence") / 100m);
        var items = vector.Input.GetProperty("key_results").EnumerateArray().Select((item, index) =>
            KeyResult($"kr{index}", Goal.FromTo(0m, 100m)).With(CheckIn.On(Year.Start, item.GetProperty("progress_percent").GetDecimal()).With(confidence)));
        var score = items.Aggregate(OkrKpi.Objective.Define("o", "An objective", Year), (objective, keyResult) => objective.With(keyResult))
            .Score(Year.Start, vector.Profile);
        Assert.Equal(vector.Expected.GetProperty("on_track").GetBoolean(), score.Score >= 0.7m && score.Confidence >= Confidence.Of(0.6m));
    }

    [Theory]
    [VectorsOf(Peers, "period_statistics")]
    public void Key_results_counted_by_zone(ScoringVectorCase vector)
    {
        var keyResults = vector.Input.GetProperty("key_results").EnumerateArray().ToArray();
        var zones = keyResults.Select(ZoneOf).ToArray();
        var counts = new Dictionary<string, int>
        {
            ["objective_count"] = keyResults.Select(each => each.GetProperty("objective").GetInt32()).Distinct().Count(),
            ["kr_count"] = keyResults.Length,
            ["ordinal_count"] = keyResults.Count(each => each.GetProperty("kind").GetString() == "ordinal"),
            ["metric_count"] = keyResults.Count(each => each.GetProperty("kind").GetString() == "metric"),
            ["in_fail"] = zones.Count(zone => zone == Zone.Fail),
            ["in_commit"] = zones.Count(zone => zone == Zone.Commit),
            ["in_target"] = zones.Count(zone => zone == Zone.Target),
            ["in_stretch"] = zones.Count(zone => zone == Zone.Stretch),
            ["in_target_or_stretch"] = zones.Count(zone => zone >= Zone.Target),
        };

        // Which objectives are closed, and how, is what people said of them; the library counts nothing there.
        foreach (var expected in vector.Expected.EnumerateObject().Where(each => counts.ContainsKey(each.Name)))
        {
            Assert.True(expected.Value.GetInt32() == counts[expected.Name], $"{expected.Name}: expected {expected.Value}, but was {counts[expected.Name]}");
        }
    }

    [Theory]
    [VectorsOf(Hand, "weighted-mean")]
    public void Weighted_mean_by_hand(ScoringVectorCase vector)
    {
        var parts = vector.List("progress").Zip(vector.List("weights"), (progress, weight) => ScorePart.Of(progress, weight));
        vector.AssertScore(vector.Profile.Combine(parts).Score);
    }

    [Theory]
    [VectorsOf(Hand, "weighted-mean-capped")]
    public void Negative_progress_counts_as_zero_in_a_mean(ScoringVectorCase vector)
    {
        var parts = vector.List("progress").Zip(vector.List("weights"), (progress, weight) => ScorePart.Of(progress, weight));
        var score = ScoringProfile.Perdoo.With(ScoreLimits.Between(vector.Number("floor"), vector.Number("cap"))).Combine(parts);
        vector.AssertScore(score.Score);
        vector.AssertNumber(vector.Expected.GetProperty("withoutCap"), score.Raw);
    }

    [Theory]
    [VectorsOf(Hand, "mean-rounded")]
    public void Means_rounded_for_display(ScoringVectorCase vector)
    {
        foreach (var (input, expected) in new[] { ("progressPercent", "meanProgress"), ("expectedPercent", "meanExpected") })
        {
            var mean = ScoringProfile.Default.Combine(vector.List(input).Select(percent => ScorePart.Of(percent / 100m))).Score;
            vector.AssertNumber(vector.Expected.GetProperty(expected), mean * 100m);
            Assert.Equal(
                Math.Round(vector.Expected.GetProperty(expected).GetDecimal(), MidpointRounding.AwayFromZero),
                DisplayRounding.WholePercent.Percent(mean!.Value));
        }
    }

    [Theory]
    [VectorsOf(Hand, "objective-with-contributors")]
    public void Key_results_together_count_as_much_as_one_contributor(ScoringVectorCase vector)
    {
        var own = ScoringProfile.Default.Combine(
            vector.List("keyResultProgress").Zip(vector.List("keyResultWeights"), (progress, weight) => ScorePart.Of(progress, weight)));
        var parts = vector.List("contributorProgress").Select(progress => ScorePart.Of(progress)).Prepend(ScorePart.Of(own.Score));
        vector.AssertScore(ScoringProfile.Default.Combine(parts).Score);
    }

    private static void AssertWorstStatus(ScoringVectorCase vector, JsonElement items)
    {
        if (vector.Expected.TryGetProperty("status", out var expected) && expected.ValueKind == JsonValueKind.String)
        {
            var statuses = items.EnumerateArray()
                .Select(item => item.TryGetProperty("status", out var status) ? StatusOf(status.GetString()) : PaceStatus.NotPaced)
                .ToArray();

            // One tracker calls an objective without key results off track; nothing has no status.
            Assert.Equal(statuses.Length == 0 ? PaceStatus.NotPaced : StatusOf(expected.GetString()), StatusCombining.Worst.Of(statuses));
        }
    }

    private static PaceStatus StatusOf(string? status) => status switch
    {
        "ahead" => PaceStatus.Ahead,
        "on_track" => PaceStatus.OnTrack,
        "at_risk" => PaceStatus.AtRisk,
        "off_track" => PaceStatus.Behind,
        _ => PaceStatus.NotPaced,
    };

    private static Zone? ZoneOf(JsonElement keyResult) => keyResult.GetProperty("kind").GetString() switch
    {
        "metric" when ScoringVectorCase.OptionalOf(keyResult, "baseline") is { } baseline
            && ScoringVectorCase.OptionalOf(keyResult, "stretch") is { } stretch =>
            Goal.Zones(baseline, stretch).ZoneOf(keyResult.GetProperty("current").GetDecimal()),
        "ordinal" => Enum.Parse<Zone>(keyResult.GetProperty("zone").GetString()!, ignoreCase: true),
        _ => null,
    };

    private static decimal? Nested(JsonElement node, ScoringProfile profile) => node.ValueKind == JsonValueKind.Number
        ? node.GetDecimal() / 100m
        : profile.Combine(node.GetProperty("children").EnumerateArray().Select(child => ScorePart.Of(Nested(child, profile)))).Score;

    private static decimal? Mean(ScoringVectorCase vector, JsonElement items, Func<JsonElement, decimal?> score) =>
        vector.Profile.Combine(items.EnumerateArray().Select(item => ScorePart.Of(score(item)))).Score;

    // What was recorded last counts on, also when it was before the first day shown.
    private static decimal? On(JsonElement history, LocalDate day) => history.EnumerateArray()
        .Select(each => (Date: ScoringVectorCase.DateOf(each.GetProperty("date").GetString()!), Each: each))
        .Where(each => each.Date <= day)
        .OrderBy(each => each.Date)
        .Select(each => (JsonElement?)each.Each)
        .LastOrDefault() is { } last
            && last.GetProperty("start").GetDecimal() is var start
            && last.GetProperty("target").GetDecimal() is var target
            && start != target
            ? Goal.FromTo(start, target).Progress(last.GetProperty("current").GetDecimal()).Raw
            : null;

    private static void AssertSeries(ScoringVectorCase vector, Func<LocalDate, decimal?> score)
    {
        var expected = vector.Expected.GetProperty("series");
        Assert.Equal((int)vector.Number("days"), expected.GetArrayLength());
        for (var day = 0; day < expected.GetArrayLength(); day++)
        {
            var actual = score(vector.Date("start_date").PlusDays(day));
            vector.AssertNumber(expected[day], actual * 100m, actual is { } known ? vector.Profile.Display.Percent(known) : null);
        }
    }

    private static ScorePart PartOf(JsonElement item) => ScorePart.Of(
        ScoringVectorCase.OptionalOf(item, "progress_ratio") ?? (ScoringVectorCase.OptionalOf(item, "progress_percent") / 100m),
        ScoringVectorCase.OptionalOf(item, "weight", "weight_percent") ?? 1m);

    private static bool IsDone(JsonElement step) => step.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => step.GetString() is "done" or "completed" or "Completed",
        JsonValueKind.Object => step.EnumerateObject().Any(
            each => each.Value.ValueKind == JsonValueKind.True || (each.Value.ValueKind == JsonValueKind.String
                && each.Value.GetString() is "done" or "completed")),
        _ => false,
    };

    private static Objective Objective(JsonElement items)
    {
        var objective = OkrKpi.Objective.Define("o", "An objective", Year);
        var number = 0;
        foreach (var item in items.EnumerateArray())
        {
            var weight = ScoringVectorCase.OptionalOf(item, "weight", "weight_percent") ?? 1m;
            objective = objective.With(AtProgress($"kr{++number}", item).Weighing(weight));
        }

        return objective;
    }

    private static Objective Objective(IEnumerable<decimal> scores) =>
        scores.Select((score, index) => KeyResult($"kr{index}", Goal.FromTo(0m, 1m)).With(CheckIn.On(Year.Start, score)))
        .Aggregate(OkrKpi.Objective.Define("o", "An objective", Year), (objective, keyResult) => objective.With(keyResult));

    private static KeyResult AtProgress(string id, JsonElement item)
    {
        var ratio = ScoringVectorCase.OptionalOf(item, "progress_ratio") ?? (ScoringVectorCase.OptionalOf(item, "progress_percent", "progressPercent") / 100m);
        if (ratio is { } known)
        {
            return KeyResult(id, Goal.FromTo(0m, 1m)).With(CheckIn.On(Year.Start, known));
        }

        if (ScoringVectorCase.OptionalOf(item, "target") is not { } target)
        {
            return KeyResult(id, Goal.FromTo(0m, 1m));
        }

        var keyResult = KeyResult(id, Goal.FromTo(ScoringVectorCase.OptionalOf(item, "baseline") ?? 0m, target));
        return ScoringVectorCase.OptionalOf(item, "current") is { } current ? keyResult.With(CheckIn.On(Year.Start, current)) : keyResult;
    }

    private static KeyResult KeyResult(string id, Goal goal) => OkrKpi.KeyResult.Define(id, id, Unit.Count("thing"), goal);

    private static decimal[] Expected(ScoringVectorCase vector, string name) =>
        [.. ScoringVectorCase.Numbers(vector.Expected.GetProperty(name)).Select(each => each!.Value)];
}
