using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OkrKpi.Benchmarks.Peers;

/// <summary>The library and its peer in one process, one case after the other, each call an iteration.</summary>
internal sealed class OneProcess : ManualConfig
{
    public OneProcess() =>
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7).WithInvocationCount(1).WithUnrollFactor(1));
}
