using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Builds the portfolio a document describes.</summary>
internal static class PortfolioReader
{
    internal const int Version = 1;

    internal static Portfolio Read(JsonPlace root)
    {
        var version = root.Required("version");
        if (version.Integer() is var number && number != Version)
        {
            throw version.Wrong(number > Version
                ? FormattableString.Invariant($"version {number} is newer than this reader; allowed is {Version}.")
                : FormattableString.Invariant($"there is no version {number}; allowed is {Version}."));
        }

        root.Allow("$schema", "version", "name", "note", "kpis", "objectives", "measurements");
        root.Optional("$schema")?.Text();
        root.Optional("note")?.Text();
        var kpis = List(root, "kpis", ReadKpi);
        var objectives = List(root, "objectives", ReadObjective);
        var measurements = List(root, "measurements", ReadSeries);
        var portfolio = root.Make(() => Portfolio.Of(kpis, objectives, measurements));
        return root.Optional("name") is { } name ? name.Text(portfolio.Named) : portfolio;
    }

    private static List<T> List<T>(JsonPlace at, string name, Func<JsonPlace, T> read) =>
        at.Optional(name) is { } list ? [.. list.Items().Select(read)] : [];

    private static Kpi ReadKpi(JsonPlace at)
    {
        at.Allow("id", "name", "unit", "direction", "cadence", "aggregation", "owner", "group", "level", "measuredEvery", "calendar", "targets");
        var id = at.Required("id").Text(KpiId.Of);
        var name = at.Required("name");
        var unit = ReadUnit(at.Required("unit"));
        var direction = at.Required("direction").Enum<Direction>();
        var draft = name.Text(text => Kpi.Define(id, text, unit, direction));
        var cadence = at.Required("cadence").Enum<Cadence>();
        var kpi = at.Required("aggregation").Enum<Aggregation, Kpi>(aggregation => draft.Every(cadence, aggregation));
        if (at.Optional("owner") is { } owner)
        {
            kpi = owner.Text(kpi.OwnedBy);
        }

        if (at.Optional("group") is { } group)
        {
            kpi = group.Text(kpi.InGroup);
        }

        if (at.Optional("level") is { } level)
        {
            kpi = level.Enum<KpiLevel, Kpi>(kpi.AtLevel);
        }

        if (at.Optional("measuredEvery") is { } measured)
        {
            kpi = measured.Enum<Cadence, Kpi>(kpi.Measured);
        }

        if (at.Optional("calendar") is { } calendar)
        {
            kpi = kpi.On(ReadCalendar(calendar));
        }

        foreach (var target in at.Optional("targets")?.Items() ?? [])
        {
            var known = kpi;
            var decision = ReadTarget(target);
            kpi = target.Make(() => known.With(decision));
        }

        return kpi;
    }

    private static Unit ReadUnit(JsonPlace at)
    {
        var kind = at.Required("kind");
        switch (kind.Enum<UnitKind>())
        {
            case UnitKind.Count:
                at.Allow("kind", "of");
                return at.Required("of").Text(Unit.Count);
            case UnitKind.Money:
                at.Allow("kind", "currency");
                return at.Required("currency").Text(Unit.Money);
            case UnitKind.Percent:
                at.Allow("kind");
                return Unit.Percent;
            case UnitKind.Duration:
                at.Allow("kind", "in");
                return ReadDuration(at.Required("in"));
            case UnitKind.Rating:
                at.Allow("kind", "outOf");
                return at.Required("outOf").Number(Unit.RatingOutOf);
            case UnitKind.Index:
                at.Allow("kind", "name");
                return at.Required("name").Text(Unit.Index);
            case UnitKind.Ratio:
                at.Allow("kind", "of", "per");
                return at.Required("per").Text(ReadUnit(at.Required("of")).Per);
            default:
                at.Allow("kind", "of", "every");
                return at.Required("every").Enum<Cadence, Unit>(ReadUnit(at.Required("of")).Per);
        }
    }

