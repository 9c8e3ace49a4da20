using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>One reasoned remark about the quality of a KPI or OKR, with a stable code, the subject and the numbers.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Finding
{
    private Finding(string code, FindingSeverity severity, FindingSubject subject, Explanation explanation)
    {
        Code = code;
        Severity = severity;
        Subject = subject;
        Explanation = explanation;
    }

    /// <summary>The stable code, such as <c>key-result-restates-kpi-target</c>; a code never changes its meaning.</summary>
    public string Code { get; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What it is about.</summary>
    public FindingSubject Subject { get; }

    /// <summary>What was found, with the numbers, and what to do.</summary>
    public Explanation Explanation { get; }

    /// <summary>A finding of your own.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="text">What was found and what to do, in the reader's language.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is undefined.</exception>
    public static Finding Of(string code, FindingSeverity severity, FindingSubject subject, string text) =>
        Of(code, severity, subject, Explanation.Of("finding.text", new Fact("text", Require.Text(text, "text of a finding"))));

    internal static Finding Of(string code, FindingSeverity severity, FindingSubject subject, Explanation explanation) =>
        new(Require.Text(code, "code of a finding"), Require.Defined(severity), Guard.Against.Null(subject), Guard.Against.Null(explanation));

    internal static Finding Of(string code, FindingSeverity severity, Objective objective, KeyResult keyResult, string key, params Fact[] facts) =>
        new(
            code, severity, FindingSubject.Of(objective, keyResult),
            Explanation.Of(key, [new("keyResult", keyResult.Name), new("objective", objective.Title), .. facts]));

    internal static Finding Of(string code, FindingSeverity severity, Objective objective, string key, params Fact[] facts) =>
        new(code, severity, FindingSubject.Of(objective), Explanation.Of(key, [new("objective", objective.Title), .. facts]));

    internal Finding Rated(FindingSeverity severity) => new(Code, severity, Subject, Explanation);

    /// <summary>Code, subject and sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code} {Subject}: {Explanation.Sentence(System.Globalization.CultureInfo.InvariantCulture)}";
}
