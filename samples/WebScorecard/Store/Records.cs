using System.ComponentModel.DataAnnotations.Schema;
using NodaTime;
using OkrKpi;

namespace WebScorecard.Store;

// What the tables keep and the API takes: the library's values as plain columns. The library itself says whether they make sense.

/// <summary>A check-in of a key result.</summary>
/// <param name="Date">The day it is about.</param>
/// <param name="Value">The value reached, in the unit of the key result.</param>
/// <param name="Part">The part of the goal, when the goal has parts.</param>
/// <param name="Sample">How many answers are behind the value.</param>
/// <param name="Confidence">0, sure to fail, to 1, sure to succeed.</param>
/// <param name="Note">What people should know.</param>
/// <param name="Author">Who checked in.</param>
[ComplexType]
internal sealed record CheckInRecord(
    DateOnly Date, decimal? Value = null, string? Part = null, decimal? Sample = null, decimal? Confidence = null, string? Note = null, string? Author = null)
{
    public static CheckInRecord Of(CheckIn checkIn) => new(
        checkIn.Date.ToDateOnly(), checkIn.Value, checkIn.Part, checkIn.Sample, checkIn.Confidence?.Probability, checkIn.Note, checkIn.Author);

    public CheckIn ToCheckIn()
    {
        var date = LocalDate.FromDateOnly(Date);
        var checkIn = Value is { } value ? CheckIn.On(date, value) : CheckIn.WithoutValue(date);
        checkIn = Part is null ? checkIn : checkIn.Of(Part);
        checkIn = Sample is { } sample ? checkIn.FromSample(sample) : checkIn;
        checkIn = Confidence is { } probability ? checkIn.With(OkrKpi.Confidence.Of(probability)) : checkIn;
        checkIn = Note is null ? checkIn : checkIn.Noting(Note);
        return Author is null ? checkIn : checkIn.By(Author);
    }
}

/// <summary>A measured value of a KPI, on a date or at an instant.</summary>
/// <param name="Value">The value, in the KPI's unit.</param>
/// <param name="Date">The day it is of.</param>
/// <param name="At">The instant it is of.</param>
/// <param name="Weight">What is behind the value, for a weighted average.</param>
/// <param name="Denominator">What the value is out of, for a ratio.</param>
/// <param name="Dimension">The dimension of the segment, such as region.</param>
/// <param name="Segment">The segment, such as North.</param>
/// <param name="KnownOn">The day it became known, when later.</param>
/// <param name="Restates">Whether it replaces what was known of the same time and segment.</param>
[ComplexType]
internal sealed record MeasurementRecord(
    decimal Value, DateOnly? Date = null, DateTimeOffset? At = null, decimal? Weight = null, decimal? Denominator = null,
    string? Dimension = null, string? Segment = null, DateOnly? KnownOn = null, bool Restates = false)
{
    public static MeasurementRecord Of(Measurement measurement) => new(
        measurement.Value, measurement.Date?.ToDateOnly(), measurement.At?.ToDateTimeOffset(), measurement.Weight, measurement.Denominator,
        measurement.Segment?.Dimension, measurement.Segment?.Name, measurement.KnownOn?.ToDateOnly(), measurement.Restates);

    public Measurement ToMeasurement()
    {
        var measurement = Measurement.Recorded(
            Date is { } date ? LocalDate.FromDateOnly(date) : null,
            At is { } at ? Instant.FromDateTimeOffset(at) : null,
            Value,
            Weight,
            Denominator,
            Dimension is null && Segment is null ? null : OkrKpi.Segment.Of(Dimension!, Segment!),
            KnownOn is { } known ? LocalDate.FromDateOnly(known) : null);
        return !Restates ? measurement
            : measurement.KnownOn is { } since ? measurement.Restating(since)
            : throw new ArgumentException("A measurement that replaces another says since when it is known.");
    }
}

/// <summary>A decision about the target of a KPI; without a value and a band it withdraws the target.</summary>
/// <param name="From">The first day it applies to.</param>
/// <param name="Through">The last day; left out for a standing target.</param>
/// <param name="DecidedOn">The day of the decision; left out when decided on the first day.</param>
/// <param name="Value">What is to be reached.</param>
/// <param name="Low">The low end of a band.</param>
/// <param name="High">The high end of a band.</param>
/// <param name="Because">The reason.</param>
/// <param name="Corrects">Whether a wrong record is put right instead of a target decided anew.</param>
[ComplexType]
internal sealed record TargetRecord(
    DateOnly From, DateOnly? Through = null, DateOnly? DecidedOn = null, decimal? Value = null, decimal? Low = null, decimal? High = null,
    string? Because = null, bool Corrects = false)
{
    public static TargetRecord Of(TargetDecision decision) => new(
        decision.EffectiveFrom.ToDateOnly(), decision.EffectiveThrough?.ToDateOnly(), decision.DecidedOn.ToDateOnly(),
        decision.Target?.Value, decision.Target?.Band?.Low, decision.Target?.Band?.High, decision.Because, decision.Kind == TargetDecisionKind.Correction);

    public TargetDecision ToDecision()
    {
        var from = LocalDate.FromDateOnly(From);
        LocalDate? decidedOn = DecidedOn is { } decided ? LocalDate.FromDateOnly(decided) : null;
        Target? target = (Value, Low, High) switch
        {
            ({ } value, null, null) => Target.Of(value),
            (null, { } low, { } high) => Target.Within(Band.Between(low, high)),
            (null, { } low, null) => Target.Within(Band.AtLeast(low)),
            (null, null, { } high) => Target.Within(Band.AtMost(high)),
            (null, null, null) => null,
            _ => throw new ArgumentException("A target is either a value or a band."),
        };
        var decision = (target, Through) switch
        {
            (null, null) => TargetDecision.Withdrawn(from, decidedOn, Because),
            (null, _) => throw new ArgumentException("A withdrawn target has no end."),
            (_, { } through) => TargetDecision.Between(from, LocalDate.FromDateOnly(through), target, decidedOn, Because),
            _ => TargetDecision.From(from, target, decidedOn, Because),
        };
        return Corrects ? decision.AsCorrection() : decision;
    }
}
