using System.Security.Cryptography;
using System.Text;

namespace Cluster.Gateway;

/// <summary>
/// Who may ask for what. The operator's key is configured; that of an organisation follows from it, so that every gateway knows it and none has to keep it.
/// </summary>
internal sealed class Keys
{
    private readonly byte[] operatorKey;

    public Keys(string key) => operatorKey = Encoding.UTF8.GetBytes(key);

    /// <summary>The key of an organisation.</summary>
    public string Of(string org) => Convert.ToHexStringLower(HMACSHA256.HashData(operatorKey, Encoding.UTF8.GetBytes(org)));

    public bool AreOfOperator(HttpRequest request) => IsGiven(request, operatorKey);

    public bool Open(HttpRequest request, string org) => IsGiven(request, Encoding.UTF8.GetBytes(Of(org)));

    private static bool IsGiven(HttpRequest request, byte[] key) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim())), SHA256.HashData(key));
}
