using FsCheck;
using NodaTime;

namespace OkrKpi.Tests;

public class BriefProperties
{
    private static readonly LocalDate EndOfMay = new(2026, 5, 31);

    [Property]
    public void What_the_segments_contribute_adds_up_to_the_gap(
        NonEmptyArray<(PositiveInt Before, NonNegativeInt Now)> regions, bool isHigherBetter, bool isRatio)
    {
        var kpi = (isRatio
                ? Kpi.Define("kpi", "Rate", Unit.Percent, Direction(isHigherBetter)).Every(Cadence.Month, Aggregation.RatioOfSums)
                : Kpi.Define("kpi", "Sales", Unit.Count("sale"), Direction(isHigherBetter)).Every(Cadence.Month, Aggregation.Sum))
            .WithTarget(isHigherBetter ? 1_000_000m : -1m, new(2026, 5, 1));
        var measurements = regions.Get.SelectMany((region, index) => new[]
        {
            Sold(new(2026, 4, 30), region.Before.Get, region.Before.Get), Sold(EndOfMay, region.Now.Get, region.Before.Get),
        }.Select(each => each.For(Segment.Of("region", $"{index}"))));
        var brief = Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, measurements)]).Review(EndOfMay).BriefOf(kpi.Id)!;
        Assert.NotEmpty(brief.Segments);
        Assert.Equal((double)brief.Gap!.Value, (double)brief.Segments.Sum(segment => segment.Contribution ?? 0m), 1e-9 * (double)Math.Abs(brief.Gap.Value));

        Measurement Sold(LocalDate date, int value, int denominator) => isRatio ? Measurement.On(date, value).OutOf(denominator) : Measurement.On(date, value);
    }

    [Property]
    public void The_order_of_areas_changes_no_rank(NonEmptyArray<(byte Impact, byte Confidence, byte Ease)> votes, int seed)
    {
        FocusArea[] areas = [.. votes.Get.Select((vote, index) => FocusArea.Define($"area {index}").Voted(Vote.Of(vote.Impact, vote.Confidence, vote.Ease)))];
        var shuffled = areas.ToArray();
        new System.Random(seed).Shuffle(shuffled);
        Assert.Equal(Ranks(areas), Ranks(shuffled));
    }

    private static Direction Direction(bool isHigherBetter) => isHigherBetter ? OkrKpi.Direction.HigherIsBetter : OkrKpi.Direction.LowerIsBetter;

    private static (string, int)[] Ranks(IEnumerable<FocusArea> areas)
    {
        var kpi = Kpi.Define("kpi", "Sales", Unit.Count("sale"), OkrKpi.Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(1m, new(2026, 5, 1));
        var brief = Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, Measurement.On(EndOfMay, 0m))]).Review(EndOfMay).BriefOf(kpi.Id)!;
        return [.. areas.Aggregate(brief, (each, area) => each.With(area)).Rank().Select(each => (each.Area.Name, each.Rank)).Order()];
    }
}
