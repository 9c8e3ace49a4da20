using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// All aspirational objectives of a team ended near 1.0 in both of the last two cycles, so the team may dare more. Code <c>only-easy-goals</c>, a hint on the
/// team.
/// </summary>
/// <remarks>
/// Remarked: every objective of Sales scored 0.95 or more in the first and in the second quarter. Not remarked: one of them ended at 0.8, or only one cycle is
/// over.
/// Committed objectives are passed over, because 1.0 is their promise. The bound is a choice; 0.7 is what an aspirational objective succeeds with.
/// </remarks>
public sealed class TeamSetsOnlyEasyGoals : FindingRule
{
    private const decimal NearAll = 0.95m;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        var ended = context.Portfolio.Objectives
            .Where(objective => objective.Owner is not null && objective.Kind == ObjectiveKind.Aspirational && objective.Cycle.End <= context.AsOf)
            .Select(objective => context.ScoreOf(objective.Id)).OfType<AlignedScore>()
            .Where(score => score.Score is not null);
        foreach (var team in ended.GroupBy(score => score.Objective.Owner!, StringComparer.Ordinal))
        {
            AlignedScore[] lastTwo =
            [
                .. team.GroupBy(score => score.Objective.Cycle.End).OrderByDescending(cycle => cycle.Key).Take(2).SelectMany(cycle => cycle)
            ];
            if (lastTwo.Select(score => score.Objective.Cycle.End).Distinct().Count() == 2 && lastTwo.All(score => score.Score >= NearAll))
            {
                yield return Finding.Of(
                    "only-easy-goals", FindingSeverity.Hint, FindingSubject.OfTeam(team.Key),
                    Explanation.Of("finding.onlyEasyGoals", new Fact("team", team.Key), new Fact("count", (decimal)lastTwo.Length),
                        new Fact("lowest", lastTwo.Min(score => score.Score))));
            }
        }
    }
}
