namespace OkrKpi;

/// <content>What there is to know about a KPI beyond its numbers.</content>
public sealed partial class Kpi
{
    private string[] labels = [];

    /// <summary>What there is to know about it beyond its name, such as how it is counted; <see langword="null"/> when nothing is said.</summary>
    public string? Description { get; private set; }

    /// <summary>Where more of it stands, such as a page or a dashboard; <see langword="null"/> without one.</summary>
    public Uri? Link { get; private set; }

    /// <summary>The labels by which people find it, in the order given, each once.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Describes it.</summary>
    /// <param name="description">What there is to know about it beyond its name.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException"><paramref name="description"/> is blank.</exception>
    public Kpi Described(string description) => Changed(copy => copy.Description = Require.Text(description, "description"));

    /// <summary>Says where more of it stands.</summary>
    /// <param name="link">An absolute address with http or https.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException"><paramref name="link"/> is relative, or no address with http or https.</exception>
    public Kpi LinkedTo(Uri link) => Changed(copy => copy.Link = Require.Link(link));

    /// <summary>Adds labels by which people find it.</summary>
    /// <param name="more">The labels; those it has already are passed over.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">A label is blank.</exception>
    public Kpi Labelled(params IEnumerable<string> more)
    {
        var all = Require.Labels(labels, more);
        return Changed(copy => copy.labels = all);
    }

    /// <summary>The same without a description.</summary>
    /// <returns>The KPI.</returns>
    public Kpi WithoutDescription() => Changed(copy => copy.Description = null);

    /// <summary>The same without a link.</summary>
    /// <returns>The KPI.</returns>
    public Kpi WithoutLink() => Changed(copy => copy.Link = null);

    /// <summary>Takes labels away.</summary>
    /// <param name="gone">The labels, each as it was given.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">It has no such label.</exception>
    public Kpi Unlabelled(params IEnumerable<string> gone)
    {
        var left = Require.LabelsLeft(labels, gone);
        return Changed(copy => copy.labels = left);
    }
}
