using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The columns of flat records; what is missing is null, so that every row has every column.</summary>
internal static class TidyForms
{
    internal static readonly JsonForm<TidyMeasurement> Measurement = new WrittenForm<TidyMeasurement>("tidy.measurement",
        "A measurement as a flat record: one row an observation, one column a variable.", static form => form
        .Column("kpi", Text, static row => row.Kpi, "The id of the KPI.")
        .Column("kpiName", Text, static row => row.KpiName, "The name of the KPI.")
        .Column("unit", Text, static row => row.Unit, "The unit of the value, as text.")
        .Column("date", Date, static row => row.Date, "The day it was observed on, where it has no instant.")
        .Column("at", Moment, static row => row.At, "The instant it was observed at.")
        .Column("value", Number, static row => row.Value, "The value; the numerator where there is a denominator.")
        .Column("weight", Number, static row => row.Weight, "How much is behind the value.")
        .Column("denominator", Number, static row => row.Denominator, "What the value is out of.")
        .Column("dimension", Text, static row => row.Dimension, "What the segment divides by, such as region.")
        .Column("segment", Text, static row => row.Segment, "The segment, such as North.")
        .Column("knownOn", Date, static row => row.KnownOn, "The day it became known.")
        .Column("restates", True, static row => row.Restates, "Whether it takes the place of an earlier one.")
        .Column("withdrawn", True, static row => row.Withdrawn, "Whether it takes back an earlier one, and puts nothing in its place.")
        .Column("key", Text, static row => row.Key, "The key the host knows it by."));

    internal static readonly JsonForm<TidyKpi> Kpi = new WrittenForm<TidyKpi>("tidy.kpi", "How a KPI stands on a date, as a flat record.", form => form
        .Column("asOf", Date, static row => row.AsOf, "The date of the review.")
        .Column("kpi", Text, static row => row.Kpi, "The id of the KPI.")
        .Column("kpiName", Text, static row => row.KpiName, "The name of the KPI.")
        .Column("owner", Text, static row => row.Owner, "Who answers for it.")
        .Column("group", Text, static row => row.Group, "The group it is shown in.")
        .Column("unit", Text, static row => row.Unit, "The unit of the numbers, as text.")
        .Column("direction", EnumForm<Direction>.Instance, static row => row.Direction, "Which values are better.")
        .Column("status", EnumForm<KpiStatus>.Instance, static row => row.Status, "How it stands.")
        .Column("trend", EnumForm<Trend>.Instance, static row => row.Trend, "Better or worse than the period before.")
        .Column("need", EnumForm<OkrNeedState>.Instance, static row => row.Need, "Whether it needs an OKR.")
        .Column(
            "period", Text, static row => row.Period, "The period it rests on: the latest judged one, and before any can be judged the latest complete one.")
        .Column("periodStart", Date, static row => row.PeriodStart, "Its first day.")
        .Column("periodEnd", Date, static row => row.PeriodEnd, "Its last day.")
        .Column("actual", Number, static row => row.Actual, "Its value.")
        .Column("target", Number, static row => row.Target, "Its target, where that is a number.")
        .Column("targetLow", Number, static row => row.TargetLow, "The low end of its target, where that is a band.")
        .Column("targetHigh", Number, static row => row.TargetHigh, "The high end of its target, where that is a band.")
        .Column("gap", Number, static row => row.Gap, "How far the value is from the target; below 0 the target is missed.")
        .Column("attainment", Number, static row => row.Attainment, "The share of the target that is reached."));

    internal static readonly JsonForm<TidyPoint> Point = new WrittenForm<TidyPoint>("tidy.point", "A value of a process with its limits, as a flat record.",
        static form => form
        .Column("kpi", Text, static row => row.Kpi, "The id of the KPI.")
        .Column("kpiName", Text, static row => row.KpiName, "The name of the KPI.")
        .Column("unit", Text, static row => row.Unit, "The unit of the numbers, as text.")
        .Member("number", Integer, static row => row.Number, "Its place in the series, 1 for the first; gaps count.")
        .Column("period", Text, static row => row.Period, "Its period.")
        .Column("periodStart", Date, static row => row.PeriodStart, "The first day of its period.")
        .Column("periodEnd", Date, static row => row.PeriodEnd, "The last day of its period.")
        .Member("value", Number, static row => row.Value, "The value.")
        .Column("movingRange", Number, static row => row.MovingRange, "How far it lies from the point before.")
        .Member("segment", Integer, static row => row.Segment, "The number of the first point of its segment.")
        .Column("centre", Number, static row => row.Centre, "The centre it is held against.")
        .Column("lower", Number, static row => row.Lower, "The lower limit it is held against.")
        .Column("upper", Number, static row => row.Upper, "The upper limit it is held against.")
        .Member("standing", EnumForm<Variation>.Instance, static row => row.Standing, "What it says: noise, or which signal.")
        .Column("rule", Text, static row => row.Rule, "The most telling rule that sees a signal at it, in English."));

    internal static readonly JsonForm<TidyScore> Score = new WrittenForm<TidyScore>("tidy.score", "How an objective, or one of its key results, stands on "
        + "a date, as a flat record.", static form => form
        .Column("asOf", Date, static row => row.AsOf, "The date of the review.")
        .Column("objective", Text, static row => row.Objective, "The id of the objective.")
        .Column("keyResult", Text, static row => row.KeyResult, "The id of the key result; none where the row is about the objective as a whole.")
        .Column("name", Text, static row => row.Name, "The name of the key result, or the title of the objective.")
        .Column("owner", Text, static row => row.Owner, "Who answers for it.")
        .Column("cycle", Text, static row => row.Cycle, "The cycle.")
        .Column("weight", Number, static row => row.Weight, "How much the key result counts in the score of the objective.")
        .Column("state", EnumForm<ProgressState>.Instance, static row => row.State, "Whether the key result has something to score.")
        .Column("score", Number, static row => row.Score, "The score, 0 to 1: the one set by hand while that holds, otherwise the computed one.")
        .Column("raw", Number, static row => row.Raw, "The progress before it is held between 0 and 1.")
        .Column("coverage", Number, static row => row.Coverage, "The share of weight of the objective that people have checked in.")
        .Column("pace", EnumForm<PaceStatus>.Instance, static row => row.Pace, "Ahead of or behind the time that has passed.")
        .Column("confidence", Number, static row => row.Confidence, "How sure people are, a probability."));

    internal static readonly JsonForm<TidyFinding> Finding = new WrittenForm<TidyFinding>("tidy.finding", "A finding of a review, as a flat "
        + "record.", static form => form
        .Column("asOf", Date, static row => row.AsOf, "The date of the review.")
        .Column("code", Text, static row => row.Code, "The code of the rule.")
        .Column("severity", EnumForm<FindingSeverity>.Instance, static row => row.Severity, "How much it matters.")
        .Column("subject", Text, static row => row.Subject, "The id of what it is about.")
        .Column("text", Text, static row => row.Text, "The remark in English."));
}
