using System.Globalization;

namespace Cluster.EndToEnd;

/// <summary>What the script that runs the tests has set up, and how large they are to be.</summary>
internal static class Setting
{
    public static string Sample => Text("CLUSTER");

    public static string Database => Text("POSTGRESQL");

    public static int CheckIns => Number("CLUSTER_CHECK_INS", 2_000);

    public static int Organisations => Number("CLUSTER_ORGANISATIONS", 200);

    public static int Kills => Number("CLUSTER_KILLS", 3);

    /// <summary>The longest a write may take, with room for a slow machine; on a quiet one it is 5.</summary>
    public static TimeSpan LongestWrite => TimeSpan.FromSeconds(Number("CLUSTER_LONGEST_WRITE", 20));

    /// <summary>How long one silo may take to serve after all were killed, with room for a slow machine; on a quiet one it is 20.</summary>
    public static TimeSpan LongestStart => TimeSpan.FromSeconds(Number("CLUSTER_LONGEST_START", 90));

    /// <summary>What was measured, for the script to show.</summary>
    public static void Note(string text) => File.AppendAllText(Text("NOTES"), $"note: {text}\n");

    private static string Text(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; run .ci/checks/72-cluster.sh.");

    private static int Number(string name, int usually) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usually;
}
