using System.Globalization;

namespace OkrKpi.Charts;

/// <summary>The labels below an axis of periods: every one, or every n-th, with the year below; none overlaps another.</summary>
internal static class PeriodLabels
{
    /// <summary>The height they take.</summary>
    internal const double Height = 34;

    private const double Between = 7;

    private static readonly int[] Months = [1, 2, 3, 6, 12];
    private static readonly int[] Any = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

    internal static void Draw(SvgWriter svg, ChartText text, ReportingPeriod[] periods, Func<int, double> middle, double column, Box room)
    {
        if (periods.Length == 0)
        {
            return;
        }

        (string Near, string Far)[] names = [.. periods.Select(period => Names(period, text))];
        var widest = names.Max(name => TextWidth.Of(name.Near, TextWidth.Normal)) + Between;
        var isMonths = IsMonth(periods[0].Label);
        var step = Array.Find(isMonths ? Months : Any, each => each * column >= widest);
        step = step == 0 ? Array.Find(Any, each => each * column >= widest) : step;
        var end = room.Left - Between;
        for (var index = 0; index < periods.Length && step > 0; index++)
        {
            if ((isMonths ? periods[index].Start.Month - 1 : index) % step == 0)
            {
                Label(names[index].Near, middle(index), room.Top + 14, isCentred: true, ref end);
            }
        }

        // The year stands below the first period shown of each; two years too near to each other are one too many.
        end = room.Left - Between;
        for (var index = 0; index < periods.Length; index++)
        {
            if (names[index].Far.Length > 0 && (index == 0 || names[index].Far != names[index - 1].Far))
            {
                var hasRoomBefore = index > 0 || names.Length < 2 || names[^1].Far == names[0].Far
                    || NextYear(names) * column >= TextWidth.Of(names[0].Far, TextWidth.Normal) + Between;
                if (hasRoomBefore)
                {
                    Label(names[index].Far, middle(index), room.Top + 29, isCentred: true, ref end);
                }
            }
        }

        void Label(string name, double x, double y, bool isCentred, ref double after)
        {
            var width = TextWidth.Of(name, TextWidth.Normal);
            var left = Math.Clamp(isCentred ? x - (width / 2) : x, room.Left, Math.Max(room.Left, room.Right - width));
            if (left >= after + Between && left + width <= room.Right + 0.5)
            {
                svg.Text("n", left, y, name);
                after = left + width;
            }
        }
    }

    private static int NextYear((string Near, string Far)[] names)
    {
        var next = Array.FindIndex(names, name => name.Far != names[0].Far);
        return next < 0 ? names.Length : next;
    }

    private static bool IsMonth(string label) => label.Length == 7 && label[4] == '-' && char.IsAsciiDigit(label[5]) && char.IsAsciiDigit(label[6]);

    // A label is a year and a part of it, as in 2026-06, FY2026-Q1 or 2026-06-30T14.
    private static (string Near, string Far) Names(ReportingPeriod period, ChartText text)
    {
        var label = period.Label;
        if (label.IndexOf('T', StringComparison.Ordinal) is > 0 and var hour)
        {
            return (label[(hour + 1)..], label[..hour]);
        }

        if (label.Length == 10 && label[7] == '-')
        {
            return (label[8..], label[..7]);
        }

        var dash = label.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (label, "")
            : IsMonth(label) ? (text["month" + int.Parse(label.AsSpan(5), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)], label[..dash])
            : (label[(dash + 1)..], label[..dash]);
    }
}
