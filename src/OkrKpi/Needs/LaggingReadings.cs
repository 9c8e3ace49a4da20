using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The readings of "the KPI lags" that come with the library, each by its name: <c>Lagging.MissesInARow(2)</c>.</summary>
/// <remarks>They are members of <see cref="Lagging"/> and only declared here, where they are worked out.</remarks>
public static class LaggingReadings
{
    private static readonly Lagging Standard = Lagging.AnyOf(Lagging.Missed(), Lagging.BehindPace(), Lagging.BelowTargetPath(), Lagging.RestMustExceed());

    extension(Lagging)
    {
        /// <summary>
        /// The default: the latest judged period missed its target, or the running one is off course once half of it was due. An additive KPI is, when it is
        /// more than 10 % behind what was due by now (<see cref="BehindPace(decimal, decimal)"/>);
        /// a level of a quarter or longer, when it is more than 10 % of the way behind the straight line from the target of the period before to its own
        /// (<see cref="BelowTargetPath"/>);
        /// an average or ratio of a quarter or longer, when the rest of the period would have to be better than the target by more than half of it
        /// (<see cref="RestMustExceed"/>).
        /// A minimum, a maximum, a first value and a band are silent until the period is over.
        /// </summary>
        public static Lagging Default => Standard;

        /// <summary>The latest judged period missed its target, by however little; on the target is met.</summary>
        /// <returns>The reading.</returns>
        public static Lagging Missed() => MissedBeyond(Tolerance.None);

        /// <summary>The latest judged period missed its target by more than a tolerance: with 5 % of 100, 94.99 lags and 95 does not.</summary>
        /// <param name="tolerance">How far a target may be missed.</param>
        /// <returns>The reading.</returns>
        public static Lagging MissedBeyond(Tolerance tolerance) => new MissedReading(Guard.Against.Null(tolerance));

        /// <summary>The latest judged periods all missed their targets.</summary>
        /// <param name="count">How many in a row, at least 1.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
        public static Lagging MissesInARow(int count) => MissesOutOf(count, count);

        /// <summary>Some of the latest judged periods missed their targets: 3 of the last 6, in any order.</summary>
        /// <param name="misses">How many, at least 1.</param>
        /// <param name="periods">Of how many latest judged periods, at least <paramref name="misses"/>.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="misses"/> is below 1 or above <paramref name="periods"/>.</exception>
        public static Lagging MissesOutOf(int misses, int periods) => new MissesReading(
            Require.AtLeast(misses, 1, "misses are a number of periods"),
            Require.AtLeast(periods, misses, "the window holds the misses"));

        /// <summary>
        /// The running period of an additive KPI is behind the share of its target that belongs to the days passed:
        /// 40 of 100 meetings after 60 % of the quarter is behind 60 by 33 %.
        /// </summary>
        /// <param name="tolerance">How far behind the pro-rated target is still fine, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. KPIs that are not additive, and bands, are never behind pace.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging BehindPace(decimal tolerance = 0.10m, decimal afterShare = 0.5m) =>
            new BehindPaceReading(null, Share(tolerance), Grace(afterShare));

        /// <summary>
        /// The running period of an additive KPI is behind what a seasonal year makes due by now: a toy shop's year is not behind in September because December
        /// is yet to come.
        /// </summary>
        /// <param name="profile">How the year spreads over its months.</param>
        /// <param name="tolerance">How far behind the target due is still fine, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. KPIs that are not additive, and bands, are never behind pace.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging BehindPace(SeasonalProfile profile, decimal tolerance = 0.10m, decimal afterShare = 0.5m) =>
            new BehindPaceReading(Guard.Against.Null(profile), Share(tolerance), Grace(afterShare));

        /// <summary>
        /// The running period of a level, such as headcount or recurring revenue, is below the straight way from its value at the end of the period before to
        /// its target:
        /// from 100 to 120, 106 after half of the quarter is 4 below the way, 40 % of the 10 due by then.
        /// </summary>
        /// <param name="tolerance">How far off the way is still fine, as a share of the way due by now, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. Only KPIs read as <see cref="Aggregation.Last"/> have such a way; one that begins at or beyond its target is only asked to
        /// keep it.</returns>
        /// <remarks>
        /// A better value of the period before makes the way steeper, so this reading is monotone in the running period's value and in the target, but not in
        /// the value before.
        /// </remarks>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging BelowGlidePath(decimal tolerance = 0.10m, decimal afterShare = 0.5m) => new GlidePathReading(Share(tolerance), Grace(afterShare));

        /// <summary>
        /// The running period of a level of a quarter or longer is off the straight line from the target of the period before to its own: from 100 to 120, 106
        /// after half of the quarter
        /// is 4 off the line, a fifth of the way.
        /// </summary>
        /// <param name="tolerance">How far off the line is still fine, as a share of the whole way, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. Without a target of the period before it is silent; a target that asks for less than that only asks to keep it.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging BelowTargetPath(decimal tolerance = 0.10m, decimal afterShare = 0.5m) =>
            new TargetPathReading(Share(tolerance), Grace(afterShare));

