using System.Globalization;
using System.Text.RegularExpressions;

namespace WebScorecard;

/// <summary>
/// An id as one step of an address. A slash, and an id of nothing but dots, would lead to another page, however they are escaped: so these are written
/// as <c>~2F</c> and <c>~2E</c>, and the signs that escape as <c>~7E</c> and <c>~25</c>.
/// </summary>
internal static partial class IdInPath
{
    public static string Of(string id)
    {
        var marked = (id.All(each => each == '.') ? Dot() : Sign()).Replace(id, sign => $"~{(int)sign.ValueSpan[0]:X2}");
        return Uri.EscapeDataString(marked);
    }

    /// <summary>Reads the ids in the address of a request, before anybody looks for them.</summary>
    public static Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        var route = context.Request.RouteValues;
        foreach (var (name, value) in route.ToArray())
        {
            if (value is string step)
            {
                // Servers leave %2F alone, the only escape that is left here.
                route[name] = Escape().Replace(step, found => $"{(char)int.Parse(found.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
            }
        }

        return next(context);
    }

    [GeneratedRegex(@"\.")]
    private static partial Regex Dot();

    [GeneratedRegex(@"[/\\~%]")]
    private static partial Regex Sign();

    [GeneratedRegex("~(?:2[EF5]|7E|5C)|%2F", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();
}
