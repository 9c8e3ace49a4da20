using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(PaceProperties)])]
public class PaceProperties
{
    private static readonly PaceStatus[] Voting =
    [
        PaceStatus.Missed, PaceStatus.Behind, PaceStatus.AtRisk, PaceStatus.OnTrack, PaceStatus.Ahead, PaceStatus.Achieved
    ];

    public static Arbitrary<Course> Courses() => Arb.From(
        from start in Gen.Choose(0, 3_000)
        from length in Gen.OneOf(Gen.Choose(1, 10), Gen.Choose(11, 400))
        from months in Gen.Elements(0, 1, 3, 6, 12)
        from shape in Gen.Choose(0, 5)
        from elapsed in Gen.Elements(ElapsedDays.IncludingToday, ElapsedDays.ExcludingToday, ElapsedDays.FromFirstToLastDay)
        from numbers in Gen.NonEmptyListOf(Gen.Choose(0, 100))
        select Build(new LocalDate(2023, 1, 1).PlusDays(start), length, months, shape, elapsed, [.. numbers]));

    [Property]
    public void A_curve_never_falls_and_goes_from_0_to_1(Course course)
    {
        var (curve, cycle) = course;
        var before = curve.Expected(cycle, cycle.Start.PlusDays(-1));
        Assert.Equal(0m, before);
        for (var day = cycle.Start; day <= cycle.End.PlusDays(1); day = day.PlusDays(1))
        {
            var expected = curve.Expected(cycle, day);
            Assert.InRange(expected, before, 1m);
            before = expected;
        }

        Assert.Equal(1m, before);
        Assert.True(curve.Elapsed == ElapsedDays.ExcludingToday || curve.Expected(cycle, cycle.End) == 1m);
    }

    [Property]
    public void Curves_of_the_same_numbers_are_equal(Course course) => Assert.Equal(course.Curve, course.Curve.Counting(course.Curve.Elapsed));

    [Property]
    public void More_progress_never_gives_a_worse_status(int progress, byte more, byte expected, int onTrack, byte width)
    {
        foreach (var bands in new[] { Bands(onTrack, width, PaceBands.ByGap), Bands(onTrack, width, PaceBands.ByRatio) })
        {
            var (less, better) = (progress % 200 / 100m, ((progress % 200) + more) / 100m);
            Assert.True(Rank(bands.Status(less, expected / 255m)) <= Rank(bands.Status(better, expected / 255m)));
        }
    }

    [Property]
    public void What_is_on_course_is_projected_to_the_target(Course course, byte day)
    {
        var (curve, cycle) = course;
        var asOf = cycle.Start.PlusDays(day % cycle.Days);
        if (curve.Expected(cycle, asOf) is var expected and > 0.001m)
        {
            Assert.InRange(curve.Projected(expected * 1_000m, cycle, asOf)!.Value, 999.999_999m, 1_000.000_001m);
        }
    }

    [Property]
    public void A_forecast_within_the_cycle_names_the_first_day_on_which_the_target_is_met(Course course, byte day, byte value)
    {
        var (curve, cycle) = course;
        var asOf = cycle.Start.PlusDays(day % cycle.Days);
        var forecast = KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(0m, 100m)).Paced(curve).With(CheckIn.On(asOf, value)).Score(cycle, asOf).Forecast();
        if (forecast is { State: ForecastState.Projected, Raw: >= 1m, ReachedOn: { } reached })
        {
            Assert.True(cycle.Contains(reached));
            Assert.True(forecast.Raw * curve.Expected(cycle, reached) >= 1m || reached == cycle.End);
            Assert.True(reached == cycle.Start || forecast.Raw * curve.Expected(cycle, reached.PlusDays(-1)) < 1m);
        }
    }

    [Property]
    public void All_of_one_status_roll_up_to_it_and_the_order_matters_only_to_the_latest(byte[] picks)
    {
        foreach (var status in Voting)
        {
            Assert.All(Enum.GetValues<StatusCombining>(), rollup => Assert.Equal(status, rollup.Of([status, status, status])));
        }

        PaceStatus[] statuses = [.. picks.Select(pick => Voting[pick % Voting.Length])];
        foreach (var rollup in new[] { StatusCombining.Worst, StatusCombining.MeanRank, StatusCombining.Majority })
        {
            Assert.Equal(rollup.Of(statuses), rollup.Of(statuses.Reverse()));
        }

        Assert.Equal(statuses.Length == 0 ? PaceStatus.NotPaced : statuses[^1], StatusCombining.Latest.Of(statuses));
    }

    private static PaceBands Bands(int onTrack, byte width, Func<decimal, decimal, PaceBands> by) =>
        by(onTrack % 100 / 100m, (onTrack % 100 / 100m) - ((width + 1) / 100m));

    private static int Rank(PaceStatus status) => Array.IndexOf(Voting, status);

    private static Course Build(LocalDate start, int length, int months, int shape, ElapsedDays elapsed, int[] numbers)
    {
        var cycle = months == 0 ? Cycle.Between(start, start.PlusDays(length - 1)) : Cycle.OfMonths(start, months);
        var days = numbers.Distinct().Order().ToArray();
        var points = days.Select((day, index) => (start.PlusDays(day), (index + 1m) / (days.Length + 1m)));
        var curve = shape switch
        {
            0 => PaceCurve.Steps(numbers.Length),
            1 => PaceCurve.Seasonal(numbers.Select(number => number + (numbers[0] == 0 ? 1m : 0m))),
            2 => PaceCurve.Through(points),
            3 => PaceCurve.Milestones(points),
            4 => PaceCurve.BusinessDays(days.Select(day => start.PlusDays(day))),
            _ => PaceCurve.Linear,
        };
        return new(curve.Counting(elapsed), cycle);
    }
}

public sealed record Course(PaceCurve Curve, Cycle Cycle);
