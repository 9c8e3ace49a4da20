using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class OptionsTests
{
    private const string Commented = "{ // a remark\n \"version\": 1, /* another */ \"name\": \"A\", }";

    [Fact]
    public void The_defaults_are_these()
    {
        var options = PortfolioJsonOptions.Default;
        Assert.Equal(DocumentSyntax.Strict, options.Syntax);
        Assert.Equal(DocumentLayout.Indented, options.Layout);
        Assert.Equal(CultureInfo.InvariantCulture, options.Culture);
        Assert.Equal((67_108_864, 64, 1_000_000, 65_536), (options.MaximumBytes, options.MaximumDepth, options.MaximumItems, options.MaximumTextLength));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_accepted_by_name_only()
    {
        Assert.Throws<JsonException>(() => PortfolioJson.Read(Commented));
        Assert.Equal("A", PortfolioJson.Read(Commented, PortfolioJsonOptions.Default.With(DocumentSyntax.CommentsAndTrailingCommas)).Name);
    }

    [Fact]
    public void A_compact_document_says_the_same()
    {
        var compact = PortfolioJson.Write(Sample.Everything(), PortfolioJsonOptions.Default.With(DocumentLayout.Compact));
        Assert.DoesNotContain('\n', compact);
        Assert.Equal(PortfolioJson.Write(Sample.Everything()), PortfolioJson.Write(PortfolioJson.Read(compact)));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_on_every_way_in()
    {
        var utf8 = PortfolioJson.WriteUtf8(Sample.Everything());
        var options = PortfolioJsonOptions.Default.WithMaximumBytes(utf8.Length - 1);
        Refused(() => PortfolioJson.Read(utf8, options), "WithMaximumBytes");
        Refused(() => PortfolioJson.Read(Encoding.UTF8.GetString(utf8), options), "WithMaximumBytes");
        Refused(() => PortfolioJson.Read(new MemoryStream(utf8), options), "WithMaximumBytes");
        await Assert.ThrowsAsync<JsonException>(() => PortfolioJson.ReadAsync(new MemoryStream(utf8), options, CancellationToken.None));
        await Assert.ThrowsAsync<JsonException>(() => PortfolioJson.ReadAsync(PipeReader.Create(new MemoryStream(utf8)), options, CancellationToken.None));
        Assert.NotNull(PortfolioJson.Read(utf8, options.WithMaximumBytes(utf8.Length)));
    }

    [Fact]
    public void Depth_items_and_texts_have_limits()
    {
        var utf8 = PortfolioJson.WriteUtf8(Sample.Everything());
        Refused(() => PortfolioJson.Read(utf8, PortfolioJsonOptions.Default.WithMaximumDepth(3)), "depth");
        Refused(() => PortfolioJson.Read(utf8, PortfolioJsonOptions.Default.WithMaximumItems(5)), "WithMaximumItems");
        Refused(() => PortfolioJson.Read(utf8, PortfolioJsonOptions.Default.WithMaximumTextLength(5)), "WithMaximumTextLength");
        Assert.Throws<ArgumentOutOfRangeException>(() => PortfolioJsonOptions.Default.WithMaximumDepth(257));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortfolioJsonOptions.Default.WithMaximumItems(0));
    }

    [Fact]
    public void A_long_text_is_refused_without_a_copy_of_it()
    {
        byte[] utf8 = [.. "{\"version\":1,\"name\":\""u8, .. Enumerable.Repeat((byte)'a', 8_000_000), .. "\"}"u8];
        Assert.Throws<JsonException>(() => PortfolioJson.Read(utf8));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<JsonException>(() => PortfolioJson.Read(utf8));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Reading_makes_little_more_than_building_the_same_objects()
    {
        var cycle = Cycle.Quarter(2026, 3);
        Portfolio Build() => Portfolio.Of([], Enumerable.Range(0, 100)
            .Select(each => Objective.Define(FormattableString.Invariant($"o-{each}"), new string("Raise engagement".AsSpan()), cycle)
            .OwnedBy(new string("Success".AsSpan()))
            .With(Enumerable.Range(0, 4).Select(index => KeyResult.Define(FormattableString.Invariant($"kr-{index}"),
                new string("Open rate of messages".AsSpan()), Unit.Percent, Goal.FromTo(4, 15)).OwnedBy(new string("Mai".AsSpan()))
                .With(Enumerable.Range(0, 12).Select(week => CheckIn.Recorded(cycle.Start.PlusDays(7 * week), 4 + week, null, null, Confidence.OutOfTen(5),
                    new string("as planned".AsSpan()), null)))))), []);
        var utf8 = PortfolioJson.WriteUtf8(Build());
        Assert.InRange(Allocated(() => PortfolioJson.Read(utf8)) / (double)Allocated(Build), 0.9, 1.2);
    }

    private static long Allocated(Func<Portfolio> portfolio)
    {
        portfolio();
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(portfolio());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task A_pipe_is_read_to_its_end_and_written_without_a_copy()
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 64, pauseWriterThreshold: 0));
        PortfolioJson.Write(Sample.Everything(), pipe.Writer, PortfolioJsonOptions.Default);
        await pipe.Writer.CompleteAsync();
        var read = await PortfolioJson.ReadAsync(pipe.Reader, PortfolioJsonOptions.Default, CancellationToken.None);
        Assert.Equal(PortfolioJson.Write(Sample.Everything()), PortfolioJson.Write(read));
    }

    [Fact]
    public async Task A_stream_is_written_at_once_or_asynchronously()
    {
        using var stream = new MemoryStream();
        await PortfolioJson.WriteAsync(Sample.Everything(), stream);
        Assert.Equal(PortfolioJson.WriteUtf8(Sample.Everything()), stream.ToArray());
    }

    private static void Refused(Func<Portfolio> read, string word) =>
        Assert.Contains(word, Assert.Throws<JsonException>(read).Message, StringComparison.Ordinal);
}
