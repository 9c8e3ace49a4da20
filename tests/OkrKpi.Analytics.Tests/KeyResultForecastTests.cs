using System.Globalization;
using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>Where a key result is heading by the forecast of the KPI it measures.</summary>
public class KeyResultForecastTests
{
    private static readonly LocalDate AsOf = new(2026, 8, 10);
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Fact]
    public void A_key_result_is_heading_for_what_its_KPI_is_expected_to_be_at_the_end_of_the_cycle()
    {
        var assessment = Growing();
        var score = Score(Goal.FromTo(4_000, 5_000), assessment);
        var forecast = score.Forecast(assessment);
        var september = assessment.Forecast(2).Next[1];
        Assert.Equal([new LocalDate(2026, 8, 31), new LocalDate(2026, 9, 30)], forecast.Periods.Select(each => each.Period.End));
        Assert.Equal(september.Point, forecast.AtEnd!.Current);
        Assert.Equal((september.Point - 4_000m) / 1_000m, forecast.AtEnd.Score!.Value, 6);
        Assert.InRange(forecast.AtEnd.Score.Value, 0.75m, 0.85m);
        Assert.Equal(Quarter.End, forecast.AtEnd.AsOf);
    }

    [Fact]
    public void How_likely_its_goal_is_reached_is_how_likely_the_KPI_meets_the_same_target()
    {
        foreach (var (goal, target) in new (Goal, Target)[]
        {
            (Goal.FromTo(4_000, 4_800), Target.Of(4_800)), (Goal.AtLeast(4_820), Target.Of(4_820)), (Goal.MoreThan(4_780), Target.Above(4_780)),
        })
        {
            var assessment = Growing(kpi => kpi.WithTarget(target, new LocalDate(2026, 7, 1)));
            var chance = Score(goal, assessment).Forecast(assessment).ProbabilityOfReaching;
            Assert.Equal(assessment.Forecast(2).Next[1].ProbabilityOfMeeting, chance);
            Assert.InRange(chance!.Value, 0.05m, 0.95m);
        }

        var strict = Growing();
        Assert.Equal(
            1m - Score(Goal.AtLeast(4_800), strict).Forecast(strict).ProbabilityOfReaching!.Value,
            Score(Goal.LessThan(4_800), strict).Forecast(strict).ProbabilityOfReaching!.Value);
        Assert.Null(Score(Goal.KeepWithin(Band.Between(4_000, 5_000)), strict).Forecast(strict).ProbabilityOfReaching);
    }

    [Fact]
    public void Of_check_ins_that_add_up_what_is_expected_of_each_period_is_added()
    {
        // About 100 a month; July is checked in, August runs.
        var kpi = Kpi.Define("sales", "Sales", Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var rows = Enumerable.Range(0, 32).Select(month => Measurement.On(new LocalDate(2023, 12, 9).PlusMonths(month), 100m + (month % 2)));
        var assessment = KpiAssessment.Of(kpi, MeasurementSeries.Of("sales", rows), AsOf);
        var keyResult = KeyResult.Define("kr", "Orders", Unit.Count("order"), Goal.AtLeast(400)).Taking(CurrentValue.Sum).WithValuesOf(assessment);
        var score = keyResult.Score(Quarter, AsOf);
        var forecast = score.Forecast(assessment);
        var told = assessment.Forecast(2).Next;
        Assert.Equal(score.Current + told[0].Point + told[1].Point, forecast.AtEnd!.Current);
        Assert.Equal(forecast.AtEnd.Current / 400m, forecast.AtEnd.Score);
        Assert.Null(forecast.ProbabilityOfReaching);
    }

    [Fact]
    public void Of_a_month_that_is_over_and_not_reported_the_forecast_counts_unless_the_team_has_said_more_since()
    {
        var assessment = Growing(last: new LocalDate(2026, 6, 28));
        var silent = KeyResult.Define("kr", "Subscribers", Unit.Count("person"), Goal.FromTo(4_000, 5_000)).Measuring("subscribers");
        Assert.Equal(3, silent.Score(Quarter, AsOf).Forecast(assessment).Periods.Count);
        var said = silent.With(CheckIn.On(new LocalDate(2026, 8, 3), 4_650m));
        Assert.Equal(2, said.Score(Quarter, AsOf).Forecast(assessment).Periods.Count);
    }

    [Fact]
    public void What_was_said_after_the_date_changes_nothing()
    {
        var assessment = Growing();
        var known = Score(Goal.FromTo(4_000, 5_000), assessment).KeyResult.Taking(CurrentValue.Sum);
        var told = known.CheckIns[^1];
        foreach (var later in new[]
        {
            known.With(CheckIn.On(new LocalDate(2026, 9, 15), 4_100m)), known.Withdrawing(told, AsOf.PlusDays(1)), known.Cancelled(AsOf.PlusDays(1)),
            known.Postponed(AsOf.PlusDays(1)), known.Overridden(ScoreOverride.Of(0.3m, "by hand", new LocalDate(2026, 9, 30))),
        })
        {
            var (was, end) = (known.Score(Quarter, AsOf).Forecast(assessment).AtEnd!, later.Score(Quarter, AsOf).Forecast(assessment).AtEnd!);
            Assert.Equal((was.Current, was.Score, was.IsCancelled, was.IsPostponed), (end.Current, end.Score, end.IsCancelled, end.IsPostponed));
        }

        Assert.NotEqual(
            known.Score(Quarter, AsOf).Forecast(assessment).AtEnd!.Current,
            known.With(CheckIn.On(AsOf, 100m)).Score(Quarter, AsOf).Forecast(assessment).AtEnd!.Current);
    }

    [Fact]
    public void It_says_so_in_both_languages()
    {
        var assessment = Growing();
        var forecast = Score(Goal.FromTo(4_000, 4_800), assessment).Forecast(assessment);
        var explained = forecast.Explain();
        Assert.Matches(
            @"^Subscribers is heading for 4,781 by the end of 2026-Q3, as All subscribers is expected to go: a score of 0\.98; "
                + @"its target is reached with a probability of \d+ %\.$",
            forecast.ToString());
        Assert.Matches(
            @"^Subscribers đang hướng tới 4[.]781 vào cuối 2026-Q3, theo dự báo của All subscribers: điểm 0,98; "
                + @"xác suất đạt đích của kết quả chính là \d+ %\.$",
            explained.Sentence(CultureInfo.GetCultureInfo("vi")));
        Assert.Equal(3, explained.Because.Count);
    }

    [Fact]
    public void Where_nothing_of_the_KPI_is_expected_in_the_rest_of_the_cycle_nothing_is_told()
    {
        var yearly = Growing(kpi => kpi.Every(Cadence.Year, Aggregation.Last));
        var none = Score(Goal.FromTo(4_000, 5_000), yearly).Forecast(yearly);
        Assert.Empty(none.Periods);
        Assert.Null(none.AtEnd);
        Assert.Null(none.ProbabilityOfReaching);
        Assert.StartsWith("Where Subscribers is heading cannot be told from All subscribers", none.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Không thể biết", none.Explain().Sentence(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);

        var assessment = Growing();
        var given = Score(Goal.FromTo(4_000, 5_000), assessment).KeyResult.Cancelled(AsOf).Score(Quarter, AsOf);
        Assert.Null(given.Forecast(assessment).AtEnd);
        var over = Score(Goal.FromTo(4_000, 5_000), assessment).KeyResult.Score(Cycle.Quarter(2026, 2), AsOf);
        Assert.Null(over.Forecast(assessment).AtEnd);
        var empty = KpiAssessment.Of(assessment.Kpi, MeasurementSeries.Of("subscribers"), AsOf);
        Assert.Null(Score(Goal.FromTo(4_000, 5_000), empty).Forecast(empty).AtEnd);
    }

    [Fact]
    public void Another_KPI_or_date_is_refused()
    {
        var assessment = Growing();
        var score = Score(Goal.FromTo(4_000, 5_000), assessment);
        Assert.Equal("assessment", Assert.Throws<ArgumentException>(() => score.Forecast(assessment.On(AsOf.PlusDays(1)))).ParamName);
        var other = Kpi.Define("other", "Other", Unit.Count("person"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
        Assert.Throws<ArgumentException>(() => score.Forecast(KpiAssessment.Of(other, MeasurementSeries.Of("other"), AsOf)));
        Assert.Throws<ArgumentNullException>(() => score.Forecast(null!));
    }

    private static KeyResultScore Score(Goal goal, KpiAssessment assessment) =>
        KeyResult.Define("kr", "Subscribers", Unit.Count("person"), goal).WithValuesOf(assessment).Score(Quarter, AsOf);

    // About 100 more each month: 4,600 in July 2026, 4,800 expected in September.
    private static KpiAssessment Growing(Func<Kpi, Kpi>? change = null, LocalDate? last = null)
    {
        var kpi = Kpi.Define("subscribers", "All subscribers", Unit.Count("person"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
        var rows = Enumerable.Range(0, 43).Select(month => Measurement.On(
                new LocalDate(2023, 1, 28).PlusMonths(month), 400m + (100m * month) + ((month * 7 % 11 * 8) - 40m)))
            .Where(row => row.Date <= (last ?? AsOf));
        return KpiAssessment.Of((change ?? (static same => same))(kpi), MeasurementSeries.Of("subscribers", rows), AsOf);
    }
}
