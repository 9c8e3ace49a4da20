using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Analytics;

/// <summary>Readings of the effect of an objective that a cycle's review can use: <c>EffectRule.Default.With(EffectReading.Interrupted(...))</c>.</summary>
public static class CauseReadings
{
    extension(EffectReading)
    {
        /// <summary>
        /// By where the KPI was going before (see <see cref="InterruptedSeries"/>), in up to 48 of its periods: for what changed on a day for everybody.
        /// With two seasons before, a season of one wave is allowed for. The periods of a declared lag count with those before.
        /// </summary>
        /// <param name="portfolio">The portfolio, for the KPI's periods before the compared ones.</param>
        /// <param name="asOf">The date whose knowledge counts.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException">When judging: <paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public static EffectReading Interrupted(Portfolio portfolio, LocalDate asOf) => new InterruptedReading(Guard.Against.Null(portfolio), asOf);

        /// <summary>
        /// By how KPIs went whose people did not act (see <see cref="DifferenceInDifferences"/>), in up to 48 periods that all of them have a value in.
        /// </summary>
        /// <param name="portfolio">The portfolio, for the periods of all of them.</param>
        /// <param name="asOf">The date whose knowledge counts.</param>
        /// <param name="others">The KPIs of those who did not act, of the same cadence and calendar.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentException">There are no others, or one is not in the portfolio.</exception>
        /// <exception cref="ArgumentOutOfRangeException">When judging: <paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public static EffectReading AgainstOthers(Portfolio portfolio, LocalDate asOf, params IEnumerable<KpiId> others)
        {
            Guard.Against.Null(portfolio);
            Kpi[] kpis = [.. Guard.Against.Null(others).Select(portfolio.Kpi)];
            return kpis.Length == 0
                ? throw new ArgumentException("Give one KPI or more of those who did not act.", nameof(others))
                : new OthersReading(portfolio, asOf, kpis);
        }
    }

    private const int Most = 48;

    private static KpiHistory History(Kpi kpi, Portfolio portfolio, LocalDate asOf) =>
        KpiHistory.Of(KpiAssessment.Of(kpi, portfolio.MeasurementsOf(kpi.Id), asOf), Cadences.SeasonOf(kpi));

    // By period, since others need not have them all.
    private static Dictionary<ReportingPeriod, decimal> Values(KpiHistory history, Func<int, bool> counts) =>
        Enumerable.Range(0, history.Periods.Length).Where(counts)
            .ToDictionary(index => history.Periods[index], index => Numbers.Amount(history.Values[index]));

    private static Dictionary<ReportingPeriod, decimal> Measured(KpiHistory history) => Values(history, index => !history.IsFilled[index]);

    private static (ReportingPeriod[] Before, ReportingPeriod[] After) Sides(
        IEnumerable<ReportingPeriod> periods, Func<ReportingPeriod, bool> isBefore, KpiWindow after)
    {
        ReportingPeriod[] order = [.. periods.Order()];
        return ([.. order.Where(isBefore).TakeLast(Most)], [.. order.Where(each => each >= after.First && each <= after.Last)]);
    }

    private static bool IsJudged(KpiWindow before, KpiWindow after) =>
        Guard.Against.Null(before).Last < Guard.Against.Null(after).First && after.Coverage.IsFull && after.Coverage.Present > 0;

    private sealed class InterruptedReading(Portfolio portfolio, LocalDate asOf) : EffectReading
    {
        public override KpiMovement Judge(KpiWindow before, KpiWindow after)
        {
            if (!IsJudged(before, after))
            {
                return KpiMovement.CannotTell;
            }

            var kpi = after.Kpi;
            var values = Values(History(kpi, portfolio, asOf), static _ => true);

            // By its meaning a lag has no effect yet, so its periods still show where the line of before leads.
            var (earlier, later) = Sides(values.Keys, each => each < after.First, after);
            var season = Cadences.SeasonOf(kpi);
            return earlier.Length < 6 || later.Length < 3
                ? KpiMovement.CannotTell
                : InterruptedSeries.Of(
                    [.. earlier.Concat(later).Select(each => values[each])], earlier.Length, season > 2 && earlier.Length >= 2 * season ? 1 : 0, season)
                    .Verdict(kpi.Direction);
        }

        public override string ToString() => "an interrupted series";
    }

    private sealed class OthersReading(Portfolio portfolio, LocalDate asOf, Kpi[] others) : EffectReading
    {
        public override KpiMovement Judge(KpiWindow before, KpiWindow after)
        {
            if (!IsJudged(before, after) || Array.Exists(others, other => other.Id.Equals(after.Kpi.Id)))
            {
                return KpiMovement.CannotTell;
            }

            var own = Measured(History(after.Kpi, portfolio, asOf));
            var those = Array.ConvertAll(others, other => Measured(History(other, portfolio, asOf)));
            var (earlier, later) = Sides(
                own.Keys.Where(each => Array.TrueForAll(those, other => other.ContainsKey(each))), each => each <= before.Last, after);
            ReportingPeriod[] all = [.. earlier, .. later];
            return earlier.Length < 6 || later.Length < 2
                ? KpiMovement.CannotTell
                : DifferenceInDifferences.Of(
                    [.. all.Select(each => own[each])], earlier.Length, those.Select(other => (IReadOnlyList<decimal>)[.. all.Select(each => other[each])]))
                    .Verdict(after.Kpi.Direction);
        }

        public override string ToString() => "a comparison with those who did not act";
    }
}
