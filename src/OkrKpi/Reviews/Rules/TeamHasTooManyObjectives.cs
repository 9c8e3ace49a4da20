using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>A team has more than five objectives at the same time. Code <c>too-many-objectives</c>, a hint on the team.</summary>
/// <remarks>
/// Bad: six objectives of Sales in one quarter. Good: one to five. Objectives without an owner are passed over. Five is a choice; the sources name three to
/// five.
/// </remarks>
public sealed class TeamHasTooManyObjectives : FindingRule
{
    private const int Allowed = 5;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        foreach (var team in context.CurrentObjectives.Where(objective => objective.Owner is not null).GroupBy(
            objective => objective.Owner!, StringComparer.Ordinal))
        {
            // The most that are open at once; one more opens on the first day of a cycle, so the first days are where the most are found.
            LocalDate[] starts = [.. team.Select(objective => LocalDate.Max(objective.Cycle.Start, context.AsOf)).Order()];
            LocalDate[] ends = [.. team.Select(objective => objective.Cycle.End).Order()];
            var (count, over) = (0, 0);
            for (var begun = 0; begun < starts.Length; begun++)
            {
                while (ends[over] < starts[begun])
                {
                    over++;
                }

                count = Math.Max(count, begun + 1 - over);
            }

            if (count > Allowed)
            {
                yield return Finding.Of(
                    "too-many-objectives", FindingSeverity.Hint, FindingSubject.OfTeam(team.Key),
                    Explanation.Of("finding.tooManyObjectives", new Fact("team", team.Key), new Fact("count", (decimal)count),
                        new Fact("allowed", (decimal)Allowed)));
            }
        }
    }
}
