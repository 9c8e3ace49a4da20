using NodaTime;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>What holds of every history of targets.</summary>
public class RaisedTargetProperties
{
    private static readonly Cadence[] Cadences = [Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.Year];

    [Property(MaxTest = 500)]
    public void The_target_of_a_period_is_that_of_a_look_at_all_decisions(int seed)
    {
        var random = new Random(seed);
        var (cadence, decisions) = (Cadences[random.Next(Cadences.Length)], Decisions(random, Direction.HigherIsBetter));
        var history = TargetHistory.Empty.With(decisions);
        for (var index = 0; index < 20; index++)
        {
            var period = Calendar.PeriodOf(Any(random), cadence);
            var knownOn = Any(random);
            Assert.Equal(ByLooking([.. history.Decisions], period, knownOn), history.For(period, knownOn));
        }
    }

    [Property(MaxTest = 300)]
    public void The_order_in_which_decisions_are_given_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var (cadence, direction) = (Cadences[random.Next(Cadences.Length)], random.Next(2) == 0 ? Direction.HigherIsBetter : Direction.LowerIsBetter);

        // Two decisions of one day for one and the same first date contradict each other; of those the later given holds.
        TargetDecision[] decisions =
        [
            .. Decisions(random, direction).DistinctBy(each => (each.DecidedOn, each.EffectiveFrom, each.Kind, each.EffectiveThrough is null))
        ];
        TargetDecision[] shuffled = [.. decisions];
        random.Shuffle(shuffled);
        var (kpi, other) = (Every(cadence, direction).With(decisions), Every(cadence, direction).With(shuffled));
        Assert.Equal(kpi.TargetRevisions(Day(2030, 1, 1)).Select(Told), other.TargetRevisions(Day(2030, 1, 1)).Select(Told));
        var asOf = Any(random);
        Assert.Equal(Need(kpi, asOf, Values(random.Next())).Explain().ToString("en"), Need(other, asOf, Values(random.Next())).Explain().ToString("en"));