    private static Unit ReadDuration(JsonPlace at) => at.Text() switch
    {
        "seconds" => Unit.Seconds,
        "minutes" => Unit.Minutes,
        "hours" => Unit.Hours,
        "days" => Unit.Days,
        "weeks" => Unit.Weeks,
        "months" => Unit.Months,
        var text => throw at.Wrong($"'{text}' is not known; allowed are seconds, minutes, hours, days, weeks, months."),
    };

    private static ReportingCalendar ReadCalendar(JsonPlace at)
    {
        at.Allow("zone", "fiscalYearStartMonth", "fiscalYearNaming", "firstDayOfWeek");
        var naming = at.Optional("fiscalYearNaming")?.Enum<FiscalYearNaming>() ?? FiscalYearNaming.ByEndYear;
        var calendar = ReportingCalendar.Fiscal(1, naming);
        if (at.Optional("fiscalYearStartMonth") is { } month)
        {
            var start = month.Integer();
            calendar = month.Make(() => ReportingCalendar.Fiscal(start, naming));
        }

        if (at.Optional("firstDayOfWeek") is { } day)
        {
            calendar = day.Enum<IsoDayOfWeek, ReportingCalendar>(calendar.WeeksFrom);
        }

        return at.Optional("zone") is { } zone ? zone.Text(calendar.In) : calendar;
    }

    private static TargetDecision ReadTarget(JsonPlace at)
    {
        at.Allow("from", "through", "decidedOn", "value", "band", "withdrawn", "because", "kind");
        var from = at.Required("from").Date();
        var through = at.Optional("through");
        var decidedOn = at.Optional("decidedOn")?.Date();
        var because = at.Optional("because")?.Text();
        var value = at.Optional("value");
        var band = at.Optional("band");
        var withdrawn = at.Optional("withdrawn");
        var decision = (value, band, withdrawn) switch
        {
            ({ } number, null, null) => Decide(number.Number(Target.Of)),
            (null, { } range, null) => Decide(Target.Within(ReadBand(range))),
            (null, null, { } no) when no.True() => through is { } end
                ? throw end.Wrong("a withdrawn target has no end; leave it out.")
                : at.Make(() => TargetDecision.Withdrawn(from, decidedOn, because)),
            _ => throw at.Wrong("a target has exactly one of value, band and withdrawn."),
        };
        return at.Optional("kind")?.Enum<TargetDecisionKind>() switch
        {
            TargetDecisionKind.Correction => decision.AsCorrection(),
            TargetDecisionKind.Redefinition => decision.AsRedefinition(),
            _ => decision,
        };

        TargetDecision Decide(Target target)
        {
            var last = through?.Date();
            return at.Make(() => last is { } end
                ? TargetDecision.Between(from, end, target, decidedOn, because)
                : TargetDecision.From(from, target, decidedOn, because));
        }
    }

    private static Band ReadBand(JsonPlace at)
    {
        at.Allow("low", "high");
        var low = at.Optional("low");
        var high = at.Optional("high");
        if (low is { } from && high is { } to)
        {
            var first = from.Number();
            var last = to.Number();
            return at.Make(() => Band.Between(first, last));
        }

        return low?.Number(Band.AtLeast) ?? high?.Number(Band.AtMost) ?? throw at.Wrong("a band has a low end, a high end or both.");
    }

    private static Objective ReadObjective(JsonPlace at)
    {
        at.Allow("id", "title", "cycle", "owner", "kind", "closedOn", "addresses", "keyResults", "initiatives");
        var id = at.Required("id").Text(ObjectiveId.Of);
        var title = at.Required("title");
        var cycle = ReadCycle(at.Required("cycle"));
        var objective = title.Text(text => Objective.Define(id, text, cycle));
        if (at.Optional("owner") is { } owner)
        {
            objective = owner.Text(objective.OwnedBy);
        }

        if (at.Optional("kind") is { } kind)
        {
            objective = objective.As(kind.Enum<ObjectiveKind>());
        }

        if (at.Optional("closedOn") is { } closed)
        {
            objective = objective.Closed(closed.Date());
        }

        foreach (var kpi in at.Optional("addresses")?.Items() ?? [])
        {
            objective = objective.Addressing(kpi.Text(KpiId.Of));
        }

        foreach (var place in at.Optional("keyResults")?.Items() ?? [])
        {
            var known = objective;
            var keyResult = ReadKeyResult(place);
            objective = place.Make(() => known.With(keyResult));
        }

        foreach (var place in at.Optional("initiatives")?.Items() ?? [])
        {
            var known = objective;
            var initiative = ReadInitiative(place);
            objective = place.Make(() => known.With(initiative));
        }

        return objective;
    }

