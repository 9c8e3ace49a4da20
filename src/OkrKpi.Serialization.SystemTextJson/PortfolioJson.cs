using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes portfolios as JSON documents. The same portfolio gives the same bytes; a document that does not fit is refused as a whole.
/// </summary>
/// <remarks>
/// Reading never gives a half-built portfolio and throws no exception but <see cref="JsonException"/> for what a document holds. Its message is one line with
/// path, line and what
/// is allowed; <see cref="JsonException.Path"/> has the path, <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/> count
/// from 0 as the
/// platform has it. Every way in takes an optional byte order mark. Without options, <see cref="PortfolioJsonOptions.Default"/> holds.
/// </remarks>
public static class PortfolioJson
{
    /// <summary>The address of the JSON Schema of a document, which every document names as its <c>$schema</c>.</summary>
    public const string SchemaId = "https://raw.githubusercontent.com/okrkpi/okrkpi/main/src/OkrKpi.Serialization.SystemTextJson/portfolio.v1.schema.json";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a portfolio from the text of a document.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static Portfolio Read(string json) => Read(json, PortfolioJsonOptions.Default);

    /// <summary>Reads a portfolio from the text of a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The text or the options are null.</exception>
    public static Portfolio Read(string json, PortfolioJsonOptions options)
    {
        using var utf8 = Encoded(json, options);
        return Read(utf8.Written, options);
    }

    /// <summary>Reads a portfolio from a document in UTF-8.</summary>
    /// <param name="utf8">The document.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    public static Portfolio Read(ReadOnlySpan<byte> utf8) => Read(utf8, PortfolioJsonOptions.Default);

