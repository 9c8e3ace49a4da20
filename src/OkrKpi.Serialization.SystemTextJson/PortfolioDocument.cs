using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// A portfolio with what its document holds beyond this version of the library: members that nobody here knows are kept and written again where they stood.
/// </summary>
/// <remarks>
/// For programs that change documents which newer programs write. Elements are found again by their id, date or name, so changes to the portfolio do not
/// misplace what was kept; what
/// belonged to an element that is gone goes with it. A newer version of the format is opened too and written as that version; an earlier one is upgraded.
/// Immutable.
/// </remarks>
public sealed class PortfolioDocument
{
    private readonly int version;
    private readonly PreservedMember[] preserved;

    private PortfolioDocument(Portfolio portfolio, int version, PreservedMember[] preserved)
    {
        Portfolio = portfolio;
        this.version = version;
        this.preserved = preserved;
    }

    /// <summary>The portfolio.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>Reads a document and keeps what is not known.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The document.</returns>
    /// <exception cref="JsonException">What is known in the document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static PortfolioDocument Read(string json) => Read(json, PortfolioJsonOptions.Default);

    /// <summary>Reads a document and keeps what is not known.</summary>
    /// <param name="json">The document.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The document.</returns>
    /// <exception cref="JsonException">What is known in the document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The text or the options are null.</exception>
    public static PortfolioDocument Read(string json, PortfolioJsonOptions options)
    {
        using var utf8 = PortfolioJson.Encoded(json, options);
        return Read(utf8.Written, options);
    }

    /// <summary>Reads a document in UTF-8 and keeps what is not known.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The document.</returns>
    /// <exception cref="JsonException">What is known in the document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    public static PortfolioDocument Read(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options) => Read(utf8, options, PortfolioForm.Instance);

    internal static PortfolioDocument Read(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options, PortfolioForm form)
    {
        ArgumentNullException.ThrowIfNull(options);
        var unknown = new List<long>();
        var portfolio = JsonDocumentReader.Read(utf8, form, options, unknown);
        using var upgraded = form.Upgraded(utf8, options);
        var members = PreservedMember.Of(upgraded is null ? utf8 : upgraded.Written, options, unknown, out var version);
        return new(portfolio, version, members);
    }

    /// <summary>This document with a changed portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public PortfolioDocument With(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return new(portfolio, version, preserved);
    }

    /// <summary>Writes the document with what was kept.</summary>
    /// <returns>The text.</returns>
    public string Write() => Write(PortfolioJsonOptions.Default);

    /// <summary>Writes the document with what was kept.</summary>
    /// <param name="options">How it is laid out.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    public string Write(PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (preserved.Length == 0 && version == PortfolioForm.Version)
        {
            return PortfolioJson.Write(Portfolio, options);
        }

        using var portfolio = PortfolioJson.Written(Portfolio, options);
        using var buffer = new PooledBuffer(portfolio.Written.Length);
        using (var json = new Utf8JsonWriter(buffer, options.Writer))
        {
            PreservedTree.Of(preserved).Copy(portfolio.Written, version, json);
        }

        return Encoding.UTF8.GetString(buffer.Written);
    }
}
