using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using WebScorecard.Pages;

namespace WebScorecard.People;

/// <summary>
/// How often somebody may guess: an address has twenty tries a minute, of which a sign-in takes one and a wrong key one. Looked at before any password is
/// hashed. Behind a proxy, have it tell the addresses (ASPNETCORE_FORWARDEDHEADERS_ENABLED).
/// </summary>
internal sealed class Tries : IDisposable
{
    public const int PerMinute = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(Neighbourhood(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = PerMinute, Window = Window }));

    public bool IsLeft(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http, permitCount: 0);
        return lease.IsAcquired;
    }

    public bool Take(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public static Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return http.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(Texts.Text("TooManyTries"), statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http)
            : Task.FromResult(http.Response.StatusCode = StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => limiter.Dispose();

    // Whoever has an IPv6 address has 2^64 of them.
    private static string Neighbourhood(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}
