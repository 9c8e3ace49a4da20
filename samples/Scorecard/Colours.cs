using OkrKpi;
using Spectre.Console;

namespace Scorecard;

/// <summary>The colours of a state; a word says it too.</summary>
internal static class Colours
{
    public static readonly Style Bad = new(Color.Red);
    public static readonly Style Doubtful = new(Color.Yellow);
    public static readonly Style Good = new(Color.Green);

    public static Style Of(KpiStatus status) => status switch
    {
        KpiStatus.Met => Good,
        KpiStatus.Behind => Bad,
        KpiStatus.Near => Doubtful,
        KpiStatus.Partial or KpiStatus.NoTarget or KpiStatus.NoData or KpiStatus.Watched => Style.Plain,
    };

    public static Style Of(PaceStatus status) => status switch
    {
        PaceStatus.OnTrack or PaceStatus.Ahead or PaceStatus.Achieved => Good,
        PaceStatus.Behind or PaceStatus.Missed => Bad,
        PaceStatus.AtRisk => Doubtful,
        PaceStatus.NotPaced or PaceStatus.TooEarly => Style.Plain,
    };

    public static Style Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Bad,
        FindingSeverity.Warning => Doubtful,
        FindingSeverity.Hint => Style.Plain,
    };
}
