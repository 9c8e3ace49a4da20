using NodaTime;

namespace OkrKpi.Charts;

/// <summary>How far a key result was at each check-in, what was expected, where it is heading, and the confidence below.</summary>
internal sealed class KeyResultChart : Chart
{
    private const int Most = 200;

    private readonly KeyResultScore score;

    internal KeyResultChart(KeyResultScore score)
        : base(640, 320) => this.score = score;

    public override string Title => score.KeyResult.Name;

    private protected override string Describe()
    {
        List<string> said = [];
        if (score.LastCheckIn is not { } last)
        {
            said.Add(Text["say.noCheckIn"]);
        }
        else if (score.Progress.Raw is { } raw)
        {
            said.Add(score.Current is { } current
                ? Text.Of("say.way", Text.Amount(current, score.KeyResult.Unit), Text.Date(last.Date), Text.Percent(raw))
                : Text.Of("say.wayOnly", Text.Percent(raw), Text.Date(last.Date)));
        }
        else if (score.Current is { } current)
        {
            said.Add(Text.Of("say.value", Text.Amount(current, score.KeyResult.Unit), Text.Date(last.Date)));
        }

        if (score.Override is { } given)
        {
            said.Add(Text.ByHand(given));
        }

        if (score.IsCancelled || score.IsPostponed)
        {
            said.Add(score.IsCancelled
                ? Text.Of("say.cancelled", Text.Date(score.KeyResult.CancelledOn!.Value)) : Text.Of("say.postponed", Text.Date(score.KeyResult.PostponedOn!.Value)));
        }
        else if (score.LastCheckIn is not null || score.Override is not null)
        {
            var pace = Text.Name(score.Pace.Status);
            said.Add(score.Pace.Expected is { } expected ? Text.Of("say.paceExpected", Capital(pace), Text.Percent(expected)) : Capital(pace) + ".");
        }

        if (Heading is { } end)
        {
            said.Add(Text.Of("say.heading", Text.Percent(end), Text.Date(score.Cycle.End)));
        }

        if (score.Confidence is { } confidence)
        {
            said.Add(Text.Of("say.confidence", Text.Number(confidence.Probability * 10m)));
        }

        return string.Join(' ', said);
    }

    internal override (string[] Head, List<string[]> Rows) Table() => (
        [Text["date"], Text["actual"], Text["progress"], Text["expected"], Text["confidence"]],
        [
            .. Points().Select(each => new[]
            {
                Text.Date(each.Date), Text.Amount(each.Score.Current, score.KeyResult.Unit), Text.Percent(each.Score.Progress.Raw),
                Text.Percent(ExpectedOn(each.Date)), each.Score.Confidence is { } sure ? Text.Number(sure.Probability * 10m) + "/10" : "–",
            }),
        ]);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        var way = Way;
        var points = Points();
        (LocalDate Date, decimal Raw)[] values =
            [.. points.Where(each => each.Score.Progress.Raw is not null).Select(each => (each.Date, each.Score.Progress.Raw!.Value))];
        var forecast = Heading;
        var cone = ConeOf(values, forecast);
        decimal[] all = [0m, 1m, .. values.Select(each => each.Raw), .. new[] { forecast, cone?.Low, cone?.High }.OfType<decimal>()];
        decimal[] drawn = [.. all.Select(raw => OnAxis(Math.Clamp(raw, -2m, 3m)))];
        var unit = score.KeyResult.Unit;
        var limit = way is not null && unit.Kind == UnitKind.Percent && drawn.Max() <= 100m ? 100m : (decimal?)null;
        var scale = Scale.Of(drawn.Min(), drawn.Max(), Height < 300 ? 3 : 4, limit: limit);
        var hasConfidence = points.Exists(each => each.Score.Confidence is not null) && Height >= 200;
        var isPaced = ExpectedOn(score.Cycle.End) is not null;

        var legend = new Legend();
        legend.Add(Mark.Dot, Text["legend.progress"]);
        if (isPaced)
        {
            legend.AddLine("td", Text["legend.expected"]);
        }

        if (forecast is not null && score.AsOf < score.Cycle.End)
        {
            legend.AddLine("ad", Text["legend.rate"]);
        }

        if (cone is not null)
        {
            legend.AddArea("f", Text["legend.cone"]);
        }

