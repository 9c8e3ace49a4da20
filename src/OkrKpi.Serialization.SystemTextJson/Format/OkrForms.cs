using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Objectives with their key results, check-ins and initiatives.</summary>
internal static class OkrForms
{
    internal static readonly JsonForm<ObjectiveId> ObjectiveId = TextOf(OkrKpi.ObjectiveId.Of, static id => id.Value);

    internal static readonly JsonForm<KeyResultId> KeyResultId = TextOf(OkrKpi.KeyResultId.Of, static id => id.Value);

    internal static readonly JsonForm<InitiativeId> InitiativeId = TextOf(OkrKpi.InitiativeId.Of, static id => id.Value);

    internal static readonly JsonForm<Confidence> Confidence = NumberOf(OkrKpi.Confidence.Of, static confidence => confidence.Probability, 0m, 1m);

    internal static readonly JsonForm<Cycle> Cycle = new ObjectForm<Cycle, CycleParts>("cycle", "The time an objective is for.", static form => form
        .Optional("name", Text, static cycle => cycle.Name, static (ref parts, value) => parts.Name = value, "Its name, such as 2026-Q3; its dates without it.")
        .Required("start", Date, static cycle => cycle.Start, static (ref parts, value) => parts.Start = value, "Its first day.")
        .Required("end", Date, static cycle => cycle.End, static (ref parts, value) => parts.End = value, "Its last day.")
        .Build(static (ref _, ref parts) =>
        {
            var cycle = OkrKpi.Cycle.Between(parts.Start, parts.End);
            return parts.Name is { } name ? cycle.Named(name) : cycle;
        }));

    internal static readonly ObjectForm<CheckIn, CheckInParts> CheckIn =
        new ObjectForm<CheckIn, CheckInParts>("checkIn", "How a key result stood on a day.", static form => form
        .Required("date", Date, static each => each.Date, static (ref parts, value) => parts.Date = value, "The day.")
        .Optional(
            "value", Number, static each => each.Value, static (ref parts, value) => parts.Value = value,
            "The value of that day, in the unit of the key result; a step or a yes is 1 when done.")
        .Optional(
            "part", Text, static each => each.Part, static (ref parts, value) => parts.Part = value, "The milestone or part it is of, where the goal has some.")
        .Optional("sample", Number, static each => each.Sample, static (ref parts, value) => parts.Sample = value, "How many people answered.")
        .Optional(
            "confidence", Confidence, static each => each.Confidence, static (ref parts, value) => parts.Confidence = value,
            "How sure people are to reach the goal, a probability from 0 to 1.")
        .Optional(
            "status", EnumForm<StatedStatus>.Instance, static each => each.Status, static (ref parts, value) => parts.Status = value,
            "How the team itself says it stands; it never enters a score.")
        .Optional("note", Text, static each => each.Note, static (ref parts, value) => parts.Note = value, "A remark.")
        .Optional("author", Text, static each => each.Author, static (ref parts, value) => parts.Author = value, "Who checked in.")
        .Optional(
            "withdrawnOn", Date, static each => each.WithdrawnOn, static (ref parts, value) => parts.WithdrawnOn = value,
            "The day from which on it does not count, because it was taken back.")
        .Build(static (ref _, ref parts) => CheckedIn(parts)));

