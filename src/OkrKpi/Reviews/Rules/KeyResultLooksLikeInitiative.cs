using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// A key result reads like work to do or a thing to make, and its goal starts from nothing: done or not, milestones, a number of things, a share done.
/// Code <c>key-result-looks-like-initiative</c>, a hint, because words alone prove nothing.
/// </summary>
/// <remarks>
/// Bad: "Launch the FAQ section", yes or no; "Launch 3 features"; "Improve onboarding by creating a guide". Good: "Open rate of messages from 4 % to 15 %",
/// with
/// the FAQ section as an initiative; "Launch attendance"; "Train passengers carried". Words are read by their part in the sentence, in every language of the
/// library.
/// </remarks>
public sealed class KeyResultLooksLikeInitiative : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return keyResult.Goal.CouldBeWork && WorkReading.IsWork(keyResult.Name, keyResult.Goal)
            ? [Finding.Of("key-result-looks-like-initiative", FindingSeverity.Hint, objective, keyResult, "finding.looksLikeInitiative")]
            : [];
    }
}
