namespace OkrKpi.Scoring;

/// <summary>How scores roll up along alignment and through the organisation.</summary>
/// <remarks>Immutable; equal when all policies are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class CombiningRule : IEquatable<CombiningRule>
{
    private CombiningRule(AlignmentCombining alignment, SharedObjectives shared, UnitCombining units)
    {
        Alignment = alignment;
        Shared = shared;
        Units = units;
    }

    /// <summary>Each key result and aligned objective an item; what contributes to several objectives is split; in a unit each objective counts once.</summary>
    public static CombiningRule Default { get; } = new(AlignmentCombining.EachAnItem, SharedObjectives.Split, UnitCombining.EachObjectiveOnce);

    /// <summary>How own key results and aligned objectives become one score.</summary>
    public AlignmentCombining Alignment { get; private set; }

    /// <summary>How much an objective counts that contributes to several.</summary>
    public SharedObjectives Shared { get; private set; }

    /// <summary>How objectives become the score of a unit.</summary>
    public UnitCombining Units { get; private set; }

    /// <summary>The same rule with another way to join key results and aligned objectives.</summary>
    /// <param name="alignment">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alignment"/> is undefined.</exception>
    public CombiningRule WithAlignment(AlignmentCombining alignment) => Changed(copy => copy.Alignment = Require.Defined(alignment));

    /// <summary>The same rule with another way to count what contributes to several objectives.</summary>
    /// <param name="shared">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shared"/> is undefined.</exception>
    public CombiningRule WithShared(SharedObjectives shared) => Changed(copy => copy.Shared = Require.Defined(shared));

    /// <summary>The same rule with another way to score units.</summary>
    /// <param name="units">The way.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is undefined.</exception>
    public CombiningRule WithUnits(UnitCombining units) => Changed(copy => copy.Units = Require.Defined(units));

    /// <inheritdoc/>
    public bool Equals(CombiningRule? other) => other is not null && Alignment == other.Alignment && Shared == other.Shared && Units == other.Units;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CombiningRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Alignment, Shared, Units);

    /// <summary>The policies by name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Alignment}, {Shared}, {Units}";

    private CombiningRule Changed(Action<CombiningRule> change)
    {
        var copy = (CombiningRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
