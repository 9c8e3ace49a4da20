using Xunit.Abstractions;

namespace OkrKpi.Analytics.Tests;

/// <summary>
/// How often an effect is seen without any and with one of two standard deviations: the table of the package's README, a column a case. With
/// <c>OKRKPI_MEASURE=1</c> from as many series as there.
/// </summary>
public class CauseRateTests(ITestOutputHelper output)
{
    private static readonly int Runs = Measured.Or(1_000, 150);

    [Theory]
    [InlineData(0d, 50)]
    [InlineData(0.3, 25)]
    [InlineData(0.5, 15)]
    [InlineData(0.6, 12)]
    public void Alarms_are_few_and_an_effect_is_seen_the_less_the_more_errors_go_together(double autocorrelation, int leastSeen)
    {
        var random = new Random(3);
        var alarm = Share(() => InterruptedSeries.Of(One(0d, 0d), CauseTests.Before).Verdict(Direction.HigherIsBetter));
        var seasonal = Share(() => InterruptedSeries.Of(One(15d, 0d), CauseTests.Before, harmonics: 1).Verdict(Direction.HigherIsBetter));
        var difference = Share(() => Compared(0d));
        var seen = Share(() => InterruptedSeries.Of(One(0d, 20d), CauseTests.Before).Verdict(Direction.HigherIsBetter));
        var seenInDifference = Share(() => Compared(20d));
        output.WriteLine(FormattableString.Invariant(
            $"{Runs} series, autocorrelation {autocorrelation}: {alarm} | {seasonal} | {difference} | {seen} | {seenInDifference}"));

        // Room for three standard errors beside 6 of 100, and below what the table says.
        var most = 6d + (3d * Math.Sqrt(6d * 94d / Runs));
        Assert.True(alarm < most && seasonal < most && difference < most);
        Assert.True(seen > leastSeen && seenInDifference > leastSeen);

        double Share(Func<KpiMovement> verdict) => Math.Round(100d * Enumerable.Range(0, Runs).Sum(_ => CauseTests.IsAlarm(verdict())) / Runs, 1);

        decimal[] One(double season, double effect) => CauseTests.Series(random, autocorrelation, season, effect);

        KpiMovement Compared(double effect) =>
            DifferenceInDifferences.Of(One(15d, effect), CauseTests.Before, One(15d, 0d), One(15d, 0d)).Verdict(Direction.HigherIsBetter);
    }
}
