using WebScorecard.Pages;

namespace WebScorecard;

/// <summary>The ways to what there is: what needs attention, lists that can be narrowed down, teams, cycles and a search.</summary>
internal static class Browse
{
    public static void MapBrowsing(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", async ([AsParameters] Visit visit) =>
        {
            var view = await visit.ViewAsync("/");
            return Site.Page<ScorecardPage>(new { View = view, Week = await visit.Store.WeekAsync(view.Review.AsOf, visit.Cancel) });
        });
        pages.MapGet("/kpis", async ([AsParameters] Visit visit) => Site.Page<KpisPage>(new { View = await visit.ViewAsync("/kpis") }));
        pages.MapGet("/objectives", async ([AsParameters] Visit visit) => Site.Page<ObjectivesPage>(new { View = await visit.ViewAsync("/objectives") }));
        pages.MapGet("/findings", async ([AsParameters] Visit visit) => Site.Page<FindingsPage>(new { View = await visit.ViewAsync("/findings") }));
        pages.MapGet("/search", async ([AsParameters] Visit visit) => Site.Page<SearchPage>(new { View = await visit.ViewAsync("/search") }));
        pages.MapGet("/teams", async ([AsParameters] Visit visit) => Site.Page<TeamsPage>(new { View = await visit.ViewAsync("/teams") }));
        pages.MapGet("/teams/{team}", async (string team, [AsParameters] Visit visit) =>
        {
            var view = await visit.ViewAsync($"/teams/{IdInPath.Of(team)}");
            return view.Review.Portfolio.Teams().Contains(team) ? Site.Page<TeamPage>(new { View = view, Team = team }) : Site.Missing(view);
        });
        pages.MapGet("/cycles/{cycle}", async (string cycle, [AsParameters] Visit visit) =>
        {
            var view = await visit.ViewAsync($"/cycles/{IdInPath.Of(cycle)}");
            return view.Review.Portfolio.Cycles().Any(each => each.Name == cycle)
                ? Site.Page<CyclePage>(new { View = view, Name = cycle })
                : Site.Missing(view);
        });
    }
}
