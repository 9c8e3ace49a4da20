using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>A key result in a form. Its unit and its goal are not asked for once somebody has checked in.</summary>
internal sealed class KeyResultEdit(string? objective, string? id, string? goal) : DefinitionEdit
{
    public string Objective { get; } = objective ?? "";

    public string? Id { get; } = Given(id);

    /// <summary>The kind of goal that was asked for; null for that of the key result.</summary>
    public string? Goal { get; } = Given(goal);

    public override string Path => Address("/edit/key-result", ("objective", Objective), ("id", Id), ("goal", Goal));

    /// <summary>The address at which another kind of goal is chosen.</summary>
    public string Choosing => Address("/edit/key-result", ("objective", Objective), ("id", Id));

    public override string After(Fields fields) => $"/objectives/{IdInPath.Of(Objective)}";

    public override bool IsThere(Portfolio portfolio) =>
        portfolio.TryObjective(Objective, out var objective) && (Id is null || objective.TryKeyResult(Id, out _));

    public override bool Concerns(FindingSubject subject) => subject.Objective?.Value == Objective && subject.Initiative is null;

    protected override Portfolio Apply(Portfolio portfolio, Fields fields) => portfolio.Change(Objective, (Objective objective) =>
    {
        if (fields.Text("remove") == "true" && Id is not null)
        {
            return objective.Without(KeyResultId.Of(Id));
        }

        var keyResult = Id is null ? New(objective, fields) : Measured(objective.KeyResult(Id), fields);
        keyResult = keyResult.Renamed(fields.Text("name")).As(fields.Choice<KeyResultRole>("role"))
            .Set(fields.OptionalText("owner"), (keyResult, owner) => keyResult.OwnedBy(owner), keyResult => keyResult.WithoutOwner())
            .Set(fields.OptionalText("description"), (keyResult, text) => keyResult.Described(text), keyResult => keyResult.WithoutDescription())
            .Set(fields.OptionalText("link"), (keyResult, link) => keyResult.LinkedTo(FormValues.Address(link)), keyResult => keyResult.WithoutLink())
            .Set(fields.OptionalText("measures"), (keyResult, kpi) => keyResult.Measuring(kpi), keyResult => keyResult.MeasuringNoKpi());
        keyResult = keyResult.Unlabelled(keyResult.Labels).Labelled(fields.Lines("labels"));
        keyResult = fields.OptionalNumber("weight") is { } weight ? keyResult.Weighing(weight) : keyResult;
        var on = fields.OptionalDay("stoppedOn");
        keyResult = (fields.OptionalText("stopped"), on) switch
        {
            ("cancelled", { } day) => keyResult.Resumed().Cancelled(day),
            ("postponed", { } day) => keyResult.Resumed().Postponed(day),
            (null, _) => keyResult.Resumed(),
            _ => throw new ArgumentException(Texts.Text("NoDate", "")),
        };
        return objective.With(keyResult);
    });

    private static KeyResult New(Objective objective, Fields fields)
    {
        var id = fields.Text("newId");
        return objective.TryKeyResult(id, out _) ? throw new ArgumentException(Texts.Text("IdTaken", id)) : Defined(id, fields);
    }

    private static KeyResult Measured(KeyResult keyResult, Fields fields) =>
        GoalFields.AreGiven(fields) ? keyResult.In(UnitFields.Read(fields)).With(GoalFields.Read(fields)) : keyResult;

    private static KeyResult Defined(string id, Fields fields) => KeyResult.Define(id, fields.Text("name"), UnitFields.Read(fields), GoalFields.Read(fields));
}
