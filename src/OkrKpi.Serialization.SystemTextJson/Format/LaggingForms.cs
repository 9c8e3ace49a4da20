using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How a KPI says itself when it lags, how it spreads, and on which days it is measured.</summary>
internal static class LaggingForms
{
    internal static readonly JsonForm<SeasonalProfile> Spread =
        new ObjectForm<SeasonalProfile, SpreadParts>("spread", "How an amount spreads over the months of a year or the days of a week.", static form => form
        .Optional(
            "months", new ListForm<decimal>(Number), static each => each.IsOfWeekdays ? null : each.Weights, static (ref parts, value) => parts.Months = value,
            "What January to December weigh.")
        .Optional(
            "weekdays", new ListForm<decimal>(Number), static each => each.IsOfWeekdays ? each.Weights : null,
            static (ref parts, value) => parts.Weekdays = value, "What Monday to Sunday weigh.")
        .ExactlyOne("months", "weekdays")
        .Build(static (ref json, ref parts) =>
        {
            json.At(parts.Months is null ? "weekdays" : "months");
            return parts.Months is { } months ? SeasonalProfile.OfMonths(months) : SeasonalProfile.OfWeekdays(parts.Weekdays!);
        }));

    internal static readonly JsonForm<BusinessDays> BusinessDays =
        new ObjectForm<BusinessDays, BusinessDaysParts>("businessDays", "The days from Monday to Friday that are no holidays.", static form => form
        .Required(
            "holidays", new ListForm<NodaTime.LocalDate>(Date), static each => each.Holidays, static (ref parts, value) => parts.Holidays = value,
            "The holidays.")
        .Build(static (ref _, ref parts) => Periods.BusinessDays.MondayToFriday.Without(parts.Holidays)));

