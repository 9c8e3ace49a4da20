using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The title of an objective names no area to improve: nothing is left of it but words such as "improve" or "more" and the names of the KPIs it addresses.
/// Code <c>objective-names-no-area</c>, a warning.
/// </summary>
/// <remarks>Bad: "Increase revenue" for the KPI Revenue, or "Do better". Good: "Raise engagement with new customers". The words are looked for in English and in Vietnamese.</remarks>
public sealed class ObjectiveNamesNoArea : FindingRule
{
    // Words that say that something changes, not what. Without diacritics, as PlainWords gives them.
    private static readonly HashSet<string> Empty = new(
        [
            "a", "an", "and", "all", "be", "become", "best", "better", "boost", "bring", "business", "by", "company", "cut", "decrease", "do", "drive", "everything", "everywhere",
            "excellent", "for", "from", "get", "goal", "good", "great", "greater", "grow", "growth", "higher", "hit", "improve", "improvement", "improving", "in", "increase",
            "increasing", "is", "it", "kpi", "kpis", "less", "lower", "make", "maximise", "maximize", "meet", "more", "much", "new", "next", "number", "objective", "of", "on", "our", "performance",
            "raise", "reach", "reduce", "result", "results", "rise", "success", "successful", "target", "targets", "team", "the", "things", "this", "to", "up", "very", "we", "win", "with", "work",
            "cai", "cao", "cac", "cho", "chi", "chung", "cong", "cua", "dat", "day", "giam", "hon", "ket", "kinh", "lam", "len", "lon", "manh", "moi", "muc", "nang", "nhieu", "nua", "phat",
            "qua", "so", "tang", "thap", "thien", "tieu", "tot", "trien", "truong", "ty", "va",
        ],
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var kpiNames = objective.Addresses.Select(context.NeedOf).OfType<OkrNeed>().SelectMany(need => PlainWords.Of(need.Kpi.Name)).Select(Singular).ToHashSet(StringComparer.Ordinal);
        var isAbout = PlainWords.Of(objective.Title).Where(word => !Empty.Contains(word) && !word.All(char.IsAsciiDigit)).Any(word => !kpiNames.Contains(Singular(word)));
        return isAbout ? [] : [Finding.Of("objective-names-no-area", FindingSeverity.Warning, objective, "finding.objectiveNamesNoArea")];
    }

    private static string Singular(string word) => word.Length > 3 ? word.TrimEnd('s') : word;
}
