using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// How documents and answers are read and written: what is accepted, up to which size, how it is laid out, and in which language. The default suits documents
/// from anywhere.
/// </summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class PortfolioJsonOptions
{
    /// <summary>
    /// The most problems that <see cref="PortfolioJson.TryRead(ReadOnlySpan{byte}, PortfolioJsonOptions, out Portfolio?, out IReadOnlyList{DocumentProblem})"/>
    /// reports.
    /// </summary>
    public const int MaximumProblems = 100;

    internal const int LargestDepth = 256;

    private PortfolioJsonOptions()
    {
    }

    /// <summary>
    /// Strict JSON, up to 64 MiB, 64 levels deep, a million items in arrays and texts of 65,536 bytes; written indented, with texts in English.
    /// </summary>
    public static PortfolioJsonOptions Default { get; } = new();

    /// <summary>Which JSON is accepted. <see cref="DocumentSyntax.Strict"/> unless changed.</summary>
    public DocumentSyntax Syntax { get; private set; } = DocumentSyntax.Strict;

    /// <summary>How documents are laid out when written. <see cref="DocumentLayout.Indented"/> unless changed.</summary>
    public DocumentLayout Layout { get; private set; } = DocumentLayout.Indented;

    /// <summary>The largest document that is read, in bytes of UTF-8. 67,108,864 (64 MiB) unless changed.</summary>
    public int MaximumBytes { get; private set; } = 64 * 1024 * 1024;

    /// <summary>How many levels objects and arrays may stand in each other. 64 unless changed.</summary>
    public int MaximumDepth { get; private set; } = 64;

    /// <summary>
    /// How many items all arrays of a document may hold together, and how many members that nobody knows <see cref="PortfolioDocument"/> keeps. 1,000,000
    /// unless changed.
    /// </summary>
    public int MaximumItems { get; private set; } = 1_000_000;

    /// <summary>The longest text, in bytes of UTF-8. 65,536 unless changed.</summary>
    public int MaximumTextLength { get; private set; } = 65_536;

    /// <summary>
    /// The language of the texts in a review and other answers, and the format of numbers and dates in those texts. English, with dates such as 2026-07-01,
    /// unless changed.
    /// </summary>
    public CultureInfo Culture { get; private set; } = CultureInfo.InvariantCulture;

    /// <summary>
    /// These options with another language of the texts in a review and other answers. What stands beside the texts, and every document, is the same in all
    /// languages.
    /// </summary>
    /// <param name="culture">The language and the format of numbers and dates in the texts. English and Vietnamese come with the library; any other language
    /// reads English.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException">The culture is null.</exception>
    public PortfolioJsonOptions With(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Changed(copy => copy.Culture = culture);
    }

    /// <summary>These options with another syntax.</summary>
    /// <param name="syntax">Which JSON is accepted.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The syntax is not defined.</exception>
    public PortfolioJsonOptions With(DocumentSyntax syntax) => Changed(copy => copy.Syntax = Defined(syntax, nameof(syntax)));

    /// <summary>These options with another layout.</summary>
    /// <param name="layout">How documents are laid out when written.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The layout is not defined.</exception>
    public PortfolioJsonOptions With(DocumentLayout layout) => Changed(copy => copy.Layout = Defined(layout, nameof(layout)));

    /// <summary>These options with another largest size of a document.</summary>
    /// <param name="bytes">The largest document that is read, in bytes of UTF-8, at least 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public PortfolioJsonOptions WithMaximumBytes(int bytes) => Changed(copy => copy.MaximumBytes = AtLeastOne(bytes, nameof(bytes)));

    /// <summary>These options with another largest depth.</summary>
    /// <param name="levels">How many levels objects and arrays may stand in each other, 1 to 256.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 256.</exception>
    public PortfolioJsonOptions WithMaximumDepth(int levels) => levels <= LargestDepth
        ? Changed(copy => copy.MaximumDepth = AtLeastOne(levels, nameof(levels)))
        : throw new ArgumentOutOfRangeException(
            nameof(levels), levels,
            string.Create(CultureInfo.InvariantCulture, $"{levels} is out of range: a document is at most {LargestDepth} levels deep."));

    /// <summary>These options with another largest number of items.</summary>
    /// <param name="items">How many items all arrays of a document may hold together, and how many members that nobody knows are kept, at least 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public PortfolioJsonOptions WithMaximumItems(int items) => Changed(copy => copy.MaximumItems = AtLeastOne(items, nameof(items)));

    /// <summary>These options with another longest text.</summary>
    /// <param name="bytes">The longest text, in bytes of UTF-8, at least 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public PortfolioJsonOptions WithMaximumTextLength(int bytes) => Changed(copy => copy.MaximumTextLength = AtLeastOne(bytes, nameof(bytes)));

    internal JsonWriterOptions Writer => new()
    {
        Indented = Layout == DocumentLayout.Indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // The forms write what is valid; the check would find only their own mistakes, at the cost of time.
        SkipValidation = true,
    };

    internal JsonReaderOptions Reader => new()
    {
        CommentHandling = Syntax == DocumentSyntax.Strict ? JsonCommentHandling.Disallow : JsonCommentHandling.Skip,
        AllowTrailingCommas = Syntax != DocumentSyntax.Strict,
        MaxDepth = MaximumDepth,
    };

    internal string TooLarge =>
        string.Create(CultureInfo.InvariantCulture, $"the document has more than {MaximumBytes} bytes; allow more with {nameof(WithMaximumBytes)}.");

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{value} is out of range: a limit is at least 1."));

    private static TEnum Defined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum => Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"{value} is no {typeof(TEnum).Name}; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}.");

    private PortfolioJsonOptions Changed(Action<PortfolioJsonOptions> change)
    {
        var copy = (PortfolioJsonOptions)MemberwiseClone();
        change(copy);
        return copy;
    }
}