        var room = Wide - 24.0;
        var legendHeight = legend.Height(room);
        var around = HeadingHeight + 26 + 38 + legendHeight + 6;
        hasConfidence &= Height - around - 60 >= 70;
        var height = Math.Max(Height, around + 80);
        var top = Open(svg, style, kind, height);
        var strip = hasConfidence ? 60 : 0;
        string[] ticks = [.. scale.Ticks.Select(tick => Text.Tick(tick / scale.Factor) + (way is null ? " %" : ""))];
        var aim = way is { } to ? Text.Number(to.Target / scale.Factor) : null;
        var left = 12 + ticks.Max(tick => TextWidth.Of(tick, TextWidth.Normal)) + 8;
        var right = Wide - 12 - Math.Min(Wide / 3.0, Math.Max(hasConfidence ? 22 : 4, aim is null ? 0 : TextWidth.Of(aim, TextWidth.Normal, isBold: true) + 6));
        var bottom = height - 6 - legendHeight - strip - 38;
        svg.Text("n", 12, top + 12, TextWidth.Fit(Head(scale.Factor), room, TextWidth.Normal));
        top += 26;
        double Y(decimal raw) => bottom - ((bottom - top) * Math.Clamp(scale.Share(OnAxis(raw)), 0, 1));

        var (index, above) = (0, double.MaxValue);
        foreach (var tick in scale.Ticks)
        {
            var y = bottom - ((bottom - top) * scale.Share(tick));
            svg.Line(tick == 0m ? "x" : "g", left, y, right, y);
            if (y <= above - 14)
            {
                svg.Text("n e", left - 6, y + 4, ticks[index]);
                above = y;
            }

            index++;
        }

        svg.Line("t", left, Y(1m), right, Y(1m));

        var axis = new DateAxis(score.Cycle.Start, score.Cycle.End, left, right);
        axis.Draw(svg, Text, bottom, bottom + 4);
        var placing = new LabelPlacing(new(left, top - 6, Wide - 4, bottom));
        if (aim is not null)
        {
            var fitted = TextWidth.Fit(aim, Wide - right - 10, TextWidth.Normal, isBold: true);
            svg.Text("b", right + 4, Y(1m) + 4, fitted);
            placing.Take(Box.OfText(right + 4, Y(1m) + 4, TextWidth.Of(fitted, TextWidth.Normal, isBold: true), TextWidth.Normal));
        }

        DrawExpected(svg, axis, Y, isPaced);
        if (score.Cycle.Contains(score.AsOf) && score.AsOf < score.Cycle.End)
        {
            svg.Line("xd", axis.End(score.AsOf), top, axis.End(score.AsOf), bottom);
        }

        if (values.Length > 0)
        {
            DrawWay(svg, axis, Y, values, forecast, cone);
            foreach (var each in values)
            {
                placing.Avoid(new(axis.End(each.Date) - 4, Y(each.Raw) - 4, axis.End(each.Date) + 4, Y(each.Raw) + 4));
            }

            var lastX = axis.End(values[^1].Date);
            var said = way is null ? Text.Percent(values[^1].Raw) : Text.Number(OnAxis(values[^1].Raw) / scale.Factor);
            var width = TextWidth.Of(said, TextWidth.Normal, isBold: true);
            var y = Y(values[^1].Raw);
            ReadOnlySpan<(double, double)> places =
                [(lastX, y - 9), (lastX, y + 18), (lastX + (width / 2) + 9, y + 4), (lastX - (width / 2) - 9, y + 4), (lastX, y - 22)];
            if (placing.Place(width, places) is { } place)
            {
                svg.Text("b o", place.X, place.Y, said);
            }
        }

        if (hasConfidence)
        {
            DrawConfidence(svg, axis, points, left, right, bottom + 46);
        }

        legend.Draw(svg, 12, height - 6 - legendHeight, room);
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Where it is heading; what was given up heads for nothing.</summary>
    private decimal? Heading => !score.IsCancelled && !score.IsPostponed && score.Forecast() is { State: ForecastState.Projected, Raw: { } raw } ? raw : null;

    /// <summary>The straight way it goes, in its unit; other goals are drawn by the share of the way.</summary>
    private (decimal Start, decimal Target)? Way => score.KeyResult.Goal switch
    {
        FromToGoal goal => (goal.Start, goal.Target),
        CountGoal goal => (0m, goal.Target),
        _ => null,
    };

    private decimal OnAxis(decimal raw) => Way is { } way ? way.Start + (raw * (way.Target - way.Start)) : raw * 100m;

    private string Head(decimal factor) => Way is { } way
        ? Text.Of("axis.way", Text.UnitOf(score.KeyResult.Unit, factor), Text.Number(way.Start), Text.Number(way.Target))
        : Text["axis.progress"];

