namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>A way into the package.</summary>
/// <param name="Run">Feeds it; whatever it throws is a finding.</param>
/// <param name="Seeds">Small inputs it accepts, to begin with.</param>
internal sealed record Entrance(Action<byte[]> Run, Func<Portfolio, IEnumerable<byte[]>> Seeds);
