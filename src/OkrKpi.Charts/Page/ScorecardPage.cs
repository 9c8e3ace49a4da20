using System.Globalization;
using System.Text;
using Ardalis.GuardClauses;

namespace OkrKpi.Charts;

/// <summary>
/// A review as one HTML file: what needs an OKR first, the KPIs by group, the objectives with their pace, and the findings. It has no script, loads nothing,
/// prints on A4, and follows the reader's light or dark mode: <c>File.WriteAllText("scorecard.html", ScorecardPage.Of(review).ToHtml())</c>.
/// </summary>
/// <remarks>Immutable; compared by reference; written when asked for.</remarks>
public sealed class ScorecardPage
{
    private readonly PortfolioReview review;
    private readonly ChartText text;

    private ScorecardPage(PortfolioReview review, ChartText text) => (this.review, this.text) = (review, text);

    /// <summary>The page of a review, in English.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The page.</returns>
    public static ScorecardPage Of(PortfolioReview review) => new(Guard.Against.Null(review), ChartText.English);

    /// <summary>The same page in a language: English, or Vietnamese. Any other language reads English.</summary>
    /// <param name="language">The language. Numbers and dates are written as its words are, and not by the culture data of the machine.</param>
    /// <returns>The page.</returns>
    public ScorecardPage In(CultureInfo language) => new(review, ChartText.Of(Guard.Against.Null(language)));

    /// <summary>The page as text.</summary>
    /// <returns>A whole document, which begins with <c>&lt;!doctype html&gt;</c>.</returns>
    public string ToHtml()
    {
        using var page = new StringWriter(new StringBuilder(65_536), CultureInfo.InvariantCulture);
        WriteTo(page);
        return page.ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where to, as UTF-8.</param>
    public void WriteTo(TextWriter writer) => new PageWriter(Guard.Against.Null(writer), review, text).Write();

    /// <summary>What the page is of, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Scorecard of {review}";
}