    /// <summary>Reads a portfolio from a document in UTF-8.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    public static Portfolio Read(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonDocumentReader.Read(utf8, PortfolioForm.Instance, options);
    }

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static Portfolio Read(Stream utf8) => Read(utf8, PortfolioJsonOptions.Default);

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The stream or the options are null.</exception>
    public static Portfolio Read(Stream utf8, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(options);
        using var buffer = new PooledBuffer();
        while (utf8.Read(buffer.GetSpan()) is var count and > 0)
        {
            Take(buffer, count, options);
        }

        return Read(buffer.Written, options);
    }

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static Task<Portfolio> ReadAsync(Stream utf8) => ReadAsync(utf8, PortfolioJsonOptions.Default, CancellationToken.None);

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static Task<Portfolio> ReadAsync(Stream utf8, CancellationToken cancellationToken) =>
        ReadAsync(utf8, PortfolioJsonOptions.Default, cancellationToken);

    /// <summary>Reads a portfolio from a document in UTF-8, to the end of the stream.</summary>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="options">What is accepted.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The stream or the options are null.</exception>
    public static async Task<Portfolio> ReadAsync(Stream utf8, PortfolioJsonOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(options);
        using var buffer = new PooledBuffer();
        while (await utf8.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            Take(buffer, count, options);
        }

        return Read(buffer.Written, options);
    }

    /// <summary>
    /// Reads a portfolio from a document in UTF-8, to the end of a pipe such as the body of an ASP.NET request, without copying it when it stands in one piece.
    /// </summary>
    /// <param name="utf8">The pipe; it is read to its end, not completed.</param>
    /// <param name="options">What is accepted.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="JsonException">The document does not fit.</exception>
    /// <exception cref="ArgumentNullException">The pipe or the options are null.</exception>
    public static async Task<Portfolio> ReadAsync(PipeReader utf8, PortfolioJsonOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(options);
        while (true)
        {
            var result = await utf8.ReadAsync(cancellationToken).ConfigureAwait(false);
            var content = result.Buffer;
            if (content.Length > options.MaximumBytes)
            {
                throw Refused(options.TooLarge);
            }

            if (result.IsCompleted)
            {
                var portfolio = content.IsSingleSegment ? Read(content.FirstSpan, options) : Read(content.ToArray(), options);
                utf8.AdvanceTo(content.End);
                return portfolio;
            }

            utf8.AdvanceTo(content.Start, content.End);
        }
    }

    /// <summary>Reads a portfolio, or says everything that is wrong with the document, for hosts that let people upload one.</summary>
    /// <remarks>
    /// An item of a list that does not fit is reported and passed over, so that the next one is looked at; how items stand to each other (references, ids given
    /// twice) is looked at once
    /// each of them is right. At most <see cref="PortfolioJsonOptions.MaximumProblems"/> problems are reported, in the order of the document.
    /// </remarks>
    /// <param name="utf8">The document in UTF-8.</param>
    /// <param name="options">What is accepted.</param>
    /// <param name="portfolio">The portfolio, when nothing is wrong.</param>
    /// <param name="problems">What is wrong; empty when nothing is.</param>
    /// <returns>True when nothing is wrong.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, PortfolioJsonOptions options, [NotNullWhen(true)] out Portfolio? portfolio, out IReadOnlyList<DocumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        portfolio = JsonDocumentReader.TryRead(utf8, PortfolioForm.Instance, options, out problems);
        return portfolio is not null;
    }

    /// <summary>Writes a portfolio as the text of a document.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The text; the same portfolio gives the same text.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static string Write(Portfolio portfolio) => Write(portfolio, PortfolioJsonOptions.Default);

    /// <summary>Writes a portfolio as the text of a document.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="options">How it is laid out.</param>
    /// <returns>The text; the same portfolio gives the same text.</returns>
    /// <exception cref="ArgumentNullException">The portfolio or the options are null.</exception>
    public static string Write(Portfolio portfolio, PortfolioJsonOptions options)
    {
        using var buffer = Written(portfolio, options);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The bytes of the document; the same portfolio gives the same bytes.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static byte[] WriteUtf8(Portfolio portfolio) => WriteUtf8(portfolio, PortfolioJsonOptions.Default);

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="options">How it is laid out.</param>
    /// <returns>The bytes of the document; the same portfolio gives the same bytes.</returns>
    /// <exception cref="ArgumentNullException">The portfolio or the options are null.</exception>
    public static byte[] WriteUtf8(Portfolio portfolio, PortfolioJsonOptions options)
    {
        using var buffer = Written(portfolio, options);
        return buffer.Written.ToArray();
    }

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <exception cref="ArgumentNullException">The portfolio or the stream is null.</exception>
    public static void Write(Portfolio portfolio, Stream utf8) => Write(portfolio, utf8, PortfolioJsonOptions.Default);

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="options">How it is laid out.</param>
    /// <exception cref="ArgumentNullException">The portfolio, the stream or the options are null.</exception>
    public static void Write(Portfolio portfolio, Stream utf8, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var buffer = Written(portfolio, options);
        utf8.Write(buffer.Written);
    }

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <returns>When it is written.</returns>
    /// <exception cref="ArgumentNullException">The portfolio or the stream is null.</exception>
    public static Task WriteAsync(Portfolio portfolio, Stream utf8) => WriteAsync(portfolio, utf8, PortfolioJsonOptions.Default, CancellationToken.None);

    /// <summary>Writes a portfolio as a document in UTF-8 without a byte order mark.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The stream, which stays open.</param>
    /// <param name="options">How it is laid out.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>When it is written.</returns>
    /// <exception cref="ArgumentNullException">The portfolio, the stream or the options are null.</exception>
    public static async Task WriteAsync(Portfolio portfolio, Stream utf8, PortfolioJsonOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var buffer = Written(portfolio, options);
        await utf8.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a portfolio as a document in UTF-8 into a buffer, such as a pipe: the way without a copy.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="utf8">The buffer.</param>
    /// <param name="options">How it is laid out.</param>
    /// <exception cref="ArgumentNullException">The portfolio, the buffer or the options are null.</exception>
    public static void Write(Portfolio portfolio, IBufferWriter<byte> utf8, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(options);
        using var json = new Utf8JsonWriter(utf8, options.Writer);
        PortfolioForm.Instance.Write(json, portfolio);
    }

    /// <summary>Writes what a review says as JSON for dashboards, with its texts in English: needs, KPIs, scores and findings.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The text; it cannot be read back, a portfolio is reviewed again instead.</returns>
    /// <exception cref="ArgumentNullException">The review is null.</exception>
    public static string Write(PortfolioReview review) => Write(review, PortfolioJsonOptions.Default);

    /// <summary>Writes what a review says as JSON for dashboards: needs, KPIs, scores and findings.</summary>
    /// <param name="review">The review.</param>
    /// <param name="options">How it is laid out, and the language of its texts.</param>
    /// <returns>The text; names, numbers and dates beside the texts are the same in every language.</returns>
    /// <exception cref="ArgumentNullException">The review or the options are null.</exception>
    public static string Write(PortfolioReview review, PortfolioJsonOptions options)
    {
        using var buffer = new PooledBuffer();
        Write(review, buffer, options);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes what a review says as JSON in UTF-8 into a buffer, such as the body of an ASP.NET response: the way without a copy.</summary>
    /// <param name="review">The review.</param>
    /// <param name="utf8">The buffer.</param>
    /// <param name="options">How it is laid out, and the language of its texts.</param>
    /// <exception cref="ArgumentNullException">The review, the buffer or the options are null.</exception>
    public static void Write(PortfolioReview review, IBufferWriter<byte> utf8, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(options);
        using var json = new Utf8JsonWriter(utf8, options.Writer);
        ReviewForms.In(options.Culture).Review.Write(json, review);
    }

    /// <summary>The JSON Schema (2020-12) of a document; the package holds the same text as a file.</summary>
    /// <returns>The schema, indented.</returns>
    public static string Schema() => Text(PortfolioForm.Describe());

    /// <summary>
    /// The JSON Schema (2020-12) of a review, and under <c>$defs</c> of a brief, a week and the look back at a cycle; the package holds the same text as a
    /// file.
    /// </summary>
    /// <returns>The schema, indented.</returns>
    public static string ReviewSchema() => Text(ReviewForms.Describe());

    internal static JsonException Refused(string text) => JsonDocumentReader.Exception(JsonPath.Problem([], "$", 0, text), null);

    /// <summary>The bytes of a text, which must be valid Unicode.</summary>
    internal static PooledBuffer Encoded(string json, PortfolioJsonOptions options)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        if (json.Length > options.MaximumBytes)
        {
            throw Refused(options.TooLarge);
        }

        var buffer = new PooledBuffer();
        try
        {
            Strict.GetBytes(json, buffer);
            return buffer;
        }
        catch (EncoderFallbackException exception)
        {
            buffer.Dispose();

            // The exception counts from the last of the pieces a long text is encoded in.
            var at = FirstHalfPair(json);
            var (line, column) = (1 + json.AsSpan(0, at).Count('\n'), at - json.AsSpan(0, at).LastIndexOf('\n'));
            throw JsonDocumentReader.Exception(new("$", line, column, "the text is no valid Unicode, for example half a surrogate pair."), exception);
        }
    }

    private static string Text(JsonObject schema)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, PortfolioJsonOptions.Default.Writer))
        {
            schema.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.Written) + "\n";
    }

    private static int FirstHalfPair(ReadOnlySpan<char> json)
    {
        var at = 0;
        while (Rune.DecodeFromUtf16(json[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    internal static PooledBuffer Written(Portfolio portfolio, PortfolioJsonOptions options)
    {
        var buffer = new PooledBuffer();
        Write(portfolio, buffer, options);
        return buffer;
    }

    private static void Take(PooledBuffer buffer, int count, PortfolioJsonOptions options)
    {
        buffer.Advance(count);
        if (buffer.Written.Length > (long)options.MaximumBytes + 3)
        {
            throw Refused(options.TooLarge);
        }
    }
}
