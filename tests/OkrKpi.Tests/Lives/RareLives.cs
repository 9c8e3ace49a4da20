using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>Lives of what ordinary KPIs have little of: events and hours, segments that come and go, silence, strict targets, measurements put right.</summary>
internal static class RareLives
{
    internal static IEnumerable<(string Name, Life Life, LocalDate First, LocalDate Last)> All =>
    [
        ("a survey whenever one is made", Surveys, Day(2026, 1, 1), Day(2026, 7, 31)),
        ("surveys that nobody made", Life.Of(Every(Cadence.Event, Aggregation.Average)).Target(8, Day(2026, 1, 1)), Day(2026, 1, 1), Day(2026, 2, 1)),
        ("orders by the hour in Berlin, over the night an hour is left out", Hours(silent: false), Day(2026, 3, 27), Day(2026, 3, 31)),
        ("alarms by the hour, where silence is zero", Hours(silent: true), Day(2026, 3, 27), Day(2026, 3, 31)),
        ("branches that open, close and forget to report", Branches(Aggregation.Last), Day(2026, 1, 1), Day(2026, 12, 31)),
        ("stock at the beginning of months, by branch", Branches(Aggregation.First), Day(2026, 1, 1), Day(2026, 12, 31)),
        ("accidents by quarter, counted since February", Accidents(Cadence.Quarter), Day(2026, 1, 1), Day(2026, 12, 31)),
        ("accidents by year, counted since February", Accidents(Cadence.Year), Day(2026, 1, 1), Day(2027, 2, 1)),
        ("accidents by month, published after ten days", Accidents(Cadence.Month).Where(kpi => kpi.PublishedAfter(10)), Day(2026, 1, 1), Day(2026, 12, 31)),
        ("a KPI that is only watched", Watched, Day(2026, 1, 1), Day(2026, 8, 31)),
        ("a share of waiting times below a strict bound", Strict, Day(2026, 1, 1), Day(2026, 12, 31)),
        ("averages without weight and ratios of nothing", Weightless, Day(2026, 1, 1), Day(2026, 9, 30)),
        ("rows taken back and put right by their keys", PutRight, Day(2026, 1, 1), Day(2026, 9, 30)),
        ("a plan towards a deadline", TowardsADeadline, Day(2026, 1, 1), Day(2027, 12, 31)),
        ("a year's total by months with a season", Seasonal, Day(2026, 1, 1), Day(2026, 12, 31)),
        ("plans of periods made anew each January", Yearly, Day(2024, 1, 1), Day(2027, 12, 31)),
        ("a raise lowered, restored, corrected and redefined", Wavering, Day(2026, 1, 1), Day(2027, 6, 30)),
        ("the largest amounts there are", Largest, Day(2026, 1, 1), Day(2026, 6, 30)),
    ];

    private static Life Surveys => Life.Of(Every(Cadence.Event, Aggregation.Average).Tolerating(Tolerance.OfShare(0.05m)))
        .Target(8, Day(2026, 2, 10)).Target(9, Day(2026, 5, 1), Day(2026, 4, 20))
        .Measured(
            Measurement.On(Day(2026, 1, 20), 7), Measurement.On(Day(2026, 2, 12), 8), Measurement.On(Day(2026, 2, 12), 6),
            Measurement.On(Day(2026, 3, 3), 9).Known(Day(2026, 3, 9)),
            Measurement.On(Day(2026, 4, 1), 2), Measurement.On(Day(2026, 4, 1), 8).Restating(Day(2026, 4, 5)), Measurement.On(Day(2026, 5, 15), 8.9m),
            Measurement.On(Day(2026, 6, 2), 1), Measurement.On(Day(2026, 6, 2), 1).Withdrawn(Day(2026, 6, 20)), Measurement.On(Day(2026, 7, 7), 9));

    private static Life Watched =>
        Life.Of(Kpi.Watch("kpi", "Head count", Unit.Count("person")).Every(Cadence.Quarter, Aggregation.Last).Measured(Cadence.Month))
            .Measured(
                Measurement.On(Day(2026, 1, 31), 40), Measurement.On(Day(2026, 3, 31), 44), Measurement.On(Day(2026, 4, 30), 43),
                Measurement.On(Day(2026, 7, 31), 50));

