namespace OkrKpi.Charts;

/// <summary>An objective, its key results and what is aligned to it, a row each: how far, what was expected by now, and its pace.</summary>
internal sealed class ObjectiveChart : Chart
{
    private const double Indent = 14;
    private const int Most = 200;
    private const int Deepest = 6;

    private readonly Row[] rows;
    private readonly string title;
    private readonly Row head;
    private readonly int left;
    private readonly NodaTime.LocalDate asOf;

    internal ObjectiveChart(ObjectiveScore score)
        : this(score.Objective.Title, score.AsOf, Rows(score))
    {
    }

    internal ObjectiveChart(AlignedScore score)
        : this(score.Objective.Title, score.Own.AsOf, Rows(score))
    {
    }

    private ObjectiveChart(string title, NodaTime.LocalDate asOf, List<Row> all)
        : base(640, 240)
    {
        (this.title, this.asOf, head) = (title, asOf, all[0]);
        rows = [.. all.Take(Most)];
        left = all.Count - rows.Length;
    }

    public override string Title => title;

    private protected override string Describe()
    {
        var pace = head.Pace.Status == PaceStatus.NotPaced ? "" : $" ({Text.Name(head.Pace.Status)})";
        var score = head.Score is { } value
            ? Text.Of("say.score", Text.Score(value), Text.Date(asOf)) + pace + "."
            : Text.Of("say.noScore", Text.Date(asOf));
        score += head.Override is { } given ? " " + Text.ByHand(given) : "";
        string[] behind = [.. rows.Skip(1).Where(each => each.Mark is Mark.Diamond or Mark.Triangle).Select(each => Markup.Isolated(each.Name))];
        return behind.Length switch
        {
            0 => score,
            <= 3 => $"{score} {Text.Of("say.behind", string.Join("; ", behind))}",
            _ => $"{score} {Text.Of("say.behindSeveral", Text.Number(behind.Length), string.Join("; ", behind.Take(3)))}",
        };
    }

    internal override (string[] Head, List<string[]> Rows) Table() => (
        [Text["name"], Text["score"], Text["expected"], Text["pace"], Text["confidence"]],
        [
            .. rows.Select(each => new[]
            {
                each.Name, Text.Score(each.Score), Text.Score(each.Pace.Expected),
                Standing(each) + (each.Override is { } given ? ". " + Text.ByHand(given) : ""),
                each.Confidence is { } sure ? Text.Number(sure.Probability * 10m) + "/10" : "–",
            }),
        ]);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        var isNarrow = Wide < Narrow;
        var rowHeight = isNarrow ? 44.0 : 26.0;
        var heading = HeadingHeight;
        var legend = new Legend();
        legend.AddArea("u", Text["legend.score"]);
        if (Array.Exists(rows, each => each.Pace.Expected is not null))
        {
            legend.AddLine("t", Text["legend.expectedNow"]);
        }

        var height = heading + (rows.Length * rowHeight) + (left > 0 ? 20 : 0) + legend.Height(Wide - 24) + 12;
        var y = Open(svg, style, kind, height);
        DrawBranches(svg, y, rowHeight);
        foreach (var row in rows)
        {
            DrawRow(svg, row, y, isNarrow);
            y += rowHeight;
        }

        if (left > 0)
        {
            svg.Text("n", 12, y + 14, Text.Of("more", Text.Number(left)));
            y += 20;
        }

