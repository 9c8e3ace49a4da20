using System.Globalization;

namespace OkrKpi;

/// <summary>One person's marks on a <see cref="FocusArea"/>.</summary>
/// <remarks>
/// Immutable; equal by value. Marks are 0 to 1,000 on a scale the team keeps to, usually 1 to 10 for ICE; RICE usually takes impact from 0.25 to 3, confidence
/// from 0.5 to 1,
/// and effort in person-months.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Vote : IEquatable<Vote>
{
    private Vote(decimal impact, decimal confidence, decimal? ease, decimal? reach, decimal? effort, string? by)
    {
        Impact = impact;
        Confidence = confidence;
        Ease = ease;
        Reach = reach;
        Effort = effort;
        Voter = by;
    }

    /// <summary>How much it would move the KPI.</summary>
    public decimal Impact { get; }

    /// <summary>How sure one is of that.</summary>
    public decimal Confidence { get; }

    /// <summary>How easy it is; <see langword="null"/> in a RICE vote.</summary>
    public decimal? Ease { get; }

    /// <summary>How many it reaches in a period; <see langword="null"/> unless a RICE vote.</summary>
    public decimal? Reach { get; }

    /// <summary>How much work it is; <see langword="null"/> unless a RICE vote.</summary>
    public decimal? Effort { get; }

    /// <summary>Who voted; <see langword="null"/> when not named.</summary>
    public string? Voter { get; private set; }

    /// <summary>Marks for ICE, its mean, or weighted criteria.</summary>
    /// <param name="impact">How much it would move the KPI.</param>
    /// <param name="confidence">How sure one is of that.</param>
    /// <param name="ease">How easy it is.</param>
    /// <returns>The vote.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mark is below 0 or above 1,000.</exception>
    public static Vote Of(decimal impact, decimal confidence, decimal ease) => new(Mark(impact), Mark(confidence), Mark(ease), null, null, null);

    /// <summary>Marks for RICE.</summary>
    /// <param name="reach">How many it reaches in a period, 0 to 10^9.</param>
    /// <param name="impact">How much it would move the KPI.</param>
    /// <param name="confidence">How sure one is of that.</param>
    /// <param name="effort">How much work it is, from 0.001 to 1,000.</param>
    /// <returns>The vote.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mark is out of its range.</exception>
    public static Vote Rice(decimal reach, decimal impact, decimal confidence, decimal effort) => new(
        Mark(impact), Mark(confidence), null,
        Require.Between(reach, 0m, 1_000_000_000m, "a reach is a number of people or events"),
        Require.Between(effort, 0.001m, 1_000m, "an effort is an amount of work above 0"), null);

    /// <summary>The same vote with who gave it.</summary>
    /// <param name="voter">A person.</param>
    /// <returns>The vote.</returns>
    /// <exception cref="ArgumentException"><paramref name="voter"/> is blank.</exception>
    public Vote By(string voter) => Changed(copy => copy.Voter = Require.Text(voter, "voter"));

    /// <inheritdoc/>
    public bool Equals(Vote? other) =>
        other is not null && Impact == other.Impact && Confidence == other.Confidence && Ease == other.Ease && Reach == other.Reach && Effort == other.Effort
        && string.Equals(Voter, other.Voter, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Vote);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Impact, Confidence, Ease, Reach, Effort, Voter);

    /// <summary>The marks, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Effort is null
        ? string.Create(CultureInfo.InvariantCulture, $"impact {Impact}, confidence {Confidence}, ease {Ease}")
        : string.Create(CultureInfo.InvariantCulture, $"reach {Reach}, impact {Impact}, confidence {Confidence}, effort {Effort}");

    /// <summary>One number per mark out of many votes, such as the median.</summary>
    internal static Vote Merged(IReadOnlyList<Vote> votes, Func<decimal[], decimal> merge)
    {
        return new(
            All(vote => vote.Impact)!.Value, All(vote => vote.Confidence)!.Value, All(vote => vote.Ease), All(vote => vote.Reach), All(vote => vote.Effort),
            null);

        decimal? All(Func<Vote, decimal?> mark)
        {
            decimal[] marks = [.. votes.Select(mark).OfType<decimal>().Order()];
            return marks.Length == 0 ? null : merge(marks);
        }
    }

    private static decimal Mark(decimal mark, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(mark))] string? name = null) =>
        Require.Between(mark, 0m, 1_000m, "a mark lies on the team's scale, usually 1 to 10", name);

    private Vote Changed(Action<Vote> change)
    {
        var copy = (Vote)MemberwiseClone();
        change(copy);
        return copy;
    }
}
