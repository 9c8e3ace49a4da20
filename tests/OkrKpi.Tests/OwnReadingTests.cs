using System.Globalization;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>A reading of "lags" of somebody's own says why in words of its own.</summary>
public sealed class OwnReadingTests
{
    private static readonly KpiAssessment Assessment = KpiAssessment.Of(
        Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last).WithTarget(90, new LocalDate(2026, 1, 1)),
        MeasurementSeries.Of("k", [Measurement.On(new LocalDate(2026, 6, 30), 80m)]),
        new LocalDate(2026, 7, 5));

    [Fact]
    public void A_text_in_each_language_is_told_in_the_readers()
    {
        var own = new Own(culture => (culture.TwoLetterISOLanguageName == "vi" ? "sẽ thiếu " : "will miss by ") + 2.5m.ToString(culture));
        var reason = own.Check(Assessment)!;
        Assert.Equal("will miss by 2.5", reason.Explain().Sentence());
        Assert.Equal("sẽ thiếu 2,5", reason.Explain().Sentence(CultureInfo.GetCultureInfo("vi")));
        Assert.Equal("will miss by 2.5", Assert.IsType<string>(reason.Explain().Facts.Single().Value));
        Assert.Equal(reason.Explain().Facts, own.Check(Assessment)!.Explain().Facts);
        Assert.Equal(-2.5m, reason.Gap);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_text_is_refused(string text) => Assert.Throws<ArgumentException>(() => new Own(_ => text).Check(Assessment));

    [Fact]
    public void A_gap_of_what_is_not_behind_is_refused() =>
        Assert.Equal("gap", Assert.Throws<ArgumentOutOfRangeException>(() => new Own(_ => "behind", 0m).Check(Assessment)).ParamName);

    private sealed class Own(Func<CultureInfo, string> text, decimal gap = -2.5m) : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment) => Because(assessment, assessment.Judged!, gap, text);
    }
}
