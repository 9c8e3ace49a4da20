using NodaTime;
using OkrKpi.Periods;

namespace OkrKpi.Analytics.Tests;

/// <summary>KPIs as they stand on 20 August 2026, of every kind of aggregation and calendar that matters to a forecast.</summary>
internal static class AnyForecastKpis
{
    internal static readonly LocalDate AsOf = new(2026, 8, 20);

    internal static Portfolio Portfolio => Portfolio.Of(Kpis.Select(each => each.Kpi), [], Kpis.Select(each => MeasurementSeries.Of(each.Kpi.Id, each.Rows)));

    internal static IEnumerable<(string Name, KpiAssessment Assessment)> All =>
        Kpis.Select(each => (each.Kpi.Name, KpiAssessment.Of(each.Kpi, MeasurementSeries.Of(each.Kpi.Id, each.Rows), AsOf)));

    private static IEnumerable<(Kpi Kpi, Measurement[] Rows)> Kpis =>
    [
        Monthly("sales by the month", Aggregation.Sum, index => 100 + (2 * index) + AnySeries.Noise(index, 9), kpi => kpi.WithTarget(190, Day(2026, 1, 1))),
        Monthly("sales with a forgotten month", Aggregation.Sum, index => index == 20 ? null : 100 + AnySeries.Noise(index, 20), kpi => kpi.WithTarget(110, Day(2026, 1, 1))),
        Monthly("a season of three years", Aggregation.Sum, index => 100 + (index % 12 * 5) + AnySeries.Noise(index, 3), kpi => kpi.WithTarget(150, Day(2026, 1, 1))),
        Monthly("a level", Aggregation.Last, index => 500 - (3 * index) + AnySeries.Noise(index, 5), kpi => kpi.WithTarget(400, Day(2026, 1, 1))),
        Monthly("an average late by ten days", Aggregation.Average, index => 70 + (AnySeries.Noise(index, 12) / 2m), kpi => kpi.PublishedAfter(10).WithTarget(75, Day(2026, 1, 1))),
        Monthly("a share near its bound", Aggregation.Last, index => 97 + (AnySeries.Noise(index, 3) / 1.5m), kpi => kpi.WithTarget(99, Day(2026, 1, 1)), Unit.Percent),
        Monthly("complaints, the fewer the better", Aggregation.Count, index => 3 + (index % 3), kpi => kpi.WithTarget(4, Day(2026, 1, 1)), direction: Direction.LowerIsBetter),
        Monthly("within a band", Aggregation.Last, index => 50 + AnySeries.Noise(index, 6), kpi => kpi.WithTarget(Band.Between(45, 55), Day(2026, 1, 1)), direction: Direction.WithinBand),
        Monthly("redefined in 2025", Aggregation.Average, index => index < 26 ? 90 + AnySeries.Noise(index, 3) : 0.9m + (AnySeries.Noise(index, 3) / 100m), kpi => kpi
            .WithTarget(92, Day(2024, 1, 1)).With(TargetDecision.From(Day(2026, 3, 1), Target.Of(0.92m)).AsRedefinition())),
        Monthly("three months old", Aggregation.Sum, index => index < 29 ? null : 20 + index, kpi => kpi.WithTarget(60, Day(2026, 5, 1))),
        (Kpi("visits by the day", Cadence.Day, Aggregation.Sum).OnBusinessDays(BusinessDays.MondayToFriday).WithTarget(40, Day(2026, 1, 1)),
            [.. Enumerable.Range(0, 90).Select(index => Day(2026, 5, 22).PlusDays(index)).Where(day => (int)day.DayOfWeek < 6)
                .Select((day, index) => Measurement.On(day, 30 + ((int)day.DayOfWeek * 3) + AnySeries.Noise(index, 4)))]),
        (Kpi("a quarter by its months", Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month).WithTarget(330, Day(2026, 1, 1)),
            [.. Enumerable.Range(0, 44).Select(index => Measurement.On(Day(2023, 1, 28).PlusMonths(index), 100 + index + AnySeries.Noise(index, 6)))
                .Where(row => row.Date <= AsOf)]),
        (Kpi("a ratio by the week", Cadence.Week, Aggregation.RatioOfSums, Unit.Percent).WithTarget(30, Day(2026, 1, 1)),
            [.. Enumerable.Range(0, 40).Select(index => Measurement.On(AsOf.PlusWeeks(index - 39), 25 + AnySeries.Noise(index, 5)).OutOf(80 + (index % 7)))]),
    ];