    private static Cycle ReadCycle(JsonPlace at)
    {
        at.Allow("name", "start", "end");
        var start = at.Required("start").Date();
        var last = at.Required("end");
        var end = last.Date();
        var cycle = last.Make(() => Cycle.Between(start, end));
        return at.Optional("name") is { } name ? name.Text(cycle.Named) : cycle;
    }

    private static KeyResult ReadKeyResult(JsonPlace at)
    {
        at.Allow("id", "name", "unit", "goal", "weight", "owner", "measures", "cancelledOn", "checkIns");
        var id = at.Required("id").Text(KeyResultId.Of);
        var name = at.Required("name");
        var unit = ReadUnit(at.Required("unit"));
        var goal = ReadGoal(at.Required("goal"));
        var keyResult = name.Text(text => KeyResult.Define(id, text, unit, goal));
        if (at.Optional("weight") is { } weight)
        {
            keyResult = weight.Number(keyResult.Weighing);
        }

        if (at.Optional("owner") is { } owner)
        {
            keyResult = owner.Text(keyResult.OwnedBy);
        }

        if (at.Optional("measures") is { } measures)
        {
            keyResult = measures.Text(keyResult.Measuring);
        }

        if (at.Optional("cancelledOn") is { } cancelled)
        {
            keyResult = keyResult.Cancelled(cancelled.Date());
        }

        foreach (var place in at.Optional("checkIns")?.Items() ?? [])
        {
            var known = keyResult;
            var checkIn = ReadCheckIn(place);
            keyResult = place.Make(() => known.With(checkIn));
        }

        return keyResult;
    }

    private static Goal ReadGoal(JsonPlace at)
    {
        var kind = at.Required("kind");
        switch (kind.Text())
        {
            case "fromTo":
                at.Allow("kind", "start", "target");
                var start = at.Required("start").Number();
                var target = at.Required("target").Number();
                return at.Make(() => Goal.FromTo(start, target));
            case "atLeast":
                at.Allow("kind", "target", "reading");
                var goal = at.Required("target").Number(Goal.AtLeast);
                return at.Optional("reading") is { } reading && reading.Enum<ReachReading>() == ReachReading.ShareOfTarget
                    ? reading.Make(goal.CountingFromZero)
                    : goal;
            case "atMost":
                at.Allow("kind", "target");
                return at.Required("target").Number(Goal.AtMost);
            case "count":
                at.Allow("kind", "target");
                return at.Required("target").Number(Goal.Count);
            case "keepWithin":
                at.Allow("kind", "band");
                return Goal.KeepWithin(ReadBand(at.Required("band")));
            case "milestones":
                at.Allow("kind", "steps");
                List<Milestone> steps = [.. at.Required("steps").Items().Select(ReadMilestone)];
                return at.Make(() => Goal.Milestones(steps));
            case "yesNo":
                at.Allow("kind");
                return Goal.YesNo();
            case "allOf":
                at.Allow("kind", "parts");
                List<GoalPart> parts = [.. at.Required("parts").Items().Select(ReadPart)];
                return at.Make(() => Goal.AllOf(parts));
            case "minimumSample":
                at.Allow("kind", "sample", "goal");
                var inner = ReadGoal(at.Required("goal"));
                return at.Required("sample").Number(inner.WithMinimumSample);
            case var text:
                throw kind.Wrong($"'{text}' is not known; allowed are fromTo, atLeast, atMost, count, keepWithin, milestones, yesNo, allOf, minimumSample.");
        }
    }