        legend.Draw(svg, 12, y + 2, Wide - 24);
    }

    private static double At(Row row) => 12 + (Math.Min(row.Depth, Deepest) * Indent);

    private string Standing(Row row) => row.GivenUp is { } word ? Text[word] : Text.Name(row.Pace.Status);

    // From each row up to the one it hangs on.
    private void DrawBranches(SvgWriter svg, double top, double rowHeight)
    {
        for (var index = 1; index < rows.Length; index++)
        {
            if (rows[index].Depth > Deepest)
            {
                continue;
            }

            var parent = index - 1;
            while (parent > 0 && rows[parent].Depth >= rows[index].Depth)
            {
                parent--;
            }

            var (x, y) = (At(rows[parent]) + 4, top + (index * rowHeight) + 13);
            svg.StartPath("x");
            svg.Move(x, top + (parent * rowHeight) + (rowHeight < 30 ? 21 : 38));
            svg.To(x, y);
            svg.To(At(rows[index]) - 3, y);
            svg.EndPath();
        }
    }

    private void DrawRow(SvgWriter svg, Row row, double top, bool isNarrow)
    {
        var x = At(row);
        var (barLeft, barRight, barTop) = isNarrow ? (x, Math.Max(x + 60, Wide * 0.5), top + 26) : (Wide * 0.6, Wide * 0.74, top + 9);
        var nameRoom = (isNarrow ? Wide - 12 : barLeft - 12) - x;
        var fitted = TextWidth.Fit(row.Name, nameRoom, TextWidth.Normal, row.IsObjective);
        svg.Text(row.IsObjective ? "b" : "", x, top + 17, fitted, fitted == row.Name ? null : row.Name);

        svg.Rect("q", barLeft, barTop, barRight - barLeft, 9);
        double X(decimal share) => barLeft + ((barRight - barLeft) * (double)Math.Clamp(share, 0m, 1m));
        if (row.Score is > 0m and var score)
        {
            svg.Rect("u", barLeft, barTop, X(score) - barLeft, 9);
        }

        if (row.Pace.Expected is { } expected)
        {
            svg.Line("d", X(expected), barTop - 3, X(expected), barTop + 12);
        }

        var baseline = barTop + 8;
        var said = Text.Score(row.Score);
        svg.Text("b", barRight + 8, baseline, said);
        var after = barRight + 8 + Math.Max(34, TextWidth.Of(said, TextWidth.Normal, isBold: true)) + 12;
        svg.Mark(row.Mark, after, baseline - 4, 4);
        var room = Wide - 8 - after - 10;
        var standing = Standing(row);
        if (row.Override is not null)
        {
            // The mark tells the pace too, but not that somebody set the score.
            var whole = $"{Text["byHand"]}: {standing}";
            standing = TextWidth.Of(whole, TextWidth.Normal) <= room ? whole : Text["byHand"];
        }

        svg.Text("n", after + 10, baseline, TextWidth.Fit(standing, room, TextWidth.Normal), row.Override is { } given ? Text.ByHand(given) : null);
    }

    private static List<Row> Rows(ObjectiveScore score)
    {
        List<Row> rows = [new(score.Objective.Title, 0, true, score.Score, score.Pace, score.Confidence, score.Override)];
        rows.AddRange(score.KeyResults.Select(each => Of(each, 1)));
        return rows;
    }

    private static Row Of(KeyResultScore score, int depth) => new(
        score.KeyResult.Name, depth, false, score.Score, score.Pace, score.Confidence, score.Override,
        score.IsCancelled ? "cancelled" : score.IsPostponed ? "postponed" : null);

    // Without recursion: a chain may be as long as there are objectives. Support may go round in a circle, so each is told once.
    private static List<Row> Rows(AlignedScore score)
    {
        List<Row> rows = [];
        HashSet<ObjectiveId> told = [];
        var pending = new Stack<(AlignedScore Score, int Depth)>([(score, 0)]);
        while (pending.TryPop(out var next))
        {
            var (each, depth) = next;
            rows.Add(new(each.Objective.Title, depth, true, each.Score, each.Pace, each.Confidence, each.Own.Override));
            if (!told.Add(each.Objective.Id))
            {
                continue;
            }

            var items = each.Items;
            rows.AddRange(items.Where(item => item.KeyResult is not null).Select(item => Of(item.KeyResult!, depth + 1)));
            foreach (var item in items.Reverse().Where(item => item.Aligned is not null))
            {
                pending.Push((item.Aligned!, depth + 1));
            }
        }

        return rows;
    }

    private readonly record struct Row(
        string Name, int Depth, bool IsObjective, decimal? Score, Pace Pace, Confidence? Confidence, ScoreOverride? Override, string? GivenUp = null)
    {
        internal Mark Mark => GivenUp is null ? Pace.Status.Mark() : Mark.Dash;
    }
}
