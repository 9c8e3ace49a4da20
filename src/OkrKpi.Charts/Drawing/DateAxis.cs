using System.Globalization;
using NodaTime;

namespace OkrKpi.Charts;

/// <summary>An axis of days, labelled by months, or by weeks where it is short.</summary>
internal sealed class DateAxis
{
    private const double Between = 8;
    private const int ShortDays = 70;

    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200];

    private readonly LocalDate first;
    private readonly int days;
    private readonly double left;
    private readonly double right;

    internal DateAxis(LocalDate first, LocalDate last, double left, double right)
    {
        (this.first, this.left, this.right) = (first, left, right);
        days = Math.Max(1, Period.DaysBetween(first, last) + 1);
    }

    /// <summary>Where a day begins.</summary>
    internal double Start(LocalDate date) => left + ((right - left) * Math.Clamp((double)Period.DaysBetween(first, date) / days, 0, 1));

    /// <summary>Where a day ends.</summary>
    internal double End(LocalDate date) => left + ((right - left) * Math.Clamp((Period.DaysBetween(first, date) + 1.0) / days, 0, 1));

    internal void Draw(SvgWriter svg, ChartText text, double top, double bottom)
    {
        var last = first.PlusDays(days - 1);
        var (near, far) = (left - Between, left - Between);
        if (days <= ShortDays)
        {
            var step = (right - left) * 7 / days >= TextWidth.Of("00-00", TextWidth.Normal) + Between ? 7 : 14;
            for (var date = first; date <= last; date = date.PlusDays(step))
            {
                svg.Line("g", Start(date), top, Start(date), bottom);
                Label(Short(date, text), Start(date), bottom + 15, ref near);
            }

            Label(first.Year.ToString(CultureInfo.InvariantCulture), left, bottom + 30, ref far);
            return;
        }

        var month = (right - left) * 30 / days;
        var widest = Enumerable.Range(1, 12).Max(each => TextWidth.Of(text["month" + each.ToString(CultureInfo.InvariantCulture)], TextWidth.Normal)) + Between;
        var every = Array.Find(Months, each => each * month >= widest);
        every = every == 0 ? Months[^1] : every;
        var start = new LocalDate(first.Year, first.Month, 1);
        start = start < first ? start.PlusMonths(1) : start;
        var year = 0;
        for (var date = start; date <= last && date.Year < 9_990; date = date.PlusMonths(1))
        {
            if (((date.Year * 12) + date.Month - 1) % every != 0)
            {
                continue;
            }

            svg.Line("g", Start(date), top, Start(date), bottom);
            var name = every >= 12 ? date.Year : 0;
            Label(name > 0 ? Year(name) : text["month" + date.Month.ToString(CultureInfo.InvariantCulture)], Start(date), bottom + 15, ref near);
            if (name == 0 && date.Year != year)
            {
                Label(Year(date.Year), Start(date), bottom + 30, ref far);
                year = date.Year;
            }
        }

        string Year(int number) => number.ToString(CultureInfo.InvariantCulture);

        void Label(string label, double x, double y, ref double after)
        {
            var width = TextWidth.Of(label, TextWidth.Normal);
            if (x >= after + Between && x + width <= right + 8)
            {
                svg.Text("n", x, y, label);
                after = x + width;
            }
        }
    }

    private static string Short(LocalDate date, ChartText text) =>
        text.Language == "vi" ? date.ToString("dd'/'MM", CultureInfo.InvariantCulture) : date.ToString("MM'-'dd", CultureInfo.InvariantCulture);
}
