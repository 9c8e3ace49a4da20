namespace OkrKpi.Scoring;

/// <summary>
/// What a reading that comes with the library is made of, so that it can be stored and made again: its name, its settings, and the readings it is composed of.
/// </summary>
/// <remarks>Immutable; compared by reference. <c>Lagging.MissesOutOf(3, 6)</c> is <c>missesOutOf</c> with <c>misses</c> 3 and <c>periods</c> 6.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class LaggingRecipe
{
    private readonly Dictionary<string, object> settings;
    private readonly Lagging[] readings;

    internal LaggingRecipe(string name, params (string Name, object? Value)[] settings)
        : this(name, [], settings)
    {
    }

    internal LaggingRecipe(string name, Lagging[] readings, params (string Name, object? Value)[] settings)
    {
        Name = name;
        this.readings = readings;
        this.settings = [];
        foreach (var setting in settings)
        {
            if (setting.Value is { } value)
            {
                this.settings.Add(setting.Name, value);
            }
        }
    }

    /// <summary>The name of the reading, as the member of <see cref="Lagging"/> that makes it, with a small first letter.</summary>
    public string Name { get; }

    /// <summary>
    /// The arguments it was made with, by their names: numbers, a <see cref="Tolerance"/>, a <see cref="SeasonalProfile"/> and the like; those left out are not
    /// among them.
    /// </summary>
    public IReadOnlyDictionary<string, object> Settings => settings;

    /// <summary>The readings it is composed of, in order; none where it is not composed.</summary>
    public IReadOnlyList<Lagging> Readings => readings;

    /// <summary>Name and settings, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}({string.Join(", ", settings.Select(Setting).Concat(readings.Select(static each => each.ToString())))})");

    private static string Setting(KeyValuePair<string, object> setting) => FormattableString.Invariant($"{setting.Key}: {setting.Value}");
}
