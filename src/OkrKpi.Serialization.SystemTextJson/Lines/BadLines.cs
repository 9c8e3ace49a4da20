namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What happens to a line that does not fit.</summary>
public sealed class BadLines
{
    private readonly ICollection<DocumentProblem>? problems;

    private BadLines(ICollection<DocumentProblem>? problems) => this.problems = problems;

    /// <summary>Reading stops with a <see cref="System.Text.Json.JsonException"/> that names the line.</summary>
    public static BadLines Stop { get; } = new(null);

    /// <summary>The line is left out, what is wrong with it is collected, and reading goes on.</summary>
    /// <remarks>
    /// A problem takes far more memory than a short line. For lines from outside, give a collection that throws when it holds enough: reading stops there, and
    /// the exception reaches
    /// the caller as it is.
    /// </remarks>
    /// <param name="problems">Takes one problem a line.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problems"/> is null.</exception>
    public static BadLines CollectInto(ICollection<DocumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new(problems);
    }

    internal void Take(DocumentProblem problem, Exception? inner)
    {
        if (problems is null)
        {
            throw JsonDocumentReader.Exception(problem, inner);
        }

        problems.Add(problem);
    }
}