    internal static readonly JsonForm<KeyResult> KeyResult =
        new ObjectForm<KeyResult, KeyResultParts>("keyResult", "One measurable result of an objective.", static form => form
        .Required("id", KeyResultId, static each => each.Id, static (ref parts, value) => parts.Id = value, "Its id, unique in the objective.")
        .Required("name", Text, static each => each.Name, static (ref parts, value) => parts.Name = value, "Its name, for people.")
        .Required("unit", MeasureForms.Unit, static each => each.Unit, static (ref parts, value) => parts.Unit = value, "What its values are numbers of.")
        .Required("goal", GoalForms.Goal, static each => each.Goal, static (ref parts, value) => parts.Goal = value, "What is to be reached.")
        .Optional(
            "weight", Number, static each => each.Weight == 1m ? null : each.Weight, static (ref parts, value) => parts.Weight = value,
            "How much it counts in the score of the objective; 0 is linked only, 1 without it.")
        .Optional(
            "pinnedShare", Number, static each => each.PinnedShare, static (ref parts, value) => parts.PinnedShare = value,
            "The share of the score it has whatever the weights, 0 to 1.")
        .Optional(
            "role", EnumForm<KeyResultRole>.Instance, static each => each.Role == KeyResultRole.Contributes ? null : each.Role,
            static (ref parts, value) => parts.Role = value, "What it is for in the objective; it contributes without it.")
        .Optional(
            "currentValue", EnumForm<CurrentValue>.Instance, static each => each.CurrentValue == CurrentValue.Latest ? null : each.CurrentValue,
            static (ref parts, value) => parts.CurrentValue = value, "How its check-ins make its current value; the latest without it.")
        .Optional("owner", Text, static each => each.Owner, static (ref parts, value) => parts.Owner = value, "Who answers for it.")
        .Optional("measures", KpiForms.Id, static each => each.Measures, static (ref parts, value) => parts.Measures = value, "The id of the KPI it measures.")
        .Optional(
            "predecessor", KeyResultId, static each => each.Predecessor, static (ref parts, value) => parts.Predecessor = value,
            "The id of the key result it carries on, in the objective that its objective carries on.")
        .Optional(
            "startedOn", Date, static each => each.StartedOn, static (ref parts, value) => parts.StartedOn = value,
            "The first day whose check-ins count, where that was in an earlier cycle.")
        .Optional("cancelledOn", Date, static each => each.CancelledOn, static (ref parts, value) => parts.CancelledOn = value, "The day it was given up.")
        .Optional(
            "postponedOn", Date, static each => each.PostponedOn, static (ref parts, value) => parts.PostponedOn = value,
            "The day it was put off to a later cycle.")
        .Optional("override", PaceForms.Override, static each => each.Override, static (ref parts, value) => parts.Override = value, "A score set by hand.")
        .Optional(
            "curve", PaceForms.Curve, static each => each.Curve, static (ref parts, value) => parts.Curve = value,
            "How its progress is expected to grow; as the scoring profile has it without it.")
        .Optional(
            "description", Text, static each => each.Description, static (ref parts, value) => parts.Description = value,
            "What there is to know about it beyond its name.")
        .Optional(
            "link", Link, static each => each.Link, static (ref parts, value) => parts.Link = value,
            "Where more of it stands, an absolute address with http or https.")
        .List("labels", Text, static each => each.Labels, static (ref parts, value) => parts.Labels = value, "The labels by which people find it.")
        .List("checkIns", CheckIn, static each => each.CheckIns, static (ref parts, value) => parts.CheckIns = value, "Its check-ins.")
        .Build(static (ref json, ref parts) =>
        {
            var keyResult = OkrKpi.KeyResult.Define(parts.Id!, parts.Name!, parts.Unit!, parts.Goal!);
            if (parts.Role is { } role)
            {
                keyResult = keyResult.As(role);
            }

            if (parts.CurrentValue is { } current)
            {
                keyResult = keyResult.Taking(current);
            }

            if (parts.Weight is { } weight)
            {
                keyResult = keyResult.Weighing(weight);
            }

            if (parts.Owner is { } owner)
            {
                keyResult = keyResult.OwnedBy(owner);
            }

            if (parts.Measures is { } measures)
            {
                keyResult = keyResult.Measuring(measures);
            }

            if (parts.Predecessor is { } predecessor)
            {
                keyResult = keyResult.Succeeding(predecessor);
            }

            if (parts.StartedOn is { } started)
            {
                keyResult = keyResult.Started(started);
            }

            if (parts.CancelledOn is { } cancelled)
            {
                keyResult = keyResult.Cancelled(cancelled);
            }

            if (parts.PinnedShare is { } share)
            {
                json.At("pinnedShare");
                keyResult = keyResult.PinnedAt(share);
                json.At();
            }

            if (parts.PostponedOn is { } postponed)
            {
                keyResult = keyResult.Postponed(postponed);
            }

            if (parts.Override is { } score)
            {
                keyResult = keyResult.Overridden(score);
            }

            if (parts.Curve is { } curve)
            {
                keyResult = keyResult.Paced(curve);
            }

            if (parts.Description is { } description)
            {
                keyResult = keyResult.Described(description);
            }

            if (parts.Link is { } link)
            {
                json.At("link");
                keyResult = keyResult.LinkedTo(link);
                json.At();
            }

            if (parts.Labels is { } labels)
            {
                json.At("labels");
                keyResult = keyResult.Labelled(labels);
                json.At();
            }

            return parts.CheckIns is { } checkIns ? json.Adding("checkIns", checkIns, keyResult, static (each, more) => each.With(more)) : keyResult;
        }));

