using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard.People;

/// <summary>Signing in and out, and passwords.</summary>
internal static class SignInSite
{
    public static void MapPeople(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("").ExcludeFromDescription();
        pages.MapPeopleManagement();
        pages.MapGet("/log", LogPage);
        pages.MapPost("/sign-out", SignOut).AllowAnonymous();
        pages.MapGet("/password", (Who who) => PasswordPage(who));

        var strangers = pages.MapGroup("").AllowAnonymous();
        strangers.MapGet("/sign-in", (string? back) => SignInPage(back));
        strangers.MapGet("/first-account", FirstAccountPage);
        strangers.MapGet("/invitation", (string? name, string? code) => InvitationPage(name, code));

        var guessable = pages.MapGroup("").AllowAnonymous().AddEndpointFilter(LimitAsync);
        guessable.MapPost("/sign-in", SignIn);
        guessable.MapPost("/first-account", MakeFirstAccount);
        guessable.MapPost("/invitation", AcceptInvitation);
        guessable.MapPost("/password", ChangePassword);
    }

    private static async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var tries = context.HttpContext.RequestServices.GetRequiredService<Tries>();
        if (tries.Take(context.HttpContext))
        {
            return await next(context);
        }

        await Tries.RefuseAsync(context.HttpContext);
        return Results.Empty;
    }

    private static RazorComponentResult<SignInPage> SignInPage(string? back, string? name = null) => Site.Page<SignInPage>(
        new { Back = LocalPath.Of(back), Name = name, IsRefused = name is not null },
        name is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    // Whether there is such a name, or it was tried too often, is told to nobody: neither by words nor by the time it takes.
    private static async Task<IResult> SignIn([FromForm] IFormCollection form, SignInManager<Account> signIn)
    {
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        var accounts = signIn.UserManager;
        if (await accounts.FindByNameAsync(name) is not { PasswordHash: not null } account || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.HashPassword(new() { Role = Role.Nobody }, password);
            return SignInPage(form["back"], name);
        }

        if (!(await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded)
        {
            return SignInPage(form["back"], name);
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return Site.SeeOther(LocalPath.Of(form["back"]));
    }

    // The form is asked for because of its antiforgery token. Everywhere, because a cookie that somebody kept would let its holder in again.
    private static async Task<IResult> SignOut([FromForm] IFormCollection form, HttpContext http, UserManager<Account> accounts)
    {
        if (await accounts.GetUserAsync(http.User) is { } account)
        {
            await accounts.UpdateSecurityStampAsync(account);
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Site.SeeOther("/");
    }

    private static async Task<IResult> FirstAccountPage(string? code, FirstAccount first) =>
        await first.IsOpenToAsync(code) ? FirstPage(code!) : Results.NotFound();

    private static RazorComponentResult<PasswordPage> FirstPage(string code, string? name = null, string? refused = null) => Site.Page<PasswordPage>(
        new { Title = Texts.Text("FirstAccount"), Action = "/first-account", Code = code, Name = name, Refused = refused, IsNameAsked = true },
        Status(refused));

    private static async Task<IResult> MakeFirstAccount([FromForm] IFormCollection form, FirstAccount first, SignInManager<Account> signIn)
    {
        if (!await first.IsOpenToAsync(form["code"]))
        {
            return Results.NotFound();
        }

        var account = new Account { UserName = form["name"].ToString().Trim(), Role = Role.Manager };
        if (await signIn.UserManager.CreateAsync(account, form["password"].ToString()) is { Succeeded: false } refused)
        {
            return FirstPage(form["code"]!, account.UserName, Why(refused));
        }

        first.IsUsed = true;
        await signIn.SignInAsync(account, isPersistent: false);
        return Site.SeeOther("/people");
    }

    private static RazorComponentResult<PasswordPage> InvitationPage(string? name, string? code, string? refused = null) => Site.Page<PasswordPage>(
        new { Title = Texts.Text("Invitation"), Action = "/invitation", Code = code ?? "", Name = name, Refused = refused }, Status(refused));

    private static async Task<IResult> AcceptInvitation([FromForm] IFormCollection form, SignInManager<Account> signIn)
    {
        var (name, code) = (form["name"].ToString(), form["code"].ToString());
        if (await signIn.UserManager.FindByNameAsync(name) is not { IsLocked: false } account)
        {
            return InvitationPage(name, code, Texts.Text("InvitationOver"));
        }

        if (await signIn.UserManager.ResetPasswordAsync(account, code, form["password"].ToString()) is { Succeeded: false } refused)
        {
            return InvitationPage(name, code, Why(refused));
        }

        // Whoever was locked out by wrong passwords has a new one now.
        await signIn.UserManager.SetLockoutEndDateAsync(account, null);
        await signIn.SignInAsync(account, isPersistent: false);
        return Site.SeeOther("/");
    }

    private static IResult PasswordPage(Who who, string? refused = null) =>
        who.Name is null ? Site.SeeOther("/sign-in?back=/password") : Site.Page<PasswordPage>(
            new { Title = Texts.Text("ChangePassword"), Action = "/password", who.Name, Refused = refused, IsPresentAsked = true }, Status(refused));

    private static async Task<IResult> ChangePassword([FromForm] IFormCollection form, HttpContext http, Who who, SignInManager<Account> signIn)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return PasswordPage(who);
        }

        if (
            await signIn.UserManager.ChangePasswordAsync(account, form["present"].ToString(), form["password"].ToString())
                is { Succeeded: false } refused)
        {
            return PasswordPage(who, Why(refused));
        }

        // Signs out every other browser.
        await signIn.SignInAsync(account, isPersistent: false);
        return Site.SeeOther("/");
    }

    private static async Task<IResult> LogPage(string? by, DateTimeOffset? before, WrittenLog log, [AsParameters] Visit visit) => Site.Page<LogPage>(
        new { View = await visit.ViewAsync("/log"), Lines = await log.ReadAsync(by is "" ? null : by, before, visit.Cancel), By = by });

    internal static string Why(IdentityResult refused) => refused.Errors.First().Description;

    private static int Status(string? refused) => refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
