using System.Globalization;
using OkrKpi;
using Spectre.Console;

namespace Scorecard;

/// <summary>A review as a page of text: what needs attention first, then the KPIs, the OKRs and the findings.</summary>
internal sealed class Report
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Doubtful = new(Color.Yellow);
    private static readonly Style Good = new(Color.Green);

    private readonly IAnsiConsole console;

    public Report(IAnsiConsole console) => this.console = console;

    public void Write(PortfolioReview review)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"{review.Portfolio.Name ?? "Workspace"}, as of {review.AsOf:uuuu-MM-dd}"), 0, Strong);
        Needs(review, OkrNeedState.Needed, "KPIs that need an OKR", Bad);
        Needs(review, OkrNeedState.Covered, "KPIs with a need that an objective covers", Doubtful);
        CannotTell(review);
        Kpis(review);
        Objectives(review);
        Findings(review);
    }

    private void Needs(PortfolioReview review, OkrNeedState state, string title, Style style)
    {
        OkrNeed[] needs = [.. review.Needs.Where(need => need.State == state)];
        Heading($"{title}: {needs.Length}");
        foreach (var need in needs)
        {
            Line($"{need.Kpi.Id}  {need.Kpi.Name}", 2, style);
            foreach (var reason in need.Reasons)
            {
                Line(reason.Explain().Sentence(CultureInfo.InvariantCulture), 4);
            }

            foreach (var objective in need.CoveredBy)
            {
                Line($"covered by {objective.Id}: {objective.Title}", 4);
            }

            foreach (var objective in need.PlannedBy)
            {
                Line($"planned in {objective.Id}: {objective.Title}", 4);
            }
        }
    }

    private void CannotTell(PortfolioReview review)
    {
        string[] ids = [.. review.Needs.Where(need => need.State == OkrNeedState.CannotTell).Select(need => need.Kpi.Id.Value)];
        if (ids.Length > 0)
        {
            Heading($"KPIs of which nothing can be told: {ids.Length}");
            Line(string.Join(", ", ids), 2);
        }
    }

    private void Kpis(PortfolioReview review)
    {
        Heading($"KPIs: {review.Kpis.Count}");
        var table = Table("KPI", "Unit", "Period", ">Actual", ">Target", ">Gap", "Status", "Trend");
        foreach (var assessment in review.Kpis)
        {
            Row(table, assessment, assessment.Latest, Words.Of(assessment.Trend));
            if (assessment.Running is { Actual: not null } running)
            {
                Row(table, assessment, running, "running");
            }
        }

        console.Write(table);
    }

    private static void Row(Table table, KpiAssessment assessment, KpiPeriod? period, string trend)
    {
        var status = period?.Status ?? assessment.Status;
        table.AddRow(
            new Text(assessment.Kpi.Name),
            new Text(assessment.Kpi.Unit.ToString()),
            new Text(period?.Period.Label ?? "-"),
            new Text(Words.Number(period?.Actual)),
            new Text(period?.Target is { } target ? Words.Target(target) : "-"),
            new Text(Words.Gap(period?.Gap)),
            new Text(Words.Of(status), Colour(status)),
            new Text(trend));
    }

    private void Objectives(PortfolioReview review)
    {
        Heading($"Objectives: {review.Objectives.Count}");
        foreach (var score in review.Objectives)
        {
            var objective = score.Objective;
            Line($"{objective.Id}  {objective.Title}", 2, Strong);
            Line($"{objective.Owner ?? "no owner"}, {objective.Cycle.Name}; moves {(objective.Addresses.Count == 0 ? "no KPI" : string.Join(", ", objective.Addresses))}", 4);
            Line($"score {Words.Score(score.Value)} over {score.Coverage.ToString("0 %", CultureInfo.InvariantCulture)} of the weight, {Words.Of(score.Pace)}, confidence {Words.Of(score.Confidence)}", 4);
            var table = Table("Key result", ">Now", "Goal", ">Score", "Pace", ">Confidence");
            foreach (var result in score.KeyResults)
            {
                table.AddRow(
                    new Text($"{result.KeyResult.Id}  {result.KeyResult.Name}"),
                    new Text(Words.Number(result.LastValue?.Value)),
                    new Text($"{result.KeyResult.Goal} {result.KeyResult.Unit}"),
                    new Text(result.IsCancelled ? "cancelled" : Words.Of(result.Progress)),
                    new Text(Words.Of(result.Pace), Colour(result.Pace.Status)),
                    new Text(Words.Of(result.Confidence)));
            }

            console.Write(new Padder(table, new Padding(4, 0, 0, 1)));
        }
    }

    private void Findings(PortfolioReview review)
    {
        Heading($"Findings: {review.Findings.Count}");
        foreach (var finding in review.Findings.OrderByDescending(finding => finding.Severity))
        {
            var style = finding.Severity switch { FindingSeverity.Error => Bad, FindingSeverity.Warning => Doubtful, _ => Style.Plain };
            Line($"{Words.Of(finding.Severity)} {finding.Code}  {finding.Subject}", 2, style);
            Line(finding.Explanation.Sentence(CultureInfo.InvariantCulture), 4);
        }
    }

    private void Heading(string text)
    {
        console.WriteLine();
        Line(text, 0, Strong);
    }

    private void Line(string text, int indent, Style? style = null) =>
        console.Write(new Padder(new Text(text, style), new Padding(indent, 0, 0, 0)));

    // A title that begins with ">" stands over numbers, to the right.
    private static Table Table(params string[] titles)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var title in titles)
        {
            var column = new TableColumn(new Text(title.TrimStart('>'), Strong)) { Padding = new Padding(0, 0, 2, 0) };
            column.NoWrap = title != titles[0] && title is not ("Unit" or "Goal");
            table.AddColumn(title[0] == '>' ? column.RightAligned() : column);
        }

        return table;
    }

    private static Style Colour(KpiStatus status) => status switch
    {
        KpiStatus.Met => Good,
        KpiStatus.Behind => Bad,
        KpiStatus.Near => Doubtful,
        _ => Style.Plain,
    };

    private static Style Colour(PaceStatus status) => status switch
    {
        PaceStatus.OnTrack or PaceStatus.Ahead or PaceStatus.Achieved => Good,
        PaceStatus.Behind or PaceStatus.Missed => Bad,
        PaceStatus.AtRisk => Doubtful,
        _ => Style.Plain,
    };
}