        /// <summary>
        /// The rest of a running average or ratio of a quarter or longer would have to be better than the target by more than a margin: at 3 % of 5 % after
        /// three quarters of the year the rest would have
        /// to average 11 %, which is better by 6 points.
        /// </summary>
        /// <param name="margin">By how much better than the target the rest may have to be, as a share of it, 0 to 1,000,000; exactly so much is still
        /// fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. The rest counts by its part of the period, as if as much were behind each day.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The margin is not 0 to 1,000,000, or the share not 0 to 1.</exception>
        public static Lagging RestMustExceed(decimal margin = 0.5m, decimal afterShare = 0.5m) =>
            new RestReading(Require.Between(margin, 0m, 1_000_000m, "a margin is a share of the target"), Grace(afterShare));

        /// <summary>
        /// The running period of a KPI that is no sum, such as a rate, an average or an index, misses its target so far; it is compared directly, nothing is
        /// pro-rated.
        /// </summary>
        /// <param name="tolerance">How far off the target is still fine, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading. Additive KPIs never lag by it.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging MissedSoFar(decimal tolerance = 0.10m, decimal afterShare = 0.5m) =>
            new MissedSoFarReading(Tolerance.OfShare(tolerance), Grace(afterShare));

        /// <summary>
        /// The running period will miss its target at its present rate: 40 meetings after 36 of 90 days are 100 at the end. A level goes on as it moved since
        /// the period before;
        /// a rate or an average stays as it is.
        /// </summary>
        /// <param name="tolerance">How far off the target the projection may be, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging ProjectedToMiss(decimal tolerance = 0m, decimal afterShare = 0.5m) =>
            new ProjectedReading(null, Share(tolerance), Grace(afterShare));

        /// <summary>The running period of an additive KPI will miss its target when the rest of it goes as the season says.</summary>
        /// <param name="profile">How the year spreads over its months.</param>
        /// <param name="tolerance">How far off the target the projection may be, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <param name="afterShare">Which share of the period must have been due, 0 to 1; exactly that share is enough.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
        public static Lagging ProjectedToMiss(SeasonalProfile profile, decimal tolerance = 0m, decimal afterShare = 0.5m) =>
            new ProjectedReading(Guard.Against.Null(profile), Share(tolerance), Grace(afterShare));

        /// <summary>
        /// Misses use up a budget too fast, over a long and over a short window at once: the long one shows that it matters, the short one that it still goes
        /// on.
        /// With 1 miss allowed in 12 months, 1 in the last 3 burns at 4 times the affordable rate.
        /// </summary>
        /// <param name="budget">How many periods may miss.</param>
        /// <param name="longWindow">The number of latest judged periods of the long window.</param>
        /// <param name="shortWindow">The number of latest judged periods of the short window, at most <paramref name="longWindow"/>.</param>
        /// <param name="factor">Lags when both windows burn at more than this many times the affordable rate; exactly so fast is still fine.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A window is empty, the short one is the longer one, or the factor is not 0 to 1,000,000.</exception>
        public static Lagging Burning(MissBudget budget, int longWindow, int shortWindow, decimal factor = 1m)
        {
            Require.AtLeast(shortWindow, 1, "a window is a number of periods");
            return new BurningReading(
                Guard.Against.Null(budget),
                Require.AtLeast(longWindow, shortWindow, "the long window is no shorter than the short one"),
                shortWindow,
                Require.Between(factor, 0m, 1_000_000m, "a factor says how many times the affordable rate"));
        }

        /// <summary>
        /// The complete periods of the fiscal year so far add up to less than their targets do: 220, 240, 200 of 250 each are 660 of 750, 12 % behind the plan.
        /// </summary>
        /// <param name="tolerance">How far behind is still fine, as a share of the targets' sum, 0 to 1; exactly that far is still fine.</param>
        /// <returns>The reading. Only additive KPIs have such a sum; a period without value or target counts on neither side.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is not 0 to 1.</exception>
        public static Lagging BehindPlan(decimal tolerance = 0.10m) => new BehindPlanReading(Share(tolerance));

