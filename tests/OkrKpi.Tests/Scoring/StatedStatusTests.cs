using System.Globalization;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What teams say in a word stands beside what is computed, and never becomes a number.</summary>
public sealed class StatedStatusTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Fact]
    public void The_latest_word_counts_until_the_date_asked_for()
    {
        var keyResult = KeyResult.Define("a", "A", Unit.Percent, Goal.FromTo(0m, 10m))
            .With(Saying(StatedStatus.OnTrack, 1), Saying(StatedStatus.Blocked, 8), CheckIn.On(Quarter.Start.PlusDays(9), 1m));
        Assert.Null(keyResult.Score(Quarter, Quarter.Start).Stated);
        Assert.Equal(StatedStatus.OnTrack, keyResult.Score(Quarter, Quarter.Start.PlusDays(7)).Stated);
        Assert.Equal(StatedStatus.Blocked, keyResult.Score(Quarter, Quarter.Start.PlusDays(9)).Stated);
        Assert.Contains("blocked", Said(keyResult.Score(Quarter, Mid).Explain(), "checkIn.stated", ""), StringComparison.Ordinal);
        Assert.Contains("bị vướng", Said(keyResult.Score(Quarter, Mid).Explain(), "checkIn.stated", "vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_is_no_number_whatever_it_says()
    {
        foreach (var status in Enum.GetValues<StatedStatus>())
        {
            var silent = Objective.Define("o", "O", Quarter)
                .With(KeyResult.Define("a", "A", Unit.Percent, Goal.AtLeast(10m)), KeyResult.Define("b", "B", Unit.Percent, Goal.FromTo(0m, 10m)));
            var said = silent.CheckIn("a", Saying(status, 1)).CheckIn("b", Saying(status, 1));
            Assert.Equal(silent.Score(Mid).Score, said.Score(Mid).Score);
            Assert.Equal(silent.Score(Mid).Coverage, said.Score(Mid).Coverage);
            Assert.Equal(silent.Score(Mid).Pace.Status, said.Score(Mid).Pace.Status);
            Assert.Equal(silent.ScoreAtClose().Score, said.ScoreAtClose().Score);
        }
    }

    [Fact]
    public void An_objective_is_said_to_be_as_its_worst_key_result_unless_the_profile_says_otherwise()
    {
        var objective = Objective.Define("o", "O", Quarter)
            .With(
                Define("a").With(Saying(StatedStatus.Blocked, 1)), Define("b").With(Saying(StatedStatus.OnTrack, 2)),
                Define("c").With(Saying(StatedStatus.OnTrack, 1)), Define("d"));
        Assert.Equal(StatedStatus.Blocked, objective.Score(Mid).Stated);
        Assert.Equal(StatedStatus.OnTrack, objective.Score(Mid, ScoringProfile.Default.WithStated(StatusCombining.Latest)).Stated);
        Assert.Equal(StatedStatus.AtRisk, objective.Score(Mid, ScoringProfile.Default.WithStated(StatusCombining.MeanRank)).Stated);
        Assert.Null(Objective.Define("o", "O", Quarter).With(Define("a")).Score(Mid).Stated);
        Assert.Contains("blocked", Said(objective.Score(Mid).Explain(), "objective.stated", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_given_up_has_no_word_in_it()
    {
        var objective = Objective.Define("o", "O", Quarter)
            .With(Define("a").With(Saying(StatedStatus.OffTrack, 1)).Cancelled(Quarter.Start.PlusDays(5)), Define("b").With(Saying(StatedStatus.OnTrack, 2)));
        Assert.Equal(StatedStatus.OnTrack, objective.Score(Mid).Stated);
    }

    [Theory]
    [InlineData(StatusCombining.Worst, StatedStatus.OffTrack, StatedStatus.Blocked, StatedStatus.OffTrack)]
    [InlineData(StatusCombining.Worst, StatedStatus.Missed, StatedStatus.OffTrack, StatedStatus.Missed)]
    [InlineData(StatusCombining.Worst, StatedStatus.Achieved, StatedStatus.PartlyAchieved, StatedStatus.PartlyAchieved)]
    [InlineData(StatusCombining.Worst, StatedStatus.AtRisk, StatedStatus.PartlyAchieved, StatedStatus.AtRisk)]
    [InlineData(StatusCombining.Worst, StatedStatus.Achieved, StatedStatus.OnTrack, StatedStatus.OnTrack)]
    [InlineData(StatusCombining.Worst, StatedStatus.Achieved, StatedStatus.Achieved, StatedStatus.Achieved)]
    [InlineData(StatusCombining.Worst, StatedStatus.Achieved, StatedStatus.Dropped, StatedStatus.Achieved)]
    [InlineData(StatusCombining.Worst, StatedStatus.NotStarted, StatedStatus.OnTrack, StatedStatus.OnTrack)]
    [InlineData(StatusCombining.Majority, StatedStatus.OnTrack, StatedStatus.AtRisk, StatedStatus.AtRisk)]
    [InlineData(StatusCombining.Majority, StatedStatus.OnTrack, StatedStatus.Blocked, StatedStatus.Blocked)]
    [InlineData(StatusCombining.MeanRank, StatedStatus.OnTrack, StatedStatus.Blocked, StatedStatus.AtRisk)]
    [InlineData(StatusCombining.Latest, StatedStatus.Blocked, StatedStatus.OnTrack, StatedStatus.OnTrack)]
    [InlineData(StatusCombining.Latest, StatedStatus.OnTrack, StatedStatus.Dropped, StatedStatus.OnTrack)]
    public void Two_words_are_one(StatusCombining rollup, StatedStatus first, StatedStatus second, StatedStatus one) =>
        Assert.Equal(one, rollup.Of([first, second]));

    [Fact]
    public void Nothing_said_is_no_word()
    {
        Assert.All(Enum.GetValues<StatusCombining>(), rollup => Assert.Null(rollup.Of([StatedStatus.NotStarted, StatedStatus.Dropped])));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => CheckIn.WithoutValue(Mid).Stating((StatedStatus)77));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => CheckIn.Recorded(Mid, null, null, null, null, null, null, (StatedStatus)77));
    }

    private static KeyResult Define(string id) => KeyResult.Define(id, id, Unit.Percent, Goal.FromTo(0m, 10m));

    private static CheckIn Saying(StatedStatus status, int day) => CheckIn.WithoutValue(Quarter.Start.PlusDays(day)).Stating(status);

    private static string Said(Explanation explanation, string key, string culture) =>
        explanation.Because.Single(reason => reason.Key == key).Sentence(CultureInfo.GetCultureInfo(culture));
}
