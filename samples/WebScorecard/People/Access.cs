using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using WebScorecard.Store;

namespace WebScorecard.People;

/// <summary>
/// Who may do what. Whatever an endpoint does not say otherwise, reading (GET) asks for a reader and all else for a writer, so no form and no write of the
/// API can be forgotten. Ask <see cref="Who"/>, a service of the request, for more.
/// </summary>
internal static class Access
{
    /// <summary>For pages that only a writer has a use for: <c>MapGet(...).RequireAuthorization(Access.Write)</c>.</summary>
    public const string Write = "write";

    /// <summary>For what only managers do.</summary>
    public const string Manage = "manage";

    private const string Either = "cookie or key";

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ProgramKeys.From(configuration));
        services.AddSingleton<Tries>();
        services.AddSingleton<FirstAccount>();
        services.AddScoped<WrittenLog>();
        services.AddHttpContextAccessor();
        var unknown = configuration.GetValue<bool>("Scorecard:AccountsOnly") ? Role.Nobody : Role.Reader;
        services.AddTransient(each => each.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Who.Of(http.User, unknown) : Who.Server);
        services.AddScoped<Func<Who>>(each => each.GetRequiredService<Who>);

        services.AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Password = new() { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false,
                    RequireUppercase = false };
                // Short, because anybody can lock anybody so.
                options.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
            })
            .AddUserValidator<AccountNames>()
            .AddErrorDescriber<AccountErrors>()
            .AddEntityFrameworkStores<ScorecardDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<Account.Claims>();

        // Only the default scheme: with a challenge scheme of its own a program with a bad key would be led to the sign-in page.
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Scheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "scorecard";
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "back";
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.Events.OnValidatePrincipal = ValidateAsync;
                options.Events.OnRedirectToLogin = LeadToSignIn;
                options.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(http => IsReading(http.Request) ? Role.Reader : Role.Writer))
            .AddPolicy(Write, Policy(_ => Role.Writer))
            .AddPolicy(Manage, Policy(_ => Role.Manager));
    }

    private static AuthorizationPolicy Policy(Func<HttpContext, Role> needed) => new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.Resource is HttpContext http && http.RequestServices.GetRequiredService<Who>().Role >= needed(http))
        .Build();

    // A browser sends its cookie along with whatever another site makes it send; so a program writes with a key or not at all.
    private static string SchemeOf(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") && (http.Request.Headers.Authorization.Count > 0 || !IsReading(http.Request))
            ? KeyHandler.Scheme
            : IdentityConstants.ApplicationScheme;

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // At every request and not now and then: who is locked, or has another role, has it at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is { IsLocked: false } account)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(account));
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static Task LeadToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api"))
        {
            return KeyHandler.AskForKeyAsync(context.HttpContext);
        }

        // Back to a page: a form that was sent is no address, but the page it stood on is.
        var page = IsReading(request) ? request.Path + request.QueryString
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var form) && form.Authority == request.Host.Value ? form.PathAndQuery : "/";
        context.Response.Headers.Location = $"/sign-in?back={Uri.EscapeDataString(LocalPath.Of(page))}";
        return Answer(context.Response, StatusCodes.Status303SeeOther);
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
