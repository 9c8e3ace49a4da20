using NodaTime;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace OkrKpi.Tests;

/// <summary>Finding one thing among many by its id or period, and what is said when it is not there.</summary>
public sealed class LookupTests
{
    private static readonly LocalDate EndOfJuly = new(2026, 7, 31);

    private static readonly Kpi Meetings = Kpi.Define("meetings", "Meetings", Unit.Count("meeting"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum).WithTarget(5m, new LocalDate(2026, 1, 1));

    private static readonly Portfolio Company = Portfolio.Of(
        [Meetings, Kpi.Define("churn", "Churn", Unit.Percent, Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Last)],
        [Objective.Define("engage-new", "Engage", Cycle.Quarter(2026, 3)), Objective.Define("engage-old", "Engage", Cycle.Quarter(2026, 3))],
        [MeasurementSeries.Of("meetings", Measurement.On(new(2026, 5, 4), 3m), Measurement.On(new(2026, 6, 4), 4m))]);

    [Fact]
    public void What_is_there_is_found_by_text_and_by_id()
    {
        Assert.Same(Meetings, Company.Kpi(" meetings "));
        Assert.Same(Meetings, Company.Kpi(Meetings.Id));
        Assert.Same(Company.Objectives[1], Company.Objective("engage-old"));
        Assert.Same(Company.Objectives[1], Company.Objective(ObjectiveId.Of("engage-old")));
        Assert.True(Company.TryKpi("churn", out var churn) && Company.TryKpi(churn.Id, out _));
        Assert.True(Company.TryObjective("engage-new", out var objective) && Company.TryObjective(objective.Id, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Meetings")]
    [InlineData("a\nb")]
    public void What_is_not_there_is_not_found(string id)
    {
        Assert.False(Company.TryKpi(id, out var kpi));
        Assert.False(Company.TryObjective(id, out var objective));
        Assert.Null(kpi);
        Assert.Null(objective);
    }

    [Theory]
    [InlineData("meeting", "near is 'meetings'")]
    [InlineData("Meetings", "near is 'meetings'")]
    [InlineData("metings", "near is 'meetings'")]
    [InlineData("revenue", "there is 'meetings' or 'churn'")]
    public void An_unknown_KPI_is_refused_with_those_that_are_near(string id, string says)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Company.Kpi(id));
        Assert.Equal("id", refusal.ParamName);
        Assert.Contains($"The KPI '{id}' is not in the portfolio; {says}.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => Company.NeedOf(id, EndOfJuly)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_ids_come_first() =>
        Assert.Contains(
            "near is 'engage-new' or 'engage-old'", Assert.Throws<ArgumentException>(() => Company.Objective("engage-now")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_many_ids_none_of_which_is_near_only_the_number_is_told()
    {
        var many = Portfolio.Of([], Enumerable.Range(0, 1_200).Select(number => Objective.Define($"o{number}", "O", Cycle.Quarter(2026, 3))), []);
        Assert.Contains("none of the 1200 ids is near", Assert.Throws<ArgumentException>(() => many.Objective("revenue")).Message, StringComparison.Ordinal);
        Assert.Contains("there is none", Assert.Throws<ArgumentException>(() => Portfolio.Of([], [], []).Kpi("revenue")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_need_of_one_KPI_is_the_one_of_the_review()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.5m));
        var asOf = new LocalDate(2026, 6, 30);
        for (var seed = 0; seed < 40; seed++)
        {
            var portfolio = Portfolios.Of(seed);
            Assert.All(portfolio.Review(asOf).Needs, need => Same(need, portfolio.NeedOf(need.Kpi.Id, asOf)));
            Assert.All(portfolio.Review(asOf, ReviewOptions.Default.With(rule)).Needs, need => Same(need, portfolio.NeedOf(need.Kpi.Id.Value, asOf, rule)));
        }

        static void Same(OkrNeed expected, OkrNeed actual) => Assert.Equal((expected.State, Text(expected)), (actual.State, Text(actual)));

        static string Text(OkrNeed need) => need.Explain().ToString();
    }

    [Fact]
    public void A_review_and_what_follows_from_it_are_asked_by_id_alike()
    {
        var visits = Kpi.Watch("visits", "Visits", Unit.Count("visit")).Every(Cadence.Month, Aggregation.Sum);
        var review = Company.With(visits).Review(new(2026, 10, 2));
        Assert.Same(review.Needs.Single(each => each.Kpi.Id == Meetings.Id), review.NeedOf("meetings"));
        Assert.Same(review.Kpis[0], review.AssessmentOf(Meetings.Id));
        Assert.Same(review.Scores.Objectives[1], review.Scores["engage-old"]);
        var cycle = review.LastCycle()!;
        Assert.Same(cycle.Outcomes[1], cycle["engage-old"]);
        Assert.Same(cycle.Outcomes[0], cycle.OutcomeOf(ObjectiveId.Of("engage-new")));
        Assert.True(review.TryNeed("churn", out _) && review.TryAssessment("visits", out _) && review.Scores.TryScore("engage-new", out _));
        Assert.True(review.LastCycle()!.TryOutcome("engage-new", out _));
        Assert.False(review.TryNeed(" ", out _) || review.TryNeed("visits", out _) || review.TryAssessment("visit", out _));
        Assert.False(review.Scores.TryScore("engage", out _) || review.LastCycle()!.TryOutcome("engage", out _));
        Says("near is 'meetings'", () => review.NeedOf("meeting"));
        Says("only watched", () => review.NeedOf("visits"));
        Says("near is 'visits'", () => review.AssessmentOf("visit"));
        Says("near is 'engage-new' or 'engage-old'", () => review.Scores["engage"]);
        Says("near is 'engage-new' or 'engage-old'", () => review.LastCycle()!["engage"]);

        static void Says(string words, Func<object> ask) =>
            Assert.Contains(words, Assert.Throws<ArgumentException>(ask).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_of_an_assessment_is_found()
    {
        var assessment = KpiAssessment.Of(Meetings, Company.MeasurementsOf(Meetings.Id), new(2026, 7, 15));
        Assert.Equal(4m, assessment[Period("2026-06")].Actual);
        Assert.True(assessment.TryPeriod(Period("2026-07"), out var running) && !running.IsComplete);
        foreach (var other in new[] { Period("2026-04"), Period("2026-08"), Period("2026-Q2"), default })
        {
            Assert.False(assessment.TryPeriod(other, out var found));
            Assert.Null(found);
            Assert.Contains("they go from 2026-05 to 2026-07", Assert.Throws<ArgumentException>(() => _ = assessment[other]).Message, StringComparison.Ordinal);
        }

        var silent = KpiAssessment.Of(
            Kpi.Define("outage", "Outage", Unit.Minutes, Direction.LowerIsBetter).Every(Cadence.Event, Aggregation.Sum), MeasurementSeries.Of("outage"),
            EndOfJuly);
        Assert.Contains("no periods yet", Assert.Throws<ArgumentException>(() => _ = silent[Period("2026-07")]).Message, StringComparison.Ordinal);

        static ReportingPeriod Period(string label) => ReportingCalendar.Standard.Parse(label);
    }
}