        /// <summary>
        /// The KPI is off track for a deadline: at the trend of its latest judged periods it will miss the target of the furthest period that has one of its
        /// own (see <see cref="TargetPlan.Towards(decimal, LocalDate, decimal, LocalDate, LocalDate?)"/>).
        /// From 18, 18.5 and 19 a year in 2021 to 2023 the trend is at 22.5 in 2030, where 30 is wanted. Works for KPIs that are measured once a year.
        /// </summary>
        /// <param name="periods">Of how many latest complete periods the trend is, 2 to 1,000; those without a value are left out, and two with one are
        /// needed.</param>
        /// <param name="course">Whether the trend is a straight line or a growth; a growth only where all values are above 0.</param>
        /// <param name="tolerance">How far off the target the trend may end, as a share of it, 0 to 1; exactly that far is still fine.</param>
        /// <returns>The reading. It is silent from the deadline on, and without a target that begins after the latest judged period.</returns>
        /// <remarks>
        /// The trend is the line of least squares. A better value of an early period makes it flatter, so this reading is monotone in the latest value and in
        /// the target only.
        /// </remarks>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not 2 to 1,000, <paramref name="course"/> is undefined, or
        /// <paramref name="tolerance"/> is not 0 to 1.</exception>
        public static Lagging OffTrackForDeadline(int periods = 5, Course course = Course.Line, decimal tolerance = 0m)
        {
            Require.Between(periods, 2m, 1_000m, "a trend is that of some latest periods");
            return new OffTrackReading(periods, Require.Defined(course), Share(tolerance));
        }

        /// <summary>The KPI has a target, but the latest judged periods have no value: nobody can tell that it does not lag.</summary>
        /// <param name="periods">For how many complete periods nothing was measured, at least 1.</param>
        /// <returns>The reading. Its evidence has no gap.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 1.</exception>
        public static Lagging Stale(int periods = 1) => new StaleReading(Require.AtLeast(periods, 1, "silence is counted in periods"));

        /// <summary>
        /// The process cannot reach its target as it is (<see cref="Assurance.NeverReaches"/>), by the default rules: the target 95 lies above what this
        /// process gives, 78.1 to 91.4. Something has to change, and that is what an OKR is for.
        /// </summary>
        /// <returns>The reading. It is silent without limits, and while the target may be reached by chance.</returns>
        /// <remarks>Statistical: a better value widens the limits or moves their centre, so this reading need not be monotone.</remarks>
        public static Lagging CannotReachItsTarget() => CannotReachItsTarget(SignalRules.Default);

        /// <summary>The process cannot reach its target as it is, by other rules: with a baseline that is frozen, or with seasons.</summary>
        /// <param name="rules">The rules that give the limits.</param>
        /// <returns>The reading.</returns>
        public static Lagging CannotReachItsTarget(SignalRules rules) => new CannotReachReading(Guard.Against.Null(rules));

        /// <summary>
        /// The latest judged period is part of a signal in the bad direction (<see cref="Variation.Worsening"/>), by the default rules: an early warning, even
        /// while the target is met.
        /// </summary>
        /// <returns>The reading. It is silent without limits, without a target, and for noise, be it above or below the target.</returns>
        /// <remarks>Statistical: a better value moves the limits too unless they are frozen, so this reading need not be monotone.</remarks>
        public static Lagging UnfavourableSignal() => UnfavourableSignal(SignalRules.Default);

        /// <summary>The latest judged period is part of a signal in the bad direction, by other rules.</summary>
        /// <param name="rules">The rules.</param>
        /// <returns>The reading.</returns>
        public static Lagging UnfavourableSignal(SignalRules rules) => new UnfavourableReading(Guard.Against.Null(rules));

        /// <summary>
        /// Two readings against flapping: the KPI lags from the day the first says so, for as long as the second, milder one goes on saying so.
        /// <c>Hysteresis(starts: BehindPace(0.10m), lasts: BehindPace(0.05m))</c> is quiet again only within 5 %.
        /// </summary>
        /// <param name="starts">Says when lagging begins.</param>
        /// <param name="lasts">Says whether it goes on; where the first speaks, this one need not.</param>
        /// <returns>The reading. It looks back day by day with what was known on each day, so that a past answer never changes.</returns>
        public static Lagging Hysteresis(Lagging starts, Lagging lasts) => new HysteresisReading(Guard.Against.Null(starts), Guard.Against.Null(lasts));

        /// <summary>At least one reading says so; the first that does gives the evidence.</summary>
        /// <param name="readings">The readings, most telling first.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentException">There is none.</exception>
        public static Lagging AnyOf(params IEnumerable<Lagging> readings) => new AnyOfReading(Readings(readings));

        /// <summary>All readings say so; the first gives the evidence, and what the others saw stands below it.</summary>
        /// <param name="readings">The readings, most telling first.</param>
        /// <returns>The reading.</returns>
        /// <exception cref="ArgumentException">There is none.</exception>
        public static Lagging AllOf(params IEnumerable<Lagging> readings) => new AllOfReading(Readings(readings));
    }

    private static decimal Share(decimal tolerance) => Require.Between(tolerance, 0m, 1m, "a tolerance is a share of the target");

    private static decimal Grace(decimal afterShare) => Require.Between(afterShare, 0m, 1m, "a grace is a share of the period");

    private static Lagging[] Readings(IEnumerable<Lagging> readings)
    {
        var copy = Require.Copy(readings);
        return copy.Length > 0 ? copy : throw new ArgumentException("Give at least one reading.", nameof(readings));
    }
}
