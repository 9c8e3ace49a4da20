using System.Text;
using NodaTime;
using static System.FormattableString;

namespace OkrKpi.Tests.Lives;

/// <summary>
/// Lives of every cadence, told in full in <c>tests/data/lives</c>: what each decision did, how the KPI stood on some days, period by period, and when it
/// needed an OKR. The rules themselves are tested elsewhere; here a change of any answer shows, with the life it belongs to.
/// </summary>
public class KeptLivesTests
{
    private const int LivesOfACadence = 24;
    private const int MostPeriods = 14;

    public static TheoryData<Cadence> Cadences => [.. AnyLives.Cadences];

    [Theory]
    [MemberData(nameof(Cadences))]
    public void What_is_answered_about_a_life_stays_as_it_is(Cadence cadence) =>
        Kept.Is(
            string.Join('\n', Enumerable.Range(0, LivesOfACadence).Select(seed => Told(AnyLives.Kept(cadence, seed)))),
            "tests", "data", "lives", Invariant($"{cadence}.txt"));

    [Fact]
    public void And_so_does_what_is_answered_about_a_rare_one() =>
        Kept.Is(
            string.Join('\n', RareLives.All.Select(each => Told(each.Name, each.Life, each.Life, each.First, each.Last))), "tests", "data", "lives", "Rare.txt");

    private static string Told(MessyLife messy) => Told(messy.ToString(), messy.Whole, messy.Whole.Asking(messy.Reading), messy.FirstDay, messy.LastDay);

    private static string Told(string name, Life life, Life asked, LocalDate first, LocalDate last)
    {
        var text = new StringBuilder(Invariant($"## {name}\n"));
        foreach (var revision in life.Kpi.TargetRevisions(last))
        {
            text.Append(Invariant($"{revision.Decision.DecidedOn:uuuu-MM-dd} {revision.Decision.Kind}: {revision}\n"));
        }

        var days = Period.DaysBetween(first, last);
        foreach (var day in Enumerable.Range(1, 4).Select(part => first.PlusDays(days * part / 4)))
        {
            TellDay(text, life.On(day));
        }

        var assessment = life.Assessed(last);
        foreach (var period in assessment.Periods.TakeLast(MostPeriods))
        {
            Tell(text.Append("  "), period);
        }

        for (ReportingPeriod? year = life.Kpi.Calendar.PeriodOf(first, Cadence.Year); year is { } period && period.Start <= last; year = period.PlusOrNull(1))
        {
            text.Append(Invariant($"  over {life.Kpi.TargetOver(period, last)}\n"));
        }

        foreach (var step in assessment.TargetSteps(first))
        {
            text.Append(Invariant($"  step: {step}\n"));
        }

        foreach (var span in asked.TimelineOfPortfolio(first, last).Spans)
        {
            text.Append(Invariant($"  {span}\n"));
        }

        return text.ToString();
    }

    private static void TellDay(StringBuilder text, OkrNeed need)
    {
        var assessment = need.Assessment;
        text.Append(
            Invariant($"{assessment.AsOf:uuuu-MM-dd} {need}; {assessment.Status}, {assessment.Trend}, grew {Short(assessment.Growth())}, ends at "))
            .Append(
                Invariant($"{Short(assessment.Projected())}, missed since {assessment.MissedSince()?.Period.Label ?? "-"}, latest {assessment.Latest?.Period.Label ?? "-"}"))
            .Append(
                Invariant($", awaited [{string.Join(' ', assessment.Awaited.Select(period => period.Period.Label))}]{(assessment.IsStale ? ", stale" : "")}\n"));
        foreach (var raise in need.Raises)
        {
            text.Append(Invariant($"  {raise.Standing}: {raise}\n"));
        }

        if (assessment.Running is { } running)
        {
            Tell(text.Append("  running "), running);
        }
    }

    private static void Tell(StringBuilder text, KpiPeriod period) =>
        text.Append(Invariant($"{period}; due {period.Due?.ToString() ?? "-"} on {period.DueOn:uuuu-MM-dd}, gap {Short(period.Gap)}, attained "))
            .Append(Invariant($"{Short(period.Attainment)}, {period.Coverage}, {period.Status}{(period.IsJudged ? ", judged" : "")}\n"));

    private static string Short(decimal? value) => value is { } number ? Invariant($"{number:0.######}") : "-";
}
