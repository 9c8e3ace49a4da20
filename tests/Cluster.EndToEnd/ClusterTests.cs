using System.Diagnostics;
using Npgsql;

namespace Cluster.EndToEnd;

public sealed class ClusterTests
{
    [Fact]
    public async Task A_cluster_whose_silos_are_killed_loses_nothing_and_doubles_nothing()
    {
        Silo[] silos = [new(), new(), new()];
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var tenants = new Tenants(silos, client);
            Array.ForEach(silos, silo => silo.Start());
            await Timed("three silos started at once served after", () => Task.WhenAll(silos.Select(silo => silo.ServesAsync(client))));
            await Timed($"{Setting.Organisations} organisations founded in", () => tenants.FoundAsync(Setting.Organisations));

            Told("reviews from memory, the first of a date", await tenants.ReviewAsync(14));
            Told("reviews from memory, again", await tenants.ReviewAsync(14));
            Setting.Note($"{Setting.Organisations} portfolios held; memory of the silos {string.Join(", ", silos.Select(silo => $"{silo.Memory >> 20} MB"))}");

            var writes = await tenants.CheckInAsync(Setting.CheckIns, KillAsync(silos, client));
            Told($"check-ins while {Setting.Kills} silos were killed", writes);
            Assert.InRange(writes[^1], TimeSpan.Zero, Setting.LongestWrite);
            await tenants.NothingIsLostOrDoubledAsync();

            var clock = Stopwatch.StartNew();
            var report = await tenants.ReportAsync();
            Setting.Note($"the report over all organisations took {clock.Elapsed.TotalSeconds:0.0} s");
            Assert.Equal(Setting.Organisations, report.Sum(each => (int)each!["organisations"]!));
            Assert.Equal(Setting.Organisations, report.Sum(each => (int)each!["needed"]!));

            var rolling = await tenants.CheckInAsync(0, RestartAsync(silos, client));
            Told("check-ins during a rolling restart", rolling);
            Assert.InRange(rolling[^1], TimeSpan.Zero, Setting.LongestWrite);

            Array.ForEach(silos, silo => silo.Kill());
            var served = Stopwatch.StartNew();
            silos[0].Start();
            await silos[0].ServesAsync(client);
            await tenants.CheckInAsync(1, Task.CompletedTask);
            Setting.Note($"after all were killed, one that was started served after {served.Elapsed.TotalSeconds:0.0} s");
            Assert.InRange(served.Elapsed, TimeSpan.Zero, Setting.LongestStart);
            await tenants.NothingIsLostOrDoubledAsync();
            await NumbersHaveNoGapsAsync(tenants.Written + Setting.Organisations);
        }
        finally
        {
            Array.ForEach(silos, silo => silo.Dispose());
        }
    }

    // One every few seconds, started again a second later.
    private static async Task KillAsync(Silo[] silos, HttpClient client)
    {
        for (var kill = 0; kill < Setting.Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.Next(2, 5)));
            var silo = silos[Random.Shared.Next(silos.Length)];
            silo.Kill();
            await Task.Delay(TimeSpan.FromSeconds(1));
            silo.Start();
            await silo.ServesAsync(client);
        }
    }

    private static async Task RestartAsync(Silo[] silos, HttpClient client)
    {
        foreach (var silo in silos)
        {
            await silo.StopAsync();
            silo.Start();
            await silo.ServesAsync(client);
        }
    }

    private static async Task NumbersHaveNoGapsAsync(int entries)
    {
        await using var source = NpgsqlDataSource.Create(Setting.Database);
        await using var command = source.CreateCommand("select sum(count)::integer, bool_and(last = count) from "
            + "(select org, count(*) as count, max(number) as last from entry group by org) each");
        await using var rows = await command.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());
        Assert.Equal(entries, rows.GetInt32(0));
        Assert.True(rows.GetBoolean(1));
    }

    private static async Task Timed(string what, Func<Task> act)
    {
        var clock = Stopwatch.StartNew();
        await act();
        Setting.Note($"{what} {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Told(string what, TimeSpan[] sorted) => Setting.Note(
        $"{sorted.Length} {what}: p50 {sorted[sorted.Length / 2].TotalMilliseconds:0} ms, p99 {sorted[sorted.Length * 99 / 100].TotalMilliseconds:0} ms, "
        + $"longest {sorted[^1].TotalMilliseconds:0} ms");
}
