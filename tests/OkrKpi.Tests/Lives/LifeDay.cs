using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>What was answered on one day: as short as lives are told, and in full for whoever has to find out why.</summary>
internal sealed record LifeDay(LocalDate Date, string Answer, string Rests, string Because)
{
    private static readonly Dictionary<OkrNeedState, string> States = new()
    {
        [OkrNeedState.NotNeeded] = "not needed",
        [OkrNeedState.Needed] = "needed",
        [OkrNeedState.Covered] = "covered",
        [OkrNeedState.CannotTell] = "cannot tell",
        [OkrNeedState.Dismissed] = "dismissed",
    };

    internal bool IsNeed => !Answer.StartsWith("not needed", StringComparison.Ordinal) && !Answer.StartsWith("cannot tell", StringComparison.Ordinal);

    internal bool IsLagging => Answer.Contains("lagging", StringComparison.Ordinal);

    internal bool IsRaised => Answer.Contains("raised", StringComparison.Ordinal);

    internal static LifeDay Of(LocalDate date, OkrNeed need) => new(
        date,
        Short(need),
        $"{RestsOn(need.Assessment)?.Period.Label ?? "-"}, running {need.Assessment.Running?.Period.Label ?? "-"}",
        string.Join("; ", need.Reasons.Select(reason => reason.Explain().Sentence())));

    /// <summary>"not needed", "needed: lagging", "covered: lagging, raised", "dismissed: raised", "cannot tell".</summary>
    internal static string Short(OkrNeed need)
    {
        string[] reasons = [.. need.Lagging is null ? (string[])[] : ["lagging"], .. need.TargetRaised is null ? (string[])[] : ["raised"]];
        return reasons.Length == 0 ? States[need.State] : $"{States[need.State]}: {string.Join(", ", reasons)}";
    }

    private static KpiPeriod? RestsOn(KpiAssessment assessment) => assessment.Judged;
}
