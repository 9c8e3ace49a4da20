using NodaTime;

namespace OkrKpi.Charts.Tests;

public class HostileInputTests
{
    private const string Script = "</title></svg><script>alert(1)</script>\"' onload=x &amp; ]]> {0} {9}";

    private static readonly string[] Names =
    [
        Script, "مؤشر الأداء الرئيسي للمبيعات", "הכנסות",
            "Doanh thu thuần quý trước cộng dồn đến nay của toàn công ty và các chi nhánh phía Nam trong năm tài chính này",
        "新規顧客の獲得数", "👩‍👩‍👧‍👦 family plan 🚀", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
            "e\u0301\u0323\u0302 a", "\u202E reversed",
    ];

    public static TheoryData<string> Hostile => [.. Cases().Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Whatever_a_kpi_is_its_pictures_are_pictures(string name)
    {
        var assessment = Cases().Single(each => each.Name == name).Of();
        Chart[] charts =
        [
            Chart.Of(assessment), Chart.Of(assessment).Last(10_000), Chart.Sparkline(assessment), Chart.Bullet(assessment), Chart.Of(assessment.Behaviour()),
        ];
        foreach (var chart in charts)
        {
            foreach (var sized in new[] { chart, chart.Sized(344, 240), chart.Sized(1_280, 400), chart.In(Pictures.Vietnamese), chart.Sized(220, 150) })
            {
                var svg = Svg.Of(sized);
                PictureRules.Check(svg);
                Assert.True(!Svg.Faults(svg).Any(), $"{sized.Width} x {sized.Height}: {string.Join("; ", Svg.Faults(svg).Take(5))}");
                Assert.DoesNotContain("<script", sized.ToHtml(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Whatever_things_are_called_nothing_runs_and_nothing_overlaps(int index)
    {
        var name = Names[index];
        var kpi = Kpi.Define("k", name, Unit.Count(name), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).OwnedBy(name).InGroup(name)
            .WithTarget(10, from: new LocalDate(2026, 1, 1))
            .WithTarget(20, from: new LocalDate(2026, 4, 1), decidedOn: new LocalDate(2026, 3, 1), because: name);
        var series = MeasurementSeries.Of("k", Measurement.On(new LocalDate(2026, 2, 3), 5), Measurement.On(new LocalDate(2026, 3, 3), 25));
        var objective = Objective.Define("o", name, Cycle.Quarter(2026, 2)).OwnedBy(name).Addressing(kpi)
            .With(KeyResult.Define("r", name, Unit.Count(name), Goal.FromTo(0, 10)))
            .CheckIn("r", new LocalDate(2026, 4, 9), 3, Confidence.OutOfTen(4));
        var portfolio = Portfolio.Of([kpi], [objective], [series]).Named(name);
        var asOf = new LocalDate(2026, 5, 10);
        var review = portfolio.Review(asOf);
        foreach (var chart in new[]
        {
            Chart.Of(review.Kpis[0]), Chart.Of(review.Objectives[0]), Chart.Of(review.Scores.Objectives[0]), Chart.Of(review.Objectives[0].KeyResults[0]),
            Chart.Of(portfolio.Timeline(kpi.Id, new LocalDate(2026, 1, 1), asOf)), Chart.Sparkline(review.Kpis[0]), Chart.Bullet(review.Kpis[0]),
            Chart.Of(review.Kpis[0].Behaviour()),
        })
        {
            foreach (var sized in new[] { chart, chart.Sized(344, 300), chart.Sized(344, 300).In(Pictures.Vietnamese) })
            {
                var svg = Svg.Of(sized);
                PictureRules.Check(svg);
                Assert.True(!Svg.Faults(svg).Any(), $"{chart.GetType().Name} {sized.Width}: {string.Join("; ", Svg.Faults(svg).Take(5))}");
            }
        }

        var page = ScorecardPage.Of(review).ToHtml();
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", System.Text.RegularExpressions.Regex.Replace(page, "\"[^\"]*\"", "\"\""));
        Assert.DoesNotMatch("(?:src|href)=\"(?!#)", page);
    }

    [Fact]
    public void What_xml_cannot_hold_does_not_get_in()
    {
        using var text = new StringWriter();
        Markup.Escape(text, "a\u0000b\u0008c\uD800d\uFFFEe\u0085f\tg<&>\"'😀");
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf g&lt;&amp;&gt;&quot;&#39;😀", text.ToString());
    }

    private static IEnumerable<(string Name, Func<KpiAssessment> Of)> Cases()
    {
        var first = new LocalDate(2024, 1, 1);
        Kpi Plain(Direction direction = Direction.HigherIsBetter, Cadence cadence = Cadence.Month, Unit? unit = null) =>
            Kpi.Define("k", "Something", unit ?? Unit.Count("thing"), direction).Every(cadence, Aggregation.Last);
        KpiAssessment Of(Kpi kpi, params decimal?[] values) => Given.Monthly(kpi, first, values, first.PlusMonths(values.Length).PlusDays(-1));
        const decimal Most = 1_000_000_000_000_000m;
        yield return ("nothing at all", () => KpiAssessment.Of(Plain(), MeasurementSeries.Of("k"), first));
        yield return ("only a target", () => KpiAssessment.Of(Plain().WithTarget(5, from: first), MeasurementSeries.Of("k"), first.PlusMonths(3)));
        yield return ("one period", () => Of(Plain(), 7));
        yield return ("one period on target", () => Of(Plain().WithTarget(7, from: first), 7));
        yield return ("equal values", () => Of(Plain().WithTarget(7, from: first), [.. Enumerable.Repeat<decimal?>(7, 30)]));
        yield return ("zeros", () => Of(Plain().WithTarget(0, from: first), 0, 0, 0));
        yield return ("negative target", () => Of(Plain().WithTarget(-5, from: first), -8, -6, -5, -2));
        yield return ("huge", () => Of(Plain(unit: Unit.Money("VND")).WithTarget(Most, from: first), Most, -Most, Most / 3, 12.3456789m));
        yield return ("tiny", () => Of(Plain(unit: Unit.Percent).WithTarget(0.00012m, from: first), 0.000123456m, 0.000110m, 0.00013m));
        yield return ("huge with tiny steps", () => Of(Plain().WithTarget(Most, from: first), Most - 0.001m, Most - 0.002m, Most));
        yield return ("gaps everywhere", () => Of(Plain().WithTarget(5, from: first), 1, null, 2, null, null, 3, null, 9));
        yield return ("open band", () => Of(Plain(Direction.WithinBand).WithTarget(Target.Within(Band.AtLeast(3)), from: first), 1, 5, 2));
        yield return ("closed band", () => Of(Plain(Direction.WithinBand).WithTarget(Target.Within(Band.Between(-3, 3)), from: first), -4, 0, 4));
        yield return ("strict", () => Of(Plain(Direction.LowerIsBetter).WithTarget(Target.Below(3), from: first), 3, 2.9m));
        yield return ("watched", () => Given.Monthly(
            Kpi.Watch("k", "Visits", Unit.Count("visit")).Every(Cadence.Month, Aggregation.Sum), first, [3, 5, 4], first.PlusMonths(3)));
        yield return ("a raise every month", () => Of(
            Enumerable.Range(0, 30).Aggregate(Plain(), (kpi, month) => kpi.WithTarget(
                10 + month, from: first.PlusMonths(month), decidedOn: first.PlusMonths(month).PlusDays(-20),
                    because: "a little more, and then some, as always")),
            [.. Enumerable.Range(0, 30).Select(month => (decimal?)(9 + month))]));
        yield return ("10,000 days", () =>
        {
            var kpi = Plain(cadence: Cadence.Day).WithTarget(50, from: new LocalDate(1999, 1, 1)).WithTarget(60, from: new LocalDate(2010, 1, 1));
            var start = new LocalDate(1999, 1, 1);
            return KpiAssessment.Of(
                kpi, MeasurementSeries.Of("k", [.. Enumerable.Range(0, 10_000).Where(day => day % 97 != 0)
                    .Select(day => Measurement.On(start.PlusDays(day), 50 + (day * 7919L % 31)))]),
                start.PlusDays(9_999));
        }
        );
        yield return ("hours", () =>
        {
            var kpi = Plain(cadence: Cadence.Hour).WithTarget(5, from: new LocalDate(2026, 3, 1));
            return KpiAssessment.Of(
                kpi, MeasurementSeries.Of("k", [.. Enumerable.Range(0, 72)
                    .Select(hour => Measurement.AtInstant(Instant.FromUtc(2026, 3, 1, 0, 0).Plus(Duration.FromHours(hour)), hour % 9))]),
                new LocalDate(2026, 3, 3));
        }
        );
        yield return ("weeks of a fiscal year", () =>
        {
            var kpi = Plain(cadence: Cadence.Week).On(ReportingCalendar.Fiscal(startMonth: 4)).WithTarget(5, from: first);
            return KpiAssessment.Of(
                kpi, MeasurementSeries.Of("k", [.. Enumerable.Range(0, 60).Select(week => Measurement.On(first.PlusDays(week * 7), week % 9))]),
                    first.PlusDays(430));
        }
        );
        yield return ("per event", () => KpiAssessment.Of(
            Plain(cadence: Cadence.Event).WithTarget(5, from: first),
            MeasurementSeries.Of("k", Measurement.On(first.PlusDays(3), 4), Measurement.On(first.PlusDays(40), 6)), first.PlusDays(60)));
        yield return ("the end of time", () => KpiAssessment.Of(
            Plain(cadence: Cadence.Year).WithTarget(5, from: new LocalDate(9990, 1, 1)),
            MeasurementSeries.Of("k", Measurement.On(new LocalDate(9995, 3, 3), 4)), new LocalDate(9997, 1, 1)));
    }
}
