using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>A type of a user.</summary>
public sealed class Holder<T>
{
    public T? Value { get; set; }

    public IReadOnlyList<T>? List { get; set; }
}

/// <summary>The context of a user.</summary>
[JsonSerializable(typeof(Holder<Kpi>))]
public sealed partial class HolderContext : JsonSerializerContext;
