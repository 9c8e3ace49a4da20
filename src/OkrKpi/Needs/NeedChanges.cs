using NodaTime;

namespace OkrKpi;

/// <summary>
/// The days on which the answer of the rule for a KPI can change: something became known, due or decided, a period began or ended, a raise came near or was
/// seen for long enough, cover or dismissal began or ended.
/// </summary>
internal static class NeedChanges
{
    /// <summary>Those after the day of an assessment, up to another, in order.</summary>
    internal static IEnumerable<LocalDate> Between(KpiAssessment first, LocalDate through, OkrNeedRule rule, Objective[] objectives, NeedDismissal[] dismissals)
    {
        var kpi = first.Kpi;
        var days = new Days(first.AsOf, through);
        if (IsAskedEveryDay(kpi, rule))
        {
            return days.All();
        }

        foreach (var day in first.KnownFrom)
        {
            days.Mark(day);
        }

        MarkPeriods(days, kpi, kpi.Cadence);
        if (kpi.MeasuredEvery is { } every)
        {
            MarkPeriods(days, kpi, every);
        }

        MarkDecisions(days, kpi);
        foreach (var objective in objectives)
        {
            days.Mark(objective.Cycle.Start);
            days.MarkAfter(objective.Cycle.End);
            days.Mark(objective.ClosedOn);

            // Without any key result left an objective covers nothing.
            foreach (var keyResult in objective.KeyResults)
            {
                days.Mark(keyResult.CancelledOn);
            }
        }

        foreach (var dismissal in dismissals)
        {
            days.Mark(dismissal.On);
            days.MarkAfter(dismissal.Through);
        }

        return days.Marked();
    }

    // Where silence is zero, every day tells something; so does every day where periods or measuring periods are no longer than a day.
    private static bool IsAskedEveryDay(Kpi kpi, OkrNeedRule rule) =>
        kpi.IsZeroWhenSilent
            || kpi.Cadence.IsShort
            || kpi.MeasuredEvery?.IsShort == true
            || !(kpi.Lagging ?? rule.Lagging).ChangesWithEventsOnly;

    private static void MarkPeriods(Days days, Kpi kpi, Cadence cadence)
    {
        var from = LocalDate.Max(days.From.PlusDays(-kpi.PublicationDelay - 1), Require.FirstDate);
        ReportingPeriod? first = ReportingPeriod.Containing(kpi.Calendar, cadence, from);
        for (var next = first; next is { } period && period.Start <= days.Through; next = period.PlusOrNull(1))
        {
            var end = period.End;
            days.Mark(period.Start);
            days.Mark(end);
            days.Mark(DayNumber.Of(end) + kpi.PublicationDelay);
        }
    }

    // A raise is open for some days at least, and no reason before it is a year ahead; a leap day moves that by one.
    private static void MarkDecisions(Days days, Kpi kpi)
    {
        foreach (var decision in kpi.Targets.Decisions)
        {
            days.Mark(decision.DecidedOn);
            days.Mark(decision.EffectiveFrom);
        }

        foreach (var rebase in kpi.Rebases)
        {
            days.Mark(rebase.DecidedOn);
        }

        foreach (var raise in kpi.Targets.LedgerOf(kpi).Raises)
        {
            days.Mark(OpenRaises.ClosesOn(raise));
            var near = DayNumber.Of(raise.Period.Start.PlusYears(-1));
            days.Mark(near);
            days.Mark(near + 1);
        }
    }

    /// <summary>Days after one and up to another, marked one by one.</summary>
    private sealed class Days
    {
        private readonly int from;
        private readonly bool[] marked;

        internal Days(LocalDate from, LocalDate through)
        {
            (From, Through) = (from, through);
            this.from = DayNumber.Of(from);
            marked = new bool[DayNumber.Of(through) - this.from + 1];
        }

        internal LocalDate From { get; }

        internal LocalDate Through { get; }

        internal void Mark(int day)
        {
            var index = day - from;
            if (index > 0 && index < marked.Length)
            {
                marked[index] = true;
            }
        }

        internal void Mark(LocalDate? day)
        {
            if (day is { } date)
            {
                Mark(DayNumber.Of(date));
            }
        }

        internal void MarkAfter(LocalDate? day)
        {
            if (day is { } date)
            {
                Mark(DayNumber.Of(date) + 1);
            }
        }

        internal IEnumerable<LocalDate> All() => Enumerable.Range(1, marked.Length - 1).Select(index => From.PlusDays(index));

        internal IEnumerable<LocalDate> Marked() => Enumerable.Range(1, marked.Length - 1).Where(index => marked[index]).Select(index => From.PlusDays(index));
    }
}
