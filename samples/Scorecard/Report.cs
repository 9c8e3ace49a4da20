using OkrKpi;
using Spectre.Console;

namespace Scorecard;

/// <summary>A review as a page of text: what needs attention first, then what changed, then every KPI and objective.</summary>
internal sealed class Report
{
    // More of one kind are named only, so that one mistake made everywhere does not hide the others.
    private const int ShownOfOneKind = 3;

    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Doubtful = new(Color.Yellow);
    private static readonly Style Good = new(Color.Green);

    private readonly IAnsiConsole console;
    private readonly Words words;

    public Report(IAnsiConsole console, Words words)
    {
        this.console = console;
        this.words = words;
    }

    public void Write(PortfolioReview review)
    {
        var week = review.Week();
        Line(words.Of("asOf", review.Portfolio.Name ?? words.Of("workspace"), words.Date(review.AsOf)), 0, Strong);
        string objectives = words.Count("objectives", review.Objectives.Count);
        Line(
            review.Kpis.Count == 0 ? objectives : words.Of(
                "summary", words.Count("kpis", review.Kpis.Count), Needs(review, OkrNeedState.Needed).Length, Needs(review, OkrNeedState.Covered).Length,
                Needs(review, OkrNeedState.CannotTell).Length, objectives),
            0);
        Attention(review, week);
        Raised(review);
        Week(week);
        LookBack(review);
        Kpis(review);
        Objectives(review);
        Findings("hints", review.Findings.Where(finding => finding.Severity == FindingSeverity.Hint));
    }

    private static OkrNeed[] Needs(PortfolioReview review, OkrNeedState state) => [.. review.Needs.Where(need => need.State == state)];

    private void Attention(PortfolioReview review, WeeklyReview week)
    {
        console.WriteLine();
        Line(words.Of("attention"), 0, Strong);
        var (needed, cannotTell, covered) = (Needs(review, OkrNeedState.Needed), Needs(review, OkrNeedState.CannotTell), Needs(review, OkrNeedState.Covered));
        KeyResultWeek[] atRisk = [.. week.AtRisk];
        Finding[] findings = [.. review.Findings.Where(finding => finding.Severity != FindingSeverity.Hint && !IsSaidElsewhere(finding))];
        if (needed.Length + cannotTell.Length + atRisk.Length + findings.Length == 0)
        {
            Line(words.Of("nothing"), 2, Good);
        }

        Needs("needed", needed, Bad);
        if (cannotTell.Length > 0)
        {
            Heading(words.Count("cannotTell", cannotTell.Length));
            foreach (var need in cannotTell)
            {
                var what = need.Assessment.Status == KpiStatus.NoTarget ? "noTarget" : "noData";
                Line($"{need.Kpi.Id}  {words.Of(what, need.Kpi.Name, need.Assessment.Shown?.Period.Label ?? "-")}", 2, Doubtful);
            }
        }

        if (atRisk.Length > 0)
        {
            Heading(words.Count("atRisk", atRisk.Length));
            foreach (var each in atRisk)
            {
                Line($"{each.Objective.Id}/{each.KeyResult.Id}  {words.Say(each.Explain())}", 2, each.Now.Pace.Status == PaceStatus.Behind ? Bad : Doubtful);
            }
        }

        Findings("findings", findings);
        Needs("covered", covered, Doubtful);
        Needs("dismissed", Needs(review, OkrNeedState.Dismissed), Style.Plain);
    }

    // The list of needs and that of key results at risk say it already.
    private static bool IsSaidElsewhere(Finding finding) => finding.Code is "kpi-needs-okr" or "at-risk-without-action";

