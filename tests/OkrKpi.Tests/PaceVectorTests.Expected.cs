using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <content>What is expected on the way, and where it will end.</content>
public partial class PaceVectorTests
{
    public static TheoryData<string> PaceElapsedConvention => ListedVector.Ids(ListedVector.Products, "pace-elapsed-convention");

    public static TheoryData<string> ProjectionRunRate => ListedVector.Ids(ListedVector.Products, "projection-run-rate");

    public static TheoryData<string> LikeForLikeFactor => ListedVector.Ids(ListedVector.Products, "like-for-like-factor");

    public static TheoryData<string> TargetDistribution => ListedVector.Ids(ListedVector.Products, "target-distribution");

    public static TheoryData<string> PeerExpectedProgress => ListedVector.Ids(ListedVector.Peers, "expected_progress");

    public static TheoryData<string> PeerExpectedValue => ListedVector.Ids(ListedVector.Peers, "expected_value");

    public static TheoryData<string> PeerQuarterProgress => ListedVector.Ids(ListedVector.Peers, "quarter_progress");

    public static TheoryData<string> PeerForecastEndValue => ListedVector.Ids(ListedVector.Peers, "forecast_end_value");

    public static TheoryData<string> PeerForecastCompletionDate => ListedVector.Ids(ListedVector.Peers, "forecast_completion_date");

    public static TheoryData<string> HandExpectedValue => Vectors.Ids("scoring-hand.json", "expected-value");

