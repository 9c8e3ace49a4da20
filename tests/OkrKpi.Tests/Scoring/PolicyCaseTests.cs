namespace OkrKpi.Tests;

/// <summary>Policies of scoring on their bounds, in words, and with what cannot be one.</summary>
public sealed class PolicyCaseTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Fact]
    public void Pinned_shares_are_kept_and_the_others_split_the_rest()
    {
        Assert.Equal([0.5m, 0.25m, 0.25m], WeightShares.Pinned(0.5m, null, null));
        Assert.Equal([0.6m, 0.4m], WeightShares.Pinned(0.6m, 0.4m));
        Assert.Equal([0.6m, 0.4m, 0m], WeightShares.Pinned(0.6m, 0.4m, null));
        Assert.Equal([0.2m, 0.8m], WeightShares.Pinned(0.2m, null));
        Assert.Throws<ArgumentException>("pinned", () => WeightShares.Pinned(0.6m, 0.41m));
        Assert.Throws<ArgumentOutOfRangeException>("pinned", () => WeightShares.Pinned(-0.1m, null));
        Assert.Throws<ArgumentNullException>("pinned", () => WeightShares.Pinned(null!));
        Assert.Throws<ArgumentNullException>("weights", () => WeightShares.Of(null!));
        Assert.Equal([0.3125m, 0.6875m], WeightShares.Of(25m, 55m));
        Assert.Equal([0m, 0m], WeightShares.Of(0m, 0m));
    }

    [Fact]
    public void Limits_hold_on_both_ends_and_read_as_they_are()
    {
        var limits = ScoreLimits.Between(-0.5m, 1.2m);
        Assert.Equal([-0.5m, -0.5m, 0m, 1.2m, 1.2m], new[] { -0.6m, -0.5m, 0m, 1.2m, 1.3m }.Select(limits.Limit));
        Assert.Equal(["-0.5 to 1.2", "any to any"], new[] { limits, ScoreLimits.None }.Select(each => each.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => ScoreLimits.Between(1m, 1m));
    }

    [Fact]
    public void The_sweet_spot_has_both_its_ends()
    {
        var spot = SweetSpot.Between(0.6m, 0.7m);
        Assert.Equal(
            [SweetSpotReading.Low, SweetSpotReading.InSweetSpot, SweetSpotReading.InSweetSpot, SweetSpotReading.TooEasy],
            new[] { 0.59m, 0.6m, 0.7m, 0.71m }.Select(mean => spot.Read(mean - 0.1m, mean + 0.1m)!.Value));
        Assert.Null(spot.Read());
        Assert.Throws<ArgumentNullException>("grades", () => spot.Read(null!));
    }

    [Fact]
    public void What_is_no_rule_of_success_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("success", () => SuccessRule.Default.From(ObjectiveKind.Committed, 0m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>("near", () => SuccessRule.Default.From(ObjectiveKind.Committed, 0.5m, 0.51m));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => SuccessRule.Default.From((ObjectiveKind)77, 0.5m, 0.4m));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => ScoringProfile.Default.OwnGradesOf((ObjectiveKind)77));
        Assert.Throws<ArgumentNullException>("parts", () => ScoringProfile.Default.Combine(null!));
        Assert.Throws<ArgumentOutOfRangeException>("moment", () => ScoringProfile.Default.Combine((ScoringMoment)77));
    }

    [Fact]
    public void A_kind_of_objective_may_have_grades_of_its_own_and_only_the_latest_given()
    {
        var profile = ScoringProfile.Default.With(ObjectiveKind.Committed, GradeScale.ServiceNow).With(ObjectiveKind.Aspirational, GradeScale.Boja)
            .With(ObjectiveKind.Committed, GradeScale.Boja);
        Assert.Equal(GradeScale.Boja, profile.OwnGradesOf(ObjectiveKind.Committed));
        Assert.Equal(GradeScale.Boja, profile.OwnGradesOf(ObjectiveKind.Aspirational));
        Assert.Null(ScoringProfile.Default.OwnGradesOf(ObjectiveKind.Committed));
        Assert.Equal(
            profile, ScoringProfile.Default.With(ObjectiveKind.Aspirational, GradeScale.Boja).With(ObjectiveKind.Committed, GradeScale.Boja));
    }

    [Fact]
    public void Statuses_become_one_by_the_worst_the_middle_or_the_many()
    {
        var (good, risk, bad) = (PaceStatus.OnTrack, PaceStatus.AtRisk, PaceStatus.Behind);
        Assert.Equal(bad, StatusCombining.Worst.Of([good, risk, bad]));
        Assert.Equal(PaceStatus.Missed, StatusCombining.Worst.Of([PaceStatus.Missed, bad]));
        Assert.Equal(PaceStatus.Achieved, StatusCombining.Worst.Of([PaceStatus.Achieved, PaceStatus.Achieved]));
        Assert.Equal(PaceStatus.Ahead, StatusCombining.Worst.Of([PaceStatus.Achieved, PaceStatus.Ahead]));
        Assert.Equal(good, StatusCombining.Worst.Of([PaceStatus.Achieved, PaceStatus.Ahead, good]));
        Assert.Equal(PaceStatus.TooEarly, StatusCombining.Worst.Of([PaceStatus.NotPaced, PaceStatus.TooEarly]));
        Assert.Equal(PaceStatus.NotPaced, StatusCombining.Worst.Of([PaceStatus.NotPaced]));
        Assert.Equal(risk, StatusCombining.Majority.Of([PaceStatus.Achieved, risk]));
        Assert.Equal(good, StatusCombining.Majority.Of([good, good, risk]));
        Assert.Equal(PaceStatus.Achieved, StatusCombining.Majority.Of([PaceStatus.Achieved, PaceStatus.Achieved, risk]));
        Assert.Equal(risk, StatusCombining.MeanRank.Of([good, bad]));
        Assert.Equal(risk, StatusCombining.MeanRank.Of([PaceStatus.Achieved, bad]));
        Assert.Equal(good, StatusCombining.Latest.Of([bad, good, PaceStatus.NotPaced]));
        Assert.Throws<ArgumentOutOfRangeException>("combining", () => ((StatusCombining)77).Of([good]));
        Assert.Throws<ArgumentNullException>("statuses", () => StatusCombining.Worst.Of((IEnumerable<PaceStatus>)null!));
        Assert.Throws<ArgumentOutOfRangeException>("combining", () => ((StatusCombining)77).Of([StatedStatus.OnTrack]));
        Assert.Throws<ArgumentNullException>("statuses", () => StatusCombining.Worst.Of((IEnumerable<StatedStatus>)null!));
    }

    [Fact]
    public void Bands_of_pace_read_as_what_they_measure_and_where_each_begins()
    {
        Assert.StartsWith("by gap: ", PaceRule.Default.Bands.ToString(), StringComparison.Ordinal);
        var ratio = ScoringProfile.Presets.Select(profile => profile.Pace.Bands).First(bands => bands.Measured == PaceMeasure.Ratio);
        Assert.StartsWith("by ratio: ", ratio.ToString(), StringComparison.Ordinal);
        var all = ScoringProfile.Presets.SelectMany(profile => profile.Pace.Bands.Bands).Append(PaceRule.Default.Bands.Bands[0]).ToArray();
        Assert.All(all, band => Assert.Contains(band.Boundary == Boundary.Inclusive ? "from" : "above", band.ToString(), StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => ratio.Measure(1e16m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("expected", () => ratio.Measure(1m, -1m));
        Assert.Equal(ratio.Status(1m, 1m), ratio.Status(0m, 0m));
        Assert.Equal(ratio.Status(100m, 1m), ratio.Status(0.000_1m, 0m));
    }

    [Fact]
    public void A_pace_is_too_early_until_the_grace_is_over_and_not_on_the_day_it_is()
    {
        var rule = PaceRule.Default.WithGrace(0.25m);
        Assert.Equal(PaceStatus.TooEarly, rule.Of(0m, Quarter, Quarter.Start.PlusDays(21)).Status);
        Assert.NotEqual(PaceStatus.TooEarly, rule.Of(0m, Quarter, Quarter.Start.PlusDays(22)).Status);
        Assert.NotEqual(PaceStatus.TooEarly, rule.Of(0m, Quarter, Quarter.Start.PlusDays(23)).Status);
    }

    [Fact]
    public void An_objective_is_carried_over_to_a_later_cycle_with_key_results_it_has()
    {
        var objective = Objective.Define("o", "Engage", Quarter).With(KeyResult.Define("a", "A", Unit.Count("a"), Goal.FromTo(0m, 10m)));
        Assert.Equal("p", objective.CarriedOver("p", Cycle.Quarter(2026, 4), [KeyResultId.Of("a")]).Id.Value);
        Assert.Throws<ArgumentException>("cycle", () => objective.CarriedOver("p", Quarter, [KeyResultId.Of("a")]));
        Assert.Throws<ArgumentNullException>("cycle", () => objective.CarriedOver("p", null!, [KeyResultId.Of("a")]));
        Assert.Throws<ArgumentException>("keyResults", () => objective.CarriedOver("p", Cycle.Quarter(2026, 4), [KeyResultId.Of("b")]));
        Assert.Throws<ArgumentOutOfRangeException>("rebaseline", () => objective.CarriedOver("p", Cycle.Quarter(2026, 4), [KeyResultId.Of("a")], (Rebaseline)77));
    }

    [Fact]
    public void Units_say_their_score_or_that_there_is_none()
    {
        var mid = Quarter.Start.PlusDays(45);
        var organisation = Organisation.Of(OrganisationUnit.Company("Company"), OrganisationUnit.Team("Sales", "Company"), OrganisationUnit.Team("Idle", "Company"));
        var objective = Scored("o", 4m).OwnedBy("Sales");
        var scores = Portfolio.Of([], [objective, Scored("p", 8m).OwnedBy("Sales")], []).In(organisation).Score(mid);
        Assert.Equal(("Sales: 0.6", "Idle: no score"), (scores.Unit("Sales").ToString(), scores.Unit("Idle").ToString()));
        Assert.Equal(("unit.score", "unit.noScore"), (scores.Unit("Sales").Explain().Key, scores.Unit("Idle").Explain().Key));
        Assert.Equal(0.6m, scores.Statistics().ObjectiveScores.Mean);
        Assert.Equal(2, scores.Unit("Company").Statistics().ObjectiveCount);
        Assert.Equal(0, scores.Unit("Idle").Statistics().ObjectiveCount);
        Assert.Null(scores.Unit("Idle").Statistics().ObjectiveScores.Mean);
        Assert.Equal(2, scores.Explain().Because.Count(each => each.Key.StartsWith("alignment.", StringComparison.Ordinal)));
        var aligned = Portfolio.Of([], [objective, Scored("p", 8m).AlignedTo("o")], []).Score(mid);
        Assert.Single(aligned.Explain().Because, each => each.Key.StartsWith("alignment.", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>("units", () => Organisation.Of(OrganisationUnit.Team("a"), OrganisationUnit.Team("a")));

        static Objective Scored(string id, decimal value) => Objective.Define(id, id, Quarter)
            .With(KeyResult.Define("a", "A", Unit.Count("a"), Goal.FromTo(0m, 10m)).With(CheckIn.On(Quarter.Start.PlusDays(45), value)));
    }

    [Fact]
    public void Scores_spread_over_zones_that_begin_on_their_limit_and_confidences_over_marks()
    {
        var mid = Quarter.Start.PlusDays(45);
        decimal[] values = [0m, 1m, 2.9m, 3m, 6.9m, 7m, 9.9m, 10m];
        var objectives = values.Select((value, index) => Objective.Define($"o{index}", $"O {index}", Quarter).With(
            KeyResult.Define("a", "A", Unit.Count("a"), Goal.FromTo(0m, 10m)).With(CheckIn.On(mid, value).With(Confidence.OutOfTen(value)))));
        var silent = Objective.Define("silent", "Silent", Quarter).With(KeyResult.Define("a", "A", Unit.Count("a"), Goal.FindBaseline()));
        var statistics = Portfolio.Of([], objectives.Append(silent), []).Score(mid).Statistics();
        var spread = statistics.ObjectiveScores;
        Assert.Equal((3, 2, 2, 1, 1), (spread.In(Zone.Fail), spread.In(Zone.Commit), spread.In(Zone.Target), spread.In(Zone.Stretch), spread.WithoutScore));
        Assert.Equal((9, values.Sum() / 80m), (spread.Count, spread.Mean));
        Assert.Equal(values.Sum() / 80m, statistics.Confidence!.Value.Probability);
        Assert.Equal([1, 1, 0, 2, 0, 0, 0, 2, 0, 0, 2], statistics.ConfidenceMarks);
        Assert.Equal((1, 8), (statistics.WithoutConfidence, Enum.GetValues<Outcome>().Sum(statistics.ObjectivesThat)));
    }
}
