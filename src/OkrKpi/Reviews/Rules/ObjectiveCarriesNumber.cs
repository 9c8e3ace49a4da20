using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>The title of an objective carries a number, which belongs into a key result. Code <c>objective-carries-number</c>, a hint.</summary>
/// <remarks>
/// Bad: "Raise engagement by 20 %". Good: "Raise engagement with new customers". Years (1900 to 2099) and names such as B2B or Q3 are no numbers.
/// </remarks>
public sealed class ObjectiveCarriesNumber : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return objective.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(IsNumber) is { } number
            ? [Finding.Of("objective-carries-number", FindingSeverity.Hint, objective, "finding.objectiveCarriesNumber", new Fact("number", number))]
            : [];
    }

    // "20", "20%", "1,000.", "$2m" and "10x" are numbers: digits first, and at most two letters behind them.
    private static bool IsNumber(string word)
    {
        var core = word.AsSpan().Trim("$€£¥₫()[]\"'+-–,.;:!?%");
        var digits = core.Length - core.TrimStart("0123456789.,").Length;
        var isYear = core.Length == 4 && digits == 4 && core[..2] is "19" or "20";
        return digits > 0 && core.Length - digits <= 2 && !core[digits..].ContainsAnyExceptInRange('A', 'z') && !isYear;
    }
}