    [Theory]
    [MemberData(nameof(PaceElapsedConvention))]
    public void The_days_that_have_passed_are_counted_as_named(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "pace-elapsed-convention", id);
        var month = Cycle.Between(Start, Start.PlusDays((int)vector.Number("daysInMonth") - 1));
        var today = Start.PlusDays((int)vector.Number("dayOfMonth") - 1);
        decimal OverPace(ElapsedDays elapsed) => vector.Number("spent") - (vector.Number("budget") * PaceCurve.Linear.Counting(elapsed).Expected(month, today));
        Near(vector.Expected.GetProperty("overPaceWhenElapsedExcludesToday").GetDecimal(), OverPace(ElapsedDays.ExcludingToday), 0.005m);
        Near(vector.Expected.GetProperty("overPaceWhenElapsedIncludesToday").GetDecimal(), OverPace(ElapsedDays.IncludingToday), 0.005m);
    }

    [Theory]
    [MemberData(nameof(ProjectionRunRate))]
    public void A_running_period_is_projected_at_its_rate(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "projection-run-rate", id);
        var (asOf, toDate, previous) = (vector.Date("asOf")!.Value, vector.Number("currentToDate"), vector.Number("previousPeriodValue"));
        var cadence = Enum.Parse<Cadence>(vector.Text("period") ?? "month", ignoreCase: true);
        var period = Cycle.Of(ReportingCalendar.Standard.PeriodOf(asOf, cadence));
        var curve = PaceCurve.Linear.Counting(vector.Text("elapsedConvention") is { } convention && convention.StartsWith(
            "exclusive", StringComparison.Ordinal) ? ElapsedDays.ExcludingToday : ElapsedDays.IncludingToday);
        Near(vector.Expected.GetProperty("change").GetDecimal(), (toDate / previous) - 1m, 0.005m);
        Near(vector.Expected.GetProperty("projectedChange").GetDecimal(), (curve.Projected(toDate, period, asOf)!.Value / previous) - 1m, 0.005m);
    }

    [Theory]
    [MemberData(nameof(LikeForLikeFactor))]
    public void A_running_month_is_compared_by_the_share_that_has_passed(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "like-for-like-factor", id);
        var month = Cycle.Between(Start, Start.PlusDays((int)vector.Number("daysInMonth") - 1));
        Near(
            vector.Expected.GetProperty("factor").GetDecimal(), PaceCurve.Linear.Expected(month, Start.PlusDays((int)vector.Number("daysWithData") - 1)),
            0.000_05m);
    }

    [Theory]
    [MemberData(nameof(TargetDistribution))]
    public void A_target_is_spread_over_periods(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "target-distribution", id);
        var (start, final, periods) = (vector.Number("start"), vector.Number("finalTarget"), (int)vector.Number("periods"));
        var goal = Goal.FromTo(start, final);
        var cycle = Cycle.Between(Start, Start.PlusDays(periods - 1));
        var cumulative = Enumerable.Range(0, periods)
            .Select(period => goal.ValueAt(PaceCurve.Steps(periods).Expected(cycle, Start.PlusDays(period))))
            .ToArray();
        var planned = vector.Text("mode")!.Contains("noncumulative", StringComparison.Ordinal)
            ? cumulative.Select((value, period) => value - (period == 0 ? start : cumulative[period - 1]))
            : cumulative;
        AllNear(Numbers(vector.Expected, "planned"), planned, 0.000_001m);
    }

    [Theory]
    [MemberData(nameof(PeerExpectedProgress))]
    public void Expected_progress_on_a_date(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "expected_progress", id);
        var curve = PaceCurve.Linear.Counting(ElapsedDays.FromFirstToLastDay);
        var expected = curve.Expected(Cycle.Between(vector.Date("start")!.Value, vector.Date("end")!.Value), vector.Date("as_of")!.Value);
        Near(vector.Expected.GetProperty("expected_ratio").GetDecimal(), expected, vector.Tolerance);
    }

    [Theory]
    [MemberData(nameof(PeerExpectedValue))]
    public void Expected_value_on_the_way(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "expected_value", id);
        Near(
            vector.Expected.GetProperty("expected_value").GetDecimal(),
            Goal.FromTo(vector.Number("baseline"), vector.Number("target")).ValueAt(vector.Number("expected_ratio")), vector.Tolerance);
    }

    [Theory]
    [MemberData(nameof(PeerQuarterProgress))]
    public void Nothing_is_expected_of_a_quarter_to_come_and_all_of_one_that_is_over(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "quarter_progress", id);
        var asOf = vector.Date("as_of")!.Value;
        var quarter = Cycle.Quarter((int)(vector.OptionalNumber("year") ?? asOf.Year), (int)vector.Number("quarter"));
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "is_future": Assert.Equal(expected.Value.GetBoolean(), asOf < quarter.Start); break;
                case "is_past": Assert.Equal(expected.Value.GetBoolean(), asOf > quarter.End); break;
                case "is_current": Assert.Equal(expected.Value.GetBoolean(), quarter.Contains(asOf)); break;
                case "expected_ratio": Near(
                    expected.Value.GetDecimal(), PaceCurve.Linear.Counting(ElapsedDays.FromFirstToLastDay).Expected(quarter, asOf), vector.Tolerance); break;
                default: break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(PeerForecastEndValue))]
    public void The_value_at_the_end_of_the_cycle(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "forecast_end_value", id);
        var isSteady = vector.Text("kind") != "milestone";
        var asOf = vector.Date("as_of") ?? Start.PlusDays(50);
        var goal = isSteady
            ? (Goal)Goal.FromTo(vector.Number("baseline"), vector.OptionalNumber("target") ?? vector.Number("baseline") + 1_000m)
            : Goal.YesNo();
        var keyResult = KeyResult.Define("k", "K", Unit.Percent, goal);
        keyResult = vector.OptionalNumber("current") is { } current ? keyResult.With(CheckIn.On(asOf, current)) : keyResult;
        var cycle = vector.Date("start") is { } start ? Cycle.Between(start, vector.Date("end")!.Value) : HundredDays;
        var forecast = keyResult.Score(cycle, asOf, ScoringProfile.Default.With(PaceRule.Default.WithGrace(0m))).Forecast();
        if (vector.Expected.GetProperty("forecast").ValueKind == JsonValueKind.Null)
        {
            Assert.Null(forecast.Value);
        }
        else
        {
            Near(vector.Expected.GetProperty("forecast").GetDecimal(), forecast.Value!.Value, vector.Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(PeerForecastCompletionDate))]
    public void The_day_on_which_everything_is_done(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "forecast_completion_date", id);
        var asOf = vector.Date("as_of")!.Value;
        var start = vector.Date("start") ?? new LocalDate(asOf.Year, 1, 1);
        var tasks = KeyResult.Define("k", "K", Unit.Count("task"), Goal.Count(vector.Number("total"))).With(CheckIn.On(asOf, vector.Number("done")));
        var forecast = tasks.Score(Cycle.Between(start, vector.Date("end") ?? new LocalDate(start.Year, 12, 31)), asOf).Forecast();
        var expected = vector.Expected.GetProperty("date");
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(forecast.ReachedOn);
        }
        else
        {
            Assert.InRange(
                Math.Abs(Period.DaysBetween(NodaTime.Text.LocalDatePattern.Iso.Parse(expected.GetString()!).Value, forecast.ReachedOn!.Value)), 0, 2);
        }
    }

    [Theory]
    [MemberData(nameof(HandExpectedValue))]
    public void Expected_value_after_some_days(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var input = vector.GetProperty("input");
        var (total, elapsed) = (input.GetProperty("totalDays").GetInt32(), input.GetProperty("elapsedDays").GetInt32());
        var expected = PaceCurve.Linear.Expected(Cycle.Between(Start, Start.PlusDays(total - 1)), Start.PlusDays(elapsed - 1));
        Near(vector.GetProperty("expected").GetProperty("expectedProgress").GetDecimal(), expected, 0.000_000_001m);
        var goal = Goal.FromTo(input.GetProperty("start").GetDecimal(), input.GetProperty("target").GetDecimal());
        Near(vector.GetProperty("expected").GetProperty("expectedValue").GetDecimal(), goal.ValueAt(expected), 0.000_000_001m);
    }
}
