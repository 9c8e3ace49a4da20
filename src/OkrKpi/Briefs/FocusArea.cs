using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>An area one could improve so that a KPI reaches its target, with the votes on it and what one would try.</summary>
/// <remarks>Immutable; every method returns a new area; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class FocusArea
{
    private Vote[] votes;
    private string[] tactics;

    private FocusArea(string name, Vote[] votes, string[] tactics)
    {
        Name = name;
        this.votes = votes;
        this.tactics = tactics;
    }

    /// <summary>The area, worded as the objective it may become: "Raise engagement with new customers".</summary>
    public string Name { get; }

    /// <summary>The votes, in the order given.</summary>
    public IReadOnlyList<Vote> Votes => votes;

    /// <summary>What one would try, in the order given; becomes the initiatives of the objective.</summary>
    public IReadOnlyList<string> Tactics => tactics;

    /// <summary>An area without votes.</summary>
    /// <param name="name">The area, worded as an objective.</param>
    /// <returns>The area.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static FocusArea Define(string name) => new(Require.Text(name, "name of a focus area"), [], []);

    /// <summary>The area with one more vote.</summary>
    /// <param name="vote">One person's marks.</param>
    /// <returns>The area.</returns>
    public FocusArea Voted(Vote vote) => Changed(copy => copy.votes = Require.Append(votes, Guard.Against.Null(vote)));

    /// <summary>The area with one more thing to try.</summary>
    /// <param name="tactic">What one would do.</param>
    /// <returns>The area.</returns>
    /// <exception cref="ArgumentException"><paramref name="tactic"/> is blank.</exception>
    public FocusArea Trying(string tactic) => Changed(copy => copy.tactics = Require.Append(tactics, Require.Text(tactic, "tactic")));

    /// <summary>The <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private FocusArea Changed(Action<FocusArea> change)
    {
        var copy = (FocusArea)MemberwiseClone();
        change(copy);
        return copy;
    }
}
