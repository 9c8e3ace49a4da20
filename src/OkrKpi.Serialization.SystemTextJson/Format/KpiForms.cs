using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>KPIs with their calendars and targets.</summary>
internal static class KpiForms
{
    internal static readonly JsonForm<KpiId> Id = TextOf(KpiId.Of, static id => id.Value);

    internal static readonly JsonForm<RetailYear> RetailYear =
        new ObjectForm<RetailYear, RetailYearParts>("retailYear", "A year of whole weeks, as retailers have it.", static form => form
        .Required(
            "months", EnumForm<RetailMonths>.Instance, static year => year.Months, static (ref parts, value) => parts.Months = value,
            "How many weeks the months of a quarter have.")
        .Required(
            "end", EnumForm<RetailYearEnd>.Instance, static year => year.End, static (ref parts, value) => parts.End = value,
            "Whether it ends on the last such day of the month, or on the one nearest to its end.")
        .Required(
            "lastDay", EnumForm<IsoDayOfWeek>.Instance, static year => year.LastDay, static (ref parts, value) => parts.LastDay = value,
            "The day of the week it ends on.")
        .Required("endMonth", Integer, static year => year.EndMonth, static (ref parts, value) => parts.EndMonth = value, "The month it ends in, 1 to 12.")
        .Optional(
            "extraWeekQuarter", Integer, static year => year.ExtraWeekQuarter == 4 ? null : year.ExtraWeekQuarter,
            static (ref parts, value) => parts.ExtraWeek = value, "The quarter that has the 53rd week; 4 without it.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("endMonth");
            var year = parts.End == RetailYearEnd.LastOfMonth
                ? OkrKpi.Periods.RetailYear.EndingOnLast(parts.LastDay, parts.EndMonth, parts.Months)
                : OkrKpi.Periods.RetailYear.EndingNearest(parts.LastDay, parts.EndMonth, parts.Months);
            json.At("extraWeekQuarter");
            return parts.ExtraWeek is { } quarter ? year.WithExtraWeekIn(quarter) : year;
        }));

    internal static readonly JsonForm<ReportingCalendar> Calendar =
        new ObjectForm<ReportingCalendar, CalendarParts>("calendar", "The calendar that dates a KPI: time zone, fiscal or retail year, weeks.",
            static form => form
        .Optional(
            "zone", Text, static calendar => calendar.ZoneId, static (ref parts, value) => parts.Zone = value,
            "The time zone by its id of the IANA database; UTC without it.")
        .Optional(
            "fiscalYearStartMonth", Integer, static calendar => calendar.RetailYear is null ? calendar.FiscalYearStartMonth : null,
            static (ref parts, value) => parts.StartMonth = value, "The month a fiscal year starts in, 1 to 12; 1 without it.")
        .Optional(
            "fiscalYearNaming", EnumForm<FiscalYearNaming>.Instance, static calendar => calendar.FiscalYearNaming,
            static (ref parts, value) => parts.Naming = value,
            "Whether a fiscal year is named by the calendar year of its end or of its start; by its end without it.")
        .Optional(
            "firstDayOfWeek", EnumForm<IsoDayOfWeek>.Instance, static calendar => calendar.RetailYear is null ? calendar.FirstDayOfWeek : null,
            static (ref parts, value) => parts.FirstDay = value, "The day a week begins on; Monday without it.")
        .Optional(
            "firstWeek", EnumForm<FirstWeek>.Instance, static calendar => calendar.FirstWeek == FirstWeek.WithFourDays ? null : calendar.FirstWeek,
            static (ref parts, value) => parts.FirstWeek = value, "Which week is the first of a year; the first with four days in it without it.")
        .Optional(
            "retailYear", RetailYear, static calendar => calendar.RetailYear, static (ref parts, value) => parts.Retail = value,
            "The year of whole weeks, in the place of fiscalYearStartMonth and firstDayOfWeek.")
        .Build(static (ref json, ref parts) =>
        {
            json.At("fiscalYearStartMonth");
            var calendar = parts.Retail is null ? ReportingCalendar.Fiscal(parts.StartMonth ?? 1, parts.Naming)
                : parts.StartMonth is null ? ReportingCalendar.Retail(parts.Retail, parts.Naming)
                : throw JsonSource.Misfit("fiscalYearStartMonth", "a retail year says itself when it starts; leave the month out.");
            json.At("firstDayOfWeek");
            calendar = parts.FirstDay is { } day ? calendar.WeeksFrom(day) : calendar;
            calendar = calendar.NumberingWeeks(parts.FirstWeek);
            json.At("zone");
            return parts.Zone is { } zone ? calendar.In(zone) : calendar;
        }));

    internal static readonly JsonForm<TargetDecision> TargetDecision =
        new ObjectForm<TargetDecision, DecisionParts>("targetDecision", "A decision on the target of a KPI: from when, since when it is known, and what.",
            static form => form
        .Required(
            "from", Date, static decision => decision.EffectiveFrom, static (ref parts, value) => parts.From = value, "The first day the target applies to.")
        .Optional(
            "through", Date, static decision => decision.EffectiveThrough, static (ref parts, value) => parts.Through = value,
            "The last day it applies to; without it, until another applies.")
        .Optional(
            "decidedOn", Date, static decision => decision.IsDayStated ? decision.DecidedOn : null, static (ref parts, value) => parts.DecidedOn = value,
            "The day of the decision; all that was decided on one day is one decision. Without it the day in 'from'.")
        .Optional(
            "value", Number, static decision => decision.Target is { IsStrict: false } target ? target.Value : null,
            static (ref parts, value) => parts.Value = value, "The target where more or less is better; on it is met.")
        .Optional(
            "below", Number, static decision => MeasureForms.Below(decision.Target), static (ref parts, value) => parts.Below = value,
            "The number to stay below where less is better; on it is missed.")
        .Optional(
            "above", Number, static decision => MeasureForms.Above(decision.Target), static (ref parts, value) => parts.Above = value,
            "The number to get above where more is better; on it is missed.")
        .Optional(
            "band", MeasureForms.Band, static decision => decision.Target?.Band, static (ref parts, value) => parts.Band = value,
            "The target where values within a band are good.")
        .Optional(
            "withdrawn", True, static decision => decision.Target is null ? true : null, static (ref parts, value) => parts.IsWithdrawn = value,
            "True when from then on there is no target.")
        .Optional("because", Text, static decision => decision.Because, static (ref parts, value) => parts.Because = value, "Why it was decided.")
        .Optional(
            "kind", EnumForm<TargetDecisionKind>.Instance, static decision => decision.Kind == TargetDecisionKind.Decision ? null : decision.Kind,
            static (ref parts, value) => parts.Kind = value,
            "A decision, the correction of one that was recorded wrongly, or the old target in the terms of a new definition; a decision without it.")
        .ExactlyOne("value", "below", "above", "band", "withdrawn")
        .Build(static (ref _, ref parts) =>
        {
            TargetDecision decision;
            if (parts.IsWithdrawn)
            {
                decision = parts.Through is null
                    ? OkrKpi.TargetDecision.Withdrawn(parts.From, parts.DecidedOn, parts.Because)
                    : throw JsonSource.Misfit("through", "a withdrawn target has no end; leave it out.");
            }
            else
            {
                var target = parts.Value is { } value ? OkrKpi.Target.Of(value)
                    : parts.Below is { } below ? OkrKpi.Target.Below(below)
                    : parts.Above is { } above ? OkrKpi.Target.Above(above)
                    : OkrKpi.Target.Within(parts.Band!);
                decision = parts.Through is { } through
                    ? OkrKpi.TargetDecision.Between(parts.From, through, target, parts.DecidedOn, parts.Because)
                    : OkrKpi.TargetDecision.From(parts.From, target, parts.DecidedOn, parts.Because);
            }

            return parts.Kind switch
            {
                TargetDecisionKind.Correction => decision.AsCorrection(),
                TargetDecisionKind.Redefinition => decision.AsRedefinition(),
                TargetDecisionKind.Decision => decision,
            };
        }));

    internal static readonly JsonForm<Tolerance> Tolerance =
        new ObjectForm<Tolerance, ToleranceParts>("tolerance", "How far a value may miss its target and still be near it.", static form => form
        .Optional(
            "share", Number, static each => each.Amount == 0m ? each.Share : null, static (ref parts, value) => parts.Share = value,
            "A share of the target, 0 to 1.")
        .Optional(
            "amount", Number, static each => each.Amount == 0m ? null : each.Amount, static (ref parts, value) => parts.Amount = value,
            "A distance in the unit of the KPI.")
        .ExactlyOne("share", "amount")
        .Build(static (ref _, ref parts) => parts.Share is { } share ? OkrKpi.Tolerance.OfShare(share) : OkrKpi.Tolerance.OfAmount(parts.Amount!.Value)));

    internal static readonly JsonForm<TargetHistory> TargetHistory = new MappedForm<TargetHistory, IReadOnlyList<TargetDecision>>(
        new ListForm<TargetDecision>(TargetDecision), static history => history.Decisions, static decisions => OkrKpi.TargetHistory.Empty.With(decisions));

    internal static readonly ObjectForm<Kpi, KpiParts> Kpi = new ObjectForm<Kpi, KpiParts>("kpi", "A lasting metric: what is measured, how its values "
        + "become one of a period, and its targets.", static form => form
        .Required("id", Id, static kpi => kpi.Id, static (ref parts, value) => parts.Id = value, "Its id, unique among the KPIs of the document.")
        .Required("name", Text, static kpi => kpi.Name, static (ref parts, value) => parts.Name = value, "Its name, for people.")
        .Required("unit", MeasureForms.Unit, static kpi => kpi.Unit, static (ref parts, value) => parts.Unit = value, "What its values are numbers of.")
        .Required(
            "direction", EnumForm<Direction>.Instance, static kpi => kpi.Direction, static (ref parts, value) => parts.Direction = value,
            "Which values are better.")
        .Required(
            "cadence", EnumForm<Cadence>.Instance, static kpi => kpi.Cadence, static (ref parts, value) => parts.Cadence = value,
            "The periods it is judged by.")
        .Required(
            "aggregation", EnumForm<Aggregation>.Instance, static kpi => kpi.Aggregation, static (ref parts, value) => parts.Aggregation = value,
            "How the measurements of a period become its value.")
        .Optional("owner", Text, static kpi => kpi.Owner, static (ref parts, value) => parts.Owner = value, "Who answers for it.")
        .Optional("group", Text, static kpi => kpi.Group, static (ref parts, value) => parts.Group = value, "The group of KPIs it is shown in.")
        .Optional(
            "description", Text, static each => each.Description, static (ref parts, value) => parts.Description = value,
            "What there is to know about it beyond its name.")
        .Optional(
            "link", Link, static each => each.Link, static (ref parts, value) => parts.Link = value,
            "Where more of it stands, an absolute address with http or https.")
        .List("labels", Text, static each => each.Labels, static (ref parts, value) => parts.Labels = value, "The labels by which people find it.")
        .Optional(
            "level", EnumForm<KpiLevel>.Instance, static kpi => kpi.Level, static (ref parts, value) => parts.Level = value,
            "The level of the organisation it belongs to.")
        .Optional(
            "measuredEvery", EnumForm<Cadence>.Instance, static kpi => kpi.MeasuredEvery, static (ref parts, value) => parts.MeasuredEvery = value,
            "How often a measurement is expected, where that is more often than a period.")
        .Optional(
            "calendar", Calendar, static kpi => kpi.Calendar.Equals(ReportingCalendar.Standard) ? null : kpi.Calendar,
            static (ref parts, value) => parts.Calendar = value, "The calendar of its periods; calendar years, weeks from Monday, in UTC without it.")
        .Optional(
            "tolerance", Tolerance, static kpi => kpi.Tolerance.Equals(OkrKpi.Tolerance.Default) ? null : kpi.Tolerance,
            static (ref parts, value) => parts.Tolerance = value, "How far a value may miss its target and still be near it; 5 % of the target without it.")
        .Optional(
            "publicationDelay", Integer, static kpi => kpi.PublicationDelay == 0 ? null : kpi.PublicationDelay,
            static (ref parts, value) => parts.PublicationDelay = value, "How many days after the end of a period its figures are to be known; 0 without it.")
        .Optional(
            "zeroWhenSilent", True, static kpi => kpi.IsZeroWhenSilent ? true : null, static (ref parts, value) => parts.IsZeroWhenSilent = value,
            "True when nothing recorded means zero.")
        .Optional(
            "spread", LaggingForms.Spread, static kpi => kpi.Spread, static (ref parts, value) => parts.Spread = value,
            "How its amount spreads over a period; evenly without it.")
        .Optional(
            "businessDays", LaggingForms.BusinessDays, static kpi => kpi.BusinessDays, static (ref parts, value) => parts.BusinessDays = value,
            "The days a daily KPI has values on; every day without it.")
        .Optional(
            "lagging", LaggingForms.Reading, static kpi => kpi.Lagging, static (ref parts, value) => parts.Lagging = value,
            "When it lags, where it says so itself; as the rule of the review reads it without it.")
        .List(
            "rebases", SignalForms.Rebase, static kpi => kpi.Rebases, static (ref parts, value) => parts.Rebases = value,
            "The days from which its limits begin anew.")
        .List(
            "targets", TargetDecision, static kpi => kpi.Targets.Decisions, static (ref parts, value) => parts.Targets = value, "The decisions on its target.")
        .Build(static (ref json, ref parts) =>
        {
            var kpi = (parts.Direction == Direction.None ? OkrKpi.Kpi.Watch(parts.Id!, parts.Name!, parts.Unit!) : OkrKpi.Kpi.Define(
                parts.Id!, parts.Name!, parts.Unit!, parts.Direction))
                .Every(parts.Cadence, parts.Aggregation);
            if (parts.Owner is { } owner)
            {
                kpi = kpi.OwnedBy(owner);
            }

            if (parts.Group is { } group)
            {
                kpi = kpi.InGroup(group);
            }

            if (parts.Description is { } description)
            {
                kpi = kpi.Described(description);
            }

            if (parts.Link is { } link)
            {
                json.At("link");
                kpi = kpi.LinkedTo(link);
                json.At();
            }

            if (parts.Labels is { } labels)
            {
                json.At("labels");
                kpi = kpi.Labelled(labels);
                json.At();
            }

            if (parts.Level is { } level)
            {
                kpi = kpi.AtLevel(level);
            }

            if (parts.MeasuredEvery is { } measured)
            {
                json.At("measuredEvery");
                kpi = kpi.Measured(measured);
                json.At();
            }

            if (parts.Calendar is { } calendar)
            {
                kpi = kpi.On(calendar);
            }

            kpi = parts.Tolerance is { } tolerance ? kpi.Tolerating(tolerance) : kpi;
            kpi = Reported(ref json, parts, kpi);
            kpi = parts.Rebases is { } rebases ? json.Adding("rebases", rebases, kpi, static (each, decisions) => each.Rebased(decisions)) : kpi;
            return parts.Targets is { } targets ? json.Adding("targets", targets, kpi, static (each, decisions) => each.With(decisions)) : kpi;
        }));

    internal static readonly JsonForm<NeedDismissal> Dismissal =
        new ObjectForm<NeedDismissal, DismissalParts>("needDismissal", "The decision of people that a KPI needs no OKR for now.", static form => form
        .Required("kpi", Id, static each => each.Kpi, static (ref parts, value) => parts.Kpi = value, "The id of the KPI.")
        .Required(
            "on", Date, static each => each.On, static (ref parts, value) => parts.On = value, "The day it was decided; only what was so by then is dismissed.")
        .Required("because", Text, static each => each.Because, static (ref parts, value) => parts.Because = value, "Why.")
        .Optional(
            "through", Date, static each => each.Through, static (ref parts, value) => parts.Through = value,
            "The last day it holds; without it there is none.")
        .Build(static (ref _, ref parts) => NeedDismissal.Of(parts.Kpi!, parts.On, parts.Because!, parts.Through)));

    internal static readonly JsonForm<Segment> Segment = new ObjectForm<Segment, SegmentParts>("segment", "A part of the whole, such as the region "
        + "North.", static form => form
        .Required(
            "dimension", Text, static segment => segment.Dimension, static (ref parts, value) => parts.Dimension = value,
            "What the whole is divided by, such as region.")
        .Required("name", Text, static segment => segment.Name, static (ref parts, value) => parts.Name = value, "Which part it is, such as North.")
        .Build(static (ref json, ref parts) => OkrKpi.Segment.Of(parts.Dimension!, parts.Name!)));

    internal static readonly ObjectForm<Measurement, MeasurementParts> Measurement =
        new ObjectForm<Measurement, MeasurementParts>("measurement", "An observed value of a KPI.", static form => form
        .Optional("date", Date, static each => each.Date, static (ref parts, value) => parts.Date = value, "The day it was observed on.")
        .Optional("at", Moment, static each => each.At, static (ref parts, value) => parts.At = value, "The instant it was observed at, in UTC.")
        .Required(
            "value", Number, static each => each.Value, static (ref parts, value) => parts.Value = value,
            "The value; the numerator where there is a denominator.")
        .Optional(
            "weight", Number, static each => each.Weight, static (ref parts, value) => parts.Weight = value,
            "How much is behind the value, for a weighted average.")
        .Optional(
            "denominator", Number, static each => each.Denominator, static (ref parts, value) => parts.Denominator = value,
            "What the value is out of, for a ratio of sums.")
        .Optional("segment", Segment, static each => each.Segment, static (ref parts, value) => parts.Segment = value, "The part of the whole it is of.")
        .Optional(
            "knownOn", Date, static each => each.KnownOn, static (ref parts, value) => parts.KnownOn = value,
            "The day it became known; the day it was observed without it.")
        .Optional(
            "restates", True, static each => each.Restates && !each.IsWithdrawn ? true : null, static (ref parts, value) => parts.Restates = value,
            "True when it takes the place of an earlier measurement of the same day or instant and segment.")
        .Optional(
            "withdrawn", True, static each => each.IsWithdrawn ? true : null, static (ref parts, value) => parts.IsWithdrawn = value,
            "True when it takes back an earlier measurement of the same day or instant and segment, and puts nothing in its place.")
        .Optional(
            "key", Text, static each => each.Key, static (ref parts, value) => parts.Key = value,
            "The key the host knows it by; one key is one measurement, and a restatement or withdrawal with a key is of that measurement only.")
        .ExactlyOne("date", "at")
        .Build(static (ref _, ref parts) => Measured(parts)));

    internal static readonly JsonForm<MeasurementSeries> Series =
        new ObjectForm<MeasurementSeries, SeriesParts>("series", "The measurements of one KPI.", static form => form
        .Required("kpi", Id, static series => series.Kpi, static (ref parts, value) => parts.Kpi = value, "The id of the KPI.")
        .List("values", Measurement, static series => series.Measurements, static (ref parts, value) => parts.Values = value, "The measurements, in any order.")
        .Build(static (ref _, ref parts) => MeasurementSeries.Of(parts.Kpi!, parts.Values)));

    internal static Measurement Measured(in MeasurementParts parts)
    {
        var measurement = OkrKpi.Measurement.Recorded(
            parts.Date, parts.At, parts.Value, parts.Weight, parts.Denominator, parts.Segment, parts.KnownOn, parts.Key);
        return parts.IsWithdrawn ? measurement.Withdrawn(
            parts.KnownOn ?? throw JsonSource.Misfit("withdrawn", "a withdrawal needs knownOn, the day it became known."))
            : parts.Restates ? measurement.Restating(
                parts.KnownOn ?? throw JsonSource.Misfit("restates", "a measurement that restates needs knownOn, the day it became known."))
            : measurement;
    }

    /// <summary>A struct, because documents hold very many.</summary>
    internal struct MeasurementParts
    {
        internal LocalDate? Date;
        internal Instant? At;
        internal decimal Value;
        internal decimal? Weight;
        internal decimal? Denominator;
        internal Segment? Segment;
        internal LocalDate? KnownOn;
        internal bool Restates;
        internal bool IsWithdrawn;
        internal string? Key;
    }

    internal sealed class KpiParts
    {
        internal KpiId? Id;
        internal string? Name;
        internal Unit? Unit;
        internal Direction Direction;
        internal Cadence Cadence;
        internal Aggregation Aggregation;
        internal string? Owner;
        internal string? Group;
        internal string? Description;
        internal Uri? Link;
        internal IReadOnlyList<string>? Labels;
        internal KpiLevel? Level;
        internal Cadence? MeasuredEvery;
        internal ReportingCalendar? Calendar;
        internal Tolerance? Tolerance;
        internal int? PublicationDelay;
        internal bool IsZeroWhenSilent;
        internal SeasonalProfile? Spread;
        internal BusinessDays? BusinessDays;
        internal Lagging? Lagging;
        internal IReadOnlyList<Rebase>? Rebases;
        internal IReadOnlyList<TargetDecision>? Targets;
    }

    // When its figures are known, what silence means and how it is read.
    private static Kpi Reported(ref JsonSource json, KpiParts parts, Kpi kpi)
    {
        if (parts.PublicationDelay is { } days)
        {
            json.At("publicationDelay");
            kpi = kpi.PublishedAfter(days);
        }

        if (parts.IsZeroWhenSilent)
        {
            json.At("zeroWhenSilent");
            kpi = kpi.NothingRecordedIsZero();
        }

        if (parts.Spread is { } spread)
        {
            json.At("spread");
            kpi = kpi.SpreadBy(spread);
        }

        if (parts.BusinessDays is { } businessDays)
        {
            json.At("businessDays");
            kpi = kpi.OnBusinessDays(businessDays);
        }

        json.At();
        return parts.Lagging is { } reading ? kpi.Lags(reading) : kpi;
    }

    private sealed class CalendarParts
    {
        internal string? Zone;
        internal int? StartMonth;
        internal FiscalYearNaming Naming = FiscalYearNaming.ByEndYear;
        internal IsoDayOfWeek? FirstDay;
        internal FirstWeek FirstWeek = FirstWeek.WithFourDays;
        internal RetailYear? Retail;
    }

    private sealed class RetailYearParts
    {
        internal RetailMonths Months;
        internal RetailYearEnd End;
        internal IsoDayOfWeek LastDay;
        internal int EndMonth;
        internal int? ExtraWeek;
    }

    private sealed class DismissalParts
    {
        internal KpiId? Kpi;
        internal LocalDate On;
        internal string? Because;
        internal LocalDate? Through;
    }

    private sealed class ToleranceParts
    {
        internal decimal? Share;
        internal decimal? Amount;
    }

    private sealed class DecisionParts
    {
        internal LocalDate From;
        internal LocalDate? Through;
        internal LocalDate? DecidedOn;
        internal decimal? Value;
        internal decimal? Below;
        internal decimal? Above;
        internal Band? Band;
        internal bool IsWithdrawn;
        internal string? Because;
        internal TargetDecisionKind Kind = TargetDecisionKind.Decision;
    }

    private sealed class SegmentParts
    {
        internal string? Dimension;
        internal string? Name;
    }

    private sealed class SeriesParts
    {
        internal KpiId? Kpi;
        internal IReadOnlyList<Measurement> Values = [];
    }
}
