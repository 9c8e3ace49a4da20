using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>An objective in a form: what it is about, when, for which KPIs, and which objective it contributes to.</summary>
internal sealed class ObjectiveEdit(string? id) : DefinitionEdit
{
    // The id a new one will have, once the form has said it.
    private string? newId;

    public string? Id { get; } = Given(id);

    public override string Path => Address("/edit/objective", ("id", Id));

    public override string After(Fields fields) => $"/objectives/{IdInPath.Of(Id ?? fields.Text("newId"))}";

    public override bool IsThere(Portfolio portfolio) => Id is null || portfolio.TryObjective(Id, out _);

    public override bool Concerns(FindingSubject subject) => subject.Objective is { } objective && objective.Value == (Id ?? newId);

    protected override Portfolio Apply(Portfolio portfolio, Fields fields)
    {
        var cycle = fields.CycleOf(portfolio);
        cycle = fields.OptionalText("cycle") is { } name ? cycle.Named(name.Trim()) : cycle;
        var objective = (Id is null ? New(portfolio, fields, cycle) : portfolio.Objective(Id))
            .Retitled(fields.Text("title")).In(cycle).As(fields.Choice<ObjectiveKind>("kind"))
            .Set(fields.OptionalText("owner"), (objective, owner) => objective.OwnedBy(owner), objective => objective.WithoutOwner())
            .Set(fields.OptionalText("description"), (objective, text) => objective.Described(text), objective => objective.WithoutDescription())
            .Set(fields.OptionalText("link"), (objective, link) => objective.LinkedTo(FormValues.Address(link)), objective => objective.WithoutLink());
        objective = objective.Unlabelled(objective.Labels).Labelled(fields.Lines("labels"));
        objective = fields.OptionalDay("closedOn") is { } last ? objective.Closed(last) : objective.Reopened();
        objective = objective.Addresses.Aggregate(objective, (objective, kpi) => objective.Without(kpi))
            .Addressing(fields.All("addresses").Select(KpiId.Of));

        // What it contributes to is chosen here; other links stay.
        var (chosen, known) = (fields.OptionalText("parent"), ParentOf(objective)?.Value);
        objective = known is null || known == chosen ? objective : objective.Without(ObjectiveId.Of(known));
        return portfolio.With(
            chosen is null || objective.Alignments.Any(link => link.Objective.Value == chosen) ? objective : objective.AlignedTo(chosen));
    }

    /// <summary>The objective it contributes to, the first one when there are more.</summary>
    public static ObjectiveId? ParentOf(Objective? objective) =>
        objective?.Alignments.FirstOrDefault(link => link.Kind == AlignmentKind.Contributes && link.KeyResult is null)?.Objective;

    private Objective New(Portfolio portfolio, Fields fields, Cycle cycle)
    {
        newId = fields.Text("newId");
        return portfolio.TryObjective(newId, out _)
            ? throw new ArgumentException(Texts.Text("IdTaken", newId))
            : Objective.Define(newId, fields.Text("title"), cycle);
    }
}
