namespace OkrKpi.Charts;

/// <summary>The course of a KPI as small as a word: the values, the target as a fine line, the last value as its mark.</summary>
internal sealed class SparklineChart : Chart
{
    private readonly KpiAssessment assessment;

    internal SparklineChart(KpiAssessment assessment)
        : base(120, 28) => this.assessment = assessment;

    public override string Title => assessment.Kpi.Name;

    private protected override string Describe() => KpiSentences.Standing(assessment, Text);

    /// <summary>A picture that is too small for anything else.</summary>
    internal static void Draw(SvgWriter svg, KpiChart chart, string style, string kind) =>
        Draw(svg, chart, chart.Assessment, style, kind);

    internal override (string[] Head, List<string[]> Rows) Table() => KpiTable.Of(assessment, 24, Text, []);

    private protected override void Draw(SvgWriter svg, string style, string kind) => Draw(svg, this, assessment, style, kind);

    private static void Draw(SvgWriter svg, Chart chart, KpiAssessment assessment, string style, string kind)
    {
        svg.Open(chart.Width, chart.Height, Markup.Isolated(chart.Title), chart.Description, style, kind);
        var shown = Math.Max(1, (chart.Width - 10) / 4);
        var addsUp = KpiColumn.AddsUp(assessment.Kpi);
        KpiColumn[] columns =
        [
            .. KpiColumn.Of(assessment, shown, []).Where(each => each.Kind != ColumnKind.Future && !(addsUp && each.Kind == ColumnKind.Running)),
        ];
        decimal[] amounts =
        [
            .. columns.SelectMany(each => new[] { each.Actual, each.Target?.Value, each.Target?.Band?.Low, each.Target?.Band?.High }).OfType<decimal>(),
        ];
        if (amounts.Length == 0)
        {
            return;
        }

        var (low, high) = (amounts.Min(), amounts.Max());
        var step = (chart.Width - 10.0) / Math.Max(1, columns.Length - 1);
        double X(int column) => columns.Length == 1 ? chart.Width / 2.0 : 5 + (column * step);
        double Y(decimal amount) => low == high ? chart.Height / 2.0 : chart.Height - 5 - ((chart.Height - 10) * (double)((amount - low) / (high - low)));

        Line("xd", each => each.Target?.Value ?? each.Target?.Band?.Low);
        Line("xd", each => each.Target?.Band?.High);
        Line("a", each => each.Actual);
        var last = Array.FindLastIndex(columns, each => each.Actual is not null);
        var mark = last < 0 ? Mark.Dot : columns[last].Mark;
        if (last >= 0)
        {
            svg.Mark(mark, X(last), Y(columns[last].Actual!.Value), 3);
        }

        void Line(string kind, Func<KpiColumn, decimal?> level)
        {
            var (isOpen, isAny) = (false, false);
            for (var index = 0; index < columns.Length; index++)
            {
                if (level(columns[index]) is not { } amount)
                {
                    isOpen = false;
                    continue;
                }

                if (!isAny)
                {
                    svg.StartPath(kind);
                    isAny = true;
                }

                // A value alone between gaps is a short line.
                if (!isOpen)
                {
                    svg.Move(X(index) - 0.5, Y(amount));
                }

                svg.To(X(index) + (isOpen ? 0 : 0.5), Y(amount));
                isOpen = true;
            }

            if (isAny)
            {
                svg.EndPath();
            }
        }
    }
}
