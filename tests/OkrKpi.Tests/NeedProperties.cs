using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Amounts)])]
public class NeedProperties
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate Decided = new(2026, 3, 10);

    [Property]
    public void A_better_actual_never_creates_a_need(Situation situation)
    {
        if (situation.Values.Count > 0 && !IsNeeded(Need(situation, situation.Values)))
        {
            var step = situation.Direction == Direction.HigherIsBetter ? situation.Better : -situation.Better;
            var better = situation.Values.Select((value, index) => index == 0 ? (value.Day, value.Value + step) : value);
            Assert.False(IsNeeded(Need(situation, better)));
        }
    }

    [Property]
    public void A_higher_target_never_removes_a_need(Situation situation)
    {
        if (IsNeeded(Need(situation, situation.Values)))
        {
            var higher = situation with
            {
                RaisedTo = situation.RaisedTo
                + (situation.Direction == Direction.HigherIsBetter ? situation.Better : -situation.Better)
            };
            Assert.True(IsNeeded(Need(higher, situation.Values)));
        }
    }

    [Property]
    public void The_order_of_measurements_does_not_matter(Situation situation)
    {
        (int Day, decimal Value)[] shuffled = [.. situation.Values];
        new Random(situation.Seed).Shuffle(shuffled);
        var (expected, actual) = (Need(situation, situation.Values), Need(situation, shuffled));
        Assert.Equal(expected.State, actual.State);
        Assert.Equal(expected.Explain().ToString("en"), actual.Explain().ToString("en"));
    }

    private static bool IsNeeded(OkrNeed need) => need.State is OkrNeedState.Needed or OkrNeedState.Covered;

    private static OkrNeed Need(Situation situation, IEnumerable<(int Day, decimal Value)> values)
    {
        var kpi = Kpi.Define("kpi", "Something", Unit.Count("thing"), situation.Direction).Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(situation.Target, First)
            .WithTarget(situation.RaisedTo, Decided.PlusDays(20), Decided);
        var measurements = MeasurementSeries.Of(kpi.Id, values.Select(value => Measurement.On(First.PlusDays(value.Day), value.Value)));
        return OkrNeed.Of(kpi, measurements, First.PlusDays(situation.AsOf));
    }
}
