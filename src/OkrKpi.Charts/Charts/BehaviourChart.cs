using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>
/// A process behaviour chart: the values with the limits within which they vary by chance, the points that are signals, and where limits begin anew.
/// </summary>
internal sealed class BehaviourChart : Chart
{
    private const int Most = 400;

    private readonly ProcessBehaviour behaviour;
    private readonly BehaviourPoint[] points;

    internal BehaviourChart(ProcessBehaviour behaviour)
        : base(640, 340)
    {
        this.behaviour = behaviour;
        points = [.. behaviour.Points.TakeLast(Most)];
    }

    public override string Title => behaviour.Kpi?.Name ?? Text["behaviour.title"];

    private protected override string Describe()
    {
        // What the latest point says, the pattern behind it, and whether the target can be reached.
        var told = behaviour.Explain();
        List<string> said = [told.Sentence(Text.Culture)];
        if (behaviour.LatestSignal is { } signal)
        {
            said.Add(signal.Explain().Sentence(Text.Culture));
        }

        if (behaviour is { Target: { } target, Assurance: not Assurance.CannotTell })
        {
            said.Add(Text.Of("say.assurance", Amount(target), Text.Name(behaviour.Assurance)));
        }

        return string.Join(' ', said.Select(each => char.ToUpperInvariant(each[0]) + each[1..].TrimEnd('.') + "."));
    }

    internal override (string[] Head, List<string[]> Rows) Table() => (
        [Text["period"], Text["actual"], Text["lower"], Text["centre"], Text["upper"], Text["signal"]],
        [
            .. points.TakeLast(200).Select(each => new[]
            {
                Label(each), Amount(each.Value), each.Lower is { } lower ? Amount(behaviour.Shown(lower)) : "–", each.Centre is { } centre ? Amount(centre)
                    : "–",
                each.Upper is { } upper ? Amount(behaviour.Shown(upper)) : "–", each.Rules.Count == 0 ? "" : Text.Name(each.Standing),
            }),
        ]);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        var scale = ScaleOf();
        var legend = LegendOf();
        var room = Wide - 24.0;
        var rebases = points.Skip(1).Where((each, index) => each.Segment != points[index].Segment).ToArray();
        var lanes = Math.Min(rebases.Length, 2);
        var height = Math.Max(Height, HeadingHeight + 26 + (lanes * 17) + 80 + PeriodLabels.Height + legend.Height(room) + 6);
        var top = Open(svg, style, kind, height);
        var bottom = height - 6 - legend.Height(room) - PeriodLabels.Height;
        svg.Text("n", 12, top + 12, TextWidth.Fit(Head(scale.Factor), room, TextWidth.Normal));
        var noteTop = top + 20;
        top += 28 + (lanes * 17);
        string[] ticks = [.. scale.Ticks.Select(tick => Text.Tick(tick / scale.Factor))];
        var left = 12 + ticks.Max(tick => TextWidth.Of(tick, TextWidth.Normal)) + 8;
        string[] ends = [.. Ends().Select(each => Text.Number(each.Level / scale.Factor))];
        var right = Wide - 12 - (ends.Length == 0 ? 0 : Math.Min(Wide / 4.0, ends.Max(each => TextWidth.Of(each, TextWidth.Normal, isBold: true)) + 6));
        var first = points.Length == 0 ? 1 : points[0].Number;
        var count = points.Length == 0 ? 1 : points[^1].Number - first + 1;
        var column = (right - left) / count;
        double Edge(int number) => left + ((number - first) * column);
        double X(BehaviourPoint each) => Edge(each.Number) + (column / 2);
        double Y(decimal amount) => bottom - ((bottom - top) * Math.Clamp(scale.Share(amount), 0, 1));
        var above = double.MaxValue;
        for (var index = 0; index < ticks.Length; index++)
        {
            var y = Y(scale.Ticks.ElementAt(index));
            svg.Line("g", left, y, right, y);
            if (y <= above - 14)
            {
                svg.Text("n e", left - 6, y + 4, ticks[index]);
                above = y;
            }
        }

        DrawLimits(svg, Edge, Y);
        if (behaviour.Target is { } target)
        {
            foreach (var level in new[] { target.Value, target.Band?.Low, target.Band?.High }.OfType<decimal>())
            {
                svg.Line("td", left, Y(level), right, Y(level));
            }
        }

