using OkrKpi;

namespace WebScorecard.Edit;

/// <summary>The organisation in a form: a row for each of its units, and empty ones for more.</summary>
internal sealed class OrganisationEdit : DefinitionEdit
{
    /// <summary>How many units can be added at once.</summary>
    public const int MoreRows = 5;

    public override string Path => "/edit/organisation";

    public override string After(Fields fields) => Path;

    protected override Portfolio Apply(Portfolio portfolio, Fields fields)
    {
        var named = fields.OptionalText("organisation") is { } name ? portfolio.Named(name.Trim()) : portfolio.WithoutName();
        OrganisationUnit[] units = [.. Rows(fields)];
        return units.Length == 0 ? named.WithoutOrganisation() : named.In(Organisation.Of(units));
    }

    // A row without a name is none, and so takes its unit away.
    private static IEnumerable<OrganisationUnit> Rows(Fields fields)
    {
        for (var row = 0; fields.Has($"name{row}"); row++)
        {
            if (fields.OptionalText($"name{row}")?.Trim() is { Length: > 0 } name)
            {
                var under = fields.OptionalText($"under{row}")?.Trim();
                yield return fields.Choice<KpiLevel>($"level{row}") switch
                {
                    KpiLevel.Company => OrganisationUnit.Company(name, under),
                    KpiLevel.Department => OrganisationUnit.Department(name, under),
                    KpiLevel.Team => OrganisationUnit.Team(name, under),
                    KpiLevel.Individual => OrganisationUnit.Person(name, under),
                };
            }
        }
    }
}
