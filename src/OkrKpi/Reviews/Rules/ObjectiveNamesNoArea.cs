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
    private static readonly HashSet<string> Where = FindingWords.Of("where");
    private static readonly HashSet<string> PlainChange = [.. Change.Select(words => string.Join(' ', PlainWords.Of(words)))];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var kpiNames = objective.Addresses
            .Select(context.NeedOf)
            .OfType<OkrNeed>()
            .SelectMany(need => PlainWords.Of(need.Kpi.Name))
            .Select(NameReading.Singular)
            .ToHashSet(StringComparer.Ordinal);
        return IsAbout(TitleWords.Lower(objective.Title), kpiNames)
            ? []
            : [Finding.Of("objective-names-no-area", FindingSeverity.Warning, objective, "finding.objectiveNamesNoArea")];
    }

    // A word that is neither of change nor of the KPI; or one of the KPI after a word such as "with": the KPI for somebody, or somewhere.
    private static bool IsAbout(string[] words, HashSet<string> kpiNames)
    {
        var isMarked = Array.Exists(words, word => word.Any(letter => letter > 127));
        var isQualified = false;
        for (var index = 0; index < words.Length; index++)
        {
            var length = TitleWords.PhraseAt(words, index, isMarked ? Change : PlainChange);
            if (length == 0 && !words[index].All(letter => char.IsAsciiDigit(letter) || !char.IsLetterOrDigit(letter)) && !IsNumberWithUnit(words[index])
                && (isQualified || !PlainWords.Of(words[index]).All(word => kpiNames.Contains(NameReading.Singular(word)))))
            {
                return true;
            }

            isQualified |= index > 1 && TitleWords.PhraseAt(words, index, Where) > 0;
            index += Math.Max(length, 1) - 1;
        }

        return false;
    }

    private static bool IsNumberWithUnit(string word) => char.IsAsciiDigit(word[0]) || !char.IsLetter(word[0]);
}
