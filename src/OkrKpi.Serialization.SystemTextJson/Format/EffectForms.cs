using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>How the effect of an objective on a KPI is looked for, and the numbers a verdict on it rests on.</summary>
internal static class EffectForms
{
    internal static readonly JsonForm<EffectReading> Reading = new TaggedForm<EffectReading>("effectReading", "How it is judged whether a KPI moved.")
        .Kind<EffectReading, ReadingParts>(
            "beyondNoise", "By more than the noise of the periods before.", static each => each == EffectReading.BeyondNoise ? each : null,
            static form => form.Build(static (ref _, ref _) => EffectReading.BeyondNoise))
        .Kind<EffectReading, ReadingParts>(
            "plainDifference", "By at least a share of the value before.", static each => each.Materiality is null ? null : each, static form => form
                .Required(
                    "materiality", Number, static each => each.Materiality!.Value, static (ref parts, value) => parts.Materiality = value,
                    "The share of the value before, 0 or more.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("materiality");
                    return EffectReading.PlainDifference(parts.Materiality);
                }));

    internal static readonly JsonForm<EffectRule> Rule =
        new ObjectForm<EffectRule, RuleParts>("effectRule", "How the effect of an objective on a KPI is looked for.", static form => form
        .Required("reading", Reading, static rule => rule.Reading, static (ref parts, value) => parts.Reading = value, "How it is judged.")
        .Optional(
            "lag", Integer, static rule => rule.Lag == 0 ? null : rule.Lag, static (ref parts, value) => parts.Lag = value,
            "How many of the KPI's periods later than the work it is looked for; none without it.")
        .Optional(
            "baseline", EnumForm<EffectBaseline>.Instance, static rule => rule.Baseline == EffectBaseline.PeriodsBefore ? null : rule.Baseline,
            static (ref parts, value) => parts.Baseline = value,
            "What a reading that compares two windows of the same length compares with; the periods before without it.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("lag");
            return EffectRule.Default.With(parts.Reading!).AfterLag(parts.Lag).ComparedWith(parts.Baseline);
        }));

    internal static readonly JsonForm<EffectVerdict> Verdict = new WrittenForm<EffectVerdict>("effectVerdict",
        "What a verdict beyond noise rests on, in the unit of the KPI; differences are after less before, whichever direction is better.", static form => form
        .Member("ground", EnumForm<EffectGround>.Instance, static each => each.Ground, "On what it rests.")
        .Member("periodsBefore", Integer, static each => each.PeriodsBefore, "How many periods before were looked at.")
        .Member("periodsAfter", Integer, static each => each.PeriodsAfter, "How many periods after were looked at, or will be.")
        .Optional("centre", Number, static each => each.Centre, "What is expected after, on average.")
        .Optional("sigma", Number, static each => (decimal?)each.Plain?.Sigma, "The standard deviation before.")
        .Optional("autocorrelation", Number, static each => (decimal?)each.Plain?.Autocorrelation, "How much neighbouring periods resemble each other.")
        .Optional("margin", Number, static each => (decimal?)each.Plain?.Margin, "What noise alone stays within.")
        .Optional("difference", Number, static each => (decimal?)each.Plain?.Difference, "The mean after less what is expected.")
        .Optional("cappedDifference", Number, static each => (decimal?)each.Plain?.CappedDifference, "The same with no period counted beyond 2.6 sigma.")
        .Optional("season", Integer, static each => each.Season == 0 ? null : each.Season, "The length of the season taken into account, in periods.")
        .Optional("slope", Number, static each => (decimal?)each.Line?.Slope, "How much the line before rises a period.")
        .Optional("trendSeen", True, static each => each.IsTrendSeen ? true : null, "True when the periods before were rising or falling.")
        .Optional("fromLine", Number, static each => (decimal?)each.Line?.Difference, "The mean after less what that line led to.")
        .Optional("lineMargin", Number, static each => (decimal?)each.Line?.Margin, "What noise around that line alone stays within.")
        .Optional("smallestGain", Number, static each => each.SmallestGain, "The smallest change for the better that is a sign.")
        .Optional(
            "cannotShowGain", True, static each => each.Plain is null || each.CanShowGain ? null : true, "True when no change for the better can be a sign.")
        .Optional("smallestLoss", Number, static each => each.SmallestLoss, "The smallest change for the worse that is a sign."));

    internal sealed class ReadingParts
    {
        internal decimal Materiality;
    }

    internal sealed class RuleParts
    {
        internal EffectReading? Reading;
        internal int Lag;
        internal EffectBaseline Baseline = EffectBaseline.PeriodsBefore;
    }
}