    private static Milestone ReadMilestone(JsonPlace at)
    {
        at.Allow("name", "weight");
        var name = at.Required("name").Text();
        var weight = at.Optional("weight")?.Number() ?? 1m;
        return at.Make(() => Milestone.Of(name, weight));
    }

    private static GoalPart ReadPart(JsonPlace at)
    {
        at.Allow("name", "goal");
        var name = at.Required("name").Text();
        var goal = ReadGoal(at.Required("goal"));
        return at.Make(() => Goal.Part(name, goal));
    }

    private static CheckIn ReadCheckIn(JsonPlace at)
    {
        at.Allow("date", "value", "part", "sample", "confidence", "note", "author");
        var date = at.Required("date").Date();
        var checkIn = at.Optional("value")?.Number(value => CheckIn.On(date, value)) ?? CheckIn.WithoutValue(date);
        if (at.Optional("part") is { } part)
        {
            checkIn = part.Text(checkIn.Of);
        }

        if (at.Optional("sample") is { } sample)
        {
            checkIn = sample.Number(checkIn.FromSample);
        }

        if (at.Optional("confidence") is { } confidence)
        {
            checkIn = checkIn.With(confidence.Number(Confidence.Of));
        }

        if (at.Optional("note") is { } note)
        {
            checkIn = note.Text(checkIn.Noting);
        }

        return at.Optional("author") is { } author ? author.Text(checkIn.By) : checkIn;
    }

    private static Initiative ReadInitiative(JsonPlace at)
    {
        at.Allow("id", "title", "owner", "status", "due");
        var id = at.Required("id").Text(InitiativeId.Of);
        var initiative = at.Required("title").Text(title => Initiative.Define(id, title));
        if (at.Optional("owner") is { } owner)
        {
            initiative = owner.Text(initiative.OwnedBy);
        }

        if (at.Optional("status") is { } status)
        {
            initiative = initiative.Now(status.Enum<InitiativeStatus>());
        }

        return at.Optional("due") is { } due ? initiative.DueBy(due.Date()) : initiative;
    }

    private static MeasurementSeries ReadSeries(JsonPlace at)
    {
        at.Allow("kpi", "values");
        var kpi = at.Required("kpi").Text(KpiId.Of);
        return MeasurementSeries.Of(kpi, List(at, "values", ReadMeasurement));
    }

    private static Measurement ReadMeasurement(JsonPlace at)
    {
        at.Allow("date", "at", "value", "weight", "denominator", "segment", "knownOn", "restates");
        var value = at.Required("value");
        var measurement = (at.Optional("date")?.Date(), at.Optional("at")?.Instant()) switch
        {
            ({ } date, null) => value.Number(number => Measurement.On(date, number)),
            (null, { } instant) => value.Number(number => Measurement.AtInstant(instant, number)),
            _ => throw at.Wrong("a measurement has exactly one of date and at."),
        };
        if (at.Optional("weight") is { } weight)
        {
            measurement = weight.Number(measurement.Weighing);
        }

        if (at.Optional("denominator") is { } denominator)
        {
            measurement = denominator.Number(measurement.OutOf);
        }

        if (at.Optional("segment") is { } segment)
        {
            measurement = measurement.For(ReadSegment(segment));
        }

        var knownOn = at.Optional("knownOn")?.Date();
        if (at.Optional("restates") is { } restates && restates.True())
        {
            return measurement.Restating(knownOn ?? throw restates.Wrong("a measurement that restates needs knownOn, the day it became known."));
        }

        return knownOn is { } day ? measurement.Known(day) : measurement;
    }

    private static Segment ReadSegment(JsonPlace at)
    {
        at.Allow("dimension", "name");
        var dimension = at.Required("dimension").Text();
        var name = at.Required("name").Text();
        return at.Make(() => Segment.Of(dimension, name));
    }
}
