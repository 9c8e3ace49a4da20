using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result was half done or more within the first two weeks of its cycle, so its start was set too low or its target too near. Code
/// <c>sandbagged-start</c>, a hint.
/// </summary>
/// <remarks>
/// Bad: "from 4 % to 15 %", and 10 % on the seventh day. Good: 5 % on the seventh day. Cycles shorter than a month are passed over, and goals whose start
/// nobody has said. Both bounds are choices.
/// </remarks>
public sealed class StartIsSandbagged : FindingRule
{
    private const int EarlyDays = 14;
    private const decimal EarlyScore = 0.5m;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (!keyResult.Goal.IsPaced || keyResult.Goal.IsStartUnknown || objective.Cycle.Days < 2 * EarlyDays)
        {
            return [];
        }

        var early = objective.Cycle.Start.PlusDays(EarlyDays - 1);
        CheckIn[] within =
        [
            .. keyResult.CheckIns.Where(
                checkIn => checkIn.Value is not null && checkIn.StandsOn(context.AsOf) && checkIn.Date >= objective.Cycle.Start && checkIn.Date <= early),
        ];
        if (within.Length == 0)
        {
            return [];
        }

        var score = keyResult.Goal.Progress(within, objective.Cycle, within[^1].Date, keyResult.CurrentValue).Score;
        return score >= EarlyScore
            ? [
                Finding.Of(
                    "sandbagged-start", FindingSeverity.Hint, objective, keyResult, "finding.sandbaggedStart",
                    new("date", within[^1].Date), new("score", score))
            ]
            : [];
    }
}
