using Cluster.Tenants;

namespace Cluster;

/// <summary>Sees to it, once the silo is up, that every part is reminded of the weekly review.</summary>
internal sealed class Reminding(IGrainFactory grains) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, PartGrain.Parts).Select(StartAsync));

    private Task StartAsync(int part) => Patience.TryAsync(
        async () =>
        {
            await grains.GetGrain<IPartGrain>(part).StartAsync();
            return true;
        },
        TimeSpan.MaxValue);
}
