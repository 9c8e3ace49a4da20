using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What holds of every reading of "lags", for sums, means and levels; each case tries one of them.</summary>
[Properties(Arbitrary = [typeof(Amounts)], MaxTest = 500)]
public class LaggingProperties
{
    private static readonly LocalDate First = new(2026, 1, 1);

    private static readonly Aggregation[] Aggregations = [Aggregation.Sum, Aggregation.Average, Aggregation.Last];

    private static readonly SeasonalProfile Season = SeasonalProfile.OfMonths(1, 2, 0, 4, 5, 1, 1, 1, 1, 1, 1, 9);

    private static readonly Lagging[] Readings =
    [
        Lagging.Default, Lagging.Missed(), Lagging
            .MissedBeyond(Tolerance.OfShare(0.2m)), Lagging
            .MissedBeyond(Tolerance.OfAmount(20m)), Lagging
            .MissesInARow(2), Lagging
            .MissesOutOf(2, 4),
        Lagging.BehindPace(0.05m, 0.2m), Lagging
            .BehindPace(Season, 0.05m, 0.2m), Lagging
            .MissedSoFar(0.05m, 0m), Lagging
            .RestMustExceed(0.3m, 0.2m), Lagging
            .BelowTargetPath(0.05m, 0m), Lagging
            .BehindPlan(),
        Lagging.Burning(MissBudget.Of(1, 3), 3, 1), Lagging
            .Stale(2), Lagging
            .AnyOf(Lagging.Stale(), Lagging.MissesOutOf(3, 5)), Lagging
            .AllOf(Lagging.Missed(), Lagging.BehindPlan()),
        Lagging.Hysteresis(Lagging.MissesInARow(2), Lagging.MissesOutOf(1, 2)),
    ];

    // A glide path and the projection of a level start from the period before, whose better value asks for more.
    private static readonly Lagging[] WithThePeriodBefore =
    [
        .. Readings, Lagging.BelowGlidePath(0.02m, 0m), Lagging.ProjectedToMiss(0.02m, 0m), Lagging.ProjectedToMiss(Season, 0.05m, 0.2m)
    ];

    // Limits move with every value, so a better one may make a KPI lag by noise that shrank.
    private static readonly SignalRules Early = SignalRules.Wheeler.WithPoints(2, 2).With(SignalRule.BeyondLimit, SignalRule.Beyond(0.5m, 1, 1));

    private static readonly Lagging[] Statistical =
    [
        .. WithThePeriodBefore, Lagging.CannotReachItsTarget(), Lagging.CannotReachItsTarget(Early), Lagging.UnfavourableSignal(),
        Lagging.UnfavourableSignal(Early)
    ];

    [Property]
    public void A_better_value_never_makes_a_KPI_lag(Situation situation)
    {
        if (situation.Values.Count > 0)
        {
            var better = situation with { Values = [(situation.Values[0].Day, situation.Values[0].Value + Step(situation)), .. situation.Values.Skip(1)] };
            var aggregation = One(situation, Aggregations);
            var reading = One(situation, aggregation == Aggregation.Last ? Readings : WithThePeriodBefore);
            Assert.False(Lags(reading, situation, aggregation) is null && Lags(reading, better, aggregation) is not null);
        }
    }

    [Property]
    public void A_more_ambitious_target_never_makes_a_KPI_stop_lagging(Situation situation)
    {
        var higher = situation with { Target = situation.Target + Step(situation) };
        var (reading, aggregation) = (One(situation, WithThePeriodBefore), One(situation, Aggregations));
        Assert.False(Lags(reading, situation, aggregation) is not null && Lags(reading, higher, aggregation) is null);
    }

    [Property]
    public void What_became_known_later_changes_no_past_answer(Situation situation)
    {
        var asOf = First.PlusDays(situation.AsOf);
        var kpi = Kpi(situation, One(situation, Aggregations));
        var later = kpi.WithTarget(situation.RaisedTo, First, asOf.PlusDays(1))
            .With(TargetDecision.From(First, Target.Of(1m), asOf.PlusDays(2)).AsCorrection());
        var series = Series(situation);
        var restated = situation.Values.Aggregate(
            series, (all, value) => all.With(Measurement.On(First.PlusDays(value.Day), value.Value + 1m).Restating(asOf.PlusDays(1))));
        var rule = OkrNeedRule.Default.With(One(situation, Statistical));
        Assert.Equal(OkrNeed.Of(kpi, series, asOf, rule).Explain().ToString("en"), OkrNeed.Of(later, restated, asOf, rule).Explain().ToString("en"));
    }

