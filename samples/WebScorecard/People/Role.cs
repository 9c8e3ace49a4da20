namespace WebScorecard.People;

/// <summary>What somebody may do; each may also do what those before it may.</summary>
public enum Role
{
    Nobody = 0,
    Reader = 1,
    Writer = 2,

    /// <summary>Also decides who else may.</summary>
    Manager = 3,
}
