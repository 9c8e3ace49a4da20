using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result reads like work to do: it begins with a word of work and its goal is done or not done, milestones, a count or parts.
/// Code <c>key-result-looks-like-initiative</c>, a hint, because words alone prove nothing.
/// </summary>
/// <remarks>
/// Bad: "Launch the FAQ section", yes or no. Good: "Open rate of messages from 4 % to 15 %", with the FAQ section as an initiative. The words are looked for in
/// every language of the library.
/// </remarks>
public sealed class KeyResultLooksLikeInitiative : FindingRule
{
    private static readonly HashSet<string> Work = FindingWords.Of("work");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (!keyResult.Goal.IsListOfWork)
        {
            return [];
        }

        var words = PlainWords.Of(keyResult.Name);
        return words.Length > 0 && (Work.Contains(words[0]) || (words.Length > 1 && Work.Contains($"{words[0]} {words[1]}")))
            ? [Finding.Of("key-result-looks-like-initiative", FindingSeverity.Hint, objective, keyResult, "finding.looksLikeInitiative")]
            : [];
    }
}
