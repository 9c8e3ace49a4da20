using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The title of an objective names no area to improve: nothing is left of it but words such as "improve" or "more" and the names of the KPIs it addresses.
/// Code <c>objective-names-no-area</c>, a warning.
/// </summary>
/// <remarks>
/// Bad: "Increase revenue" for the KPI Revenue, or "Do better". Good: "Raise engagement with new customers". The words are looked for in every language of the
/// library.
/// </remarks>
public sealed class ObjectiveNamesNoArea : FindingRule
{
    private static readonly HashSet<string> Change = FindingWords.Of("change");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var kpiNames = objective.Addresses
            .Select(context.NeedOf)
            .OfType<OkrNeed>()
            .SelectMany(need => PlainWords.Of(need.Kpi.Name))
            .Select(Singular)
            .ToHashSet(StringComparer.Ordinal);
        var isAbout = PlainWords.Of(objective.Title)
            .Where(word => !Change.Contains(word) && !word.All(char.IsAsciiDigit))
            .Any(word => !kpiNames.Contains(Singular(word)));
        return isAbout ? [] : [Finding.Of("objective-names-no-area", FindingSeverity.Warning, objective, "finding.objectiveNamesNoArea")];
    }

    private static string Singular(string word) => word.Length > 3 ? word.TrimEnd('s') : word;
}