    private static Life Strict => Life.Of(Rate(Cadence.Month, Direction.LowerIsBetter))
        .Target(Target.Below(5), Day(2026, 1, 1)).Target(Target.Below(4), Day(2026, 7, 1), Day(2026, 6, 20))
        .Measured(Enumerable.Range(1, 12).Select(month => Measurement.On(Day(2026, month, 20), month switch { 2 => 5m, 4 => 5.2m, 8 or 9 => 4m, _ => 3.5m })));

    private static Life Weightless => Life.Of(Every(Cadence.Quarter, Aggregation.WeightedAverage).Measured(Cadence.Month)).Target(10, Day(2026, 1, 1))
        .Measured(
            Measurement.On(Day(2026, 1, 31), 9).Weighing(2), Measurement.On(Day(2026, 2, 28), 12).Weighing(0),
            Measurement.On(Day(2026, 4, 30), 12).Weighing(0), Measurement.On(Day(2026, 6, 30), 13).Weighing(0),
            Measurement.On(Day(2026, 7, 31), 11).Weighing(3), Measurement.On(Day(2026, 9, 30), 10).Weighing(1));

    private static Life PutRight => Life.Of(Meetings(Cadence.Month).Measured(Cadence.Week)).Target(10, Day(2026, 1, 1))
        .Measured(
            Measurement.On(Day(2026, 1, 5), 4).Keyed("a"), Measurement.On(Day(2026, 1, 5), 6).Keyed("b"),
            Measurement.On(Day(2026, 1, 5), 1).Keyed("a").Restating(Day(2026, 2, 3)),
            Measurement.On(Day(2026, 2, 4), 10), Measurement.On(Day(2026, 2, 4), 10).Withdrawn(Day(2026, 2, 20)),
            Measurement.On(Day(2026, 2, 4), 12).Restating(Day(2026, 3, 20)),
            Measurement.On(Day(2026, 3, 4), 10).Known(Day(2026, 3, 1)), Measurement.On(Day(2026, 3, 11), 3).Known(Day(2026, 4, 9)),
            Measurement.On(Day(2026, 5, 6), 9).Known(Day(2026, 7, 1)), Measurement.On(Day(2026, 5, 7), 9),
            Measurement.On(Day(2026, 8, 3), 1), Measurement.On(Day(2026, 8, 3), 2), Measurement.On(Day(2026, 8, 10), 30));

    private static Life TowardsADeadline
    {
        get
        {
            var level = Every(Cadence.Quarter, Aggregation.Last);
            return Life.Of(level)
                .Decided(TargetPlan.Towards(30, by: Day(2027, 12, 31), from: 18, on: Day(2025, 12, 31), decidedOn: InDecember2025).DecisionsFor(level))
                .Asking(Lagging.OffTrackForDeadline(3))
                .MeasuredEach(Cadence.Quarter, Day(2026, 1, 1), Day(2027, 9, 30), quarter => 18 + (quarter.Number / 2m) + ((quarter.Start.Year - 2026) * 2));
        }
    }

