namespace OkrKpi;

/// <summary>Which unit belongs to which: people to teams, teams to departments, departments to the company, as deep as it takes.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; compared by reference.
/// <code>
/// var organisation = Organisation.Of(
///     OrganisationUnit.Company("Company A"),
///     OrganisationUnit.Department("Sales", under: "Company A"),
///     OrganisationUnit.Team("Sales North", under: "Sales"),
///     OrganisationUnit.Person("An", under: "Sales North"));
/// portfolio.In(organisation).Score(asOf).Unit("Sales").Score
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Organisation
{
    private readonly OrganisationUnit[] units;
    private readonly Dictionary<string, int> index;

    private Organisation(OrganisationUnit[] units, Dictionary<string, int> index, int[] parents)
    {
        this.units = units;
        this.index = index;
        Tree = new UnitTree(parents);
    }

    /// <summary>The units, in the order given.</summary>
    public IReadOnlyList<OrganisationUnit> Units => units;

    internal UnitTree Tree { get; }

    /// <summary>An organisation.</summary>
    /// <param name="units">Its units in any order, each name once.</param>
    /// <returns>The organisation.</returns>
    /// <exception cref="ArgumentException">A name is given twice, a unit belongs to one that is not there or, in the end, to itself.</exception>
    public static Organisation Of(params IEnumerable<OrganisationUnit> units)
    {
        var list = Require.Copy(units);
        Require.Unique(list, unit => unit.Name, "unit", nameof(units));
        var index = new Dictionary<string, int>(list.Length, StringComparer.Ordinal);
        for (var each = 0; each < list.Length; each++)
        {
            index.Add(list[each].Name, each);
        }

        var parents = new int[list.Length];
        for (var each = 0; each < list.Length; each++)
        {
            parents[each] = list[each].Under is not { } under ? -1
                : index.TryGetValue(under, out var parent) ? parent
                : throw new ArgumentException($"The unit '{list[each].Name}' belongs to '{under}', which is not in the organisation.", nameof(units));
        }

        return AlignmentGraph.CycleIn(parents.Length, each => parents[each] < 0 ? [] : [parents[each]]) is { } cycle
            ? throw new ArgumentException(
                $"Units cannot belong to themselves: {string.Join(" -> ", cycle.Select(each => list[each].Name))}. Leave out what the topmost belongs to.",
                nameof(units))
            : new(list, index, parents);
    }

    /// <summary>How many units there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{units.Length} units");

    /// <summary>The units that objectives name, side by side: what is known when nobody said which belongs to which.</summary>
    internal static Organisation OfOwners(IEnumerable<Objective> objectives) =>
        Of(objectives.SelectMany(OwnersOf).Distinct(StringComparer.Ordinal).Select(owner => OrganisationUnit.Team(owner)));

    internal static IEnumerable<string> OwnersOf(Objective objective) => objective.Owner is { } owner ? objective.Sharers.Prepend(owner) : objective.Sharers;

    internal bool TryFind(string name, out int unit) => index.TryGetValue(name, out unit);

    internal int[] UnitsOf(Objective objective) => [.. OwnersOf(objective).Select(owner => index[owner])];
}
