namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// What does not fit, and where: a token of the input, and the way down from it. Becomes a <see cref="System.Text.Json.JsonException"/> at the edge.
/// </summary>
#pragma warning disable CA1032, CA1064 // Never leaves the package.
internal sealed class JsonFault(long at, object[] below, string text, Exception? inner = null) : Exception(text, inner)
#pragma warning restore CA1032, CA1064
{
    /// <summary>The index of the first byte of a token.</summary>
    internal long At { get; } = at;

    /// <summary>Names of members and indexes of items, from that token down.</summary>
    internal object[] Below { get; } = below;
}
