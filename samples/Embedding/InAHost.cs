using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>Clock, storage and logging are the host's: it reads the clock, loads the portfolio, asks the library and logs the answer.</summary>
internal static partial class InAHost
{
    internal static void Run(TextWriter output)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(new LinesOf(output));
        builder.Services.AddSingleton<IClock>(new StoppedClock(Instant.FromUtc(2026, 4, 1, 6, 0))); // SystemClock.Instance in earnest
        builder.Services.AddSingleton(DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"]);
        builder.Services.AddSingleton(LoadPortfolio);
        builder.Services.AddSingleton<MorningReview>();

        using var host = builder.Build();
        host.Services.GetRequiredService<MorningReview>().Run();
    }

    private static Portfolio LoadPortfolio(IServiceProvider services)
    {
        var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100, from: new LocalDate(2026, 1, 1));
        return Portfolio.Of([meetings], [], [MeasurementSeries.Of("meetings", Measurement.On(new LocalDate(2026, 3, 31), 92))]);
    }

    private sealed partial class MorningReview(Portfolio portfolio, IClock clock, DateTimeZone zone, ILogger<MorningReview> logger)
    {
        public void Run()
        {
            // The close of yesterday: a review in the morning counts no half day.
            var yesterday = clock.GetCurrentInstant().InZone(zone).Date.PlusDays(-1);
            foreach (var need in portfolio.Review(yesterday).Needs)
            {
                if (need.State == OkrNeedState.Needed)
                {
                    LogNeed(logger, need.Kpi.Id, string.Join("; ", need.Reasons));
                }
            }
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kpi} needs an OKR: {Reasons}")]
        private static partial void LogNeed(ILogger logger, KpiId kpi, string reasons);
    }

    private sealed class StoppedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }

    private sealed class LinesOf(TextWriter output) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            output.WriteLine($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}

// prints
// Warning: meetings needs an OKR: lagging: 92 in 2026-Q1, target 100: 8 below
