namespace OkrKpi;

/// <summary>The named policies by which objectives are scored, in one immutable object.</summary>
/// <remarks>Immutable; equal when all policies are equal. A newcomer never meets it: <see cref="Default"/> is used unless another profile is given.</remarks>
public sealed class ScoringProfile : IEquatable<ScoringProfile>
{
    private ScoringProfile(MissingKeyResults missing) => Missing = missing;

    /// <summary>Weighted mean of clamped scores; missing key results left out until closing; linear pace.</summary>
    public static ScoringProfile Default { get; } = new(MissingKeyResults.LeftOutUntilClosing);

    /// <summary>What is done with key results about which nothing can be said; by default <see cref="MissingKeyResults.LeftOutUntilClosing"/>.</summary>
    public MissingKeyResults Missing { get; }

    /// <summary>The same profile with another policy for missing key results.</summary>
    /// <param name="missing">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is undefined.</exception>
    public ScoringProfile With(MissingKeyResults missing) => new(Require.Defined(missing));

    /// <inheritdoc/>
    public bool Equals(ScoringProfile? other) => other is not null && Missing == other.Missing;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoringProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => Missing.GetHashCode();

    /// <summary>The policies by name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"missing key results: {Missing}";
}
