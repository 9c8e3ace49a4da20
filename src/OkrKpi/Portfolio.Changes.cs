using Ardalis.GuardClauses;

namespace OkrKpi;

/// <content>Putting KPIs, objectives and measurements in, taking them out and changing them. Each change is checked as <see cref="Of"/> checks, with the same
/// sentences.</content>
public sealed partial class Portfolio
{
    /// <summary>Puts a KPI in the place of the one with its id, or adds it. Its measurements, objectives and dismissals stay.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">Its measurements do not fit it.</exception>
    public Portfolio With(Kpi kpi) => WithKpis([Guard.Against.Null(kpi)], nameof(kpi));

    /// <summary>Puts KPIs in the places of those with their ids, or adds them; all or none.</summary>
    /// <param name="more">The KPIs, each id once.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">An id is given twice, or the measurements of a KPI do not fit it.</exception>
    public Portfolio With(params IEnumerable<Kpi> more) => WithKpis(more, nameof(more));

    /// <summary>Puts an objective in the place of the one with its id, or adds it. What was learned from it and what is aligned to it stays.</summary>
    /// <param name="objective">The objective.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">
    /// It refers to a KPI or an objective that is not there, contributes, in the end, to itself, belongs to a unit that is not in the organisation, or lacks a
    /// key result that another is aligned to.
    /// </exception>
    public Portfolio With(Objective objective) => WithObjectives([Guard.Against.Null(objective)], nameof(objective));

    /// <summary>Puts objectives in the places of those with their ids, or adds them; all or none, so that they may refer to each other.</summary>
    /// <param name="more">The objectives, each id once.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">
    /// An id is given twice, or an objective refers to a KPI or an objective that is not there, contributes, in the end, to itself, belongs to a unit that is
    /// not in the organisation, or lacks a key
    /// result that another is aligned to.
    /// </exception>
    public Portfolio With(params IEnumerable<Objective> more) => WithObjectives(more, nameof(more));

    /// <summary>Puts measurements in the place of all there were of their KPI; <see cref="Measured(KpiId, IEnumerable{Measurement})"/> adds to them.</summary>
    /// <param name="series">The measurements.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio, or a measurement lacks what its aggregation needs.</exception>
    public Portfolio With(MeasurementSeries series)
    {
        var all = ById.With(measurements, [Guard.Against.Null(series)], each => each.Kpi, "series", nameof(series));
        return Holding(kpis, objectives, all, dismissals, nameof(series));
    }

    /// <summary>Takes a KPI out, with its measurements and with what was dismissed of its needs.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such KPI, or an objective addresses it or a key result measures it still.</exception>
    public Portfolio Without(KpiId kpi)
    {
        var known = Known(kpi, nameof(kpi));
        return Holding(
            Array.FindAll(kpis, each => !ReferenceEquals(each, known)),
            objectives,
            Array.FindAll(measurements, each => each.Kpi != known.Id),
            Array.FindAll(dismissals, each => each.Kpi != known.Id),
            nameof(kpi));
    }

    /// <summary>Takes an objective out. Those that carry it on keep its id.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such objective, or another is aligned to it still, or something was learned from it, which is not thrown
    /// away unasked.</exception>
    public Portfolio Without(ObjectiveId objective)
    {
        var known = Known(objective, nameof(objective));
        return Holding(kpis, Array.FindAll(objectives, each => !ReferenceEquals(each, known)), measurements, dismissals, nameof(objective));
    }

    /// <summary>Takes out something learned.</summary>
    /// <param name="learning">The learning, one of <see cref="Learnings"/>.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public Portfolio Without(Learning learning)
    {
        var index = Array.IndexOf(learnings, Guard.Against.Null(learning));
        return index >= 0
            ? Changed(copy => copy.learnings = ById.WithoutAt(learnings, index))
            : throw new ArgumentException("The learning is not in the portfolio; give one of its Learnings.", nameof(learning));
    }

    /// <summary>Takes back that a need was dismissed.</summary>
    /// <param name="dismissal">The dismissal, one of <see cref="Dismissals"/>.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public Portfolio Without(NeedDismissal dismissal)
    {
        var index = Array.IndexOf(dismissals, Guard.Against.Null(dismissal));
        return index >= 0
            ? Changed(copy => copy.dismissals = ById.WithoutAt(dismissals, index))
            : throw new ArgumentException("The dismissal is not in the portfolio; give one of its Dismissals.", nameof(dismissal));
    }

    /// <summary>Takes all measurements of a KPI out, without a trace; one that was wrong is better restated or withdrawn.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The portfolio; the same when nothing was measured.</returns>
    /// <exception cref="ArgumentException">There is no such KPI.</exception>
    public Portfolio WithoutMeasurements(KpiId kpi)
    {
        var known = Known(kpi, nameof(kpi)).Id;
        return seriesOf.ContainsKey(known) ? Holding(kpis, objectives, Array.FindAll(measurements, each => each.Kpi != known), dismissals, nameof(kpi)) : this;
    }

    /// <summary>The same portfolio without a name.</summary>
    /// <returns>The portfolio.</returns>
    public Portfolio WithoutName() => Changed(copy => copy.Name = null);

