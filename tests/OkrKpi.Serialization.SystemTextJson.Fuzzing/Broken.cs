namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>Something is said of every input, and does not hold for this one.</summary>
internal sealed class Broken(string message) : Exception(message)
{
    internal static void Unless(bool holds, string claim)
    {
        if (!holds)
        {
            throw new Broken("Not so: " + claim);
        }
    }
}
