using System.Globalization;
using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>Writes the page of a review.</summary>
internal sealed class PageWriter
{
    private const int PictureWidth = 344;
    private const int PictureHeight = 250;

    private readonly TextWriter to;
    private readonly PortfolioReview review;
    private readonly ChartText text;
    private readonly CultureInfo language;

    internal PageWriter(TextWriter to, PortfolioReview review, ChartText text)
    {
        (this.to, this.review, this.text) = (to, review, text);
        language = text.Culture;
    }

    private string Name => review.Portfolio.Name ?? text["page.scorecard"];

    internal void Write()
    {
        Raw($"<!doctype html>\n<html lang=\"{text.Language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        Say(text.Of("page.title", Name, text.Date(review.AsOf)));
        Raw("</title>\n<style>\n");
        Raw(Palette.Style);
        Raw(Palette.Variables("body"));
        Raw(Figure.Style);
        Raw(PageStyle.Text);
        Raw("\n</style>\n</head>\n<body>\n<header>\n<h1><bdi>");
        Say(Name);
        Raw("</bdi></h1>\n");
        Element("p", text.Of("page.asOf", text.Date(review.AsOf)), "lead");
        Element("p", Summary());
        Raw("</header>\n<main>\n");
        WriteNeeds();
        WriteKpis();
        WriteObjectives();
        WriteFindings();
        Raw("</main>\n<footer>\n");
        Element("p", text["page.foot"]);
        Raw("</footer>\n</body>\n</html>\n");
    }

    private string Summary()
    {
        int Count(OkrNeedState state) => review.Needs.Count(need => need.State == state);
        return text.Of("page.summary", Number(review.Kpis.Count), Number(Count(OkrNeedState.Needed)), Number(Count(OkrNeedState.Covered)),
            Number(Count(OkrNeedState.CannotTell)), Number(review.Objectives.Count));
    }

    private void WriteNeeds()
    {
        Heading("page.needs");
        OkrNeed[] shown = [.. review.Needs.Where(need => need.State is OkrNeedState.Needed or OkrNeedState.Covered)];
        if (shown.Length == 0)
        {
            Element("p", text["page.noNeeds"]);
        }

        Raw("<ol class=\"cards\">\n");
        foreach (var need in shown)
        {
            Raw($"<li class=\"card {(need.State == OkrNeedState.Needed ? "needed" : "covered")}\">\n<h3>");
            Link(need.Kpi);
            Raw("</h3>\n<p>");
            Chip(need.State.Mark(), need.State == OkrNeedState.Needed ? text["page.needed"]
                : text.Of("page.coveredBy", string.Join("; ", need.CoveredBy.Select(each => Markup.Isolated(each.Title)))));
            Raw("</p>\n<ul class=\"reasons\">");
            foreach (var reason in need.Reasons)
            {
                Element("li", reason.Explain().Sentence(language));
            }

            Raw("</ul>\n</li>\n");
        }

        Raw("</ol>\n");
        OkrNeed[] open = [.. review.Needs.Where(need => need.State == OkrNeedState.CannotTell)];
        if (open.Length > 0)
        {
            Raw("<p class=\"muted\">");
            Say(text["page.cannotTell"] + " ");
            for (var index = 0; index < open.Length; index++)
            {
                Say(index == 0 ? "" : "; ");
                Link(open[index].Kpi);
            }

            Raw("</p>\n");
        }
    }

    private void WriteKpis()
    {
        if (review.Kpis.Count == 0)
        {
            return;
        }

        Heading("page.kpis");
        var place = 0;
        foreach (var group in review.Kpis.GroupBy(each => each.Kpi.Group ?? ""))
        {
            Raw("<h3 class=\"group\"><bdi>");
            Say(group.Key.Length > 0 ? group.Key : text["page.otherKpis"]);
            Raw("</bdi></h3>\n<ul class=\"cards\">\n");
            foreach (var assessment in group)
            {
                WriteKpi(assessment);
                place++;
            }

            Raw("</ul>\n");
        }
    }

    private void WriteKpi(KpiAssessment assessment)
    {
        var kpi = assessment.Kpi;
        Raw("<li class=\"card\" id=\"");
        Say(Anchor(kpi));
        Raw("\">\n<h4><bdi>");
        Say(kpi.Name);
        Raw("</bdi></h4>\n<p class=\"value\">");
        Say(text.Amount(assessment.Shown?.Actual, kpi.Unit));
        Raw(" ");
        Chip(assessment.Status.Mark(), KpiSentences.Status(assessment, text));
        Raw("</p>\n");
        var behaviour = assessment.Behaviour();
        WriteBehaviour(behaviour, kpi.Unit);
        Raw("<p class=\"facts\">");
        Say(Facts(assessment, behaviour.Variation));
        Raw("</p>\n");
        Figure.Write(to, Chart.Of(assessment).WithoutStates().Sized(PictureWidth, PictureHeight).In(language), text, null);
        Raw("</li>\n");
    }

    // Signal or noise, and whether the process as it is reaches its target.
    private void WriteBehaviour(ProcessBehaviour behaviour, Unit unit)
    {
        var before = "<p class=\"behaviour\">";
        foreach (var (mark, said) in KpiStates.Of(behaviour, text, target => text.Amount(target, unit)))
        {
            Raw(before);
            Chip(mark, said);
            before = " ";
        }

        Raw(before == " " ? "</p>\n" : "");
    }

    // Up or down since the last period says little where noise is told from signals.
    private string Facts(KpiAssessment assessment, Variation variation)
    {
        List<string> facts = [];
        if (assessment.Trend != Trend.Unknown && variation == Variation.CannotTell)
        {
            facts.Add(text.Name(assessment.Trend));
        }

        if (assessment.Kpi.Owner is { } owner)
        {
            facts.Add(Markup.Isolated(owner));
        }

        return string.Join(" · ", facts);
    }

    private void WriteObjectives()
    {
        if (review.Scores.Objectives.Count == 0)
        {
            return;
        }

        // What is aligned stands below what it is aligned to; what hangs on nothing, or only on what hangs on it, stands by itself.
        // What only supports each other in a ring is below something and yet under no root: what was not told by then begins a tree of its own.
        Heading("page.objectives");
        HashSet<ObjectiveId> below =
            [.. review.Scores.Objectives.SelectMany(each => each.Items).Select(item => item.Aligned?.Objective.Id).OfType<ObjectiveId>()];
        HashSet<ObjectiveId> told = [];
        foreach (var score in review.Scores.Objectives.OrderBy(each => below.Contains(each.Objective.Id)))
        {
            if (told.Contains(score.Objective.Id))
            {
                continue;
            }

            Raw("<section class=\"card objective\">\n<h3><bdi>");
            Say(score.Objective.Title);
            Raw("</bdi></h3>\n<p class=\"facts\">");
            Say(string.Join(" · ", new[] { score.Objective.Cycle.Name, score.Objective.Owner is { } owner ? Markup.Isolated(owner) : null }.OfType<string>()));
            Raw("</p>\n");
            Figure.Write(to, Chart.Of(score).In(language), text, null);
            foreach (var each in NotTold(score, told))
            {
                WritePace(each);
            }

            Raw("</section>\n");
        }
    }

    // The objectives of a tree that no tree before had, from the top. Without recursion: a chain may be as long as there are objectives.
    private static IEnumerable<AlignedScore> NotTold(AlignedScore root, HashSet<ObjectiveId> told)
    {
        var pending = new Stack<AlignedScore>([root]);
        while (pending.TryPop(out var next))
        {
            if (!told.Add(next.Objective.Id))
            {
                continue;
            }

            yield return next;
            foreach (var aligned in next.Items.Reverse().Select(item => item.Aligned).OfType<AlignedScore>())
            {
                pending.Push(aligned);
            }
        }
    }

    private void WritePace(AlignedScore score)
    {
        KeyResultScore[] told = [.. score.Own.KeyResults.Where(each => each.IsCheckedIn)];
        if (told.Length == 0)
        {
            return;
        }

        Raw("<details class=\"pace\"><summary>");
        Say(text["page.pace"]);
        Raw("<span class=\"okr-of\"> – <bdi>");
        Say(score.Objective.Title);
        Raw("</bdi></span></summary>\n<ul class=\"cards\">\n");
        foreach (var each in told)
        {
            Raw("<li class=\"card\"><h4><bdi>");
            Say(each.KeyResult.Name);
            Raw("</bdi></h4>\n");
            Figure.Write(to, Chart.Of(each).Sized(PictureWidth, 300).In(language), text, null);
            Raw("</li>\n");
        }

        Raw("</ul>\n</details>\n");
    }

    private void WriteFindings()
    {
        if (review.Findings.Count == 0)
        {
            return;
        }

        Heading("page.findings");
        Raw("<table class=\"findings\"><thead><tr>");
        foreach (var head in new[] { "severity", "about", "finding" })
        {
            Raw("<th scope=\"col\">");
            Say(text[head]);
            Raw("</th>");
        }

        Raw("</tr></thead>\n<tbody>\n");
        foreach (var finding in review.Findings)
        {
            Raw("<tr><td>");
            Chip(
                finding.Severity switch { FindingSeverity.Error => Mark.Diamond, FindingSeverity.Warning => Mark.Triangle, FindingSeverity.Hint => Mark.Ring },
                text.Name(finding.Severity));
            Raw("</td><td><bdi>");
            Say(About(finding.Subject));
            Raw("</bdi></td><td>");
            Say(finding.Explanation.Sentence(language));
            Raw("</td></tr>\n");
        }

        Raw("</tbody></table>\n");
    }

    private string About(FindingSubject subject)
    {
        var portfolio = review.Portfolio;
        return subject switch
        {
            { Objective: { } id, KeyResult: { } part } when portfolio.TryObjective(id, out var objective) && objective.TryKeyResult(part, out var keyResult) =>
                keyResult.Name,
            { Objective: { } id, Initiative: { } part }
                when portfolio.TryObjective(id, out var objective) && objective.TryInitiative(part, out var initiative) => initiative.Title,
            { Objective: { } id } when portfolio.TryObjective(id, out var objective) => objective.Title,
            { Kpi: { } id } when portfolio.TryKpi(id, out var kpi) => kpi.Name,
            _ => subject.Team ?? subject.ToString(),
        };
    }

    private void Chip(Mark mark, string said)
    {
        Raw("<span class=\"chip\"><svg class=\"okr\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">");
        new SvgWriter(to).Mark(mark, 7, 7, 4.5);
        Raw("</svg><span>");
        Say(said);
        Raw("</span></span>");
    }

    private void Link(Kpi kpi)
    {
        Raw("<a href=\"#");
        Say(Anchor(kpi));
        Raw("\"><bdi>");
        Say(kpi.Name);
        Raw("</bdi></a>");
    }

    // An id may hold what an address may not. An underscore of its own is written twice, so that no two ids share a place.
    private static string Anchor(Kpi kpi) => "kpi-" + Uri.EscapeDataString(kpi.Id.Value.Replace("_", "__", StringComparison.Ordinal)).Replace('%', '_');

    private void Heading(string key) => Element("h2", text[key]);

    private void Element(string name, string content, string? kind = null)
    {
        Raw(kind is null ? $"<{name}>" : $"<{name} class=\"{kind}\">");
        Say(content);
        Raw($"</{name}>\n");
    }

    private string Number(int count) => text.Number(count);

    private void Say(string content) => Markup.Escape(to, content);

    private void Raw(string markup) => to.Write(markup);
}
