using System.Text;
using NodaTime;
using static System.FormattableString;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>
/// Histories of targets as they come where many decide: spans over one another, some of one day, corrections, other units, withdrawals. What each decision
/// did, which raises are open and when an OKR is needed is kept in <c>tests/data/lives/Targets.txt</c>.
/// </summary>
public class KeptTargetsTests
{
    private const int Histories = 72;
    private const int MostDecisions = 14;

    private static readonly LocalDate First = Day(2025, 1, 1);
    private static readonly LocalDate Last = Day(2027, 3, 31);

    [Fact]
    public void What_is_answered_about_many_targets_stays_as_it_is() =>
        Kept.Is(string.Join('\n', Enumerable.Range(0, Histories).Select(Told)), "tests", "data", "lives", "Targets.txt");

    private static string Told(int seed)
    {
        var random = new Random(seed);
        var cadence = Any(Cadence.Month, Cadence.Month, Cadence.Quarter, Cadence.Week, Cadence.Year);
        var direction = Any(Direction.HigherIsBetter, Direction.LowerIsBetter);
        var margin = Any(Tolerance.None, Tolerance.OfShare(0.15m), Tolerance.OfAmount(12m));
        var life = Life.Of(Every(cadence, Any(Aggregation.Last, Aggregation.Average), direction))
            .Decided(Decisions(random))
            .MeasuredEach(cadence, First, Last, _ => random.Next(7) == 0 ? null : random.Next(80, 130))
            .Asking(OkrNeedRule.Default.IgnoringRaisesWithin(margin));
        var text = new StringBuilder(Invariant($"## {seed}: {cadence}, {direction}, raises {margin}\n"));
        foreach (var decision in life.Decisions)
        {
            var through = decision.EffectiveThrough is { } end ? Invariant($" through {end:uuuu-MM-dd}") : "";
            text.Append(Invariant($"  {decision}{through}, {decision.Kind}\n"));
        }

        foreach (var revision in life.Kpi.TargetRevisions(Last))
        {
            text.Append(Invariant($"{revision.Change} {revision.Period}: {revision.Before} to {revision.After}, {revision.Decision.DecidedOn:uuuu-MM-dd}\n"));
        }

        foreach (var day in new[] { Day(2025, 9, 10), Day(2026, 4, 20), Day(2026, 12, 1), Last })
        {
            var need = life.On(day);
            text.Append(Invariant($"{day:uuuu-MM-dd} {need.State}: "))
                .AppendJoin(
                    ' ', life.Periods(cadence, First, Last).Where((_, index) => index % 3 == 0).Select(period => Amount(life.Kpi.Targets.For(period, day))))
                .Append('\n');
            foreach (var raise in need.Raises)
            {
                text.Append(Invariant($"  {raise.Standing} {raise.Period}: {raise.Before} to {raise.Now}; {raise}\n"));
            }
        }

        foreach (var (first, _, days) in life.Between(First, Last).Runs(day => day.Answer))
        {
            text.Append(Invariant($"  {first.Date:uuuu-MM-dd} {first.Answer}, {days} days: {first.Because}\n"));
        }

        return text.ToString();

        T Any<T>(params ReadOnlySpan<T> of) => of[random.Next(of.Length)];
    }

    private static string Amount(TargetDecision? decision) => decision is null ? "-" : decision.Target?.ToString() ?? "none";

    private static IEnumerable<TargetDecision> Decisions(Random random)
    {
        var decidedOn = First.PlusDays(-random.Next(400));
        for (var count = random.Next(3, MostDecisions); count > 0; count--)
        {
            // Some are taken on the day of the one before, and some for a time more than a year ahead.
            decidedOn = decidedOn.PlusDays(random.Next(3) == 0 ? 0 : random.Next(1, 160));
            var from = random.Next(4) switch
            {
                0 => decidedOn.PlusDays(random.Next(-60, 60)),
                1 => decidedOn.PlusMonths(random.Next(10, 20)),
                _ => new LocalDate(decidedOn.Year, decidedOn.Month, 1).PlusMonths(random.Next(-1, 6)),
            };
            var target = Target.Of(random.Next(7) == 0 ? random.Next(8, 13) : random.Next(16, 26) * 5);
            var decision = random.Next(2) == 0
                ? TargetDecision.From(from, target, decidedOn)
                : TargetDecision.Between(from, from.PlusMonths(random.Next(1, 9)).PlusDays(-1), target, decidedOn);
            yield return random.Next(12) switch
            {
                0 => decision.AsCorrection(),
                1 => decision.AsRedefinition(),
                2 => TargetDecision.Withdrawn(from, decidedOn),
                _ => decision,
            };
        }
    }
}