    /// <summary>The same portfolio without the units of the organisation: every owner is a team of its own.</summary>
    /// <returns>The portfolio.</returns>
    public Portfolio WithoutOrganisation() => Changed(copy => copy.Organisation = null);

    /// <summary>
    /// Changes a KPI: <c>portfolio.Change("meetings", kpi => kpi.OwnedBy("Sales"))</c>. Where the compiler cannot tell KPI from objective, say it: <c>(Kpi kpi)
    /// => ...</c>.
    /// </summary>
    /// <param name="id">The KPI's id.</param>
    /// <param name="change">What is done with it.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such KPI, the change gives nothing or a KPI of another id, or the measurements do not fit the changed
    /// one.</exception>
    public Portfolio Change(string id, Func<Kpi, Kpi> change) => Change(KpiId.Given(id), change);

    /// <inheritdoc cref="Change(string, Func{Kpi, Kpi})"/>
    public Portfolio Change(KpiId id, Func<Kpi, Kpi> change)
    {
        Guard.Against.Null(change);
        return WithKpis([ById.Changed(Known(id, nameof(id)), change, static kpi => kpi.Id, "KPI")], nameof(change));
    }

    /// <summary>
    /// Changes an objective: <c>portfolio.Change("engage-new", objective => objective.Closed(today))</c>. Where the compiler cannot tell KPI from objective,
    /// say it: <c>(Objective each) => ...</c>.
    /// </summary>
    /// <param name="id">The objective's id.</param>
    /// <param name="change">What is done with it.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such objective, the change gives nothing or an objective of another id, or the portfolio would not hold
    /// the changed one.</exception>
    public Portfolio Change(string id, Func<Objective, Objective> change) => Change(ObjectiveId.Given(id), change);

    /// <inheritdoc cref="Change(string, Func{Objective, Objective})"/>
    public Portfolio Change(ObjectiveId id, Func<Objective, Objective> change)
    {
        Guard.Against.Null(change);
        return WithObjectives([ById.Changed(Known(id, nameof(id)), change, static objective => objective.Id, "objective")], nameof(change));
    }

    /// <summary>Adds measurements of a KPI, all or none.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="rows">The measurements; <see cref="OkrKpi.Kpi.Check"/> finds all that is wrong with them at once.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such KPI, a measurement lacks what its aggregation needs, or two have one key.</exception>
    public Portfolio Measured(string kpi, params IEnumerable<Measurement> rows) => Measured(KpiId.Given(kpi), SameKey.Refuse, rows);

    /// <inheritdoc cref="Measured(string, IEnumerable{Measurement})"/>
    public Portfolio Measured(KpiId kpi, params IEnumerable<Measurement> rows) => Measured(kpi, SameKey.Refuse, rows);

    /// <summary>Adds measurements of a KPI, all or none, and says what becomes of one whose key is there already.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="sameKey">What becomes of a measurement whose key is there already.</param>
    /// <param name="rows">The measurements.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">There is no such KPI, a measurement lacks what its aggregation needs, or two have one key and that is
    /// refused.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sameKey"/> is undefined.</exception>
    public Portfolio Measured(string kpi, SameKey sameKey, params IEnumerable<Measurement> rows) => Measured(KpiId.Given(kpi), sameKey, rows);

    /// <inheritdoc cref="Measured(string, SameKey, IEnumerable{Measurement})"/>
    public Portfolio Measured(KpiId kpi, SameKey sameKey, params IEnumerable<Measurement> rows)
    {
        var known = Known(kpi, nameof(kpi));
        var added = Require.Copy(rows);
        PortfolioFaults.Refuse(PortfolioFaults.OfMeasurements(known, added, 0), nameof(rows));
        var series = MeasurementsOf(known.Id).With(sameKey, added);
        return added.Length == 0
            ? this
            : Changed(copy => copy.Hold(kpis, objectives, ById.With(measurements, [series], each => each.Kpi, "series", nameof(rows))));
    }

    private Portfolio WithKpis(IEnumerable<Kpi> more, string name) =>
        Holding(ById.With(kpis, more, static kpi => kpi.Id, "KPI", name), objectives, measurements, dismissals, name);

    private Portfolio WithObjectives(IEnumerable<Objective> more, string name) =>
        Holding(kpis, ById.With(objectives, more, static objective => objective.Id, "objective", name), measurements, dismissals, name);

    // Every change of the lists goes through the faults, with what was checked before left out.
    private Portfolio Holding(Kpi[] newKpis, Objective[] newObjectives, MeasurementSeries[] newMeasurements, NeedDismissal[] newDismissals, string name)
    {
        if (ReferenceEquals(newKpis, kpis) && ReferenceEquals(newObjectives, objectives) && ReferenceEquals(newMeasurements, measurements))
        {
            return this;
        }

        PortfolioFaults.Refuse(
            PortfolioFaults.Of(newKpis, newObjectives, newMeasurements, this)
                .Concat(PortfolioFaults.Of(newObjectives, learnings))
                .Concat(PortfolioFaults.Of(newKpis, newDismissals))
                .Concat(Organisation is null ? [] : PortfolioFaults.Of(newObjectives, Organisation)),
            name);
        return Changed(copy =>
        {
            copy.Hold(newKpis, newObjectives, newMeasurements);
            copy.dismissals = newDismissals;
        });
    }
}
