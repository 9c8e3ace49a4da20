using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>A link from an objective to one it serves, or to one of that objective's key results.</summary>
/// <remarks>
/// Immutable; equal when all parts are equal.
/// <code>
/// objective.AlignedTo("grow")                                                   // contributes as much as a key result of it
/// objective.AlignedTo(Alignment.To("grow").ToKeyResult("revenue"))           // contributes to one key result
/// objective.AlignedTo(Alignment.To("grow").Supporting())                        // shown, never scored
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Alignment : IEquatable<Alignment>
{
    private Alignment(ObjectiveId objective, KeyResultId? keyResult, AlignmentKind kind, decimal? weight)
    {
        Objective = objective;
        KeyResult = keyResult;
        Kind = kind;
        Weight = weight;
    }

    /// <summary>The objective it points to.</summary>
    public ObjectiveId Objective { get; }

    /// <summary>The key result of that objective it points to; <see langword="null"/> when it points to the objective itself.</summary>
    public KeyResultId? KeyResult { get; private set; }

    /// <summary>Whether the score flows.</summary>
    public AlignmentKind Kind { get; private set; }

    /// <summary>
    /// How much it counts beside what else the objective is scored by; 0 is linked only. <see langword="null"/> when nobody said: then it counts as much as the
    /// key results of that objective on
    /// average, so that weights of 1 and 1 or of 50 and 50 give the same score.
    /// </summary>
    public decimal? Weight { get; private set; }

    /// <summary>A contributing link to an objective, which counts as much as its key results on average.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is blank.</exception>
    public static Alignment To(string objective) => To(ObjectiveId.Given(objective));

    /// <inheritdoc cref="To(string)"/>
    public static Alignment To(ObjectiveId objective) => new(Guard.Against.Null(objective), null, AlignmentKind.Contributes, null);

    /// <summary>
    /// The same link to one of the objective's key results. Once people check in a value for it, that value is its score; until then the objectives aligned to
    /// it are.
    /// </summary>
    /// <param name="keyResult">The key result's id.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentException"><paramref name="keyResult"/> is blank.</exception>
    public Alignment ToKeyResult(string keyResult) => Changed(copy => copy.KeyResult = KeyResultId.Given(keyResult));

    /// <summary>The same link to the objective itself, not to one of its key results.</summary>
    /// <returns>The link.</returns>
    public Alignment ToObjective() => Changed(copy => copy.KeyResult = null);

    /// <summary>The same link as contribution: its score flows.</summary>
    /// <returns>The link.</returns>
    public Alignment Contributing() => Changed(copy => copy.Kind = AlignmentKind.Contributes);

    /// <summary>The same link as support: shown, never scored.</summary>
    /// <returns>The link.</returns>
    public Alignment Supporting() => Changed(copy => copy.Kind = AlignmentKind.Supports);

    /// <summary>The same link with another weight.</summary>
    /// <param name="weight">0, linked only, to 1,000,000.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 1,000,000.</exception>
    public Alignment Weighing(decimal weight) => Changed(copy => copy.Weight = Require.Weight(weight));

    /// <inheritdoc/>
    public bool Equals(Alignment? other) =>
        other is not null && Objective == other.Objective && KeyResult == other.KeyResult && Kind == other.Kind && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Alignment);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Objective, KeyResult, Kind, Weight);

    /// <summary>Kind, objective and weight, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Kind} to {Objective}{(KeyResult is null ? "" : "/" + KeyResult)}{(Weight is null ? "" : " by ")}{Weight}");

    private Alignment Changed(Action<Alignment> change)
    {
        var copy = (Alignment)MemberwiseClone();
        change(copy);
        return copy;
    }
}
