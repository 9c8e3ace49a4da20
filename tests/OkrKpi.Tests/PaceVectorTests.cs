using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>
/// Pace, status and forecast as products and open-source trackers publish them, each under the rule of its product. Every case of these kinds is run.
/// </summary>
public partial class PaceVectorTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly Cycle HundredDays = Cycle.Between(Start, Start.PlusDays(99));

    // Half of the trackers call their middle band "at risk" and the worst "behind" or "off track"; these do it the other way round.
    private static readonly string[] MiddleIsBehind = ["Microsoft Viva Goals", "Ally.io", "Engagedly"];

    public static TheoryData<string> StatusFromGap => ListedVector.Ids(ListedVector.Products, "status-from-gap");

    public static TheoryData<string> StatusFromRatio => ListedVector.Ids(ListedVector.Products, "status-from-ratio");

    public static TheoryData<string> StatusFromRatioBands => ListedVector.Ids(ListedVector.Products, "status-from-ratio-bands");

    public static TheoryData<string> StatusFromAchievement => ListedVector.Ids(ListedVector.Products, "status-from-achievement");

    public static TheoryData<string> StatusFromProgressBands => ListedVector.Ids(ListedVector.Products, "status-from-progress-bands");

    public static TheoryData<string> StatusRollupWorst => ListedVector.Ids(ListedVector.Products, "status-rollup-worst");

    public static TheoryData<string> StatusRollupLatest => ListedVector.Ids(ListedVector.Products, "status-rollup-latest");

    public static TheoryData<string> StatusRollupMajority => ListedVector.Ids(ListedVector.Products, "status-rollup-majority");

    public static TheoryData<string> StatusRollupMeanRank => ListedVector.Ids(ListedVector.Products, "status-rollup-mean-rank");

    public static TheoryData<string> MaintainStatusLifecycle => ListedVector.Ids(ListedVector.Products, "maintain-status-lifecycle");

    public static TheoryData<string> TargetBreakdownCumulative => ListedVector.Ids(ListedVector.Products, "target-breakdown-cumulative");

    public static TheoryData<string> TargetBreakdownNoncumulative => ListedVector.Ids(ListedVector.Products, "target-breakdown-noncumulative");

    public static TheoryData<string> CarryOverBaseline => ListedVector.Ids(ListedVector.Products, "carry-over-baseline");

    public static TheoryData<string> PeerStatusPace => ListedVector.Ids(ListedVector.Peers, "status_pace");

    public static TheoryData<string> PeerPaceRatio => ListedVector.Ids(ListedVector.Peers, "pace_ratio");

    public static TheoryData<string> PeerOverdue => ListedVector.Ids(ListedVector.Peers, "overdue");

    public static TheoryData<string> PeerPortfolioStatusCounts => ListedVector.Ids(ListedVector.Peers, "portfolio_status_counts");

    public static TheoryData<string> HandPaceStatus => Vectors.Ids("scoring-hand.json", "pace-status");

    public static TheoryData<string> HandLatestWins => Vectors.Ids("scoring-hand.json", "status-latest-wins");

    public static TheoryData<string> HandWorstWins => Vectors.Ids("scoring-hand.json", "status-worst-wins");

    [Theory]
    [MemberData(nameof(StatusFromGap))]
    public void Status_from_the_gap(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "status-from-gap", id);
        var bands = vector.Origin switch
        {
            "Planview LeanKit" => PaceBands.ByGap(PaceStatus.Behind).Above(-0.10m, PaceStatus.OnTrack).From(0.10m, PaceStatus.Ahead),
            "Innovation Minds" => PaceBands.ByGap(0m, -0.10m),
            "Telescope" => PaceBands.ByGap(0m, -0.25m),
            "Etho" => PaceBands.ByGap(PaceStatus.Behind).From(-0.20m, PaceStatus.OnTrack),
            _ when vector.OptionalNumber("atRiskGapOver") is { } atRisk => PaceBands.ByGap(-vector.Number("behindGapOver") / 100m, -atRisk / 100m),
            _ => PaceBands.ByGap(PaceStatus.AtRisk).From(-vector.Number("behindGapOver") / 100m, PaceStatus.OnTrack),
        };
        Assert.Equal(
            Status(vector.Expected.GetProperty("status"), vector.Origin),
            bands.Status(vector.Number("actualPercent") / 100m, vector.Number("expectedPercent") / 100m));
    }

    [Theory]
    [MemberData(nameof(StatusFromRatio))]
    public void Status_from_the_ratio(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "status-from-ratio", id);
        var (actual, expected) = (vector.Number("actualPercent") / 100m, vector.Number("expectedPercent") / 100m);
        if (vector.Input.TryGetProperty("bandsPercent", out var listed))
        {
            var (bands, names) = BandsOf(listed.EnumerateObject().Select(band => (band.Name, From: band.Value[0].GetDecimal() / 100m)));
            Assert.Equal(names[vector.Expected.GetProperty("status").GetString()!], bands.Status(actual, expected));
            if (vector.Expected.TryGetProperty("ratioPercent", out var ratio))
            {
                Assert.Equal(ratio.GetDecimal(), Math.Floor(bands.Measure(actual, expected)!.Value * 100m));
            }
        }
        else
        {
            var bands = PaceBands.ByRatio(PaceStatus.Behind)
                .Above(vector.Number("laggingRatioOver"), PaceStatus.AtRisk)
                .From(vector.Number("onTrackRatioFrom"), PaceStatus.OnTrack);
            var status = vector.Expected.GetProperty("status")
                .GetString() switch
            { "OnTrack" => PaceStatus.OnTrack, "Lagging" => PaceStatus.AtRisk, _ => PaceStatus.Behind };
            Assert.Equal(status, bands.Status(actual, expected));
        }
    }

    [Theory]
    [MemberData(nameof(StatusFromRatioBands))]
    public void Status_from_bands_of_ones_own(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "status-from-ratio-bands", id);
        var (bands, names) = BandsOf(vector.Input.GetProperty("bands").EnumerateArray().Select(band => (
            band.GetProperty("status").GetString()!, band.GetProperty("from").GetDecimal() / 100m)));
        Assert.Equal(
            names[vector.Expected.GetProperty("suggestedStatus").GetString()!], bands.Status(vector.Number("progressRelativeToTimePercent") / 100m, 1m));
    }

    [Theory]
    [MemberData(nameof(StatusFromAchievement))]
    public void Status_from_the_achievement(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "status-from-achievement", id);
        var achievement = Goal.FromTo(vector.Number("start"), vector.Number("target")).Progress(vector.Number("current")).Raw!.Value;
        Near(vector.Expected.GetProperty("achievementPercent").GetDecimal(), achievement * 100m, 0.05m);
        Assert.Equal(
            Status(vector.Expected.GetProperty("status"), vector.Origin),
            PaceBands.ByRatio(vector.Number("greenFrom") / 100m, vector.Number("yellowFrom") / 100m).Status(achievement, 1m));
    }

    [Theory]
    [MemberData(nameof(StatusFromProgressBands))]
    public void Status_from_progress_alone(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "status-from-progress-bands", id);
        var bands = PaceBands.ByRatio(PaceStatus.Behind).From(0.2m, PaceStatus.AtRisk).From(0.6m, PaceStatus.OnTrack).From(1m, PaceStatus.Achieved);
        Assert.Equal(Status(vector.Expected.GetProperty("status"), vector.Origin), bands.Status(vector.Number("progressPercent") / 100m, 1m));
    }

    [Theory]
    [MemberData(nameof(StatusRollupWorst))]
    public void The_worst_status_wins(string id) => Rolls("status-rollup-worst", id, StatusCombining.Worst);

    [Theory]
    [MemberData(nameof(StatusRollupLatest))]
    public void The_latest_status_wins(string id) => Rolls("status-rollup-latest", id, StatusCombining.Latest);

    [Theory]
    [MemberData(nameof(StatusRollupMajority))]
    public void The_majority_of_statuses_wins(string id) => Rolls("status-rollup-majority", id, StatusCombining.Majority);

    [Theory]
    [MemberData(nameof(StatusRollupMeanRank))]
    public void The_mean_rank_of_statuses_wins(string id) => Rolls("status-rollup-mean-rank", id, StatusCombining.MeanRank);

    [Theory]
    [MemberData(nameof(MaintainStatusLifecycle))]
    public void What_is_to_be_held_is_on_track_while_it_is_held_and_achieved_at_the_end(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "maintain-status-lifecycle", id);
        var (meets, isOver) = (vector.Input.GetProperty("meets").GetBoolean(), vector.Input.GetProperty("afterDueDate").GetBoolean());
        var week = Cycle.Between(Start, Start.PlusDays(5));
        var held = KeyResult.Define("k", "K", Unit.Percent, Goal.KeepWithin(Band.Between(5m, 7m))).With(CheckIn.On(Start, meets ? 6m : 9m));
        var status = held.Score(week, isOver ? week.End.PlusDays(1) : Start.PlusDays(3)).Pace.Status;
        Assert.Equal(
            vector.Expected.GetProperty("status")
                .GetString() switch
            { "Achieved" => PaceStatus.Achieved, "OnTrack" => PaceStatus.OnTrack, _ => isOver ? PaceStatus.Missed : PaceStatus.Behind },
            status);
    }

    [Theory]
    [MemberData(nameof(TargetBreakdownCumulative))]
    public void Of_a_cumulative_plan_the_latest_period_decides(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "target-breakdown-cumulative", id);
        var (start, bands) = (vector.Number("start"), Traffic(vector));
        var pairs = Numbers(vector.Input, "planned").Zip(Numbers(vector.Input, "actual")).ToArray();
        var shares = pairs.Select(pair => Goal.FromTo(start, pair.First).Progress(pair.Second).Raw!.Value).ToArray();
        AllNear(Numbers(vector.Expected, "achievementPercent"), shares.Select(share => share * 100m), 0.05m);
        PaceStatus[] statuses = [.. shares.Select(share => bands.Status(share, 1m))];
        Assert.Equal(vector.Expected.GetProperty("periodStatus").EnumerateArray().Select(each => Status(each, vector.Origin)), statuses);
        Assert.Equal(Status(vector.Expected.GetProperty("targetStatus"), vector.Origin), StatusCombining.Latest.Of(statuses));
    }

    [Theory]
    [MemberData(nameof(TargetBreakdownNoncumulative))]
    public void Of_a_plan_by_periods_the_sum_to_date_decides(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "target-breakdown-noncumulative", id);
        var bands = Traffic(vector);
        decimal[] planned = [.. Numbers(vector.Input, "planned")];
        decimal[] actual = [.. Numbers(vector.Input, "actual")];
        var periods = actual.Select((each, period) => bands.Measure(each, planned[period])!.Value * 100m);
        var windows = actual.Select((_, period) => bands.Measure(actual.Take(period + 1).Sum(), planned.Take(period + 1).Sum())!.Value * 100m).ToArray();
        AllNear(Numbers(vector.Expected, "periodAchievementPercent"), periods, 0.05m);
        AllNear(Numbers(vector.Expected, "windowPercent"), windows, 0.05m);
        Assert.Equal(
            vector.Expected.GetProperty("periodStatus").EnumerateArray().Select(each => Status(each, vector.Origin)),
            actual.Select((each, period) => bands.Status(each, planned[period])));
        Assert.Equal(Status(vector.Expected.GetProperty("targetStatus"), vector.Origin), bands.Status(windows[^1], 100m));
    }

    [Theory]
    [MemberData(nameof(CarryOverBaseline))]
    public void A_postponed_key_result_starts_where_it_stood_or_over_again(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "carry-over-baseline", id);
        var (target, reached) = (
            vector.OptionalNumber("metricTarget") ?? vector.OptionalNumber("target") ?? 100m,
            vector.OptionalNumber("currentAtClose") ?? vector.Number("current"));
        var rebaseline = vector.Text("mode") == "metric" ? Rebaseline.AtValueReached : Rebaseline.AtOldStart;
        var next = Objective.Define("o", "O", Cycle.Quarter(2026, 1))
            .With(KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(vector.OptionalNumber("start") ?? 0m, target)))
            .CheckIn("k", Start, reached)
            .CarriedOver("next", Cycle.Quarter(2026, 2), rebaseline);
        var goal = Assert.IsType<FromToGoal>(next.KeyResults.Single().Goal);
        Assert.Equal(vector.Expected.GetProperty("newStart").GetDecimal(), goal.Start);
        Assert.Equal(vector.Expected.TryGetProperty("newTarget", out var newTarget) ? newTarget.GetDecimal() : target, goal.Target);
        Assert.Equal(vector.Expected.GetProperty("newProgressPercent").GetDecimal(), next.Score(new LocalDate(2026, 4, 1)).Score * 100m);
    }

    [Theory]
    [MemberData(nameof(PeerStatusPace))]
    public void Status_from_pace_as_the_trackers_have_it(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "status_pace", id);
        var status = vector.Expected.GetProperty("status");
        switch (vector.Origin)
        {
            case "BurningOKR/BurningOKR":
                Assert.Equal(
                    Status(status, vector.Origin), PaceBands.ByGap(-0.2m, -0.4m).Status(vector.Number("progress_ratio"), vector.Number("elapsed_ratio")));
                break;
            case "lopes-andre/okrs-tracker":
                Assert.Equal(Status(status, vector.Origin), OkrsTracker.Status(vector.Number("pace_ratio"), 1m));
                break;
            case "matthugh1/MHOKR":
                Assert.Equal(
                    Status(status, vector.Origin),
                    PaceBands.ByGap(-0.05m, -0.15m).Status(vector.Number("progress_percent") / 100m, vector.Number("elapsed_percent") / 100m));
                break;
            default:
                var (score, left) = (vector.Number("score_percent") / 100m, vector.Number("time_left_percent") / 100m);
                var unlock = PaceBands.ByGap(PaceStatus.Behind).From(-0.30m, PaceStatus.AtRisk).Above(-0.20m, PaceStatus.OnTrack);
                var expected = status.GetString() switch
                {
                    "NotStarted" => PaceStatus.TooEarly,
                    "AtRisk" => PaceStatus.Behind,
                    "Lagging" => PaceStatus.AtRisk,
                    _ => PaceStatus.OnTrack
                };
                Assert.Equal(expected, score == 0m ? NotStarted() : unlock.Status(score, 1m - left));
                if (vector.Expected.TryGetProperty("deviation", out var deviation))
                {
                    Assert.Equal(deviation.GetDecimal(), -100m * unlock.Measure(score, 1m - left));
                }

                break;
        }
    }

    [Theory]
    [MemberData(nameof(PeerPaceRatio))]
    public void The_ratio_of_pace(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "pace_ratio", id);
        Near(
            vector.Expected.GetProperty("pace_ratio").GetDecimal(),
            OkrsTracker.Measure(vector.Number("progress_ratio"), vector.Number("expected_ratio"))!.Value, vector.Tolerance);
    }

    [Theory]
    [MemberData(nameof(PeerOverdue))]
    public void Past_its_date_and_not_reached_is_overdue(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "overdue", id);
        var isPast = vector.Input.GetProperty("past_target_date").ValueKind == JsonValueKind.True;
        var isDone = vector.Text("status") is "completed" or "done";
        var status = PaceRule.Default.Of(isDone ? 1m : 0.5m, HundredDays, isPast ? HundredDays.End.PlusDays(1) : Start.PlusDays(49)).Status;
        Assert.Equal(vector.Expected.GetProperty("overdue").GetBoolean(), status == PaceStatus.Missed);
    }

    [Theory]
    [MemberData(nameof(PeerPortfolioStatusCounts))]
    public void How_many_objectives_are_on_track(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "portfolio_status_counts", id);
        var bands = PaceBands.ByRatio(PaceStatus.AtRisk).From(0.7m, PaceStatus.OnTrack);
        PaceStatus[] statuses =
        [
            .. vector.Input.GetProperty("objectives")
                .EnumerateArray()
                .Select(each => bands.Status(each.GetProperty("progress_percent").GetDecimal() / 100m, 1m))
        ];
        Assert.Equal(vector.Expected.GetProperty("total").GetInt32(), statuses.Length);
        Assert.Equal(vector.Expected.GetProperty("on_track").GetInt32(), statuses.Count(status => status == PaceStatus.OnTrack));
        Assert.Equal(vector.Expected.GetProperty("at_risk").GetInt32(), statuses.Count(status => status == PaceStatus.AtRisk));
    }

    [Theory]
    [MemberData(nameof(HandPaceStatus))]
    public void Ahead_and_behind_by_ten_points(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var bands = PaceBands.ByGap(PaceStatus.Behind).Above(-0.10m, PaceStatus.OnTrack).From(0.10m, PaceStatus.Ahead);
        var items = vector.GetProperty("input").GetProperty("items").EnumerateArray();
        Assert.Equal(
            vector.GetProperty("expected").GetProperty("status").EnumerateArray().Select(each => Status(each, "")),
            items.Select(item => bands.Status(item.GetProperty("progress").GetDecimal() / 100m, item.GetProperty("expected").GetDecimal() / 100m)));
    }

    [Theory]
    [MemberData(nameof(HandLatestWins))]
    public void The_latest_of_a_sequence(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var sequence = vector.GetProperty("input").GetProperty("sequence").EnumerateArray().Select(each => Status(each, ""));
        Assert.Equal(Status(vector.GetProperty("expected").GetProperty("status"), ""), StatusCombining.Latest.Of(sequence));
    }

    [Theory]
    [MemberData(nameof(HandWorstWins))]
    public void The_worst_of_the_children(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        string[][] order = [.. vector.GetProperty("input").GetProperty("order").EnumerateArray().Select(each => each.GetString()!.Split('/'))];
        PaceStatus Ranked(JsonElement name) => Array.FindIndex(order, rank => rank.Contains(name.GetString(), StringComparer.Ordinal)) switch
        {
            0 => PaceStatus.Behind,
            1 => PaceStatus.AtRisk,
            _ => PaceStatus.OnTrack,
        };
        Assert.Equal(
            vector.GetProperty("expected").GetProperty("status").EnumerateArray().Select(Ranked),
            vector.GetProperty("input").GetProperty("children").EnumerateArray()
                .Select(children => StatusCombining.Worst.Of(children.EnumerateArray().Select(Ranked))));
    }

    internal static PaceBands OkrsTracker { get; } = PaceBands.ByRatio(0.90m, 0.75m).From(1.10m, PaceStatus.Ahead).AssumingBelow(0.01m, 1.5m, 1m);

    internal static PaceStatus Status(JsonElement name, string origin) =>
        name.GetString()!
            .Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant() switch
        {
            "ONTRACK" or "ONSCHEDULE" or "GREEN" or "HEALTHY" => PaceStatus.OnTrack,
            "ATRISK" => MiddleIsBehind.Contains(origin, StringComparer.Ordinal) ? PaceStatus.Behind : PaceStatus.AtRisk,
            "BEHIND" => MiddleIsBehind.Contains(origin, StringComparer.Ordinal) ? PaceStatus.AtRisk : PaceStatus.Behind,
            "YELLOW" or "AMBER" or "INDANGER" or "DANGER" or "LAGGING" or "PROGRESSING" or "CAUTION" or "WARNING" => PaceStatus.AtRisk,
            "OFFTRACK" or "RED" or "DELAYED" => PaceStatus.Behind,
            "AHEAD" => PaceStatus.Ahead,
            "DONE" or "ACHIEVED" or "COMPLETED" => PaceStatus.Achieved,
            "NONE" or "NOSTATUS" or "UNKNOWN" => PaceStatus.NotPaced,
            _ => throw new InvalidOperationException($"'{name}' is a status nobody has mapped yet."),
        };

    private static void Rolls(string kind, string id, StatusCombining rollup)
    {
        var vector = ListedVector.Case(ListedVector.Products, kind, id);
        Assert.Equal(
            Status(vector.Expected.GetProperty("status"), vector.Origin),
            rollup.Of(vector.Input.GetProperty("statuses").EnumerateArray().Select(each => Status(each, vector.Origin))));
    }

    // Bands with names of their own: the lowest is Behind, and so on upwards.
    private static (PaceBands Bands, Dictionary<string, PaceStatus> Names) BandsOf(IEnumerable<(string Name, decimal From)> listed)
    {
        PaceStatus[] ranks = [PaceStatus.Behind, PaceStatus.AtRisk, PaceStatus.OnTrack, PaceStatus.Ahead, PaceStatus.Achieved];
        var ordered = listed.OrderBy(band => band.From).ToArray();
        var bands = PaceBands.ByRatio(ranks[0]);
        for (var band = 1; band < ordered.Length; band++)
        {
            bands = bands.From(ordered[band].From, ranks[band]);
        }

        return (bands, ordered.Select((band, rank) => (band.Name, ranks[rank])).ToDictionary(each => each.Name, each => each.Item2));
    }

    private static PaceStatus NotStarted() =>
        KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(0m, 1m)).Score(HundredDays, Start.PlusDays(49)).Pace.Status;

    private static PaceBands Traffic(ListedVector vector) => PaceBands.ByRatio(vector.Number("greenFrom") / 100m, vector.Number("yellowFrom") / 100m);

    private static IEnumerable<decimal> Numbers(JsonElement parent, string name) => parent.GetProperty(name).EnumerateArray().Select(each => each.GetDecimal());

    private static void Near(decimal expected, decimal actual, decimal tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{expected} expected, {actual} given");

    private static void AllNear(IEnumerable<decimal> expected, IEnumerable<decimal> actual, decimal tolerance)
    {
        decimal[] left = [.. expected];
        decimal[] right = [.. actual];
        Assert.Equal(left.Length, right.Length);
        Assert.All(left.Zip(right), pair => Near(pair.First, pair.Second, tolerance));
    }
}
