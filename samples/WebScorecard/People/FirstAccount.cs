using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WebScorecard.Store;

namespace WebScorecard.People;

/// <summary>
/// The code by which whoever sees what the server prints becomes a manager, while there is none; another code at every start. Should the only manager have
/// lost the password, the server is started once with <c>--Scorecard:NewManager=true</c>.
/// </summary>
internal sealed class FirstAccount(IServiceScopeFactory scopes, IConfiguration configuration)
{
    public string Code { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public bool IsUsed { get; set; }

    /// <summary>Whether a manager is asked for.</summary>
    public async Task<bool> IsOpenAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<ScorecardDb>().Users;
        return !IsUsed && (configuration.GetValue<bool>("Scorecard:NewManager")
            || !(await accounts.Where(account => account.Role == Role.Manager).ToListAsync()).Exists(account => !account.IsLocked));
    }

    public async Task<bool> IsOpenToAsync(string? code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code ?? ""), Encoding.UTF8.GetBytes(Code)) && await IsOpenAsync();
}
