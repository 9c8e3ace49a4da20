using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The goals of key results.</summary>
internal static class GoalForms
{
    internal static readonly JsonForm<Milestone> Milestone = new ObjectForm<Milestone, MilestoneParts>("milestone", "A step on the way.")
        .Required("name", Text, static step => step.Name, static (ref parts, value) => parts.Name = value, "Its name, unique in the goal.")
        .Optional("weight", Number, static step => step.Weight == 1m ? null : step.Weight, static (ref parts, value) => parts.Weight = value, "How much it counts, above 0; 1 without it.")
        .Build(static (ref _, ref parts) => OkrKpi.Milestone.Of(parts.Name!, parts.Weight));

    internal static readonly JsonForm<GoalPart> Part = new ObjectForm<GoalPart, PartParts>("goalPart", "A part of a goal, with a goal of its own.")
        .Required("name", Text, static part => part.Name, static (ref parts, value) => parts.Name = value, "Its name, unique in the goal.")
        .Required("goal", new LaterForm<Goal>(static () => Goal!), static part => part.Goal, static (ref parts, value) => parts.Goal = value, "What is to be reached in it; no goal with parts of its own.")
        .Build(static (ref json, ref parts) => OkrKpi.Goal.Part(parts.Name!, parts.Goal!));

    internal static readonly JsonForm<Goal> Goal = DeclareGoal();

    private static TaggedForm<Goal> DeclareGoal()
    {
        var goal = new LaterForm<Goal>(static () => Goal!);
        return new TaggedForm<Goal>("goal", "What a key result is to reach.")
            .Kind<FromToGoal, GoalParts>("fromTo", "From a start to a target, in either direction.", static each => each as FromToGoal, static form => form
                .Required("start", Number, static each => each.Start, static (ref parts, value) => parts.Start = value, "Where it starts.")
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "Where it is to arrive; other than the start.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.FromTo(parts.Start, parts.Target)))
            .Kind<ReachGoal, GoalParts>("atLeast", "A number to reach or exceed.", static each => each is ReachGoal { Direction: Direction.HigherIsBetter } reach ? reach : null, static form => form
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "The number.")
                .Optional("reading", EnumForm<ReachReading>.Instance, static each => each.Reading == ReachReading.MetOrNot ? null : each.Reading, static (ref parts, value) => parts.Reading = value, "Met or not, or the share of the target counted from zero; met or not without it.")
                .Build(static (ref json, ref parts) =>
                {
                    var reach = OkrKpi.Goal.AtLeast(parts.Target);
                    json.At("reading");
                    return parts.Reading == ReachReading.ShareOfTarget ? reach.CountingFromZero() : reach;
                }))
            .Kind<ReachGoal, GoalParts>("atMost", "A number not to exceed.", static each => each is ReachGoal { Direction: not Direction.HigherIsBetter } reach ? reach : null, static form => form
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "The number.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.AtMost(parts.Target)))
            .Kind<CountGoal, GoalParts>("count", "A number of things to do, counted from zero.", static each => each as CountGoal, static form => form
                .Required("target", Number, static each => each.Target, static (ref parts, value) => parts.Target = value, "How many.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Count(parts.Target)))
            .Kind<KeepWithinGoal, GoalParts>("keepWithin", "A band to stay in.", static each => each as KeepWithinGoal, static form => form
                .Required("band", MeasureForms.Band, static each => each.Band, static (ref parts, value) => parts.Band = value, "The band, ends included.")
                .Build(static (ref json, ref parts) => OkrKpi.Goal.KeepWithin(parts.Band!)))
            .Kind<MilestonesGoal, GoalParts>("milestones", "Steps to complete.", static each => each as MilestonesGoal, static form => form
                .Required("steps", new ListForm<Milestone>(Milestone), static each => each.Steps, static (ref parts, value) => parts.Steps = value, "The steps, at least one.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.Milestones(parts.Steps!)))
            .Kind<YesNoGoal, GoalParts>("yesNo", "Done or not.", static each => each as YesNoGoal, static form => form
                .Build(static (ref _, ref _) => OkrKpi.Goal.YesNo()))
            .Kind<AllOfGoal, GoalParts>("allOf", "Several parts, all of which are to be reached.", static each => each as AllOfGoal, static form => form
                .Required("parts", new ListForm<GoalPart>(Part), static each => each.Parts, static (ref parts, value) => parts.Parts = value, "The parts.")
                .Build(static (ref _, ref parts) => OkrKpi.Goal.AllOf(parts.Parts!)))
            .Kind<MinimumSampleGoal, GoalParts>("minimumSample", "A goal that is judged only when enough people have answered.", static each => each as MinimumSampleGoal, form => form
                .Required("sample", Number, static each => each.MinimumSample, static (ref parts, value) => parts.Sample = value, "The least number of answers.")
                .Required("goal", goal, static each => each.Goal, static (ref parts, value) => parts.Goal = value, "What is to be reached.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("sample");
                    return parts.Goal!.WithMinimumSample(parts.Sample);
                }));
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
    }

    private sealed class GoalParts
    {
        internal decimal Start;
        internal decimal Target;
        internal decimal Sample;
        internal ReachReading Reading;
        internal Band? Band;
        internal Goal? Goal;
        internal IReadOnlyList<Milestone>? Steps;
        internal IReadOnlyList<GoalPart>? Parts;
    }
}
