using System.Diagnostics;

namespace Cluster;

/// <summary>Asks again when a silo is lost on the way. Only what may be asked twice is asked so: reads, and writes that have a key.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Task<T> TryAsync<T>(Func<Task<T>> ask) => TryAsync(ask, Longest);

    public static async Task<T> TryAsync<T>(Func<Task<T>> ask, TimeSpan longest)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception lost) when (lost is OrleansMessageRejectionException or SiloUnavailableException or TimeoutException && waited.Elapsed < longest)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
