using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace WebScorecard.People;

/// <summary>A person who signs in. It is locked and never deleted, and keeps its name, because its name stands in the histories.</summary>
public sealed class Account : IdentityUser
{
    public required Role Role { get; set; }

    /// <summary>Whether a manager locked it; too many wrong passwords lock it for some minutes only.</summary>
    public bool IsLocked => LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>What the cookie says of it.</summary>
    internal sealed class Claims : IUserClaimsPrincipalFactory<Account>
    {
        public Task<ClaimsPrincipal> CreateAsync(Account user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id),
                new(ClaimTypes.Name, user.UserName!),
                new(ClaimTypes.Role, user.Role.ToString()),
                new(new ClaimsIdentityOptions().SecurityStampClaimType, user.SecurityStamp!),
            ],
            IdentityConstants.ApplicationScheme)));
    }
}
