namespace OkrKpi;

/// <summary>
/// A property of many cases, the same ones on every run, so that a change is judged by what it changes. With <c>OKRKPI_SEEDS=random</c> each run looks at
/// other cases: that is how one hunts for what nobody thought of.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PropertyAttribute : FsCheck.Xunit.PropertyAttribute
{
    public PropertyAttribute()
    {
        if (Environment.GetEnvironmentVariable("OKRKPI_SEEDS") != "random")
        {
            Replay = "20261129,15";
        }
    }
}
