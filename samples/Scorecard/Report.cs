using OkrKpi;
using OkrKpi.Analytics;
using Spectre.Console;

namespace Scorecard;

/// <summary>A review as a page of text: what needs attention first, then what changed, then every KPI and objective.</summary>
internal sealed class Report(Sheet sheet)
{
    private const int ShownOnScreen = 8;

    private static readonly string[] KpiColumns = ["kpi", "period", ">actual", ">target", ">gap", "status", "signal"];

    private readonly Words words = sheet.Words;

    public void Write(PortfolioReview review, Extent extent)
    {
        var week = review.Week();
        var attention = new Attention(sheet, extent);
        Summary(review);
        attention.Write(review, week);
        if (extent == Extent.Screen)
        {
            Week(week, []);
            Standing(review);
            sheet.Heading(words.Of("all"));
            return;
        }

        Raised(review);
        Week(week, [.. week.Changed.Where(each => !each.IsAtRisk)]);
        LookBack(review);
        Kpis(review);
        Objectives(review);
        attention.Findings("hints", [.. review.Findings.Where(finding => finding.Severity == FindingSeverity.Hint)]);
    }

    private void Summary(PortfolioReview review)
    {
        sheet.Title(words.Of("asOf", review.Portfolio.Name ?? words.Of("workspace"), words.Date(review.AsOf)));
        string objectives = words.Count("objectives", review.Objectives.Count);
        int Count(OkrNeedState state) => review.Needs.Count(need => need.State == state);
        sheet.Line(
            review.Kpis.Count == 0 ? objectives : words.Of(
                "summary", words.Count("kpis", review.Kpis.Count), Count(OkrNeedState.Needed), Count(OkrNeedState.Covered), Count(OkrNeedState.CannotTell),
                objectives),
            0);
    }

    // The objectives of now, one line each.
    private void Standing(PortfolioReview review)
    {
        var running = review.Objectives.Where(score => score.Objective.Cycle.End >= review.AsOf).ToArray();
        if (running.Length == 0)
        {
            return;
        }

        sheet.Heading(words.Of("allObjectives", running.Length));
        foreach (var score in running.Take(ShownOnScreen))
        {
            sheet.Line(
                $"{score.Objective.Id}  {score.Objective.Title}: {words.Score(score.Score)}, {words.Of(score.Pace.Status)}", 2, Colours.Of(score.Pace.Status));
        }

        if (running.Length > ShownOnScreen)
        {
            sheet.Line(
                words.Of("more", running.Length - ShownOnScreen, string.Join(", ", running.Skip(ShownOnScreen).Select(score => score.Objective.Id))), 2);
        }
    }

    private void Raised(PortfolioReview review)
    {
        var since = review.AsOf.PlusMonths(-12);
        var raised = review.Kpis.Select(assessment => (assessment.Kpi, Text: RaisedSince(assessment, since))).Where(kpi => kpi.Text is not null).ToArray();
        if (raised.Length == 0)
        {
            return;
        }

        sheet.Heading(words.Of("raised", raised.Length));
        foreach (var (kpi, text) in raised)
        {
            sheet.Line($"{kpi.Id}  {kpi.Name}", 2);
            sheet.Line(text!, 4);
        }
    }

    // A target that is another one every month goes by the season, so only the same month of the year before tells a raise.
    private string? RaisedSince(KpiAssessment assessment, NodaTime.LocalDate since)
    {
        var steps = assessment.TargetSteps(since);
        var raised = steps.Where(step => step.Change == TargetChange.Raised).ToArray();
        if (raised.Length <= 2 || assessment.Kpi.Cadence != Cadence.Month)
        {
            return raised.Length == 0 ? null : string.Join("; ", raised.Select(step => From("raisedFrom", step)));
        }

        var overTheYear = assessment.TargetSteps(since, periodsApart: 12).Where(step => step.Change == TargetChange.Raised).ToArray();
        return overTheYear.Length == 0 ? null : From("raisedOverTheYear", overTheYear[^1], string.Join(", ", overTheYear.Select(step => step.Period.Period)));

        string From(string key, TargetStep step, string months = "") => words.Of(key, step.Period.Period, Target(step.Earlier), Target(step.Period), months);

        string Target(KpiPeriod period) => period.Target!.Format(period.Kpi.Unit, words.Culture);
    }

    private void Week(WeeklyReview week, KeyResultWeek[] changed)
    {
        string missing = string.Join(", ", week.Missing.Select(each => $"{each.Objective.Id}/{each.KeyResult.Id}"));
        if (changed.Length + week.NeedsAppeared.Count + week.NeedsWentAway.Count + missing.Length == 0)
        {
            return;
        }

        sheet.Heading(words.Of("week", words.Date(week.Since)));
        Names("appeared", week.NeedsAppeared);
        Names("wentAway", week.NeedsWentAway);
        foreach (var each in changed)
        {
            sheet.Line($"{each.Objective.Id}/{each.KeyResult.Id}  {words.Say(each.Explain())}", 2);
        }

        if (missing.Length > 0)
        {
            sheet.Line(words.Of("missing", missing), 2, Colours.Doubtful);
        }
    }

