using System.Globalization;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public partial class Chapter_10_Pace
{
    private static readonly ScoringProfile ByTheTeam = ScoringProfile.Default.With(PaceRule.Default.With(new ByItsTeam()));

    [Fact]
    public void The_pace_can_go_by_something_else_than_the_progress_expected_such_as_what_the_team_says()
    {
        var ahead = Said(90m, StatedStatus.OffTrack).Score(HundredDays, HalfTime, ByTheTeam);
        Assert.Equal(PaceStatus.Behind, ahead.Pace.Status);
        Assert.Equal((null, null, null), (ahead.Pace.Expected, ahead.Pace.Gap, ahead.Pace.Ratio));
        Assert.Equal(0.9m, ahead.Score);
        Assert.Equal(0.5m, ahead.ExpectedOn(HalfTime));
        Assert.Equal(PaceStatus.AtRisk, Said(10m, StatedStatus.AtRisk).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
    }

    [Fact]
    public void Where_that_cannot_tell_the_progress_expected_decides()
    {
        var score = KeyResult("a", Goal.FromTo(0m, 100m)).With(CheckIn.On(HalfTime, 40m)).Score(HundredDays, HalfTime, ByTheTeam);
        Assert.Equal((PaceStatus.OnTrack, -0.1m), (score.Pace.Status, score.Pace.Gap));
        Assert.Null(score.PaceReason);
    }

    [Fact]
    public void It_says_why_in_the_readers_language()
    {
        var score = Said(90m, StatedStatus.OffTrack).Score(HundredDays, HalfTime, ByTheTeam);
        Assert.Equal("off track, says its team", score.PaceReason!.Explain().Sentence());
        Assert.Equal("Behind: off track, says its team", score.PaceReason.ToString());
        var pace = Assert.Single(score.Explain().Because, static each => each.Key == "pace.status");
        Assert.Equal("pace in 2026-01-01 to 2026-04-10: behind", pace.Sentence());
        Assert.Equal("nhóm nói: off track", Assert.Single(pace.Because).Sentence(CultureInfo.GetCultureInfo("vi")));
    }

    [Fact]
    public void What_is_too_early_achieved_over_given_up_or_set_by_hand_stays_what_it_is()
    {
        var said = Said(40m, StatedStatus.OffTrack);
        Assert.Equal(PaceStatus.TooEarly, said.Score(HundredDays, Day(2026, 1, 9), ByTheTeam).Pace.Status);
        Assert.Equal(PaceStatus.TooEarly, KeyResult("a", Goal.FromTo(0m, 100m))
            .With(CheckIn.WithoutValue(HalfTime).Stating(StatedStatus.OffTrack)).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
        Assert.Equal(PaceStatus.Achieved, Said(100m, StatedStatus.OffTrack).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
        Assert.Equal(PaceStatus.Missed, Said(99m, StatedStatus.OnTrack).Score(HundredDays, HundredDays.End, ByTheTeam).Pace.Status);
        Assert.Equal(PaceStatus.NotPaced, said.Cancelled(HalfTime).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
        Assert.Equal(PaceStatus.NotPaced, said.Postponed(HalfTime).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
        Assert.Equal(
            PaceStatus.OnTrack, said.Overridden(ScoreOverride.Of(0.5m, "by hand", HalfTime)).Score(HundredDays, HalfTime, ByTheTeam).Pace.Status);
        var closed = Engagement(HundredDays).With(said).Closed(HalfTime);
        Assert.Equal(PaceStatus.Missed, closed.Score(HalfTime.PlusDays(1), ByTheTeam).KeyResults[0].Pace.Status);
    }

    [Fact]
    public void What_nobody_has_reported_for_long_is_stale_whatever_its_pace_goes_by()
    {
        var pace = Said(40m, StatedStatus.AtRisk).Score(HundredDays, HalfTime.PlusDays(20), ByTheTeam).Pace;
        Assert.Equal((PaceStatus.AtRisk, true), (pace.Status, pace.IsStale));
    }

    [Fact]
    public void An_objective_is_then_as_bad_as_its_worst_key_result_unless_the_rule_says_otherwise()
    {
        var objective = Engagement(HundredDays).With(Said(90m, StatedStatus.OffTrack)).With(KeyResult("b", Goal.FromTo(0m, 100m))).CheckIn("b", HalfTime, 60m);
        Assert.Equal(PaceStatus.OnTrack, objective.Score(HalfTime).Pace.Status);
        Assert.Equal(PaceStatus.Behind, objective.Score(HalfTime, ByTheTeam).Pace.Status);
        var byMean = ScoringProfile.Default.With(ByTheTeam.Pace.WithObjectives(StatusCombining.MeanRank));
        Assert.Equal(PaceStatus.AtRisk, objective.Score(HalfTime, byMean).Pace.Status);
        Assert.Equal(0.75m, objective.Score(HalfTime, ByTheTeam).Score);

        // Where no key result was told so, the objective goes by its progress.
        var without = Engagement(HundredDays).With(KeyResult("a", Goal.FromTo(0m, 100m))).CheckIn("a", HalfTime, 90m)
            .With(KeyResult("b", Goal.FromTo(0m, 100m))).CheckIn("b", HalfTime, 10m).With(Said(90m, StatedStatus.OffTrack, "c").Weighing(0m));
        Assert.Equal(PaceStatus.OnTrack, without.Score(HalfTime, ByTheTeam).Pace.Status);
    }

    [Fact]
    public void So_is_the_objective_it_is_aligned_to()
    {
        var parent = Objective.Define("company", "Company", HundredDays);
        var child = Engagement(HundredDays).With(Said(90m, StatedStatus.OffTrack)).AlignedTo("company");
        var portfolio = OkrKpi.Portfolio.Of([MeetingsAQuarter()], [parent, child], []);
        Assert.Equal(PaceStatus.OnTrack, portfolio.Score(HalfTime)["company"].Pace.Status);
        Assert.Equal(PaceStatus.Behind, portfolio.Score(HalfTime, ByTheTeam)["company"].Pace.Status);
        Assert.Equal(0.9m, portfolio.Score(HalfTime, ByTheTeam)["company"].Score);
    }

    [Fact]
    public void The_week_and_the_findings_tell_it_instead_of_the_progress_expected()
    {
        var portfolio = Portfolio(MeetingsAQuarter(), Engagement(HundredDays).With(Said(90m, StatedStatus.OffTrack)));
        var review = portfolio.Review(HalfTime, ReviewOptions.Default.With(ByTheTeam));
        Assert.Equal(
            "a is behind: score 0.9, off track, says its team; no action noted", Assert.Single(review.Week().AtRisk).Explain().Sentence());
        Assert.Equal(
            "a is behind: score 0.9, off track, says its team, and the last check-in notes no action; say what is done about it",
            Assert.Single(review.Findings, each => each.Code == "at-risk-without-action").Explanation.Sentence());
    }

    [Fact]
    public void Only_what_still_runs_has_such_a_pace()
    {
        foreach (var status in new[] { PaceStatus.Achieved, PaceStatus.Missed, PaceStatus.NotPaced, PaceStatus.TooEarly, (PaceStatus)99 })
        {
            var rule = ScoringProfile.Default.With(PaceRule.Default.With(new Always(status, "so")));
            var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Said(40m, StatedStatus.OnTrack).Score(HundredDays, HalfTime, rule));
            Assert.Equal("status", refused.ParamName);
        }

        var blank = ScoringProfile.Default.With(PaceRule.Default.With(new Always(PaceStatus.OnTrack, " ")));
        Assert.Throws<ArgumentException>(() => Said(40m, StatedStatus.OnTrack).Score(HundredDays, HalfTime, blank));
    }

    [Fact]
    public void Rules_are_equal_with_the_same_reading()
    {
        Assert.Equal(ByTheTeam.Pace, PaceRule.Default.With(ByTheTeam.Pace.Reading!));
        Assert.NotEqual(ByTheTeam.Pace, PaceRule.Default);
        Assert.Equal(ByTheTeam.Pace.GetHashCode(), PaceRule.Default.With(ByTheTeam.Pace.Reading!).GetHashCode());
        Assert.EndsWith("; key results by ByItsTeam", ByTheTeam.Pace.ToString(), StringComparison.Ordinal);
    }

    private static KeyResult Said(decimal value, StatedStatus status, string id = "a") =>
        KeyResult(id, Goal.FromTo(0m, 100m)).With(CheckIn.On(Day(2026, 1, 1), value)).With(CheckIn.On(HalfTime, value).Stating(status));

    private sealed class ByItsTeam : PaceReading
    {
        public override PaceReason? Check(KeyResultScore score) => score.Stated switch
        {
            StatedStatus.OnTrack => Says(PaceStatus.OnTrack, "on track"),
            StatedStatus.AtRisk => Says(PaceStatus.AtRisk, "at risk"),
            StatedStatus.OffTrack or StatedStatus.Blocked => Says(PaceStatus.Behind, "off track"),
            _ => null,
        };

        private static PaceReason Says(PaceStatus status, string word) => Because(
            status, culture => culture.TwoLetterISOLanguageName == "vi" ? $"nhóm nói: {word}" : $"{word}, says its team");
    }

    private sealed class Always(PaceStatus status, string text) : PaceReading
    {
        public override PaceReason? Check(KeyResultScore score) => Because(status, _ => text);
    }
}
