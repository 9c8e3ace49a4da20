using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Work done for an objective. It never enters a score: work is not a result.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Initiative
{
    private string[] labels;

    private Initiative(InitiativeId id, string title, string? owner, InitiativeStatus status, LocalDate? due)
    {
        Id = id;
        Title = title;
        Owner = owner;
        Status = status;
        Due = due;
        labels = [];
    }

    /// <summary>The name by which it is known in its objective.</summary>
    public InitiativeId Id { get; }

    /// <summary>What is done.</summary>
    public string Title { get; private set; }

    /// <summary>Who does it; <see langword="null"/> when nobody is named.</summary>
    public string? Owner { get; private set; }

    /// <summary>How far it is.</summary>
    public InitiativeStatus Status { get; private set; }

    /// <summary>When it should be done; <see langword="null"/> without a date.</summary>
    public LocalDate? Due { get; private set; }

    /// <summary>What there is to know about it beyond its name; <see langword="null"/> when nothing is said. Never scored.</summary>
    public string? Description { get; private set; }

    /// <summary>Where more of it stands, such as a page or a dashboard; <see langword="null"/> without one.</summary>
    public Uri? Link { get; private set; }

    /// <summary>The labels by which people find it, in the order given, each once. Never scored.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>An initiative that is planned.</summary>
    /// <param name="id">The name by which it is known in its objective.</param>
    /// <param name="title">What is done.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException">An argument is blank.</exception>
    public static Initiative Define(string id, string title) => Define(InitiativeId.Given(id), title);

    /// <inheritdoc cref="Define(string, string)"/>
    public static Initiative Define(InitiativeId id, string title) =>
        new(Guard.Against.Null(id), Require.Text(title, "title of an initiative"), null, InitiativeStatus.Planned, null);

    /// <summary>Names who does it.</summary>
    /// <param name="owner">A person or team.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is blank.</exception>
    public Initiative OwnedBy(string owner) => Changed(copy => copy.Owner = Require.Text(owner, "owner of an initiative"));

    /// <summary>Says when it should be done.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Initiative DueBy(LocalDate date) => Changed(copy => copy.Due = Require.Date(date));

    /// <summary>Describes it.</summary>
    /// <param name="description">What there is to know about it beyond its name.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException"><paramref name="description"/> is blank.</exception>
    public Initiative Described(string description) => Changed(copy => copy.Description = Require.Text(description, "description"));

    /// <summary>Says where more of it stands.</summary>
    /// <param name="link">An absolute address with http or https.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException"><paramref name="link"/> is relative, or no address with http or https.</exception>
    public Initiative LinkedTo(Uri link) => Changed(copy => copy.Link = Require.Link(link));

    /// <summary>Adds labels by which people find it.</summary>
    /// <param name="more">The labels; those it has already are passed over.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException">A label is blank.</exception>
    public Initiative Labelled(params IEnumerable<string> more)
    {
        var all = Require.Labels(labels, more);
        return Changed(copy => copy.labels = all);
    }

    /// <summary>The same without a description.</summary>
    /// <returns>The initiative.</returns>
    public Initiative WithoutDescription() => Changed(copy => copy.Description = null);

    /// <summary>The same without a link.</summary>
    /// <returns>The initiative.</returns>
    public Initiative WithoutLink() => Changed(copy => copy.Link = null);

    /// <summary>Takes labels away.</summary>
    /// <param name="gone">The labels, each as it was given.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException">It has no such label.</exception>
    public Initiative Unlabelled(params IEnumerable<string> gone)
    {
        var left = Require.LabelsLeft(labels, gone);
        return Changed(copy => copy.labels = left);
    }

    /// <summary>Says how far it is.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is undefined.</exception>
    public Initiative Now(InitiativeStatus status) => Changed(copy => copy.Status = Require.Defined(status));

    /// <summary>Says in other words what is done.</summary>
    /// <param name="title">What is done.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException"><paramref name="title"/> is blank.</exception>
    public Initiative Retitled(string title) => Changed(copy => copy.Title = Require.Text(title, "title of an initiative"));

    /// <summary>Names nobody as the one who does it.</summary>
    /// <returns>The initiative.</returns>
    public Initiative WithoutOwner() => Changed(copy => copy.Owner = null);

    /// <summary>Takes back when it should be done.</summary>
    /// <returns>The initiative.</returns>
    public Initiative WithoutDue() => Changed(copy => copy.Due = null);

    /// <summary>Title and status.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Title} ({Status})";

    private Initiative Changed(Action<Initiative> change)
    {
        var copy = (Initiative)MemberwiseClone();
        change(copy);
        return copy;
    }
}
