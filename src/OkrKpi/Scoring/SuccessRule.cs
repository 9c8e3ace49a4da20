using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>From which score on an objective is a success, and from which on it is near, for each kind.</summary>
/// <remarks>
/// Immutable; equal when all limits are equal. Limits are included.
/// <code>
/// SuccessRule.Default.OutcomeOf(ObjectiveKind.Aspirational, 0.65m)                                          // near
/// SuccessRule.Default.From(ObjectiveKind.Committed, success: 0.9m, near: 0.8m)                              // 0.9 is enough
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SuccessRule : IEquatable<SuccessRule>
{
    private (decimal Success, decimal Near) committed = (1m, 1m);
    private (decimal Success, decimal Near) aspirational = (0.7m, 0.6m);

    private SuccessRule()
    {
    }

    /// <summary>
    /// A committed objective is a success at 1.0 and a miss below (Doerr); an aspirational one is a success from 0.7, near from 0.6 (Google re:Work).
    /// </summary>
    public static SuccessRule Default { get; } = new();

    /// <summary>The same rule with other limits for a kind of objective.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="success">The least score that is a success, above 0, at most 1,000.</param>
    /// <param name="near">The least score that is near, at most <paramref name="success"/>, where nothing is near.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined, or a limit is out of range.</exception>
    public SuccessRule From(ObjectiveKind kind, decimal success, decimal near)
    {
        Require.Between(success, Require.SmallestRange, ScoreOverride.Largest, "success is a score above 0");
        Require.Between(near, 0m, success, "near is a score short of success");
        var limits = (success, near);
        return Require.Defined(kind) switch
        {
            ObjectiveKind.Committed => Changed(copy => copy.committed = limits),
            ObjectiveKind.Aspirational => Changed(copy => copy.aspirational = limits),
        };
    }

    /// <summary>The least score that is a success.</summary>
    /// <param name="kind">The kind of the objective.</param>
    /// <returns>The limit, included.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public decimal SuccessFrom(ObjectiveKind kind) => Limits(kind).Success;

    /// <summary>The least score that is near.</summary>
    /// <param name="kind">The kind of the objective.</param>
    /// <returns>The limit, included; that of success when nothing is near.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public decimal NearFrom(ObjectiveKind kind) => Limits(kind).Near;

    /// <summary>What a score means for what was promised.</summary>
    /// <param name="kind">The kind of the objective.</param>
    /// <param name="score">The score.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public Outcome OutcomeOf(ObjectiveKind kind, decimal score)
    {
        var (success, near) = Limits(kind);
        var graded = Residue.Without(score);
        return graded >= success ? Outcome.Success : graded >= near ? Outcome.Near : Outcome.Missed;
    }

    /// <inheritdoc/>
    public bool Equals(SuccessRule? other) => other is not null && committed == other.committed && aspirational == other.aspirational;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SuccessRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(committed, aspirational);

    /// <summary>The limits, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"committed from {committed.Success}, near from {committed.Near}; aspirational from {aspirational.Success}, near from {aspirational.Near}");

    private (decimal Success, decimal Near) Limits(ObjectiveKind kind) => Require.Defined(kind) switch
    {
        ObjectiveKind.Committed => committed,
        ObjectiveKind.Aspirational => aspirational,
    };

    private SuccessRule Changed(Action<SuccessRule> change)
    {
        var copy = (SuccessRule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