        foreach (var each in rebases)
        {
            svg.Line("xd", Edge(each.Number), top - (lanes * 17), Edge(each.Number), bottom);
        }

        DrawValues(svg, X, Y, column);
        DrawEnds(svg, right, Y, scale.Factor, top, bottom);
        DrawRebases(svg, rebases.TakeLast(lanes), Edge, noteTop, left, right);
        DrawLastLabel(svg, X, Y, scale.Factor, new(left, top - 4, right, bottom));
        if (behaviour.Kpi is not null && points.Length > 0)
        {
            PeriodLabels.Draw(
                svg, Text, [.. points.Select(each => each.Period!.Value)], index => X(points[index]), column,
                new(left, bottom, Wide - 6, bottom + PeriodLabels.Height));
        }

        legend.Draw(svg, 12, height - 6 - legend.Height(room), room);
    }

    private string Label(BehaviourPoint each) => each.Period?.Label ?? "#" + Text.Number(each.Number);

    private string Amount(decimal amount) => behaviour.Kpi is { } kpi ? Text.Amount(amount, kpi.Unit) : Text.Number(amount);

    private string Amount(Target target) => behaviour.Kpi is { } kpi ? Text.Amount(target, kpi.Unit) : Text.Plain(target, 1m);

    private string Head(decimal factor)
    {
        var better = behaviour.Direction switch
        {
            Direction.HigherIsBetter => "↑ " + Text["better.higher"],
            Direction.LowerIsBetter => "↓ " + Text["better.lower"],
            Direction.WithinBand => Text["better.within"],
            Direction.None => Text["better.none"],
        };
        return behaviour.Kpi is { } kpi ? $"{Text.Of("axis.unit", Text.UnitOf(kpi.Unit, factor))} · {better}" : better;
    }

    private Scale ScaleOf()
    {
        decimal[] all =
        [
            .. points.Select(each => each.Value),
            .. points.SelectMany(each => new[] { each.Lower, each.Upper }).OfType<decimal>().Select(behaviour.Shown),
            .. new[] { behaviour.Target?.Value, behaviour.Target?.Band?.Low, behaviour.Target?.Band?.High }.OfType<decimal>(),
        ];
        return all.Length == 0 ? Scale.Of(0m, 1m, 4) : Scale.Of(all.Min(), all.Max(), Height < 280 ? 3 : 5, limit: behaviour.NaturalBounds?.High);
    }

    private Legend LegendOf()
    {
        var legend = new Legend();
        legend.Add(Mark.Dot, Text["legend.noise"]);
        if (Array.Exists(points, each => MarkOf(each) == Mark.Diamond))
        {
            legend.Add(Mark.Diamond, Text["legend.worsening"]);
        }

        if (Array.Exists(points, each => MarkOf(each) == Mark.Up))
        {
            legend.Add(Mark.Up, Text["legend.improving"]);
        }

        if (Array.Exists(points, each => MarkOf(each) == Mark.Box))
        {
            legend.Add(Mark.Box, Text["legend.unusual"]);
        }

        if (Array.Exists(points, each => each.Centre is not null))
        {
            legend.AddLine("x", Text["legend.centre"]);
            legend.AddArea("k", Text["legend.limits"]);
        }

        if (behaviour.Target is not null)
        {
            legend.AddLine("td", Text["legend.target"]);
        }

        return legend;
    }

    private static Mark MarkOf(BehaviourPoint each) => each.Rules.Count == 0 ? Mark.Dot : each.Standing.Mark();

    // Of a process with seasons each point has limits of its own, so the lines go in steps.
    private void DrawLimits(SvgWriter svg, Func<int, double> edge, Func<decimal, double> y)
    {
        for (var first = 0; first < points.Length;)
        {
            var each = points[first];
            var end = first + 1;
            while (end < points.Length && points[end].Segment == each.Segment && points[end].Centre == each.Centre && points[end].Upper == each.Upper)
            {
                end++;
            }

            if (each is { Centre: { } centre, Lower: { } lower, Upper: { } upper })
            {
                var (left, right) = (edge(each.Number), edge(points[end - 1].Number + 1));
                var (high, low) = (y(behaviour.Shown(upper)), y(behaviour.Shown(lower)));
                svg.Rect("k", left, high, right - left, low - high);
                svg.Line("xd", left, high, right, high);
                svg.Line("xd", left, low, right, low);
                svg.Line("x", left, y(centre), right, y(centre));
            }

            first = end;
        }
    }

    private void DrawValues(SvgWriter svg, Func<BehaviourPoint, double> x, Func<decimal, double> y, double column)
    {
        for (var first = 0; first < points.Length;)
        {
            var end = first + 1;
            while (end < points.Length && points[end].Number == points[end - 1].Number + 1)
            {
                end++;
            }

            svg.StartPath("a");
            svg.Move(x(points[first]), y(points[first].Value));
            for (var index = first + 1; index < end; index++)
            {
                svg.To(x(points[index]), y(points[index].Value));
            }

            svg.EndPath();
            first = end;
        }

        var radius = Math.Clamp(column / 3.2, 1.5, 4);
        foreach (var each in points)
        {
            var mark = MarkOf(each);
            if (column >= 5 || mark != Mark.Dot)
            {
                svg.Mark(mark, x(each), y(each.Value), mark == Mark.Dot ? radius : Math.Max(radius, 3), $"{Label(each)}: {Amount(each.Value)}");
            }
        }
    }

    private IEnumerable<(decimal Level, bool IsTarget)> Ends()
    {
        if (points.Length > 0 && points[^1] is { Centre: { } centre, Lower: { } lower, Upper: { } upper })
        {
            yield return (behaviour.Shown(upper), false);
            yield return (centre, false);
            yield return (behaviour.Shown(lower), false);
        }

        foreach (var level in new[] { behaviour.Target?.Value, behaviour.Target?.Band?.Low, behaviour.Target?.Band?.High }.OfType<decimal>())
        {
            yield return (level, true);
        }
    }

    // The values of the lines at their ends, the target first; what would lie over another is left to the table.
    private void DrawEnds(SvgWriter svg, double right, Func<decimal, double> y, decimal factor, double top, double bottom)
    {
        List<Box> taken = [];
        foreach (var (level, isTarget) in Ends().OrderByDescending(each => each.IsTarget))
        {
            var said = TextWidth.Fit(Text.Number(level / factor), Wide - right - 8, TextWidth.Normal, isTarget);
            var baseline = Math.Clamp(y(level) + 4, top + 8, bottom);
            var box = Box.OfText(right + 4, baseline, TextWidth.Of(said, TextWidth.Normal, isTarget), TextWidth.Normal);
            if (!taken.Exists(box.Overlaps))
            {
                taken.Add(box);
                svg.Text(isTarget ? "b" : "n", right + 4, baseline, said);
            }
        }
    }

    private void DrawRebases(SvgWriter svg, IEnumerable<BehaviourPoint> rebases, Func<int, double> edge, double top, double left, double right)
    {
        var lane = 0;
        foreach (var each in rebases)
        {
            var note = each.Segment.Because is { } because ? Text.Of("note.rebased", Markup.Isolated(because)) : Text["note.rebasedNew"];
            var fitted = TextWidth.Fit(note, right - left, TextWidth.Normal);
            var width = TextWidth.Of(fitted, TextWidth.Normal);
            var at = edge(each.Number) + 6;
            svg.Text("o", Math.Max(left, Math.Min(at, right - width)), top + (lane * 17) + 12, fitted, fitted == note ? null : note);
            lane++;
        }
    }

    private void DrawLastLabel(SvgWriter svg, Func<BehaviourPoint, double> x, Func<decimal, double> y, decimal factor, Box room)
    {
        if (points.Length == 0)
        {
            return;
        }

        var placing = new LabelPlacing(room);
        foreach (var each in points)
        {
            placing.Avoid(new(x(each) - 4, y(each.Value) - 4, x(each) + 4, y(each.Value) + 4));
        }

        var label = Text.Number(points[^1].Value / factor);
        var (at, level) = (x(points[^1]), y(points[^1].Value));
        ReadOnlySpan<(double, double)> places = [(at, level - 9), (at, level + 18), (at - 16, level - 12), (at - 16, level + 20)];
        if (placing.Place(TextWidth.Of(label, TextWidth.Normal, isBold: true), places) is { } place)
        {
            svg.Text("b o", place.X, place.Y, label);
        }
    }
}
