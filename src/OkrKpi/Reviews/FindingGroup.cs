using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>One remark of a review as a reader wants it: what is found of several items in the same words is told once, with the items.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class FindingGroup
{
    private const int NamesShown = 5;

    private FindingGroup(Finding[] findings)
    {
        Findings = findings;
        Explanation = findings.Length == 1 ? findings[0].Explanation
            : Explanation.Of(
                findings.Length > NamesShown + 1 ? "remark.alsoMany" : "remark.also", new Fact("first", findings[0].Explanation),
                new Fact("names", string.Join(", ", findings.Skip(1).Take(NamesShown)
                    .Select(finding => finding.Explanation.SubjectName ?? finding.Subject.ToString()))),
                new Fact("more", (decimal)Math.Max(0, findings.Length - 1 - NamesShown)))
            .Resting(findings.Select(finding => finding.Explanation));
    }

    /// <summary>The code of the rule.</summary>
    public string Code => Findings[0].Code;

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity => Findings[0].Severity;

    /// <summary>The findings told in it, the one on which most hangs first; at least one.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The sentence of the first, with the names of up to five others; it rests on the findings when there are several.</summary>
    public Explanation Explanation { get; }

    /// <summary>Code, number of findings and sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Code} ({Findings.Count}): {Explanation.Sentence(System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>The findings told together, in their order: alike are those of one code, severity and sentence; of each the facts are its own.</summary>
    internal static FindingGroup[] Of(IEnumerable<Finding> findings) =>
    [
        .. Guard.Against.Null(findings).GroupBy(finding => (finding.Code, finding.Severity, finding.Explanation.Key))
            .Select(alike => new FindingGroup([.. alike])),
    ];
}
