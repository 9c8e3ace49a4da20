namespace OkrKpi.Scoring;

/// <summary>How scores roll up along alignment and through the organisation.</summary>
/// <remarks>Immutable; equal when all policies are equal.</remarks>
public sealed class RollupRule : IEquatable<RollupRule>
{
    private RollupRule(AlignmentRollup alignment, SharedObjectives shared, UnitRollup units)
    {
        Alignment = alignment;
        Shared = shared;
        Units = units;
    }

    /// <summary>Each key result and aligned objective an item; what contributes to several objectives is split; in a unit each objective counts once.</summary>
    public static RollupRule Default { get; } = new(AlignmentRollup.EachAnItem, SharedObjectives.Split, UnitRollup.EachObjectiveOnce);

    /// <summary>How own key results and aligned objectives become one score.</summary>
    public AlignmentRollup Alignment { get; private set; }

    /// <summary>How much an objective counts that contributes to several.</summary>
    public SharedObjectives Shared { get; private set; }

    /// <summary>How objectives become the score of a unit.</summary>
    public UnitRollup Units { get; private set; }

    /// <summary>The same rule with another way to join key results and aligned objectives.</summary>
    /// <param name="alignment">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alignment"/> is undefined.</exception>
    public RollupRule With(AlignmentRollup alignment) => Changed(copy => copy.Alignment = Require.Defined(alignment));

    /// <summary>The same rule with another way to count what contributes to several objectives.</summary>
    /// <param name="shared">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shared"/> is undefined.</exception>
    public RollupRule With(SharedObjectives shared) => Changed(copy => copy.Shared = Require.Defined(shared));

    /// <summary>The same rule with another way to score units.</summary>
    /// <param name="units">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is undefined.</exception>
    public RollupRule With(UnitRollup units) => Changed(copy => copy.Units = Require.Defined(units));

    /// <inheritdoc/>
    public bool Equals(RollupRule? other) => other is not null && Alignment == other.Alignment && Shared == other.Shared && Units == other.Units;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RollupRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Alignment, Shared, Units);

    /// <summary>The policies by name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Alignment}, {Shared}, {Units}";

    private RollupRule Changed(Action<RollupRule> change)
    {
        var copy = (RollupRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
