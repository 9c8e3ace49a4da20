using System.Globalization;

namespace OkrKpi.Signals;

/// <summary>One rule by which points of a process are no noise: <c>SignalRule.Run(8)</c>, <c>SignalRule.Beyond(2m, count: 2, outOf: 3)</c>.</summary>
/// <remarks>
/// Immutable; equal when all parts are equal. A value on the centre belongs to neither side and breaks a run; two equal neighbours break a trend. A pattern of
/// several points is complete at its last one, so that it is seen when that point arrives.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SignalRule : IEquatable<SignalRule>
{
    internal const int MostPoints = 1_000;

    private SignalRule(SignalKind kind, int count, int outOf, decimal sigmas)
    {
        Kind = kind;
        Count = count;
        OutOf = outOf;
        Sigmas = sigmas;
    }

    /// <summary>One point beyond a limit, three sigma from the centre. Of 1,000 points of pure noise about 3.</summary>
    public static SignalRule BeyondLimit { get; } = new(SignalKind.BeyondLimit, 1, 1, 3m);

    /// <summary>What it looks for.</summary>
    public SignalKind Kind { get; }

    /// <summary>How many points make the signal: 2 of "2 of 3".</summary>
    public int Count { get; }

    /// <summary>Among how many points in a row: 3 of "2 of 3"; otherwise the same as <see cref="Count"/>.</summary>
    public int OutOf { get; }

    /// <summary>The line that matters, in sigma from the centre, of which the limit is 3; 0 where only the centre or the points before matter.</summary>
    public decimal Sigmas { get; }

    /// <summary>Some of a few points in a row beyond a line on one side, the last of them included: 2 of 3 beyond 2 sigma.</summary>
    /// <param name="sigmas">Where the line lies, in sigma from the centre: above 0, at most 3.</param>
    /// <param name="count">How many points, at least 1.</param>
    /// <param name="outOf">Among how many, at least <paramref name="count"/>, at most 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside what it may be.</exception>
    public static SignalRule Beyond(decimal sigmas, int count, int outOf) => new(
        SignalKind.BeyondLine,
        Require.AtLeast(count, 1, "a pattern is a number of points"),
        AmongPoints(outOf, count),
        Require.Between(sigmas, Require.SmallestRange, 3m, "a line lies between the centre and the limit"));

    /// <summary>
    /// Some of a few points in a row within the outer third between centre and limit, all of the few on one side of the centre: the NHS's 2 of 3 close to a
    /// limit. Points beyond the limit are a signal by themselves and do not count here.
    /// </summary>
    /// <param name="count">How many points, at least 1.</param>
    /// <param name="outOf">Among how many, at least <paramref name="count"/>, at most 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside what it may be.</exception>
    public static SignalRule NearLimit(int count, int outOf) =>
        new(SignalKind.NearLimit, Require.AtLeast(count, 1, "a pattern is a number of points"), AmongPoints(outOf, count), 2m);

    /// <summary>Points in a row on one side of the centre.</summary>
    /// <param name="points">How many, 2 to 1,000: 7 by the NHS, 8 by Wheeler and Western Electric, 9 by Nelson.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 2 to 1,000.</exception>
    public static SignalRule Run(int points) => InARow(SignalKind.Run, points, 2, 0m);

    /// <summary>Points in a row each above the one before, or each below it.</summary>
    /// <param name="points">How many, the first included, 3 to 1,000: 7 by the NHS, 6 by Nelson.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 3 to 1,000.</exception>
    public static SignalRule Trend(int points) => InARow(SignalKind.Trend, points, 3, 0m);

    /// <summary>Points in a row that go up and down by turns.</summary>
    /// <param name="points">How many, the first included, 3 to 1,000: 14 by Nelson.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 3 to 1,000.</exception>
    public static SignalRule Alternating(int points) => InARow(SignalKind.Alternating, points, 3, 0m);

    /// <summary>Points in a row within one sigma of the centre, the line itself included. Silent where nothing varies.</summary>
    /// <param name="points">How many, 2 to 1,000: 15 by Nelson.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 2 to 1,000.</exception>
    public static SignalRule Hugging(int points) => InARow(SignalKind.Hugging, points, 2, 1m);

    /// <summary>Points in a row more than one sigma away from the centre, on both of its sides.</summary>
    /// <param name="points">How many, 2 to 1,000: 8 by Nelson.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 2 to 1,000.</exception>
    public static SignalRule Avoiding(int points) => InARow(SignalKind.Avoiding, points, 2, 1m);

    /// <inheritdoc/>
    public bool Equals(SignalRule? other) =>
        other is not null && Kind == other.Kind && Count == other.Count && OutOf == other.OutOf && Sigmas == other.Sigmas;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignalRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Count, OutOf, Sigmas);

    /// <summary>The rule in words, culture-independent: <c>2 of 3 beyond 2 sigma</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);

    /// <summary>What it looks for, in each language.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Explanation.Of(
        Kind switch
        {
            SignalKind.BeyondLimit => "signalRule.beyondLimit",
            SignalKind.BeyondLine => "signalRule.beyondLine",
            SignalKind.NearLimit => "signalRule.nearLimit",
            SignalKind.Run => "signalRule.run",
            SignalKind.Trend => "signalRule.trend",
            SignalKind.Alternating => "signalRule.alternating",
            SignalKind.Hugging => "signalRule.hugging",
            SignalKind.Avoiding => "signalRule.avoiding",
        },
        new Fact("count", (decimal)Count), new Fact("outOf", (decimal)OutOf), new Fact("sigmas", Sigmas));

    private static SignalRule InARow(SignalKind kind, int points, int least, decimal sigmas)
    {
        Require.Between(points, least, MostPoints, "a pattern is a number of points in a row");
        return new(kind, points, points, sigmas);
    }

    private static int AmongPoints(int outOf, int count)
    {
        Require.Between(outOf, count, MostPoints, "some points are among a few in a row");
        return outOf;
    }
}
