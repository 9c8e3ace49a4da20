using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The same result stands twice among the current objectives, so it counts twice: same owner and unit, and the same KPI measured or the same words, in any
/// order.
/// Code <c>same-result-twice</c>, a warning on the later one.
/// </summary>
/// <remarks>
/// Bad: "Open rate of messages" and "messages, open rate", both in percent. Good: "Open rate of messages" in percent and "Messages opened" as a count; or the
/// open rate of two teams, each of its own messages.
/// </remarks>
public sealed class KeyResultRepeatsAnother : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        var seen = new Dictionary<(string What, string? Owner, Unit Unit), List<(int Start, int End, Objective Objective, KeyResult KeyResult)>>();
        foreach (var (objective, keyResult) in context.CurrentKeyResults)
        {
            var words = PlainWords.Of(keyResult.Name);
            Array.Sort(words, StringComparer.Ordinal);
            var ofSameKpi = keyResult.Measures is { } kpi ? FirstOf(kpi.Value, objective, keyResult) : null;
            var ofSameWords = FirstOf(string.Join(' ', words), objective, keyResult);
            if ((ofSameKpi ?? ofSameWords) is { } other)
            {
                yield return Finding.Of(
                    "same-result-twice", FindingSeverity.Warning, objective, keyResult, "finding.sameResultTwice",
                    new("other", $"{other.Objective.Id}/{other.KeyResult.Id}"), new("otherName", other.KeyResult.Name));
            }
        }

        // The first at the same time; what was seen in another cycle hides none of this one.
        (Objective Objective, KeyResult KeyResult)? FirstOf(string what, Objective objective, KeyResult keyResult)
        {
            var key = (what, Owner(objective, keyResult), keyResult.Unit);
            if (!seen.TryGetValue(key, out var alike))
            {
                seen.Add(key, alike = []);
            }

            // As numbers, so that thousands of cycles that have no day in common cost little.
            var (start, end) = (DayNumber.Of(objective.Cycle.Start), DayNumber.Of(objective.Cycle.End));
            var index = alike.FindIndex(each => each.Start <= end && start <= each.End);
            (Objective, KeyResult)? first = index < 0 ? null : (alike[index].Objective, alike[index].KeyResult);
            alike.Add((start, end, objective, keyResult));
            return first;
        }
    }

    private static string? Owner(Objective objective, KeyResult keyResult) => keyResult.Owner ?? objective.Owner;
}