    internal static readonly JsonForm<Initiative> Initiative =
        new ObjectForm<Initiative, InitiativeParts>("initiative", "Work under an objective; it never enters a score.", static form => form
        .Required("id", InitiativeId, static each => each.Id, static (ref parts, value) => parts.Id = value, "Its id, unique in the objective.")
        .Required("title", Text, static each => each.Title, static (ref parts, value) => parts.Title = value, "What is done.")
        .Optional("owner", Text, static each => each.Owner, static (ref parts, value) => parts.Owner = value, "Who does it.")
        .Optional(
            "status", EnumForm<InitiativeStatus>.Instance, static each => each.Status, static (ref parts, value) => parts.Status = value,
            "How far it is; planned without it.")
        .Optional("due", Date, static each => each.Due, static (ref parts, value) => parts.Due = value, "The day it is to be done by.")
        .Optional(
            "description", Text, static each => each.Description, static (ref parts, value) => parts.Description = value,
            "What there is to know about it beyond its name.")
        .Optional(
            "link", Link, static each => each.Link, static (ref parts, value) => parts.Link = value,
            "Where more of it stands, an absolute address with http or https.")
        .List("labels", Text, static each => each.Labels, static (ref parts, value) => parts.Labels = value, "The labels by which people find it.")
        .Build(static (ref json, ref parts) =>
        {
            var initiative = OkrKpi.Initiative.Define(parts.Id!, parts.Title!).Now(parts.Status);
            if (parts.Owner is { } owner)
            {
                initiative = initiative.OwnedBy(owner);
            }

            if (parts.Description is { } description)
            {
                initiative = initiative.Described(description);
            }

            if (parts.Link is { } link)
            {
                json.At("link");
                initiative = initiative.LinkedTo(link);
                json.At();
            }

            if (parts.Labels is { } labels)
            {
                json.At("labels");
                initiative = initiative.Labelled(labels);
                json.At();
            }

            return parts.Due is { } due ? initiative.DueBy(due) : initiative;
        }));

    internal static readonly JsonForm<Alignment> Alignment =
        new ObjectForm<Alignment, AlignmentParts>("alignment", "What an objective contributes to.", static form => form
        .Required(
            "objective", ObjectiveId, static link => link.Objective, static (ref parts, value) => parts.Objective = value, "The id of the other objective.")
        .Optional(
            "keyResult", KeyResultId, static link => link.KeyResult, static (ref parts, value) => parts.KeyResult = value,
            "The id of a key result of it; the objective as a whole without it.")
        .Optional(
            "kind", EnumForm<AlignmentKind>.Instance, static link => link.Kind == AlignmentKind.Contributes ? null : link.Kind,
            static (ref parts, value) => parts.Kind = value, "Whether its score flows into the other's; it does without it.")
        .Optional(
            "weight", Number, static link => link.Weight, static (ref parts, value) => parts.Weight = value,
            "How much it counts there; without it, as much as the key results there on average.")
        .Build(static (ref _, ref parts) =>
        {
            var link = OkrKpi.Alignment.To(parts.Objective!);
            link = parts.Weight is { } weight ? link.Weighing(weight) : link;
            link = parts.KeyResult is { } keyResult ? link.ToKeyResult(keyResult.Value) : link;
            return parts.Kind == AlignmentKind.Supports ? link.Supporting() : link;
        }));

    internal static readonly JsonForm<OrganisationUnit> OrganisationUnit =
        new ObjectForm<OrganisationUnit, UnitParts>("organisationUnit", "A company, department, team or person.", static form => form
        .Required("level", EnumForm<KpiLevel>.Instance, static unit => unit.Level, static (ref parts, value) => parts.Level = value, "What it is.")
        .Required("name", Text, static unit => unit.Name, static (ref parts, value) => parts.Name = value, "Its name, as objectives name it as owner.")
        .Optional("under", Text, static unit => unit.Under, static (ref parts, value) => parts.Under = value, "The name of the unit it belongs to.")
        .Build(static (ref _, ref parts) => parts.Level switch
        {
            KpiLevel.Company => OkrKpi.OrganisationUnit.Company(parts.Name!, parts.Under),
            KpiLevel.Department => OkrKpi.OrganisationUnit.Department(parts.Name!, parts.Under),
            KpiLevel.Team => OkrKpi.OrganisationUnit.Team(parts.Name!, parts.Under),
            KpiLevel.Individual => OkrKpi.OrganisationUnit.Person(parts.Name!, parts.Under),
        }));

    internal static readonly JsonForm<Organisation> Organisation = new MappedForm<Organisation, IReadOnlyList<OrganisationUnit>>(
        new ListForm<OrganisationUnit>(OrganisationUnit), static organisation => organisation.Units, static units => OkrKpi.Organisation.Of(units));

