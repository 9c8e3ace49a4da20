using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Reads and writes portfolios as JSON documents of version 1. A document that does not fit is refused with a <see cref="JsonException"/> whose path says where.</summary>
public static class PortfolioJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Duplicate members are refused by JsonPlace, which knows their path; the parser does not.
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false, MaxDepth = 64 };

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a portfolio from the text of a document.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit; the message is one line that begins with the path.</exception>
    public static Portfolio Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] utf8;
        try
        {
            utf8 = Strict.GetBytes(json);
        }
        catch (EncoderFallbackException exception)
        {
            throw JsonPlace.Fault("$", "the text is no valid Unicode, for example half a surrogate pair.", exception);
        }

        return Read(utf8.AsMemory());
    }

    /// <summary>Reads a portfolio from a document in UTF-8.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit; the message is one line that begins with the path.</exception>
    public static Portfolio Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        return PortfolioReader.Read(new JsonPlace(document.RootElement, "$"));
    }

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit; the message is one line that begins with the path.</exception>
    public static Portfolio Read(Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var copy = new MemoryStream();
        utf8.CopyTo(copy);
        return Read(Content(copy));
    }

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit; the message is one line that begins with the path.</exception>
    public static async Task<Portfolio> ReadAsync(Stream utf8, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var copy = new MemoryStream();
        await utf8.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        return Read(Content(copy));
    }

    /// <summary>Writes a portfolio as an indented document.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The text of the document; equal portfolios give equal text.</returns>
    public static string Write(Portfolio portfolio) => Encoding.UTF8.GetString(WriteUtf8(portfolio));

    /// <summary>Writes a portfolio as an indented document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The bytes of the document.</returns>
    public static byte[] WriteUtf8(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            PortfolioWriter.Write(json, portfolio);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a portfolio as an indented document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The stream, which stays open.</param>
    public static void Write(Portfolio portfolio, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        utf8.Write(WriteUtf8(portfolio));
    }

    /// <summary>Writes what a review says as JSON for machines: needs, KPIs, scores and findings.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The text; it cannot be read back as a portfolio.</returns>
    public static string Write(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            ReviewWriter.Write(json, review);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ReadOnlyMemory<byte> Content(MemoryStream copy) => copy.GetBuffer().AsMemory(0, (int)copy.Length);

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var text = end < 0 ? exception.Message : exception.Message[..end];
            var line = (exception.LineNumber ?? 0) + 1;
            throw JsonPlace.Fault("$", string.Create(CultureInfo.InvariantCulture, $"no JSON at line {line}, byte {(exception.BytePositionInLine ?? 0) + 1}: {text}"), exception);
        }
    }
}
