using System.Globalization;
using OkrKpi;

namespace WebScorecard.Pages;

/// <summary>What a list is narrowed down to, as its address says.</summary>
/// <param name="Words">What is looked for in names and ids.</param>
/// <param name="Team">The team or person who answers for it.</param>
/// <param name="Cycle">The name of the cycle.</param>
/// <param name="Status">The name of a state.</param>
/// <param name="Page">The page of a long list, from 1.</param>
public sealed record ListFilter(string? Words = null, string? Team = null, string? Cycle = null, string? Status = null, int Page = 1)
{
    /// <summary>How many items a page shows.</summary>
    public const int PageSize = 48;

    public static ListFilter Of(IQueryCollection query) => new(
        Text(query, "q"), Text(query, "team"), Text(query, "cycle"), Text(query, "status"),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);

    public bool IsNarrowed => this with { Page = 1 } != new ListFilter();

    /// <summary>The parts of the address that say so.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Query() =>
        new Dictionary<string, string?>
        {
            ["q"] = Words,
            ["team"] = Team,
            ["cycle"] = Cycle,
            ["status"] = Status,
            ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        }.Where(part => part.Value is not null);

    /// <summary>Whether one of the texts holds the words, whatever their capital letters and accents.</summary>
    public bool Finds(params ReadOnlySpan<string?> texts)
    {
        if (Words is null)
        {
            return true;
        }

        foreach (var text in texts)
        {
            if (
                text is not null
                    && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the states is the one asked for.</summary>
    public bool Is(params ReadOnlySpan<Enum?> states)
    {
        foreach (var state in states)
        {
            if (state?.ToString() == Status)
            {
                return true;
            }
        }

        return Status is null;
    }

    public bool IsOf(string? team) => Team is null || Team == team;

    public bool IsOf(Objective objective) => Team is null || objective.Teams().Contains(Team);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
