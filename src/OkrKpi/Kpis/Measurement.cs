using System.Globalization;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>An observed value: on a date or at an instant, optionally with a weight, a denominator and a segment.</summary>
/// <remarks>
/// <para>Immutable, so safe for any number of threads; equal when all parts are equal. A date has no time zone and is never converted; an instant falls on the
/// date of the KPI's calendar.</para>
/// <para>It has two times: when it was observed, and when it became known (<see cref="KnownOn"/>), so that a past review can be repeated as it was then.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Measurement : IEquatable<Measurement>
{
    private const string KeyWords = "key of a measurement";

    private Measurement(LocalDate? date, Instant? at, decimal value, decimal? weight, decimal? denominator, Segment? segment, LocalDate? knownOn)
    {
        Date = date;
        At = at;
        Value = value;
        Weight = weight;
        Denominator = denominator;
        Segment = segment;
        KnownOn = knownOn;
    }

    /// <summary>The date it was observed on; <see langword="null"/> when it has an instant.</summary>
    public LocalDate? Date { get; }

    /// <summary>The instant it was observed at; <see langword="null"/> when it has a date.</summary>
    public Instant? At { get; }

    /// <summary>The value in the KPI's unit; the numerator when there is a <see cref="Denominator"/>.</summary>
    public decimal Value { get; }

    /// <summary>
    /// How much the value counts in a weighted average, such as the orders behind an average order value; <see langword="null"/> without one.
    /// </summary>
    public decimal? Weight { get; private set; }

    /// <summary>What <see cref="Value"/> is divided by in a ratio of sums; <see langword="null"/> when the value is no numerator.</summary>
    public decimal? Denominator { get; private set; }

    /// <summary>The part of the business it belongs to; <see langword="null"/> for the whole.</summary>
    public Segment? Segment { get; private set; }

    /// <summary>When it became known; <see langword="null"/> when on the day itself.</summary>
    public LocalDate? KnownOn { get; private set; }

    /// <summary>Whether it replaces what was known before of the same time and segment; with a <see cref="Key"/> only what was known of that key.</summary>
    public bool Restates { get; private set; }

    /// <summary>
    /// Whether it takes back what was known before, and puts nothing in its place. Its value is that of what it takes back, and counts nowhere.
    /// </summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>
    /// The key the host knows it by, such as the id of a sale; <see langword="null"/> without one. One key is one measurement, however often it is given.
    /// </summary>
    public string? Key { get; private set; }

    /// <summary>A value observed on a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="value">The value, in the KPI's unit.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or the date outside the years 2 to 9997.</exception>
    public static Measurement On(LocalDate date, decimal value) => new(Require.Date(date), null, Require.Amount(value), null, null, null, null);

    /// <summary>A value observed at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="value">The value, in the KPI's unit.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or the instant outside the years 2 to 9997.</exception>
    public static Measurement AtInstant(Instant instant, decimal value) => new(null, Require.DateOf(instant), Require.Amount(value), null, null, null, null);

    /// <summary>A measurement with everything that was recorded of it, as it comes out of a database or a document.</summary>
    /// <param name="date">The date it was observed on; <see langword="null"/> when there is an instant.</param>
    /// <param name="at">The instant it was observed at; <see langword="null"/> when there is a date.</param>
    /// <param name="value">The value, in the KPI's unit; the numerator when there is a denominator.</param>
    /// <param name="weight">How much the value counts in a weighted average, 0 to 10^15; <see langword="null"/> for none.</param>
    /// <param name="denominator">What the value is divided by in a ratio of sums, 0 to 10^15; <see langword="null"/> for none.</param>
    /// <param name="segment">The part of the business; <see langword="null"/> for the whole.</param>
    /// <param name="knownOn">The day it became known; <see langword="null"/> when on the day itself.</param>
    /// <param name="key">The key the host knows it by; <see langword="null"/> for none.</param>
    /// <returns>The measurement, as <see cref="On(LocalDate, decimal)"/> and the other methods would build it step by step; it restates nothing.</returns>
    /// <exception cref="ArgumentException">There are both a date and an instant, or none of them, or <paramref name="key"/> is no key.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date or the instant lies outside the years 2 to 9997, the value outside ±10^15, the weight or the
    /// denominator is negative or above 10^15, or value times weight lies outside ±10^21.</exception>
    public static Measurement Recorded(
        LocalDate? date, Instant? at, decimal value, decimal? weight, decimal? denominator, Segment? segment, LocalDate? knownOn, string? key = null) =>
        date.HasValue == at.HasValue
            ? throw new ArgumentException("A measurement is observed on a date or at an instant; give one of them.", nameof(date))
            : new(
                date is { } day ? Require.Date(day, nameof(date)) : null,
                at is { } moment ? Require.DateOf(moment, nameof(at)) : null,
                Require.Amount(value),
                weight is { } much ? RequireWeight(much, value, nameof(weight)) : null,
                denominator is { } number ? RequireDenominator(number, nameof(denominator)) : null,
                segment,
                knownOn is { } known ? Require.Date(known, nameof(knownOn)) : null)
            {
                Key = key is null ? null : IdText.Of(key, KeyWords),
            };

    /// <summary>The same measurement as the numerator of a ratio: 30 sales of 1,000 visitors is <c>Measurement.On(date, 30).OutOf(1000)</c>.</summary>
    /// <param name="denominator">What it is divided by; 0 or more.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is negative or above 10^15.</exception>
    public Measurement OutOf(decimal denominator) => Changed(copy => copy.Denominator = RequireDenominator(denominator));

    /// <summary>The same measurement with a weight for a weighted average.</summary>
    /// <param name="weight">The weight; 0 or more.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 10^15, or value times weight lies outside
    /// ±10^21.</exception>
    public Measurement Weighing(decimal weight) => Changed(copy => copy.Weight = RequireWeight(weight, Value));

    /// <summary>The same measurement for one part of the business.</summary>
    /// <param name="segment">The part.</param>
    /// <returns>The measurement.</returns>
    public Measurement For(Segment segment) => Changed(copy => copy.Segment = Guard.Against.Null(segment));

    /// <summary>The same measurement, known only from a later day on: late data.</summary>
    /// <param name="date">The day it became known.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Measurement Known(LocalDate date) => Changed(copy => copy.KnownOn = Require.Date(date));

    /// <summary>
    /// The same measurement as a restatement: from a day on it replaces everything known through that day of the same time and segment; of two of one day the
    /// one with the larger value stands.
    /// </summary>
    /// <param name="date">The day of the restatement.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Measurement Restating(LocalDate date) => Changed(copy => (copy.KnownOn, copy.Restates, copy.IsWithdrawn) = (Require.Date(date), true, false));

    /// <summary>
    /// The withdrawal of the measurement: from a day on everything known through that day of the same time and segment is taken back, with a <see cref="Key"/>
    /// only what was known of that key.
    /// It is added beside the measurement, so that reviews of earlier dates say what they said. Of one day it has the last word.
    /// </summary>
    /// <param name="date">The day of the withdrawal.</param>
    /// <returns>The withdrawal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Measurement Withdrawn(LocalDate date) => Changed(copy => (copy.KnownOn, copy.Restates, copy.IsWithdrawn) = (Require.Date(date), true, true));

    /// <summary>
    /// The same measurement with the key the host knows it by: given again it is the same measurement, and restated or withdrawn it is only that one.
    /// </summary>
    /// <param name="key">The key, 1 to 200 characters as those of an id.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is blank, too long or holds a character that cannot be seen.</exception>
    public Measurement Keyed(string key) => Changed(copy => copy.Key = IdText.Of(key, KeyWords));

    /// <summary>The same measurement, divided by nothing.</summary>
    /// <returns>The measurement.</returns>
    public Measurement WithoutDenominator() => Changed(copy => copy.Denominator = null);

    /// <summary>The same measurement without a weight.</summary>
    /// <returns>The measurement.</returns>
    public Measurement WithoutWeight() => Changed(copy => copy.Weight = null);

    /// <summary>The same measurement of the whole business.</summary>
    /// <returns>The measurement.</returns>
    public Measurement WithoutSegment() => Changed(copy => copy.Segment = null);

    /// <summary>The same measurement without a key.</summary>
    /// <returns>The measurement.</returns>
    public Measurement WithoutKey() => Changed(copy => copy.Key = null);

    /// <summary>The same measurement as it was first made: known on the day itself, and neither a restatement nor a withdrawal.</summary>
    /// <returns>The measurement.</returns>
    public Measurement KnownAtOnce() => Changed(copy => (copy.KnownOn, copy.Restates, copy.IsWithdrawn) = (null, false, false));

    /// <inheritdoc/>
    public bool Equals(Measurement? other) =>
        other is not null && Date == other.Date && At == other.At && Value == other.Value && Weight == other.Weight
            && Denominator == other.Denominator
            && Equals(Segment, other.Segment)
            && KnownOn == other.KnownOn
            && Restates == other.Restates
            && IsWithdrawn == other.IsWithdrawn
        && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Measurement);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Date, At, Value, Weight, Denominator, Segment, KnownOn, Key);

    /// <summary>When and how much, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Date?.Iso() ?? At!.Value.ToString("g", CultureInfo.InvariantCulture)}: "
        + $"{Value}{(Denominator is { } denominator ? " / " + denominator.ToString(CultureInfo.InvariantCulture) : "")}"
        + $"{(IsWithdrawn ? ", withdrawn " + KnownOn!.Value.Iso() : "")}");

    internal bool IsKnown(ReportingCalendar calendar, LocalDate asOf)
    {
        var observed = DateIn(calendar);
        return observed <= asOf && (KnownOn ?? observed) <= asOf;
    }

    internal LocalDate DateIn(ReportingCalendar calendar) => Date ?? calendar.DateOf(At!.Value);

    private Measurement Changed(Action<Measurement> change)
    {
        var copy = (Measurement)MemberwiseClone();
        change(copy);
        return copy;
    }

    private static decimal RequireDenominator(decimal denominator, [CallerArgumentExpression(nameof(denominator))] string? name = null) =>
        Require.Between(denominator, 0m, Require.LargestAmount, "a denominator counts something", name);

    private static decimal RequireWeight(decimal weight, decimal value, [CallerArgumentExpression(nameof(weight))] string? name = null)
    {
        Require.Between(weight, 0m, Require.LargestAmount, "a weight counts what is behind the value", name);

        // 10^21 times fifty million measurements still fits a decimal.
        return weight <= 1m || Math.Abs(value) <= 1e21m / weight
            ? weight
            : throw new ArgumentOutOfRangeException(name, weight, "Value times weight goes beyond 10^21; use a larger unit, such as millions.");
    }
}