    private static Life Seasonal => Life.Of(Meetings(Cadence.Month).Measured(Cadence.Week).SpreadBy(SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 2, 0)))
        .Decided(TargetPlan.Spread(1_200, Year(2026), Cadence.Month, SeasonalProfile.OfMonths(1, 1, 2, 1, 1, 1, 0, 1, 1, 1, 2, 4), InDecember2025))
        .MeasuredEach(Cadence.Week, Day(2026, 1, 1), Day(2026, 12, 31), week => week.Number % 7 == 0 ? null : 20 + (week.Number % 5));

    // 90, 100 and 110 by third of the year; from 2026 a fifth more, and from 2027 the summer only.
    private static Life Yearly => Life.Of(Meetings(Cadence.Month))
        .Decided(Enumerable.Range(2024, 4).SelectMany(year => Enumerable.Range(1, 12).Select(
            month => For(
                Month(year, month),
                ((90 + (((month - 1) / 4) * 10)) * (year >= 2026 ? 1.2m : 1m)) + (year == 2027 && month is >= 6 and <= 8 ? 30 : 0),
                Day(year - 1, 12, 15)))))
        .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2027, 12, 31), month => 95 + (month.Number * 2) + month.Start.Year - 2024);

    private static Life Wavering => Life.Of(Every(Cadence.Month, Aggregation.Last))
        .Target(100, Day(2025, 6, 10), Day(2025, 6, 1))
        .Target(120, Day(2026, 3, 1), Day(2026, 2, 1))
        .Target(90, Day(2026, 5, 1), Day(2026, 4, 20))
        .Target(120, Day(2026, 8, 1), Day(2026, 7, 20), "back to where it was")
        .Decided(
            TargetDecision.Between(Day(2026, 9, 1), Day(2026, 10, 31), Target.Of(150), Day(2026, 8, 15)),
            TargetDecision.From(Day(2026, 1, 1), Target.Of(105), Day(2026, 8, 25)).AsCorrection(),
            TargetDecision.From(Day(2026, 11, 1), Target.Of(12), Day(2026, 10, 20)).AsRedefinition(),
            TargetDecision.From(Day(2027, 1, 1), Target.Of(13), Day(2026, 12, 20)),
            TargetDecision.Withdrawn(Day(2027, 4, 1), Day(2027, 3, 10)),
            TargetDecision.From(Day(2027, 5, 1), Target.Of(14), Day(2027, 4, 10)))
        .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2027, 6, 30), month => month.Start < Day(2026, 11, 1) ? 104 : 12.5m);

    private static Life Largest => Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month)).Target(1_000_000_000_000_000, Day(2026, 1, 1))
        .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 6, 30), month => month.Number <= 3 ? 1_000_000_000_000_000 : -1_000_000_000_000_000);

    private static Life Hours(bool silent)
    {
        var kpi = Every(Cadence.Hour, Aggregation.Sum).On(ReportingCalendar.Standard.In("Europe/Berlin"));
        var start = Instant.FromUtc(2026, 3, 28, 20, 15);
        return Life.Of(silent ? kpi.NothingRecordedIsZero() : kpi).Target(2, Day(2026, 3, 28))
            .Measured(Enumerable.Range(0, 14).Where(hour => hour % 5 != 3)
                .Select(hour => Measurement.AtInstant(start + Duration.FromHours(hour), hour % 4)));
    }

    private static Life Branches(Aggregation aggregation)
    {
        var (north, south, east) = (Segment.Of("branch", "north"), Segment.Of("branch", "south"), Segment.Of("branch", "east"));
        return Life.Of(Every(Cadence.Month, aggregation).PublishedAfter(5)).Target(100, Day(2025, 12, 1)).Measured(Enumerable.Range(1, 12).SelectMany(Rows));

        IEnumerable<Measurement> Rows(int month)
        {
            yield return Measurement.On(Day(2026, month, 2), 60 + month).For(north);
            yield return Measurement.On(Day(2026, month, 20), 55).For(north);
            if (month is not (3 or 8) && month < 11)
            {
                yield return Measurement.On(Day(2026, month, 15), 30).For(south).Known(Day(2026, month, 15).PlusDays(month * 3));
            }

            if (month >= 5)
            {
                yield return Measurement.On(Day(2026, month, 1), 12).For(east);
            }

            if (month == 9)
            {
                yield return Measurement.On(Day(2026, month, 9), 3);
            }
        }
    }

    private static Life Accidents(Cadence cadence) => Life.Of(Every(cadence, Aggregation.Count, Direction.LowerIsBetter).NothingRecordedIsZero())
        .Target(2, Day(2026, 2, 10))
        .Measured(Day(2026, 1, 20), 1)
        .Measured(Enumerable.Range(0, 4).Select(day => Measurement.On(Day(2026, 5, 4).PlusDays(day), 1)))
        .Measured(Measurement.On(Day(2026, 9, 9), 1).Known(Day(2026, 10, 8)), Measurement.On(Day(2026, 9, 9), 1).Withdrawn(Day(2026, 11, 3)));
}
