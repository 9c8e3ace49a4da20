using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Writes a portfolio as a document; what is absent or the default is left out.</summary>
internal static class PortfolioWriter
{
    internal static void Write(Utf8JsonWriter json, Portfolio portfolio)
    {
        json.WriteStartObject();
        json.WriteNumber("version", PortfolioReader.Version);
        Text(json, "name", portfolio.Name);
        List(json, "kpis", portfolio.Kpis, Write);
        List(json, "objectives", portfolio.Objectives, Write);
        List(json, "measurements", portfolio.Measurements, Write);
        json.WriteEndObject();
    }

    internal static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    internal static void Date(Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is { } value)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(value));
        }
    }

    internal static void Name<TEnum>(Utf8JsonWriter json, string name, TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } some)
        {
            json.WriteString(name, Names.Of(some));
        }
    }

    internal static void Write(Utf8JsonWriter json, Band band)
    {
        json.WriteStartObject();
        Number(json, "low", band.Low);
        Number(json, "high", band.High);
        json.WriteEndObject();
    }

    internal static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Kpi kpi)
    {
        json.WriteStartObject();
        json.WriteString("id", kpi.Id.Value);
        json.WriteString("name", kpi.Name);
        json.WritePropertyName("unit");
        Write(json, kpi.Unit);
        Name<Direction>(json, "direction", kpi.Direction);
        Name<Cadence>(json, "cadence", kpi.Cadence);
        Name<Aggregation>(json, "aggregation", kpi.Aggregation);
        Text(json, "owner", kpi.Owner);
        Text(json, "group", kpi.Group);
        Name(json, "level", kpi.Level);
        Name(json, "measuredEvery", kpi.MeasuredEvery);
        if (!kpi.Calendar.Equals(ReportingCalendar.Standard))
        {
            json.WriteStartObject("calendar");
            json.WriteString("zone", kpi.Calendar.ZoneId);
            json.WriteNumber("fiscalYearStartMonth", kpi.Calendar.FiscalYearStartMonth);
            Name<FiscalYearNaming>(json, "fiscalYearNaming", kpi.Calendar.FiscalYearNaming);
            Name<IsoDayOfWeek>(json, "firstDayOfWeek", kpi.Calendar.FirstDayOfWeek);
            json.WriteEndObject();
        }

        List(json, "targets", kpi.Targets.Decisions, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Unit unit)
    {
        json.WriteStartObject();
        Name<UnitKind>(json, "kind", unit.Kind);
        switch (unit.Kind)
        {
            case UnitKind.Count:
                json.WriteString("of", unit.Name);
                break;
            case UnitKind.Money:
                json.WriteString("currency", unit.Name);
                break;
            case UnitKind.Duration:
                json.WriteString("in", Duration(unit));
                break;
            case UnitKind.Rating:
                Number(json, "outOf", unit.Maximum);
                break;
            case UnitKind.Index:
                json.WriteString("name", unit.Name);
                break;
            case UnitKind.Ratio or UnitKind.Rate:
                json.WritePropertyName("of");
                Write(json, unit.Of!);
                Text(json, "per", unit.Every is null ? unit.Name : null);
                Name(json, "every", unit.Every);
                break;
            default:
                break;
        }

        json.WriteEndObject();
    }

    private static string Duration(Unit unit) =>
        unit.Equals(Unit.Seconds) ? "seconds"
        : unit.Equals(Unit.Minutes) ? "minutes"
        : unit.Equals(Unit.Hours) ? "hours"
        : unit.Equals(Unit.Days) ? "days"
        : unit.Equals(Unit.Weeks) ? "weeks"
        : "months";

    private static void Write(Utf8JsonWriter json, TargetDecision decision)
    {
        json.WriteStartObject();
        Date(json, "from", decision.EffectiveFrom);
        Date(json, "through", decision.EffectiveThrough);
        Date(json, "decidedOn", decision.DecidedOn);
        Number(json, "value", decision.Target?.Value);
        if (decision.Target?.Band is { } band)
        {
            json.WritePropertyName("band");
            Write(json, band);
        }

        if (decision.Target is null)
        {
            json.WriteBoolean("withdrawn", true);
        }

        Text(json, "because", decision.Because);
        if (decision.Kind != TargetDecisionKind.Decision)
        {
            Name<TargetDecisionKind>(json, "kind", decision.Kind);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Objective objective)
    {
        json.WriteStartObject();
        json.WriteString("id", objective.Id.Value);
        json.WriteString("title", objective.Title);
        json.WriteStartObject("cycle");
        json.WriteString("name", objective.Cycle.Name);
        Date(json, "start", objective.Cycle.Start);
        Date(json, "end", objective.Cycle.End);
        json.WriteEndObject();
        Text(json, "owner", objective.Owner);
        if (objective.Kind != ObjectiveKind.Aspirational)
        {
            Name<ObjectiveKind>(json, "kind", objective.Kind);
        }

        Date(json, "closedOn", objective.ClosedOn);
        List(json, "addresses", objective.Addresses, static (json, kpi) => json.WriteStringValue(kpi.Value));
        List(json, "keyResults", objective.KeyResults, Write);
        List(json, "initiatives", objective.Initiatives, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KeyResult keyResult)
    {
        json.WriteStartObject();
        json.WriteString("id", keyResult.Id.Value);
        json.WriteString("name", keyResult.Name);
        json.WritePropertyName("unit");
        Write(json, keyResult.Unit);
        json.WritePropertyName("goal");
        Write(json, keyResult.Goal);
        Number(json, "weight", keyResult.Weight == 1m ? null : keyResult.Weight);
        Text(json, "owner", keyResult.Owner);
        Text(json, "measures", keyResult.Measures?.Value);
        Date(json, "cancelledOn", keyResult.CancelledOn);
        List(json, "checkIns", keyResult.CheckIns, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Goal goal)
    {
        json.WriteStartObject();
        switch (goal)
        {
            case FromToGoal fromTo:
                json.WriteString("kind", "fromTo");
                json.WriteNumber("start", fromTo.Start);
                json.WriteNumber("target", fromTo.Target);
                break;
            case ReachGoal reach:
                json.WriteString("kind", reach.Direction == Direction.HigherIsBetter ? "atLeast" : "atMost");
                json.WriteNumber("target", reach.Target);
                Name<ReachReading>(json, "reading", reach.Reading == ReachReading.MetOrNot ? null : reach.Reading);
                break;
            case CountGoal count:
                json.WriteString("kind", "count");
                json.WriteNumber("target", count.Target);
                break;
            case KeepWithinGoal keep:
                json.WriteString("kind", "keepWithin");
                json.WritePropertyName("band");
                Write(json, keep.Band);
                break;
            case MilestonesGoal milestones:
                json.WriteString("kind", "milestones");
                List(json, "steps", milestones.Steps, Write);
                break;
            case AllOfGoal all:
                json.WriteString("kind", "allOf");
                List(json, "parts", all.Parts, Write);
                break;
            case MinimumSampleGoal minimum:
                json.WriteString("kind", "minimumSample");
                json.WriteNumber("sample", minimum.MinimumSample);
                json.WritePropertyName("goal");
                Write(json, minimum.Goal);
                break;
            default:
                json.WriteString("kind", "yesNo");
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Milestone milestone)
    {
        json.WriteStartObject();
        json.WriteString("name", milestone.Name);
        Number(json, "weight", milestone.Weight == 1m ? null : milestone.Weight);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GoalPart part)
    {
        json.WriteStartObject();
        json.WriteString("name", part.Name);
        json.WritePropertyName("goal");
        Write(json, part.Goal);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckIn checkIn)
    {
        json.WriteStartObject();
        Date(json, "date", checkIn.Date);
        Number(json, "value", checkIn.Value);
        Text(json, "part", checkIn.Part);
        Number(json, "sample", checkIn.Sample);
        Number(json, "confidence", checkIn.Confidence?.Probability);
        Text(json, "note", checkIn.Note);
        Text(json, "author", checkIn.Author);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Initiative initiative)
    {
        json.WriteStartObject();
        json.WriteString("id", initiative.Id.Value);
        json.WriteString("title", initiative.Title);
        Text(json, "owner", initiative.Owner);
        Name<InitiativeStatus>(json, "status", initiative.Status);
        Date(json, "due", initiative.Due);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MeasurementSeries series)
    {
        json.WriteStartObject();
        json.WriteString("kpi", series.Kpi.Value);
        List(json, "values", series.Measurements, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Measurement measurement)
    {
        json.WriteStartObject();
        Date(json, "date", measurement.Date);
        Text(json, "at", measurement.At is { } at ? InstantPattern.ExtendedIso.Format(at) : null);
        json.WriteNumber("value", measurement.Value);
        Number(json, "weight", measurement.Weight);
        Number(json, "denominator", measurement.Denominator);
        if (measurement.Segment is { } segment)
        {
            json.WriteStartObject("segment");
            json.WriteString("dimension", segment.Dimension);
            json.WriteString("name", segment.Name);
            json.WriteEndObject();
        }

        Date(json, "knownOn", measurement.KnownOn);
        if (measurement.Restates)
        {
            json.WriteBoolean("restates", true);
        }

        json.WriteEndObject();
    }
}
