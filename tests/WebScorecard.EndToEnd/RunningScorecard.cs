using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

// The tests start servers, browsers and ten thousand requests: two classes at a time, because a browser looking at a page keeps one core busy.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace WebScorecard.EndToEnd;

/// <summary>The published sample in a process of its own, as a user runs it.</summary>
internal sealed class RunningScorecard : IDisposable
{
    public const string Key = "the key of the tests";

    /// <summary>How many a program writes with at once, at most.</summary>
    public const int Writers = 32;

    private const string AnyPort = "http://127.0.0.1:0";

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private RunningScorecard(string connection, string urls)
    {
        Connection = connection;
        var app = Setting("WEBSCORECARD");
        process = new Process
        {
            StartInfo = new("dotnet", ["WebScorecard.dll", $"--urls={urls}", $"--ConnectionStrings:Scorecard={connection}", $"--Scorecard:WriteKey={Key}"])
            {
                WorkingDirectory = app,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>How to get at its database.</summary>
    public string Connection { get; }

    public string Output => string.Join('\n', output);

    public static async Task<RunningScorecard> StartAsync(string connection, string urls = AnyPort)
    {
        var scorecard = new RunningScorecard(connection, urls);
        scorecard.process.Start();
        scorecard.process.BeginOutputReadLine();
        scorecard.process.BeginErrorReadLine();
        const string listening = "Now listening on: ";
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(90); await Task.Delay(100))
        {
            if (scorecard.output.FirstOrDefault(line => line.Contains(listening, StringComparison.Ordinal)) is { } line)
            {
                scorecard.Address = new(line[(line.IndexOf(listening, StringComparison.Ordinal) + listening.Length)..].Trim());
                return scorecard;
            }

            Assert.False(scorecard.process.HasExited, scorecard.Output);
        }

        scorecard.Dispose();
        throw new TimeoutException(scorecard.Output);
    }

    /// <summary>Starts it on a database and kills it in the middle of that.</summary>
    public static async Task StartAndKillAsync(string connection, TimeSpan after, string urls = AnyPort)
    {
        using var scorecard = new RunningScorecard(connection, urls);
        scorecard.process.Start();
        await Task.Delay(after);
        scorecard.Kill();
    }

    /// <summary>A program that may write.</summary>
    public HttpClient Writer()
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Writers }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return client;
    }

    /// <summary>Where the first account is made, as it is printed.</summary>
    public async Task<string> FirstAccountAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(20); await Task.Delay(100))
        {
            if (output.FirstOrDefault(line => line.Contains("/first-account?code=", StringComparison.Ordinal)) is { } line)
            {
                return line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
            }
        }

        throw new TimeoutException(Output);
    }

    /// <summary>A database that nobody has used before.</summary>
    public static string NewDatabase(string kind) => kind == "PostgreSQL"
        ? string.Create(CultureInfo.InvariantCulture, $"{Setting("POSTGRESQL")};Database=scorecard_{Guid.NewGuid():N}")
        : $"Data Source={Path.Combine(Path.GetTempPath(), $"scorecard-{Guid.NewGuid():N}.db")}";

    /// <summary>Ends it without warning, as a power cut does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    internal static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; run .ci/checks/70-web.sh.");
}
