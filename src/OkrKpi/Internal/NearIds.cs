namespace OkrKpi;

/// <summary>Ids that somebody may have meant who named one that is not there.</summary>
internal static class NearIds
{
    private const int Most = 3;

    private const int Few = 5;

    // Longer ids are compared by their beginnings.
    private const int Compared = 64;

    /// <summary>The end of a sentence that says an id is unknown: the near ones, or else all when they are few.</summary>
    internal static string Advice(string sought, IReadOnlyCollection<string> known)
    {
        var near = Of(sought, known);
        return near.Count > 0 ? $"; near is {Listed(near)}."
            : known.Count == 0 ? "; there is none."
            : known.Count <= Few ? $"; there is {Listed([.. known])}."
            : FormattableString.Invariant($"; none of the {known.Count} ids is near.");
    }

    /// <summary>Those a third of the text or less has to be changed of, whatever case, and those that hold or are held by it; the nearest first.</summary>
    internal static IReadOnlyList<string> Of(string sought, IEnumerable<string> known)
    {
        var text = Plain(sought);
        return [.. known.Select(each => (Id: each, Distance: Distance(text, Plain(each))))
            .Where(each => each.Distance is not null).OrderBy(each => each.Distance).ThenBy(each => each.Id, StringComparer.Ordinal).Take(Most)
                .Select(each => each.Id)];
    }

    private static string Listed(IReadOnlyList<string> ids) =>
        ids.Count == 1 ? $"'{ids[0]}'" : $"{string.Join(", ", ids.Take(ids.Count - 1).Select(id => $"'{id}'"))} or '{ids[^1]}'";

    private static string Plain(string id) => id[..Math.Min(id.Length, Compared)].ToUpperInvariant();

    // The fewest letters to put in, take out or replace (Levenshtein 1966); nothing when that is too many.
    private static int? Distance(string one, string other)
    {
        var most = Math.Max(one.Length, other.Length) / 3;
        if (Math.Min(one.Length, other.Length) >= 3 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)))
        {
            return Math.Abs(one.Length - other.Length);
        }

        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        Span<int> row = stackalloc int[Compared + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            var (left, above) = (line, row[0]);
            for (var column = 1; column <= other.Length; column++)
            {
                var best = one[line - 1] == other[column - 1] ? above : 1 + Math.Min(above, Math.Min(left, row[column]));
                (above, row[column - 1], left) = (row[column], left, best);
            }

            row[other.Length] = left;
        }

        return row[other.Length] <= most ? row[other.Length] : null;
    }
}
