using NodaTime;

namespace OkrKpi.Tests;

public sealed class ExpectedProgressTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate HalfTime = new(2026, 8, 15);

    [Fact]
    public void What_moves_steadily_is_expected_by_its_curve_on_every_date_of_the_cycle()
    {
        var score = KeyResult.Define("k", "Open rate", Unit.Percent, Goal.FromTo(4, 15)).With(CheckIn.On(new(2026, 7, 10), 5)).Score(Quarter, HalfTime);
        Assert.Equal([0m, 1m / 92m, 0.5m, 1m, 1m], new[] { new(2026, 6, 30), Quarter.Start, HalfTime, Quarter.End, new(2027, 1, 1) }.Select(score.ExpectedOn));
    }

    [Fact]
    public void What_is_to_be_held_is_expected_in_full_and_what_goes_by_its_value_not_at_all()
    {
        var held = KeyResult.Define("k", "Uptime", Unit.Percent, Goal.KeepWithin(Band.AtLeast(99))).With(CheckIn.On(new(2026, 7, 10), 99.5m));
        Assert.All(new[] { Quarter.Start, HalfTime, Quarter.End }, date => Assert.Equal(1m, held.Score(Quarter, HalfTime).ExpectedOn(date)));
        var byValue = KeyResult.Define("k", "NPS", Unit.Index("NPS"), Goal.MoreThan(60)).With(CheckIn.On(new(2026, 7, 10), 40));
        Assert.All(new[] { Quarter.Start, HalfTime, Quarter.End }, date => Assert.Null(byValue.Score(Quarter, HalfTime).ExpectedOn(date)));
    }

    [Fact]
    public void Pace_goes_by_it()
    {
        Goal[] goals = [Goal.FromTo(4, 15), Goal.KeepWithin(Band.AtLeast(99)), Goal.AtLeast(20), Goal.MoreThan(60), Goal.FromTo(1, 5).Per(Cadence.Week)];
        foreach (var goal in goals)
        {
            var keyResult = KeyResult.Define("k", "Key result", Unit.Percent, goal).With(CheckIn.On(new(2026, 7, 10), 5), CheckIn.On(new(2026, 7, 31), 7));
            for (var date = Quarter.Start; date < Quarter.End; date = date.PlusDays(7))
            {
                var score = keyResult.Score(Quarter, date);
                Assert.Equal(score.Pace.Expected, score.Pace.Status == PaceStatus.NotPaced ? null : score.ExpectedOn(date));
            }
        }
    }
}