    internal static readonly JsonForm<MissBudget> Budget =
        new ObjectForm<MissBudget, BudgetParts>("missBudget", "How much may be missed: some of a number, or a share.", static form => form
        .Optional(
            "misses", Integer, static each => each.OutOf == 1m ? null : (int)each.Misses, static (ref parts, value) => parts.Misses = value,
            "How many may miss.")
        .Optional("outOf", Integer, static each => each.OutOf == 1m ? null : (int)each.OutOf, static (ref parts, value) => parts.OutOf = value, "Of how many.")
        .Optional(
            "share", Number, static each => each.OutOf == 1m ? each.Misses : null, static (ref parts, value) => parts.Share = value,
            "The share that may be missed, 0 to 1.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("misses");
            return parts switch
            {
                { Misses: { } misses, OutOf: { } outOf, Share: null } => MissBudget.Of(misses, outOf),
                { Misses: null, OutOf: null, Share: { } share } => MissBudget.OfShare(share),
                _ => throw JsonSource.Misfit("misses", "a budget has misses and outOf, or a share."),
            };
        }));

    internal static readonly JsonForm<Lagging> Reading = Declare();

    private static TaggedForm<Lagging> Declare()
    {
        var list = new ListForm<Lagging>(new LaterForm<Lagging>(static () => Reading));
        return new TaggedForm<Lagging>("lagging", "When a KPI lags.")
            .Kind<Lagging,
            ReadingParts>("missedBeyond", "The latest judged period missed its target by more than a tolerance.", Of("missedBeyond"), static form => form
                .Required(
                    "tolerance", KpiForms.Tolerance, static each => Get<Tolerance>(each, "tolerance"), static (ref parts, value) => parts.Beyond = value,
                    "How far a target may be missed.")
                .Build(static (ref _, ref parts) => Lagging.MissedBeyond(parts.Beyond!)))
            .Kind<Lagging,
            ReadingParts>("missesOutOf", "So many of the latest judged periods missed their "
                + "targets.", Of("missesOutOf"), static form => Counts(form, "misses", "periods")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("misses");
                    return Lagging.MissesOutOf(parts.First, parts.Second);
                }))
            .Kind<Lagging, ReadingParts>("behindPace", "What was due by now is not there.", Of("behindPace"), static form => Shares(WithSpread(form))
                .Build(static (ref _, ref parts) => parts.Spread is { } spread ? Lagging.BehindPace(spread, parts.Tolerance, parts.AfterShare)
                    : Lagging.BehindPace(parts.Tolerance, parts.AfterShare)))
            .Kind<Lagging,
            ReadingParts>("belowGlidePath", "A level is off the way from the value before to its target.", Of("belowGlidePath"), static form => Shares(form)
                .Build(static (ref _, ref parts) => Lagging.BelowGlidePath(parts.Tolerance, parts.AfterShare)))
            .Kind<Lagging,
            ReadingParts>("belowTargetPath", "A level is off the way from the target before to its target.", Of("belowTargetPath"), static form => Shares(form)
                .Build(static (ref _, ref parts) => Lagging.BelowTargetPath(parts.Tolerance, parts.AfterShare)))
            .Kind<Lagging,
            ReadingParts>("restMustExceed", "The rest of an average would have to be better than the target by more than a "
                + "margin.", Of("restMustExceed"), static form => form
                .Required(
                    "margin", Number, static each => Get<decimal>(each, "margin"), static (ref parts, value) => parts.Margin = value,
                    "The margin as a share of the target.")
                .Required(
                    "afterShare", Number, static each => Get<decimal>(each, "afterShare"), static (ref parts, value) => parts.AfterShare = value,
                    "Which share of the period must have been due.")
                .Build(static (ref _, ref parts) => Lagging.RestMustExceed(parts.Margin, parts.AfterShare)))
            .Kind<Lagging, ReadingParts>("missedSoFar", "A rate or average misses its target so far.", Of("missedSoFar"), static form => Shares(form)
                .Build(static (ref _, ref parts) => Lagging.MissedSoFar(parts.Tolerance, parts.AfterShare)))
            .Kind<Lagging,
            ReadingParts>("projectedToMiss", "At its present rate the running period misses its "
                + "target.", Of("projectedToMiss"), static form => Shares(WithSpread(form))
                .Build(static (ref _, ref parts) => parts.Spread is { } spread ? Lagging.ProjectedToMiss(spread, parts.Tolerance, parts.AfterShare)
                    : Lagging.ProjectedToMiss(parts.Tolerance, parts.AfterShare)))
            .Kind<Lagging, ReadingParts>("burning", "Misses use up a budget too fast.", Of("burning"), static form => Counts(form
                .Required("budget", Budget, static each => Get<MissBudget>(each, "budget"), static (ref parts, value) => parts.Budget = value,
                    "How much may be missed."), "longWindow", "shortWindow")
                .Required(
                    "factor", Number, static each => Get<decimal>(each, "factor"), static (ref parts, value) => parts.Margin = value,
                    "How many times the affordable rate is too fast.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("longWindow");
                    return Lagging.Burning(parts.Budget!, parts.First, parts.Second, parts.Margin);
                }))
            .Kind<Lagging,
            ReadingParts>("behindPlan", "The periods of the fiscal year so far add up to less than their targets.", Of("behindPlan"), static form => form
                .Required(
                    "tolerance", Number, static each => Get<decimal>(each, "tolerance"), static (ref parts, value) => parts.Tolerance = value,
                    "How far behind is still fine, as a share.")
                .Build(static (ref _, ref parts) => Lagging.BehindPlan(parts.Tolerance)))
            .Kind<Lagging, ReadingParts>("stale", "There are no figures.", Of("stale"), static form => form
                .Required(
                    "periods", Integer, static each => Get<int>(each, "periods"), static (ref parts, value) => parts.First = value,
                    "For how many periods that are due.")
                .Build(static (ref _, ref parts) => Lagging.Stale(parts.First)))
            .Kind<Lagging,
            ReadingParts>("offTrackForDeadline", "At the trend of the latest periods the target of a deadline is "
                + "missed.", Of("offTrackForDeadline"), static form => form
                .Required(
                    "periods", Integer, static each => Get<int>(each, "periods"), static (ref parts, value) => parts.First = value,
                    "Of how many latest periods the trend is.")
                .Required(
                    "course", EnumForm<Course>.Instance, static each => Get<Course>(each, "course"), static (ref parts, value) => parts.Course = value,
                    "Whether the trend is a line or a growth.")
                .Required(
                    "tolerance", Number, static each => Get<decimal>(each, "tolerance"), static (ref parts, value) => parts.Tolerance = value,
                    "How far off is still fine, as a share of the target.")
                .Build(static (ref _, ref parts) => Lagging.OffTrackForDeadline(parts.First, parts.Course, parts.Tolerance)))
            .Kind<Lagging, ReadingParts>("cannotReachItsTarget", "The target lies beyond what the process gives.", Of("cannotReachItsTarget"), static form =>
                WithRules(form).Build(static (ref _, ref parts) => Lagging.CannotReachItsTarget(parts.Rules!)))
            .Kind<Lagging, ReadingParts>("unfavourableSignal", "The latest period is part of a bad signal.", Of("unfavourableSignal"), static form =>
                WithRules(form).Build(static (ref _, ref parts) => Lagging.UnfavourableSignal(parts.Rules!)))
            .Kind<Lagging,
            ReadingParts>("hysteresis", "Lags from when one reading says so for as long as a milder one goes on saying so.", Of("hysteresis"), form => form
                .Required(
                    "starts", new LaterForm<Lagging>(static () => Reading), static each => each.Recipe!.Readings[0],
                    static (ref parts, value) => parts.Starts = value, "Says when lagging begins.")
                .Required(
                    "lasts", new LaterForm<Lagging>(static () => Reading), static each => each.Recipe!.Readings[1],
                    static (ref parts, value) => parts.Lasts = value, "Says whether it goes on.")
                .Build(static (ref _, ref parts) => Lagging.Hysteresis(parts.Starts!, parts.Lasts!)))
            .Kind<Lagging, ReadingParts>("anyOf", "At least one reading says so.", Of("anyOf"), form => form
                .Required(
                    "readings", list, static each => each.Recipe!.Readings, static (ref parts, value) => parts.Readings = value,
                    "The readings, most telling first.")
                .Build(static (ref _, ref parts) => Lagging.AnyOf(parts.Readings)))
            .Kind<Lagging, ReadingParts>("allOf", "All readings say so.", Of("allOf"), form => form
                .Required(
                    "readings", list, static each => each.Recipe!.Readings, static (ref parts, value) => parts.Readings = value,
                    "The readings, most telling first.")
                .Build(static (ref _, ref parts) => Lagging.AllOf(parts.Readings)));
    }

    private static Func<Lagging, Lagging?> Of(string name) => reading => reading.Recipe?.Name == name ? reading : null;

    private static T Get<T>(Lagging reading, string setting) => (T)reading.Recipe!.Settings[setting];

    private static ObjectForm<Lagging, ReadingParts> Shares(ObjectForm<Lagging, ReadingParts> form) => form
        .Required(
            "tolerance", Number, static each => Get<decimal>(each, "tolerance"), static (ref parts, value) => parts.Tolerance = value,
            "How far off is still fine, as a share.")
        .Required(
            "afterShare", Number, static each => Get<decimal>(each, "afterShare"), static (ref parts, value) => parts.AfterShare = value,
            "Which share of the period must have been due.");

    private static ObjectForm<Lagging, ReadingParts> WithRules(ObjectForm<Lagging, ReadingParts> form) => form
        .Required(
            "rules", SignalForms.Rules, static each => Get<SignalRules>(each, "rules"), static (ref parts, value) => parts.Rules = value,
            "How noise is told from signals.");

    private static ObjectForm<Lagging, ReadingParts> WithSpread(ObjectForm<Lagging, ReadingParts> form) => form
        .Optional(
            "spread", Spread, static each => (SeasonalProfile?)each.Recipe!.Settings.GetValueOrDefault("spread"),
            static (ref parts, value) => parts.Spread = value, "The spread to read by; that of the KPI without it.");

    private static ObjectForm<Lagging, ReadingParts> Counts(ObjectForm<Lagging, ReadingParts> form, string first, string second) => form
        .Required(first, Integer, each => Get<int>(each, first), static (ref parts, value) => parts.First = value, "A number of periods.")
        .Required(second, Integer, each => Get<int>(each, second), static (ref parts, value) => parts.Second = value, "A number of periods.");

    private sealed class SpreadParts
    {
        internal IReadOnlyList<decimal>? Months;
        internal IReadOnlyList<decimal>? Weekdays;
    }

    private sealed class BusinessDaysParts
    {
        internal IReadOnlyList<NodaTime.LocalDate> Holidays = [];
    }

    private sealed class BudgetParts
    {
        internal int? Misses;
        internal int? OutOf;
        internal decimal? Share;
    }

    private sealed class ReadingParts
    {
        internal Tolerance? Beyond;
        internal decimal Tolerance;
        internal decimal AfterShare;
        internal decimal Margin;
        internal int First;
        internal int Second;
        internal Course Course;
        internal SeasonalProfile? Spread;
        internal MissBudget? Budget;
        internal SignalRules? Rules;
        internal Lagging? Starts;
        internal Lagging? Lasts;
        internal IReadOnlyList<Lagging> Readings = [];
    }
}
