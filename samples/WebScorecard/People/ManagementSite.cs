using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WebScorecard.Pages;

namespace WebScorecard.People;

/// <summary>Where managers say who may do what. Nobody but its owner ever knows a password: an account begins with an address to set one at.</summary>
internal static partial class ManagementSite
{
    public static void MapPeopleManagement(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("/people").RequireAuthorization(Access.Manage);
        pages.MapGet("", (UserManager<Account> accounts, [AsParameters] Visit visit) => Page(accounts, visit));
        pages.MapPost("", Add);
        pages.MapPost("/role", ChangeRole);
        pages.MapPost("/lock", Lock);
        pages.MapPost("/invitation", Invite);
    }

    private static async Task<IResult> Page(
        UserManager<Account> accounts, Visit visit, string? refused = null, string? asked = null, Account? invited = null)
    {
        var invitation = invited is null ? null : await InvitationAsync(accounts, visit.Http.Request, invited);
        return Site.Page<PeoplePage>(
            new
            {
                View = await visit.ViewAsync("/people"),
                Accounts = await accounts.Users.AsNoTracking().OrderBy(account => account.NormalizedUserName).ToListAsync(visit.Cancel),
                Refused = refused,
                Asked = asked,
                Invited = invited?.UserName,
                Invitation = invitation,
            },
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Add(
        [FromForm] IFormCollection form, UserManager<Account> accounts, [AsParameters] Visit visit, ILogger<Account> log)
    {
        var account = new Account { UserName = form["name"].ToString().Trim(), Role = RoleOf(form) };
        if (await accounts.CreateAsync(account) is { Succeeded: false } refused)
        {
            return await Page(accounts, visit, SignInSite.Why(refused), account.UserName);
        }

        LogDecision(log, visit.Who.Name, account.UserName, account.Role.ToString());
        return await Page(accounts, visit, invited: account);
    }

    private static Task<IResult> ChangeRole(
        [FromForm] IFormCollection form, UserManager<Account> accounts, [AsParameters] Visit visit, ILogger<Account> log) =>
        ChangeAsync(form, accounts, visit, async account =>
        {
            account.Role = RoleOf(form);
            LogDecision(log, visit.Who.Name, account.UserName, account.Role.ToString());
            return await accounts.UpdateAsync(account);
        });

    private static Task<IResult> Lock(
        [FromForm] IFormCollection form, UserManager<Account> accounts, [AsParameters] Visit visit, ILogger<Account> log) =>
        ChangeAsync(form, accounts, visit, async account =>
        {
            var locks = form["lock"] == "true";
            LogDecision(log, visit.Who.Name, account.UserName, locks ? "locked" : "unlocked");
            // Cookies and invitations that are about end here, whatever becomes of the account later.
            await accounts.UpdateSecurityStampAsync(account);
            return await accounts.SetLockoutEndDateAsync(account, locks ? DateTimeOffset.MaxValue : null);
        });

    private static async Task<IResult> Invite([FromForm] IFormCollection form, UserManager<Account> accounts, [AsParameters] Visit visit) =>
        await accounts.FindByNameAsync(form["name"].ToString()) is { IsLocked: false } account
            ? await Page(accounts, visit, invited: account)
            : Results.NotFound();

    // Nobody changes their own, so that a manager is always left.
    private static async Task<IResult> ChangeAsync(
        IFormCollection form, UserManager<Account> accounts, Visit visit, Func<Account, Task<IdentityResult>> change)
    {
        if (await accounts.FindByNameAsync(form["name"].ToString()) is not { } account)
        {
            return Results.NotFound();
        }

        return account.UserName == visit.Who.Name ? await Page(accounts, visit, Texts.Text("NotYourself"))
            : await change(account) is { Succeeded: false } refused ? await Page(accounts, visit, SignInSite.Why(refused))
            : Site.SeeOther("/people?saved#main");
    }

    private static async Task<string> InvitationAsync(UserManager<Account> accounts, HttpRequest request, Account account)
    {
        var code = Uri.EscapeDataString(await accounts.GeneratePasswordResetTokenAsync(account));
        return $"{request.Scheme}://{request.Host}/invitation?name={Uri.EscapeDataString(account.UserName!)}&code={code}";
    }

    private static Role RoleOf(IFormCollection form) => form["role"].ToString() switch
    {
        nameof(Role.Writer) => Role.Writer,
        nameof(Role.Manager) => Role.Manager,
        _ => Role.Reader,
    };

    [LoggerMessage(LogLevel.Information, "{Manager} decided on the account of {Name}: {Decision}")]
    private static partial void LogDecision(ILogger log, string? manager, string? name, string decision);
}