    private void Names(string key, IReadOnlyList<OkrNeed> needs)
    {
        if (needs.Count > 0)
        {
            sheet.Line(words.Of(key, string.Join(", ", needs.Select(need => need.Kpi.Name))), 2);
        }
    }

    private void LookBack(PortfolioReview review)
    {
        if (review.LastCycle() is not { } cycle)
        {
            return;
        }

        sheet.Heading(words.Of("lookBack", cycle.Cycle.Name));
        foreach (var outcome in cycle.Outcomes)
        {
            sheet.Line($"{outcome.Objective.Id}  {words.Say(outcome.Explain())}", 2, outcome.Score.IsSuccess == true ? Colours.Good : Colours.Doubtful);
            foreach (var reason in outcome.Explain().Because)
            {
                sheet.Line(words.Say(reason), 4);
            }
        }
    }

    private void Kpis(PortfolioReview review)
    {
        if (review.Kpis.Count == 0)
        {
            return;
        }

        sheet.Heading(words.Of("allKpis", review.Kpis.Count));
        var likely = review.Kpis.ToDictionary(static assessment => assessment.Kpi.Id, Likely);
        var isAnyLikely = likely.Values.Any(static each => each.Length > 0);
        var table = sheet.Table(isAnyLikely ? [.. KpiColumns, "likely"] : KpiColumns);
        foreach (var assessment in review.Kpis)
        {
            var (behaviour, end) = (assessment.Behaviour(), likely[assessment.Kpi.Id]);
            var running = assessment.Running is { Actual: not null } some ? some : null;
            Row(assessment, assessment.Shown, words.Of(assessment.Trend), $"{words.Of(behaviour.Variation)} {words.Of(behaviour.Assurance)}",
                running is null ? end : "");
            if (running is not null)
            {
                Row(assessment, running, Words.None, "", end);
            }
        }

        sheet.Write(table);
        sheet.Line(words.Of("signs"), 2);
        if (isAnyLikely)
        {
            sheet.Line(words.Of("likelySigns"), 2);
        }

        void Row(KpiAssessment assessment, KpiPeriod? period, string trend, string signal, string end)
        {
            Text[] cells = Cells(assessment, period, trend, signal);
            table.AddRow(isAnyLikely ? [.. cells, new Text(end)] : cells);
        }
    }

    // What is expected of the running period, and how likely that meets its target; of what nobody reports any more, nothing.
    private string Likely(KpiAssessment assessment) =>
        assessment.IsStale || assessment.Running is null || assessment.Forecast(1).Running is not { } end ? ""
        : words.Expected(end.Point, assessment.Kpi.Unit)
            + (end.ProbabilityOfMeeting is { } chance ? $"\n({end.Period.Label}: {words.Chance(chance)})" : $"\n({end.Period.Label})");

    private Text[] Cells(KpiAssessment assessment, KpiPeriod? period, string trend, string signal)
    {
        var status = period?.Status ?? assessment.Status;
        var unit = assessment.Kpi.Unit;
        return
        [
            new($"{assessment.Kpi.Name}, {unit}"),
            new(period?.Period.Label ?? "-"),
            new(words.Number(period?.Actual, unit)),
            new(words.Target(period?.Target, unit)),
            new(words.Gap(period?.Gap, unit)),
            new($"{words.Of(status)}{(trend == Words.None ? "" : $",\n{trend}")}", Colours.Of(status)),
            new(signal),
        ];
    }

    private void Objectives(PortfolioReview review)
    {
        if (review.Objectives.Count == 0)
        {
            return;
        }

        // What ended before the last cycle is remembered by its score.
        var last = review.LastCycle()?.Cycle.End;
        sheet.Heading(words.Of("allObjectives", review.Objectives.Count));
        foreach (var score in review.Objectives)
        {
            var objective = score.Objective;
            if (objective.Cycle.End < (last ?? review.AsOf))
            {
                sheet.Line($"{objective.Id}  {objective.Title}: {words.Score(score.Score)}", 2);
                continue;
            }

            sheet.Line($"{objective.Id}  {objective.Title}", 2, new Style(decoration: Decoration.Bold));
            sheet.Line(
                words.Of(
                    "moves", objective.Owner ?? words.Of("noOwner"), objective.Cycle.Name,
                    objective.Addresses.Count == 0 ? words.Of("noKpi") : string.Join(", ", objective.Addresses)),
                4);
            sheet.Line(
                words.Of(
                    "score", words.Score(score.Score), words.Share(score.Coverage), words.Of(score.Pace.Status), words.Share(score.Confidence?.Probability)),
                4);
            var table = sheet.Table("keyResult", ">now", "goal", ">score", "pace", ">confidence");
            foreach (var result in score.KeyResults)
            {
                table.AddRow(
                    new Text($"{result.KeyResult.Id}  {result.KeyResult.Name}"),
                    new Text(words.Number(result.LastValue?.Value, result.KeyResult.Unit)),
                    new Text(words.Line(result.Explain().Because[0])),
                    new Text(result.IsCancelled ? words.Of("cancelled") : words.Of(result.Progress)),
                    new Text(words.Of(result.Pace.Status), Colours.Of(result.Pace.Status)),
                    new Text(words.Share(result.Confidence?.Probability)));
            }

            sheet.Write(table, 4);
        }
    }
}
