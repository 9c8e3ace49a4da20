using Ardalis.GuardClauses;

namespace OkrKpi;

/// <content>Saying otherwise what a KPI is, and taking back what was said. Its id stays: it is what makes it the same KPI.</content>
public sealed partial class Kpi
{
    /// <summary>Gives it another name; its id stays.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public Kpi Renamed(string name) => Changed(kpi => kpi.Name = Require.Text(name, "name of a KPI"));

    /// <summary>
    /// Says in which unit it is measured. Where there are targets, their numbers are of the old unit, so they are restated in the new one from a date on:
    /// trend, growth and effect across that date
    /// are unknown, and nobody takes it for a raise. Counting the same things by another word needs no restatement.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="restated">The targets in the new unit: <c>TargetDecision.From(date, Target.Of(4.2m)).AsRedefinition()</c>; none when nothing was decided
    /// yet.</param>
    /// <returns>The KPI. What was measured stays as recorded, before the date in the old unit.</returns>
    /// <exception cref="ArgumentException">
    /// There are targets and none is restated, a decision is no redefinition or does not fit the KPI, or its measurements are summed and the unit cannot be
    /// added up.
    /// </exception>
    public Kpi In(Unit unit, params IEnumerable<TargetDecision> restated)
    {
        Guard.Against.Null(unit);
        var isOtherWord = unit.Kind == Unit.Kind && unit.Kind == UnitKind.Count;
        return Redefined(kpi => kpi.Unit = unit, isOtherWord || unit.Equals(Unit), $"in {Unit}", $"in {unit}", restated, nameof(unit));
    }

    /// <summary>
    /// Says how often it has a value and how its measurements become that value. Where there are targets, they are restated as in <see cref="In"/>: 100 a month
    /// is 300 a quarter.
    /// </summary>
    /// <param name="cadence">The period the KPI and its targets are stated for.</param>
    /// <param name="aggregation">How the measurements of a period become its value.</param>
    /// <param name="restated">The targets for the new periods, each a redefinition; none when nothing was decided yet.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> or <paramref name="aggregation"/> is undefined.</exception>
    /// <exception cref="ArgumentException">
    /// There are targets and none is restated, a decision is no redefinition or does not fit the KPI, or something said of the KPI contradicts it: what is
    /// expected more often than a period, zero in
    /// silence, a spread, business days, a unit that cannot be added up.
    /// </exception>
    public Kpi Every(Cadence cadence, Aggregation aggregation, params IEnumerable<TargetDecision> restated)
    {
        Require.Defined(cadence);
        Require.Defined(aggregation);
        return Redefined(
            kpi => (kpi.Cadence, kpi.Aggregation) = (cadence, aggregation),
            cadence == Cadence && aggregation == Aggregation, $"every {Cadence} as {Aggregation}", $"every {cadence} as {aggregation}", restated,
            nameof(cadence));
    }

    /// <summary>Says which way it gets better; <see cref="Direction.None"/> makes it one that is only watched.</summary>
    /// <param name="direction">The direction, which all its targets fit.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    /// <exception cref="ArgumentException">A target of the KPI does not fit the direction.</exception>
    public Kpi As(Direction direction)
    {
        Require.Defined(direction);
        var changed = Changed(kpi => kpi.Direction = direction);
        return KpiParts.OfTargets(changed, Targets.Decisions) is { } fault ? throw new ArgumentException(fault, nameof(direction)) : changed;
    }

    /// <summary>
    /// Finds what is wrong with measurements of it: all faults with their index, where <see cref="Portfolio.Measured(KpiId, IEnumerable{Measurement})"/> and
    /// <see cref="MeasurementSeries.With(IEnumerable{Measurement})"/> refuse with the first.
    /// </summary>
    /// <param name="rows">The measurements, as they are to be added at once.</param>
    /// <returns>The faults by index, each found when it is asked for; none when all is well.</returns>
    /// <exception cref="ArgumentException">A row is <see langword="null"/>.</exception>
    public IEnumerable<MeasurementFault> Check(params IEnumerable<Measurement> rows) => Faults(Require.Copy(rows));

    /// <summary>
    /// Takes a decision about its target out, as one that never was. One that was taken and no longer holds is followed by another; one that was recorded
    /// wrongly is corrected.
    /// </summary>
    /// <param name="decision">The decision, one of <see cref="TargetHistory.Decisions"/>; of several equal ones the last.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public Kpi Without(TargetDecision decision) => Changed(kpi => kpi.Targets = Targets.Without(decision));

    /// <summary>Names nobody as the one who answers for it.</summary>
    /// <returns>The KPI.</returns>
    public Kpi WithoutOwner() => Changed(kpi => kpi.Owner = null);

    /// <summary>Lists it under no group.</summary>
    /// <returns>The KPI.</returns>
    public Kpi WithoutGroup() => Changed(kpi => kpi.Group = null);

    /// <summary>Does not say at which level it is set.</summary>
    /// <returns>The KPI.</returns>
    public Kpi WithoutLevel() => Changed(kpi => kpi.Level = null);

    /// <summary>Expects one measurement a period, no more.</summary>
    /// <returns>The KPI.</returns>
    public Kpi MeasuredOnceAPeriod() => Changed(kpi => kpi.MeasuredEvery = null);

    /// <summary>Says that what is not recorded is missing, not zero.</summary>
    /// <returns>The KPI.</returns>
    public Kpi NothingRecordedIsMissing() => Changed(kpi => kpi.IsZeroWhenSilent = false);

    /// <summary>Lets its amount spread evenly over the days of a period.</summary>
    /// <returns>The KPI.</returns>
    public Kpi SpreadEvenly() => Changed(kpi => kpi.Spread = null);

    /// <summary>Says that it has values on every day.</summary>
    /// <returns>The KPI.</returns>
    public Kpi OnEveryDay() => Changed(kpi => kpi.BusinessDays = null);

    /// <summary>Leaves to the rule how "lags" is read.</summary>
    /// <returns>The KPI.</returns>
    public Kpi LagsByTheRule() => Changed(kpi => kpi.Lagging = null);

    private IEnumerable<MeasurementFault> Faults(Measurement[] rows)
    {
        var keys = MeasurementKeys.Of([], rows);
        for (var index = 0; index < rows.Length; index++)
        {
            if ((MeasurementSeries.Misfit(rows[index], this) ?? keys?.Fault(rows[index])) is { } sentence)
            {
                yield return new(index, rows[index], sentence);
            }
        }
    }

    private Kpi Redefined(Action<Kpi> change, bool isSame, string before, string after, IEnumerable<TargetDecision> restated, string name)
    {
        var decisions = Require.Copy(restated);
        if (Array.Find(decisions, static decision => decision.Kind != TargetDecisionKind.Redefinition) is { } other)
        {
            throw new ArgumentException(
                $"The target of '{Name}', {other}, is decided, not restated; say {nameof(TargetDecision.AsRedefinition)}, so that nobody takes it for a raise.",
                nameof(restated));
        }

        if (!isSame && decisions.Length == 0 && Targets.Decisions.Count > 0)
        {
            throw new ArgumentException(
                $"'{Name}' has targets {before}; say what they are {after} from a date on, such as TargetDecision.From(date, "
                + $"Target.Of(100)).{nameof(TargetDecision.AsRedefinition)}().", nameof(restated));
        }

        var changed = Changed(change);
        return KpiParts.Contradiction(changed) is { } fault ? throw new ArgumentException(fault, name) : changed.With(decisions);
    }
}
