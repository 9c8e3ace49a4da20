using NodaTime;

namespace OkrKpi;

/// <summary>The periods of a KPI as numbers in a row: each is one more than the one before. Of a daily KPI on business days only those are periods.</summary>
internal sealed class PeriodLine
{
    private readonly ReportingCalendar calendar;
    private readonly Cadence cadence;
    private readonly BusinessDays? businessDays;

    // Hours are counted from one of them: no zone's clock makes them a matter of division.
    private readonly ReportingPeriod origin;

    internal PeriodLine(Kpi kpi, ReportingPeriod origin)
    {
        calendar = kpi.Calendar;
        cadence = kpi.Cadence;
        businessDays = kpi.BusinessDays;
        this.origin = origin;
    }

    internal ReportingPeriod this[long number] =>
        !cadence.IsToldByDate ? origin.Plus(checked((int)number))
        : businessDays is not null ? calendar.PeriodOf(businessDays.DateAt(number), cadence)
        : ReportingPeriod.At(calendar, cadence, number)
            ?? throw new ArgumentOutOfRangeException(nameof(number), number, "The period leaves the years 1 to 9998, in which periods lie.");

    /// <summary>The number of the period that what is recorded on a date counts with. Not for hours.</summary>
    internal long NumberOf(LocalDate date) => businessDays?.NumberOf(date) ?? ReportingPeriod.Containing(calendar, cadence, date).Position;

    internal long NumberOf(ReportingPeriod period) => !cadence.IsToldByDate ? origin.StepsTo(period) : NumberOf(period.Start);

    internal long NumberOf(Instant instant) => !cadence.IsToldByDate
        ? origin.StepsTo(ReportingPeriod.HourContaining(calendar, instant))
        : NumberOf(calendar.DateOf(instant));

    /// <summary>The number of the period a day closes in: of hours the last one of the day.</summary>
    internal long NumberAtCloseOf(LocalDate day) => !cadence.IsToldByDate
        ? origin.StepsTo(calendar.PeriodOf(calendar.PeriodOf(day, Cadence.Day).EndInstant, Cadence.Hour)) - 1
        : NumberOf(day);
}
