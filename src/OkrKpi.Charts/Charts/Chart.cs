using System.Globalization;
using System.Text;
using Ardalis.GuardClauses;
using OkrKpi.Charts.Notebooks;
using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>
/// A picture of an answer: <c>Chart.Of(assessment).ToSvg()</c>. It is text without script, font or anything loaded, and the same on every machine.
/// </summary>
/// <remarks>
/// Immutable; compared by reference; drawn when asked for. Colours are CSS variables (<c>--okr-paper</c>, <c>ink</c>, <c>muted</c>, <c>grid</c>,
/// <c>line</c>, <c>actual</c>, <c>missed</c>, <c>target</c>, each with the prefix <c>--okr-</c>) that a page may set; without them they follow the
/// reader's light or dark mode.
/// Notebook kernels that look for formatters of a type show it as HTML and SVG.
/// </remarks>
[TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = ["text/html"])]
public abstract class Chart
{
    // Below it a picture is for a phone: what stands side by side comes to stand below each other.
    private protected const double Narrow = 480;

    private const int PhoneWidth = 344;

    private bool hasStyle = true;

    // Worked out once, and anew when anything changes.
    private string? description;
    private string? lead;
    private List<string>? said;

    private protected Chart(int width, int height) => (Width, Height) = (width, height);

    /// <summary>
    /// The width that is drawn for, in units of which a line of text takes 12; where it is shown, the picture scales to the room it is given.
    /// </summary>
    public int Width { get; private set; }

    /// <summary>The height at least; a picture is as high as it needs to be.</summary>
    public int Height { get; private protected set; }

    /// <summary>
    /// The rules of every picture and figure as CSS, for a page that has them once: a page whose policy allows no styles inside it serves this as a file,
    /// and shows
    /// pictures <see cref="WithoutStyle"/>.
    /// </summary>
    public static string Style { get; } = Palette.Style + Figure.Style;

    /// <summary>What the picture is of, such as the name of the KPI.</summary>
    public abstract string Title { get; }

    /// <summary>What the picture says, in sentences: "92 of 100 in 2026-Q2, below target since 2026-Q1".</summary>
    public string Description => description ??= Describe();

    /// <summary>What it speaks.</summary>
    internal ChartText Text { get; private set; } = ChartText.English;

    /// <summary>Whether the title, and what the picture says, are written in it; a figure has them in its caption.</summary>
    private protected bool HasHeading { get; private set; } = true;

    /// <summary>A KPI over its periods: the target in steps, raises, missed periods, gaps, and what is due by now.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart.</returns>
    public static KpiChart Of(KpiAssessment assessment) => new(Guard.Against.Null(assessment));

    /// <summary>Signal or noise: the values of a process with the limits within which they vary by chance, signals, and where limits begin anew.</summary>
    /// <param name="behaviour">The behaviour of a KPI or of plain values; of more than 400 points the last are drawn.</param>
    /// <returns>The chart.</returns>
    public static Chart Of(ProcessBehaviour behaviour) => new BehaviourChart(Guard.Against.Null(behaviour));

    /// <summary>A key result over its cycle: how far it was at each check-in, what was expected, where it is heading, and the confidence below.</summary>
    /// <param name="score">The score of the key result.</param>
    /// <returns>The chart.</returns>
    public static Chart Of(KeyResultScore score) => new KeyResultChart(Guard.Against.Null(score));

    /// <summary>An objective and its key results, with scores and pace.</summary>
    /// <param name="score">The score of the objective.</param>
    /// <returns>The chart.</returns>
    public static Chart Of(ObjectiveScore score) => new ObjectiveChart(Guard.Against.Null(score));

    /// <summary>An objective, its key results and what is aligned to it, as a tree with scores and pace.</summary>
    /// <param name="score">The score of the objective with what is aligned.</param>
    /// <returns>The chart.</returns>
    public static Chart Of(AlignedScore score) => new ObjectiveChart(Guard.Against.Null(score));

    /// <summary>When KPIs needed an OKR, a row a KPI.</summary>
    /// <param name="timelines">The timelines, at least one.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no timeline.</exception>
    public static Chart Of(params IEnumerable<NeedTimeline> timelines)
    {
        NeedTimeline[] all = [.. Guard.Against.Null(timelines)];
        return all.Length > 0 && Array.TrueForAll(all, each => each is not null)
            ? new NeedsChart(all)
            : throw new ArgumentException("A chart of needs shows at least one timeline, and each has to be there.", nameof(timelines));
    }

    /// <summary>The course of a KPI in a line as small as a word, for a cell of a table.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, 120 wide and 28 high.</returns>
    public static Chart Sparkline(KpiAssessment assessment) => new SparklineChart(Guard.Against.Null(assessment));

    /// <summary>
    /// How a KPI stands, as Few's bullet graph: a bar for the value, a mark for the target, and behind them what is missed, near and met in shades of one hue.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The chart, 200 wide and 28 high.</returns>
    public static Chart Bullet(KpiAssessment assessment) => new BulletChart(Guard.Against.Null(assessment));

