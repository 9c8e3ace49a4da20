using System.Text.Json;
using System.Text.Json.Nodes;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Scoring profiles: by the name of a preset, or policy by policy, where one left out is that of the default profile.</summary>
internal static class ProfileForms
{
    internal static readonly JsonForm<ScoreLimits> Limits =
        new ObjectForm<ScoreLimits, LimitsParts>("scoreLimits", "Between what a progress counts.", static form => form
        .Optional("floor", Number, static each => each.Floor, static (ref parts, value) => parts.Floor = value, "The least that counts; none without it.")
        .Optional("cap", Number, static each => each.Cap, static (ref parts, value) => parts.Cap = value, "The most that counts; none without it.")
        .Build(static (ref _, ref parts) => (parts.Floor, parts.Cap) switch
        {
            (null, null) => ScoreLimits.None,
            ({ } floor, { } cap) => ScoreLimits.Between(floor, cap),
            (0m, null) => ScoreLimits.FloorZero,
            _ => throw JsonSource.Misfit("cap", "a floor other than 0 has a cap, and a cap a floor."),
        }));

    internal static readonly JsonForm<DisplayRounding> Rounding =
        new ObjectForm<DisplayRounding, RoundingParts>("displayRounding", "How scores are rounded for display.", static form => form
        .Required(
            "digits", Integer, static each => each.Digits, static (ref parts, value) => parts.Digits = value,
            "The decimals of a score that are kept, 0 to 12; 2 is a whole percent.")
        .Required(
            "mode", EnumForm<RoundingMode>.Instance, static each => each.Mode, static (ref parts, value) => parts.Mode = value,
            "Where a number in between goes.")
        .Build(static (ref _, ref parts) => DisplayRounding.To(parts.Digits, parts.Mode)));

    internal static readonly JsonForm<GradeBand> Grade = new ObjectForm<GradeBand, GradeParts>("gradeBand", "One grade above the lowest.", static form => form
        .Required("name", Text, static each => each.Name, static (ref parts, value) => parts.Name = value, "Its name.")
        .Required("from", Number, static each => each.From ?? 0m, static (ref parts, value) => parts.From = value, "The least score of it.")
        .Build(static (ref _, ref parts) => GradeBand.Starting(parts.From, parts.Name!)));

    internal static readonly JsonForm<GradeScale> Grades =
        new ObjectForm<GradeScale, ScaleParts>("gradeScale", "Into which bands scores are graded.", static form => form
        .Required("lowest", Text, static each => each.Bands[0].Name, static (ref parts, value) => parts.Lowest = value, "The name of the lowest grade.")
        .List(
            "higher", Grade, static each => [.. each.Bands.Skip(1)], static (ref parts, value) => parts.Higher = value,
            "The grades above it, from the lowest to the highest.")
        .Optional(
            "rounding", Rounding, static each => each.Rounding, static (ref parts, value) => parts.Rounding = value,
            "How scores are rounded before they are graded; not at all without it.")
        .Build(static (ref _, ref parts) => GradeScale.Of(parts.Lowest!, parts.Higher) is var scale && parts.Rounding is { } rounding
            ? scale.RoundedTo(rounding) : scale));

    internal static readonly JsonForm<PaceBand> Band = new ObjectForm<PaceBand, BandParts>("paceBand", "One band of pace above the lowest.", static form => form
        .Required("limit", Number, static each => each.Limit, static (ref parts, value) => parts.Limit = value, "The gap or ratio from which it holds.")
        .Optional(
            "boundary", EnumForm<Boundary>.Instance, static each => each.Boundary == Boundary.Inclusive ? null : each.Boundary,
            static (ref parts, value) => parts.Boundary = value, "Whether the limit itself belongs to it; it does without it.")
        .Required("status", EnumForm<PaceStatus>.Instance, static each => each.Status, static (ref parts, value) => parts.Status = value, "What it means.")
        .Build(static (ref _, ref parts) => Adding(PaceBands.ByGap(PaceStatus.Behind), parts.Limit, parts.Boundary, parts.Status).Bands[0]));

