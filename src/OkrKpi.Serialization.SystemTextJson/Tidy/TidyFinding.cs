using System.Globalization;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A finding of a review, as a flat record. Its columns are called as its properties, in camelCase.</summary>
public sealed class TidyFinding
{
    internal TidyFinding(PortfolioReview review, Finding finding)
    {
        AsOf = review.AsOf;
        Code = finding.Code;
        Severity = finding.Severity;
        Subject = finding.Subject.ToString();
        Text = finding.Explanation.Sentence(CultureInfo.InvariantCulture);
    }

    /// <summary>The date of the review.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The code of the rule.</summary>
    public string Code { get; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The id of what it is about.</summary>
    public string Subject { get; }

    /// <summary>The remark in English.</summary>
    public string Text { get; }
}
