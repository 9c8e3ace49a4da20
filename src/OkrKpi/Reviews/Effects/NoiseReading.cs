using Ardalis.GuardClauses;
using OkrKpi.Effects;

namespace OkrKpi;

/// <summary>Whether a KPI moved by more than noise.</summary>
internal sealed class NoiseReading : EffectReading
{
    // Halves and years are no seasons.
    private const int ShortestSeason = 4;

    public override string ToString() => "beyond noise";

    public override KpiMovement Judge(KpiWindow before, KpiWindow after)
    {
        Guard.Against.Null(before);
        Guard.Against.Null(after);
        return Compare(before, after, after.Periods.Select(static period => period.Period), isPlanned: false)?.Movement ?? KpiMovement.CannotTell;
    }

    /// <summary>The verdict; <see langword="null"/> when the windows do not follow each other, or nothing says what is better.</summary>
    internal static EffectVerdict? Compare(KpiWindow before, KpiWindow after, IEnumerable<ReportingPeriod> later, bool isPlanned)
    {
        var (kpi, origin) = (before.Kpi, before.First);
        if (
            after.First.Cadence != origin.Cadence || !after.First.Calendar.Equals(origin.Calendar) || !Equals(after.Kpi.BusinessDays, kpi.BusinessDays)
                || after.First <= before.Last || kpi.IsWatched || (kpi.Direction == Direction.WithinBand && BandOf(before, after) is null))
        {
            return null;
        }

        var band = kpi.Direction == Direction.WithinBand ? BandOf(before, after) : null;
        var earlier = before.Periods.Select(period => (kpi.StepsBetween(origin, period.Period), ValueOf(period)));
        var series = (isPlanned
            ? BeforeAfter.Planned(earlier, later.Select(period => kpi.StepsBetween(origin, period)))
            : BeforeAfter.At(earlier, after.Periods.Select(period => (kpi.StepsBetween(origin, period.Period), ValueOf(period)))))
            .As(kpi.Direction == Direction.LowerIsBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter);
        var season = origin.Cadence.PartsOfYear;
        return (season < ShortestSeason ? series : kpi.HasDeclaredSeason ? series.WithSeason(season) : series.LookingForASeason(season)).Judge();

        decimal ValueOf(KpiPeriod period) => band is null ? period.Actual!.Value : Held.Actual(band.Margin(period.Actual!.Value));
    }

    // The latest that is known: of a KPI that is good within a band its distance inside it is compared.
    private static Band? BandOf(KpiWindow before, KpiWindow after) => LastBandOf(after) ?? LastBandOf(before);

    private static Band? LastBandOf(KpiWindow window) => window.Periods.Count == 0 ? null : window.Periods[^1].Target?.Band;
}
