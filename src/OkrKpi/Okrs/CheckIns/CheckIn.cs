using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>What a team reports about a key result, usually once a week: the value reached, how confident it is, and a note.</summary>
/// <remarks>Immutable, so safe for any number of threads; equal when all parts are equal. Of two check-ins of one date the one added later counts.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class CheckIn : IEquatable<CheckIn>
{
    private CheckIn(LocalDate date, decimal? value) => (Date, Value) = (date, value);

    /// <summary>The date of the check-in.</summary>
    public LocalDate Date { get; }

    /// <summary>
    /// The value reached, in the key result's unit; for a milestone or yes/no 1 is done and 0 is not. <see langword="null"/> when only confidence or a note is
    /// reported.
    /// </summary>
    public decimal? Value { get; }

    /// <summary>Which milestone or part of the goal the value is of; <see langword="null"/> for a goal without parts.</summary>
    public string? Part { get; private set; }

    /// <summary>How many answers or cases the value rests on; <see langword="null"/> when not said.</summary>
    public decimal? Sample { get; private set; }

    /// <summary>How sure the team is to reach the key result; <see langword="null"/> when not said.</summary>
    public Confidence? Confidence { get; private set; }

    /// <summary>How the team itself says it stands, in a word; <see langword="null"/> when not said. It never enters a score.</summary>
    public StatedStatus? Status { get; private set; }

    /// <summary>A remark; <see langword="null"/> without one.</summary>
    public string? Note { get; private set; }

    /// <summary>Who checked in; <see langword="null"/> when not said.</summary>
    public string? Author { get; private set; }

    /// <summary>The day from which on it does not count, because it was taken back; <see langword="null"/> while it stands.</summary>
    public LocalDate? WithdrawnOn { get; private set; }

    /// <summary>A check-in with the value reached.</summary>
    /// <param name="date">The date.</param>
    /// <param name="value">The value, in the key result's unit.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or the date outside the years 2 to 9997.</exception>
    public static CheckIn On(LocalDate date, decimal value) => new(Require.Date(date), Require.Amount(value));

    /// <summary>A check-in with the zone reached, for a goal in words.</summary>
    /// <param name="date">The date.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The check-in; its value is the number of the zone, 1 to 4.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zone"/> is undefined, or the date lies outside the years 2 to 9997.</exception>
    public static CheckIn InZone(LocalDate date, Zone zone) => new(Require.Date(date), (decimal)Require.Defined(zone));

    /// <summary>A check-in without a value, to report confidence or a note.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public static CheckIn WithoutValue(LocalDate date) => new(Require.Date(date), null);

    /// <summary>A check-in with everything that was recorded of it, as it comes out of a database or a document.</summary>
    /// <param name="date">The date.</param>
    /// <param name="value">The value, in the key result's unit; <see langword="null"/> for none.</param>
    /// <param name="part">The milestone or part it is of.</param>
    /// <param name="sample">The number of answers, 0 to 10^15.</param>
    /// <param name="confidence">How sure the team is.</param>
    /// <param name="note">A remark.</param>
    /// <param name="author">Who checked in.</param>
    /// <param name="status">How the team itself says it stands.</param>
    /// <returns>The check-in, as <see cref="On(LocalDate, decimal)"/> and the other methods would build it step by step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, <paramref name="sample"/> is negative or above 10^15,
    /// <paramref name="status"/> is undefined, or the date lies outside the years 2 to 9997.</exception>
    /// <exception cref="ArgumentException"><paramref name="part"/>, <paramref name="note"/> or <paramref name="author"/> is blank.</exception>
    public static CheckIn Recorded(
        LocalDate date, decimal? value, string? part, decimal? sample, Confidence? confidence, string? note, string? author, StatedStatus? status = null) =>
        new(Require.Date(date), value is { } amount ? Require.Amount(amount, nameof(value)) : null)
        {
            Part = part is null ? null : Require.Text(part, "part of a goal"),
            Sample = sample is { } answers ? Require.Between(answers, 0m, Require.LargestAmount, "a sample is a number of answers", nameof(sample)) : null,
            Confidence = confidence,
            Note = note is null ? null : Require.Text(note, "note of a check-in"),
            Author = author is null ? null : Require.Text(author, "author of a check-in"),
            Status = status is { } stated ? Require.Defined(stated, nameof(status)) : null,
        };

    /// <summary>Says which milestone or part of the goal the value is of.</summary>
    /// <param name="part">The name of the part.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentException"><paramref name="part"/> is blank.</exception>
    public CheckIn Of(string part) => Changed(copy => copy.Part = Require.Text(part, "part of a goal"));

    /// <summary>Says how many answers or cases the value rests on.</summary>
    /// <param name="sample">The number, 0 or more.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is negative or above 10^15.</exception>
    public CheckIn FromSample(decimal sample) =>
        Changed(copy => copy.Sample = Require.Between(sample, 0m, Require.LargestAmount, "a sample is a number of answers"));

    /// <summary>Says how sure the team is to reach the key result.</summary>
    /// <param name="confidence">The confidence.</param>
    /// <returns>The check-in.</returns>
    public CheckIn With(Confidence confidence) => Changed(copy => copy.Confidence = confidence);

    /// <summary>Says in a word how the team itself sees it: <c>CheckIn.WithoutValue(friday).Stating(StatedStatus.Blocked)</c>.</summary>
    /// <param name="status">The word.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is undefined.</exception>
    public CheckIn Stating(StatedStatus status) => Changed(copy => copy.Status = Require.Defined(status));

    /// <summary>Adds a remark.</summary>
    /// <param name="note">The remark.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is blank.</exception>
    public CheckIn Noting(string note) => Changed(copy => copy.Note = Require.Text(note, "note of a check-in"));

    /// <summary>Says who checked in.</summary>
    /// <param name="author">A person.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentException"><paramref name="author"/> is blank.</exception>
    public CheckIn By(string author) => Changed(copy => copy.Author = Require.Text(author, "author of a check-in"));

    /// <summary>Takes it back from a day on; before that day it counts. To be taken back in its key result, say <see cref="KeyResult.Withdrawing"/>.</summary>
    /// <param name="on">The day from which on it does not count.</param>
    /// <returns>The check-in.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 2 to 9997.</exception>
    public CheckIn Withdrawn(LocalDate on) => Changed(copy => copy.WithdrawnOn = Require.Date(on));

    /// <summary>The same check-in, of the goal as a whole.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutPart() => Changed(copy => copy.Part = null);

    /// <summary>The same check-in without a number of answers.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutSample() => Changed(copy => copy.Sample = null);

    /// <summary>The same check-in without a confidence.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutConfidence() => Changed(copy => copy.Confidence = null);

    /// <summary>The same check-in without a stated status.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutStatus() => Changed(copy => copy.Status = null);

    /// <summary>The same check-in without a remark.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutNote() => Changed(copy => copy.Note = null);

    /// <summary>The same check-in of nobody in particular.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn WithoutAuthor() => Changed(copy => copy.Author = null);

    /// <summary>The same check-in, never taken back.</summary>
    /// <returns>The check-in.</returns>
    public CheckIn NotWithdrawn() => Changed(copy => copy.WithdrawnOn = null);

    /// <inheritdoc/>
    public bool Equals(CheckIn? other) =>
        other is not null && Date == other.Date && Value == other.Value && string.Equals(Part, other.Part, StringComparison.Ordinal)
        && Sample == other.Sample && Confidence == other.Confidence && Status == other.Status && string.Equals(Note, other.Note, StringComparison.Ordinal)
        && string.Equals(Author, other.Author, StringComparison.Ordinal) && WithdrawnOn == other.WithdrawnOn;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckIn);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HashCode.Combine(Date, Value, Part, Sample), Confidence, Note, Author, Status, WithdrawnOn);

    /// <summary>Date and value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Date.Iso()}: {(Part is null ? "" : Part + " ")}{Value?.ToString(CultureInfo.InvariantCulture) ?? "no value"}"
        + $"{(WithdrawnOn is { } day ? ", withdrawn " + day.Iso() : "")}");

    /// <summary>Whether it is known and stands at the close of a date.</summary>
    internal bool StandsOn(LocalDate asOf) => Date <= asOf && !(WithdrawnOn <= asOf);

    private CheckIn Changed(Action<CheckIn> change)
    {
        var copy = (CheckIn)MemberwiseClone();
        change(copy);
        return copy;
    }
}
