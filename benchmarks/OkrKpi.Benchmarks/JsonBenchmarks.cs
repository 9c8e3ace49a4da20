using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using OkrKpi.Serialization.SystemTextJson;

namespace OkrKpi.Benchmarks;

/// <summary>One document of key results with twelve check-ins each, by this library, by plain types with the converters of NodaTime (reflection), and by plain types with generated code and the platform's dates.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private static readonly PortfolioJsonOptions Options = PortfolioJsonOptions.Default.With(DocumentLayout.Compact).WithMaximumBytes(int.MaxValue).WithMaximumItems(int.MaxValue);

    private static readonly JsonSerializerOptions Reflection = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    private readonly ArrayBufferWriter<byte> buffer = new();
    private Portfolio portfolio = Portfolio.Of([], [], []);
    private byte[] utf8 = [];
    private PlainDocument<LocalDate> withNodaTime = new();
    private PlainDocument<DateOnly> withPlatform = new();

    [Params(2_000)]
    public int KeyResults { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var cycle = Cycle.Quarter(2026, 3);
        portfolio = Portfolio.Of([], Enumerable.Range(0, KeyResults / 4).Select(each => Objective.Define(FormattableString.Invariant($"objective-{each}"), "Raise engagement with new customers", cycle).OwnedBy("Customer Success")
            .With(Enumerable.Range(0, 4).Select(index => KeyResult.Define(FormattableString.Invariant($"key-result-{index}"), "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)).OwnedBy("Mai")
                .With(Enumerable.Range(0, 12).Select(week => CheckIn.On(cycle.Start.PlusDays(7 * week), 4 + (((each * 7) + (week * 3)) % 1100 / 100m)).With(Confidence.Of(week % 10 / 10m)).Noting("as planned")))))), []);
        utf8 = PortfolioJson.WriteUtf8(portfolio, Options);
        withNodaTime = JsonSerializer.Deserialize<PlainDocument<LocalDate>>(utf8, Reflection)!;
        withPlatform = JsonSerializer.Deserialize(utf8, PlainContext.Default.PlainDocumentDateOnly)!;
        Console.WriteLine(FormattableString.Invariant($"// {utf8.Length} bytes"));
    }

    [BenchmarkCategory("write"), Benchmark]
    public int WriteReflectionNodaTime() => Write(json => JsonSerializer.Serialize(json, withNodaTime, Reflection));

    [BenchmarkCategory("write"), Benchmark]
    public int WriteGeneratedPlain() => Write(json => JsonSerializer.Serialize(json, withPlatform, PlainContext.Default.PlainDocumentDateOnly));

    [BenchmarkCategory("write"), Benchmark]
    public int WriteOkrKpi()
    {
        buffer.ResetWrittenCount();
        PortfolioJson.Write(portfolio, buffer, Options);
        return buffer.WrittenCount;
    }

    [BenchmarkCategory("read"), Benchmark]
    public object? ReadReflectionNodaTime() => JsonSerializer.Deserialize<PlainDocument<LocalDate>>(utf8, Reflection);

    [BenchmarkCategory("read"), Benchmark]
    public object? ReadGeneratedPlain() => JsonSerializer.Deserialize(utf8, PlainContext.Default.PlainDocumentDateOnly);

    [BenchmarkCategory("read"), Benchmark]
    public Portfolio ReadOkrKpi() => PortfolioJson.Read(utf8, Options);

    [BenchmarkCategory("read"), Benchmark]
    public int TokensOnly()
    {
        var reader = new Utf8JsonReader(utf8);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>What the objects take that reading makes: the same portfolio copied object by object.</summary>
    [BenchmarkCategory("read"), Benchmark]
    public Portfolio ObjectsOnly() => Portfolio.Of([], portfolio.Objectives.Select(each => Objective.Define(ObjectiveId.Of(each.Id.Value + ""), string.Concat(each.Title), Cycle.Between(each.Cycle.Start, each.Cycle.End).Named(each.Cycle.Name)).OwnedBy(each.Owner!)
        .With(each.KeyResults.Select(keyResult => KeyResult.Define(KeyResultId.Of(keyResult.Id.Value), keyResult.Name, Unit.Percent, Goal.FromTo(4, 15)).OwnedBy("Mai")
            .With(keyResult.CheckIns.Select(checkIn => CheckIn.Recorded(checkIn.Date, checkIn.Value, null, null, checkIn.Confidence, new string(checkIn.Note), null)))))), []);

    private int Write(Action<Utf8JsonWriter> write)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        write(json);
        return buffer.WrittenCount;
    }
}

public sealed class PlainDocument<TDate>
    where TDate : struct
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int Version { get; set; }

    public List<PlainObjective<TDate>> Objectives { get; set; } = [];
}

public sealed class PlainObjective<TDate>
    where TDate : struct
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public PlainCycle<TDate>? Cycle { get; set; }

    public string? Owner { get; set; }

    public List<PlainKeyResult<TDate>> KeyResults { get; set; } = [];
}

public sealed class PlainCycle<TDate>
    where TDate : struct
{
    public string? Name { get; set; }

    public TDate Start { get; set; }

    public TDate End { get; set; }
}

public sealed class PlainKeyResult<TDate>
    where TDate : struct
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public PlainUnit? Unit { get; set; }

    public PlainGoal? Goal { get; set; }

    public string? Owner { get; set; }

    public List<PlainCheckIn<TDate>> CheckIns { get; set; } = [];
}

public sealed class PlainUnit
{
    public string? Kind { get; set; }
}

public sealed class PlainGoal
{
    public string? Kind { get; set; }

    public decimal Start { get; set; }

    public decimal Target { get; set; }
}

public sealed class PlainCheckIn<TDate>
    where TDate : struct
{
    public TDate Date { get; set; }

    public decimal? Value { get; set; }

    public decimal? Confidence { get; set; }

    public string? Note { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainDocument<DateOnly>))]
internal sealed partial class PlainContext : JsonSerializerContext;