    [Property]
    public void Every_reason_shows_its_evidence_in_both_languages(Situation situation)
    {
        if (Lags(One(situation, Statistical), situation, One(situation, Aggregations)) is { } reason)
        {
            Assert.NotNull(reason.Evidence.Target);
            Assert.True(reason.Gap < 0m || (reason.Gap is null && reason.Evidence.Actual is null));
            Assert.True(reason.StartedOn <= First.PlusDays(situation.AsOf));
            Assert.StartsWith("lagging", reason.Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.StartsWith("tụt lại", reason.Explain().ToString("vi"), StringComparison.Ordinal);
        }
    }

    [Property]
    public void The_numbers_of_a_missed_period_can_be_computed_again(Situation situation)
    {
        if (Lags(Lagging.Missed(), situation, Aggregation.Sum) is { } reason)
        {
            var sum = situation.Values.Where(value => value.Day <= situation.AsOf && reason.Period.Contains(First.PlusDays(value.Day)))
                .Sum(value => value.Value);
            Assert.Equal(sum, reason.Evidence.Actual);
            Assert.Equal(situation.Direction == Direction.HigherIsBetter ? sum - situation.Target : situation.Target - sum, reason.Gap);
        }
    }

    [Property(MaxTest = 100)]
    public void A_timeline_says_of_every_day_what_the_rule_says_of_it(Situation situation)
    {
        var kpi = Kpi(situation, Aggregation.Sum).WithTarget(situation.RaisedTo, First.PlusDays(60), First.PlusDays(40));
        var (from, through) = (First.PlusDays(situation.AsOf), First.PlusDays(situation.AsOf + 20));
        var timeline = NeedTimeline.Of(kpi, Series(situation), from, through);
        Assert.Equal((from, through), (timeline.Spans[0].From, timeline.Spans[^1].Through));
        foreach (var span in timeline.Spans)
        {
            for (var day = span.From; day <= span.Through; day = day.PlusDays(1))
            {
                Assert.Equal(span.State, OkrNeed.Of(kpi, Series(situation), day).State);
            }
        }
    }

    [Property]
    public void The_order_in_which_needs_are_ranked_does_not_depend_on_the_order_given(Situation situation)
    {
        OkrNeed[] needs = [.. situation.Values.Select((value, index) => OkrNeed.Of(
            OkrKpi.Kpi.Define($"kpi-{index}", "Something", Unit.Count("thing"), situation.Direction)
                .Every(Cadence.Month, Aggregation.Sum)
                .WithTarget(situation.Target, First),
            MeasurementSeries.Of($"kpi-{index}", Measurement.On(First.PlusDays(value.Day), value.Value)),
            First.PlusDays(situation.AsOf)))];
        OkrNeed[] shuffled = [.. needs];
        new Random(situation.Seed).Shuffle(shuffled);
        Assert.Equal(Ranks(NeedRanking.Of(needs)), Ranks(NeedRanking.Of(shuffled)));
        static IEnumerable<(int, string)> Ranks(NeedRanking ranking) => ranking.Needs.Select(ranked => (ranked.Rank, ranked.Need.Kpi.Id.Value)).Order();
    }

    [Property]
    public void The_targets_of_a_spread_total_add_up_to_it(Situation situation)
    {
        var year = ReportingCalendar.Standard.PeriodOf(First, Cadence.Year);
        var plan = TargetPlan.Spread(
            situation.Target, year, Cadence.Month,
            SeasonalProfile.OfMonths([
                1m, .. situation.Values.Take(11).Select(value => Math.Abs(value.Value) / 10_000m),
                .. Enumerable.Repeat(1m, 11 - Math.Min(11, situation.Values.Count))
            ]),
            First);
        Assert.Equal(situation.Target, Math.Round(plan.Decisions.Sum(decision => decision.Target!.Value!.Value), 12));
        Assert.Equal(
            situation.Target,
            Math.Round(TargetPlan.Spread(situation.Target, year, Cadence.Quarter, First).Decisions.Sum(decision => decision.Target!.Value!.Value), 12));
    }

    [Property]
    public void A_period_holds_the_measurements_known_of_it_in_any_order(Situation situation)
    {
        var asOf = First.PlusDays(situation.AsOf);
        (int Day, decimal Value)[] shuffled = [.. situation.Values];
        new Random(situation.Seed).Shuffle(shuffled);
        foreach (var period in KpiAssessment.Of(Kpi(situation, Aggregation.Sum), Series(situation with { Values = shuffled }), asOf).Periods)
        {
            decimal[] known =
            [
                .. situation.Values.Where(value => value.Day <= situation.AsOf && period.Period.Contains(First.PlusDays(value.Day)))
                    .Select(value => value.Value)
            ];
            Assert.Equal(known.Length == 0 ? null : known.Sum(), period.Actual);
            Assert.Equal(known.Length, period.Aggregate.Count);
            Assert.Equal(known.Length == 0 ? 0 : 1, period.Coverage.Present);
        }
    }

    private static decimal Step(Situation situation) => situation.Direction == Direction.HigherIsBetter ? situation.Better : -situation.Better;

    private static T One<T>(Situation situation, T[] choices) => choices[(situation.Seed / choices.Length) % choices.Length];

    private static Kpi Kpi(Situation situation, Aggregation aggregation) =>
        OkrKpi.Kpi.Define("kpi", "Something", Unit.Count("thing"), situation.Direction).Every(Cadence.Month, aggregation).WithTarget(situation.Target, First);

    private static MeasurementSeries Series(Situation situation) =>
        MeasurementSeries.Of("kpi", situation.Values.Select(value => Measurement.On(First.PlusDays(value.Day), value.Value)));

    private static LaggingReason? Lags(Lagging reading, Situation situation, Aggregation aggregation) =>
        reading.Check(KpiAssessment.Of(Kpi(situation, aggregation), Series(situation), First.PlusDays(situation.AsOf)));
}
