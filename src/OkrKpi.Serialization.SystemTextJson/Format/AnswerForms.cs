using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Small answers that hosts put into types of their own, the periods they are of, and the rule they are found by.</summary>
internal static class AnswerForms
{
    internal static readonly JsonForm<ReportingPeriod> Period =
        new ObjectForm<ReportingPeriod, PeriodParts>("reportingPeriod", "A period by its label, of the calendar beside it.", static form => form
        .Required("label", Text, static period => period.Label, static (ref parts, value) => parts.Label = value, "The label, such as 2026-Q3.")
        .Optional(
            "calendar", KpiForms.Calendar, static period => period.Calendar.Equals(ReportingCalendar.Standard) ? null : period.Calendar,
            static (ref parts, value) => parts.Calendar = value, "The calendar it belongs to; calendar years, weeks from Monday, in UTC without it.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("label");
            return (parts.Calendar ?? ReportingCalendar.Standard).Parse(parts.Label!);
        }));

    internal static readonly JsonForm<Growth> Growth = new WrittenForm<Growth>("growth", "How a value changed from one period to another.", static form => form
        .Member("state", EnumForm<GrowthState>.Instance, static growth => growth.State, "Whether it can be told.")
        .Optional("current", Number, static growth => growth.Current, "The later value.")
        .Optional("earlier", Number, static growth => growth.Earlier, "The earlier value.")
        .Optional("change", Number, static growth => growth.Change, "The difference.")
        .Optional("rate", Number, static growth => growth.Rate, "The difference as a share of the earlier value."));

    internal static readonly JsonForm<Pace> Pace = new WrittenForm<Pace>("pace", "How progress stands to the time that has passed.", static form => form
        .Member("status", EnumForm<PaceStatus>.Instance, static pace => pace.Status, "Ahead or behind.")
        .Optional("expected", Number, static pace => pace.Expected, "The progress expected by now, 0 to 1.")
        .Optional("gap", Number, static pace => pace.Gap, "Progress less what is expected.")
        .Optional("ratio", Number, static pace => pace.Ratio, "Progress as a share of what is expected.")
        .Optional("stale", True, static pace => pace.IsStale ? true : null, "True when nothing was reported for long."));

    internal static readonly JsonForm<Progress> Progress = new WrittenForm<Progress>("progress", "How far something is on its way.", static form => form
        .Member("state", EnumForm<ProgressState>.Instance, static progress => progress.State, "Whether it can be told.")
        .Optional("raw", Number, static progress => progress.Raw, "The share of the way, below 0 and above 1 too.")
        .Optional("score", Number, static progress => progress.Score, "The share held between 0 and 1."));

    internal static readonly JsonForm<Forecast> Forecast = new WrittenForm<Forecast>("forecast", "Where progress leads if it goes on as it "
        + "did.", static form => form
        .Member("state", EnumForm<ForecastState>.Instance, static forecast => forecast.State, "Whether it can be told.")
        .Optional("raw", Number, static forecast => forecast.Raw, "The progress at the end, below 0 and above 1 too.")
        .Optional("score", Number, static forecast => forecast.Score, "The progress at the end held between 0 and 1.")
        .Optional("value", Number, static forecast => forecast.Value, "The value at the end.")
        .Optional("reachedOn", Date, static forecast => forecast.ReachedOn, "The day the goal is reached."));

    internal static readonly JsonForm<OkrNeedRule> NeedRule =
        new ObjectForm<OkrNeedRule, RuleParts>("okrNeedRule", "When a KPI needs an OKR.", static form => form
        .Required(
            "lagging", LaggingForms.Reading, static rule => rule.Lagging, static (ref parts, value) => parts.Lagging = value,
            "How 'lags' is read of KPIs that do not say it themselves.")
        .Optional(
            "raiseMargin", KpiForms.Tolerance, static rule => rule.RaiseMargin.Equals(Tolerance.None) ? null : rule.RaiseMargin,
            static (ref parts, value) => parts.RaiseMargin = value, "By how much a target may be raised without a need; every raise is one without it.")
        .Build(static (ref _, ref parts) => parts.RaiseMargin is { } margin ? OkrNeedRule.Default.With(parts.Lagging!).IgnoringRaisesWithin(margin)
            : OkrNeedRule.Default.With(parts.Lagging!)));

    internal static readonly JsonForm<MeasurementFault> MeasurementFault = new WrittenForm<MeasurementFault>("measurementFault",
        "What is wrong with one of many measurements.", static form => form
        .Member("index", Integer, static fault => fault.Index, "The index of the row, from 0.")
        .Member("text", Text, static fault => fault.Sentence, "What is wrong and what to do."));

    internal static readonly JsonForm<PortfolioFault> PortfolioFault = new WrittenForm<PortfolioFault>("portfolioFault",
        "What keeps lists from being a portfolio.", static form => form
        .Member("kind", EnumForm<PortfolioFaultKind>.Instance, static fault => fault.Kind, "Which rule is broken.")
        .Member("item", Integer, static fault => fault.Item, "The index of the item, from 0.")
        .Optional("part", Integer, static fault => fault.Part, "The index of its part.")
        .Optional("kpi", KpiForms.Id, static fault => fault.Kpi, "The KPI it is about.")
        .Optional("objective", OkrForms.ObjectiveId, static fault => fault.Objective, "The objective it is about.")
        .Optional("keyResult", OkrForms.KeyResultId, static fault => fault.KeyResult, "The key result it is about.")
        .Member("text", Text, static fault => fault.Sentence, "What is wrong and what to do."));

    internal sealed class PeriodParts
    {
        internal string? Label;
        internal ReportingCalendar? Calendar;
    }

    internal sealed class RuleParts
    {
        internal Lagging? Lagging;
        internal Tolerance? RaiseMargin;
    }
}