    internal static readonly JsonForm<Learning> Learning = new ObjectForm<Learning, LearningParts>("learning", "What an objective taught.", static form => form
        .Required("objective", ObjectiveId, static each => each.Objective, static (ref parts, value) => parts.Objective = value, "The id of the objective.")
        .Required("kind", EnumForm<LearningKind>.Instance, static each => each.Kind, static (ref parts, value) => parts.Kind = value, "Whether it worked.")
        .Required("text", Text, static each => each.Text, static (ref parts, value) => parts.Text = value, "What was learned.")
        .Required("on", Date, static each => each.RecordedOn, static (ref parts, value) => parts.On = value, "The day it was written down.")
        .Optional("author", Text, static each => each.Author, static (ref parts, value) => parts.Author = value, "Who wrote it down.")
        .Build(static (ref _, ref parts) =>
        {
            var learning = OkrKpi.Learning.Of(parts.Objective!, parts.Kind, parts.Text!, parts.On);
            return parts.Author is { } author ? learning.By(author) : learning;
        }));

    internal static readonly JsonForm<Objective> Objective =
        new ObjectForm<Objective, ObjectiveParts>("objective", "A qualitative aim for a cycle, with the results that tell whether it is reached.",
            static form => form
        .Required(
            "id", ObjectiveId, static each => each.Id, static (ref parts, value) => parts.Id = value, "Its id, unique among the objectives of the document.")
        .Required("title", Text, static each => each.Title, static (ref parts, value) => parts.Title = value, "The aim, in a sentence.")
        .Required("cycle", Cycle, static each => each.Cycle, static (ref parts, value) => parts.Cycle = value, "The time it is for.")
        .Optional("owner", Text, static each => each.Owner, static (ref parts, value) => parts.Owner = value, "The team or person it belongs to.")
        .Optional(
            "kind", EnumForm<ObjectiveKind>.Instance, static each => each.Kind == ObjectiveKind.Aspirational ? null : each.Kind,
            static (ref parts, value) => parts.Kind = value,
            "Committed, to be reached in full, or aspirational, where 0.7 is success; aspirational without it.")
        .Optional(
            "closedOn", Date, static each => each.ClosedOn, static (ref parts, value) => parts.ClosedOn = value,
            "The day it was closed, where that was before the end of the cycle.")
        .Optional("override", PaceForms.Override, static each => each.Override, static (ref parts, value) => parts.Override = value, "A score set by hand.")
        .Optional(
            "predecessor", ObjectiveId, static each => each.Predecessor, static (ref parts, value) => parts.Predecessor = value,
            "The id of the objective of an earlier cycle that it carries on.")
        .Optional(
            "description", Text, static each => each.Description, static (ref parts, value) => parts.Description = value,
            "What there is to know about it beyond its name.")
        .Optional(
            "link", Link, static each => each.Link, static (ref parts, value) => parts.Link = value,
            "Where more of it stands, an absolute address with http or https.")
        .List("labels", Text, static each => each.Labels, static (ref parts, value) => parts.Labels = value, "The labels by which people find it.")
        .List(
            "sharedWith", Text, static each => each.Sharers, static (ref parts, value) => parts.Sharers = value,
            "The teams that work on it together with the owner.")
        .List("alignments", Alignment, static each => each.Alignments, static (ref parts, value) => parts.Alignments = value, "What it contributes to.")
        .List(
            "addresses", KpiForms.Id, static each => each.Addresses, static (ref parts, value) => parts.Addresses = value, "The ids of the KPIs it is to move.")
        .List("keyResults", KeyResult, static each => each.KeyResults, static (ref parts, value) => parts.KeyResults = value, "Its key results.")
        .List("initiatives", Initiative, static each => each.Initiatives, static (ref parts, value) => parts.Initiatives = value, "The work under it.")
        .Build(static (ref json, ref parts) =>
        {
            var objective = OkrKpi.Objective.Define(parts.Id!, parts.Title!, parts.Cycle!);
            if (parts.Kind is { } kind)
            {
                objective = objective.As(kind);
            }

            if (parts.Owner is { } owner)
            {
                objective = objective.OwnedBy(owner);
            }

            if (parts.ClosedOn is { } closed)
            {
                json.At("closedOn");
                objective = objective.Closed(closed);
                json.At();
            }

            if (parts.Override is { } score)
            {
                objective = objective.Overridden(score);
            }

            if (parts.Predecessor is { } predecessor)
            {
                objective = objective.Succeeding(predecessor);
            }

            if (parts.Description is { } description)
            {
                objective = objective.Described(description);
            }

            if (parts.Link is { } link)
            {
                json.At("link");
                objective = objective.LinkedTo(link);
                json.At();
            }

            if (parts.Labels is { } labels)
            {
                json.At("labels");
                objective = objective.Labelled(labels);
                json.At();
            }

            if (parts.Sharers is { } teams)
            {
                objective = json.Adding("sharedWith", teams, objective, static (each, more) => each.SharedBy(more));
            }

            if (parts.Alignments is { } alignments)
            {
                objective = json.Adding("alignments", alignments, objective, static (each, more) => each.AlignedTo(more));
            }

            if (parts.Addresses is { } addresses)
            {
                objective = objective.Addressing(addresses);
            }

            if (parts.KeyResults is { } keyResults)
            {
                objective = json.Adding("keyResults", keyResults, objective, static (each, more) => each.With(more));
            }

            return parts.Initiatives is { } initiatives
                ? json.Adding("initiatives", initiatives, objective, static (each, more) => each.With(more))
                : objective;
        }));

