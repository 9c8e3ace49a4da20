using System.Security.Claims;

namespace WebScorecard.People;

/// <summary>Who asks: a person with an account, a program with a key, or somebody unknown.</summary>
/// <param name="Name">The name that stands by what they write; a program's begins with "key:", which no person's can. Null when unknown.</param>
/// <param name="Role">What they may do.</param>
public sealed record Who(string? Name, Role Role)
{
    /// <summary>The server itself, filling an empty database.</summary>
    public static Who Server { get; } = new(null, Role.Nobody);

    public bool MayRead => Role >= Role.Reader;

    public bool MayWrite => Role >= Role.Writer;

    public bool MayManage => Role >= Role.Manager;

    internal bool IsProgram => Name?.StartsWith(ProgramKeys.Prefix, StringComparison.Ordinal) is true;

    internal static Who Of(ClaimsPrincipal visitor, Role unknown) =>
        Enum.TryParse<Role>(visitor.FindFirstValue(ClaimTypes.Role), out var role) ? new(visitor.Identity?.Name, role) : new(null, unknown);
}
