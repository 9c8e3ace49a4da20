using OkrKpi;
using Spectre.Console;

namespace Scorecard;

/// <summary>What needs attention: KPIs that need an OKR, what nothing can be told of, key results at risk, findings, and what is cared for already.</summary>
/// <param name="sheet">What it is written on.</param>
/// <param name="extent">How much of each.</param>
internal sealed class Attention(Sheet sheet, Extent extent)
{
    // More of one kind are named only, so that one mistake made everywhere does not hide the others.
    private const int ShownOfOneKind = 3;

    private readonly Words words = sheet.Words;

    // About one screen in all; what comes first weighs most.
    private int Most => extent == Extent.All ? int.MaxValue : 3;

    public void Write(PortfolioReview review, WeeklyReview week)
    {
        sheet.Heading(words.Of("attention"));
        var (needed, cannotTell) = (Needs(review, OkrNeedState.Needed), Needs(review, OkrNeedState.CannotTell));
        KeyResultWeek[] atRisk = [.. week.AtRisk];
        Finding[] findings = [.. review.Findings.Where(finding => finding.Severity != FindingSeverity.Hint && !IsSaidElsewhere(finding))];
        if (needed.Length + cannotTell.Length + atRisk.Length + findings.Length == 0)
        {
            sheet.Line(words.Of("nothing"), 2, Colours.Good);
        }

        Needs("needed", needed, Colours.Bad);
        CannotTell(cannotTell);
        AtRisk(atRisk);
        Findings("findings", findings);
        Cared("covered", Needs(review, OkrNeedState.Covered), Colours.Doubtful);
        Cared("dismissed", Needs(review, OkrNeedState.Dismissed), Style.Plain);
    }

    public void Findings(string title, IReadOnlyCollection<Finding> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        sheet.Heading(words.Count(title, all.Count));
        var kinds = all.GroupBy(finding => (finding.Severity, finding.Code)).ToArray();
        foreach (var kind in kinds.Take(Most))
        {
            Finding[] alike = [.. kind];
            var shown = extent == Extent.All ? ShownOfOneKind : 1;
            foreach (var finding in alike.Take(shown))
            {
                sheet.Line($"{words.Of(finding.Severity)} {finding.Code}  {finding.Subject}", 2, Colours.Of(finding.Severity));
                sheet.Line(words.Say(finding.Explanation), 4);
            }

            More(alike.Skip(shown), finding => finding.Subject.ToString(), 4);
        }

        More(kinds.Skip(Most), kind => kind.Key.Code, 2);
    }

    private static OkrNeed[] Needs(PortfolioReview review, OkrNeedState state) => [.. review.Needs.Where(need => need.State == state)];

    // The list of needs and that of key results at risk say it already.
    private static bool IsSaidElsewhere(Finding finding) => finding.Code is "kpi-needs-okr" or "at-risk-without-action";

    private void CannotTell(OkrNeed[] needs)
    {
        if (needs.Length > 0)
        {
            sheet.Heading(words.Count("cannotTell", needs.Length));
            foreach (var need in needs.Take(Most))
            {
                var what = need.Assessment.Status == KpiStatus.NoTarget ? "noTarget" : "noData";
                sheet.Line($"{need.Kpi.Id}  {words.Of(what, need.Kpi.Name, need.Assessment.Shown?.Period.Label ?? "-")}", 2, Colours.Doubtful);
            }

            More(needs.Skip(Most), need => need.Kpi.Id.Value, 2);
        }
    }

    private void AtRisk(KeyResultWeek[] atRisk)
    {
        if (atRisk.Length > 0)
        {
            sheet.Heading(words.Count("atRisk", atRisk.Length));
            foreach (var each in atRisk.Take(Most))
            {
                sheet.Line($"{each.Objective.Id}/{each.KeyResult.Id}  {words.Say(each.Explain())}", 2, Colours.Of(each.Now.Pace.Status));
            }

            More(atRisk.Skip(Most), each => $"{each.Objective.Id}/{each.KeyResult.Id}", 2);
        }
    }

    // What somebody cares for already is told whole only where all is.
    private void Cared(string title, OkrNeed[] needs, Style style)
    {
        if (extent == Extent.All)
        {
            Needs(title, needs, style);
        }
        else if (needs.Length > 0)
        {
            sheet.Blank();
            sheet.Line($"{words.Count(title, needs.Length)}: {string.Join(", ", needs.Select(need => need.Kpi.Id))}", 0);
        }
    }

    private void Needs(string title, OkrNeed[] needs, Style style)
    {
        if (needs.Length == 0)
        {
            return;
        }

        sheet.Heading(words.Count(title, needs.Length));
        var most = extent == Extent.All ? int.MaxValue : 5;
        foreach (var need in needs.Take(most))
        {
            sheet.Line($"{need.Kpi.Id}  {need.Kpi.Name}", 2, style);
            foreach (var reason in need.Reasons)
            {
                sheet.Line(words.Say(reason.Explain()), 4);
            }

            foreach (var objective in need.CoveredBy)
            {
                sheet.Line(words.Of("coveredBy", objective.Id, objective.Title), 4);
            }

            foreach (var objective in need.PlannedBy)
            {
                sheet.Line(words.Of("plannedBy", objective.Id, objective.Title), 4);
            }
        }

        More(needs.Skip(most), need => need.Kpi.Id.Value, 2);
    }

    private void More<T>(IEnumerable<T> others, Func<T, string> name, int indent)
    {
        string[] names = [.. others.Select(name)];
        if (names.Length > 0)
        {
            sheet.Line(words.Of("more", names.Length, string.Join(", ", names)), indent);
        }
    }
}
