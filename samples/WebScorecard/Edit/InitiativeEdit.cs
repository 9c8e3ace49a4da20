using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>An initiative of an objective in a form.</summary>
internal sealed class InitiativeEdit(string? objective, string? id) : DefinitionEdit
{
    public string Objective { get; } = objective ?? "";

    public string? Id { get; } = Given(id);

    public override string Path => Address("/edit/initiative", ("objective", Objective), ("id", Id));

    public override string After(Fields fields) => $"/objectives/{IdInPath.Of(Objective)}";

    public override bool IsThere(Portfolio portfolio) =>
        portfolio.TryObjective(Objective, out var objective) && (Id is null || objective.TryInitiative(Id, out _));

    public override bool Concerns(FindingSubject subject) => subject.Objective?.Value == Objective && subject.KeyResult is null;

    protected override Portfolio Apply(Portfolio portfolio, Fields fields) => portfolio.Change(Objective, (Objective objective) =>
    {
        if (fields.Text("remove") == "true" && Id is not null)
        {
            return objective.Without(InitiativeId.Of(Id));
        }

        var newId = fields.Text("newId");
        if (Id is null && objective.TryInitiative(newId, out _))
        {
            throw new ArgumentException(Texts.Text("IdTaken", newId));
        }

        var initiative = (Id is null ? Initiative.Define(newId, fields.Text("title")) : objective.Initiative(Id))
            .Retitled(fields.Text("title")).Now(fields.Choice<InitiativeStatus>("status"))
            .Set(fields.OptionalText("owner"), (initiative, owner) => initiative.OwnedBy(owner), initiative => initiative.WithoutOwner())
            .Set(fields.OptionalText("description"), (initiative, text) => initiative.Described(text), initiative => initiative.WithoutDescription())
            .Set(fields.OptionalText("link"), (initiative, link) => initiative.LinkedTo(FormValues.Address(link)), initiative => initiative.WithoutLink());
        initiative = initiative.Unlabelled(initiative.Labels).Labelled(fields.Lines("labels"));
        return objective.With(fields.OptionalDay("due") is { } due ? initiative.DueBy(due) : initiative.WithoutDue());
    });
}
