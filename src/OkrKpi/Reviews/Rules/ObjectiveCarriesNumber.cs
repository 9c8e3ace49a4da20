using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>The title of an objective carries a number, which belongs into a key result. Code <c>objective-carries-number</c>, a hint.</summary>
/// <remarks>
/// Bad: "Raise engagement by 20 %", "Open three new stores". Good: "Raise engagement with new customers". What only names something is no number: ISO 27001,
/// Web 3.0, 5G, top 10, 3rd party, Phase 2, B2B, a year, the next 18 months.
/// </remarks>
public sealed class ObjectiveCarriesNumber : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return NumberReading.Of(objective.Title) is { } number
            ? [Finding.Of("objective-carries-number", FindingSeverity.Hint, objective, "finding.objectiveCarriesNumber", new Fact("number", number))]
            : [];
    }
}