    /// <summary>What is measured in other units, near what they cannot go beyond, as an amount that is known in part or to be read in another way.</summary>
    internal static IEnumerable<(string Name, KpiAssessment Assessment)> OfUnits =>
        from unit in new[]
        {
            Unit.Money("VND"), Unit.Money("EUR"), Unit.Percent, Unit.RatingOutOf(5), Unit.Index("points"), Unit.Hours, Unit.Count("visit"), Unit.Months,
        }
        from size in new[] { 0.02m, 4.2m, 97m, 4_321m, -3m }
        from aggregation in new[] { Aggregation.Last, Aggregation.Average, Aggregation.Max }
        where unit.Kind != UnitKind.Rating || size is > 0 and < 5
        select ($"{unit} around {size.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {aggregation}", Assessed(
            Monthly(
                "k", aggregation, index => size + (size * AnySeries.Noise(index, 9) / 50m), kpi => kpi.WithTarget(size * 1.02m, Day(2026, 1, 1)), unit)));

    /// <summary>Sales of regions: one that closed, one that is new, one that forgot a month, and some of no region.</summary>
    internal static IEnumerable<(Kpi Kpi, MeasurementSeries Series)> OfRegions =>
        from aggregation in new[] { Aggregation.Sum, Aggregation.Last, Aggregation.Average, Aggregation.Count }
        from isTargeted in new[] { true, false }
        let bare = Kpi("regions", Cadence.Month, aggregation)
        let kpi = isTargeted ? bare.WithTarget(aggregation == Aggregation.Count ? 4 : 150, Day(2026, 1, 1)) : bare.PublishedAfter(5)
        select (kpi, MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 32).SelectMany(Rows)));

    private static IEnumerable<Measurement> Rows(int index)
    {
        var day = Day(2024, 1, 12).PlusMonths(index);
        yield return Measurement.On(day, 60 + (index % 12) + AnySeries.Noise(index, 3)).For(Segment.Of("region", "north"));
        if (index != 14)
        {
            yield return Measurement.On(day, 40 + index).For(Segment.Of("region", "south"));
        }

        if (index < 24)
        {
            yield return Measurement.On(day, 20 + AnySeries.Noise(index, 2)).For(Segment.Of("region", "west"));
        }
        else
        {
            yield return Measurement.On(day, 12 + (2 * index)).For(Segment.Of("region", "east"));
        }

        if (index % 3 == 0)
        {
            yield return Measurement.On(day, 5).For(Segment.Of("channel", "shop"));
        }
    }

    private static KpiAssessment Assessed((Kpi Kpi, Measurement[] Rows) of) => KpiAssessment.Of(of.Kpi, MeasurementSeries.Of(of.Kpi.Id, of.Rows), AsOf);

    private static (Kpi Kpi, Measurement[] Rows) Monthly(
        string name, Aggregation aggregation, Func<int, decimal?> value, Func<Kpi, Kpi> with, Unit? unit = null, Direction direction = Direction.HigherIsBetter)
    {
        var kpi = with(Kpi(name, Cadence.Month, aggregation, unit, direction));
        return (kpi, [.. Enumerable.Range(0, 32).SelectMany(Rows)]);

        // The month that runs has a row by its tenth; of a count so many rows as there are.
        IEnumerable<Measurement> Rows(int index)
        {
            var day = Day(2024, 1, 10).PlusMonths(index);
            return value(index) is not { } amount ? []
                : aggregation == Aggregation.Count ? Enumerable.Range(0, (int)amount).Select(each => Measurement.On(day, each))
                : [Measurement.On(day, index == 31 && aggregation == Aggregation.Sum ? Math.Round(amount / 3) : amount)];
        }
    }

    private static Kpi Kpi(string name, Cadence cadence, Aggregation aggregation, Unit? unit = null, Direction direction = Direction.HigherIsBetter) =>
        OkrKpi.Kpi.Define(name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal), name, unit ?? Unit.Count("thing"), direction).Every(cadence, aggregation);

    private static LocalDate Day(int year, int month, int day) => new(year, month, day);
}
