using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result reads like work to do: it begins with a word of work and its goal is done or not done, milestones, a count or parts.
/// Code <c>key-result-looks-like-initiative</c>, a hint, because words alone prove nothing.
/// </summary>
/// <remarks>Bad: "Launch the FAQ section", yes or no. Good: "Open rate of messages from 4 % to 15 %", with the FAQ section as an initiative. The words are looked for in English and in Vietnamese.</remarks>
public sealed class KeyResultLooksLikeInitiative : FindingRule
{
    // Without diacritics, as PlainWords gives them; the Vietnamese ones are two syllables.
    private static readonly HashSet<string> Work = new(
        [
            "add", "analyse", "analyze", "build", "complete", "conduct", "create", "deliver", "deploy", "design", "develop", "document", "draft", "finish", "hire", "hold", "implement",
            "install", "introduce", "launch", "list", "migrate", "organise", "organize", "plan", "prepare", "publish", "recruit", "redesign", "release", "research", "roll", "run",
            "set", "ship", "start", "survey", "train", "update", "write",
            "ban hanh", "cap nhat", "hoan thanh", "khao sat", "lap ke", "nghien cuu", "phan tich", "phat hanh", "phat trien", "ra mat", "tao ra", "thiet ke", "thuc hien", "to chuc", "trien khai",
            "tuyen dung", "viet bai", "xay dung",
        ],
        StringComparer.Ordinal);

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
