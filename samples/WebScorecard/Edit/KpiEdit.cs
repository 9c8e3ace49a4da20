using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>A KPI in a form. What would give its past another meaning is not asked for once it has one.</summary>
internal sealed class KpiEdit(string? id) : DefinitionEdit
{
    // Ten years, the longest the library takes.
    private const int LongestDelay = 3650;

    // The id a new one will have, once the form has said it.
    private string? newId;

    public string? Id { get; } = Given(id);

    public override string Path => Address("/edit/kpi", ("id", Id));

    public override string After(Fields fields) => $"/kpis/{IdInPath.Of(IdOf(fields))}";

    public override bool IsThere(Portfolio portfolio) => Id is null || portfolio.TryKpi(Id, out _);

    public override bool Concerns(FindingSubject subject) => subject.Kpi is { } kpi && kpi.Value == (Id ?? newId);

    protected override Portfolio Apply(Portfolio portfolio, Fields fields)
    {
        newId = IdOf(fields);
        var kpi = (Id is null ? New(portfolio, newId, fields) : portfolio.Kpi(Id)).MeasuredOnceAPeriod().NothingRecordedIsMissing();
        kpi = Id is not null && UnitFields.AreGiven(fields) ? Measured(kpi, fields) : kpi;
        kpi = kpi.Renamed(fields.Text("name"))
            .Set(fields.OptionalText("owner"), (kpi, owner) => kpi.OwnedBy(owner), kpi => kpi.WithoutOwner())
            .Set(fields.OptionalText("group"), (kpi, group) => kpi.InGroup(group), kpi => kpi.WithoutGroup())
            .Set(fields.OptionalText("description"), (kpi, text) => kpi.Described(text), kpi => kpi.WithoutDescription())
            .Set(fields.OptionalText("link"), (kpi, link) => kpi.LinkedTo(FormValues.Address(link)), kpi => kpi.WithoutLink());
        kpi = kpi.Unlabelled(kpi.Labels).Labelled(fields.Lines("labels"));
        kpi = fields.OptionalChoice<KpiLevel>("level") is { } level ? kpi.AtLevel(level) : kpi.WithoutLevel();
        kpi = fields.OptionalNumber("tolerance") is { } share && share != kpi.Tolerance.Share * 100m ? kpi.Tolerating(Tolerance.OfShare(share / 100m)) : kpi;
        kpi = fields.OptionalChoice<Cadence>("measuredEvery") is { } every ? kpi.Measured(every) : kpi;
        kpi = fields.Text("zero") == "true" ? kpi.NothingRecordedIsZero() : kpi;
        return portfolio.With(kpi.PublishedAfter(fields.Whole("delay", LongestDelay)));
    }

    private static Kpi New(Portfolio portfolio, string id, Fields fields) =>
        portfolio.TryKpi(id, out _) ? throw new ArgumentException(Texts.Text("IdTaken", id)) : Defined(id, fields);

    // What is summed needs a unit that can be: so the unit is said before a sum, and after anything else.
    private static Kpi Measured(Kpi kpi, Fields fields)
    {
        var (unit, cadence, aggregation) = (UnitFields.Read(fields), fields.Choice<Cadence>("cadence"), fields.Choice<Aggregation>("aggregation"));
        kpi = kpi.As(fields.Choice<Direction>("direction"));
        return aggregation == Aggregation.Sum ? kpi.In(unit).Every(cadence, aggregation) : kpi.Every(cadence, aggregation).In(unit);
    }

    private static Kpi Defined(string id, Fields fields)
    {
        var (name, unit, direction) = (fields.Text("name"), UnitFields.Read(fields), fields.Choice<Direction>("direction"));
        var draft = direction == Direction.None ? Kpi.Watch(id, name, unit) : Kpi.Define(id, name, unit, direction);
        return draft.Every(fields.Choice<Cadence>("cadence"), fields.Choice<Aggregation>("aggregation"));
    }

    // The library refuses an id that is none.
    private string IdOf(Fields fields) => Id ?? fields.OptionalText("id")?.Trim() ?? FormValues.IdOf(fields.Text("name"));
}
