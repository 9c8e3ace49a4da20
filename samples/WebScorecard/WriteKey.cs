using System.Security.Cryptography;
using System.Text;

namespace WebScorecard;

/// <summary>The key that opens the writing side, sent as a bearer token by programs and kept in a cookie by the sign-in form.</summary>
internal sealed class WriteKey
{
    private const string Cookie = "scorecard-key";
    private readonly byte[] hash;

    private WriteKey(string key, bool isGenerated)
    {
        hash = Hash(key);
        Generated = isGenerated ? key : null;
    }

    /// <summary>The key when it was made up here, to be shown to the developer; null when it was configured.</summary>
    public string? Generated { get; }

    /// <summary>The configured key, or a new one for development.</summary>
    public static WriteKey From(string? configured) =>
        string.IsNullOrWhiteSpace(configured)
            ? new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), isGenerated: true)
            : new(configured, isGenerated: false);

    public bool Opens(string key) => CryptographicOperations.FixedTimeEquals(Hash(key), hash);

    public bool IsGivenBy(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? Opens(header["Bearer ".Length..].Trim())
            : request.Cookies[Cookie] is { } key && Opens(key);

    /// <summary>Keeps the key for this browser until it is closed, out of reach of scripts and of other sites.</summary>
    public static void Keep(HttpContext context, string key) =>
        context.Response.Cookies.Append(
            Cookie, key, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true });

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    /// <summary>Lets only those with the key write, before anything of what they send is read.</summary>
    public static Task RequireAsync(HttpContext http, RequestDelegate next)
    {
        if (
            !http.Request.Path.StartsWithSegments("/api") || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                || http.RequestServices.GetRequiredService<WriteKey>().IsGivenBy(http.Request))
        {
            return next(http);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            "Writing needs the key of this scorecard: send it as 'Authorization: Bearer KEY'.", statusCode: StatusCodes.Status401Unauthorized)
                .ExecuteAsync(http);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
