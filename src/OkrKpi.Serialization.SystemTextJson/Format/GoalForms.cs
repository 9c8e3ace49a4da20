using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The goals of key results.</summary>
internal static class GoalForms
{
    internal static readonly JsonForm<Milestone> Milestone = new ObjectForm<Milestone, MilestoneParts>("milestone", "A step on the way.", static form => form
        .Required("name", Text, static step => step.Name, static (ref parts, value) => parts.Name = value, "Its name, unique in the goal.")
        .Optional(
            "weight", Number, static step => step.Weight == 1m ? null : step.Weight, static (ref parts, value) => parts.Weight = value,
            "How much it counts, above 0; 1 without it.")
        .Build(static (ref _, ref parts) => OkrKpi.Goals.Milestone.Of(parts.Name!, parts.Weight)));

    internal static readonly JsonForm<GoalPart> Part = new ObjectForm<GoalPart, PartParts>("goalPart", "A part of a goal, with a goal of its "
        + "own.", static form => form
        .Required("name", Text, static part => part.Name, static (ref parts, value) => parts.Name = value, "Its name, unique in the goal.")
        .Required(
            "goal", new LaterForm<Goal>(static () => Goal!), static part => part.Goal, static (ref parts, value) => parts.Goal = value,
            "What is to be reached in it; no goal with parts of its own.")
        .Optional(
            "weight", Number, static part => part.Weight == 1m ? null : part.Weight, static (ref parts, value) => parts.Weight = value,
            "How much it counts in a goal of weighted parts, above 0; 1 without it.")
        .Build(static (ref _, ref parts) => OkrKpi.Goal.Part(parts.Name!, parts.Goal!) is var part && parts.Weight == 1m ? part : part.Weighing(parts.Weight)));

    internal static readonly JsonForm<Checkpoint> Checkpoint =
        new ObjectForm<Checkpoint, CheckpointParts>("checkpoint", "A value on the way, and how far one is there.", static form => form
        .Required("value", Number, static point => point.Value, static (ref parts, value) => parts.Value = value, "The value.")
        .Required(
            "progress", Number, static point => point.Progress, static (ref parts, value) => parts.Progress = value, "The progress there, 1 at the target.")
        .Build(static (ref _, ref parts) => OkrKpi.Goals.Checkpoint.At(parts.Value, parts.Progress)));

    internal static readonly JsonForm<Goal> Goal = DeclareGoal();

