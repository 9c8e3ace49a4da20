using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cluster.EndToEnd;

/// <summary>A process of the sample: a silo and its gateway, always at the same address.</summary>
internal sealed class Silo : IDisposable
{
    public const string OperatorKey = "the key of the tests";

    private Process? process;

    public Silo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    public long Memory
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    public void Start()
    {
        process = new()
        {
            StartInfo = new(
                "dotnet",
                [
                    Path.Combine(Setting.Sample, "Cluster.dll"), "--contentRoot", Setting.Sample, "--urls", Address.ToString(),
                    "--Cluster:Key", OperatorKey, "--ConnectionStrings:Tenants", Setting.Database,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers at all.</summary>
    public async Task ServesAsync(HttpClient client)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/report"));
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && waited.Elapsed < TimeSpan.FromSeconds(120))
            {
                Assert.False(process!.HasExited, "A silo ended while it was starting.");
                await Task.Delay(50);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }
}