        static string Told(TargetRevision revision) => revision.ToString();
        (LocalDate, decimal)[] Values(int unused) => unused < 0 ? [] : [(Day(2025, 6, 15), 100m), (Day(2026, 2, 10), 90m)];
    }

    [Property(MaxTest = 500)]
    public void A_more_ambitious_newest_decision_removes_no_reason(int seed)
    {
        var random = new Random(seed);
        var (cadence, direction) = (Cadences[random.Next(Cadences.Length)], random.Next(2) == 0 ? Direction.HigherIsBetter : Direction.LowerIsBetter);
        var decisions = Decisions(random, direction).Where(each => each.Kind == TargetDecisionKind.Decision).ToArray();
        var asOf = Any(random);
        var (from, value, more) = (Any(random), random.Next(50, 150), random.Next(1, 100));
        var before = Every(cadence, direction).With([.. decisions.Where(each => each.DecidedOn < asOf.PlusDays(-10))]);
        var newest = asOf.PlusDays(-random.Next(1, 10));
        (LocalDate, decimal)[] values = [.. Enumerable.Range(0, 30).Select(_ => (Any(random), (decimal)random.Next(50, 150)))];
        var one = Need(before.WithTarget(value, from, newest), asOf, values);
        var ambitious = Need(before.WithTarget(direction == Direction.HigherIsBetter ? value + more : value - more, from, newest), asOf, values);
        Assert.False(one.TargetRaised is not null && ambitious.TargetRaised is null);
        Assert.False(one.Lagging is not null && ambitious.Lagging is null);
    }

    [Property(MaxTest = 300)]
    public void What_is_decided_later_changes_no_answer_of_a_day_before(int seed)
    {
        var random = new Random(seed);
        var cadence = Cadences[random.Next(Cadences.Length)];
        var decisions = Decisions(random, Direction.HigherIsBetter);
        var asOf = Any(random);
        var (kpi, later) = (Every(cadence).With([.. decisions.Where(each => each.DecidedOn <= asOf)]), Every(cadence).With(decisions));
        (LocalDate, decimal)[] values = [.. Enumerable.Range(0, 30).Select(_ => (Any(random), (decimal)random.Next(50, 150)))];
        Assert.Equal(Need(kpi, asOf, values).Explain().ToString("en"), Need(later, asOf, values).Explain().ToString("en"));
        Assert.Equal(kpi.TargetRevisions(asOf).Select(each => each.ToString()), later.TargetRevisions(asOf).Select(each => each.ToString()));
    }

    [Property(MaxTest = 60)]
    public void A_timeline_says_of_every_day_what_the_rule_says_of_it(int seed)
    {
        var random = new Random(seed);
        var cadence = Cadences[random.Next(1, Cadences.Length)];
        var kpi = Every(cadence, aggregation: random.Next(2) == 0 ? Aggregation.Sum : Aggregation.Average)
            .With(Decisions(random, Direction.HigherIsBetter))
            .PublishedAfter(random.Next(3) == 0 ? random.Next(40) : 0);
        kpi = random.Next(2) == 0 && cadence != Cadence.Week ? kpi.Measured(Cadence.Week) : kpi;
        var series = Series(Enumerable.Range(0, 40).Select(_ => (Any(random), (decimal)random.Next(50, 150))));
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        var (from, through) = (Day(2025, 6, 1), Day(2026, 8, 31));
        var timeline = NeedTimeline.Of(kpi, series, from, through, rule);
        var expected = new List<string>();
        for (var day = from; day <= through; day = day.PlusDays(1))
        {
            var need = OkrNeed.Of(kpi, series, day, rule);
            var said = $"{need.State} {need.Lagging is not null} {need.TargetRaised is not null}";
            if (expected.Count == 0 || !expected[^1].EndsWith(said, StringComparison.Ordinal))
            {
                expected.Add(FormattableString.Invariant($"{day:yyyy'-'MM'-'dd} {said}"));
            }
        }

        Assert.Equal(expected, timeline.Spans.Select(span => FormattableString.Invariant(
            $"{span.From:yyyy'-'MM'-'dd} {span.State} {span.First.Lagging is not null} {span.First.TargetRaised is not null}")));
    }

    private static LocalDate Any(Random random) => Day(2025, 1, 1).PlusDays(random.Next(900));

    private static TargetDecision[] Decisions(Random random, Direction direction) => [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
    {
        var from = Calendar.PeriodOf(Any(random), random.Next(3) == 0 ? Cadence.Day : Cadence.Month).Start;
        var decidedOn = random.Next(3) == 0 ? from.PlusDays(random.Next(-60, 60)) : (LocalDate?)null;
        var number = 10m * random.Next(5, 15);
        var target = random.Next(5) > 0 ? Target.Of(number) : direction == Direction.HigherIsBetter ? Target.Above(number) : Target.Below(number);
        var decision = random.Next(8) == 0 ? TargetDecision.Withdrawn(from, decidedOn)
            : random.Next(2) == 0 ? TargetDecision.From(from, target, decidedOn)
            : TargetDecision.Between(from, from.PlusDays(random.Next(10, 200)), target, decidedOn);
        return random.Next(10) switch
        {
            0 => decision.AsCorrection(),
            1 => decision.AsRedefinition(),
            _ => decision,
        };
    })];

    // The rule of design 5 word by word.
    private static TargetDecision? ByLooking(TargetDecision[] decisions, ReportingPeriod period, LocalDate knownOn)
    {
        var known = decisions.Where(each => each.DecidedOn <= knownOn && (each.Kind == TargetDecisionKind.Correction || each.DecidedOn <= period.End)).ToList();
        var date = known.Where(each => each.Target is not null).Select(each => each.EffectiveFrom).DefaultIfEmpty(period.Start).Min();
        var inForce = On(period.Start);
        return inForce?.Target is null && date > period.Start && date <= period.End ? On(date) : inForce;

        TargetDecision? On(LocalDate day) => known
            .Where(each => each.EffectiveFrom <= day && !(each.EffectiveThrough < day))
            .OrderBy(each => each.EffectiveThrough is not null).ThenBy(each => each.EffectiveFrom).ThenBy(each => Array.IndexOf(decisions, each))
            .LastOrDefault();
    }
}
