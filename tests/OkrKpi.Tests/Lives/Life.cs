using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>
/// A life of a KPI, told as it happened: what is measured and when it is known, what was decided and when, what covers it. <see cref="In(int)"/> asks the rule
/// on every day, each with what was known then.
/// </summary>
internal sealed class Life
{
    private readonly Kpi bare;
    private readonly TargetDecision[] decisions;
    private readonly OkrNeedRule rule;
    private readonly Measurement[] rows;
    private readonly Objective[] objectives;
    private readonly NeedDismissal[] dismissals;

    private Life(Kpi bare, TargetDecision[] decisions, OkrNeedRule rule, Measurement[] rows, Objective[] objectives, NeedDismissal[] dismissals)
    {
        (this.bare, this.decisions, this.rule, this.rows, this.objectives, this.dismissals) = (bare, decisions, rule, rows, objectives, dismissals);
        Kpi = bare.With(decisions);
        Series = MeasurementSeries.Of(bare.Id, rows);
    }

    internal Kpi Kpi { get; }

    internal MeasurementSeries Series { get; }

    internal IReadOnlyList<TargetDecision> Decisions => decisions;

    internal IReadOnlyList<Measurement> Rows => rows;

    /// <summary>The life of a KPI that has no target yet.</summary>
    internal static Life Of(Kpi kpi) => new(kpi, [], OkrNeedRule.Default, [], [], []);

    /// <summary>The same life of the KPI with other settings.</summary>
    internal Life Where(Func<Kpi, Kpi> change) => new(change(bare), decisions, rule, rows, objectives, dismissals);

    internal Life Decided(params IEnumerable<TargetDecision> more) => new(bare, [.. decisions, .. more], rule, rows, objectives, dismissals);

    internal Life Decided(TargetPlan plan) => Decided(plan.Decisions);

