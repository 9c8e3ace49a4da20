using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A reading of "the KPI lags": looks at an assessment and says what it saw, or that it saw nothing.</summary>
/// <remarks>Readings hold no state. Write your own by deriving and returning the reason through <see cref="Because"/>.</remarks>
public abstract class Lagging
{
    /// <summary>The default: the latest complete period is missed, or the running period of an additive KPI is more than 10 % behind its pro-rated target after half of it has passed.</summary>
    public static Lagging Default { get; } = AnyOf(Missed(), BehindPace());

    /// <summary>The latest complete period missed its target, by however little; on the target is met.</summary>
    /// <returns>The reading.</returns>
    public static Lagging Missed() => new MissedReading(1);

    /// <summary>The latest complete periods all missed their targets.</summary>
    /// <param name="count">How many in a row, at least 1.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Lagging MissesInARow(int count) => new MissedReading(Require.AtLeast(count, 1, "a run of misses is a number of periods"));

    /// <summary>
    /// The running period of an additive KPI is behind the share of its target that belongs to the days passed:
    /// 40 of 100 meetings after 60 % of the quarter is behind 60 by 33 %.
    /// </summary>
    /// <param name="tolerance">How far behind the pro-rated target is still fine, as a share of it, 0 to 1; exactly that far is still fine.</param>
    /// <param name="afterShare">Which share of the period must have passed, 0 to 1; exactly that share is enough.</param>
    /// <returns>The reading. KPIs that are not additive, and bands, are never behind pace.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
    public static Lagging BehindPace(decimal tolerance = 0.10m, decimal afterShare = 0.5m) => new BehindPaceReading(
        Require.Between(tolerance, 0m, 1m, "a tolerance is a share of the target"),
        Require.Between(afterShare, 0m, 1m, "a grace is a share of the period"));

    /// <summary>At least one reading says so; the first that does gives the evidence.</summary>
    /// <param name="readings">The readings, most telling first.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Lagging AnyOf(params IEnumerable<Lagging> readings) => new AnyOfReading(Readings(readings));

    /// <summary>All readings say so; the first gives the evidence.</summary>
    /// <param name="readings">The readings, most telling first.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Lagging AllOf(params IEnumerable<Lagging> readings) => new AllOfReading(Readings(readings));

    /// <summary>Looks at a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <returns>The reason, with its evidence; <see langword="null"/> when the KPI does not lag by this reading.</returns>
    public abstract LaggingReason? Check(KpiAssessment assessment);

    /// <summary>Makes the reason of a reading.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="evidence">The period that shows it; it has an actual and a target.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The period has no actual or no target.</exception>
    protected static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(evidence);
        if (evidence.Gap is not { } gap)
        {
            throw new ArgumentException($"{evidence.Period} has no actual or no target, so it cannot show that '{evidence.Kpi.Name}' lags.", nameof(evidence));
        }

        var since = assessment.MissedSince() ?? evidence;
        return new(evidence, since, gap, Explanation.Of(
            since == evidence ? "need.missed" : "need.missedSince",
            new Fact("kpi", evidence.Kpi.Name), new Fact("period", evidence.Period), new Fact("actual", evidence.Actual, evidence.Kpi.Unit),
            new Fact("target", evidence.Target, evidence.Kpi.Unit), new Fact("gap", gap, evidence.Kpi.Unit), new Fact("since", since.Period)));
    }

    private static Lagging[] Readings(IEnumerable<Lagging> readings)
    {
        var copy = Require.Copy(readings);
        return copy.Length > 0 ? copy : throw new ArgumentException("Give at least one reading.", nameof(readings));
    }

    private sealed class MissedReading(int count) : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment)
        {
            Guard.Against.Null(assessment);
            if (assessment.Latest is not { IsMissed: true } latest)
            {
                return null;
            }

            var run = 0;
            for (var index = assessment.Periods.Count - 1; index >= 0 && run < count; index--)
            {
                var period = assessment.Periods[index];
                if (period.IsMissed)
                {
                    run++;
                }
                else if (period.IsComplete)
                {
                    break;
                }
            }

            return run >= count ? Because(assessment, latest) : null;
        }
    }

    private sealed class BehindPaceReading(decimal tolerance, decimal afterShare) : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment)
        {
            Guard.Against.Null(assessment);
            var kpi = assessment.Kpi;
            if (assessment.Running is not { Actual: { } actual, Target.Value: { } target } running || kpi.Aggregation.Additivity() != Additivity.Additive)
            {
                return null;
            }

            // Compared in whole days before dividing, so that exactly on the tolerance is on it: 60 of 100 after 20 of 30 days.
            var days = running.Period.Days;
            var elapsed = Period.DaysBetween(running.Period.Start, assessment.AsOf) + 1;
            var due = target * elapsed;
            var shortfall = kpi.Direction == Direction.HigherIsBetter ? due - (actual * days) : (actual * days) - due;
            if (elapsed < afterShare * days || shortfall <= tolerance * Math.Abs(due))
            {
                return null;
            }

            var proRated = Target.Of(due / days);
            var gap = proRated.Gap(actual, kpi.Direction);
            return new(running, running, gap, Explanation.Of(
                "need.behindPace",
                new Fact("kpi", kpi.Name), new Fact("period", running.Period), new Fact("actual", actual, kpi.Unit), new Fact("proRated", proRated, kpi.Unit),
                new Fact("target", running.Target, kpi.Unit), new Fact("share", (decimal)elapsed / days), new Fact("gap", gap, kpi.Unit), new Fact("tolerance", tolerance)));
        }
    }

    private sealed class AnyOfReading(Lagging[] readings) : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment)
        {
            foreach (var reading in readings)
            {
                if (reading.Check(assessment) is { } reason)
                {
                    return reason;
                }
            }

            return null;
        }
    }

    private sealed class AllOfReading(Lagging[] readings) : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment)
        {
            var reasons = Array.ConvertAll(readings, reading => reading.Check(assessment));
            return Array.Exists(reasons, reason => reason is null) ? null : reasons[0];
        }
    }
}