    internal static readonly JsonForm<(decimal Below, decimal Started, decimal NotStarted)> Assumed =
        new ObjectForm<(decimal Below, decimal Started, decimal NotStarted),
        AssumedParts>("assumedRatio", "Which ratio is assumed while hardly anything is expected.", static form => form
            .Required("below", Number, static each => each.Below, static (ref parts, value) => parts.Below = value, "Below which expected progress.")
            .Required("started", Number, static each => each.Started, static (ref parts, value) => parts.Started = value, "The ratio with any progress.")
            .Required("notStarted", Number, static each => each.NotStarted, static (ref parts, value) => parts.NotStarted = value, "The ratio without.")
            .Build(static (ref _, ref parts) => (parts.Below, parts.Started, parts.NotStarted)));

    internal static readonly JsonForm<PaceBands> Bands = new ObjectForm<PaceBands, BandsParts>("paceBands", "What a distance from the expected progress "
        + "means.", static form => form
        .Required(
            "by", EnumForm<PaceMeasure>.Instance, static each => each.Measured, static (ref parts, value) => parts.Measured = value, "Which number is banded.")
        .Required(
            "lowest", EnumForm<PaceStatus>.Instance, static each => each.Lowest, static (ref parts, value) => parts.Lowest = value,
            "What anything below the first limit is.")
        .List("higher", Band, static each => each.Bands, static (ref parts, value) => parts.Higher = value, "The bands above it, from the worst to the best.")
        .Optional(
            "assumed", Assumed, static each => each.Assumed, static (ref parts, value) => parts.Assumed = value,
            "Which ratio is assumed while hardly anything is expected.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("higher");
            var lowest = parts.Measured == PaceMeasure.Gap ? PaceBands.ByGap(parts.Lowest) : PaceBands.ByRatio(parts.Lowest);
            var bands = (parts.Higher ?? []).Aggregate(lowest, static (all, band) => Adding(all, band.Limit, band.Boundary, band.Status));
            json.At("assumed");
            return parts.Assumed is { } assumed ? bands.AssumingBelow(assumed.Below, assumed.Started, assumed.NotStarted) : bands;
        }));

    internal static readonly JsonForm<PaceRule> Pace = new ObjectForm<PaceRule, PaceParts>("paceRule", "How pace is judged; what is left out is as by "
        + "default.", static form => form
        .Optional(
            "curve", PaceForms.Curve, static each => Other(Stored(each).Curve, PaceRule.Default.Curve), static (ref parts, value) => parts.Curve = value,
            "Which progress is expected.")
        .Optional(
            "bands", Bands, static each => Other(each.Bands, PaceRule.Default.Bands), static (ref parts, value) => parts.Bands = value,
            "What a distance from it means.")
        .Optional(
            "grace", Number, static each => each.Grace == PaceRule.Default.Grace ? null : each.Grace, static (ref parts, value) => parts.Grace = value,
            "The first share of a cycle in which it is too early to judge.")
        .Optional(
            "staleAfterDays", Integer, static each => each.StaleAfterDays == PaceRule.Default.StaleAfterDays ? null : each.StaleAfterDays,
            static (ref parts, value) => parts.Stale = value, "After how many days of silence a key result is stale.")
        .Optional(
            "objectives", EnumForm<StatusCombining>.Instance, static each => each.Objectives, static (ref parts, value) => parts.Objectives = value,
            "How the statuses of key results become that of their objective; by its own progress without it.")
        .Build(static (ref json, ref parts) =>
        {
            var pace = PaceRule.Default;
            pace = parts.Curve is { } curve ? pace.With(curve) : pace;
            pace = parts.Bands is { } bands ? pace.With(bands) : pace;
            json.At("grace");
            pace = parts.Grace is { } grace ? pace.WithGrace(grace) : pace;
            json.At("staleAfterDays");
            pace = parts.Stale is { } days ? pace.StaleAfter(days) : pace;
            json.At();
            return parts.Objectives is { } objectives ? pace.WithObjectives(objectives) : pace;
        }));

    internal static readonly JsonForm<CombiningRule> Combining =
        new ObjectForm<CombiningRule, CombiningParts>("combiningRule", "How scores are combined along alignment and through the organisation.",
            static form => form
        .Required(
            "alignment", EnumForm<AlignmentCombining>.Instance, static each => each.Alignment, static (ref parts, value) => parts.Alignment = value,
            "How own key results and aligned objectives become one score.")
        .Required(
            "shared", EnumForm<SharedObjectives>.Instance, static each => each.Shared, static (ref parts, value) => parts.Shared = value,
            "How much an objective counts that contributes to several.")
        .Required(
            "units", EnumForm<UnitCombining>.Instance, static each => each.Units, static (ref parts, value) => parts.Units = value,
            "How the objectives of a unit become one score.")
        .Build(static (ref _, ref parts) => CombiningRule.Default.WithAlignment(parts.Alignment).WithShared(parts.Shared).WithUnits(parts.Units)));

    internal static readonly JsonForm<SuccessRule> Success =
        new ObjectForm<SuccessRule, SuccessParts>("successRule", "From which score on an objective is a success, and from which on it is near.",
            static form => form
        .Required(
            "committed", Number, static each => each.SuccessFrom(ObjectiveKind.Committed), static (ref parts, value) => parts.Committed = value,
            "The least score that is a success of a committed objective.")
        .Required(
            "committedNear", Number, static each => each.NearFrom(ObjectiveKind.Committed), static (ref parts, value) => parts.CommittedNear = value,
            "The least score of it that is near; that of success where nothing is near.")
        .Required(
            "aspirational", Number, static each => each.SuccessFrom(ObjectiveKind.Aspirational), static (ref parts, value) => parts.Aspirational = value,
            "The least score that is a success of an aspirational objective.")
        .Required(
            "aspirationalNear", Number, static each => each.NearFrom(ObjectiveKind.Aspirational), static (ref parts, value) => parts.AspirationalNear = value,
            "The least score of it that is near; that of success where nothing is near.")
        .Build(static (ref _, ref parts) => SuccessRule.Default
            .From(ObjectiveKind.Committed, parts.Committed, parts.CommittedNear).From(ObjectiveKind.Aspirational, parts.Aspirational, parts.AspirationalNear)));

    internal static readonly JsonForm<ScoringProfile> Policies = DeclarePolicies();

    internal static readonly JsonForm<ScoringProfile> Profile = new NamedForm();

    private static ObjectForm<ScoringProfile, ProfileParts> DeclarePolicies() => new("scoringProfile", "The policies by which objectives are scored; what "
        + "is left out is as by default.", static form => form
        .Required("name", Text, static each => each.Name, static (ref parts, value) => parts.Name = value, "What people call it.")
        .Optional(
            "aggregation", EnumForm<ScoreAggregation>.Instance, static each => Otherwise(each.Aggregation, Default.Aggregation),
            static (ref parts, value) => parts.Aggregation = value, "How scores become one.")
        .Optional(
            "limits", Limits, static each => Other(each.Limits, Default.Limits), static (ref parts, value) => parts.Limits = value,
            "Between what a progress counts.")
        .Optional(
            "missing", EnumForm<MissingKeyResults>.Instance, static each => Otherwise(each.Missing, Default.Missing),
            static (ref parts, value) => parts.Missing = value, "What is done with key results about which nothing can be said.")
        .Optional(
            "notStarted", EnumForm<NotStartedKeyResults>.Instance, static each => Otherwise(each.NotStarted, Default.NotStarted),
            static (ref parts, value) => parts.NotStarted = value, "What is done with key results without a check-in whose start is known.")
        .Optional(
            "cancelled", EnumForm<InactiveKeyResults>.Instance, static each => Otherwise(each.Cancelled, Default.Cancelled),
            static (ref parts, value) => parts.Cancelled = value, "What is done with cancelled key results.")
        .Optional(
            "postponed", EnumForm<InactiveKeyResults>.Instance, static each => Otherwise(each.Postponed, Default.Postponed),
            static (ref parts, value) => parts.Postponed = value, "What is done with postponed key results.")
        .Optional(
            "guardrail", EnumForm<BrokenGuardrail>.Instance, static each => Otherwise(each.Guardrail, Default.Guardrail),
            static (ref parts, value) => parts.Guardrail = value, "What a guardrail that is not reached does.")
        .Optional(
            "empty", EnumForm<EmptyScore>.Instance, static each => Otherwise(each.Empty, Default.Empty), static (ref parts, value) => parts.Empty = value,
            "What the score is when there is nothing to score.")
        .Optional(
            "doneFrom", Number, static each => each.DoneFrom == Default.DoneFrom ? null : each.DoneFrom, static (ref parts, value) => parts.DoneFrom = value,
            "The progress from which a key result counts as done in full.")
        .Optional(
            "display", Rounding, static each => Other(each.Display, Default.Display), static (ref parts, value) => parts.Display = value,
            "How scores are rounded for display.")
        .Optional(
            "grades", Grades, static each => Other(each.Grades, Default.Grades), static (ref parts, value) => parts.Grades = value,
            "Into which bands scores are graded.")
        .Optional(
            "committedGrades", Grades, static each => each.OwnGradesOf(ObjectiveKind.Committed), static (ref parts, value) => parts.Committed = value,
            "Into which bands those of committed objectives are graded, where that differs.")
        .Optional(
            "aspirationalGrades", Grades, static each => each.OwnGradesOf(ObjectiveKind.Aspirational), static (ref parts, value) => parts.Aspirational = value,
            "Into which bands those of aspirational objectives are graded, where that differs.")
        .Optional(
            "success", Success, static each => Other(each.Success, Default.Success), static (ref parts, value) => parts.Success = value,
            "From which score on an objective is a success.")
        .Optional(
            "overrideCap", Number, static each => each.OverrideCap, static (ref parts, value) => parts.OverrideCap = value,
            "The most that a score set by hand counts; the cap of the limits without it.")
        .Optional("pace", Pace, static each => Other(each.Pace, Default.Pace), static (ref parts, value) => parts.Pace = value, "How pace is judged.")
        .Optional(
            "combining", Combining, static each => Other(each.Combining, Default.Combining), static (ref parts, value) => parts.Combining = value,
            "How scores are combined along alignment and through the organisation.")
        .Optional(
            "stated", EnumForm<StatusCombining>.Instance, static each => Otherwise(each.Stated, Default.Stated),
            static (ref parts, value) => parts.Stated = value, "How the statuses that check-ins state become one.")
        .Build(static (ref json, ref parts) =>
        {
            var profile = Default.Named(parts.Name!);
            profile = parts.Aggregation is { } aggregation ? profile.WithAggregation(aggregation) : profile;
            profile = parts.Limits is { } limits ? profile.With(limits) : profile;
            profile = parts.Missing is { } missing ? profile.WithMissing(missing) : profile;
            profile = parts.NotStarted is { } notStarted ? profile.WithNotStarted(notStarted) : profile;
            profile = parts.Cancelled is { } cancelled ? profile.WithCancelled(cancelled) : profile;
            profile = parts.Postponed is { } postponed ? profile.WithPostponed(postponed) : profile;
            profile = parts.Guardrail is { } guardrail ? profile.WithGuardrail(guardrail) : profile;
            profile = parts.Empty is { } empty ? profile.WithEmpty(empty) : profile;
            json.At("doneFrom");
            profile = parts.DoneFrom is { } done ? profile.WithDoneFrom(done) : profile;
            json.At();
            profile = parts.Display is { } display ? profile.With(display) : profile;
            profile = parts.Grades is { } grades ? profile.With(grades) : profile;
            profile = parts.Committed is { } committed ? profile.With(ObjectiveKind.Committed, committed) : profile;
            profile = parts.Aspirational is { } aspirational ? profile.With(ObjectiveKind.Aspirational, aspirational) : profile;
            profile = parts.Success is { } success ? profile.With(success) : profile;
            json.At("overrideCap");
            profile = parts.OverrideCap is { } cap ? profile.WithOverrideCap(cap) : profile;
            json.At();
            profile = parts.Pace is { } pace ? profile.With(pace) : profile;
            profile = parts.Combining is { } combining ? profile.With(combining) : profile;
            return parts.Stated is { } stated ? profile.WithStated(stated) : profile;
        }));

    private static ScoringProfile Default => ScoringProfile.Default;

    private static PaceBands Adding(PaceBands bands, decimal limit, Boundary boundary, PaceStatus status) =>
        boundary == Boundary.Inclusive ? bands.From(limit, status) : bands.Above(limit, status);

    // A reading of pace is code, and stays with the program.
    private static PaceRule Stored(PaceRule rule) => rule.Reading is null ? rule : throw new NotSupportedException(
        $"The reading of pace '{rule.Reading}' is code and has no form in JSON: store the profile without it, and add it with With.");

    private static T? Other<T>(T value, T usual)
        where T : class => value.Equals(usual) ? null : value;

    private static T? Otherwise<T>(T value, T usual)
        where T : struct, Enum => value.Equals(usual) ? null : value;

    /// <summary>A preset by its name, any other profile policy by policy.</summary>
    private sealed class NamedForm : JsonForm<ScoringProfile>
    {
        private static IEnumerable<ScoringProfile> Presets => ScoringProfile.Presets.Prepend(ScoringProfile.Default);

        internal override ScoringProfile Read(ref JsonSource json)
        {
            if (json.Token != JsonTokenType.String)
            {
                return Policies.Read(ref json);
            }

            try
            {
                return ScoringProfile.Preset(json.Text());
            }
            catch (ArgumentException exception)
            {
                throw json.Refused(exception);
            }
        }

        internal override void Write(Utf8JsonWriter json, ScoringProfile value) => WriteOne(json, value, isItem: false);

        internal override void WriteItem(Utf8JsonWriter json, ScoringProfile value) => WriteOne(json, value, isItem: true);

        internal override JsonObject Schema(SchemaDefinitions definitions) => new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. Presets.Select(preset => (JsonNode)preset.Name)]) }, Policies.Schema(definitions)),
        };

        private static void WriteOne(Utf8JsonWriter json, ScoringProfile value, bool isItem)
        {
            if (Presets.Any(preset => string.Equals(preset.Name, value.Name, StringComparison.Ordinal) && preset.Equals(value)))
            {
                json.WriteStringValue(value.Name);
            }
            else if (isItem)
            {
                Policies.WriteItem(json, value);
            }
            else
            {
                Policies.Write(json, value);
            }
        }
    }

    private sealed class LimitsParts
    {
        internal decimal? Floor;
        internal decimal? Cap;
    }

    private sealed class SuccessParts
    {
        internal decimal Committed;
        internal decimal CommittedNear;
        internal decimal Aspirational;
        internal decimal AspirationalNear;
    }

    private sealed class RoundingParts
    {
        internal int Digits;
        internal RoundingMode Mode;
    }

    private sealed class GradeParts
    {
        internal string? Name;
        internal decimal From;
    }

    private sealed class ScaleParts
    {
        internal string? Lowest;
        internal IReadOnlyList<GradeBand> Higher = [];
        internal DisplayRounding? Rounding;
    }

    private sealed class BandParts
    {
        internal decimal Limit;
        internal Boundary Boundary = Boundary.Inclusive;
        internal PaceStatus Status;
    }

    private sealed class AssumedParts
    {
        internal decimal Below;
        internal decimal Started;
        internal decimal NotStarted;
    }

    private sealed class BandsParts
    {
        internal PaceMeasure Measured;
        internal PaceStatus Lowest;
        internal IReadOnlyList<PaceBand>? Higher;
        internal (decimal Below, decimal Started, decimal NotStarted)? Assumed;
    }

    private sealed class PaceParts
    {
        internal PaceCurve? Curve;
        internal PaceBands? Bands;
        internal decimal? Grace;
        internal int? Stale;
        internal StatusCombining? Objectives;
    }

    private sealed class CombiningParts
    {
        internal AlignmentCombining Alignment;
        internal SharedObjectives Shared;
        internal UnitCombining Units;
    }

    private sealed class ProfileParts
    {
        internal GradeScale? Committed;
        internal GradeScale? Aspirational;
        internal SuccessRule? Success;
        internal decimal? OverrideCap;
        internal string? Name;
        internal ScoreAggregation? Aggregation;
        internal ScoreLimits? Limits;
        internal MissingKeyResults? Missing;
        internal NotStartedKeyResults? NotStarted;
        internal InactiveKeyResults? Cancelled;
        internal InactiveKeyResults? Postponed;
        internal BrokenGuardrail? Guardrail;
        internal EmptyScore? Empty;
        internal decimal? DoneFrom;
        internal DisplayRounding? Display;
        internal GradeScale? Grades;
        internal PaceRule? Pace;
        internal CombiningRule? Combining;
        internal StatusCombining? Stated;
    }
}
