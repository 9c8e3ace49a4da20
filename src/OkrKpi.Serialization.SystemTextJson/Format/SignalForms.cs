using System.Globalization;
using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How noise is told from signals, from when on a process is another one, and how a process behaves.</summary>
internal static class SignalForms
{
    internal static readonly JsonForm<Rebase> Rebase =
        new ObjectForm<Rebase, RebaseParts>("rebase", "The decision that a process is another one from a day on, so that its limits begin anew.",
            static form => form
        .Required("from", Date, static each => each.From, static (ref parts, value) => parts.From = value, "The first day of the changed process.")
        .Required("because", Text, static each => each.Because, static (ref parts, value) => parts.Because = value, "What changed.")
        .Optional(
            "decidedOn", Date, static each => each.DecidedOn == each.From ? null : each.DecidedOn, static (ref parts, value) => parts.DecidedOn = value,
            "The day it was decided; without it the day in 'from'.")
        .Build(static (ref _, ref parts) => OkrKpi.Signals.Rebase.On(parts.From, parts.Because!, parts.DecidedOn)));

    internal static readonly JsonForm<SignalRule> Rule =
        new ObjectForm<SignalRule, RuleParts>("signalRule", "What makes points a signal.", static form => form
        .Required("kind", EnumForm<SignalKind>.Instance, static each => each.Kind, static (ref parts, value) => parts.Kind = value, "What it looks for.")
        .Optional(
            "count", Integer, static each => each.Kind == SignalKind.BeyondLimit ? null : each.Count, static (ref parts, value) => parts.Count = value,
            "How many points make it.")
        .Optional(
            "outOf", Integer, static each => each.OutOf == each.Count ? null : each.OutOf, static (ref parts, value) => parts.OutOf = value,
            "Among how many in a row; as many as 'count' without it.")
        .Optional(
            "sigmas", Number, static each => each.Kind == SignalKind.BeyondLine ? each.Sigmas : null, static (ref parts, value) => parts.Sigmas = value,
            "Where the line lies, of which the limit is 3.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("count");
            var count = parts.Count ?? 0;
            return parts.Kind switch
            {
                SignalKind.BeyondLimit => SignalRule.BeyondLimit,
                SignalKind.BeyondLine => SignalRule.Beyond(parts.Sigmas ?? 0m, count, parts.OutOf ?? count),
                SignalKind.NearLimit => SignalRule.NearLimit(count, parts.OutOf ?? count),
                SignalKind.Run => SignalRule.Run(count),
                SignalKind.Trend => SignalRule.Trend(count),
                SignalKind.Alternating => SignalRule.Alternating(count),
                SignalKind.Hugging => SignalRule.Hugging(count),
                SignalKind.Avoiding => SignalRule.Avoiding(count),
            };
        }));

    internal static readonly JsonForm<SignalRules> Rules =
        new ObjectForm<SignalRules, RulesParts>("signalRules", "How noise is told from signals: a known set, and what differs from it.", static form => form
        .Required(
            "set", EnumForm<SignalSet>.Instance, SetOf, static (ref parts, value) => parts.Set = value, "The set whose policies hold where none is named.")
        .Optional(
            "name", Text, static each => each.Name == Of(each).Name ? null : each.Name, static (ref parts, value) => parts.Name = value,
            "What people call it.")
        .Optional(
            "rules", new ListForm<SignalRule>(Rule), static each => each.Rules.SequenceEqual(Of(each).Rules) ? null : each.Rules,
            static (ref parts, value) => parts.Rules = value, "The rules, the most telling first.")
        .Optional(
            "scaling", EnumForm<LimitScaling>.Instance, static each => each.Scaling == Of(each).Scaling ? null : each.Scaling,
            static (ref parts, value) => parts.Scaling = value, "By which numbers an average range becomes limits.")
        .Optional(
            "average", EnumForm<RangeAverage>.Instance, static each => each.Average == Of(each).Average ? null : each.Average,
            static (ref parts, value) => parts.Average = value, "Which average of the ranges.")
        .Optional(
            "centre", EnumForm<CentreLine>.Instance, static each => each.Centre == Of(each).Centre ? null : each.Centre,
            static (ref parts, value) => parts.Centre = value, "Where the centre lies.")
        .Optional(
            "screening", EnumForm<RangeScreening>.Instance, static each => each.Screening == Of(each).Screening ? null : each.Screening,
            static (ref parts, value) => parts.Screening = value, "What is done with ranges beyond their limit.")
        .Optional(
            "gaps", EnumForm<RangesOverGaps>.Instance, static each => each.Gaps == Of(each).Gaps ? null : each.Gaps,
            static (ref parts, value) => parts.Gaps = value, "What a gap does to the range over it.")
        .Optional(
            "onLimit", EnumForm<PointOnLimit>.Instance, static each => each.OnLimit == Of(each).OnLimit ? null : each.OnLimit,
            static (ref parts, value) => parts.OnLimit = value, "What a point exactly on a line is.")
        .Optional(
            "constant", EnumForm<ConstantSeries>.Instance, static each => each.Constant == Of(each).Constant ? null : each.Constant,
            static (ref parts, value) => parts.Constant = value, "What limits a series without variation has.")
        .Optional(
            "atOnePoint", EnumForm<RulesAtOnePoint>.Instance, static each => each.AtOnePoint == Of(each).AtOnePoint ? null : each.AtOnePoint,
            static (ref parts, value) => parts.AtOnePoint = value, "What is told of a point that several rules see.")
        .Optional(
            "minimumPoints", Integer, static each => each.MinimumPoints == Of(each).MinimumPoints ? null : each.MinimumPoints,
            static (ref parts, value) => parts.MinimumPoints = value, "With fewer points there are no limits.")
        .Optional(
            "settledPoints", Integer, static each => each.SettledPoints == Of(each).SettledPoints ? null : each.SettledPoints,
            static (ref parts, value) => parts.SettledPoints = value, "With fewer points they are trial limits.")
        .Optional(
            "frozenAfter", Integer, static each => each.FrozenAfter, static (ref parts, value) => parts.FrozenAfter = value,
            "The limits rest on the first so many points; on all without it.")
        .Optional(
            "season", Integer, static each => each.Season, static (ref parts, value) => parts.Season = value,
            "How many periods a season has; none without it.")
        .Build(static (ref json, ref parts) => Build(ref json, parts)));

    /// <summary>How a process behaves, with its sentences in a language.</summary>
    internal static JsonForm<ProcessBehaviour> Behaviour(CultureInfo culture) => new WrittenForm<ProcessBehaviour>("processBehaviour",
        "How far values vary by chance, which are signals, and whether the target can be reached.", form => form
        .Optional("kpi", KpiForms.Id, static each => each.Kpi?.Id, "The id of the KPI.")
        .Member("direction", EnumForm<Direction>.Instance, static each => each.Direction, "Which values are better.")
        .Optional("target", MeasureForms.Target, static each => each.Target, "The target that counts.")
        .Member("variation", EnumForm<Variation>.Instance, static each => each.Variation, "What the latest point says.")
        .Member("assurance", EnumForm<Assurance>.Instance, static each => each.Assurance, "Whether the process reaches the target as it is.")
        .Member("text", Text, each => each.Explain().Sentence(culture), "What it shows, in the language of the answer.")
        .List("because", Text, each => each.Explain().Because.Select(reason => reason.Sentence(culture)), "What that rests on.")
        .Member("rules", Rules, static each => each.Rules, "What noise was told from signals by.")
        .List("segments", Segment, static each => each.Segments, "The stretches with limits of their own.")
        .List("points", Point, static each => each.Points.Select(point => (each, point)), "The points; gaps are left out.")
        .List("signals", Signal(culture), static each => each.Signals, "The signals, in the order of their latest points."));

    private static readonly JsonForm<BehaviourSegment> Segment = new WrittenForm<BehaviourSegment>("behaviourSegment",
        "A stretch with limits of its own.", static form => form
        .Member("first", Integer, static each => each.First, "The number of its first point.")
        .Member("last", Integer, static each => each.Last, "The number of its last point.")
        .Member("points", Integer, static each => each.Points, "How many points it has.")
        .Optional("because", Text, static each => each.Because, "Why it begins, where it was re-based.")
        .Member("state", EnumForm<LimitState>.Instance, static each => each.State, "How much its limits can be relied on.")
        .Member("limitPoints", Integer, static each => each.LimitPoints, "How many points the limits rest on.")
        .Optional("centre", Number, static each => each.Centre, "The centre; none without limits, and where each point has its own season.")
        .Optional("lower", Number, static each => each.Lower, "The lower limit.")
        .Optional("upper", Number, static each => each.Upper, "The upper limit.")
        .Optional("averageRange", Number, static each => each.AverageRange, "The average of the moving ranges, after screening.")
        .Optional("rangeLimit", Number, static each => each.RangeLimit, "What a moving range reaches by chance.")
        .Member("screenedRanges", Integer, static each => each.ScreenedRanges, "How many ranges were screened out."));

    private static readonly JsonForm<(ProcessBehaviour Behaviour, BehaviourPoint Point)> Point =
        new WrittenForm<(ProcessBehaviour Behaviour, BehaviourPoint Point)>("behaviourPoint", "A value with the limits it is held against.", static form => form
        .Member("number", Integer, static each => each.Point.Number, "Its place in the series, from 1; gaps count.")
        .Optional("period", Text, static each => each.Point.Period?.Label, "Its period.")
        .Member("value", Number, static each => each.Point.Value, "The value.")
        .Optional("movingRange", Number, static each => each.Point.MovingRange, "How far it lies from the point before.")
        .Optional("centre", Number, static each => each.Point.Centre, "The centre.")
        .Optional("lower", Number, static each => each.Point.Lower, "The lower limit.")
        .Optional("upper", Number, static each => each.Point.Upper, "The upper limit.")
        .Optional("shownLower", Number, static each => each.Point.Lower is { } lower ? each.Behaviour.Shown(lower) : null, "The lower limit to show.")
        .Optional("shownUpper", Number, static each => each.Point.Upper is { } upper ? each.Behaviour.Shown(upper) : null, "The upper limit to show.")
        .Member("standing", EnumForm<Variation>.Instance, static each => each.Point.Standing, "What it says.")
        .List("rules", Rule, static each => each.Point.Rules, "The rules whose signals it is part of, the most telling first."));

    private static WrittenForm<Signal> Signal(CultureInfo culture) => new("signal", "Points that a rule says are no noise.", form => form
        .Member("rule", Rule, static each => each.Rule, "The rule.")
        .Member("side", EnumForm<SignalSide>.Instance, static each => each.Side, "Which way it goes.")
        .Member("standing", EnumForm<Variation>.Instance, static each => each.Standing, "Whether that is good or bad.")
        .List("points", Integer, static each => each.Points.Select(point => point.Number), "The numbers of its points.")
        .List("completeAt", Integer, static each => each.CompleteAt.Select(point => point.Number), "The numbers of the points at which it was complete.")
        .Member("text", Text, each => each.Explain().Sentence(culture), "What was seen, in the language of the answer."));

    // The known set with the same rules; what belongs to none is told from the default.
    private static SignalSet SetOf(SignalRules rules) =>
        Array.Find(Enum.GetValues<SignalSet>(), set => Of(set).Rules.SequenceEqual(rules.Rules)) is var found && Enum.IsDefined(found) ? found : SignalSet.Nhs;

    private static SignalRules Of(SignalRules rules) => Of(SetOf(rules));

    private static SignalRules Of(SignalSet set) => set switch
    {
        SignalSet.Nhs => SignalRules.Nhs,
        SignalSet.Wheeler => SignalRules.Wheeler,
        SignalSet.WesternElectric => SignalRules.WesternElectric,
        SignalSet.Nelson => SignalRules.Nelson,
    };

    private static SignalRules Build(ref JsonSource json, RulesParts parts)
    {
        var rules = Of(parts.Set);
        json.At("rules");
        rules = parts.Rules is { } each ? rules.With(each) : rules;
        json.At("minimumPoints");
        rules = rules.WithPoints(parts.MinimumPoints ?? rules.MinimumPoints, parts.SettledPoints ?? rules.SettledPoints);
        json.At("frozenAfter");
        rules = parts.FrozenAfter is { } points ? rules.WithFrozen(points) : rules;
        json.At("season");
        rules = parts.Season is { } periods ? rules.WithSeason(periods) : rules;
        json.At("name");
        return rules.With(parts.Scaling ?? rules.Scaling)
            .With(parts.Average ?? rules.Average)
            .With(parts.Centre ?? rules.Centre)
            .With(parts.Screening ?? rules.Screening)
            .With(parts.Gaps ?? rules.Gaps)
            .With(parts.OnLimit ?? rules.OnLimit)
            .With(parts.Constant ?? rules.Constant)
            .With(parts.AtOnePoint ?? rules.AtOnePoint)
            .Named(parts.Name ?? rules.Name);
    }

    /// <summary>The sets that come with the library.</summary>
    internal enum SignalSet
    {
        Nhs = 1,
        Wheeler = 2,
        WesternElectric = 3,
        Nelson = 4,
    }

    private sealed class RebaseParts
    {
        internal LocalDate From;
        internal string? Because;
        internal LocalDate? DecidedOn;
    }

    private sealed class RuleParts
    {
        internal SignalKind Kind;
        internal int? Count;
        internal int? OutOf;
        internal decimal? Sigmas;
    }

    private sealed class RulesParts
    {
        internal SignalSet Set;
        internal string? Name;
        internal IReadOnlyList<SignalRule>? Rules;
        internal LimitScaling? Scaling;
        internal RangeAverage? Average;
        internal CentreLine? Centre;
        internal RangeScreening? Screening;
        internal RangesOverGaps? Gaps;
        internal PointOnLimit? OnLimit;
        internal ConstantSeries? Constant;
        internal RulesAtOnePoint? AtOnePoint;
        internal int? MinimumPoints;
        internal int? SettledPoints;
        internal int? FrozenAfter;
        internal int? Season;
    }
}
