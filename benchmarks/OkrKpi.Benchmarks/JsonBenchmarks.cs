using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NodaTime;
using OkrKpi.Serialization.SystemTextJson;

namespace OkrKpi.Benchmarks;

/// <summary>
/// One document by this library, by plain types with the converters of NodaTime (reflection), and by plain types with generated code and the platform's dates.
/// The plain types take
/// everything and check nothing; this library checks every value.
/// </summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private static readonly PortfolioJsonOptions Options = PortfolioJsonOptions.Default
        .With(DocumentLayout.Compact)
        .WithMaximumBytes(int.MaxValue)
        .WithMaximumItems(int.MaxValue);

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new();
    private Portfolio portfolio = Portfolio.Of([], [], []);
    private byte[] utf8 = [];
    private PlainPortfolio<Instant, LocalDate> withNodaTime = new();
    private PlainPortfolio<DateTimeOffset, DateOnly> withPlatform = new();

    [ParamsAllValues]
    public JsonShape Shape { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        portfolio = Shape == JsonShape.CheckIns ? CheckIns() : Measurements();
        utf8 = PortfolioJson.WriteUtf8(portfolio, Options);
        withNodaTime = JsonSerializer.Deserialize<PlainPortfolio<Instant, LocalDate>>(utf8, PlainContext.Reflection)!;
        withPlatform = JsonSerializer.Deserialize(utf8, PlainContext.Default.PlainPortfolioDateTimeOffsetDateOnly)!;
        Console.WriteLine(FormattableString.Invariant($"// {utf8.Length} bytes"));
    }

    [BenchmarkCategory("write"), Benchmark]
    public int WriteReflectionNodaTime() => Write(json => JsonSerializer.Serialize(json, withNodaTime, PlainContext.Reflection));

    [BenchmarkCategory("write"), Benchmark]
    public int WriteGeneratedPlain() => Write(json => JsonSerializer.Serialize(json, withPlatform, PlainContext.Default.PlainPortfolioDateTimeOffsetDateOnly));

    [BenchmarkCategory("write"), Benchmark]
    public int WriteOkrKpi()
    {
        buffer.ResetWrittenCount();
        PortfolioJson.Write(portfolio, buffer, Options);
        return buffer.WrittenCount;
    }

    [BenchmarkCategory("read"), Benchmark]
    public object? ReadReflectionNodaTime() => JsonSerializer.Deserialize<PlainPortfolio<Instant, LocalDate>>(utf8, PlainContext.Reflection);

    [BenchmarkCategory("read"), Benchmark]
    public object? ReadGeneratedPlain() => JsonSerializer.Deserialize(utf8, PlainContext.Default.PlainPortfolioDateTimeOffsetDateOnly);

    [BenchmarkCategory("read"), Benchmark]
    public Portfolio ReadOkrKpi() => PortfolioJson.Read(utf8, Options);

    [BenchmarkCategory("read"), Benchmark]
    public int ReadTokensOnly()
    {
        var reader = new Utf8JsonReader(utf8);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>What the objects take that reading makes, built by hand through the public API.</summary>
    [BenchmarkCategory("read"), Benchmark]
    public Portfolio BuildByHand() => Shape == JsonShape.CheckIns ? CheckIns() : Measurements();

    /// <summary>2,000 key results with twelve check-ins each: dates only.</summary>
    private static Portfolio CheckIns()
    {
        var cycle = Cycle.Quarter(2026, 3);
        return Portfolio.Of([], Enumerable.Range(0, 500).Select(each =>
            Objective.Define(FormattableString.Invariant($"objective-{each}"), Copy("Raise engagement with new customers"), cycle)
            .OwnedBy(Copy("Customer Success"))
            .With(Enumerable.Range(0, 4).Select(index => KeyResult.Define(FormattableString.Invariant($"key-result-{index}"),
                Copy("Open rate of in-product messages"), Unit.Percent, Goal.FromTo(4, 15)).OwnedBy(Copy("Mai"))
                .With(Enumerable.Range(0, 12).Select(week => CheckIn.Recorded(
                    cycle.Start.PlusDays(7 * week), 4 + (((each * 7) + (week * 3)) % 1100 / 100m), null, null, Confidence.Of(week % 10 / 10m),
                    Copy("as planned"), null)))))), []);
    }

    /// <summary>200 KPIs with 120 measurements each: an instant, a date and a number a line.</summary>
    private static Portfolio Measurements()
    {
        Kpi[] kpis =
        [
            .. Enumerable.Range(0, 200)
                .Select(each => Kpi.Define(
                    FormattableString.Invariant($"kpi-{each}"), Copy("Active users of the day"), Unit.Count("user"),
                    Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average).OwnedBy(Copy("Product")))
        ];
        return Portfolio.Of(kpis, [], kpis.Select((kpi, each) => MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 120).Select(day => Measurement.Recorded(
            null, Instant.FromUtc(2026, 1, 5, 9, 0).Plus(Duration.FromHours((24 * day) + (each % 7))), 1_000 + (((each * 7) + (day * 3)) % 1100 / 100m), null,
            null, null, new LocalDate(2026, 1, 6).PlusDays(day))))));
    }

    private static string Copy(string text) => new(text.AsSpan());

    private int Write(Action<Utf8JsonWriter> write)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        write(json);
        return buffer.WrittenCount;
    }
}
