using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>The shape of a state, the same in every picture.</summary>
internal static class StateMarks
{
    internal static Mark Mark(this PaceStatus status) => status switch
    {
        PaceStatus.Achieved or PaceStatus.Ahead or PaceStatus.OnTrack => Charts.Mark.Dot,
        PaceStatus.AtRisk => Charts.Mark.Triangle,
        PaceStatus.Behind or PaceStatus.Missed => Charts.Mark.Diamond,
        PaceStatus.NotPaced or PaceStatus.TooEarly => Charts.Mark.Ring,
    };

    internal static Mark Mark(this KpiStatus status) => status switch
    {
        KpiStatus.Met or KpiStatus.Watched => Charts.Mark.Dot,
        KpiStatus.Near => Charts.Mark.Triangle,
        KpiStatus.Behind => Charts.Mark.Diamond,
        KpiStatus.Partial => Charts.Mark.Box,
        KpiStatus.NoTarget or KpiStatus.NoData => Charts.Mark.Cross,
    };

    internal static Mark Mark(this Variation variation) => variation switch
    {
        Variation.Worsening => Charts.Mark.Diamond,
        Variation.Improving => Charts.Mark.Up,
        Variation.High or Variation.Low or Variation.Unusual => Charts.Mark.Box,
        Variation.CannotTell or Variation.CommonCause => Charts.Mark.Dot,
    };

    internal static Mark Mark(this Assurance assurance) => assurance switch
    {
        Assurance.NeverReaches => Charts.Mark.Diamond,
        Assurance.SometimesReaches => Charts.Mark.Ring,
        Assurance.AlwaysReaches => Charts.Mark.Dot,
        Assurance.CannotTell => Charts.Mark.Cross,
    };

    internal static Mark Mark(this OkrNeedState state) => state switch
    {
        OkrNeedState.Needed => Charts.Mark.Diamond,
        OkrNeedState.Covered => Charts.Mark.Ring,
        OkrNeedState.NotNeeded => Charts.Mark.Dot,
        OkrNeedState.CannotTell => Charts.Mark.Cross,
        OkrNeedState.Dismissed => Charts.Mark.Dash,
    };
}
