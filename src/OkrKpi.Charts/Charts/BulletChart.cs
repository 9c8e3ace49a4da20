namespace OkrKpi.Charts;

/// <summary>
/// Few's bullet graph: one measure as a bar, one comparative mark across it, and up to three ranges in one hue behind: missed, near, met.
/// </summary>
internal sealed class BulletChart : Chart
{
    private readonly KpiAssessment assessment;

    internal BulletChart(KpiAssessment assessment)
        : base(200, 28) => this.assessment = assessment;

    public override string Title => assessment.Kpi.Name;

    private protected override string Describe() => KpiSentences.Standing(assessment, Text);

    internal override (string[] Head, List<string[]> Rows) Table() => KpiTable.Of(assessment, 1, Text, []);

    private protected override void Draw(SvgWriter svg, string style, string kind)
    {
        svg.Open(Width, Height, Markup.Isolated(Title), Description, style, kind);
        var shown = assessment.Shown;
        var (actual, target) = (shown?.Actual, shown?.Due ?? shown?.Target);
        decimal[] ends = [.. new[] { actual, target?.Value, target?.Band?.Low, target?.Band?.High }.OfType<decimal>()];
        if (ends.Length == 0)
        {
            return;
        }

        // A bar begins at zero, or it lies about its length.
        var least = Math.Min(0m, ends.Min());
        var most = Math.Max(0m, ends.Max());
        var room = (most - least) / 8m;
        var scale = Scale.Of(least < 0m ? least - room : 0m, most > 0m ? most + room : 0m, 4);
        double X(decimal amount) => 4 + ((Width - 8) * Math.Clamp(scale.Share(amount), 0, 1));
        var (top, height) = (3.0, Height - 6.0);
        void Range(string shade, decimal from, decimal to) => svg.Rect(shade, X(Math.Min(from, to)), top, Math.Abs(X(to) - X(from)), height);
        if (target?.Value is { } value)
        {
            var near = assessment.Kpi.Tolerance.Of(target);
            var isHigher = assessment.Kpi.Direction != Direction.LowerIsBetter;
            var (bad, good) = isHigher ? (scale.Low, scale.High) : (scale.High, scale.Low);
            var edge = Math.Clamp(isHigher ? value - near : value + near, scale.Low, scale.High);
            Range("q1", bad, edge);
            Range("q2", edge, value);
            Range("q3", value, good);
        }
        else if (target?.Band is { } band)
        {
            Range("q1", scale.Low, band.Low ?? scale.Low);
            Range("q3", band.Low ?? scale.Low, band.High ?? scale.High);
            Range("q1", band.High ?? scale.High, scale.High);
        }
        else
        {
            Range("q3", scale.Low, scale.High);
        }

        if (actual is { } measured)
        {
            svg.Rect(shown!.IsMissed ? "m" : "u", Math.Min(X(0m), X(measured)), top + (height / 3), Math.Abs(X(measured) - X(0m)), height / 3, Description);
        }

        foreach (var mark in new[] { target?.Value, target?.Band?.Low, target?.Band?.High }.OfType<decimal>())
        {
            svg.Line("d", X(mark), top + (height * 0.15), X(mark), top + (height * 0.85));
        }
    }
}
