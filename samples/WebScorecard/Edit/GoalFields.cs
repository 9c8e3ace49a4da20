using Microsoft.Extensions.Primitives;
using OkrKpi;
using OkrKpi.Goals;
using WebScorecard.Pages;
using static WebScorecard.Edit.FormValues;

namespace WebScorecard.Edit;

/// <summary>A goal in a form: every kind the library has, each with fields of its own.</summary>
internal static class GoalFields
{
    /// <summary>How many parts a goal of parts may have here.</summary>
    public const int MostParts = 5;

    /// <summary>The kinds, the usual ones first; also the ends of the keys of their texts, and with them what they ask for.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["fromTo"] = ["start", "target"],
        ["atLeast"] = ["target"],
        ["atMost"] = ["target"],
        ["moreThan"] = ["target"],
        ["lessThan"] = ["target"],
        ["count"] = ["target"],
        ["yesNo"] = [],
        ["milestones"] = [],
        ["keepWithin"] = ["low", "high"],
        ["checkpoints"] = [],
        ["zones"] = ["baseline", "commit", "target", "stretch"],
        ["ordinal"] = [],
        ["baseline"] = [],
        ["allOf"] = [],
        ["weighted"] = [],
    };

    private static readonly string[] Names =
    [
        "start", "target", "low", "high", "every", "baseline", "commit", "stretch", "commitWords", "targetWords", "stretchWords", "lines", "partial",
        "reading", "rate", "sample",
    ];

    /// <summary>Whether a kind can be read in more than one way.</summary>
    public static bool HasReading(string kind) => kind is "atLeast" or "atMost";

    /// <summary>Whether a kind can be asked for every period.</summary>
    public static bool HasRate(string kind) => HasReading(kind) || kind is "fromTo" or "moreThan" or "lessThan" or "count" or "checkpoints" or "zones";

    /// <summary>Whether a kind can have a minimum of answers behind its value.</summary>
    public static bool HasSample(string kind) => HasRate(kind) || kind == "yesNo";

    /// <summary>The kinds a part of a goal may have.</summary>
    public static readonly string[] PartKinds = ["fromTo", "atLeast", "atMost", "count", "yesNo"];

    public static bool AreGiven(Fields fields) => fields.OptionalText("goal") is not null;

    public static Goal Read(Fields fields)
    {
        var goal = OfKind(fields.Text("goal"), fields, "");
        goal = goal is not ReachGoal reach ? goal : fields.OptionalChoice<ReachReading>("reading") switch
        {
            ReachReading.MetOrNot => reach.MetOrNot(),
            ReachReading.DistanceFromTarget => reach.ByDistance(),
            ReachReading.FromFirstValue => reach.FromFirstValue(),
            null => goal,
        };
        goal = fields.OptionalChoice<Cadence>("rate") is { } every ? goal.Per(every) : goal;
        return fields.OptionalNumber("sample") is { } sample ? goal.WithMinimumSample(sample) : goal;
    }

    /// <summary>Whether the form can say all that a goal says, so that saving it again changes nothing.</summary>
    public static bool CanSay(Goal goal)
    {
        var parts = PartsOf(goal).SelectMany((part, index) => new[]
        {
            ($"part{index}name", part.Name), ($"part{index}kind", KindOf(part.Goal)), ($"part{index}start", Value(part.Goal, "start")),
            ($"part{index}target", Value(part.Goal, "target")), ($"part{index}weight", Of(part.Weight)),
        });
        var fields = Names.Select(name => (name, Value(goal, name))).Concat(parts).Append(("goal", KindOf(goal))).Where(each => each.Item2 is not null);
        try
        {
            return Read(new(new FormCollection(fields.ToDictionary(each => each.Item1, each => new StringValues(each.Item2))))).Equals(goal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static string KindOf(Goal goal) => goal switch
    {
        MinimumSampleGoal sampled => KindOf(sampled.Goal),
        RateGoal rate => KindOf(rate.Goal),
        FromToGoal => "fromTo",
        ReachGoal reach => reach.Boundary == Boundary.Inclusive
            ? reach.Direction == Direction.LowerIsBetter ? "atMost" : "atLeast"
            : reach.Direction == Direction.LowerIsBetter ? "lessThan" : "moreThan",
        CountGoal => "count",
        MilestonesGoal => "milestones",
        KeepWithinGoal => "keepWithin",
        CheckpointsGoal => "checkpoints",
        ZonesGoal => "zones",
        OrdinalGoal => "ordinal",
        BaselineGoal => "baseline",
        AllOfGoal => "allOf",
        WeightedGoal => "weighted",
        _ => "yesNo",
    };

    /// <summary>What stands in a field for a goal; null when it asks for nothing there.</summary>
    public static string? Value(Goal? goal, string field) => (goal, field) switch
    {
        (MinimumSampleGoal sampled, "sample") => Of(sampled.MinimumSample),
        (MinimumSampleGoal sampled, _) => Value(sampled.Goal, field),
        (RateGoal rate, "rate") => rate.Cadence.ToString(),
        (RateGoal rate, _) => Value(rate.Goal, field),
        (FromToGoal way, "start") => Of(way.Start),
        (FromToGoal way, "target") => Of(way.Target),
        (ReachGoal reach, "target") => Of(reach.Target),
        (ReachGoal reach, "reading") => reach.Reading.ToString(),
        (CountGoal count, "target") => Of(count.Target),
        (KeepWithinGoal keep, "low") => Of(keep.Band.Low),
        (KeepWithinGoal keep, "high") => Of(keep.Band.High),
        (KeepWithinGoal keep, "every") => keep.Cadence.ToString(),
        (ZonesGoal zones, "baseline") => Of(zones.Baseline),
        (ZonesGoal zones, "commit") => Of(zones.Commit),
        (ZonesGoal zones, "target") => Of(zones.Target),
        (ZonesGoal zones, "stretch") => Of(zones.Stretch),
        (OrdinalGoal words, "commitWords") => words.Commit,
        (OrdinalGoal words, "targetWords") => words.Target,
        (OrdinalGoal words, "stretchWords") => words.Stretch,
        (MilestonesGoal steps, "lines") => string.Join('\n', steps.Steps.Select(step => step.Weight == 1m ? step.Name : $"{step.Name} = {Of(step.Weight)}")),
        (MilestonesGoal { GivesPartialCredit: true }, "partial") => "true",
        (CheckpointsGoal points, "lines") => string.Join('\n', points.Points.Select(point => $"{Of(point.Value)} = {Of(point.Progress * 100m)}")),
        _ => null,
    };

    /// <summary>The parts of a goal.</summary>
    public static IReadOnlyList<GoalPart> PartsOf(Goal? goal) => goal switch
    {
        AllOfGoal all => all.Parts,
        WeightedGoal weighted => weighted.Parts,
        _ => [],
    };

    private static Goal OfKind(string kind, Fields fields, string part) => kind switch
    {
        "fromTo" => Goal.FromTo(fields.Number(part + "start"), fields.Number(part + "target")),
        "atLeast" => Goal.AtLeast(fields.Number(part + "target")),
        "atMost" => Goal.AtMost(fields.Number(part + "target")),
        "moreThan" => Goal.MoreThan(fields.Number(part + "target")),
        "lessThan" => Goal.LessThan(fields.Number(part + "target")),
        "count" => Goal.Count(fields.Number(part + "target")),
        "yesNo" => Goal.YesNo(),
        "milestones" => Partial(Goal.Milestones(Pairs(fields, 1m).Select(each => Milestone.Of(each.Name, each.Number))), fields),
        "keepWithin" => Goal.KeepWithin(Band(fields.OptionalNumber("low"), fields.OptionalNumber("high"))).Every(fields.Choice<Cadence>("every")),
        "checkpoints" => Goal.Checkpoints(Pairs(fields, null).Select(each => Checkpoint.At(Fields.Number(each.Name, each.Name), each.Number / 100m))),
        "zones" => Goal.Zones(fields.Number("baseline"), fields.Number("commit"), fields.Number("target"), fields.Number("stretch")),
        "ordinal" => Goal.Ordinal(fields.Text("commitWords"), fields.Text("targetWords"), fields.Text("stretchWords")),
        "baseline" => Goal.FindBaseline(),
        "allOf" => Goal.AllOf(Parts(fields)),
        "weighted" => Goal.Weighted(Parts(fields)),
        _ => throw new ArgumentException(Texts.Text("ChooseOne", kind)),
    };

    private static IEnumerable<GoalPart> Parts(Fields fields)
    {
        for (var index = 0; index < MostParts; index++)
        {
            if (fields.OptionalText($"part{index}name") is { } name)
            {
                var part = Goal.Part(name.Trim(), OfKind(fields.Text($"part{index}kind"), fields, $"part{index}"));
                yield return fields.OptionalNumber($"part{index}weight") is { } weight ? part.Weighing(weight) : part;
            }
        }
    }

    private static MilestonesGoal Partial(MilestonesGoal goal, Fields fields) => fields.Text("partial") == "true" ? goal.WithPartialCredit() : goal;

    private static Band Band(decimal? low, decimal? high) => (low, high) switch
    {
        ({ } from, { } to) => OkrKpi.Band.Between(from, to),
        ({ } from, null) => OkrKpi.Band.AtLeast(from),
        (null, { } to) => OkrKpi.Band.AtMost(to),
        (null, null) => throw new ArgumentException(Texts.Text("NoNumber", "")),
    };

    // Lines such as "draft = 2"; what stands behind the last sign is a number.
    private static IEnumerable<(string Name, decimal Number)> Pairs(Fields fields, decimal? otherwise) => fields.Lines("lines").Select(line =>
        line.LastIndexOf('=') is >= 0 and var sign
            ? (line[..sign].Trim(), Fields.Number(line[(sign + 1)..].Trim(), line))
            : (line, otherwise ?? throw new ArgumentException(Texts.Text("NoNumber", line))));
}
