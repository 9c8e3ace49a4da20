using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace OkrKpi.Benchmarks;

/// <summary>The documents of <see cref="JsonBenchmarks"/> as plain types, as a program without this library would declare them.</summary>
public sealed class PlainPortfolio<TInstant, TDate>
    where TInstant : struct
    where TDate : struct
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int Version { get; set; }

    public List<PlainKpi>? Kpis { get; set; }

    public List<PlainObjective<TDate>>? Objectives { get; set; }

    public List<PlainSeries<TInstant, TDate>>? Measurements { get; set; }
}

public sealed class PlainKpi
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public PlainUnit? Unit { get; set; }

    public string? Direction { get; set; }

    public string? Cadence { get; set; }

    public string? Aggregation { get; set; }

    public string? Owner { get; set; }
}

public sealed class PlainSeries<TInstant, TDate>
    where TInstant : struct
    where TDate : struct
{
    public string? Kpi { get; set; }

    public List<PlainMeasurement<TInstant, TDate>> Values { get; set; } = [];
}

public sealed class PlainMeasurement<TInstant, TDate>
    where TInstant : struct
    where TDate : struct
{
    public TInstant? At { get; set; }

    public decimal Value { get; set; }

    public TDate? KnownOn { get; set; }
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

    public string? Of { get; set; }
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
[JsonSerializable(typeof(PlainPortfolio<DateTimeOffset, DateOnly>))]
internal sealed partial class PlainContext : JsonSerializerContext
{
    internal static JsonSerializerOptions Reflection { get; } = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}
