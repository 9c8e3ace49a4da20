using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What is aligned, case by case: which sentence says how it counts, and what columns refuse.</summary>
public sealed class AlignmentCaseTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    // Of 92 days 46 are over.
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Fact]
    public void Each_way_to_be_aligned_has_its_sentence()
    {
        var company = Objective("company", 4m);
        var scores = Portfolio.Of([], [company, Objective("team", 6m).AlignedTo("company")], []).Score(Mid);
        Assert.Equal("alignment.score", scores["company"].Explain().Key);
        Assert.Contains("alignment.child", Keys(scores["company"]));
        Assert.Contains("alignment.keyResult", Keys(scores["company"]));
        Assert.Equal("calls of company: 0.4 counts 0.5", scores["company"].Items[0].ToString());
        Assert.Equal("team: 0.6 counts 0.5", scores["company"].Items[1].ToString());
        var waiting = OkrKpi.Objective.Define("company", "company", Quarter).With(KeyResult.Define("calls-company", "Calls", Unit.Count("call"), Goal.AtLeast(10m)));
        Assert.Contains("alignment.childOfKeyResult", Keys(Aligned(Alignment.To("company").ToKeyResult("calls-company"), waiting)));
        Assert.Contains("alignment.supports", Keys(Aligned(Alignment.To("company").Supporting())));
        Assert.Contains("alignment.leftOut", Keys(Aligned(Alignment.To("company").Weighing(0m))));
        var empty = Portfolio.Of([], [OkrKpi.Objective.Define("o", "O", Quarter).With(KeyResult.Define("a", "A", Unit.Percent, Goal.FindBaseline()))], []);
        Assert.Equal(("alignment.noScore", "O: no score"), (empty.Score(Mid)["o"].Explain().Key, empty.Score(Mid)["o"].ToString()));

        AlignedScore Aligned(Alignment link, Objective? parent = null) => Portfolio.Of([], [parent ?? company, Objective("team", 6m).AlignedTo(link)], []).Score(Mid)["company"];
    }

    [Fact]
    public void Confidence_pace_and_forecast_count_what_is_aligned_by_its_part()
    {
        var company = Objective("company", 4m, confidence: 4m);
        var scores = Portfolio.Of([], [company, Objective("team", 6m, confidence: 8m).AlignedTo("company")], []).Score(Mid);
        Assert.Equal((0.5m, 0.6m), (scores["company"].Score, scores["company"].Confidence!.Value.Probability));
        Assert.Equal((0.5m, 0m, PaceStatus.OnTrack), (scores["company"].Pace.Expected, scores["company"].Pace.Gap, scores["company"].Pace.Status));
        var forecast = scores["company"].Forecast();
        Assert.Equal((ForecastState.Projected, 0.9m), (forecast.State, forecast.Raw));
        var silent = Portfolio.Of([], [company, Objective("team", 6m).AlignedTo("company")], []).Score(Mid)["company"];
        Assert.Equal(0.4m, silent.Confidence!.Value.Probability);
        var onlyBelow = Portfolio.Of([], [Objective("company", 4m), Objective("team", 6m, confidence: 8m).AlignedTo("company")], []).Score(Mid)["company"];
        Assert.Equal(0.8m, onlyBelow.Confidence!.Value.Probability);
    }

    [Fact]
    public void A_stale_child_makes_its_parent_stale_and_one_that_counts_for_nothing_does_not()
    {
        var company = Objective("company", 4m);
        Assert.False(Scored(Objective("team", 6m).AlignedTo("company")).Pace.IsStale);
        Assert.True(Scored(Objective("team", 6m, Quarter.Start.PlusDays(1)).AlignedTo("company")).Pace.IsStale);
        Assert.False(Scored(Objective("team", 6m, Quarter.Start.PlusDays(1)).AlignedTo(Alignment.To("company").Weighing(0m))).Pace.IsStale);

        AlignedScore Scored(Objective team) => Portfolio.Of([], [company, team], []).Score(Mid)["company"];
    }

    [Fact]
    public void A_parent_is_achieved_with_what_is_aligned_and_not_by_itself()
    {
        Assert.Equal(PaceStatus.Achieved, Scored(10m, 10m).Pace.Status);
        Assert.NotEqual(PaceStatus.Achieved, Scored(10m, 9.9m).Pace.Status);
        Assert.NotEqual(PaceStatus.Achieved, Scored(9.9m, 10m).Pace.Status);

        static AlignedScore Scored(decimal own, decimal below) =>
            Portfolio.Of([], [Objective("company", own), Objective("team", below).AlignedTo("company")], []).Score(Mid)["company"];
    }

    [Fact]
    public void A_portfolio_has_the_mean_of_the_objectives_that_have_a_score_and_the_mean_coverage_of_all()
    {
        var baseline = OkrKpi.Objective.Define("o", "O", Quarter).With(KeyResult.Define("a", "A", Unit.Percent, Goal.FindBaseline()));
        var scores = Portfolio.Of([], [Objective("a", 4m), Objective("b", 8m), baseline], []).Score(Mid);
        Assert.Equal(0.6m, scores.Score);
        Assert.Equal(scores.Objectives.Sum(each => each.Coverage) / 3m, scores.Coverage);
        Assert.Null(Portfolio.Of([], [baseline], []).Score(Mid).Score);
        Assert.Equal((null, 0m), (Portfolio.Of([], [], []).Score(Mid).Score, Portfolio.Of([], [], []).Score(Mid).Coverage));
    }

    [Fact]
    public void At_the_end_a_forecast_is_what_it_came_to_with_what_is_aligned()
    {
        var ended = Portfolio.Of([], [Objective("company", 4m), Objective("team", 6m).AlignedTo("company")], []).Score(Quarter.End)["company"];
        Assert.Equal((ForecastState.Final, 0.5m), (ended.Forecast().State, ended.Forecast().Raw));
    }

    [Fact]
    public void A_score_set_by_hand_stands_for_key_results_and_children_which_then_have_no_part()
    {
        var company = Objective("company", 4m).Overridden(ScoreOverride.Of(0.9m, "judged by the board", Mid));
        var score = Portfolio.Of([], [company, Objective("team", 6m).AlignedTo("company")], []).Score(Mid)["company"];
        Assert.Equal(0.9m, score.Score);
        Assert.All(score.Items, item => Assert.Equal(0m, item.Share));
        Assert.Equal(2, score.Items.Count);
    }

    [Fact]
    public void A_parent_that_is_not_paced_itself_keeps_the_pace_of_its_children_and_one_of_what_is_not_paced_none()
    {
        var waiting = OkrKpi.Objective.Define("company", "company", Quarter).With(KeyResult.Define("a", "A", Unit.Percent, Goal.FindBaseline()));
        var paced = Portfolio.Of([], [waiting, Objective("team", 4m).AlignedTo("company")], []).Score(Mid)["company"];
        Assert.Equal((0.5m, -0.1m), (paced.Pace.Expected, paced.Pace.Gap));
        var still = OkrKpi.Objective.Define("team", "team", Quarter).AlignedTo("company")
            .With(KeyResult.Define("b", "B", Unit.Percent, Goal.FindBaseline()).With(CheckIn.On(Mid, 3m)));
        Assert.Null(Portfolio.Of([], [waiting, still], []).Score(Mid)["company"].Pace.Expected);
    }

    [Fact]
    public void What_several_teams_share_counts_once_above_them()
    {
        var organisation = Organisation.Of(
            OrganisationUnit.Company("Company"), OrganisationUnit.Department("North", "Company"), OrganisationUnit.Department("South", "Company"),
            OrganisationUnit.Team("Sales", "North"), OrganisationUnit.Team("Service", "South"), OrganisationUnit.Team("Idle", "South"));
        var shared = Objective("shared", 4m, confidence: 6m).OwnedBy("Sales").SharedBy("Service").SharedBy("North");
        var silent = OkrKpi.Objective.Define("silent", "silent", Quarter).OwnedBy("Service")
            .With(KeyResult.Define("a", "A", Unit.Count("a"), Goal.AtLeast(10m)));
        var scores = Portfolio.Of([], [shared, silent, Objective("own", 8m, confidence: 2m).OwnedBy("Service")], []).In(organisation).Score(Mid);
        Assert.Equal([3, 1, 3, 1, 3, 0], organisation.Units.Select(unit => scores.Unit(unit.Name).ObjectiveCount));
        Assert.Equal([3, 1, 3, 1, 3, 0], organisation.Units.Select(unit => scores.Unit(unit.Name).Statistics().ObjectiveCount));
        Assert.Equal(scores.Unit("Company").Objectives.Count + 3, scores.Unit("Company").ObjectiveCount);
        Assert.Equal(2m / 3m, scores.Unit("Company").Coverage);
        Assert.Equal(0.4m, scores.Unit("Company").Confidence!.Value.Probability);
        Assert.Equal(0.6m, scores.Unit("North").Confidence!.Value.Probability);
        Assert.Single(scores.Explain().Because, each => each.Key.StartsWith("unit.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_goes_far_beyond_a_tiny_way_is_as_much_as_can_be_told()
    {
        var index = OrganisationColumns.Of([0], 1).With(ScoringProfile.Default.With(ScoreLimits.None));
        var beyond = index.Score([0m], [0.000_000_000_001m], [1_000_000_000_000_000m]).Objectives[0];
        Assert.True(beyond > 1_000_000m);
        Assert.Equal(-beyond, index.Score([0m], [0.000_000_000_001m], [-1_000_000_000_000_000m]).Objectives[0]);
        Assert.Equal(beyond, index.Score([0m], [-0.000_000_000_001m], [-1_000_000_000_000_000m]).Objectives[0]);
        Assert.Equal(-beyond, index.Score([0m], [-0.000_000_000_001m], [1_000_000_000_000_000m]).Objectives[0]);
    }

    [Fact]
    public void Grades_that_round_first_grade_columns_the_same_way()
    {
        double[] scores = [.. Enumerable.Range(0, 201).Select(each => each / 200d), double.NaN, 1e20, -1e20];
        var bands = new int[scores.Length];
        foreach (var scale in ScoringProfile.Presets.Select(profile => profile.Grades).Append(GradeScale.Boja).Append(GradeScale.ServiceNow).Distinct())
        {
            ScoreColumns.Grade(scores, scale, bands);
            Assert.Equal(
                scores.Select(score => double.IsNaN(score) ? -1 : scale.Bands.ToList().IndexOf(scale.BandOf((decimal)Math.Clamp(score, -1e15, 1e15)))), bands);
        }
    }

    [Fact]
    public void Columns_of_other_lengths_and_indexes_of_nothing_are_refused()
    {
        var index = OrganisationColumns.Of([0, 0, 1], 2);
        Assert.Throws<ArgumentOutOfRangeException>("objectives", () => OrganisationColumns.Of([], -1));
        Assert.Throws<ArgumentOutOfRangeException>("objectiveOfKeyResult", () => OrganisationColumns.Of([2], 2));
        Assert.Throws<ArgumentException>("weights", () => index.Weighing([1m, 1m]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => index.Weighing([1m, -1m, 1m]));
        Assert.Throws<ArgumentException>("weights", () => index.Aligned([0], [1], [1m, 1m]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => index.Aligned([0], [1], [-1m]));
        Assert.Throws<ArgumentException>("parents", () => index.Aligned([0], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("children", () => index.Aligned([2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("parents", () => index.Aligned([0], [2]));
        Assert.Throws<ArgumentException>("unitOfObjective", () => index.Organised([0], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>("unitOfObjective", () => index.Organised([0, 1], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>("parentOfUnit", () => index.Organised([0, 0], [1]));
        Assert.Throws<ArgumentException>("parentOfUnit", () => index.Organised([0, 1], [1, 0]));
        Assert.Throws<ArgumentException>("starts", () => index.Score([0m], [1m, 1m, 1m], [1m, 1m, 1m]));
        Assert.Throws<ArgumentException>("targets", () => index.Score([0m, 0m, 0m], [1m], [1m, 1m, 1m]));
        Assert.Throws<ArgumentException>("currents", () => index.Simulate([0d, 0d, 0d], [1d, 1d, 1d], [1d]));
        Assert.Throws<ArgumentNullException>("profile", () => index.With(null!));
    }

    [Theory]
    [InlineData(0, 10, 0, "0")]
    [InlineData(0, 10, -1, "0")]
    [InlineData(0, 10, 3, "0.3")]
    [InlineData(0, 10, 10, "1")]
    [InlineData(0, 10, 11, "1")]
    [InlineData(10, 0, 10, "0")]
    [InlineData(10, 0, 11, "0")]
    [InlineData(10, 0, 7, "0.3")]
    [InlineData(10, 0, 0, "1")]
    [InlineData(10, 0, -1, "1")]
    public void A_key_result_in_columns_is_limited_to_0_and_1_in_either_direction(int start, int target, int current, string score)
    {
        var index = OrganisationColumns.Of([0], 1);
        var expected = decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, index.Score([start], [target], [current]).Objectives[0]);
        Assert.Equal((double)expected, index.Simulate([start], [target], [current]).Objectives[0], 12);
        var unlimited = index.With(ScoringProfile.Default.With(ScoreLimits.None));
        Assert.Equal((current - start) / (decimal)(target - start), unlimited.Score([start], [target], [current]).Objectives[0]);
        Assert.Null(index.Score([start], [start], [current]).Objectives[0]);
    }

    [Fact]
    public void Scores_in_columns_are_graded_into_the_bands_of_their_exact_counterparts()
    {
        Span<int> bands = stackalloc int[4];
        ScoreColumns.Grade([0.69999999999999996, 0.3, 1d, double.NaN], GradeScale.ServiceNow, bands);
        var scale = GradeScale.ServiceNow;
        var all = scale.Bands.ToList();
        Assert.Equal([all.IndexOf(scale.BandOf(0.7m)), all.IndexOf(scale.BandOf(0.3m)), all.Count - 1, -1], bands.ToArray());
        Assert.Throws<ArgumentException>("bands", () => ScoreColumns.Grade([1d, 1d], GradeScale.ServiceNow, new int[1]));
        Assert.Throws<ArgumentNullException>("scale", () => ScoreColumns.Grade([1d], null!, new int[1]));
    }

    [Fact]
    public void A_child_counts_in_columns_by_the_weight_of_its_link()
    {
        var index = OrganisationColumns.Of([0, 1, 2], 3).Aligned([1, 2], [0, 0], [1m, 3m]);
        var scores = index.Score([0m, 0m, 0m], [10m, 10m, 10m], [10m, 2m, 6m]);
        var objectives = Portfolio.Of(
            [],
            [
                Objective("o0", 10m), Objective("o1", 2m).AlignedTo(Alignment.To("o0").Weighing(1m)), Objective("o2", 6m).AlignedTo(Alignment.To("o0").Weighing(3m)),
            ],
            []).Score(Mid);
        Assert.Equal(objectives["o0"].Score, scores.Objectives[0]);
        Assert.Equal(1m, scores.Own[0]);
        var nothing = OrganisationColumns.Of([0, 1], 2).Aligned([1], [0], [0m]).Score([0m, 0m], [10m, 10m], [10m, 2m]);
        Assert.Equal(1m, nothing.Objectives[0]);
    }

    private static Objective Objective(string id, decimal value, LocalDate? on = null, decimal? confidence = null)
    {
        var checkIn = CheckIn.On(on ?? Mid, value);
        return OkrKpi.Objective.Define(id, id, Quarter).With(
            KeyResult.Define($"calls-{id}", $"calls of {id}", Unit.Count("call"), Goal.FromTo(0m, 10m))
                .With(confidence is { } mark ? checkIn.With(Confidence.OutOfTen(mark)) : checkIn));
    }

    private static IEnumerable<string> Keys(AlignedScore score) => score.Explain().Keys();
}
