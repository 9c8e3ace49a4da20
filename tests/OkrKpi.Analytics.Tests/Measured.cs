namespace OkrKpi.Analytics.Tests;

/// <summary>
/// Whether the figures of the README are to be measured: <c>OKRKPI_MEASURE=1</c> takes as many cases as there, otherwise a quick run has fewer.
/// </summary>
internal static class Measured
{
    internal static int Or(int whole, int quick) => Environment.GetEnvironmentVariable("OKRKPI_MEASURE") == "1" ? whole : quick;
}
