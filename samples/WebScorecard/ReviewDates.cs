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

    public LocalDate Of(string? asked) => string.IsNullOrEmpty(asked) ? Today : Parse(asked);

    public static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    // Nothing can be reviewed in the very first and last years of the calendar.
    private static LocalDate Parse(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2 and <= 9997 } date }
            ? date
            : throw new BadHttpRequestException(Texts.Text("NoDate", text));
}
