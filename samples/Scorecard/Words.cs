using System.Globalization;
using OkrKpi;

namespace Scorecard;

/// <summary>Numbers and states as the report writes them, the same on every machine.</summary>
internal static class Words
{
    private const string None = "-";

    public static string Number(decimal? number) => number?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? None;

    public static string Gap(decimal? gap) => gap?.ToString("+#,0.##;-#,0.##;0", CultureInfo.InvariantCulture) ?? None;

    public static string Score(decimal? score) => score?.ToString("0.00", CultureInfo.InvariantCulture) ?? None;

    public static string Target(Target target) => target.Value is { } value ? Number(value) : $"{Number(target.Band?.Low)}..{Number(target.Band?.High)}";

    public static string Of(Confidence? confidence) => confidence?.Probability.ToString("0 %", CultureInfo.InvariantCulture) ?? None;

    public static string Of(Pace pace) => pace.Status switch
    {
        PaceStatus.NotPaced => "no pace",
        PaceStatus.TooEarly => "too early",
        PaceStatus.OnTrack => "on track",
        PaceStatus.AtRisk => "at risk",
        PaceStatus.Behind => "behind",
        PaceStatus.Achieved => "achieved",
        PaceStatus.Missed => "missed",
        PaceStatus.Ahead => "ahead",
        _ => None,
    };

    public static string Of(Progress progress) => progress.State switch
    {
        ProgressState.Measured => Score(progress.Score),
        ProgressState.NotStarted => "not started",
        ProgressState.TooFewAnswers => "too few answers",
        _ => "no data",
    };

    public static string Of(KpiStatus status) => status switch
    {
        KpiStatus.Met => "met",
        KpiStatus.Near => "near",
        KpiStatus.Behind => "behind",
        KpiStatus.Partial => "partial",
        KpiStatus.NoTarget => "no target",
        KpiStatus.NoData => "no data",
        _ => None,
    };

    public static string Of(Trend trend) => trend switch
    {
        Trend.Improving => "improving",
        Trend.Steady => "steady",
        Trend.Worsening => "worsening",
        _ => None,
    };

    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "hint",
    };
}