    private static TaggedForm<Goal> DeclareGoal()
    {
        var goal = new LaterForm<Goal>(static () => Goal!);
        return new TaggedForm<Goal>("goal", "What a key result is to reach.")
            .Kind<FromToGoal, RangeParts>("fromTo", "From a start to a target, in either direction.", static each => each as FromToGoal, static form => form
                .Required("start", Number, static each => each.Start, static (ref parts, value) => parts.Start = value, "Where it starts.")
                .Required(
                    "target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value,
                    "Where it is to arrive; other than the start.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.FromTo(parts.Start, parts.Target)))
            .Kind<Goal, GoalParts>("atLeast", "A number to reach or exceed.",
                static each => each is ReachGoal { Direction: Direction.HigherIsBetter } ? each : null, static form => DeclareReach(form)
                .Build(static (ref json, ref parts) => Reach(ref json, parts, parts.Boundary == Boundary.Exclusive ? OkrKpi.Goal.MoreThan(parts.Target)
                    : OkrKpi.Goal.AtLeast(parts.Target))))
            .Kind<Goal, GoalParts>("atMost", "A number not to exceed.",
                static each => each is ReachGoal { Direction: not Direction.HigherIsBetter } ? each : null, static form => DeclareReach(form)
                .Build(static (ref json, ref parts) => Reach(ref json, parts, parts.Boundary == Boundary.Exclusive ? OkrKpi.Goal.LessThan(parts.Target)
                    : OkrKpi.Goal.AtMost(parts.Target))))
            .Kind<CountGoal, GoalParts>("count", "A number of things to do, counted from zero.", static each => each as CountGoal, static form => form
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "How many.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Count(parts.Target)))
            .Kind<KeepWithinGoal, GoalParts>("keepWithin", "A band to stay in.", static each => each as KeepWithinGoal, static form => form
                .Required("band", MeasureForms.Band, static each => each.Band, static (ref parts, value) => parts.Band = value, "The band.")
                .Optional(
                    "reading", EnumForm<KeepReading>.Instance, static each => each.Reading == KeepReading.ShareOfReported ? null : each.Reading,
                    static (ref parts, value) => parts.Keep = value, "What the progress is a share of; of the check-ins reported without it.")
                .Optional(
                    "every", EnumForm<Cadence>.Instance, static each => each.Cadence == Cadence.Week ? null : each.Cadence,
                    static (ref parts, value) => parts.Every = value, "How often a check-in is planned; every week without it.")
                .Optional(
                    "boundary", EnumForm<Boundary>.Instance, static each => each.Boundary == Boundary.Inclusive ? null : each.Boundary,
                    static (ref parts, value) => parts.Boundary = value, "Whether the ends of the band belong to it; they do without it.")
                .Optional(
                    "tolerance", Number, static each => each.Tolerance == 0m ? null : each.Tolerance, static (ref parts, value) => parts.Tolerance = value,
                    "How far outside the band is still within it; 0 without it.")
                .Optional(
                    "riskBand", MeasureForms.Band, static each => each.RiskBand, static (ref parts, value) => parts.RiskBand = value,
                    "A wider band; between the two the goal is at risk, outside it is broken.")
                .Build(static (ref json, ref parts) =>
                {
                    var keep = OkrKpi.Goal.KeepWithin(parts.Band!).Read(parts.Keep);
                    json.At("every");
                    keep = keep.Every(parts.Every);
                    keep = parts.Boundary == Boundary.Exclusive ? keep.Strictly() : keep;
                    json.At("tolerance");
                    keep = parts.Tolerance is { } distance ? keep.WithTolerance(distance) : keep;
                    json.At("riskBand");
                    return parts.RiskBand is { } outer ? keep.AtRiskOutside(outer) : keep;
                }))
            .Kind<MilestonesGoal, GoalParts>("milestones", "Steps to complete.", static each => each as MilestonesGoal, static form => form
                .Required(
                    "steps", new ListForm<Milestone>(Milestone), static each => each.Steps, static (ref parts, value) => parts.Steps = value,
                    "The steps, at least one.")
                .Optional(
                    "partialCredit", True, static each => each.GivesPartialCredit ? true : null, static (ref parts, value) => parts.IsSpecial = value,
                    "True when a step half done counts half.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Milestones(parts.Steps!) is var goal && parts.IsSpecial ? goal.WithPartialCredit() : goal))
            .Kind<YesNoGoal, GoalParts>("yesNo", "Done or not.", static each => each as YesNoGoal, static form => form
                .Build(static (ref _, ref _) => OkrKpi.Goal.YesNo()))
            .Kind<AllOfGoal, GoalParts>("allOf", "Several parts, all of which are to be reached.", static each => each as AllOfGoal, static form => form
                .Required("parts", new ListForm<GoalPart>(Part), static each => each.Parts, static (ref parts, value) => parts.Parts = value, "The parts.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.AllOf(parts.Parts!)))
            .Kind<WeightedGoal, GoalParts>("weighted", "Several parts, each counting by its weight.", static each => each as WeightedGoal, static form => form
                .Required("parts", new ListForm<GoalPart>(Part), static each => each.Parts, static (ref parts, value) => parts.Parts = value, "The parts.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Weighted(parts.Parts!)))
            .Kind<CheckpointsGoal, GoalParts>("checkpoints", "A way through uneven steps.", static each => each as CheckpointsGoal, static form => form
                .Required(
                    "points", new ListForm<Checkpoint>(Checkpoint), static each => each.Points, static (ref parts, value) => parts.Points = value,
                    "The values on the way, in order, at least two.")
                .Optional(
                    "nothingBelowFirst", True, static each => each.IsNothingBelowFirst ? true : null, static (ref parts, value) => parts.IsSpecial = value,
                    "True when short of the first value there is no progress at all.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("points");
                    var goal = OkrKpi.Goal.Checkpoints(parts.Points!);
                    return parts.IsSpecial ? goal.WithNothingBelowFirst() : goal;
                }))
            .Kind<ZonesGoal, GoalParts>("zones", "Commit, target and stretch on the way from a baseline.", static each => each as ZonesGoal, static form => form
                .Required("baseline", Number, static each => each.Baseline, static (ref parts, value) => parts.Start = value, "Where it starts.")
                .Required("commit", Number, static each => each.Commit, static (ref parts, value) => parts.Commit = value, "What is promised.")
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "What is aimed at.")
                .Required("stretch", Number, static each => each.Stretch, static (ref parts, value) => parts.Stretch = value, "What would be outstanding.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Zones(parts.Start, parts.Commit, parts.Target, parts.Stretch)))
            .Kind<OrdinalGoal, GoalParts>("ordinal", "Commit, target and stretch in words.", static each => each as OrdinalGoal, static form => form
                .Required("commit", Text, static each => each.Commit, static (ref parts, value) => parts.CommitText = value, "What is promised.")
                .Required("target", Text, static each => each.Target, static (ref parts, value) => parts.TargetText = value, "What is aimed at.")
                .Required("stretch", Text, static each => each.Stretch, static (ref parts, value) => parts.StretchText = value, "What would be outstanding.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Ordinal(parts.CommitText!, parts.TargetText!, parts.StretchText!)))
            .Kind<BaselineGoal, GoalParts>("findBaseline", "To find out where one stands.", static each => each as BaselineGoal, static form => form
                .Build(static (ref _, ref _) => OkrKpi.Goal.FindBaseline()))
            .Kind<RateGoal, GoalParts>("rate", "A goal that the sum of the check-ins of each period is to reach.", static each => each as RateGoal, form => form
                .Required("goal", goal, static each => each.Goal, static (ref parts, value) => parts.Goal = value, "What a period is to reach.")
                .Required("every", EnumForm<Cadence>.Instance, static each => each.Cadence, static (ref parts, value) => parts.Every = value, "The period.")
                .Optional(
                    "meanOfLast", Integer, static each => each.Periods == 1 ? null : each.Periods, static (ref parts, value) => parts.Periods = value,
                    "Of how many of the last periods the mean is taken; 1 without it.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("every");
                    var rate = parts.Goal!.Per(parts.Every);
                    json.At("meanOfLast");
                    return parts.Periods is { } periods ? rate.MeanOfLast(periods) : rate;
                }))
            .Kind<MinimumSampleGoal,
            GoalParts>("minimumSample", "A goal that is judged only when enough people have answered.", static each => each as MinimumSampleGoal, form => form
                .Required(
                    "sample", Number, static each => each.MinimumSample, static (ref parts, value) => parts.Sample = value, "The least number of answers.")
                .Required("goal", goal, static each => each.Goal, static (ref parts, value) => parts.Goal = value, "What is to be reached.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("sample");
                    return parts.Goal!.WithMinimumSample(parts.Sample);
                }));
    }

    private static ObjectForm<Goal, GoalParts> DeclareReach(ObjectForm<Goal, GoalParts> form) => form
        .Required("target", Number, static each => ((ReachGoal)each).Target, static (ref parts, value) => parts.Target = value, "The number.")
        .Optional("reading", EnumForm<KeptReading>.Instance, static each => Kept((ReachGoal)each), static (ref parts, value) => parts.Reading = value,
            "How progress towards it is read; without it from where it was first seen, or met or not when the number itself is no good. What says "
            + "shareOfTarget is read as a count.")
        .Optional(
            "boundary", EnumForm<Boundary>.Instance, static each => ((ReachGoal)each).Boundary is var boundary and not Boundary.Inclusive ? boundary : null,
            static (ref parts, value) => parts.Boundary = value, "Whether the number itself is good; it is without it.");

    private static KeptReading? Kept(ReachGoal goal) => goal.Reading switch
    {
        ReachReading.MetOrNot => goal.Boundary == Boundary.Exclusive ? null : KeptReading.MetOrNot,
        ReachReading.DistanceFromTarget => KeptReading.DistanceFromTarget,
        ReachReading.FromFirstValue => null,
    };

    private static Goal Reach(ref JsonSource json, GoalParts parts, ReachGoal goal)
    {
        json.At("reading");
        return parts.Reading is not { } reading ? goal : reading switch
        {
            KeptReading.ShareOfTarget when goal is { Direction: Direction.HigherIsBetter, Boundary: Boundary.Inclusive } => OkrKpi.Goal.Count(goal.Target),
            KeptReading.ShareOfTarget => throw new InvalidOperationException($"'{goal}' has no share of the target: only what is counted from zero has."),
            KeptReading.DistanceFromTarget => goal.ByDistance(),
            KeptReading.FromFirstValue => goal.FromFirstValue(),
            KeptReading.MetOrNot => goal.MetOrNot(),
        };
    }

    /// <summary>The readings in documents, with one that is a goal of its own by now.</summary>
    private enum KeptReading
    {
        MetOrNot = 1,
        ShareOfTarget = 2,
        DistanceFromTarget = 3,
        FromFirstValue = 4,
    }

    private sealed class CheckpointParts
    {
        internal decimal Value;
        internal decimal Progress;
    }

    private sealed class MilestoneParts
    {
        internal string? Name;
        internal decimal Weight = 1m;
    }

    private sealed class PartParts
    {
        internal string? Name;
        internal Goal? Goal;
        internal decimal Weight = 1m;
    }

    /// <summary>A struct, because most goals are of this kind.</summary>
    private struct RangeParts
    {
        internal decimal Start;
        internal decimal Target;
    }

    private sealed class GoalParts
    {
        internal decimal Start;
        internal decimal Target;
        internal decimal Sample;
        internal KeptReading? Reading;
        internal Band? Band;
        internal Goal? Goal;
        internal Boundary Boundary = Boundary.Inclusive;
        internal KeepReading Keep = KeepReading.ShareOfReported;
        internal Cadence Every = Cadence.Week;
        internal int? Periods;
        internal decimal? Tolerance;
        internal Band? RiskBand;
        internal decimal Commit;
        internal decimal Stretch;
        internal string? CommitText;
        internal string? TargetText;
        internal string? StretchText;
        internal bool IsSpecial;
        internal IReadOnlyList<Checkpoint>? Points;
        internal IReadOnlyList<Milestone>? Steps;
        internal IReadOnlyList<GoalPart>? Parts;
    }
}
