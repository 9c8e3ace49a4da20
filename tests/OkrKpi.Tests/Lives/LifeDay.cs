using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>What was answered on one day: as short as lives are told, and in full for whoever has to find out why.</summary>
internal sealed class LifeDay(LocalDate date, OkrNeed need)
{
    private static readonly Dictionary<OkrNeedState, string> States = new()
    {
        [OkrNeedState.NotNeeded] = "not needed",
        [OkrNeedState.Needed] = "needed",
        [OkrNeedState.Covered] = "covered",
        [OkrNeedState.CannotTell] = "cannot tell",
        [OkrNeedState.Dismissed] = "dismissed",
    };

    internal LocalDate Date => date;

    /// <summary>"not needed", "needed: lagging", "covered: lagging, raised", "dismissed: raised", "cannot tell".</summary>
    internal string Answer { get; } = Short(need);

    /// <summary>Which period the answer rests on, and which one runs.</summary>
    internal string Rests => $"{need.Assessment.Judged?.Period.Label ?? "-"}, running {need.Assessment.Running?.Period.Label ?? "-"}";

    internal string Because => string.Join("; ", need.Reasons.Select(reason => reason.Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture)));

    internal bool IsNeed => need.State is OkrNeedState.Needed or OkrNeedState.Covered or OkrNeedState.Dismissed;

    internal bool IsLagging => need.Lagging is not null;

    internal bool IsRaised => need.TargetRaised is not null;

    public override string ToString() => $"{Answer} ({Because})";

    internal static string Short(OkrNeed need)
    {
        string[] reasons = [.. need.Lagging is null ? (string[])[] : ["lagging"], .. need.TargetRaised is null ? (string[])[] : ["raised"]];
        return reasons.Length == 0 ? States[need.State] : $"{States[need.State]}: {string.Join(", ", reasons)}";
    }
}
