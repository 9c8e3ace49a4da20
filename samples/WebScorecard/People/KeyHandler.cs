using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WebScorecard.Pages;

namespace WebScorecard.People;

/// <summary>Knows programs by <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class KeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ProgramKeys keys, Tries tries)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    public static Task AskForKeyAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = Scheme;
        return Refuse(http, StatusCodes.Status401Unauthorized, Texts.Text("KeyNeeded"));
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (tries.IsLeft(Context) && keys.ProgramOf(header[(Scheme.Length + 1)..].Trim()) is { } program)
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.Name, program.Name!), new(ClaimTypes.Role, program.Role.ToString())], Scheme);
            return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme)));
        }

        tries.Take(Context);
        return Task.FromResult(AuthenticateResult.Fail("The key is nobody's."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => tries.IsLeft(Context) ? AskForKeyAsync(Context) : Tries.RefuseAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refuse(Context, StatusCodes.Status403Forbidden, Texts.Text("KeyOnlyReads"));

    private static Task Refuse(HttpContext http, int status, string why) => Results.Problem(why, statusCode: status).ExecuteAsync(http);
}
