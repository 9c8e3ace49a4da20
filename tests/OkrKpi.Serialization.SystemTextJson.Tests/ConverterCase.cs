using System.Text.Encodings.Web;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>An example of a type, and what is to hold for every type.</summary>
public abstract class ConverterCase(string name)
{
    protected static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    public string Name { get; } = name;

    public abstract string Written { get; }

    public abstract string WriteAgain(string json);

    public abstract string InHolder(JsonNamingPolicy policy);

    public abstract string Indented();

    public abstract string WithoutReflection();

    public abstract void Null();

    public abstract void Key();

    public override string ToString() => Name;
}

public sealed class ConverterCase<T>(T example) : ConverterCase(typeof(T).Name)
    where T : notnull
{
    public override string Written { get; } = JsonSerializer.Serialize(example, Options);

    public override string WriteAgain(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, Options), Options);

    public override string InHolder(JsonNamingPolicy policy)
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = policy }.AddOkrKpi();
        var once = JsonSerializer.Serialize(new Holder<T> { Value = example, List = [example] }, options);
        return JsonSerializer.Serialize(JsonSerializer.Deserialize<Holder<T>>(once, options), options);
    }

    public override string Indented()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }.AddOkrKpi();
        return JsonSerializer.Serialize(new Holder<T> { Value = example, List = [example, example] }, options);
    }

    public override string WithoutReflection()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = OkrKpiJsonContext.Default };
        return JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(example, options), options), options);
    }

    public override void Null()
    {
        if (typeof(T).IsValueType)
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("null", Options));
        }
        else
        {
            Assert.Null(JsonSerializer.Deserialize<T>("null", Options));
            Assert.Equal("null", JsonSerializer.Serialize<T>(default!, Options));
        }
    }

    public override void Key()
    {
        var dictionary = new Dictionary<T, int> { [example] = 1 };
        if (!Written.StartsWith('"') || typeof(T) == typeof(NodaTime.Instant))
        {
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(dictionary, Options));
            return;
        }

        var json = JsonSerializer.Serialize(dictionary, Options);
        Assert.Equal($"{{{Written}:1}}", json);
        Assert.Equal(dictionary, JsonSerializer.Deserialize<Dictionary<T, int>>(json, Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<T, int>>("{\" \":1}", Options));
    }
}
