using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Curves of pace, and scores set by hand.</summary>
internal static class PaceForms
{
    internal static readonly JsonForm<ScoreOverride> Override =
        new ObjectForm<ScoreOverride, OverrideParts>("scoreOverride", "A score set by hand, beside the computed one.", static form => form
        .Required("score", Number, static each => each.Score, static (ref parts, value) => parts.Score = value, "The score, 0 to 1.")
        .Required("reason", Text, static each => each.Reason, static (ref parts, value) => parts.Reason = value, "Why it was set.")
        .Required("on", Date, static each => each.On, static (ref parts, value) => parts.On = value, "The day it was set.")
        .Optional(
            "until", Date, static each => each.Until, static (ref parts, value) => parts.Until = value,
            "The last day it holds; without it, until the next check-in.")
        .Optional(
            "stays", True, static each => each.Lifetime == OverrideLifetime.UntilWithdrawn ? true : null, static (ref parts, value) => parts.Stays = value,
            "True when it holds until it is withdrawn.")
        .Build(static (ref json, ref parts) =>
        {
            var score = ScoreOverride.Of(parts.Score, parts.Reason!, parts.On);
            json.At("until");
            return (parts.Until, parts.Stays) switch
            {
                ({ } last, false) => score.EndingOn(last),
                (null, true) => score.Staying(),
                (null, false) => score,
                _ => throw JsonSource.Misfit("until", "a score that stays has no end; leave one of until and stays out."),
            };
        }));

    internal static readonly JsonForm<(LocalDate Date, decimal Expected)> Point =
        new ObjectForm<(LocalDate Date, decimal Expected), PointParts>("pacePoint", "The progress expected on a date.", static form => form
        .Required("date", Date, static point => point.Date, static (ref parts, value) => parts.Date = value, "The date.")
        .Required("expected", Number, static point => point.Expected, static (ref parts, value) => parts.Expected = value, "The progress expected, 0 to 1.")
        .Build(static (ref _, ref parts) => (parts.Date, parts.Expected)));

    internal static readonly JsonForm<PaceCurve> Curve = new TaggedForm<PaceCurve>("paceCurve", "How the progress expected grows over the cycle.")
        .Kind<PaceCurve, CurveParts>("linear", "Evenly with the days.", Of(PaceShape.Linear), static form => Elapsed(form)
            .Build(static (ref _, ref parts) => Made(PaceCurve.Linear, parts)))
        .Kind<PaceCurve, CurveParts>("steps", "In equal steps, at the end of each part of the cycle.", Of(PaceShape.Steps), static form => Elapsed(form
                .Required("steps", Integer, static curve => curve.Shares.Count, static (ref parts, value) => parts.Steps = value, "The number of parts."))
            .Build(static (ref _, ref parts) => Made(PaceCurve.Steps(parts.Steps), parts)))
        .Kind<PaceCurve, CurveParts>("seasonal", "By the share of each part of the cycle.", Of(PaceShape.Seasonal), static form => Elapsed(form
                .Required("shares", new ListForm<decimal>(Number), static curve => curve.Shares, static (ref parts, value) => parts.Shares = value,
                    "The share of each part, in any unit."))
            .Build(static (ref _, ref parts) => Made(PaceCurve.Seasonal(parts.Shares), parts)))
        .Kind<PaceCurve, CurveParts>("through", "In straight lines through points.", Of(PaceShape.Through), static form => Elapsed(Points(form))
            .Build(static (ref _, ref parts) => Made(PaceCurve.Through(parts.Points), parts)))
        .Kind<PaceCurve, CurveParts>("milestones", "At the dates of points only.", Of(PaceShape.Milestones), static form => Elapsed(Points(form))
            .Build(static (ref _, ref parts) => Made(PaceCurve.Milestones(parts.Points), parts)))
        .Kind<PaceCurve, CurveParts>("inFull", "All of it from the first day on.", Of(PaceShape.InFull), static form => Elapsed(form)
            .Build(static (ref _, ref parts) => Made(PaceCurve.InFull, parts)))
        .Kind<PaceCurve,
        CurveParts>("businessDays", "Evenly with the days from Monday to Friday that are no holidays.", Of(PaceShape.BusinessDays), static form => Elapsed(form
                .List("holidays", Date, static curve => curve.Dates, static (ref parts, value) => parts.Holidays = value, "The holidays."))
            .Build(static (ref _, ref parts) => Made(PaceCurve.BusinessDays(parts.Holidays), parts)));

    private static Func<PaceCurve, PaceCurve?> Of(PaceShape shape) => curve => curve.Shape == shape ? curve : null;

    private static PaceCurve Made(PaceCurve curve, CurveParts parts) => parts.Elapsed is { } elapsed ? curve.Counting(elapsed) : curve;

    private static ObjectForm<PaceCurve, CurveParts> Elapsed(ObjectForm<PaceCurve, CurveParts> form) => form
        .Optional(
            "elapsed", EnumForm<ElapsedDays>.Instance, static curve => curve.Elapsed == ElapsedDays.IncludingToday ? null : curve.Elapsed,
            static (ref parts, value) => parts.Elapsed = value, "Which days have passed; today too without it.");

    private static ObjectForm<PaceCurve, CurveParts> Points(ObjectForm<PaceCurve, CurveParts> form) => form
        .Required(
            "points", new ListForm<(LocalDate Date, decimal Expected)>(Point), static curve => [.. curve.Dates.Zip(curve.Shares)],
            static (ref parts, value) => parts.Points = value, "The points, by date.");

    private sealed class OverrideParts
    {
        internal decimal Score;
        internal string? Reason;
        internal LocalDate On;
        internal LocalDate? Until;
        internal bool Stays;
    }

    private sealed class PointParts
    {
        internal LocalDate Date;
        internal decimal Expected;
    }

    private sealed class CurveParts
    {
        internal ElapsedDays? Elapsed;
        internal int Steps;
        internal IReadOnlyList<decimal> Shares = [];
        internal IReadOnlyList<(LocalDate Date, decimal Expected)> Points = [];
        internal IReadOnlyList<LocalDate> Holidays = [];
    }
}