    internal static CheckIn CheckedIn(in CheckInParts parts)
    {
        var checkIn = OkrKpi.CheckIn.Recorded(parts.Date, parts.Value, parts.Part, parts.Sample, parts.Confidence, parts.Note, parts.Author, parts.Status);
        return parts.WithdrawnOn is { } day ? checkIn.Withdrawn(day) : checkIn;
    }

    /// <summary>A struct, because documents hold very many.</summary>
    internal struct CheckInParts
    {
        internal LocalDate Date;
        internal decimal? Value;
        internal string? Part;
        internal decimal? Sample;
        internal Confidence? Confidence;
        internal StatedStatus? Status;
        internal string? Note;
        internal string? Author;
        internal LocalDate? WithdrawnOn;
    }

    private sealed class CycleParts
    {
        internal string? Name;
        internal LocalDate Start;
        internal LocalDate End;
    }

    /// <summary>A struct, because documents hold very many.</summary>
    private struct KeyResultParts
    {
        internal KeyResultId? Id;
        internal string? Name;
        internal Unit? Unit;
        internal Goal? Goal;
        internal decimal? Weight;
        internal string? Owner;
        internal KpiId? Measures;
        internal string? Description;
        internal Uri? Link;
        internal IReadOnlyList<string>? Labels;
        internal KeyResultId? Predecessor;
        internal LocalDate? StartedOn;
        internal LocalDate? CancelledOn;
        internal decimal? PinnedShare;
        internal KeyResultRole? Role;
        internal CurrentValue? CurrentValue;
        internal LocalDate? PostponedOn;
        internal ScoreOverride? Override;
        internal PaceCurve? Curve;
        internal IReadOnlyList<CheckIn>? CheckIns;
    }

    private sealed class InitiativeParts
    {
        internal InitiativeId? Id;
        internal string? Title;
        internal string? Owner;
        internal InitiativeStatus Status = InitiativeStatus.Planned;
        internal LocalDate? Due;
        internal string? Description;
        internal Uri? Link;
        internal IReadOnlyList<string>? Labels;
    }

    private sealed class AlignmentParts
    {
        internal ObjectiveId? Objective;
        internal KeyResultId? KeyResult;
        internal AlignmentKind Kind;
        internal decimal? Weight;
    }

    private sealed class UnitParts
    {
        internal KpiLevel Level;
        internal string? Name;
        internal string? Under;
    }

    private sealed class LearningParts
    {
        internal ObjectiveId? Objective;
        internal LearningKind Kind;
        internal string? Text;
        internal LocalDate On;
        internal string? Author;
    }

    private sealed class ObjectiveParts
    {
        internal string? Description;
        internal Uri? Link;
        internal IReadOnlyList<string>? Labels;
        internal ScoreOverride? Override;
        internal ObjectiveId? Predecessor;
        internal IReadOnlyList<string>? Sharers;
        internal IReadOnlyList<Alignment>? Alignments;
        internal ObjectiveId? Id;
        internal string? Title;
        internal Cycle? Cycle;
        internal string? Owner;
        internal ObjectiveKind? Kind;
        internal LocalDate? ClosedOn;
        internal IReadOnlyList<KpiId>? Addresses;
        internal IReadOnlyList<KeyResult>? KeyResults;
        internal IReadOnlyList<Initiative>? Initiatives;
    }
}
