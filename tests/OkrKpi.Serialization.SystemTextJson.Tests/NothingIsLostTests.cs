using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Whatever the domain keeps has its member in the document; a property that is new to the domain fails here until it has one.</summary>
public sealed class NothingIsLostTests
{
    private static readonly JsonObject Definitions = JsonNode.Parse(PortfolioJson.Schema())!["$defs"]!.AsObject();

    // The type, its definition in the schema, and the properties that are called otherwise ("Property: member") or follow from others ("Property").
    public static TheoryData<Type, string, string[]> Kept => new()
    {
        { typeof(Kpi), "kpi", ["IsWatched: direction", "IsZeroWhenSilent: zeroWhenSilent"] },
        { typeof(SeasonalProfile), "spread", ["Weights: months", "IsOfWeekdays: weekdays"] },
        { typeof(BusinessDays), "businessDays", [] },
        { typeof(MissBudget), "missBudget", [] },
        { typeof(TargetDecision), "targetDecision", ["EffectiveFrom: from", "EffectiveThrough: through", "Target: value", "IsDayStated: decidedOn"] },
        { typeof(Rebase), "rebase", [] },
        { typeof(SignalRule), "signalRule", [] },
        { typeof(SignalRules), "signalRules", [] },
        { typeof(Band), "band", [] },
        { typeof(Tolerance), "tolerance", [] },
        { typeof(ReportingCalendar), "calendar", ["ZoneId: zone", "Zone"] },
        { typeof(RetailYear), "retailYear", [] },
        { typeof(MeasurementSeries), "series", ["Measurements: values"] },
        { typeof(Measurement), "measurement", ["IsWithdrawn: withdrawn"] },
        { typeof(Segment), "segment", [] },
        { typeof(Objective), "objective", ["ClosingDate", "Sharers: sharedWith"] },
        { typeof(Alignment), "alignment", [] },
        { typeof(Cycle), "cycle", ["Days", "Weeks", "Months"] },
        { typeof(KeyResult), "keyResult", [] },
        { typeof(CheckIn), "checkIn", [] },
        { typeof(ScoreOverride), "scoreOverride", ["Lifetime: stays"] },
        { typeof(Initiative), "initiative", [] },
        { typeof(Learning), "learning", ["RecordedOn: on"] },
        { typeof(NeedDismissal), "needDismissal", [] },
        { typeof(OrganisationUnit), "organisationUnit", [] },
        { typeof(FromToGoal), "goal.fromTo", ["Direction", "Distance"] },
        { typeof(ReachGoal), "goal.atLeast", ["Direction: kind"] },
        { typeof(CountGoal), "goal.count", [] },
        { typeof(KeepWithinGoal), "goal.keepWithin", ["Cadence: every"] },
        { typeof(MilestonesGoal), "goal.milestones", ["GivesPartialCredit: partialCredit"] },
        { typeof(AllOfGoal), "goal.allOf", [] },
        { typeof(WeightedGoal), "goal.weighted", [] },
        { typeof(MinimumSampleGoal), "goal.minimumSample", ["MinimumSample: sample"] },
        { typeof(CheckpointsGoal), "goal.checkpoints", ["Direction", "IsNothingBelowFirst: nothingBelowFirst"] },
        { typeof(ZonesGoal), "goal.zones", ["Direction"] },
        { typeof(OrdinalGoal), "goal.ordinal", [] },
        { typeof(RateGoal), "goal.rate", ["Cadence: every", "Periods: meanOfLast"] },
        { typeof(GoalPart), "goalPart", [] },
        { typeof(Milestone), "milestone", [] },
        { typeof(Checkpoint), "checkpoint", [] },
        { typeof(YesNoGoal), "goal.yesNo", [] },
        { typeof(BaselineGoal), "goal.findBaseline", [] },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Every_property_has_its_member(Type type, string definition, string[] otherwise) =>
        Check(type, Definitions[definition]!["properties"]!.AsObject(), otherwise);

    [Fact]
    public void Every_property_of_a_portfolio_has_its_member() =>
        Check(typeof(Portfolio), JsonNode.Parse(PortfolioJson.Schema())!["properties"]!.AsObject(), []);

    [Fact]
    public void Every_kind_of_goal_has_its_form()
    {
        var goals = typeof(Goal).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Goal))).ToHashSet();
        goals.ExceptWith(Kept.Select(row => (Type)row[0]));
        Assert.Empty(goals);
    }

    [Fact]
    public void Every_kind_of_unit_has_its_form() => Assert.Equal(
        Enum.GetNames<UnitKind>().Select(name => "#/$defs/unit." + JsonNamingPolicy.CamelCase.ConvertName(name)),
        Definitions["unit"]!["oneOf"]!.AsArray().Select(each => (string?)each!["$ref"]));

    private static void Check(Type type, JsonObject members, string[] otherwise)
    {
        // The names of a goal's parts follow from the parts, in every kind of goal.
        var renamed = otherwise.Append(nameof(Goal.PartNames))
            .Select(each => each.Split(": "))
            .ToDictionary(each => each[0], each => each.ElementAtOrDefault(1));
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var member = renamed.TryGetValue(property.Name, out var other) ? other : JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            Assert.True(
                member is null || members.ContainsKey(member),
                $"{type.Name}.{property.Name} has no member in the document; declare it in the form of {type.Name}, or say here how it follows from the "
                + $"others.");
        }
    }
}