    private List<(LocalDate Date, KeyResultScore Score)> Points() =>
    [
        .. score.KeyResult.CheckIns.Select(each => each.Date).Where(date => date >= score.Cycle.Start && date <= score.LastCheckIn?.Date)
            .Distinct().Order().TakeLast(Most)
            .Select(date => (Date: date, Score: score.KeyResult.Score(score.Cycle, date, score.Profile)))
            .Where(each => each.Score.LastCheckIn?.Date == each.Date),
    ];

    private decimal? ExpectedOn(LocalDate date) => score.Pace.Expected is null ? null : score.ExpectedOn(date);

    /// <summary>Where the slowest and the fastest of the paces since the last check-ins lead.</summary>
    private (decimal Low, decimal High)? ConeOf((LocalDate Date, decimal Raw)[] values, decimal? forecast)
    {
        if (forecast is not { } heading || values.Length < 3 || score.AsOf >= score.Cycle.End)
        {
            return null;
        }

        var last = values[^1];
        var left = Period.DaysBetween(last.Date, score.Cycle.End);
        decimal[] ends =
        [
            heading, .. values.SkipLast(1).TakeLast(6)
                .Select(each => last.Raw + Math.Clamp((last.Raw - each.Raw) / Period.DaysBetween(each.Date, last.Date), -10m, 10m) * left),
        ];
        return (Math.Max(ends.Min(), -2m), Math.Min(ends.Max(), 3m));
    }

    private void DrawExpected(SvgWriter svg, DateAxis axis, Func<decimal, double> y, bool isPaced)
    {
        if (!isPaced)
        {
            return;
        }

        svg.StartPath("td");
        var step = Math.Max(1, score.Cycle.Days / 60);
        svg.Move(axis.Start(score.Cycle.Start), y(ExpectedOn(score.Cycle.Start.PlusDays(-1)) ?? 0m));
        for (var date = score.Cycle.Start; date < score.Cycle.End; date = date.PlusDays(step))
        {
            svg.To(axis.End(date), y(ExpectedOn(date) ?? 0m));
        }

        svg.To(axis.End(score.Cycle.End), y(ExpectedOn(score.Cycle.End) ?? 1m));
        svg.EndPath();
    }

    private void DrawWay(
        SvgWriter svg, DateAxis axis, Func<decimal, double> y, (LocalDate Date, decimal Raw)[] values, decimal? forecast, (decimal Low, decimal High)? cone)
    {
        var last = values[^1];
        var end = axis.End(score.Cycle.End);
        if (cone is { } ends)
        {
            svg.StartPath("f");
            svg.Move(axis.End(last.Date), y(last.Raw));
            svg.To(end, y(ends.High));
            svg.To(end, y(ends.Low));
            svg.Shut();
            svg.EndPath();
        }

        if (forecast is { } heading && score.AsOf < score.Cycle.End)
        {
            svg.Line("ad", axis.End(last.Date), y(last.Raw), end, y(heading));
        }

        svg.StartPath("a");
        svg.Move(axis.End(values[0].Date), y(values[0].Raw));
        foreach (var each in values.AsSpan(1))
        {
            svg.To(axis.End(each.Date), y(each.Raw));
        }

        svg.EndPath();
        foreach (var each in values)
        {
            svg.Mark(Mark.Dot, axis.End(each.Date), y(each.Raw), values.Length > 60 ? 2 : 3.5, $"{Text.Date(each.Date)}: {Text.Percent(each.Raw)}");
        }
    }

    private void DrawConfidence(SvgWriter svg, DateAxis axis, List<(LocalDate Date, KeyResultScore Score)> points, double left, double right, double top)
    {
        const double High = 28;
        var label = TextWidth.Fit(Text["confidence"], right - left, TextWidth.Normal);
        svg.Text("n", left, top + 9, label);
        svg.Line("x", left, top + 12 + High, right, top + 12 + High);
        svg.Line("g", left, top + 12, right, top + 12);
        svg.Text("n", right + 4, top + 16, "10");
        foreach (var (date, each) in points)
        {
            if (each.Confidence is { } sure && each.LastCheckIn?.Confidence is not null)
            {
                var height = High * (double)sure.Probability;
                svg.Rect("u", axis.End(date) - 2, top + 12 + High - height, 4, height, $"{Text.Date(date)}: {Text.Number(sure.Probability * 10m)}/10");
            }
        }
    }
}
