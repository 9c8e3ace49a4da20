namespace OkrKpi.Charts;

/// <summary>A picture in a page: caption, picture, and its numbers as a table.</summary>
internal static class Figure
{
    internal const string Style =
        ".okr-figure{margin:0;container-type:inline-size}.okr-figure svg{width:100%;height:auto;display:block;max-width:60rem}"
        + ".okr-figure figcaption{margin:0 0 .4rem}.okr-figure figcaption b{display:block}"
        + ".okr-figure .okr-narrow{display:none}@container (max-width:30rem){.okr-figure .okr-wide{display:none}.okr-figure .okr-narrow{display:block}}"
        + ".okr-figure details{font-size:.875rem;margin-top:.25rem}.okr-figure summary{cursor:pointer;padding:.25rem 0}"
        + ".okr-figure .okr-scroll{overflow-x:auto}.okr-figure table{border-collapse:collapse}"
        + ".okr-figure th,.okr-figure td{padding:.15rem .9rem .15rem 0;text-align:left;font-variant-numeric:tabular-nums;font-weight:inherit}"
        + ".okr-figure thead th{font-weight:600}";

    internal static void Write(TextWriter to, Chart chart, ChartText text, string? title)
    {
        to.Write("<figure class=\"okr-figure\" lang=\"");
        to.Write(text.Language);
        to.Write("\"><figcaption>");
        if (title is not null)
        {
            to.Write("<b><bdi>");
            Markup.Escape(to, title);
            to.Write("</bdi></b> ");
        }

        Markup.Escape(to, chart.Description);
        to.Write("</figcaption>");
        foreach (var (picture, kind) in chart.Sizes())
        {
            picture.Draw(to, "", kind);
        }

        WriteTable(to, chart, text);
        to.Write("</figure>");
    }

    private static void WriteTable(TextWriter to, Chart chart, ChartText text)
    {
        var (head, rows) = chart.Table();
        to.Write("<details><summary>");
        Markup.Escape(to, text["numbers"]);
        to.Write("<span class=\"okr-of\"> – <bdi>");
        Markup.Escape(to, chart.Title);
        to.Write("</bdi></span></summary><div class=\"okr-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
        Markup.Escape(to, text["numbers"] + ": " + chart.Title);
        to.Write("\"><table><thead><tr>");
        foreach (var cell in head)
        {
            Cell("<th scope=\"col\">", cell, "</th>");
        }

        to.Write("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            to.Write("<tr>");
            for (var column = 0; column < row.Length; column++)
            {
                var (start, end) = column == 0 ? ("<th scope=\"row\"><bdi>", "</bdi></th>") : ("<td>", "</td>");
                Cell(start, row[column], end);
            }

            to.Write("</tr>");
        }

        to.Write("</tbody></table></div></details>");

        void Cell(string start, string content, string end)
        {
            to.Write(start);
            Markup.Escape(to, content);
            to.Write(end);
        }
    }
}
