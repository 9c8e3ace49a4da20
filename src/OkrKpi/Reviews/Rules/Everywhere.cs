namespace OkrKpi;

/// <summary>What holds of nearly everything is told once, of the whole, and not hundreds of times.</summary>
internal static class Everywhere
{
    private const int Few = 2;
    private const decimal Nearly = 0.9m;

    /// <summary>One finding of the whole when more than two items lack something, and these are nine of ten; otherwise a finding for each.</summary>
    /// <typeparam name="TItem">What is looked at.</typeparam>
    /// <param name="items">Everything that is looked at.</param>
    /// <param name="findingOf">The finding of an item; <see langword="null"/> when nothing is to be said of it.</param>
    /// <param name="key">The sentence of the whole, with the facts "count" and "all".</param>
    internal static IEnumerable<Finding> Told<TItem>(IEnumerable<TItem> items, Func<TItem, Finding?> findingOf, string key)
    {
        var all = 0;
        var found = new List<Finding>();
        foreach (var item in items)
        {
            all++;
            if (findingOf(item) is { } finding)
            {
                found.Add(finding);
            }
        }

        return found.Count > Few && found.Count >= Nearly * all
            ? [
                Finding.Of(
                    found[0].Code, found[0].Severity, FindingSubject.Whole,
                    Explanation.Of(key, new Fact("count", (decimal)found.Count), new Fact("all", (decimal)all)).Resting(found.Select(each => each.Explanation)))
            ]
            : found;
    }
}
