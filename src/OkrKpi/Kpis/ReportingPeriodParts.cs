namespace OkrKpi;

/// <summary>The whole shorter periods a longer one consists of.</summary>
internal static class ReportingPeriodParts
{
    /// <summary>The parts, no hours; none when they do not fill the longer period, as weeks do not fill a month.</summary>
    internal static ReportingPeriod[] Of(ReportingPeriod over, Cadence into)
    {
        List<ReportingPeriod> parts = [];
        for (ReportingPeriod? next = ReportingPeriod.Containing(
            over.Calendar, into, over.Start); next is { } part && part.Start <= over.End; next = part.PlusOrNull(1))
        {
            parts.Add(part);
        }

        return parts[0].Start == over.Start && parts[^1].End == over.End ? [.. parts] : [];
    }
}
