using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class JsonLinesTests
{
    private const string Lines = "\uFEFF{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1.50}\r\n\n{\"kpi\":\"a\",\"date\":\"2026-07-02\",\"value\":\"x\"}\n{\"value\":3,\"kpi\":\"b\",\"at\":\"2026-07-02T08:00:00Z\"}";

    [Fact]
    public void Measurements_survive()
    {
        using var stream = new MemoryStream();
        JsonLines.Write(JsonLines.MeasurementsOf(Sample.Everything()), stream);
        stream.Position = 0;
        var read = JsonLines.ReadMeasurements(stream, BadLines.Stop).ToList();
        Assert.Equal(Sample.Everything().Measurements.SelectMany(series => series.Measurements), read.Select(line => line.Measurement));
        Assert.Equal("""{"kpi":"conversion","date":"2026-07-01","value":3,"denominator":8}""", Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[4]);
    }

    [Fact]
    public async Task Check_ins_survive_asynchronously()
    {
        using var stream = new MemoryStream();
        await JsonLines.WriteAsync(JsonLines.CheckInsOf(Sample.Everything()).ToAsyncEnumerable(), stream, CancellationToken.None);
        stream.Position = 0;
        var read = new List<CheckInLine>();
        await foreach (var line in JsonLines.ReadCheckInsAsync(stream, BadLines.Stop))
        {
            read.Add(line);
        }

        Assert.Equal(
            Sample.Everything().Objectives.SelectMany(objective => objective.KeyResults).SelectMany(keyResult => keyResult.CheckIns),
            read.Select(line => line.CheckIn));
        Assert.Contains("grow/survey", read[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_stops_with_its_number()
    {
        var read = new List<MeasurementLine>();
        var exception = Assert.Throws<JsonException>(() => read.AddRange(JsonLines.ReadMeasurements(Stream(Lines), BadLines.Stop)));
        Assert.Equal("$.value, line 3: expected a number, not a string.", exception.Message);
        Assert.Equal(2, exception.LineNumber);
    }

    [Fact]
    public void Or_it_is_collected_and_the_rest_is_read()
    {
        var problems = new List<DocumentProblem>();
        var read = JsonLines.ReadMeasurements(Stream(Lines), BadLines.CollectInto(problems)).ToList();
        Assert.Equal(["a", "b"], read.Select(line => line.Kpi.Value));
        Assert.Equal(1.50m, read[0].Measurement.Value);
        Assert.Equal(3, Assert.Single(problems).Line);
    }

    [Theory]
    [InlineData("{\"kpi\":\"a\"", "$.kpi")]
    [InlineData("{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1} x", "$")]
    [InlineData("[]", "$")]
    [InlineData("{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1,\"colour\":1}", "$.colour")]
    [InlineData("{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1e16}", "$.value")]
    [InlineData("{\"kpi\":\" \",\"date\":\"2026-07-01\",\"value\":1}", "$.kpi")]
    public void What_does_not_fit_has_a_path(string line, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => JsonLines.ReadMeasurements(Stream(line), BadLines.Stop).ToList()).Path);

    [Fact]
    public void Collecting_ends_where_the_collection_has_enough()
    {
        var ten = new Ten();
        var stream = Stream(string.Concat(Enumerable.Repeat("x\n", 200_000)));
        Assert.Throws<NotSupportedException>(() => JsonLines.ReadMeasurements(stream, BadLines.CollectInto(ten)).ToList());
        Assert.Equal(10, ten.Count);
        Assert.True(stream.Position < stream.Length);
    }

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_in_little_memory()
    {
        var problems = new List<DocumentProblem>();
        byte[] utf8 = [.. Enumerable.Repeat((byte)'a', 9_000_000), (byte)'\n', .. "{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1}"u8];
        var read = JsonLines.ReadMeasurements(new MemoryStream(utf8), BadLines.CollectInto(problems)).ToList();
        Assert.Single(read);
        Assert.Equal((1, "$"), (Assert.Single(problems).Line, problems[0].Path));
    }

    [Fact]
    public void Reading_keeps_no_line_and_reads_no_further_ahead_than_a_buffer()
    {
        const int Count = 100_000;
        const int Ahead = 262_144;
        var line = "{\"kpi\":\"a\",\"date\":\"2026-07-01\",\"value\":1}\n"u8.ToArray();
        using var stream = new Repeated(line, Count);
        WeakReference? early = null;
        var read = 0;
        foreach (var each in JsonLines.ReadMeasurements(stream, BadLines.Stop))
        {
            read++;
            Assert.InRange(stream.Position - ((long)read * line.Length), 0, Ahead);
            if (read == 10)
            {
                early = new(each);
            }
        }

        GC.Collect();
        Assert.Equal((Count, false), (read, early!.IsAlive));
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>A stream that gives one line again and again, in pieces that end anywhere.</summary>
    private sealed class Repeated(byte[] line, int times) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => (long)line.Length * times;

        public override long Position
        {
            get => at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(Math.Min(count, 10_007), Length - at);
            for (var index = 0; index < count; index++)
            {
                buffer[offset + index] = line[at++ % line.Length];
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Ten : System.Collections.ObjectModel.Collection<DocumentProblem>
    {
        protected override void InsertItem(int index, DocumentProblem item)
        {
            if (index == 10)
            {
                throw new NotSupportedException("Ten are enough.");
            }

            base.InsertItem(index, item);
        }
    }
}
