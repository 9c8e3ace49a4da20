using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WebScorecard.Pages;

namespace WebScorecard;

/// <summary>The date a review is of: what was asked for, or else today. The library has no clock; here is the only one.</summary>
internal sealed class ReviewDates(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The day the bundled company stands still on, while it is the one that is shown.</summary>
    public LocalDate? StandStill { get; set; }

    /// <summary>The configured day, that of the bundled company, or the clock's.</summary>
    public LocalDate Today =>
        configuration["Scorecard:Today"] is { Length: > 0 } day ? Parse(day) : StandStill ?? LocalDate.FromDateTime(clock.GetLocalNow().DateTime);

    public LocalDate Of(string? asked)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return Today;
        }

        var date = Parse(asked);
        return IsNear(date) ? date : throw new BadHttpRequestException(Texts.Text("FarDate", asked));
    }

    /// <summary>Refuses a day that nobody can mean: a year mistyped as 0202 would make a century of periods.</summary>
    /// <exception cref="ArgumentException">One of them is further from today than a hundred years.</exception>
    public void RequireNear(params ReadOnlySpan<DateOnly?> dates)
    {
        foreach (var date in dates)
        {
            if (date is { } given && !IsNear(LocalDate.FromDateOnly(given)))
            {
                throw new ArgumentException(Texts.Text("FarDate", Iso(LocalDate.FromDateOnly(given))));
            }
        }
    }

    public static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private bool IsNear(LocalDate date) => Math.Abs(date.Year - Today.Year) <= 100;

    // Nothing can be reviewed in the very first and last years of the calendar.
    private static LocalDate Parse(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2 and <= 9997 } date }
            ? date
            : throw new BadHttpRequestException(Texts.Text("NoDate", text));
}