    internal Life Target(decimal value, LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        Decided(TargetDecision.From(from, OkrKpi.Target.Of(value), decidedOn, because));

    internal Life Target(Target target, LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        Decided(TargetDecision.From(from, target, decidedOn, because));

    internal Life Asking(OkrNeedRule other) => new(bare, decisions, other, rows, objectives, dismissals);

    internal Life Asking(Lagging reading) => Asking(OkrNeedRule.Default.With(reading));

    internal Life Measured(LocalDate date, decimal value) => Measured([Measurement.On(date, value)]);

    internal Life Measured(params IEnumerable<Measurement> more) => new(bare, decisions, rule, [.. rows, .. more], objectives, dismissals);

    /// <summary>A row on the last day of every period of a cadence between two dates, known on that day or so many days after it.</summary>
    internal Life MeasuredEach(Cadence cadence, LocalDate from, LocalDate through, decimal value, int knownAfter = 0) =>
        MeasuredEach(cadence, from, through, _ => value, knownAfter);

    /// <summary>A row on the last day of every period of a cadence between two dates; none where there is no value.</summary>
    internal Life MeasuredEach(Cadence cadence, LocalDate from, LocalDate through, Func<ReportingPeriod, decimal?> value, int knownAfter = 0) =>
        Measured(Periods(cadence, from, through)
            .Select(period => (period.End, Value: value(period)))
            .Where(row => row.Value is not null)
            .Select(row => Row(row.End, row.Value!.Value, knownAfter)));

    internal static Measurement Row(LocalDate date, decimal value, int knownAfter = 0) =>
        knownAfter == 0 ? Measurement.On(date, value) : Measurement.On(date, value).Known(date.PlusDays(knownAfter));

    /// <summary>An objective with one key result that addresses the KPI.</summary>
    internal Life CoveredBy(string id, Cycle cycle) => CoveredBy(Objective.Define(id, id, cycle).OwnedBy("Somebody").Addressing(bare)
        .With(KeyResult.Define(id + "-1", id, Unit.Count("thing"), Goal.FromTo(0, 10))));

    internal Life CoveredBy(Objective objective) => new(bare, decisions, rule, rows, [.. objectives, objective], dismissals);

    internal Life Dismissed(LocalDate on) => Dismissed(NeedDismissal.Of(bare.Id, on, "we live with it"));

    internal Life Dismissed(NeedDismissal dismissal) => new(bare, decisions, rule, rows, objectives, [.. dismissals, dismissal]);

    /// <summary>The same life with its rows, decisions, objectives and dismissals told in another order.</summary>
    internal Life Shuffled(int seed)
    {
        var random = new Random(seed);
        // Of two decisions of one day for the same time the one added later holds: a record put over another.
        return new(
            bare, [.. Any([.. decisions.GroupBy(decision => decision.DecidedOn)]).SelectMany(day => day)], rule, Any(rows), Any(objectives), Any(dismissals));

        T[] Any<T>(T[] items)
        {
            T[] copy = [.. items];
            random.Shuffle(copy);
            return copy;
        }
    }

    /// <summary>The same life without what became known or was decided after a day.</summary>
    internal Life AsKnownOn(LocalDate day) => new(
        bare,
        [.. decisions.Where(decision => decision.DecidedOn <= day)],
        rule,
        [.. rows.Where(row => KnownOn(row) <= day)],
        objectives,
        [.. dismissals.Where(dismissal => dismissal.On <= day)]);

    /// <summary>The same life with the value of one row changed by an amount.</summary>
    internal Life Changing(int index, decimal by)
    {
        var row = rows[index];
        var changed = Measurement.Recorded(row.Date, row.At, row.Value + by, row.Weight, row.Denominator, row.Segment, row.KnownOn);
        changed = row.Restates ? changed.Restating(row.KnownOn!.Value) : changed;
        return new(bare, decisions, rule, [.. rows[..index], changed, .. rows[(index + 1)..]], objectives, dismissals);
    }

    internal LocalDate KnownOn(Measurement row) => row.KnownOn ?? row.Date ?? bare.Calendar.DateOf(row.At!.Value);

    internal KpiAssessment Assessed(LocalDate on) => KpiAssessment.Of(Kpi, Series, on);

    internal OkrNeed On(LocalDate day) => rule.Apply(Assessed(day), objectives, dismissals);

    internal OkrNeed On(int year, int month, int day) => On(new LocalDate(year, month, day));

    internal Strip In(int year) => Between(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Every day between two, both included; the timeline has to tell the same.</summary>
    internal Strip Between(LocalDate from, LocalDate through)
    {
        var assessment = Assessed(from);
        var days = Enumerable.Range(0, NodaTime.Period.DaysBetween(from, through) + 1).Select(from.PlusDays);
        var strip = new Strip(days.Select(day => new LifeDay(day, rule.Apply(assessment.On(day), objectives, dismissals))));
        strip.IsToldBy(TimelineOfPortfolio(from, through), this);
        return strip;
    }

    internal NeedTimeline Timeline(LocalDate from, LocalDate through) => NeedTimeline.Of(Kpi, Series, from, through, rule);

    internal NeedTimeline TimelineOfPortfolio(LocalDate from, LocalDate through) =>
        Portfolio.Of([Kpi], objectives, [Series]).With(dismissals).Timeline(bare.Id, from, through, rule);

    /// <summary>The periods of the KPI's calendar from the one a date lies in to the last that is over on another.</summary>
    internal IEnumerable<ReportingPeriod> Periods(Cadence cadence, LocalDate from, LocalDate through)
    {
        for (var period = bare.Calendar.PeriodOf(from, cadence); period.End <= through; period = period.Next)
        {
            yield return period;
        }
    }

    /// <summary>The days design 5 names as those on which an answer may change.</summary>
    internal HashSet<LocalDate> DaysOnWhichSomethingHappens(LocalDate from, LocalDate through)
    {
        HashSet<LocalDate> days = [];
        foreach (var row in rows)
        {
            days.Add(KnownOn(row));
        }

        foreach (var decision in decisions)
        {
            // A raise is open for 28 days, and a reason from a year before the period on that it begins with.
            days.UnionWith([decision.DecidedOn, decision.DecidedOn.PlusDays(28), decision.EffectiveFrom, .. YearBefore(decision)]);
        }

        foreach (var cadence in new[] { bare.Cadence, bare.MeasuredEvery ?? bare.Cadence })
        {
            foreach (var period in Periods(cadence, from.PlusYears(-1), through.PlusYears(1)))
            {
                var half = period.Start.PlusDays((period.Days - 1) / 2);
                days.UnionWith([period.Start, period.End, period.End.PlusDays(bare.PublicationDelay), half, half.PlusDays(bare.PublicationDelay)]);
            }
        }

        foreach (var objective in objectives)
        {
            days.UnionWith([objective.Cycle.Start, objective.Cycle.End.PlusDays(1), objective.ClosingDate, objective.ClosingDate.PlusDays(1)]);
        }

        foreach (var dismissal in dismissals)
        {
            days.UnionWith([dismissal.On, .. dismissal.Through is { } last ? (LocalDate[])[last, last.PlusDays(1)] : []]);
        }

        return days;

        // A period more than a year away is no reason yet.
        IEnumerable<LocalDate> YearBefore(TargetDecision decision) =>
            Periods(bare.Cadence, decision.DecidedOn.PlusDays(365), through.PlusYears(2)).Select(period => period.Start.PlusYears(-1));
    }

    /// <summary>The life in words, for a test that fails.</summary>
    internal string Story() => string.Concat(
        $"  {Kpi.Cadence} {Kpi.Aggregation} {Kpi.Direction} measured every {Kpi.MeasuredEvery?.ToString() ?? "period"}, published after "
        + $"{Kpi.PublicationDelay}, zero when silent {Kpi.IsZeroWhenSilent}, spread {Kpi.Spread}, business days {Kpi.BusinessDays}, {Kpi.Calendar}\n",
        string.Concat(
            decisions.OrderBy(decision => decision.DecidedOn).Take(30).Select(decision => $"  {decision}, decided {decision.DecidedOn}, {decision.Kind}\n")),
        string.Concat(rows.Take(80).Select(
            row => $"  {row}{(row.Segment is { } segment ? $" {segment}" : "")}{(row.KnownOn is { } known ? $" known {known}" : "")}{(row.Restates ? " restated" : "")}\n")),
        string.Concat(objectives.Select(objective => $"  {objective.Id} {objective.Cycle.Start} to {objective.Cycle.End}\n")),
        string.Concat(dismissals.Select(dismissal => $"  dismissed {dismissal.On} to {dismissal.Through}\n")));
}
