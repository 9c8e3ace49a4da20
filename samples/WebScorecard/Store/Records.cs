using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;
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
/// <param name="Status">What the team itself says of it.</param>
/// <param name="WithdrawnOn">The day from which on it is taken back.</param>
[ComplexType]
public sealed record CheckInRecord(
    DateOnly Date, decimal? Value = null, string? Part = null, decimal? Sample = null, decimal? Confidence = null, string? Note = null, string? Author = null,
    [property: JsonConverter(typeof(JsonStringEnumConverter<StatedStatus>))] StatedStatus? Status = null, DateOnly? WithdrawnOn = null)
{
    public static CheckInRecord Of(CheckIn checkIn) => new(
        checkIn.Date.ToDateOnly(), checkIn.Value, checkIn.Part, checkIn.Sample, checkIn.Confidence?.Probability, checkIn.Note, checkIn.Author,
        checkIn.Status, checkIn.WithdrawnOn?.ToDateOnly());

    public CheckIn ToCheckIn()
    {
        var checkIn = CheckIn.Recorded(
            LocalDate.FromDateOnly(Date), Value, Part, Sample, Confidence is { } probability ? OkrKpi.Confidence.Of(probability) : null, Note, Author, Status);
        return WithdrawnOn is { } day ? checkIn.Withdrawn(LocalDate.FromDateOnly(day)) : checkIn;
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
/// <param name="Restates">Whether it replaces what was known of the same time and segment, or of the same key.</param>
/// <param name="Key">What another system knows it by, such as the id of a sale.</param>
/// <param name="Withdraws">Whether it takes back what it would replace.</param>
[ComplexType]
public sealed record MeasurementRecord(
    decimal Value, DateOnly? Date = null, DateTimeOffset? At = null, decimal? Weight = null, decimal? Denominator = null,
    string? Dimension = null, string? Segment = null, DateOnly? KnownOn = null, bool Restates = false, string? Key = null, bool Withdraws = false)
{
    public static MeasurementRecord Of(Measurement measurement) => new(
        measurement.Value, measurement.Date?.ToDateOnly(), measurement.At?.ToDateTimeOffset(), measurement.Weight, measurement.Denominator,
        measurement.Segment?.Dimension, measurement.Segment?.Name, measurement.KnownOn?.ToDateOnly(), measurement.Restates,
        measurement.Key, measurement.IsWithdrawn);

    public Measurement ToMeasurement()
    {
        var measurement = Measurement.Recorded(
            Date is { } date ? LocalDate.FromDateOnly(date) : null,
            At is { } at ? Instant.FromDateTimeOffset(at) : null,
            Value,
            Weight,
            Denominator,
            Dimension is null && Segment is null ? null : OkrKpi.Segment.Of(Dimension!, Segment!),
            KnownOn is { } known ? LocalDate.FromDateOnly(known) : null,
            Key);
        return !Restates && !Withdraws ? measurement
            : measurement.KnownOn is not { } since
                ? throw new ArgumentException("A measurement that replaces another or takes it back says since when it is known.")
            : Withdraws ? measurement.Withdrawn(since)
            : measurement.Restating(since);
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
/// <param name="Above">What is to be passed upwards: the value itself is not enough.</param>
/// <param name="Below">What is to be passed downwards.</param>
/// <param name="Redefines">Whether the target is restated because unit or meaning changed.</param>
[ComplexType]
public sealed record TargetRecord(
    DateOnly From, DateOnly? Through = null, DateOnly? DecidedOn = null, decimal? Value = null, decimal? Low = null, decimal? High = null,
    string? Because = null, bool Corrects = false, decimal? Above = null, decimal? Below = null, bool Redefines = false)
{
    public static TargetRecord Of(TargetDecision decision) => new(
        decision.EffectiveFrom.ToDateOnly(), decision.EffectiveThrough?.ToDateOnly(), decision.IsDayStated ? decision.DecidedOn.ToDateOnly() : null,
        decision.Target is { IsStrict: false } ? decision.Target.Value : null, decision.Target?.Band?.Low, decision.Target?.Band?.High, decision.Because,
        decision.Kind == TargetDecisionKind.Correction, Strict(decision.Target, Direction.HigherIsBetter), Strict(decision.Target, Direction.LowerIsBetter),
        decision.Kind == TargetDecisionKind.Redefinition);

    public TargetDecision ToDecision()
    {
        var from = LocalDate.FromDateOnly(From);
        LocalDate? decidedOn = DecidedOn is { } decided ? LocalDate.FromDateOnly(decided) : null;
        Target? target = (Value, Low, High, Above, Below) switch
        {
            ({ } value, null, null, null, null) => Target.Of(value),
            (null, { } low, { } high, null, null) => Target.Within(Band.Between(low, high)),
            (null, { } low, null, null, null) => Target.Within(Band.AtLeast(low)),
            (null, null, { } high, null, null) => Target.Within(Band.AtMost(high)),
            (null, null, null, { } above, null) => Target.Above(above),
            (null, null, null, null, { } below) => Target.Below(below),
            (null, null, null, null, null) => null,
            _ => throw new ArgumentException("A target is a value, a band, or what is to be passed."),
        };
        var decision = (target, Through) switch
        {
            (null, null) => TargetDecision.Withdrawn(from, decidedOn, Because),
            (null, _) => throw new ArgumentException("A withdrawn target has no end."),
            (_, { } through) => TargetDecision.Between(from, LocalDate.FromDateOnly(through), target, decidedOn, Because),
            _ => TargetDecision.From(from, target, decidedOn, Because),
        };
        return (Corrects, Redefines) switch
        {
            (true, true) => throw new ArgumentException("A target is corrected or redefined, not both."),
            (true, false) => decision.AsCorrection(),
            (false, true) => decision.AsRedefinition(),
            (false, false) => decision,
        };
    }

    private static decimal? Strict(Target? target, Direction better) => target is { IsStrict: true } && target.Fits(better) ? target.Value : null;
}
