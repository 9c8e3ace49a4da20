namespace OkrKpi.Charts;

/// <summary>When KPIs needed an OKR and why, a row a KPI.</summary>
internal sealed class NeedsChart : Chart
{
    private const int Most = 200;

    private readonly NeedTimeline[] timelines;

    internal NeedsChart(NeedTimeline[] timelines)
        : base(640, 200) => this.timelines = timelines;

    public override string Title => timelines.Length == 1 ? timelines[0].Kpi.Name : Text.Of("needs.title", Text.Number(timelines.Length));

    private protected override string Describe()
    {
        var day = timelines.Max(each => each.Spans[^1].Through);
        if (timelines.Length == 1)
        {
            var last = timelines[0].Spans[^1];
            return Text.Of("say.need", Text.Name(last.State), Text.Date(last.From), Text.Date(last.Through)) + WhyOf(last, ": ", ".");
        }

        string[] needed = [.. timelines.Where(each => each.Spans[^1].State == OkrNeedState.Needed).Select(each => Markup.Isolated(each.Kpi.Name))];
        return needed.Length == 0 ? Text.Of("say.noneNeeded", Text.Date(day))
            : needed.Length <= 3 ? Text.Of("say.needed", Text.Date(day), string.Join("; ", needed))
            : Text.Of("say.neededSeveral", Text.Date(day), Text.Number(needed.Length), string.Join("; ", needed.Take(3)));
    }

    internal override (string[] Head, List<string[]> Rows) Table() => (
        [Text["name"], Text["from"], Text["through"], Text["status"], Text["why"]],
        [
            .. timelines.Take(Most).SelectMany(each => each.Spans.TakeLast(50).Select(span => new[]
            {
                each.Kpi.Name, Text.Date(span.From), Text.Date(span.Through), Text.Name(span.State), WhyOf(span, "", ""),
            })),
        ]);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        var isNarrow = Wide < Narrow;
        var rowHeight = isNarrow ? 42.0 : 28.0;
        var rows = timelines.AsSpan(0, Math.Min(timelines.Length, Most));
        var legend = LegendOf();
        var heading = HeadingHeight;
        var foot = 40 + (timelines.Length > Most ? 20 : 0) + legend.Height(Wide - 24) + 8;
        var top = Open(svg, style, kind, heading + (rows.Length * rowHeight) + foot);
        var names = 0.0;
        foreach (var each in rows)
        {
            names = Math.Max(names, TextWidth.Of(each.Kpi.Name, TextWidth.Normal));
        }

        var hasNames = timelines.Length > 1 || !HasHeading;
        var left = isNarrow || !hasNames ? 12 : 12 + Math.Min(names, Wide * 0.34) + 12;
        var axis = new DateAxis(timelines.Min(each => each.Spans[0].From), timelines.Max(each => each.Spans[^1].Through), left, Wide - 14);
        var bottom = top + (rows.Length * rowHeight);
        axis.Draw(svg, Text, top, bottom + 4);
        var y = top;
        foreach (var each in rows)
        {
            if (hasNames)
            {
                var fitted = TextWidth.Fit(each.Kpi.Name, isNarrow ? Wide - 24 : left - 20, TextWidth.Normal);
                svg.Text("o", 12, y + 16, fitted, fitted == each.Kpi.Name ? null : each.Kpi.Name);
            }

            var middle = isNarrow ? y + 30 : y + 14;
            foreach (var span in each.Spans)
            {
                DrawSpan(svg, axis, span, middle);
            }

            y += rowHeight;
        }

        if (timelines.Length > Most)
        {
            svg.Text("n", 12, bottom + 52, Text.Of("more", Text.Number(timelines.Length - Most)));
        }

        legend.Draw(svg, 12, bottom + foot - 8 - legend.Height(Wide - 24), Wide - 24);
    }

    private void DrawSpan(SvgWriter svg, DateAxis axis, NeedSpan span, double middle)
    {
        var (from, through) = (axis.Start(span.From), axis.End(span.Through));
        var told = $"{Text.Date(span.From)} – {Text.Date(span.Through)}: {Text.Name(span.State)}{WhyOf(span, " (", ")")}";
        switch (span.State)
        {
            case OkrNeedState.Needed:
                svg.Rect("m", from, middle - 9, Math.Max(1, through - from), 18, told);
                break;
            case OkrNeedState.Covered:
                svg.Rect("w", from + 1, middle - 8, Math.Max(1, through - from - 2), 16, told);
                break;
            case OkrNeedState.Dismissed:
                svg.Rect("q1", from, middle - 3, Math.Max(1, through - from), 6, told);
                break;
            case OkrNeedState.CannotTell:
                svg.Line("td", from, middle, through, middle);
                break;
            case OkrNeedState.NotNeeded:
                svg.Line("x", from, middle, through, middle);
                break;
        }

        var why = WhyOf(span, "", "");
        if (why.Length > 0 && span.State is OkrNeedState.Needed or OkrNeedState.Covered && TextWidth.Of(why, TextWidth.Normal) + 10 <= through - from)
        {
            svg.Text(span.State == OkrNeedState.Needed ? "i" : "", from + 6, middle + 4, why);
        }
    }

    private string WhyOf(NeedSpan span, string before, string after)
    {
        string?[] reasons = [span.First.Lagging is null ? null : Text["reason.lagging"], span.First.TargetRaised is null ? null : Text["reason.raised"]];
        var told = string.Join(" + ", reasons.OfType<string>());
        return told.Length == 0 ? "" : before + told + after;
    }

    private Legend LegendOf()
    {
        var states = timelines.Take(Most).SelectMany(each => each.Spans).Select(span => span.State).ToHashSet();
        var legend = new Legend();
        foreach (var (state, kind) in new[] { (OkrNeedState.Needed, "m"), (OkrNeedState.Covered, "w"), (OkrNeedState.Dismissed, "q1") })
        {
            if (states.Contains(state))
            {
                legend.AddArea(kind, Text.Name(state));
            }
        }

        foreach (var (state, kind) in new[] { (OkrNeedState.NotNeeded, "x"), (OkrNeedState.CannotTell, "td") })
        {
            if (states.Contains(state))
            {
                legend.AddLine(kind, Text.Name(state));
            }
        }

        return legend;
    }
}
