using NodaTime;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>No history of targets costs more than its decisions, however they lie.</summary>
public class TargetCostTests
{
    private const int Many = 4_000;
    private const int MostBytesADecision = 20_000;

    public static TheoryData<string> Shapes =>
        [
            "standing, one after the other", "spans of one day each", "standing, all from one day", "decided on one day", "long spans over one another",
            "climbing far ahead"
        ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Thousands_of_targets_are_asked_for_within_a_moment(string shape)
    {
        var start = Day(2026, 1, 1);
        var kpi = Every(Cadence.Day).With(Enumerable.Range(0, Many).Select(index => shape switch
        {
            "standing, one after the other" => TargetDecision.From(start.PlusDays(index), Target.Of(100m + index), start.PlusDays(-Many + index)),
            "spans of one day each" =>
                TargetDecision.Between(start.PlusDays(index), start.PlusDays(index), Target.Of(100m + index), start.PlusDays(-Many + index)),
            "standing, all from one day" => TargetDecision.From(start, Target.Of(100m + index), start.PlusDays(-Many + index)),
            "decided on one day" => TargetDecision.Between(start.PlusDays(index), start.PlusDays(index), Target.Of(100m + index), start.PlusDays(-1)),
            "long spans over one another" =>
                TargetDecision.Between(start.PlusDays(-index), start.PlusDays(3 * Many), Target.Of(100m + index), start.PlusDays(-Many + index)),
            _ => TargetDecision.From(start.PlusDays(Many + index), Target.Of(100m + index), start.PlusDays(-Many + index)),
        }));
        var series = Series(Enumerable.Range(0, 365).Select(index => (start.PlusDays(index - 365), 50m)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(kpi.TargetRevisions(start));
        Assert.NotNull(OkrNeed.Of(kpi, series, start));

        // Gigabytes when each is compared with each.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 0, MostBytesADecision);
    }
}
