using NodaTime;

namespace WebScorecard;

/// <summary>The document an empty database begins with: one of one's own, or the bundled Company A, whose year stands still.</summary>
internal sealed class Workspace(IConfiguration configuration)
{
    private readonly string? configured = configuration["Scorecard:Workspace"] is { Length: > 0 } file ? file : null;

    /// <summary>The day Company A is looked at.</summary>
    public static LocalDate BundledDay { get; } = new(2026, 8, 15);

    public static string BundledFile => Path.Combine(AppContext.BaseDirectory, "data", "company-a.json");

    /// <summary>Whether somebody asked for a document of one's own.</summary>
    public bool IsOwn => configured is not null;

    /// <summary>Where it lies: a relative name is one of the folder the server was started in.</summary>
    public string File => configured is null ? BundledFile : Path.GetFullPath(configured);
}
