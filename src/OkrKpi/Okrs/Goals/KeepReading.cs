namespace OkrKpi.Goals;

/// <summary>How the values of a keep-within goal become its progress.</summary>
public enum KeepReading
{
    /// <summary>The share of the planned check-ins that have passed; one that is missing was not kept.</summary>
    ShareOfElapsed = 1,

    /// <summary>The share of all planned check-ins of the cycle, passed or not: 1 only at the end (Profit.co's control key result).</summary>
    ShareOfPlanned = 2,

    /// <summary>
    /// The share of the check-ins that were reported; silence is no failure and no success, and <see cref="Progress.Coverage"/> says how much was reported. The
    /// default.
    /// </summary>
    ShareOfReported = 3,

    /// <summary>The share of the periods up to the latest one reported; a hole before it was not kept, what comes after is still open (ServiceNow).</summary>
    ShareUpToLatest = 4,

    /// <summary>The current value alone.</summary>
    CurrentValue = 5,
}