    private void Needs(string title, OkrNeed[] needs, Style style)
    {
        if (needs.Length == 0)
        {
            return;
        }

        Heading(words.Count(title, needs.Length));
        foreach (var need in needs)
        {
            Line($"{need.Kpi.Id}  {need.Kpi.Name}", 2, style);
            foreach (var reason in need.Reasons)
            {
                Line(words.Say(reason.Explain()), 4);
            }

            foreach (var objective in need.CoveredBy)
            {
                Line(words.Of("coveredBy", objective.Id, objective.Title), 4);
            }

            foreach (var objective in need.PlannedBy)
            {
                Line(words.Of("plannedBy", objective.Id, objective.Title), 4);
            }
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

        Heading(words.Of("raised", raised.Length));
        foreach (var (kpi, text) in raised)
        {
            Line($"{kpi.Id}  {kpi.Name}", 2);
            Line(text!, 4);
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

    private void Week(WeeklyReview week)
    {
        KeyResultWeek[] changed = [.. week.Changed.Where(each => !each.IsAtRisk)];
        string missing = string.Join(", ", week.Missing.Select(each => $"{each.Objective.Id}/{each.KeyResult.Id}"));
        if (changed.Length + week.NeedsAppeared.Count + week.NeedsWentAway.Count + missing.Length == 0)
        {
            return;
        }

        Heading(words.Of("week", words.Date(week.Since)));
        Names("appeared", week.NeedsAppeared);
        Names("wentAway", week.NeedsWentAway);
        foreach (var each in changed)
        {
            Line($"{each.Objective.Id}/{each.KeyResult.Id}  {words.Say(each.Explain())}", 2);
        }

        if (missing.Length > 0)
        {
            Line(words.Of("missing", missing), 2, Doubtful);
        }
    }

    private void Names(string key, IReadOnlyList<OkrNeed> needs)
    {
        if (needs.Count > 0)
        {
            Line(words.Of(key, string.Join(", ", needs.Select(need => need.Kpi.Name))), 2);
        }
    }

    private void LookBack(PortfolioReview review)
    {
        if (review.LastCycle() is not { } cycle)
        {
            return;
        }

        Heading(words.Of("lookBack", cycle.Cycle.Name));
        foreach (var outcome in cycle.Outcomes)
        {
            Line($"{outcome.Objective.Id}  {words.Say(outcome.Explain())}", 2, outcome.Score.IsSuccess == true ? Good : Doubtful);
            foreach (var reason in outcome.Explain().Because)
            {
                Line(words.Say(reason), 4);
            }
        }
    }

    private void Kpis(PortfolioReview review)
    {
        if (review.Kpis.Count == 0)
        {
            return;
        }

        Heading(words.Of("allKpis", review.Kpis.Count));
        var table = Table("kpi", "unit", "period", ">actual", ">target", ">gap", "status", "trend", "signal");
        foreach (var assessment in review.Kpis)
        {
            var behaviour = assessment.Behaviour();
            Row(table, assessment, assessment.Shown, words.Of(assessment.Trend), $"{words.Of(behaviour.Variation)} {words.Of(behaviour.Assurance)}");
            if (assessment.Running is { Actual: not null } running)
            {
                Row(table, assessment, running, words.Of("running"), "");
            }
        }

        console.Write(table);
        Line(words.Of("signs"), 2);
    }

    private void Row(Table table, KpiAssessment assessment, KpiPeriod? period, string trend, string signal)
    {
        var status = period?.Status ?? assessment.Status;
        var unit = assessment.Kpi.Unit;
        table.AddRow(
            new Text(assessment.Kpi.Name),
            new Text(unit.ToString()),
            new Text(period?.Period.Label ?? "-"),
            new Text(words.Number(period?.Actual, unit)),
            new Text(words.Target(period?.Target, unit)),
            new Text(words.Gap(period?.Gap, unit)),
            new Text(words.Of(status), Colour(status)),
            new Text(trend),
            new Text(signal));
    }

    private void Objectives(PortfolioReview review)
    {
        if (review.Objectives.Count == 0)
        {
            return;
        }

        // What ended before the last cycle is remembered by its score.
        var last = review.LastCycle()?.Cycle.End;
        Heading(words.Of("allObjectives", review.Objectives.Count));
        foreach (var score in review.Objectives)
        {
            var objective = score.Objective;
            if (objective.Cycle.End < (last ?? review.AsOf))
            {
                Line($"{objective.Id}  {objective.Title}: {words.Score(score.Score)}", 2);
                continue;
            }

            Line($"{objective.Id}  {objective.Title}", 2, Strong);
            Line(
                words.Of(
                    "moves", objective.Owner ?? words.Of("noOwner"), objective.Cycle.Name,
                    objective.Addresses.Count == 0 ? words.Of("noKpi") : string.Join(", ", objective.Addresses)),
                4);
            Line(
                words.Of(
                    "score", words.Score(score.Score), words.Share(score.Coverage), words.Of(score.Pace.Status), words.Share(score.Confidence?.Probability)),
                4);
            var table = Table("keyResult", ">now", "goal", ">score", "pace", ">confidence");
            foreach (var result in score.KeyResults)
            {
                table.AddRow(
                    new Text($"{result.KeyResult.Id}  {result.KeyResult.Name}"),
                    new Text(words.Number(result.LastValue?.Value, result.KeyResult.Unit)),
                    new Text(words.Line(result.Explain().Because[0])),
                    new Text(result.IsCancelled ? words.Of("cancelled") : words.Of(result.Progress)),
                    new Text(words.Of(result.Pace.Status), Colour(result.Pace.Status)),
                    new Text(words.Share(result.Confidence?.Probability)));
            }

            console.Write(new Padder(table, new Padding(4, 0, 0, 1)));
        }
    }

    private void Findings(string title, IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        if (all.Length == 0)
        {
            return;
        }

        Heading(words.Count(title, all.Length));
        foreach (var kind in all.GroupBy(finding => (finding.Severity, finding.Code)))
        {
            var style = kind.Key.Severity switch { FindingSeverity.Error => Bad, FindingSeverity.Warning => Doubtful, FindingSeverity.Hint => Style.Plain };
            Finding[] alike = [.. kind];
            foreach (var finding in alike.Take(ShownOfOneKind))
            {
                Line($"{words.Of(finding.Severity)} {finding.Code}  {finding.Subject}", 2, style);
                Line(words.Say(finding.Explanation), 4);
            }

            if (alike.Length > ShownOfOneKind)
            {
                Line(
                    words.Of(
                        "more", alike.Length - ShownOfOneKind, string.Join(", ", alike.Skip(ShownOfOneKind).Select(finding => finding.Subject.ToString()))),
                    4);
            }
        }
    }

    private void Heading(string text)
    {
        console.WriteLine();
        Line(text, 0, Strong);
    }

    private void Line(string text, int indent, Style? style = null) =>
        console.Write(new Padder(new Text(text, style), new Padding(indent, 0, 0, 0)));

    // A column that begins with ">" holds numbers, to the right.
    private Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var name in columns)
        {
            var column = new TableColumn(new Text(words.Of($"column.{name.TrimStart('>')}"), Strong)) { Padding = new Padding(0, 0, 2, 0) };
            column.NoWrap = name != columns[0] && name is not ("unit" or "goal" or "status");
            table.AddColumn(name[0] == '>' ? column.RightAligned() : column);
        }

        return table;
    }

    private static Style Colour(KpiStatus status) => status switch
    {
        KpiStatus.Met => Good,
        KpiStatus.Behind => Bad,
        KpiStatus.Near => Doubtful,
        KpiStatus.Partial or KpiStatus.NoTarget or KpiStatus.NoData or KpiStatus.Watched => Style.Plain,
    };

    private static Style Colour(PaceStatus status) => status switch
    {
        PaceStatus.OnTrack or PaceStatus.Ahead or PaceStatus.Achieved => Good,
        PaceStatus.Behind or PaceStatus.Missed => Bad,
        PaceStatus.AtRisk => Doubtful,
        PaceStatus.NotPaced or PaceStatus.TooEarly => Style.Plain,
    };
}
