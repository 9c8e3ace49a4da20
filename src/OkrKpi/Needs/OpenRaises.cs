using NodaTime;

namespace OkrKpi;

/// <summary>The raises of a KPI's target that are open on a date, and what each of them means.</summary>
internal static class OpenRaises
{
    /// <summary>For so many days a raise is open at least, the day it was decided included.</summary>
    internal const int DaysOpen = 28;

    /// <summary>The open raises, the latest decision first.</summary>
    internal static TargetRaise[] Of(KpiAssessment assessment, Tolerance margin)
    {
        var (kpi, asOf) = (assessment.Kpi, assessment.AsOf);
        if (!kpi.Cadence.IsToldByDate || kpi.Targets.Decisions.Count < 2)
        {
            return [];
        }

        List<Open>? open = null;
        foreach (var entry in kpi.Targets.LedgerOf(kpi).Raises)
        {
            if (entry.Decision.DecidedOn > asOf)
            {
                break;
            }

            if (IsOpen(entry, assessment) && Terms(entry, kpi, asOf) is var (before, now) && now.ComparedWith(before, kpi.Direction) == TargetChange.Raised)
            {
                (open ??= []).Add(new(entry, before, now));
            }
        }

        return open is null ? [] : Told(assessment, open, margin);
    }

    /// <summary>The first day a raise is no longer open, as long as the first period it governs has been judged by then.</summary>
    internal static LocalDate ClosesOn(TargetLedger.Entry entry) => entry.Decision.DecidedOn.PlusDays(DaysOpen);

    private static TargetRaise[] Told(KpiAssessment assessment, List<Open> open, Tolerance margin)
    {
        var raises = new TargetRaise[open.Count];
        HashSet<ReportingPeriod> later = [];
        var hasTold = false;
        for (var index = 0; index < raises.Length; index++)
        {
            var (entry, before, now) = open[open.Count - 1 - index];
            var standing = Standing(assessment, open, open.Count - 1 - index, margin);

            // The latest that asks for an OKR is told; what held before is looked for only where it is shown.
            var isTold = standing == RaiseStanding.AsksForAnOkr && !hasTold;
            hasTold |= isTold;
            var held = isTold || standing == RaiseStanding.WithinMargin ? HeldBefore(assessment, open, open.Count - 1 - index) : before;

            // Where a later raise tells what the period is to reach now, an earlier one tells what it did itself.
            raises[index] = later.Add(entry.Period) || entry.After is not { } after
                ? new(assessment, entry, held, now, margin, standing)
                : new(assessment, entry, before, after, margin, standing);
        }

        return raises;
    }

    private static bool IsOpen(TargetLedger.Entry entry, KpiAssessment assessment) =>
        assessment.AsOf < ClosesOn(entry) || assessment.Judged is not { } judged || judged.Period < entry.Governs;

    // The target before and the one known now. After the unit or meaning was changed they compare only where both were restated in the new terms.
    private static (Target Before, Target Now)? Terms(TargetLedger.Entry entry, Kpi kpi, LocalDate asOf)
    {
        if (kpi.Targets.For(entry.Period, asOf) is not { Target: { } now } inForce || entry.Before is not { } before)
        {
            return null;
        }

        if (kpi.Targets.RedefinitionOf(entry.Period, entry.Decision.DecidedOn, asOf) is not { } redefined)
        {
            return (before, now);
        }

        var restated = kpi.Targets.On(entry.Period.Previous.Start, asOf);
        return restated is { Target: { } held } && restated.DecidedOn >= redefined.DecidedOn && inForce.DecidedOn >= redefined.DecidedOn ? (held, now) : null;
    }

    private static RaiseStanding Standing(KpiAssessment assessment, List<Open> open, int index, Tolerance margin)
    {
        var (entry, before, now) = open[index];
        if (entry.Period.Start > assessment.AsOf.PlusYears(1))
        {
            return RaiseStanding.FarAhead;
        }

        var direction = assessment.Kpi.Direction;
        if (assessment.Judged?.Actual is { } actual && now.IsMetBy(actual, direction)
            && (AYearBefore(assessment, entry.Period) is not { } once || now.IsMetBy(once, direction)))
        {
            return RaiseStanding.ReachedAlready;
        }

        // What is beyond the margin by itself is beyond it from what held before, too.
        return now.RaisedBy(before) <= margin.Of(before)
            && HeldBefore(assessment, open, index) is var held
            && margin.Of(held) is > 0m and var allowed
            && now.RaisedBy(held) <= allowed
            ? RaiseStanding.WithinMargin
            : RaiseStanding.AsksForAnOkr;
    }

    private static decimal? AYearBefore(KpiAssessment assessment, ReportingPeriod period) =>
        period.SameLastYear is { } earlier && assessment.Find(earlier) is { IsComplete: true } found ? found.Actual : null;

    // The target that held for the period before the first of the open raises that changed it.
    private static Target HeldBefore(KpiAssessment assessment, List<Open> open, int index)
    {
        var (kpi, told) = (assessment.Kpi, open[index]);
        for (var earlier = 0; earlier < index; earlier++)
        {
            var (entry, before, _) = open[earlier];
            if (entry.Period == told.Entry.Period)
            {
                return More(told, before, kpi) ?? told.Before;
            }

            var (dayBefore, day) = (
                kpi.Targets.For(told.Entry.Period, entry.Decision.DecidedOn.PlusDays(-1)), kpi.Targets.For(told.Entry.Period, entry.Decision.DecidedOn));
            if (!Equals(dayBefore, day) && dayBefore?.Target is { } held && !Array.Exists(kpi.Targets.Redefinitions, each => each.DecidedOn <= assessment.AsOf))
            {
                return More(told, held, kpi) ?? told.Before;
            }
        }

        return told.Before;
    }

    private static Target? More(Open told, Target before, Kpi kpi) => told.Now.ComparedWith(before, kpi.Direction) == TargetChange.Raised ? before : null;

    private sealed record Open(TargetLedger.Entry Entry, Target Before, Target Now);
}
