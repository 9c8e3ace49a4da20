using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>What a team found out by working on an objective, kept for later cycles: one thing that worked, or one that did not (article fact L5).</summary>
/// <remarks>Immutable; compared by reference. The lineage of the objective makes it reachable from every objective that carries it on.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Learning
{
    private Learning(ObjectiveId objective, LearningKind kind, string text, LocalDate on, string? author)
    {
        Objective = objective;
        Kind = kind;
        Text = text;
        RecordedOn = on;
        Author = author;
    }

    /// <summary>The objective it comes from.</summary>
    public ObjectiveId Objective { get; }

    /// <summary>Whether it worked.</summary>
    public LearningKind Kind { get; }

    /// <summary>What was found out, in the team's words.</summary>
    public string Text { get; }

    /// <summary>When it was recorded; a review of an earlier date does not know it.</summary>
    public LocalDate RecordedOn { get; }

    /// <summary>Who recorded it; <see langword="null"/> when not named.</summary>
    public string? Author { get; private set; }

    /// <summary>Something that worked.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="text">What was found out.</param>
    /// <param name="on">When it was recorded.</param>
    /// <returns>The learning.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public static Learning Worked(string objective, string text, LocalDate on) => Of(ObjectiveId.Given(objective), LearningKind.Worked, text, on);

    /// <summary>Something that did not work.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="text">What was found out.</param>
    /// <param name="on">When it was recorded.</param>
    /// <returns>The learning.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public static Learning DidNotWork(string objective, string text, LocalDate on) => Of(ObjectiveId.Given(objective), LearningKind.DidNotWork, text, on);

    /// <summary>Something that worked or did not.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="kind">Whether it worked.</param>
    /// <param name="text">What was found out.</param>
    /// <param name="on">When it was recorded.</param>
    /// <returns>The learning.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined, or the date lies outside the years 2 to 9997.</exception>
    public static Learning Of(ObjectiveId objective, LearningKind kind, string text, LocalDate on) =>
        new(Guard.Against.Null(objective), Require.Defined(kind), Require.Text(text, "text of a learning"), Require.Date(on), null);

    /// <summary>The same learning with who recorded it.</summary>
    /// <param name="author">A person or team.</param>
    /// <returns>The learning.</returns>
    /// <exception cref="ArgumentException"><paramref name="author"/> is blank.</exception>
    public Learning By(string author) => Changed(copy => copy.Author = Require.Text(author, "author of a learning"));

    /// <summary>The same learning of nobody in particular.</summary>
    /// <returns>The learning.</returns>
    public Learning WithoutAuthor() => Changed(copy => copy.Author = null);

    /// <summary>It in words.</summary>
    /// <returns>One sentence.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Kind == LearningKind.Worked ? "learning.worked" : "learning.didNotWork", new Fact("text", Text), new Fact("objective", Objective.Value),
            new Fact("on", RecordedOn));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    private Learning Changed(Action<Learning> change)
    {
        var copy = (Learning)MemberwiseClone();
        change(copy);
        return copy;
    }
}
