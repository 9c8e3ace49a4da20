namespace OkrKpi;

/// <summary>The check-ins of a key result, and those of each part of its goal, which are looked for once however many parts there are.</summary>
internal sealed class CheckInsByPart(CheckIn[] all)
{
    internal static readonly CheckInsByPart None = new([]);

    private Dictionary<string, CheckIn[]>? byPart;

    internal CheckIn[] All => all;

    /// <summary>Those of a part, in the order of all.</summary>
    internal CheckIn[] Of(string part) => (byPart ??= Grouped()).GetValueOrDefault(part) ?? [];

    private Dictionary<string, CheckIn[]> Grouped() => all
        .Where(static checkIn => checkIn.Part is not null)
        .GroupBy(static checkIn => checkIn.Part!, StringComparer.Ordinal)
        .ToDictionary(static part => part.Key, static part => part.ToArray(), StringComparer.Ordinal);
}
