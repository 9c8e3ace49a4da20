using System.Net;
using System.Net.Sockets;
using Cluster.Tables;
using Orleans.Configuration;

namespace Cluster;

/// <summary>How a process takes part in the cluster.</summary>
internal static class SiloSetup
{
    public static void UseCluster(this WebApplicationBuilder builder, Database database) => builder.UseOrleans(silo =>
    {
        var address = IPAddress.Parse(builder.Configuration["Cluster:Address"] ?? "127.0.0.1");
        var port = builder.Configuration.GetValue<int?>("Cluster:Port") ?? FreePort(address);
        if (database.IsShared)
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("okrkpi", "okrkpi"));
            silo.ConfigureEndpoints(address, port, gatewayPort: 0);
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", database.ForOrleans));
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", database.ForOrleans));
        }
        else
        {
            silo.UseLocalhostClustering(port, gatewayPort: 0, new(IPAddress.Loopback, port));
            silo.UseInMemoryReminderService();
        }

        silo.Configure<ClusterMembershipOptions>(FindTheDeadFast);

        // How long a request that is lost with a silo keeps its writer waiting.
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(4));
        silo.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(4));
    });

    // A silo that was killed is found in about two seconds, and a cluster that was killed whole starts again in about ten (with the options that Orleans
    // begins with: ten, and more than ninety).
    private static void FindTheDeadFast(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 3;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
        options.NumMissedTableIAmAliveLimit = 3;
        options.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(60);
        options.MaxJoinAttemptTime = TimeSpan.FromSeconds(60);
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