    /// <summary>The same picture in a language: English, or Vietnamese. Any other language reads English.</summary>
    /// <param name="language">The language. Numbers and dates are written as its words are, and not by the culture data of the machine.</param>
    /// <returns>The chart.</returns>
    public Chart In(CultureInfo language)
    {
        Guard.Against.Null(language);
        return Changed(copy => copy.Text = ChartText.Of(language));
    }

    /// <summary>The same picture drawn for a width and height; text keeps its size, so a small picture says less and not smaller.</summary>
    /// <param name="width">The width, 60 to 4,000; text is 12 high. Phones are about 344 wide.</param>
    /// <param name="height">The height at least, 16 to 4,000; a picture is as high as it needs to be.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> or <paramref name="height"/> is out of bounds.</exception>
    public Chart Sized(int width, int height)
    {
        Guard.Against.OutOfRange(width, nameof(width), 60, 4_000, $"{width} is no width of a picture; give 60 to 4,000, such as 640.");
        Guard.Against.OutOfRange(height, nameof(height), 16, 4_000, $"{height} is no height of a picture; give 16 to 4,000, such as 340.");
        return Changed(copy => (copy.Width, copy.Height) = (width, height));
    }

    /// <summary>The same picture without its title and what it says, for a place where they stand beside it. For screen readers they stay.</summary>
    /// <returns>The chart.</returns>
    public Chart WithoutHeading() => Changed(copy => copy.HasHeading = false);

    /// <summary>The same picture without its rules, for a page that has <see cref="Style"/> once.</summary>
    /// <returns>The chart.</returns>
    public Chart WithoutStyle() => Changed(copy => copy.hasStyle = false);

    /// <summary>The picture as one SVG document.</summary>
    /// <returns>The text, which begins with <c>&lt;svg</c>.</returns>
    public string ToSvg()
    {
        using var text = new StringWriter(new StringBuilder(8_192), CultureInfo.InvariantCulture);
        WriteTo(text);
        return text.ToString();
    }

    /// <summary>Writes the picture as one SVG document.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(TextWriter writer) => Draw(Guard.Against.Null(writer), hasStyle ? Palette.Style : "", "");

    /// <summary>
    /// The picture for a page: a <c>figure</c> with what it says as caption and its numbers as a table that opens, drawn twice, for wide and for narrow rooms.
    /// </summary>
    /// <returns>A fragment of HTML, without script.</returns>
    public string ToHtml()
    {
        using var text = new StringWriter(new StringBuilder(16_384), CultureInfo.InvariantCulture);
        if (hasStyle)
        {
            text.Write("<style>");
            text.Write(Style);
            text.Write("</style>");
        }

        Figure.Write(text, this, Text, Title);
        return text.ToString();
    }

    /// <summary>What the picture is of and says.</summary>
    /// <returns>The text, in the language of the picture.</returns>
    public override string ToString() => $"{Title}: {Description}";

    /// <summary>The numbers behind it: the head of the table, and its rows.</summary>
    internal abstract (string[] Head, List<string[]> Rows) Table();

    /// <summary>Draws it without what a page has once for all.</summary>
    internal void Draw(TextWriter writer, string style, string kind)
    {
        var svg = new SvgWriter(writer);
        Draw(svg, style, kind);
        svg.Close();
    }

    /// <summary>For a figure: wide, and where that would be too small to read on a phone also narrow.</summary>
    internal IEnumerable<(Chart Chart, string Kind)> Sizes() => Width > Narrow
        ? [(WithoutHeading(), " okr-wide"), (WithoutHeading().Sized(PhoneWidth, Math.Clamp(Height, 200, 310)), " okr-narrow")]
        : [(WithoutHeading(), "")];

    private protected abstract string Describe();

    /// <summary>What of it is written below the title; what the picture shows in words anyway is not.</summary>
    private protected virtual string DescribeShortly() => Description;

    private protected abstract void Draw(SvgWriter svg, string style, string kind);

    private protected string Lead => lead ??= DescribeShortly();

    private protected Chart Changed(Action<Chart> change)
    {
        var copy = (Chart)MemberwiseClone();
        (copy.description, copy.lead, copy.said) = (null, null, null);
        change(copy);
        return copy;
    }

    /// <summary>The width it is laid out for: below that of a small phone it scales.</summary>
    private protected int Wide => Math.Max(Width, 280);

    /// <summary>How far down its heading goes.</summary>
    private protected double HeadingHeight => HasHeading ? 30 + (17.0 * Said().Count) : 4;

    /// <summary>What it says, in lines; a narrow picture has more of them.</summary>
    private protected List<string> Said() => said ??= TextWidth.Wrap(Lead, Wide - 24, 12, Width < Narrow ? 3 : 2);

    /// <summary>Opens the picture with its paper and heading; gives how far down the heading goes.</summary>
    private protected double Open(SvgWriter svg, string style, string kind, double height)
    {
        svg.Open(Wide, height, Markup.Isolated(Title), Description, style, kind);
        svg.Rect("p", 0, 0, Wide, height);
        if (!HasHeading)
        {
            return HeadingHeight;
        }

        var y = 22.0;
        svg.Text("h", 12, y, TextWidth.Fit(Title, Wide - 24, 15, isBold: true));
        foreach (var line in Said())
        {
            y += 17;
            svg.Text("n", 12, y, line);
        }

        return HeadingHeight;
    }
}
